//! `public/openapi.json`, the API in OpenAPI 3.1, made from what this crate does.
//!
//! Nothing in it is written twice: paths come from the operations, request fields and limits
//! from encoded examples and from the limits that broken ones break (`probe`), answers from the
//! records' fields (`answer`). Only the words are written here (`words`, `glossary`).
//! `cargo xtask openapi` writes the file; the test below fails as long as it is another.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may panic and is its own documentation"
)]

mod answer;
mod document;
mod examples;
mod glossary;
mod probe;
mod words;

use std::{env, fs};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../public/openapi.json");

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
        "public/openapi.json differs from line {} on; `cargo xtask openapi` writes it anew",
        differs.unwrap_or_default() + 1
    );
}
