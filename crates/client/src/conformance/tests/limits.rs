//! How many requests are sent, which, and how many at a time.

use super::*;

#[test]
fn an_account_as_documented_has_no_difference() {
    let report = Account::new().run();
    assert_eq!(elsewhere(&report, ""), []);
    assert!(!report.stopped);
    for one in &report.operations {
        assert!(one.answers > 0 && one.records > 0, "{} was not read: {one:?}", one.name);
        assert_ne!(one.paging, PagingCheck::NotChecked, "{}", one.name);
    }
    assert_eq!(report.read(), report.operations.len());
    let detail = operation(&report, "get-data-box-frame-detail");
    assert_eq!(detail.errors, [ErrorCount { status: 404, code: "10009".into(), count: 1 }]);
}

#[test]
fn the_announced_number_is_that_of_the_readme() {
    assert_eq!((MAX_REQUESTS, Account::new().run().operations.len()), (60, 19));
}

#[test]
fn no_more_requests_are_sent_than_announced_and_two_at_a_time() {
    let account = Account::new();
    let most = Cell::new(0);
    let report = block_on(run(&account, |progress| most.set(progress.sent)));
    let sent = account.sent.borrow();
    assert_eq!((report.sent, most.get()), (sent.len(), sent.len()));
    assert!(sent.len() <= MAX_REQUESTS && sent.len() > 40, "{}", sent.len());
    assert_eq!((account.most_under_way.get(), AT_A_TIME), (2, 2));
    let of = |name: &str| sent.iter().filter(|path| path.split('?').next().unwrap().ends_with(name)).count();
    for one in &report.operations {
        // One for a second page, and one for a frame that does not exist.
        assert!(of(one.name) <= SAMPLES + 1, "{}: {}", one.name, of(one.name));
        assert_eq!(of(one.name), one.requests, "{}", one.name);
    }
    let mut paths: Vec<&String> = sent.iter().collect();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), sent.len(), "a request is sent once");
}

#[test]
fn samples_are_of_several_frames_and_boxes() {
    let account = Account::new();
    account.run();
    let sent = account.sent.borrow();
    let frames: Vec<&String> =
        sent.iter().filter(|path| path.contains("get-data-box-summary-info")).collect();
    let frame =
        |path: &str| path.split("dataBoxFrameNo=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    assert_eq!(frames.len(), SAMPLES);
    assert!(frames.iter().any(|path| frame(path) != frame(frames[0])), "{frames:?}");
}

#[test]
fn samples_have_what_comes_last_in_a_life() {
    let report = Account::new().run();
    for (name, path) in [
        ("get-export-apply-detail", "content[].resultDate"),
        ("get-export-file-approve-detail", "content[].approveDate"),
    ] {
        let unseen = operation(&report, name).findings.iter().any(|one| one.path == path);
        assert!(!unseen, "{name}: {path} was not seen");
    }
}

#[test]
fn a_stopped_run_sends_nothing_more_and_says_what_it_saw() {
    for stop_after in [0, 1, 7, 30] {
        let account = Account { stop_after, ..Account::new() };
        let report = account.run();
        assert!(report.stopped);
        assert_eq!(account.sent.borrow().len(), stop_after);
        // Two may be on their way when it is stopped.
        assert!(report.sent <= stop_after + AT_A_TIME, "{}", report.sent);
        assert_eq!(elsewhere(&report, ""), []);
        assert!(report.json("0", "").contains("\"stopped\": true"));
    }
}

#[test]
fn an_account_without_anything_is_read_too() {
    let nothing = json!({ "kind": "drift", "patch": { "totalCount": 0, "content": [] } });
    let account = Account::new().fault("get-data-box-frame-list", &nothing);
    let report = account.run();
    assert_eq!(account.sent.borrow().len(), 3);
    assert_eq!(elsewhere(&report, ""), []);
    let frames = operation(&report, "get-data-box-frame-list");
    assert_eq!((frames.answers, frames.records, frames.paging), (1, 0, PagingCheck::NotChecked));
    assert_eq!(operation(&report, "get-linux-info").requests, 0);
}
