//! The texts about what became of a write.

/// One language's.
pub struct WriteTexts {
    /// "Block storage"
    pub storage: &'static str,
    /// That an item is new.
    pub added: fn(&str) -> String,
    /// That an item is no longer listed.
    pub removed: fn(&str) -> String,
    /// That it was refused although it took effect, before the changes.
    pub took_effect: &'static str,
    /// What that means.
    pub took_effect_advice: &'static str,
    /// That it was refused, and something changed that need not be its effect.
    pub refused_but_changed: &'static str,
    /// That whether a refused request took effect could not be compared.
    pub not_checked: &'static str,
    /// That nothing can be compared: the state before was not read.
    pub no_comparison: &'static str,
    /// That nothing can be compared: a list is incomplete.
    pub incomplete: &'static str,
    /// That there are more new items than were asked for, before them.
    pub surplus: &'static str,
    /// That a request was accepted, but nothing has changed so far: action, subject.
    pub accepted_unchanged: fn(&str, &str) -> String,
    /// That whether there are more new items could not be checked: action, subject.
    pub surplus_unread: fn(&str, &str) -> String,
    /// That a request was accepted whose answer has no words: action, subject.
    pub accepted: fn(&str, &str) -> String,
    /// How many took effect, of how many; of how many that is not known.
    pub summary: fn(usize, usize, usize) -> String,
    /// Why an edited body is refused: this field names what the request is about.
    pub other_target: fn(&str) -> String,
    /// "Type the number {number} to confirm"
    pub type_number: fn(&str) -> String,
    /// That the same file is named more than once.
    pub repeated_file: fn(&str) -> String,
}

/// English.
pub const ENGLISH: WriteTexts = WriteTexts {
    storage: "Block storage",
    added: |item| format!("New: {item}"),
    removed: |item| format!("No longer listed: {item}"),
    took_effect: "It took effect all the same:",
    took_effect_advice: "The refusal answers a repeated copy of the request, unless somebody else made the same change at that moment. Do not send it again.",
    refused_but_changed: "The request was refused, but something has changed since. Whether that is its effect is not known: look before you decide again.",
    not_checked: "Whether an earlier copy of it took effect could not be compared. Look before you send it again.",
    no_comparison: "It cannot be compared: the state before sending could not be read. Look at the list before you request it again.",
    incomplete: "It cannot be compared: the list that was read may be incomplete. Look at it before you request it again.",
    surplus: "There are more new items than were requested. The request may have been sent more than once:",
    accepted_unchanged: |action, subject| {
        format!(
            "{action} · {subject}: accepted, nothing has changed so far. The request may still be under way."
        )
    },
    surplus_unread: |action, subject| {
        format!("{action} · {subject}: whether it was carried out more than once could not be checked.")
    },
    accepted: |action, subject| format!("{action}: accepted for {subject}."),
    summary: |done, all, unknown| match unknown {
        0 => format!("{done} of {all} took effect."),
        unknown => format!("{done} of {all} took effect, the outcome of {unknown} is unknown."),
    },
    other_target: |field| format!("{field} names what the request is about and cannot be edited."),
    type_number: |number| format!("Type the number {number} to confirm"),
    repeated_file: |file| format!("{file} is named more than once."),
};

/// Korean.
pub const KOREAN: WriteTexts = WriteTexts {
    storage: "블록 스토리지",
    added: |item| format!("새 항목: {item}"),
    removed: |item| format!("더 이상 목록에 없음: {item}"),
    took_effect: "그래도 처리되었습니다:",
    took_effect_advice: "거부는 반복된 요청 사본에 대한 응답입니다. 다만 같은 순간에 다른 사람이 같은 변경을 했을 수도 있습니다. 다시 전송하지 마세요.",
    refused_but_changed: "요청이 거부되었지만 그 뒤에 바뀐 것이 있습니다. 이 요청이 처리된 것인지는 알 수 없으니 다시 결정하기 전에 확인하세요.",
    not_checked: "앞선 사본이 처리되었는지 비교하지 못했습니다. 다시 전송하기 전에 확인하세요.",
    no_comparison: "전송 전 상태를 조회하지 못해 비교할 수 없습니다. 다시 신청하기 전에 목록을 확인하세요.",
    incomplete: "조회한 목록이 완전하지 않을 수 있어 비교할 수 없습니다. 다시 신청하기 전에 목록을 확인하세요.",
    surplus: "요청한 것보다 새 항목이 많습니다. 요청이 두 번 이상 전송되었을 수 있습니다:",
    accepted_unchanged: |action, subject| {
        format!(
            "{action} · {subject}: 접수되었으며 아직 바뀐 것은 없습니다. 요청이 아직 처리 중일 수 있습니다."
        )
    },
    surplus_unread: |action, subject| {
        format!("{action} · {subject}: 두 번 이상 처리되었는지 확인하지 못했습니다.")
    },
    accepted: |action, subject| format!("{action}: {subject}에 대한 요청이 접수되었습니다."),
    summary: |done, all, unknown| match unknown {
        0 => format!("{all}건 중 {done}건이 처리되었습니다."),
        unknown => format!("{all}건 중 {done}건이 처리되었고 {unknown}건은 결과를 알 수 없습니다."),
    },
    other_target: |field| format!("{field}은(는) 요청의 대상이므로 편집할 수 없습니다."),
    type_number: |number| format!("확인을 위해 번호 {number} 입력"),
    repeated_file: |file| format!("{file}이(가) 두 번 이상 있습니다."),
};
