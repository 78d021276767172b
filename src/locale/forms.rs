//! The texts of forms.

use databoxframe::{EditKind, EditProblem, JsonKind};

/// One language's.
pub struct FormTexts {
    /// "(optional)"
    pub optional: &'static str,
    /// "Add {item}"
    pub add: fn(&str) -> String,
    /// "{item} 2"
    pub row: fn(&str, usize) -> String,
    /// "Remove {row}"
    pub remove: fn(&str) -> String,
    /// "{label}, {row}"
    pub in_row: fn(&str, &str) -> String,
    /// Above the list of what is wrong.
    pub errors: &'static str,
    /// "Review and send"
    pub review: &'static str,
    /// "Discard"
    pub discard: &'static str,
    /// "Leave this form?"
    pub leave_title: &'static str,
    /// What happens then.
    pub leave_lead: &'static str,
    /// "Stay"
    pub stay: &'static str,
    /// "Leave"
    pub leave: &'static str,
    /// That the file with forms and confirmations could not be read.
    pub part_missing: &'static str,
    /// What to do about it.
    pub part_missing_advice: &'static str,
    /// "Returned, with what is on it"
    pub given_back: &'static str,
    /// That the service closed these changes.
    pub closed: &'static str,
    /// "Summary"
    pub summary: &'static str,
    /// "Show"
    pub show: &'static str,
    /// "Hide"
    pub hide: &'static str,
    /// "Generate"
    pub generate: &'static str,
    /// The policy's length.
    pub policy_length: fn(usize, usize) -> String,
    /// The policy's mix.
    pub policy_mix: &'static str,
    /// The policy's forbidden characters.
    pub policy_forbidden: &'static str,
    /// "Choose…"
    pub choose: &'static str,
    /// What has to be chosen first.
    pub choose_first: fn(&str) -> String,
    /// What has to be looked at first.
    pub check_first: fn(&str) -> String,
    /// There is nothing to choose from.
    pub nothing_to_choose: &'static str,
    /// A choice that became invalid.
    pub cleared: fn(&str) -> String,
    /// Where spec codes come from.
    pub spec_hint: &'static str,
    /// How many SSL VPN accounts there can be.
    pub vpn_hint: fn(u64) -> String,
    /// About NAS sizes.
    pub nas_hint: fn(u64, u64, u64) -> String,
    /// About TensorFlow servers.
    pub tensor_flow_hint: &'static str,
    /// About imported files.
    pub import_files_hint: fn(usize, u32) -> String,
    /// About exported files.
    pub export_files_hint: fn(usize, u32) -> String,
    /// What becomes of an export request.
    pub export_lead: &'static str,
    /// What becomes of an import request.
    pub import_lead: &'static str,
    /// "What happens to it"
    pub action: &'static str,
    /// "Keep"
    pub keep: &'static str,
    /// "Change"
    pub change: &'static str,
    /// "Return"
    pub give_back: &'static str,
    /// "There is none."
    pub none_exists: &'static str,
    /// "Nothing is changed yet."
    pub nothing_changed: &'static str,
    /// "New"
    pub summary_new: fn(usize) -> String,
    /// "changed"
    pub summary_changed: fn(usize) -> String,
    /// "returned"
    pub summary_returned: fn(usize) -> String,
    /// Volumes and their size.
    pub summary_nas: fn(u64, u64) -> String,
    /// "Request import"
    pub request_import: &'static str,
    /// "Request export"
    pub request_export: &'static str,
    /// "Create data box"
    pub create_box: &'static str,
    /// "Modify data box"
    pub modify_box: &'static str,
    /// "Modify infrastructure"
    pub modify_frame: &'static str,
    /// The question.
    pub import_title: &'static str,
    /// What it does.
    pub import_confirm: &'static str,
    /// The question.
    pub export_title: &'static str,
    /// What it does.
    pub export_confirm: &'static str,
    /// The question.
    pub create_title: &'static str,
    /// What it does.
    pub create_confirm: &'static str,
    /// The question.
    pub modify_title: &'static str,
    /// What it does.
    pub modify_confirm: &'static str,
    /// Which requests were made.
    pub applied: fn(&str) -> String,
    /// "Copy as curl"
    pub copy_curl: &'static str,
    /// What was copied.
    pub copied: &'static str,
    /// "It can be copied from here."
    pub copy_by_hand: &'static str,
    /// "Edit as JSON"
    pub edit_json: &'static str,
    /// "JSON body"
    pub json_body: &'static str,
    /// What editing is for.
    pub edit_hint: &'static str,
    /// "Undo editing"
    pub undo_edit: &'static str,
    /// What is wrong with an edited body.
    pub edit_problem: fn(&EditProblem) -> String,
}

/// English.
pub const ENGLISH: FormTexts = FormTexts {
    optional: "(optional)",
    add: |item| format!("Add {item}"),
    row: |item, number| {
        let mut letters = item.chars();
        // The items are named above, in ASCII: no need for the table of all capitals.
        let first = letters.next().map(|first| first.to_ascii_uppercase()).unwrap_or_default();
        format!("{first}{} {number}", letters.as_str())
    },
    remove: |row| format!("Remove {row}"),
    in_row: |label, row| format!("{label}, {row}"),
    errors: "Nothing was sent. These fields need another look:",
    review: "Review and send",
    discard: "Discard",
    leave_title: "Leave this form?",
    leave_lead: "Nothing was sent. What you entered here is lost when you leave.",
    stay: "Stay",
    given_back: "Returned, with the data on it",
    part_missing: "This part of the console could not be loaded",
    part_missing_advice: "Its file is missing, was cut off, or differs from the published one. Try again. If that does not help, the console may have been upgraded: reload the page and connect again.",
    leave: "Leave",
    closed: "NAVER Cloud announced that after 23 October 2025 analysis environments are neither added nor changed. Whether the service still accepts this request is not documented: it decides.",
    summary: "Summary",
    show: "Show",
    hide: "Hide",
    generate: "Generate",
    policy_length: |min, max| format!("{min} to {max} characters"),
    policy_mix: "Upper and lower case, a digit and a special character",
    policy_forbidden: "None of ' \" ₩ / & ` or a space",
    choose: "Choose…",
    choose_first: |label| format!("Choose first: {label}"),
    check_first: |labels| format!("Check first: {labels}"),
    nothing_to_choose: "There is nothing to choose from.",
    cleared: |label| format!("Cleared, because it does not belong to the new choice: {label}"),
    spec_hint: "The documents show only a part of the spec codes. Offered are those and the ones your account uses; any other number can be typed.",
    vpn_hint: |most| format!("At most {most}: three for each Connect server."),
    nas_hint: |min, max, step| format!("{min} to {max} GB each, in steps of {step}; 10 TB in all."),
    tensor_flow_hint: "The documents ask for at least one TensorFlow server, CPU or GPU. They do not show the fields of Linux and TensorFlow servers: those here are inferred, and can be edited as JSON before sending.",
    import_files_hint: |count, mb| format!("1 to {count} objects of the bucket, at most {mb} MB each."),
    export_files_hint: |count, mb| {
        format!("1 to {count} files on the NAS, at most {mb} MB each. Source data must not be exported.")
    },
    export_lead: "The files go to the review bucket. A Box administrator approves or rejects the request; approved files are copied to the target bucket.",
    import_lead: "Files are copied from an Object Storage bucket to a NAS volume of the data box. No approval is needed.",
    action: "What happens to it",
    keep: "Keep",
    change: "Change",
    give_back: "Return",
    none_exists: "There is none yet.",
    nothing_changed: "Nothing is changed yet.",
    summary_new: |count| format!("{count} new"),
    summary_changed: |count| format!("{count} changed"),
    summary_returned: |count| format!("{count} returned"),
    summary_nas: |count, size| format!("{count} new, {size} GB in all"),
    request_import: "Request import",
    request_export: "Request export",
    create_box: "Create data box",
    modify_box: "Modify data box",
    modify_frame: "Modify infrastructure",
    import_title: "Request this import?",
    import_confirm: "The files are copied into the data box.",
    export_title: "Request this export?",
    export_confirm: "The request goes to review. It can be cancelled until it is approved.",
    create_title: "Create this data box?",
    create_confirm: "Servers and volumes are set up in the background and are charged to the account.",
    modify_title: "Change the infrastructure?",
    modify_confirm: "The changes are made in the background. What is returned is deleted with its data.",
    applied: |numbers| format!("Requested: {numbers}"),
    copy_curl: "Copy as curl",
    copied: "Copied. The script holds no secret: it asks for it when it runs.",
    copy_by_hand: "The browser does not let this page copy. Copy it from here:",
    edit_json: "Edit as JSON",
    json_body: "JSON body",
    edit_hint: "For what the documents leave open. Fields may be added and changed; required ones have to stay. Hidden passwords are put back when it is sent.",
    undo_edit: "Undo editing",
    edit_problem: |problem| {
        let path = &problem.path;
        let what = match problem.kind {
            EditKind::Syntax => "this is not valid JSON".to_owned(),
            EditKind::NotAnObject => "the body has to be an object".to_owned(),
            EditKind::Duplicate => format!("{path} is there twice"),
            EditKind::Missing => format!("{path} is required"),
            EditKind::NeedsOneOf([first, second]) => format!("{path} needs {first} or {second}"),
            EditKind::Empty => format!("{path} needs at least one entry"),
            EditKind::WrongKind(JsonKind::Object) => format!("{path} has to be an object"),
            EditKind::WrongKind(JsonKind::List) => format!("{path} has to be a list"),
            EditKind::WrongKind(JsonKind::Plain) => {
                format!("{path} has to be a text, a number or true/false")
            }
            EditKind::HiddenPassword => {
                format!("{path}: the dots of a hidden password were changed or moved")
            }
        };
        format!("Line {}, column {}: {what}.", problem.line, problem.column)
    },
};

/// Korean.
pub const KOREAN: FormTexts = FormTexts {
    optional: "(선택)",
    add: |item| format!("{item} 추가"),
    row: |item, number| format!("{item} {number}"),
    remove: |row| format!("{row} 삭제"),
    in_row: |label, row| format!("{row}: {label}"),
    errors: "전송하지 않았습니다. 다음 항목을 확인하세요.",
    review: "검토 후 전송",
    discard: "취소",
    leave_title: "이 양식에서 나갈까요?",
    leave_lead: "아직 전송하지 않았습니다. 나가면 입력한 내용이 사라집니다.",
    stay: "머무르기",
    given_back: "반납 대상(데이터 포함)",
    part_missing: "콘솔의 이 부분을 불러올 수 없습니다",
    part_missing_advice: "파일이 없거나 중간에 끊겼거나 게시된 것과 다릅니다. 다시 시도하세요. 그래도 안 되면 콘솔이 업그레이드되었을 수 있으니 페이지를 새로 고치고 다시 연결하세요.",
    leave: "나가기",
    closed: "NAVER Cloud는 2025년 10월 23일 이후 분석 환경 추가 및 변경 기능을 제공하지 않는다고 안내했습니다. 이 요청을 아직 처리하는지는 문서에 없으며, 서비스의 응답에 따릅니다.",
    summary: "요약",
    show: "표시",
    hide: "숨기기",
    generate: "자동 생성",
    policy_length: |min, max| format!("{min}~{max}자"),
    policy_mix: "영문 대문자, 소문자, 숫자, 특수문자 포함",
    policy_forbidden: "' \" ₩ / & ` 및 공백 제외",
    choose: "선택…",
    choose_first: |label| format!("먼저 선택하세요: {label}"),
    check_first: |labels| format!("먼저 확인하세요: {labels}"),
    nothing_to_choose: "선택할 항목이 없습니다.",
    cleared: |label| format!("새로 선택한 항목에 속하지 않아 선택을 해제했습니다: {label}"),
    spec_hint: "문서에는 스펙 코드의 일부만 있습니다. 문서의 코드와 계정에서 사용 중인 코드를 제안하며, 다른 숫자도 직접 입력할 수 있습니다.",
    vpn_hint: |most| format!("최대 {most}개(Connect 서버당 3개)"),
    nas_hint: |min, max, step| format!("볼륨당 {min}~{max}GB, {step}GB 단위, 전체 10TB"),
    tensor_flow_hint: "문서에 따르면 CPU 또는 GPU TensorFlow 서버가 하나 이상 필요합니다. Linux와 TensorFlow 서버의 필드는 문서에 없어 추정한 것이며, 전송 전에 JSON으로 편집할 수 있습니다.",
    import_files_hint: |count, mb| format!("버킷의 객체 1~{count}개, 각 최대 {mb}MB"),
    export_files_hint: |count, mb| {
        format!("NAS의 파일 1~{count}개, 각 최대 {mb}MB. 원본 데이터는 반출할 수 없습니다.")
    },
    export_lead: "파일은 심사 버킷으로 전송됩니다. Box 관리자가 승인하거나 반려하며, 승인된 파일은 대상 버킷으로 복사됩니다.",
    import_lead: "Object Storage 버킷의 파일을 데이터 박스의 NAS 볼륨으로 복사합니다. 승인은 필요하지 않습니다.",
    action: "처리",
    keep: "유지",
    change: "변경",
    give_back: "반납",
    none_exists: "아직 없습니다.",
    nothing_changed: "변경한 내용이 없습니다.",
    summary_new: |count| format!("추가 {count}"),
    summary_changed: |count| format!("변경 {count}"),
    summary_returned: |count| format!("반납 {count}"),
    summary_nas: |count, size| format!("추가 {count}, 총 {size}GB"),
    request_import: "반입 신청",
    request_export: "반출 신청",
    create_box: "데이터 박스 생성",
    modify_box: "데이터 박스 변경",
    modify_frame: "인프라 변경",
    import_title: "반입을 신청할까요?",
    import_confirm: "파일이 데이터 박스로 복사됩니다.",
    export_title: "반출을 신청할까요?",
    export_confirm: "신청하면 심사가 시작됩니다. 승인되기 전까지 취소할 수 있습니다.",
    create_title: "데이터 박스를 생성할까요?",
    create_confirm: "서버와 볼륨이 백그라운드에서 준비되며 계정에 요금이 청구됩니다.",
    modify_title: "인프라를 변경할까요?",
    modify_confirm: "변경은 백그라운드에서 진행됩니다. 반납하는 항목은 데이터와 함께 삭제됩니다.",
    applied: |numbers| format!("신청했습니다: {numbers}"),
    copy_curl: "curl로 복사",
    copied: "복사했습니다. 스크립트에는 비밀 정보가 없으며 실행할 때 입력받습니다.",
    copy_by_hand: "브라우저가 복사를 허용하지 않습니다. 여기에서 복사하세요.",
    edit_json: "JSON으로 편집",
    json_body: "JSON 본문",
    edit_hint: "문서에 없는 내용을 위한 기능입니다. 필드를 추가하거나 바꿀 수 있으며 필수 필드는 남겨야 합니다. 가려진 비밀번호는 전송할 때 복원됩니다.",
    undo_edit: "편집 취소",
    edit_problem: |problem| {
        let path = &problem.path;
        let what = match problem.kind {
            EditKind::Syntax => "올바른 JSON이 아닙니다".to_owned(),
            EditKind::NotAnObject => "본문은 객체여야 합니다".to_owned(),
            EditKind::Duplicate => format!("{path} 필드가 두 번 있습니다"),
            EditKind::Missing => format!("{path} 필드가 필요합니다"),
            EditKind::NeedsOneOf([first, second]) => {
                format!("{path}에 {first} 또는 {second} 필드가 필요합니다")
            }
            EditKind::Empty => format!("{path}에 항목이 하나 이상 필요합니다"),
            EditKind::WrongKind(JsonKind::Object) => format!("{path} 필드는 객체여야 합니다"),
            EditKind::WrongKind(JsonKind::List) => format!("{path} 필드는 목록이어야 합니다"),
            EditKind::WrongKind(JsonKind::Plain) => {
                format!("{path} 필드는 텍스트, 숫자 또는 true/false여야 합니다")
            }
            EditKind::HiddenPassword => format!("{path}: 가려진 비밀번호 표시가 바뀌었습니다"),
        };
        format!("{}행 {}열: {what}.", problem.line, problem.column)
    },
};
