//! The same seed and the same requests give the same bytes.

use databoxframe_simulator::{Behaviour, Reply, Settings};
use serde_json::json;

use crate::support::{Client, export_body, new_box_body};

fn run(seed: u64) -> Vec<Reply> {
    let behaviour = Behaviour { chaos_percent: 20, latency_ms: (1, 9) };
    let c = &mut Client::with(Settings { seed, ..Settings::default() }, behaviour);
    let mut replies = Vec::new();
    for round in 0..20 {
        for target in [
            "/api/v1/data-box-frame/get-data-box-frame-list",
            "/api/v1/export-approve/get-export-file-approve-list?dataBoxFrameNo=83&pageSize=100",
            "/api/v1/data-box/get-data-box-infra-list?dataBoxFrameNo=83&dataBoxNo=381",
        ] {
            let request = c.request("GET", target, b"");
            replies.push(c.reply(&request));
        }
        let request =
            c.request("POST", "/api/v1/data-box/create-data-box", new_box_body().to_string().as_bytes());
        replies.push(c.reply(&request));
        c.wait(700 * round);
    }
    replies
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    assert_eq!(run(7), run(7));
    assert_ne!(run(7), run(8));
}

#[test]
fn a_reset_gives_the_world_of_its_seed() {
    let c = &mut Client::new();
    let list = "dataBoxFrameNo=83&pageSize=1000";
    let fresh = c.get("get-export-file-approve-list", list).ok().body;
    let body = export_body(c);
    c.post("apply-file-export", &body).ok();
    assert_ne!(c.get("get-export-file-approve-list", list).ok().body, fresh);
    assert_eq!(c.control("POST", "/reset", &serde_json::Value::Null).status, 200);
    assert_eq!(c.get("get-export-file-approve-list", list).ok().body, fresh);
    c.control("POST", "/reset", &json!({ "seed": 8 }));
    assert_ne!(c.get("get-export-file-approve-list", list).ok().body, fresh);
    c.control("POST", "/reset", &json!({ "seed": 7 }));
    assert_eq!(c.get("get-export-file-approve-list", list).ok().body, fresh);
}
