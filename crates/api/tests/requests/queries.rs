//! Queries: paths, parameters, encoding.

use databoxframe::Page;
use databoxframe::bucket::GetBucketList;
use databoxframe::code::{ExportStatus, ImportStatus};
use databoxframe::data_box::*;
use databoxframe::date::DateTime;
use databoxframe::export::*;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::import::*;

use crate::{id, path, query};

pub fn reviews(status: Option<ExportStatus>) -> GetExportFileApproveList {
    GetExportFileApproveList {
        frame_no: id(83),
        box_no: None,
        apply_start: None,
        apply_end: None,
        status,
        page: None,
    }
}

#[test]
fn any_text_survives_a_query() {
    let text = "한글 a+b&c%d/e";
    let path = path(&reviews(Some(ExportStatus::Other(text.into()))));
    assert_eq!(query(&path), [("dataBoxFrameNo".into(), "83".into()), ("status".into(), text.into())]);
    // No server or relay may read it in two ways.
    let (_, value) = path.split_once("status=").unwrap();
    let value = value.split('&').next().unwrap();
    assert_eq!(value, "%ED%95%9C%EA%B8%80%20a%2Bb%26c%25d%2Fe");
}

#[test]
fn each_character_survives_a_query_on_its_own() {
    let ascii = (0..=0x7f_u8).map(char::from);
    for c in ascii.chain(['é', '한', '₩', '\u{a0}', '\u{feff}', '\u{2028}', '😀', '\u{10ffff}']) {
        // Beside a letter: a status of nothing visible is refused.
        let status = format!("s{c}");
        let path = path(&reviews(Some(ExportStatus::Other(status.clone().into()))));
        assert_eq!(query(&path)[1].1, status, "{c:?} in {path}");
        let (_, value) = path.split_once("status=s").unwrap();
        let unreserved = c.is_ascii_alphanumeric() || "-._~".contains(c);
        assert_eq!(value.starts_with('%'), !unreserved, "{c:?} in {path}");
    }
}

#[test]
fn documented_queries() {
    let date = |text| DateTime::parse(text);
    let page = Some(Page { number: 1, size: 1000 });
    for (sent, documented) in [
        (path(&GetDataBoxFrameList { page: None }), "data-box-frame/get-data-box-frame-list"),
        (
            path(&GetDataBoxFrameDetail { frame_no: id(83) }),
            "data-box-frame/get-data-box-frame-detail?dataBoxFrameNo=83",
        ),
        (
            path(&GetDataBoxFrameInfraList { frame_no: id(83), page: None }),
            "data-box-frame/get-data-box-frame-infra-list?dataBoxFrameNo=83",
        ),
        (
            path(&GetDataBoxList { frame_no: id(83), page: Some(Page { number: 1, size: 10 }) }),
            "data-box/get-data-box-list?dataBoxFrameNo=83&pageNo=1&pageSize=10",
        ),
        (
            path(&GetDataBoxInfraList { frame_no: id(83), box_no: id(381) }),
            "data-box/get-data-box-infra-list?dataBoxFrameNo=83&dataBoxNo=381",
        ),
        (
            path(&GetDataBoxSummaryInfo { frame_no: id(83), box_no: id(381) }),
            "data-box/get-data-box-summary-info?dataBoxFrameNo=83&dataBoxNo=381",
        ),
        (
            path(&GetHadoopClusterInfo { frame_no: id(83), box_no: id(381), instance_no: id(7) }),
            "data-box/get-hadoop-cluster-info?dataBoxFrameNo=83&dataBoxNo=381&instanceNo=7",
        ),
        (
            path(&GetLinuxInfo { frame_no: id(1045), box_no: id(198), instance_no: id(7) }),
            "data-box/get-linux-info?dataBoxFrameNo=1045&dataBoxNo=198&instanceNo=7",
        ),
        (
            path(&GetTensorFlowInfo { frame_no: id(83), box_no: id(381), instance_no: id(7) }),
            "data-box/get-tensor-flow-info?dataBoxFrameNo=83&dataBoxNo=381&instanceNo=7",
        ),
        (
            path(&GetTargetNasList { frame_no: id(83), box_no: id(381) }),
            "import/get-target-nas-list?dataBoxFrameNo=83&dataBoxNo=381",
        ),
        (
            path(&GetImportApplyList {
                frame_no: id(83),
                box_no: Some(id(381)),
                apply_start: date("2025-03-25"),
                apply_end: date("2025-03-29"),
                status: Some(ImportStatus::Success),
                page,
            }),
            "import/get-import-apply-list?dataBoxFrameNo=83&dataBoxNo=381&applyStartDate=20250325000000&applyEndDate=20250329000000&pageNo=1&pageSize=1000&status=SCSS",
        ),
        (
            path(&GetImportApplyDetail { frame_no: id(83), box_no: id(381), import_apply_id: id(878) }),
            "import/get-import-apply-detail?dataBoxFrameNo=83&dataBoxNo=381&importApplyId=878",
        ),
        (
            path(&GetSourceNasList { frame_no: id(83), box_no: id(381) }),
            "export/get-source-nas-list?dataBoxFrameNo=83&dataBoxNo=381",
        ),
        (
            path(&GetSslVpnAccountList { frame_no: id(83), box_no: id(381) }),
            "export/get-ssl-vpn-account-list?dataBoxFrameNo=83&dataBoxNo=381",
        ),
        (
            path(&GetExportApplyList {
                frame_no: id(83),
                box_no: id(381),
                apply_start: date("2025-03-25"),
                apply_end: date("2025-03-29"),
                status: Some(ExportStatus::RequestComplete),
                page,
            }),
            "export/get-export-apply-list?dataBoxFrameNo=83&dataBoxNo=381&applyStartDate=20250325000000&applyEndDate=20250329000000&pageNo=1&pageSize=1000&status=REQ_CMPL",
        ),
        (
            path(&GetExportApplyDetail { frame_no: id(1046), box_no: id(194), export_apply_id: id(367) }),
            "export/get-export-apply-detail?dataBoxFrameNo=1046&dataBoxNo=194&exportApplyId=367",
        ),
        (
            path(&GetExportFileApproveList {
                frame_no: id(83),
                box_no: Some(id(381)),
                apply_start: date("2025-03-25"),
                apply_end: date("2025-03-29"),
                status: None,
                page,
            }),
            "export-approve/get-export-file-approve-list?dataBoxFrameNo=83&dataBoxNo=381&applyStartDate=20250325000000&applyEndDate=20250329000000&pageNo=1&pageSize=1000",
        ),
        (
            path(&GetExportFileApproveDetail {
                frame_no: id(83),
                box_no: id(381),
                export_apply_id: id(1545),
            }),
            "export-approve/get-export-file-approve-detail?dataBoxFrameNo=83&dataBoxNo=381&exportApplyId=1545",
        ),
        (path(&GetBucketList), "bucket/get-bucket-list"),
    ] {
        let documented = format!("/api/v1/{documented}");
        assert_eq!(sent.split('?').next(), documented.split('?').next());
        assert_eq!(query(&sent), query(&documented), "{sent}");
    }
}
