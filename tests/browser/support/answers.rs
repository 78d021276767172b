//! Answers of the API, as its guide documents them.

use serde_json::{Value, json};

use super::Answer;

/// Operations by name.
pub const FRAMES: &str = "get-data-box-frame-list";
pub const REVIEWS: &str = "get-export-file-approve-list";
pub const APPROVE: &str = "export-file-approve";
pub const REJECT: &str = "export-file-reject";
pub const REVIEW: &str = "get-export-file-approve-detail";
pub const FRAME: &str = "get-data-box-frame-detail";
pub const FRAME_INFRA: &str = "get-data-box-frame-infra-list";
pub const BOXES: &str = "get-data-box-list";
pub const RETURN_FRAME: &str = "return-data-box-frame";
pub const RESIZE: &str = "change-data-box-frame-nas-volume-size";

/// A page with all frames.
pub fn frames(frames: &[Value]) -> Answer {
    list(frames)
}

/// A frame in use.
pub fn frame(number: u64, name: &str) -> Value {
    json!({
        "dataBoxFrameNo": number.to_string(),
        "dataBoxFrameName": name,
        "dataBoxCount": 3,
        "createDate": "2024-01-31 10:20:30",
        "statusCode": "SET_USE",
        "statusName": "in use",
    })
}

/// An export request that waits for its review.
pub fn review(number: u64, file: &str, applied: &str) -> Value {
    json!({
        "exportApplyId": number.to_string(),
        "dataBoxName": "Lab",
        "dataBoxNo": "381",
        "sslVpnId": "kim",
        "sourceFileName": file,
        "applyDate": applied,
        "status": "REQ_CMPL",
        "fileSize": 3,
    })
}

/// A list with everything there is.
pub fn list(records: &[Value]) -> Answer {
    Answer::ok(&json!({ "totalCount": records.len(), "content": records }))
}

/// An empty list.
pub fn nothing() -> Answer {
    Answer::ok(&json!({ "totalCount": 0, "content": [] }))
}

/// The answer to a write that took effect.
pub fn receipt(message: &str) -> Answer {
    Answer::ok(&json!({ "returnMessage": message }))
}

/// An error of the service.
pub fn refusal(status: u16, message: &str) -> Answer {
    Answer::json(status, &json!({ "error": { "errorCode": "3001", "message": message, "details": "" } }))
}

/// Answers of a page with two frames, "Alpha" and "Beta", of which the second can be opened.
pub fn two_frames() -> [(&'static str, Answer); 4] {
    [
        (FRAMES, frames(&[frame(83, "Alpha"), frame(84, "Beta")])),
        (FRAME, Answer::ok(&frame(84, "Beta"))),
        (BOXES, nothing()),
        (FRAME_INFRA, nothing()),
    ]
}
