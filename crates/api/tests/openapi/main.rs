//! `public/openapi.json`, the API in OpenAPI 3.1, made from what this crate does.
//!
//! Nothing in it is written twice: paths come from the operations, request fields and limits
//! from encoded examples and from the limits that broken ones break (`probe`), answers from the
//! records' fields (`answer`). Only the words are written here (`words`, `glossary`), and where the
//! documents ask for less than the crate sends (`amend`).
//! `cargo xtask openapi` writes the file; the test below fails as long as it is another.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may panic and is its own documentation"
)]

mod amend;
mod answer;
mod document;
mod examples;
mod glossary;
mod probe;
mod words;

use std::{env, fs};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/openapi.json");

#[test]
fn the_file_is_what_the_crate_does() {
    let made = serde_json::to_string_pretty(&document::document()).unwrap() + "\n";
    if env::var_os("OPENAPI_WRITE").is_some() {
        fs::write(FILE, &made).unwrap();
    }
    let written = fs::read_to_string(FILE).unwrap();
    let differs = made.lines().zip(written.lines()).position(|(a, b)| a != b);
    assert!(
        made == written,
        "public/openapi.json differs from line {} on; `cargo xtask openapi` regenerates it",
        differs.unwrap_or_default() + 1
    );
}

#[test]
fn every_component_is_referred_to() {
    let document = document::document();
    let text = document.to_string();
    for kind in ["parameters", "responses", "schemas"] {
        for name in document["components"][kind].as_object().unwrap().keys() {
            let reference = format!("\"#/components/{kind}/{name}\"");
            assert!(text.contains(&reference), "nothing refers to {kind}/{name}");
        }
    }
}

#[test]
fn every_operation_is_signed_and_answers_every_documented_status() {
    let document = document::document();
    assert_eq!(document["security"].as_array().unwrap().len(), 1);
    let (security, schemes) = (&document["security"][0], &document["components"]["securitySchemes"]);
    let mut headers: Vec<&str> =
        security.as_object().unwrap().keys().map(|name| schemes[name]["name"].as_str().unwrap()).collect();
    headers.sort_unstable();
    assert_eq!(headers, ["x-ncp-apigw-signature-v2", "x-ncp-apigw-timestamp", "x-ncp-iam-access-key"]);
    let paths = document["paths"].as_object().unwrap();
    assert_eq!(paths.len(), 32);
    for (path, item) in paths {
        let [(method, operation)] = item.as_object().unwrap().iter().collect::<Vec<_>>()[..] else {
            panic!("{path} has other than one method")
        };
        assert_eq!(method == "post", operation.get("requestBody").is_some(), "{path}");
        assert!(operation.get("security").is_none(), "{path} is signed like the others");
        let statuses: Vec<&String> = operation["responses"].as_object().unwrap().keys().collect();
        assert_eq!(
            statuses,
            ["200", "400", "401", "403", "404", "413", "429", "500", "503", "504"],
            "{path}"
        );
    }
}
