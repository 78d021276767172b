//! Answers about imports, exports, their review, accounts and buckets.

use databoxframe::bucket::GetBucketList;
use databoxframe::code::{ExportStatus, ImportStatus};
use databoxframe::export::*;
use databoxframe::export_review::*;
use databoxframe::import::*;
use databoxframe::{Flag, Id};
use serde_json::{Value, json};

use crate::{amount, date, id, read, text};

#[test]
fn get_target_nas_list_and_get_source_nas_list() {
    let list = read::<GetTargetNasList>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "nasInstanceNo": 123456789,
           "nasName": "nasw194n1"
          }
         ]
        }"#,
    );
    assert_eq!(list.content[0].nas_instance_no, Id::new("123456789"));
    assert_eq!(list.content[0].name, text("nasw194n1"));
    let list = read::<GetSourceNasList>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "nasInstanceNo": "12345678",
           "nasName": "nasw381n1"
          }
         ]
        }"#,
    );
    assert_eq!(list.content[0].nas_instance_no.number(), Some(12_345_678));
    assert_eq!(list.content[0].name, text("nasw381n1"));
}

/// Documented by a table only, which lists the fields of an item beside `totalCount`.
#[test]
fn apply_file_import() {
    let item = json!({
        "importApplyId": "878", "dataBoxNo": "381", "dataBoxName": "BOX#1", "nasInstanceName": "nasw381n1",
        "sourceBucketName": "testddfdas", "sourceBucketFileName": "sample.xlsx", "status": "INIT",
    });
    let mut flat = item.clone();
    flat["totalCount"] = 1.into();
    for body in [json!({ "totalCount": 1, "content": [item] }), flat] {
        let list = read::<ApplyFileImport>(&body);
        assert_eq!(list.total(), 1);
        let [applied] = list.content.as_slice() else { panic!("{list:?}") };
        assert_eq!(applied.import_apply_id, id("878"));
        assert_eq!(applied.box_no, id("381"));
        assert_eq!(applied.box_name, text("BOX#1"));
        assert_eq!(applied.nas_name, text("nasw381n1"));
        assert_eq!(applied.source_bucket, text("testddfdas"));
        assert_eq!(applied.source_file, text("sample.xlsx"));
        assert_eq!(applied.status, Some(ImportStatus::Init));
    }
}

#[test]
fn get_import_apply_list() {
    let list = read::<GetImportApplyList>(
        r#"{
         "totalCount": 3,
         "content": [
          {
           "importApplyId": "-",
           "dataBoxName": "BOX#1",
           "dataBoxNo": "194",
           "targetNasName": "nasw194n1",
           "sourceBucketName": "databoxuser",
           "sourceFileName": "-",
           "applyDate": "2023-05-03 16:36:34",
           "completeDate": "2023-05-03 16:36:38",
           "status": "SCSS",
           "memo": "test"
          }
         ]
        }"#,
    );
    assert_eq!(list.total(), 3);
    let request = &list.content[0];
    assert_eq!(request.import_apply_id, Id::new("-"));
    assert_eq!(request.box_name, text("BOX#1"));
    assert_eq!(request.box_no, id("194"));
    assert_eq!(request.target_nas, text("nasw194n1"));
    assert_eq!(request.source_bucket, text("databoxuser"));
    assert_eq!(request.source_file, text("-"));
    assert_eq!(date(&request.applied), "2023-05-03 16:36:34");
    assert_eq!(date(&request.completed), "2023-05-03 16:36:38");
    assert_eq!(request.status, Some(ImportStatus::Success));
    assert_eq!(request.memo, text("test"));
}

#[test]
fn get_import_apply_detail() {
    let list = read::<GetImportApplyDetail>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "importApplyId": "-",
           "dataBoxName": "BOX#3",
           "dataBoxNo": "194",
           "targetNasName": "nasw194n1",
           "sourceBucketName": "databoxuser",
           "sourceFileName": "-",
           "status": "SCSS",
           "memo": "test"
          }
         ]
        }"#,
    );
    let request = &list.content[0];
    assert_eq!(request.box_name, text("BOX#3"));
    assert_eq!((request.applied.as_ref(), request.completed.as_ref()), (None, None));
    assert_eq!(request.status, Some(ImportStatus::Success));
}

#[test]
fn get_ssl_vpn_account_list() {
    let list = read::<GetSslVpnAccountList>(
        r#"{
         "content": [
          {
           "sslVpnNo": "776",
           "vpnId": "**********",
           "email": "n*******@navercorp.com",
           "countryCode": "82",
           "phoneNumber": "01040*******"
          }
         ]
        }"#,
    );
    assert_eq!(list.total_count, None);
    assert_eq!(list.total(), 1, "counted, as the answer does not say");
    let account = &list.content[0];
    assert_eq!(account.ssl_vpn_no, Id::new("776"));
    assert_eq!(account.vpn_id, text("**********"));
    assert_eq!(account.email, text("n*******@navercorp.com"));
    assert_eq!(account.country_code, text("82"));
    assert_eq!(account.phone_number, text("01040*******"));
}

#[test]
fn apply_file_export() {
    let list = read::<ApplyFileExport>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "exportApplyId": 1544,
           "dataBoxNo": "194",
           "dataBoxName": "BOX#3",
           "nasInstanceName": "nasw194n1",
           "sourceNasFileName": "-",
           "targetBucketName": "-",
           "status": "INIT"
          }
         ]
        }"#,
    );
    let applied = &list.content[0];
    assert_eq!(applied.export_apply_id, id("1544"));
    assert_eq!(applied.box_no, id("194"));
    assert_eq!(applied.box_name, text("BOX#3"));
    assert_eq!(applied.nas_name, text("nasw194n1"));
    assert_eq!(applied.source_file, text("-"));
    assert_eq!(applied.target_bucket, text("-"));
    assert_eq!(applied.status, Some(ExportStatus::Init));
}

/// The list and the detail print the same row, with another `totalCount`.
#[test]
fn get_export_apply_list_and_get_export_apply_detail() {
    let body = r#"{
     "totalCount": 3,
     "content": [
      {
       "exportApplyId": "-",
       "dataBoxName": "BOX#3",
       "dataBoxNo": "194",
       "vpnId": "-",
       "sourceNasName": "nasw194n1",
       "sourceFileName": "-",
       "targetBucketName": "databoxuserout",
       "status": "COPY_CMPL",
       "applyDate": "2023-05-03 09:51:45",
       "resultDate": "2023-05-03 09:55:02",
       "memo": "test"
      }
     ]
    }"#;
    let list = read::<GetExportApplyList>(body);
    assert_eq!(list.total(), 3);
    let request = &list.content[0];
    assert_eq!(request.export_apply_id, Id::new("-"));
    assert_eq!(request.box_name, text("BOX#3"));
    assert_eq!(request.box_no, id("194"));
    assert_eq!(request.vpn_id, text("-"));
    assert_eq!(request.source_nas, text("nasw194n1"));
    assert_eq!(request.source_file, text("-"));
    assert_eq!(request.target_bucket, text("databoxuserout"));
    assert_eq!(request.status, ExportStatus::CopyComplete);
    assert_eq!(date(&request.applied), "2023-05-03 09:51:45");
    assert_eq!(date(&request.reviewed), "2023-05-03 09:55:02");
    assert_eq!(request.memo, text("test"));
    assert!(request.extra.is_empty());

    let detail = read::<GetExportApplyDetail>(body.replace("\"totalCount\": 3", "\"totalCount\": 1"));
    assert_eq!(detail.total(), 1);
    assert_eq!(&detail.content[0], request);
}

#[test]
fn get_export_file_approve_list() {
    let list = read::<GetExportFileApproveList>(
        r#"{
         "totalCount": 3,
         "content": [
          {
           "exportApplyId": "-",
           "dataBoxName": "BOX#3",
           "dataBoxNo": "194",
           "sslVpnId": "-",
           "sourceFileName": "-",
           "applyDate": "2023-05-03 09:51:45",
           "approveDate": "2023-05-03 09:55:02",
           "status": "COPY_CMPL",
           "fileSize": "10"
          }
         ]
        }"#,
    );
    let review = &list.content[0];
    assert_eq!(review.box_name, text("BOX#3"));
    assert_eq!(review.box_no, Id::new("194"));
    assert_eq!(review.ssl_vpn_id, text("-"));
    assert_eq!(review.source_file, text("-"));
    assert_eq!(date(&review.applied), "2023-05-03 09:51:45");
    assert_eq!(date(&review.reviewed), "2023-05-03 09:55:02");
    assert_eq!(review.status, ExportStatus::CopyComplete);
    assert_eq!(review.file_size_mb.as_ref().unwrap().value(), Some(10.0));
    assert_eq!(review.decidable(), Decidable::Decided);
    assert_eq!((review.description.as_ref(), review.export_purpose.as_ref()), (None, None));
}

pub fn review() -> Value {
    json!({
        "exportApplyId": "-",
        "dataBoxName": "BOX#3",
        "dataBoxNo": "194",
        "sslVpnId": "-",
        "sourceFileName": "-",
        "applyDate": "2023-05-03 09:51:45",
        "approveDate": "2023-05-03 09:55:02",
        "status": "COPY_CMPL",
        "description": "for test",
        "exportPurpose": "this is a test",
        "memo": "test",
        "fileSize": "10",
    })
}

#[test]
fn get_export_file_approve_detail() {
    let list = read::<GetExportFileApproveDetail>(json!({ "totalCount": 1, "content": [review()] }));
    let review = &list.content[0];
    assert_eq!(review.status, ExportStatus::CopyComplete);
    assert_eq!(review.description, text("for test"));
    assert_eq!(review.export_purpose, text("this is a test"));
    assert_eq!(review.memo, text("test"));
    assert_eq!(review.file_size_mb, amount("10"));
    assert!(review.extra.is_empty());
}

#[test]
fn get_bucket_list() {
    let list = read::<GetBucketList>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "disabled": false,
           "bucketName": "testddfdas"
          }
         ]
        }"#,
    );
    assert_eq!(list.content[0].disabled, Some(Flag::No));
    assert_eq!(list.content[0].name, text("testddfdas"));
}
