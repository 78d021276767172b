//! How answers may differ from the examples.

use databoxframe::bucket::GetBucketList;
use databoxframe::code::{BoxStatus, ExportStatus, FrameStatus, ImportStatus};
use databoxframe::data_box::*;
use databoxframe::error::{ErrorKind, Found};
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::import::*;
use databoxframe::product::Product;
use databoxframe::{Flag, Id, Reply, decode};
use serde_json::{Value, json};

use crate::data_boxes::BOX_SUMMARY;
use crate::frames::FRAME_DETAIL;
use crate::requests::review;
use crate::{mismatch, read, text};

#[test]
fn ids_are_numbers_or_texts() {
    for (written, number) in [
        (json!(1046), Some(1046)),
        (json!("1046"), Some(1046)),
        (json!(u64::MAX), Some(u64::MAX)),
        (json!("*****"), None),
        (json!(-1), None),
        (json!(1.5), None),
    ] {
        let list = read::<GetDataBoxFrameList>(json!({ "content": [{ "dataBoxFrameNo": written }] }));
        assert_eq!(list.content[0].frame_no.number(), number, "{written}");
    }
}

#[test]
fn what_can_not_name_a_thing_is_no_id() {
    let long = json!("9".repeat(Id::MAX_LENGTH + 1));
    for (wrong, found) in [
        (json!(null), Found::Null),
        (json!(""), Found::EmptyText),
        (json!(true), Found::Boolean),
        (json!([1]), Found::List),
        (json!({}), Found::Object),
        (long, Found::LongText),
    ] {
        let error = mismatch::<GetDataBoxFrameList>(json!({ "content": [{ "dataBoxFrameNo": wrong }] }));
        assert_eq!((error.path.as_str(), error.found), ("content[0].dataBoxFrameNo", found));
    }
    let error = mismatch::<GetDataBoxFrameList>(json!({ "content": [{ "statusCode": "SET_USE" }] }));
    assert_eq!((error.path.as_str(), error.found), ("content[0].dataBoxFrameNo", Found::Nothing));
}

#[test]
fn optional_fields_may_be_missing_or_null() {
    let detail = read::<GetDataBoxFrameDetail>("{}");
    assert_eq!((detail.frame_no, detail.status, detail.created), (None, None, None));
    let nulls: Value = serde_json::from_str::<serde_json::Map<_, _>>(FRAME_DETAIL)
        .unwrap()
        .into_iter()
        .map(|(name, _)| (name, Value::Null))
        .collect();
    let detail = read::<GetDataBoxFrameDetail>(nulls);
    assert_eq!((detail.frame_no, detail.status, detail.created), (None, None, None));
    assert!(detail.extra.is_empty());
    assert_eq!(read::<GetLinuxInfo>("{}").mounts, []);
    assert_eq!(read::<GetLinuxInfo>(r#"{"storageList":null}"#).mounts, []);
    assert_eq!(read::<ReturnDataBox>("{}").return_message, None);
    let list = read::<GetDataBoxInfraList>(r#"{"content":[{"statusCode":"","instanceNo":""}]}"#);
    assert_eq!((list.content[0].status.as_ref(), list.content[0].instance_no.as_ref()), (None, None));
}

#[test]
fn unknown_codes_and_words_are_kept_verbatim() {
    let list = read::<GetDataBoxList>(r#"{"content":[{"dataBoxNo":1,"statusCode":"use","disabled":"?"}]}"#);
    assert_eq!(list.content[0].status, Some(BoxStatus::Other("use".into())));
    assert_eq!(list.content[0].disabled, Some(Flag::Other("?".into())));
    let list = read::<GetImportApplyList>(r#"{"content":[{"importApplyId":1,"status":"ERR_새"}]}"#);
    assert_eq!(list.content[0].status, Some(ImportStatus::Other("ERR_새".into())));
    let list = read::<GetDataBoxInfraList>(r#"{"content":[{"productCode":"WIN"}]}"#);
    assert_eq!(list.content[0].product, Some(Product::Other("WIN".into())));
    let mut other = review();
    other["status"] = "REJECT".into();
    other.as_object_mut().unwrap().remove("approveDate");
    let list = read::<GetExportFileApproveList>(json!({ "content": [other] }));
    assert_eq!(list.content[0].status, ExportStatus::Other("REJECT".into()));
    assert_eq!(list.content[0].decidable(), Decidable::Unknown);
}

#[test]
fn every_documented_code_is_known() {
    for code in ["SET_READY", "SET_INIT", "SET_USE", "SET_ING", "SET_RTN", "SET_TERMT"] {
        assert!(FrameStatus::KNOWN.contains(&FrameStatus::from_code(code)), "{code}");
        let code = code.trim_start_matches("SET_");
        assert!(BoxStatus::KNOWN.contains(&BoxStatus::from_code(code)), "{code}");
    }
    for code in ["INIT", "REQ_CMPL", "COPY_CMPL"] {
        assert!(ExportStatus::KNOWN.contains(&ExportStatus::from_code(code)), "{code}");
    }
    for code in ["INIT", "ING", "SCSS", "ERR_FILE", "ERR_SYS", "ERR_SEC"] {
        assert!(ImportStatus::KNOWN.contains(&ImportStatus::from_code(code)), "{code}");
    }
    let products = "ADMIN_CENT ADMIN_UBUNTU CON HD_E HD_M HD_W NAS SVR_LNX_CENT SVR_LNX_UBUNTU TF_CPU TF_GPU";
    for code in products.split(' ') {
        assert!(Product::KNOWN.contains(&Product::from_code(code)), "{code}");
    }
}

#[test]
fn undocumented_fields_are_kept() {
    let list = read::<GetBucketList>(
        json!({ "content": [{ "bucketName": "b", "region": { "code": "KR" } }], "pageNo": 2 }),
    );
    assert_eq!(list.extra["pageNo"], 2);
    assert_eq!(list.content[0].extra["region"]["code"], "KR");
    let receipt = read::<ReturnDataBox>(json!({ "returnMessage": "ok", "requestId": [1, null] }));
    assert_eq!(receipt.extra["requestId"], json!([1, null]));
}

#[test]
fn a_name_that_the_parser_uses_itself_is_a_name_like_any_other() {
    for name in ["$serde_json::private::Number", "$serde_json::private::RawValue"] {
        for value in [json!("83"), json!(83), json!("x"), json!({}), json!([{ name: "1" }])] {
            let list = read::<GetBucketList>(
                json!({ "content": [{ name: value, "bucketName": "b", "nested": [{ name: value }] }] }),
            );
            assert_eq!(list.content[0].name, text("b"));
            assert_eq!(list.content[0].extra[name], value);
            assert_eq!(list.content[0].extra["nested"][0][name], value);
        }
        // Neither a number nor a text.
        let body = json!({ "content": [{ "dataBoxFrameNo": { name: "83" } }] }).to_string();
        let reply = Reply { status: 200, content_type: Some("application/json"), body: body.as_bytes() };
        let error = decode::<GetDataBoxFrameList>(&reply).unwrap_err();
        let ErrorKind::Unexpected(mismatch) = error.kind else { panic!("{error}") };
        assert_eq!((mismatch.path.as_str(), mismatch.found), ("content[0].dataBoxFrameNo", Found::Object));
    }
}

#[test]
fn content_in_other_wrappings() {
    let item = json!({ "bucketName": "b" });
    for body in [
        json!({ "totalCount": 1, "content": [item] }),
        json!({ "totalCount": "1", "content": item }),
        json!({ "content": [item] }),
        json!([item]),
        json!({ "totalCount": 1, "bucketName": "b" }),
        item,
    ] {
        let list = read::<GetBucketList>(&body);
        assert_eq!(list.total(), 1, "{body}");
        assert_eq!(list.content[0].name, text("b"), "{body}");
    }
    for body in [
        json!({ "totalCount": 0, "content": [] }),
        json!({ "totalCount": 0, "content": null }),
        json!({ "totalCount": "0" }),
        json!([]),
    ] {
        let list = read::<GetBucketList>(&body);
        assert_eq!((list.total(), list.content.len()), (0, 0), "{body}");
    }
}

#[test]
fn bare_answers_in_the_wrapper_of_the_detail_calls() {
    let bare: Value = serde_json::from_str(BOX_SUMMARY).unwrap();
    let expected = read::<GetDataBoxSummaryInfo>(&bare);
    for body in [json!({ "totalCount": 1, "content": [bare] }), json!({ "content": bare })] {
        assert_eq!(read::<GetDataBoxSummaryInfo>(body), expected);
    }
}

#[test]
fn the_misspelt_address_of_the_ssl_vpn() {
    let misspelt = BOX_SUMMARY.replace("connectSslVpnUrl", "conectSslVpnUrl");
    assert!(misspelt.contains("conectSslVpnUrl"));
    let expected = read::<GetDataBoxSummaryInfo>(BOX_SUMMARY);
    let found = read::<GetDataBoxSummaryInfo>(misspelt);
    assert!(found.answered.contains("conectSslVpnUrl"), "{}", found.answered);
    assert_eq!(BoxSummary { answered: expected.answered.clone(), ..found }, expected);
}

#[test]
fn a_byte_order_mark_and_white_space_are_overlooked() {
    assert_eq!(
        read::<GetDataBoxSummaryInfo>(format!("\u{feff}\r\n {BOX_SUMMARY}\n")),
        read::<GetDataBoxSummaryInfo>(BOX_SUMMARY)
    );
}
