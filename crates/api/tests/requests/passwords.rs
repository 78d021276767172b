//! Passwords: what they have to be, and that they never show.

use std::fmt::Debug;

use databoxframe::data_box::*;
use databoxframe::frame::*;
use databoxframe::rule::{CharacterClass, PASSWORD, Problem, Violation};
use databoxframe::{Operation, Password, prepare, redact, validate};
use serde_json::json;

use crate::bodies::{connect_server, create, hadoop, modify, server};
use crate::{GOOD, id, password, signed, violation, violations};

#[test]
fn passwords() {
    use CharacterClass::{Digit, Lower, Special, Upper};
    use Problem::{ForbiddenCharacter as Forbidden, MissingClass as Missing};
    let length = Problem::WrongLength(PASSWORD.length);
    for (text, problems) in [
        ("Aa1!aaaa", vec![]),
        ("Aa1!aaaaaaaaaa", vec![]),
        ("Aa1\\aaaa", vec![]),
        ("", vec![Problem::Required]),
        ("Aa1!aaa", vec![length.clone()]),
        ("Aa1!aaaaaaaaaaa", vec![length.clone()]),
        ("aa1!aaaa", vec![Missing(Upper)]),
        ("AA1!AAAA", vec![Missing(Lower)]),
        ("Aaa!aaaa", vec![Missing(Digit)]),
        ("Aa1aaaaa", vec![Missing(Special)]),
        ("aaaaaaaa", vec![Missing(Upper), Missing(Digit), Missing(Special)]),
        ("a", vec![length.clone(), Missing(Upper), Missing(Digit), Missing(Special)]),
        ("Aa1!aaa'", vec![Forbidden('\'')]),
        ("Aa1!aaa\"", vec![Forbidden('"')]),
        ("Aa1!aaa₩", vec![Forbidden('₩')]),
        ("Aa1!aaa/", vec![Forbidden('/')]),
        ("Aa1!aaa&", vec![Forbidden('&')]),
        ("Aa1!aaa`", vec![Forbidden('`')]),
        ("Aa1!aaa ", vec![Forbidden(' ')]),
        ("Aa1!'\"₩/&` ", "'\"₩/&` ".chars().map(Forbidden).collect()),
        // English letters, digits and special characters: nothing else is in the mix.
        ("Aa1!aaa한", vec![Forbidden('한')]),
        ("Aa1!한글한é", vec![Forbidden('한'), Forbidden('글'), Forbidden('é')]),
        ("Aa1!aaa\n", vec![Forbidden('\n')]),
        ("Aa1!aaa\0", vec![Forbidden('\0')]),
    ] {
        assert_eq!(PASSWORD.check(text), problems, "{text:?}");
        let mut create = create();
        create.connect_servers[0].user_password_2 = Password::new(text.into());
        let path = "dataBoxInfo.connectServerList[0].userPassword2";
        let expected: Vec<_> = problems.into_iter().map(|problem| violation(path, problem)).collect();
        assert_eq!(validate(&create), expected, "{text:?}");
    }
}

#[test]
fn every_password_of_every_request_is_checked() {
    fn bad() -> Password {
        Password::new("Aa1aaaaa".into())
    }
    let bad_connect = || ConnectServer {
        admin_password: bad(),
        user_password_1: bad(),
        user_password_2: bad(),
        ..connect_server()
    };
    let bad_hadoop = || Hadoop { user_password: bad(), ..hadoop() };
    let bad_server = || Server { user_password: bad(), ..server(1) };
    let broken = |paths: &[&str]| -> Vec<Violation> {
        paths.iter().map(|path| violation(path, Problem::MissingClass(CharacterClass::Special))).collect()
    };
    let created = CreateDataBox {
        connect_servers: vec![bad_connect()],
        hadoop: vec![bad_hadoop()],
        linux_servers: vec![bad_server()],
        tensor_flow_cpu_servers: vec![bad_server()],
        tensor_flow_gpu_servers: vec![server(1), bad_server()],
        ..create()
    };
    assert_eq!(
        violations(&created),
        broken(&[
            "dataBoxInfo.connectServerList[0].adminPassword",
            "dataBoxInfo.connectServerList[0].userPassword1",
            "dataBoxInfo.connectServerList[0].userPassword2",
            "dataBoxInfo.hadoopList[0].userPassword",
            "dataBoxInfo.linuxServerList[0].userPassword",
            "dataBoxInfo.tensorFlowCpuServerList[0].userPassword",
            "dataBoxInfo.tensorFlowGpuServerList[1].userPassword",
        ])
    );
    let update = ServerChange::Update {
        server_instance_no: id(1),
        block_storage_instance_no: None,
        prod_spec_id: 1,
        storage_size: None,
        user_password: Some(bad()),
    };
    let modified = ModifyDataBox {
        connect_servers: vec![ConnectServerChange::Create(bad_connect())],
        hadoop: vec![HadoopChange::Create(bad_hadoop())],
        linux_servers: vec![ServerChange::Create(bad_server()), update.clone()],
        tensor_flow_cpu_servers: vec![update],
        tensor_flow_gpu_servers: vec![ServerChange::Create(bad_server())],
        ..modify()
    };
    assert_eq!(
        violations(&modified),
        broken(&[
            "dataBoxInfo.connectServerList[0].adminPassword",
            "dataBoxInfo.connectServerList[0].userPassword1",
            "dataBoxInfo.connectServerList[0].userPassword2",
            "dataBoxInfo.hadoopList[0].userPassword",
            "dataBoxInfo.linuxServerList[0].userPassword",
            "dataBoxInfo.linuxServerList[1].userPassword",
            "dataBoxInfo.tensorFlowCpuServerList[0].userPassword",
            "dataBoxInfo.tensorFlowGpuServerList[0].userPassword",
        ])
    );
    let frame = ModifyDataBoxFrameAdminInfra {
        frame_no: id(1),
        memo: None,
        admin_servers: vec![
            AdminServerChange::Create { prod_spec_id: 1, user_password: bad() },
            AdminServerChange::Update { instance_no: id(1), prod_spec_id: 1, user_password: Some(bad()) },
        ],
        nas: vec![],
    };
    assert_eq!(
        violations(&frame),
        broken(&["adminServerList[0].userPassword", "adminServerList[1].userPassword"])
    );
}

#[test]
fn redact_hides_every_password_at_any_depth() {
    let mut deep =
        json!({ "adminPassword": "secret", "password": ["secret"], "Password": { "a": "secret" } });
    for _ in 0..50 {
        deep = json!([{ "list": [deep, "kept"] }]);
    }
    let shown = redact(deep).to_string();
    assert!(
        !shown.contains("secret") && shown.contains("kept") && shown.contains("adminPassword"),
        "{shown}"
    );
    assert_eq!(
        redact(json!({ "memo": "secret", "n": [1, null] })),
        json!({ "memo": "secret", "n": [1, null] })
    );
}

#[test]
fn no_debug_output_shows_a_password() {
    fn hidden<O: Operation + Debug>(operation: &O) {
        let unsigned = prepare(operation).unwrap();
        let sent = signed(operation).body.unwrap();
        assert!(sent.contains(GOOD), "the password is sent");
        let redacted = redact(serde_json::from_str(&sent).unwrap());
        for shown in [
            format!("{operation:?}"),
            format!("{operation:#?}"),
            format!("{unsigned:?}"),
            format!("{unsigned:#?}"),
            redacted.to_string(),
        ] {
            assert!(!shown.contains(GOOD), "{shown}");
        }
        assert!(format!("{unsigned:?}").contains("assword"), "its place is shown");
    }
    hidden(&create());
    hidden(&modify());
    hidden(&ModifyDataBoxFrameAdminInfra {
        frame_no: id(1),
        memo: None,
        admin_servers: vec![
            AdminServerChange::Create { prod_spec_id: 1, user_password: password() },
            AdminServerChange::Update {
                instance_no: id(1),
                prod_spec_id: 1,
                user_password: Some(password()),
            },
        ],
        nas: vec![],
    });
}
