//! Answers about frames.

use databoxframe::code::FrameStatus;
use databoxframe::frame::*;
use databoxframe::{Flag, Id};

use crate::{amount, date, id, read, text};

#[test]
fn get_data_box_frame_list() {
    let list = read::<GetDataBoxFrameList>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "dataBoxFrameNo": "1046",
           "dataBoxFrameName": "frame-dev-20230315",
           "dataBoxCount": "1",
           "createDate": "2023-03-15 10:53:10",
           "statusCode": "SET_USE",
           "statusName": "Using"
          }
         ]
        }"#,
    );
    assert_eq!(list.total(), 1);
    let [frame] = list.content.as_slice() else { panic!("{list:?}") };
    assert_eq!(frame.frame_no, Id::new("1046"));
    assert_eq!(frame.name, text("frame-dev-20230315"));
    assert_eq!(frame.box_count.as_ref().unwrap().value(), Some(1.0));
    assert_eq!(date(&frame.created), "2023-03-15 10:53:10");
    assert_eq!(frame.status, Some(FrameStatus::Use));
    assert_eq!(frame.status_name, text("Using"));
    assert!(frame.extra.is_empty() && list.extra.is_empty());
}

pub const FRAME_DETAIL: &str = r#"{
 "dataBoxFrameNo": "1046",
 "dataBoxFrameName": "frame-sample",
 "dataBoxCount": "1",
 "createDate": "2023-03-15 10:53:10",
 "statusCode": "SET_USE",
 "statusName": "Using",
 "memo": "memo sample",
 "exportBucketName": "011",
 "usePseudonymInfo": "Y"
}"#;

#[test]
fn get_data_box_frame_detail() {
    let frame = read::<GetDataBoxFrameDetail>(FRAME_DETAIL);
    assert_eq!(frame.frame_no, id("1046"));
    assert_eq!(frame.name, text("frame-sample"));
    assert_eq!(frame.box_count, amount("1"));
    assert_eq!(date(&frame.created), "2023-03-15 10:53:10");
    assert_eq!(frame.status, Some(FrameStatus::Use));
    assert_eq!(frame.status_name, text("Using"));
    assert_eq!(frame.memo, text("memo sample"));
    assert_eq!(frame.export_bucket, text("011"), "a name, not a number");
    assert_eq!(frame.uses_pseudonym_info, Some(Flag::Yes));
    assert!(frame.extra.is_empty());
}

#[test]
fn get_data_box_frame_infra_list() {
    let answer = read::<GetDataBoxFrameInfraList>(
        r#"{
         "totalCount": 2,
         "content": [
          {
           "infraType": "Server",
           "instanceName": "admin-1046-1",
           "privateIp": "-.-.-.-",
           "publicIp": "-.-.-.-",
           "osName": "Ubuntu",
           "specName": "CPU Linux Server (S2 L1 : 2vCPU 8GB Mem)",
           "prodSpecId": 2001,
           "userName": "root",
           "useData": "",
           "createDate": "2023-03-15 10:53:09",
           "statusCode": "SET_USE",
           "statusName": "Using",
           "instanceNo": "-",
           "instanceStatusCode": "RUN"
          },
          {
           "infraType": "NAS",
           "instanceName": "pub1046n1",
           "privateIp": "",
           "osName": "",
           "specName": "500",
           "userName": "/mnt/nasr/pub1046n1",
           "useData": "0",
           "createDate": "2023-03-15 10:53:09",
           "...": "rest of the example not visible"
          }
         ]
        }"#,
    );
    assert_eq!(answer.uses_pseudonym_info, None, "in the table, not in the example");
    assert_eq!(answer.list.total(), 2);
    let [server, nas] = answer.list.content.as_slice() else { panic!("{answer:?}") };
    assert!(!server.is_nas());
    assert_eq!(server.infra_type, text("Server"));
    assert_eq!(server.name, text("admin-1046-1"));
    assert_eq!(server.private_ip, text("-.-.-.-"));
    assert_eq!(server.public_ip, text("-.-.-.-"));
    assert_eq!(server.os_name, text("Ubuntu"));
    assert_eq!(server.spec_name, text("CPU Linux Server (S2 L1 : 2vCPU 8GB Mem)"));
    assert_eq!(server.prod_spec_id, id("2001"));
    assert_eq!(server.user_name, text("root"));
    assert_eq!(server.connect_info, None);
    assert_eq!(server.used_gb.as_ref().unwrap().value(), None, "an empty text is no amount");
    assert_eq!(date(&server.created), "2023-03-15 10:53:09");
    assert_eq!(server.status, Some(FrameStatus::Use));
    assert_eq!(server.status_name, text("Using"));
    assert_eq!(server.instance_no, id("-"));
    assert_eq!(server.instance_no.as_ref().unwrap().number(), None, "a mask is never sent");
    assert_eq!(server.instance_status, text("RUN"));
    assert!(nas.is_nas());
    assert_eq!(nas.spec_name, text("500"));
    assert_eq!(nas.user_name, text("/mnt/nasr/pub1046n1"));
    assert_eq!(nas.used_gb, amount("0"));
    assert_eq!((nas.prod_spec_id.as_ref(), nas.status.as_ref()), (None, None));
    assert_eq!(nas.extra["..."], "rest of the example not visible");

    let answer = read::<GetDataBoxFrameInfraList>(r#"{"totalCount":0,"usePseudonymInfo":"N","content":[]}"#);
    assert_eq!(answer.uses_pseudonym_info, Some(Flag::No));
    assert!(answer.list.content.is_empty() && answer.list.extra.is_empty());
}
