//! Asynchronous work goes on as time passes, at the speed asked for, or is put forward.

use databoxframe_simulator::{Behaviour, Settings};
use serde_json::json;

use crate::support::{BOX, Client, FRAME};

fn at_speed(thousandths: u64) -> Client {
    Client::with(Settings { speed: thousandths, ..Settings::default() }, Behaviour::default())
}

fn block(c: &mut Client) {
    c.post(
        "set-block-external-network",
        &json!({ "dataBoxFrameNo": FRAME, "dataBoxNo": BOX, "isBlock": true }),
    )
    .ok();
}

#[test]
fn a_change_takes_three_seconds() {
    let c = &mut at_speed(1_000);
    block(c);
    c.wait(2_999);
    assert_eq!(c.box_status(FRAME, BOX), "ING");
    c.wait(1);
    assert_eq!(c.box_status(FRAME, BOX), "USE");
}

#[test]
fn speed_shortens_and_stretches_it() {
    for (speed, ms) in [(10_000, 300), (500, 6_000), (1, 3_000_000)] {
        let c = &mut at_speed(speed);
        block(c);
        c.wait(ms - 1);
        assert_eq!(c.box_status(FRAME, BOX), "ING", "{speed}");
        c.wait(1);
        assert_eq!(c.box_status(FRAME, BOX), "USE", "{speed}");
    }
}

#[test]
fn work_that_stands_still_moves_only_when_put_forward() {
    let c = &mut at_speed(0);
    block(c);
    c.wait(100_000);
    assert_eq!(c.box_status(FRAME, BOX), "ING");
    c.advance(3_000);
    assert_eq!(c.box_status(FRAME, BOX), "USE");
}

#[test]
fn putting_the_work_forward_does_not_move_the_clock() {
    let c = &mut Client::new();
    let before = c.get("get-bucket-list", "").ok().date;
    c.advance(86_400_000);
    assert_eq!(c.get("get-bucket-list", "").ok().date, before);
}

#[test]
fn steps_follow_each_other_however_late_they_are_noticed() {
    let c = &mut Client::new();
    let body = crate::support::import_body(c, "late.csv");
    let answer = c.post("apply-file-import", &body).ok();
    let id = answer.content()[0]["importApplyId"].clone();
    c.wait(10_000);
    let list = c.get("get-import-apply-list", "dataBoxFrameNo=83&pageSize=1").ok();
    let row = &list.content()[0];
    assert_eq!((&row["importApplyId"], &row["status"]), (&id, &json!("SCSS")));
    // 1.5 s of waiting and 3 s of transfer after 15:00:00, although nobody looked before 15:00:10.
    assert_eq!(
        (&row["applyDate"], &row["completeDate"]),
        (&json!("2026-11-24 15:00:00"), &json!("2026-11-24 15:00:04"))
    );
}

#[test]
fn a_clock_that_goes_back_does_no_harm() {
    let c = &mut Client::new();
    block(c);
    c.wait(-60_000);
    assert_eq!(c.box_status(FRAME, BOX), "ING");
    c.wait(3_000);
    assert_eq!(c.box_status(FRAME, BOX), "USE");
}
