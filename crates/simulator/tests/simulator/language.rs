//! `x-ncp-lang` changes the texts and nothing else.

use serde_json::json;

use crate::support::Client;

fn client(language: Option<&'static str>) -> Client {
    Client { language, ..Client::new() }
}

#[test]
fn status_names_follow_the_language() {
    for (language, name) in [
        (None, "Using"),
        (Some("en-US"), "Using"),
        (Some("ko-KR"), "사용 중"),
        (Some("zh-CN"), "Using"),
        (Some("xx"), "Using"),
    ] {
        let answer = client(language).get("get-data-box-frame-detail", "dataBoxFrameNo=83").ok();
        assert_eq!(
            (&answer.body["statusName"], &answer.body["statusCode"]),
            (&json!(name), &json!("SET_USE"))
        );
    }
}

#[test]
fn messages_follow_the_language_and_codes_do_not() {
    let c = &mut client(Some("ko-KR"));
    let no = c.instance_no("NAS").to_string();
    let resize =
        json!({ "dataBoxFrameNo": 83, "dataBoxNo": 381, "nasVolumeInstanceNo": no, "volumeSize": 1_500 });
    let answer = c.post("change-data-box-nas-volume-size", &resize).ok();
    assert_eq!(answer.body["returnMessage"], "Data Box NAS 볼륨 크기 변경이 요청되었습니다.");
    let answer = c.post("return-data-box-frame", &json!({ "dataBoxFrameNo": 83 })).ok();
    assert_eq!(answer.body["returnMessage"], "Data Box Frame 반납이 요청되었습니다.");
    let answer = c.post("return-data-box-frame", &json!({ "dataBoxFrameNo": 83 })).refused(400, "130001");
    assert_eq!(answer.body["error"]["message"], "현재 상태에서는 요청을 처리할 수 없습니다.");
}

#[test]
fn every_status_has_its_documented_name() {
    let c = &mut client(None);
    let mut seen = Vec::new();
    for frame in [83, 1046, 1187] {
        let boxes = c.get("get-data-box-list", &format!("dataBoxFrameNo={frame}")).ok();
        for row in boxes.content() {
            seen.push((
                row["statusCode"].as_str().unwrap().to_owned(),
                row["statusName"].as_str().unwrap().to_owned(),
            ));
        }
    }
    for (code, name) in [
        ("READY", "Request for creating"),
        ("INIT", "Initial State"),
        ("USE", "Using"),
        ("ING", "Changing"),
        ("RTN", "Returning"),
        ("TERMT", "Terminated"),
    ] {
        assert!(seen.contains(&(code.into(), name.into())), "{code}");
    }
}
