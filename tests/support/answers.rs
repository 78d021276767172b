//! Answers of the API, as its guide documents them.

use serde_json::{Value, json};

use super::Answer;

/// Operations by name.
pub const FRAMES: &str = "get-data-box-frame-list";
pub const REVIEWS: &str = "get-export-file-approve-list";
pub const APPROVE: &str = "export-file-approve";
pub const REJECT: &str = "export-file-reject";

/// A page with all frames.
pub fn frames(frames: &[Value]) -> Answer {
    Answer::ok(&json!({ "totalCount": frames.len(), "content": frames }))
}

/// A frame in use.
pub fn frame(number: u64, name: &str) -> Value {
    json!({
        "dataBoxFrameNo": number.to_string(),
        "dataBoxFrameName": name,
        "dataBoxCount": 3,
        "createDate": "2024-01-31 10:20:30",
        "statusCode": "USE",
        "statusName": "in use",
    })
}

/// An empty list.
pub fn nothing() -> Answer {
    Answer::ok(&json!({ "totalCount": 0, "content": [] }))
}

/// What a write that took effect is answered.
pub fn receipt(message: &str) -> Answer {
    Answer::ok(&json!({ "returnMessage": message }))
}

/// An error of the service.
pub fn refusal(status: u16, message: &str) -> Answer {
    Answer::json(status, &json!({ "error": { "errorCode": "3001", "message": message, "details": "" } }))
}
