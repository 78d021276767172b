//! What the seeded world promises to those who look at it or test against it.

use std::collections::BTreeSet;

use databoxframe_simulator::{Behaviour, Settings};
use serde_json::Value;

use crate::support::Client;

fn all(c: &mut Client, operation: &str) -> Vec<Value> {
    let list = |frame| format!("dataBoxFrameNo={frame}&pageSize=1000");
    [83, 1046, 1187].iter().flat_map(|frame| c.get(operation, &list(frame)).ok().content().to_vec()).collect()
}

fn values<'r>(rows: &'r [Value], field: &str) -> BTreeSet<&'r str> {
    rows.iter().filter_map(|row| row[field].as_str()).collect()
}

#[test]
fn hundreds_of_requests_of_every_status_for_any_seed() {
    for seed in [0, 7, 12_345, u64::MAX] {
        let c = &mut Client::with(Settings { seed, ..Settings::default() }, Behaviour::default());
        let exports = all(c, "get-export-file-approve-list");
        assert_eq!(exports.len(), 260);
        assert_eq!(exports.iter().filter(|row| row["status"] == "REQ_CMPL").count(), 40);
        assert_eq!(
            values(&exports, "status"),
            BTreeSet::from(["CANCEL", "COPY_CMPL", "COPY_ING", "ERR_FILE", "INIT", "REJECT", "REQ_CMPL"]),
        );
        let imports = all(c, "get-import-apply-list");
        assert_eq!(imports.len(), 230);
        assert!(values(&imports, "status").is_superset(&BTreeSet::from(["ERR_FILE", "INIT", "ING", "SCSS"])));
        // Waiting ones in every frame, none of them in a box that is leaving or closed.
        for (frame, waiting) in [(83, 15), (1046, 5), (1187, 5)] {
            let query = format!("dataBoxFrameNo={frame}&status=REQ_CMPL");
            let total =
                c.get("get-export-file-approve-list", &query).ok().body["totalCount"].as_u64().unwrap();
            assert!(total >= waiting, "{frame}: {total}");
        }
    }
}

/// How many export requests each frame has, by its number.
fn exports_by_frame(settings: Settings) -> Vec<(String, u64)> {
    let c = &mut Client::with(settings, Behaviour::default());
    let frames = c.get("get-data-box-frame-list", "pageSize=100").ok();
    let frames = frames.content().iter().map(|frame| frame["dataBoxFrameNo"].as_str().unwrap().to_owned());
    frames
        .map(|frame| {
            let list = c.get("get-export-file-approve-list", &format!("dataBoxFrameNo={frame}")).ok();
            (frame, list.body["totalCount"].as_u64().unwrap())
        })
        .collect()
}

#[test]
fn as_many_requests_as_asked() {
    for requests in [0, 1, 100_000] {
        let settings = Settings { requests: Some(requests), ..Settings::default() };
        let exports: u64 = exports_by_frame(settings.clone()).into_iter().map(|(_, count)| count).sum();
        assert_eq!(exports, requests);
        let c = &mut Client::with(settings, Behaviour::default());
        let imports = |frame| format!("dataBoxFrameNo={frame}");
        let count = |frame| c.get("get-import-apply-list", &imports(frame)).ok().body["totalCount"].as_u64();
        assert_eq!([83, 1046, 1187].map(count).into_iter().flatten().sum::<u64>(), requests);
    }
}

#[test]
fn as_many_frames_as_asked_each_with_requests() {
    for (frames, requests) in [(1, 260), (3, 260), (50, 1_000)] {
        let settings = Settings { frames: Some(frames), requests: Some(requests), ..Settings::default() };
        let exports = exports_by_frame(settings);
        assert_eq!(exports.len() as u64, frames);
        assert!(exports.iter().all(|(_, count)| *count > 10), "{exports:?}");
        assert_eq!(exports.iter().map(|(_, count)| count).sum::<u64>(), requests);
    }
    let usual = exports_by_frame(Settings::default());
    assert_eq!(usual, exports_by_frame(Settings { frames: Some(3), ..Settings::default() }));
}

#[test]
fn ninety_days_with_nothing_in_the_future() {
    let c = &mut Client::new();
    for (operation, done) in
        [("get-export-file-approve-list", "approveDate"), ("get-import-apply-list", "completeDate")]
    {
        for row in all(c, operation) {
            let applied = row["applyDate"].as_str().unwrap();
            assert!(("2026-08-26"..="2026-11-24 15:00:00").contains(&applied), "{applied}");
            if let Some(done) = row[done].as_str() {
                assert!((applied..="2026-11-24 15:00:00").contains(&done), "{row}");
            }
        }
    }
}

#[test]
fn names_are_long_and_unusual_enough_to_matter() {
    let c = &mut Client::new();
    let exports = all(c, "get-export-file-approve-list");
    let names = values(&exports, "sourceFileName");
    for part in [" ", "(", "+", "&", "%", "·", "폐암"] {
        assert!(names.iter().any(|name| name.contains(part)), "{part}");
    }
    assert!(names.iter().any(|name| name.chars().count() > 80));
    assert!(
        exports
            .iter()
            .chain(&all(c, "get-import-apply-list"))
            .all(|row| { row["memo"].as_str().is_none_or(|memo| memo.chars().count() <= 50) })
    );
}

#[test]
fn every_kind_of_infrastructure_is_there() {
    let c = &mut Client::new();
    let rows = c.get("get-data-box-infra-list", "dataBoxFrameNo=83&dataBoxNo=381").ok();
    let products = values(rows.content(), "productCode");
    let expected =
        ["CON", "HD_E", "HD_M", "HD_W", "NAS", "SVR_LNX_CENT", "SVR_LNX_UBUNTU", "TF_CPU", "TF_GPU"];
    assert_eq!(products, BTreeSet::from(expected));
    let hadoop = rows.content().iter().filter(|row| row["productCode"].as_str().unwrap().starts_with("HD_"));
    assert_eq!(hadoop.map(|row| row["instanceNo"].as_str()).collect::<BTreeSet<_>>().len(), 1);
    // Numbers of instances and storages are all different otherwise.
    let storages = values(rows.content(), "blockStorageInstanceNo");
    assert_eq!(storages.len(), rows.content().len() - 2 + 1);
    let names = values(rows.content(), "instanceName");
    assert_eq!(names.len(), rows.content().len());
}

#[test]
fn what_is_under_way_ends_within_an_hour_and_a_half() {
    let c = &mut Client::new();
    c.advance(90 * 60_000);
    let frames = c.get("get-data-box-frame-list", "").ok();
    assert_eq!(values(frames.content(), "statusCode"), BTreeSet::from(["SET_USE"]));
    let statuses: BTreeSet<String> = [83, 1046, 1187]
        .iter()
        .flat_map(|frame| {
            let boxes = c.get("get-data-box-list", &format!("dataBoxFrameNo={frame}")).ok();
            values(boxes.content(), "statusCode").into_iter().map(Into::into).collect::<Vec<String>>()
        })
        .collect();
    assert_eq!(statuses, BTreeSet::from(["TERMT".into(), "USE".into()]));
    let rows = c.get("get-data-box-frame-infra-list", "dataBoxFrameNo=1187").ok();
    assert_eq!(rows.content()[2]["specName"], "800");
}
