//! Pages, filters and the order of lists.

use serde_json::Value;

use crate::support::{Client, export_body};

#[test]
fn pages_are_cut_from_one_list() {
    let c = &mut Client::new();
    let all = c.get("get-export-file-approve-list", "dataBoxFrameNo=83&pageSize=1000").ok();
    let total = all.content().len();
    assert!(total > 50);
    let mut pages = Vec::new();
    for page in 1.. {
        let answer = c
            .get("get-export-file-approve-list", &format!("dataBoxFrameNo=83&pageNo={page}&pageSize=7"))
            .ok();
        assert_eq!(answer.body["totalCount"], total);
        if answer.content().is_empty() {
            break;
        }
        pages.extend_from_slice(answer.content());
    }
    assert_eq!(pages, all.content());
    // Ten by default.
    assert_eq!(c.get("get-export-file-approve-list", "dataBoxFrameNo=83").ok().content().len(), 10);
    let frames = c.get("get-data-box-frame-list", "pageNo=2&pageSize=2").ok();
    assert_eq!((frames.content().len(), &frames.body["totalCount"]), (1, &Value::from(3)));
}

#[test]
fn requests_are_listed_newest_first() {
    let c = &mut Client::new();
    for (operation, query) in [
        ("get-export-file-approve-list", "dataBoxFrameNo=83&pageSize=1000"),
        ("get-export-apply-list", "dataBoxFrameNo=83&dataBoxNo=381&pageSize=1000"),
        ("get-import-apply-list", "dataBoxFrameNo=83&pageSize=1000"),
    ] {
        let answer = c.get(operation, query).ok();
        let dates: Vec<&str> =
            answer.content().iter().map(|row| row["applyDate"].as_str().unwrap()).collect();
        assert!(dates.len() > 30 && dates.is_sorted_by(|a, b| a >= b), "{operation}");
    }
}

#[test]
fn filters_narrow_a_list() {
    let c = &mut Client::new();
    let all = c.get("get-export-file-approve-list", "dataBoxFrameNo=83&pageSize=1000").ok();
    let count = |c: &mut Client, filter: &str| {
        let query = format!("dataBoxFrameNo=83&pageSize=1000&{filter}");
        c.get("get-export-file-approve-list", &query).ok().body["totalCount"].as_u64().unwrap()
    };
    let expected = |is: &dyn Fn(&Value) -> bool| all.content().iter().filter(|row| is(row)).count() as u64;
    assert_eq!(count(c, "dataBoxNo=382"), expected(&|row| row["dataBoxNo"] == "382"));
    for status in ["REQ_CMPL", "COPY_CMPL", "REJECT", "CANCEL"] {
        let found = count(c, &format!("status={status}"));
        assert!(found > 0);
        assert_eq!(found, expected(&|row| row["status"] == status), "{status}");
    }
    assert_eq!(count(c, "status=UNHEARD_OF"), 0);
    let (from, until) = ("2026-10-01 00:00:00", "2026-10-31 23:59:59");
    let in_october = |row: &Value| (from..=until).contains(&row["applyDate"].as_str().unwrap());
    let found = count(c, "applyStartDate=20261001000000&applyEndDate=20261031235959");
    assert!(found > 0);
    assert_eq!(found, expected(&in_october));
}

#[test]
fn both_ends_of_a_window_belong_to_it_with_all_of_their_second() {
    let c = &mut Client::new();
    c.wait(500);
    let body = export_body(c);
    let applied = c.post("apply-file-export", &body).ok();
    let window = "dataBoxFrameNo=83&applyStartDate=20261124150000&applyEndDate=20261124150000";
    let found = c.get("get-export-file-approve-list", window).ok();
    assert_eq!(found.content().len(), applied.content().len());
    for outside in
        ["applyStartDate=20261124150001", "applyStartDate=20261124140000&applyEndDate=20261124145959"]
    {
        let found = c.get("get-export-file-approve-list", &format!("dataBoxFrameNo=83&{outside}")).ok();
        assert_eq!(found.body["totalCount"], 0);
    }
}
