//! The server, over real connections.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use databoxframe_simulator::server::{Options, Server};
use databoxframe_simulator::{Request, Timestamp};
use serde_json::{Value, json};

use crate::support::{path, signed};

/// A server on free ports, in a thread that ends with the tests.
fn start() -> (SocketAddr, SocketAddr) {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let server =
                Server::bind(Options { port: 0, control_port: 0, ..Options::default() }).await.unwrap();
            let addresses = (server.gateway_address().unwrap(), server.control_address().unwrap());
            sender.send(addresses).unwrap();
            server.run().await.unwrap();
        });
    });
    receiver.recv().unwrap()
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Timestamp(i64::try_from(since.as_millis()).unwrap())
}

/// What came back, byte for byte; empty if the connection was closed.
fn exchange(address: SocketAddr, request: &Request) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    write!(
        stream,
        "{} {} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n",
        request.method, request.target
    )
    .unwrap();
    for (name, value) in &request.headers {
        write!(stream, "{name}: {value}\r\n").unwrap();
    }
    write!(stream, "Content-Length: {}\r\n\r\n", request.body.len()).unwrap();
    stream.write_all(&request.body).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn get(address: SocketAddr, target: &str) -> String {
    exchange(address, &signed("GET", target, b"", now()))
}

fn control(address: SocketAddr, method: &str, path: &str, body: &Value) -> String {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let request =
        Request { method: method.into(), target: path.into(), body: body.into(), ..Request::default() };
    exchange(address, &request)
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

#[test]
fn answers_with_a_date_and_without_cors() {
    let (gateway, _) = start();
    let answer = get(gateway, &path("get-bucket-list")).to_lowercase();
    assert!(answer.starts_with("http/1.1 200"));
    assert_eq!(answer.matches("\r\ndate: ").count(), 1);
    assert!(answer.contains("cohort-raw-data"));
    assert!(!answer.contains("access-control-"));
}

#[test]
fn refuses_preflights() {
    let (gateway, _) = start();
    let mut request =
        Request { method: "OPTIONS".into(), target: path("get-bucket-list"), ..Request::default() };
    request.headers.push(("Origin".into(), "http://localhost".into()));
    request.headers.push(("Access-Control-Request-Method".into(), "GET".into()));
    let answer = exchange(gateway, &request).to_lowercase();
    assert!(answer.starts_with("http/1.1 401"));
    assert!(answer.contains("\r\ndate: "));
    assert!(!answer.contains("access-control-"));
}

#[test]
fn sees_path_and_query_exactly_as_they_were_sent() {
    let (gateway, control_port) = start();
    for query in [
        "dataBoxFrameNo=83&status=A%2FB+C%20D%2b",
        "dataBoxFrameNo=83&status=%EA%B0%80%EB%82%98",
        "status=%ea%b0%80&&dataBoxFrameNo=%38%33&",
    ] {
        let target = format!("{}?{query}", path("get-export-file-approve-list"));
        let answer = get(gateway, &target);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        let log: Value =
            serde_json::from_str(body(&control(control_port, "GET", "/log", &Value::Null))).unwrap();
        assert_eq!(log.as_array().unwrap().last().unwrap()["path"], target);
    }
    // Also where nothing is found: a slash in disguise is no slash.
    let answer = get(gateway, "/api/v1/bucket%2Fget-bucket-list");
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
}

#[test]
fn closes_the_connection_without_a_word() {
    let (gateway, control_port) = start();
    let fault = json!({ "times": 1, "fault": { "kind": "close", "when": "after" } });
    assert!(control(control_port, "POST", "/faults", &fault).starts_with("HTTP/1.1 201"));
    assert_eq!(get(gateway, &path("get-bucket-list")), "");
    assert!(get(gateway, &path("get-bucket-list")).starts_with("HTTP/1.1 200"));
}

#[test]
fn cuts_answers_and_announces_the_length_of_the_cut() {
    let (gateway, control_port) = start();
    control(control_port, "POST", "/faults", &json!({ "times": 1, "fault": { "kind": "truncate" } }));
    let answer = get(gateway, &path("get-bucket-list"));
    let length = format!("content-length: {}\r\n", body(&answer).len());
    assert!(answer.contains(&length), "{answer}");
    assert!(serde_json::from_str::<Value>(body(&answer)).is_err());
}

#[test]
fn answers_late_when_asked_to() {
    let (gateway, control_port) = start();
    control(
        control_port,
        "POST",
        "/faults",
        &json!({ "times": 1, "fault": { "kind": "latency", "ms": 150 } }),
    );
    let start = Instant::now();
    assert!(get(gateway, &path("get-bucket-list")).starts_with("HTTP/1.1 200"));
    assert!(start.elapsed() >= Duration::from_millis(150));
}

#[test]
fn refuses_large_bodies() {
    let (gateway, _) = start();
    let target = path("export-file-approve");
    let mut stream = TcpStream::connect(gateway).unwrap();
    let request = signed("POST", &target, b"", now());
    write!(stream, "POST {target} HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n").unwrap();
    for (name, value) in &request.headers {
        write!(stream, "{name}: {value}\r\n").unwrap();
    }
    write!(stream, "\r\n").unwrap();
    // The rest of it is never sent: the answer does not wait for it.
    stream.write_all(&vec![b' '; 1024 * 1024 + 1]).unwrap();
    let mut status = String::new();
    BufReader::new(stream).read_line(&mut status).unwrap();
    assert!(status.starts_with("HTTP/1.1 413"), "{status}");
}

#[test]
fn the_command_says_where_it_listens_and_ends_with_its_parent() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_databoxframe-simulator"))
        .args([
            "--port",
            "0",
            "--control-port",
            "0",
            "--speed",
            "2.5",
            "--access-key",
            "A",
            "--secret-key",
            "S",
        ])
        .args(["--latency-ms", "0-1", "--until-stdin-closes"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut address = |prefix: &str| -> SocketAddr {
        lines.next().unwrap().unwrap().strip_prefix(prefix).unwrap().parse().unwrap()
    };
    let gateway = address("gateway http://");
    let control_port = address("control http://");
    assert!(control(control_port, "GET", "/healthz", &Value::Null).starts_with("HTTP/1.1 200"));
    // It has other keys now.
    assert!(get(gateway, &path("get-bucket-list")).starts_with("HTTP/1.1 401"));
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}

#[test]
fn wrong_arguments_are_explained() {
    for arguments in
        [["--port", "x"], ["--chaos", "101"], ["--latency-ms", "5-1"], ["--speed", "-1"], ["--x", "1"]]
    {
        let output =
            Command::new(env!("CARGO_BIN_EXE_databoxframe-simulator")).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("Usage:"));
    }
}
