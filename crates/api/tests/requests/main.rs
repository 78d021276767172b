//! What is sent: encoding, signature, bodies, documented limits, and passwords that never show.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may panic and is its own documentation"
)]

mod bodies;
mod limits;
mod passwords;
mod queries;
mod signature;

use databoxframe::operation::Method;
use databoxframe::rule::{Problem, Violation};
use databoxframe::{
    Credentials, Id, Language, Operation, Password, SecretKey, SignedRequest, prepare, validate,
};
use serde_json::Value;

const NOW: u64 = 1_700_000_000_000;
const GOOD: &str = "Secr3t!pass";

fn id(number: u64) -> Id {
    Id::from(number)
}

fn password() -> Password {
    Password::new(GOOD.into())
}

fn signed<O: Operation>(operation: &O) -> SignedRequest {
    let credentials = Credentials::new("TestAccessKey", SecretKey::new("TestSecretKey".into()));
    prepare(operation).unwrap().sign(&credentials, NOW, Language::Korean)
}

fn path<O: Operation>(operation: &O) -> String {
    signed(operation).path_and_query
}

fn body<O: Operation>(operation: &O) -> Value {
    let request = signed(operation);
    assert_eq!((request.method, request.path_and_query.as_str()), (Method::Post, O::SPEC.path), "no query");
    serde_json::from_str(&request.body.unwrap()).unwrap()
}

/// Undoes percent-encoding by the book, independently of the crate that did it.
fn decode(encoded: &str) -> String {
    let mut bytes = encoded.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            byte => byte,
        });
    }
    String::from_utf8(decoded).unwrap()
}

/// The parameters of a query, sorted by name: their order means nothing.
fn query(path_and_query: &str) -> Vec<(String, String)> {
    let Some((_, query)) = path_and_query.split_once('?') else { return Vec::new() };
    let mut pairs: Vec<_> = query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(n, v)| (decode(n), decode(v)))
        .collect();
    pairs.sort();
    pairs
}

fn violations<O: Operation>(operation: &O) -> Vec<Violation> {
    let violations = prepare(operation).expect_err("it breaks a limit");
    assert_eq!(validate(operation), violations);
    violations
}

fn violation(path: &str, problem: Problem) -> Violation {
    Violation { path: path.into(), problem }
}
