//! The copied script, run by shells with curl and openssl against the simulator.
#![cfg(not(target_family = "wasm"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may panic and is its own documentation"
)]

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use databoxframe::code::ExportStatus;
use databoxframe::data_box::{ConnectServer, CreateDataBox, GetDataBoxList, Nas, Server};
use databoxframe::export_review::{ExportFileReject, GetExportFileApproveList};
use databoxframe::frame::{AdminServerChange, GetDataBoxFrameList, ModifyDataBoxFrameAdminInfra};
use databoxframe::import::{ApplyFileImport, GetTargetNasList};
use databoxframe::{
    Credentials, Id, Language, List, Operation, Password, Reply, SecretKey, UnsignedRequest, bucket, decode,
    prepare,
};
use databoxframe_simulator::{Behaviour, Request, Response, Settings, Simulator, Timestamp};
use proptest::prelude::*;
use serde_json::Value;

const SHELLS: [&str; 4] = ["sh", "bash", "dash", "zsh"];

fn is_installed(command: &str) -> bool {
    Command::new("sh")
        .args(["-c", "command -v \"$0\"", command])
        .stdout(Stdio::null())
        .status()
        .unwrap()
        .success()
}

/// Whether the script can run here; says so if it cannot.
fn can_run() -> bool {
    let missing: Vec<_> = ["curl", "openssl"].into_iter().filter(|command| !is_installed(command)).collect();
    if !missing.is_empty() {
        eprintln!("SKIPPED: not installed: {}", missing.join(", "));
    }
    missing.is_empty()
}

fn shells() -> impl Iterator<Item = &'static str> {
    SHELLS.into_iter().filter(|shell| is_installed(shell))
}

fn now_ms() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis().try_into().unwrap()
}

/// The simulator on a port of its own, and all that it received and answered.
#[derive(Clone)]
struct Gateway {
    address: SocketAddr,
    simulator: Arc<Mutex<Simulator>>,
    seen: Arc<Mutex<Vec<(Request, Response)>>>,
}

impl Gateway {
    fn start(secret_key: &str) -> Self {
        let settings = Settings { secret_key: secret_key.into(), ..Settings::default() };
        let now = Timestamp(now_ms().try_into().unwrap());
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let gateway = Self {
            address: listener.local_addr().unwrap(),
            simulator: Arc::new(Mutex::new(Simulator::new(settings, Behaviour::default(), now))),
            seen: Arc::default(),
        };
        let server = gateway.clone();
        // Ends with the test's process.
        thread::spawn(move || {
            for stream in listener.incoming() {
                server.serve(&mut stream.unwrap());
            }
        });
        gateway
    }

    fn answer(&self, request: &Request) -> Response {
        let now = Timestamp(now_ms().try_into().unwrap());
        self.simulator.lock().unwrap().answer(request, now).response.unwrap()
    }

    fn serve(&self, stream: &mut TcpStream) {
        let mut bytes = Vec::new();
        let head = loop {
            if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
                break end;
            }
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            bytes.extend(byte);
        };
        let head = String::from_utf8(bytes[..head].to_vec()).unwrap();
        let mut lines = head.split("\r\n");
        let mut words = lines.next().unwrap().split(' ');
        let mut request = Request {
            method: words.next().unwrap().into(),
            target: words.next().unwrap().into(),
            headers: lines
                .map(|line| line.split_once(": ").unwrap())
                .map(|(n, v)| (n.into(), v.into()))
                .collect(),
            body: Vec::new(),
        };
        if request.header("expect").is_some() {
            stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").unwrap();
        }
        let length = request.header("content-length").map_or(0, |length| length.parse().unwrap());
        request.body.resize(length, 0);
        stream.read_exact(&mut request.body).unwrap();
        let response = self.answer(&request);
        let mut answer =
            format!("HTTP/1.1 {} -\r\ncontent-length: {}\r\n\r\n", response.status, response.body.len())
                .into_bytes();
        answer.extend(&response.body);
        // Noted before it is sent: whoever has the answer may look at once.
        self.seen.lock().unwrap().push((request, response));
        stream.write_all(&answer).unwrap();
    }

    /// Asks without a script, for what a script needs to name.
    fn ask<O: Operation>(&self, operation: &O, secret_key: &str) -> O::Response {
        let credentials = Credentials::new("DEMO-ACCESS-KEY", SecretKey::new(secret_key.into()));
        let request = prepare(operation).unwrap().sign(&credentials, now_ms(), Language::English);
        let headers = request.headers.into_iter().map(|(name, value)| (name.into(), value)).collect();
        let method = request.method.as_str().into();
        let answer =
            self.answer(&Request { method, target: request.path_and_query, headers, body: Vec::new() });
        decode::<O>(&Reply { status: answer.status, content_type: None, body: &answer.body }).unwrap()
    }

    fn script(&self, unsigned: &UnsignedRequest) -> String {
        let url = format!("http://{}{}", self.address, unsigned.path_and_query);
        unsigned.curl(&url, "DEMO-ACCESS-KEY", Language::Korean)
    }

    fn last(&self) -> (Request, Response) {
        self.seen.lock().unwrap().pop().expect("something was sent")
    }
}

struct Ran {
    success: bool,
    output: String,
    errors: String,
}

/// Runs a script with an answer to each of its questions.
fn run(shell: &str, script: &str, secret_key: Option<&str>, answers: &[&str]) -> Ran {
    let mut command = Command::new(shell);
    command.args(["-c", script]).env_remove("NCP_SECRET_KEY").env("NO_PROXY", "*");
    if let Some(secret_key) = secret_key {
        command.env("NCP_SECRET_KEY", secret_key);
    }
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A script that stops early does not read it.
    let _ = child.stdin.take().unwrap().write_all(answers.concat().as_bytes());
    let output = child.wait_with_output().unwrap();
    Ran {
        success: output.status.success(),
        output: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
    }
}

fn first<T: Clone>(list: &List<T>) -> T {
    list.content.first().expect("the simulator's world has some").clone()
}

fn password(text: &str) -> Password {
    Password::new(text.into())
}

fn json(body: &[u8]) -> Value {
    serde_json::from_slice(body).unwrap()
}

const SECRET: &str = r"S3cret'6$HOME\n`x`+/=한%y";

#[test]
fn a_read_with_a_korean_query_is_accepted() {
    if !can_run() {
        return;
    }
    let gateway = Gateway::start(SECRET);
    let unsigned = prepare(&GetExportFileApproveList {
        frame_no: first(&gateway.ask(&GetDataBoxFrameList::default(), SECRET)).frame_no,
        box_no: None,
        apply_start: None,
        apply_end: None,
        status: Some(ExportStatus::from_code("검토 중 & '완료'")),
        page: None,
    })
    .unwrap();
    let script = gateway.script(&unsigned);
    assert!(!script.contains(SECRET));
    for shell in shells() {
        let ran = run(shell, &script, Some(SECRET), &[]);
        assert!(ran.success && ran.errors.is_empty(), "{shell}: {}", ran.errors);
        let (request, response) = gateway.last();
        assert_eq!(response.status, 200, "{shell}: {}", ran.output);
        assert_eq!(request.target, unsigned.path_and_query);
        assert_eq!(request.header("x-ncp-lang"), Some("ko-KR"));
        assert_eq!(json(ran.output.as_bytes()), json(&response.body));
    }
}

#[test]
fn a_write_with_any_text_is_accepted() {
    if !can_run() {
        return;
    }
    let gateway = Gateway::start(SECRET);
    let frame_no = first(&gateway.ask(&GetDataBoxFrameList::default(), SECRET)).frame_no;
    let boxes = gateway.ask(&GetDataBoxList { frame_no: frame_no.clone(), page: None }, SECRET);
    let (box_no, nas) = boxes
        .content
        .iter()
        .find_map(|data_box| {
            let nas = GetTargetNasList { frame_no: frame_no.clone(), box_no: data_box.box_no.clone() };
            Some((data_box.box_no.clone(), gateway.ask(&nas, SECRET).content.first()?.clone()))
        })
        .expect("a box with a NAS volume");
    let unsigned = prepare(&ApplyFileImport {
        frame_no,
        box_no,
        memo: Some("it's \"q\" $HOME `id` \\ \\n !! 메모\n\t\u{7f}\u{0}".into()),
        source_bucket: first(&gateway.ask(&bucket::GetBucketList {}, SECRET)).name.unwrap().into(),
        file_names: vec!["자료/'1' !a.csv".into(), "$(id)\\".into()],
        target_nas_instance_no: nas.nas_instance_no,
    })
    .unwrap();
    let script = gateway.script(&unsigned);
    assert!(!script.chars().any(|c| c == '!' || (c.is_control() && c != '\n')), "{script}");
    for shell in shells() {
        let ran = run(shell, &script, None, &[SECRET, "\n"]);
        assert!(ran.success, "{shell}: {}", ran.errors);
        assert_eq!(ran.errors, "Secret key of DEMO-ACCESS-KEY: \n");
        let (request, response) = gateway.last();
        assert_eq!(response.status, 200, "{shell}: {}", ran.output);
        assert_eq!(request.header("content-type"), Some("application/json"));
        assert_eq!(json(&request.body), Value::Object(unsigned.body.clone().unwrap()));
    }
}

#[test]
fn passwords_are_asked_for_and_nothing_is_sent_without() {
    if !can_run() {
        return;
    }
    let gateway = Gateway::start(SECRET);
    let change = |text| AdminServerChange::Create { prod_spec_id: 7, user_password: password(text) };
    let operation = |first, second| {
        prepare(&ModifyDataBoxFrameAdminInfra {
            frame_no: gateway_frame(&gateway),
            memo: None,
            admin_servers: vec![change(first), change(second)],
            nas: vec![],
        })
        .unwrap()
    };
    let unsigned = operation("Hidden1!aaa", "Hidden2!aaa");
    let typed = operation(r"Typ3d\\n$(id)!", "-n%s%d\\Aa1!");
    let script = gateway.script(&unsigned);
    assert!(!script.contains("Hidden"), "{script}");
    for shell in shells() {
        let ran = run(shell, &script, Some(SECRET), &[r"Typ3d\\n$(id)!", "\n", r"-n%s%d\Aa1!", "\n"]);
        assert!(ran.success, "{shell}: {}", ran.errors);
        assert_eq!(ran.errors, "adminServerList[0].userPassword: \nadminServerList[1].userPassword: \n");
        assert!(!ran.output.contains("Typ3d"));
        let (request, _) = gateway.last();
        assert_eq!(json(&request.body), Value::Object(typed.body.clone().unwrap()), "{shell}");

        for (secret_key, answers) in [
            (None, &[][..]),
            (None, &["\n"]),
            (Some(SECRET), &[]),
            (Some(SECRET), &["One1!aaaaa\n"]),
            (Some(SECRET), &["One1!aaaaa\n", "\n", "late\n"]),
        ] {
            let ran = run(shell, &script, secret_key, answers);
            assert!(!ran.success && ran.errors.contains("nothing is sent"), "{shell}: {}", ran.errors);
            assert!(gateway.seen.lock().unwrap().is_empty(), "{shell} sent something");
        }
    }
}

fn gateway_frame(gateway: &Gateway) -> Id {
    first(&gateway.ask(&GetDataBoxFrameList::default(), SECRET)).frame_no
}

#[test]
fn a_wrong_key_is_refused_and_a_lost_server_is_an_error() {
    if !can_run() {
        return;
    }
    let gateway = Gateway::start(SECRET);
    let unsigned = prepare(&GetDataBoxFrameList::default()).unwrap();
    for shell in shells() {
        run(shell, &gateway.script(&unsigned), Some("another"), &[]);
        assert_eq!(gateway.last().1.status, 401, "{shell}");
        let nowhere = unsigned.curl("http://127.0.0.1:1/it's", "A", Language::English);
        assert!(!run(shell, &nowhere, Some(SECRET), &[]).success, "{shell}");
        assert!(!run(shell, &nowhere, Some(&"k".repeat(65)), &[]).success, "{shell}");
    }
}

#[test]
fn the_same_script_is_written_every_time() {
    let server = || Server { prod_spec_id: 5, storage_size: None, user_password: password("Secr3t!pass") };
    let unsigned = prepare(&CreateDataBox {
        frame_no: Id::from(83),
        connect_servers: vec![ConnectServer {
            prod_spec_id: 1,
            storage_size: Some(100),
            admin_password: password("Secr3t!pass"),
            user_password_1: password("Secr3t!pass"),
            user_password_2: password("Secr3t!pass"),
        }],
        hadoop: vec![],
        linux_servers: vec![server()],
        tensor_flow_cpu_servers: vec![server()],
        tensor_flow_gpu_servers: vec![],
        nas: vec![Nas { count: 1, nas_size: 500 }],
        ssl_vpn_count: 3,
        memo: Some("it's".into()),
    })
    .unwrap();
    let script = unsigned.curl("https://relay.example/it's", "AC'CESS", Language::Chinese);
    assert!(!script.contains("Secr3t"));
    assert_eq!(script.matches("=$(ask 'dataBoxInfo.").count(), 5);
    assert!(
        script.contains(r"'https://relay.example/it'\''s'") && script.contains(r"access_key='AC'\''CESS'")
    );
    assert!(script.contains(r#""memo": "it'\''s""#) && script.contains("x-ncp-lang: zh-CN"));
    assert!(script.contains("'POST /api/v1/data-box/create-data-box'"));
    assert!(script.starts_with("(\n") && script.ends_with("\n)\n") && !script.contains(['!', '\t']));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The shell's HMAC is that of the crate: the simulator, which has its own, accepts it.
    #[test]
    fn any_key_and_any_body_are_sent_as_they_are(
        secret in prop_oneof!["[ -~]{1,64}", "[6\\\\y%]{1,64}", "[A-Za-z0-9]{40}"],
        reason in any::<String>().prop_filter("a reason says something", |text| !text.is_empty()),
    ) {
        if is_installed("curl") && is_installed("openssl") {
            let gateway = Gateway::start(&secret);
            let one = Id::from(1);
            let operation = ExportFileReject {
                frame_no: one.clone(), box_no: one.clone(), export_apply_id: one, reject_reason: reason,
            };
            let unsigned = prepare(&operation).unwrap();
            for shell in shells() {
                let ran = run(shell, &gateway.script(&unsigned), Some(&secret), &[]);
                prop_assert!(ran.success, "{}: {}", shell, ran.errors);
                let (request, response) = gateway.last();
                prop_assert!(response.status != 401, "{}: {}", shell, ran.output);
                prop_assert_eq!(json(&request.body), Value::Object(unsigned.body.clone().unwrap()));
            }
        }
    }
}
