//! How answers may not differ: a decision is taken on these.

use databoxframe::bucket::GetBucketList;
use databoxframe::data_box::*;
use databoxframe::error::{Expected, Found};
use databoxframe::export_review::*;
use databoxframe::frame::*;
use serde_json::json;

use crate::requests::review;
use crate::{mismatch, read};

#[test]
fn a_review_without_its_number_box_or_status_is_refused() {
    for name in ["exportApplyId", "dataBoxNo", "status"] {
        for replacement in [None, Some(json!(null)), Some(json!("")), Some(json!({}))] {
            let mut item = review();
            match replacement {
                Some(value) => item[name] = value,
                None => drop(item.as_object_mut().unwrap().remove(name)),
            }
            let body = json!({ "totalCount": 2, "content": [review(), item] });
            let path = format!("content[1].{name}");
            assert_eq!(mismatch::<GetExportFileApproveList>(&body).path, path, "{body}");
            assert_eq!(mismatch::<GetExportFileApproveDetail>(&body).path, path, "{body}");
        }
    }
    let mut first = review();
    first.as_object_mut().unwrap().remove("status");
    let error = mismatch::<GetExportFileApproveDetail>(json!({ "content": [first] }));
    assert_eq!(
        (error.path.as_str(), error.expected, error.found),
        ("content[0].status", Expected::StatusCode, Found::Nothing)
    );
}

#[test]
fn answers_that_are_something_else_are_refused() {
    for body in [json!({}), json!({ "totalCount": 3 }), json!({ "returnMessage": "ok" })] {
        assert_eq!(mismatch::<GetBucketList>(&body).path, "content", "{body}");
    }
    assert_eq!(mismatch::<GetBucketList>(r#"{"content":"none"}"#).path, "content");
    assert_eq!(mismatch::<GetBucketList>(r#"{"content":[{},7]}"#).path, "content[1]");
    assert_eq!(mismatch::<GetBucketList>(r#"{"content":[{"bucketName":[]}]}"#).path, "content[0].bucketName");
    assert_eq!(mismatch::<GetDataBoxFrameDetail>("[]").path, "");
    assert_eq!(mismatch::<GetLinuxInfo>(r#"{"storageList":[{"name":{}}]}"#).path, "storageList[0].name");
}

#[test]
fn decisions_follow_status_and_review_date() {
    for (status, reviewed, decidable) in [
        ("REQ_CMPL", None, Decidable::Yes),
        ("REQ_CMPL", Some(""), Decidable::Yes),
        ("REQ_CMPL", Some("2023-05-03 09:55:02"), Decidable::Decided),
        ("INIT", None, Decidable::NotYet),
        ("COPY_CMPL", None, Decidable::Decided),
        ("COPY_ING", None, Decidable::Unknown),
        ("COPY_ING", Some("2023-05-03 09:55:02"), Decidable::Decided),
    ] {
        let mut item = review();
        item["status"] = status.into();
        item["approveDate"] = reviewed.into();
        let list = read::<GetExportFileApproveList>(json!({ "content": [item] }));
        assert_eq!(list.content[0].decidable(), decidable, "{status} {reviewed:?}");
    }
}
