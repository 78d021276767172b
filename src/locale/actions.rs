//! The texts of the changes to frames and boxes that need no form.

/// One language's.
pub struct ActionTexts {
    /// "Return frame"
    pub return_frame: &'static str,
    /// The question.
    pub return_frame_title: &'static str,
    /// What it does.
    pub return_frame_lead: &'static str,
    /// "Return data box"
    pub return_box: &'static str,
    /// The question.
    pub return_box_title: &'static str,
    /// What it does.
    pub return_box_lead: &'static str,
    /// "Block external network"
    pub block: &'static str,
    /// The question.
    pub block_title: &'static str,
    /// What it does.
    pub block_lead: &'static str,
    /// "Allow external network"
    pub allow: &'static str,
    /// The question.
    pub allow_title: &'static str,
    /// What it does.
    pub allow_lead: &'static str,
    /// "Resize"
    pub resize: &'static str,
    /// The question.
    pub resize_title: &'static str,
    /// What it does.
    pub resize_lead: &'static str,
    /// "New size (GB)"
    pub new_size: &'static str,
    /// Which sizes there are: smallest, largest, step.
    pub size_rule: fn(u64, u64, u64) -> String,
    /// "Type {name} to confirm"
    pub type_name: fn(&str) -> String,
    /// Why nothing can be sent before the name is typed.
    pub name_differs: &'static str,
    /// Why it can't be changed: it is being returned.
    pub returning: &'static str,
    /// Why it can't be changed: it was returned.
    pub returned: &'static str,
    /// "Servers and volumes"
    pub servers_and_volumes: &'static str,
    /// "Actions"
    pub actions: &'static str,
}

/// English.
pub const ENGLISH: ActionTexts = ActionTexts {
    return_frame: "Return frame",
    return_frame_title: "Return this frame?",
    return_frame_lead: "Everything in it is deleted: its data boxes, servers, volumes and the data on them. This cannot be undone.",
    return_box: "Return data box",
    return_box_title: "Return this data box?",
    return_box_lead: "Everything in it is deleted: its servers, volumes, accounts and the data on them. Export requests that wait for review are lost with it. This cannot be undone.",
    block: "Block external network",
    block_title: "Block the external network?",
    block_lead: "The box's servers lose their way out, and what is under way over it is cut off.",
    allow: "Allow external network",
    allow_title: "Allow the external network?",
    allow_lead: "The box's servers can reach the internet. Data can leave the box without a review.",
    resize: "Resize",
    resize_title: "Resize this volume?",
    resize_lead: "The volume gets another capacity.",
    new_size: "New size (GB)",
    size_rule: |min, max, step| format!("{min} to {max} GB in steps of {step}"),
    type_name: |name| format!("Type {name} to confirm"),
    name_differs: "Type the name first.",
    returning: "It is being returned.",
    returned: "It was returned.",
    servers_and_volumes: "Servers and volumes",
    actions: "Actions",
};

/// Korean.
pub const KOREAN: ActionTexts = ActionTexts {
    return_frame: "프레임 반납",
    return_frame_title: "이 프레임을 반납할까요?",
    return_frame_lead: "프레임 안의 데이터 박스, 서버, 볼륨과 그 데이터가 모두 삭제됩니다. 되돌릴 수 없습니다.",
    return_box: "데이터 박스 반납",
    return_box_title: "이 데이터 박스를 반납할까요?",
    return_box_lead: "박스 안의 서버, 볼륨, 계정과 그 데이터가 모두 삭제됩니다. 심사 대기 중인 반출 신청도 함께 사라집니다. 되돌릴 수 없습니다.",
    block: "외부망 차단",
    block_title: "외부망을 차단할까요?",
    block_lead: "박스의 서버가 외부에 연결할 수 없게 되고, 진행 중인 연결은 끊어집니다.",
    allow: "외부망 허용",
    allow_title: "외부망을 허용할까요?",
    allow_lead: "박스의 서버가 인터넷에 연결할 수 있습니다. 데이터가 심사 없이 박스 밖으로 나갈 수 있습니다.",
    resize: "크기 변경",
    resize_title: "이 볼륨의 크기를 변경할까요?",
    resize_lead: "볼륨의 용량이 바뀝니다.",
    new_size: "새 크기(GB)",
    size_rule: |min, max, step| format!("{min}~{max}GB, {step}GB 단위"),
    type_name: |name| format!("확인을 위해 {name} 입력"),
    name_differs: "먼저 이름을 입력하세요.",
    returning: "반납 중입니다.",
    returned: "반납되었습니다.",
    servers_and_volumes: "서버 및 볼륨",
    actions: "작업",
};
