//! The texts that `x-ncp-lang` changes. English ones are the documented words where any were seen;
//! no Korean ones were seen, so those are ours. `zh-CN` gets English.

/// The language of an answer's texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Language {
    #[default]
    English,
    Korean,
}

impl Language {
    pub(crate) fn from_header(value: Option<&str>) -> Self {
        match value {
            Some("ko-KR") => Self::Korean,
            _ => Self::English,
        }
    }
}

/// A text in both languages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text {
    english: &'static str,
    korean: &'static str,
}

const fn text(english: &'static str, korean: &'static str) -> Text {
    Text { english, korean }
}

impl Text {
    pub(crate) fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::Korean => self.korean,
        }
    }
}

// Status names (documented).
pub(crate) const READY: Text = text("Request for creating", "생성 요청");
pub(crate) const INITIAL: Text = text("Initial State", "생성 중");
pub(crate) const USING: Text = text("Using", "사용 중");
pub(crate) const CHANGING: Text = text("Changing", "변경 중");
pub(crate) const RETURNING: Text = text("Returning", "반납 중");
pub(crate) const TERMINATED: Text = text("Terminated", "반납 완료");

// Result messages (documented).
pub(crate) const FRAME_RETURN: Text =
    text("A Data Box Frame return has been requested.", "Data Box Frame 반납이 요청되었습니다.");
pub(crate) const BOX_RETURN: Text =
    text("A Data Box return has been requested.", "Data Box 반납이 요청되었습니다.");
pub(crate) const NETWORK: Text =
    text("External network setting requested.", "외부 네트워크 설정이 요청되었습니다.");
pub(crate) const EXPORT_CANCELLED: Text =
    text("An export cancellation has been requested.", "반출 신청 취소가 요청되었습니다.");
pub(crate) const EXPORT_APPROVED: Text =
    text("An export request has been approved.", "반출 신청이 승인되었습니다.");
pub(crate) const EXPORT_REJECTED: Text =
    text("An export request has been rejected.", "반출 신청이 반려되었습니다.");
// The guide writes these two like this, each in its own way.
pub(crate) const FRAME_NAS_RESIZE: Text = text(
    "A Data box frame nas volume size change requested.",
    "Data Box Frame NAS 볼륨 크기 변경이 요청되었습니다.",
);
pub(crate) const BOX_NAS_RESIZE: Text =
    text("A Data Box NAS volume size change requested.", "Data Box NAS 볼륨 크기 변경이 요청되었습니다.");

// Result messages (inferred: these calls' messages were not visible).
pub(crate) const FRAME_CHANGE: Text = text(
    "A Data Box Frame infrastructure change has been requested.",
    "Data Box Frame 인프라 변경이 요청되었습니다.",
);
pub(crate) const BOX_CREATION: Text =
    text("A Data Box creation has been requested.", "Data Box 생성이 요청되었습니다.");
pub(crate) const BOX_CHANGE: Text =
    text("A Data Box change has been requested.", "Data Box 변경이 요청되었습니다.");

// The service's error messages (inferred; the meanings are documented).
pub(crate) const PARAMETER_ERROR: Text = text("Request parameter error.", "요청 파라미터 오류입니다.");
pub(crate) const NO_PERMISSION: Text =
    text("You have no permission for the requested information.", "요청한 정보에 대한 권한이 없습니다.");
pub(crate) const NO_RESOURCE: Text =
    text("The requested resource does not exist.", "요청한 리소스가 존재하지 않습니다.");
pub(crate) const NOT_IN_THIS_STATE: Text =
    text("The request is not possible in the current status.", "현재 상태에서는 요청을 처리할 수 없습니다.");
pub(crate) const NOT_WAITING_FOR_REVIEW: Text =
    text("The export request is not waiting for review.", "심사 대기 중인 반출 신청이 아닙니다.");
pub(crate) const NOT_CANCELLABLE: Text =
    text("The export request can no longer be cancelled.", "취소할 수 없는 반출 신청입니다.");
pub(crate) const OVER_QUOTA: Text =
    text("The total NAS size would exceed 10 TB.", "NAS 전체 용량이 10TB를 초과합니다.");
pub(crate) const BELOW_USE: Text =
    text("The NAS volume holds more data than the new size.", "사용 중인 용량보다 작게 변경할 수 없습니다.");
pub(crate) const BUCKET_DISABLED: Text = text("The bucket cannot be used.", "사용할 수 없는 버킷입니다.");
pub(crate) const WRONG_SPEC: Text =
    text("The server spec belongs to another product.", "해당 상품에서 사용할 수 없는 서버 스펙입니다.");
