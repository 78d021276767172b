//! `cargo xtask fuzz`: fuzzed input for the parsers of untrusted input. No part of the tests: it
//! finds something else each time.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process::run as run_process;
use crate::{root, tools};

/// The targets in fuzz/, and what to begin with. Of an answer the first three bytes choose
/// operation, status and content type.
const TARGETS: [(&str, &[&str]); 2] = [
    (
        "answers",
        &[
            "\u{0}\u{0}\u{1}{\"totalCount\":1,\"content\":[{\"dataBoxFrameNo\":\"83\",\"statusCode\":\"SET_USE\"}]}",
            "\u{1b}\u{0}\u{1}{\"content\":[{\"exportApplyId\":1,\"dataBoxNo\":2,\"status\":\"INIT\"}]}",
            "\u{9}\u{0}\u{0}{\"specList\":[{\"nodeCount\":1}],\"storageList\":[{}],\"connectionList\":[]}",
            "\u{1d}\u{3}\u{1}{\"error\":{\"errorCode\":\"200\",\"message\":\"No\",\"details\":\"\"}}",
            "\u{1d}\u{0}\u{1}{\"returnMessage\":\"Done\"}",
            "\u{0}\u{0}\u{1}{\"content\":[{\"dataBoxFrameNo\":{\"$serde_json::private::Number\":\"83\"}}]}",
            "\u{0}\u{3}\u{4}<error><errorCode>200</errorCode><message>No</message></error>",
        ],
    ),
    (
        "config",
        &["{\"connections\":[{\"name\":\"A\",\"gateway\":\"https://a.example\",\"relay\":\"/relay\"}],\
           \"allowCustomConnections\":true,\"language\":\"en\",\"idleLockMinutes\":15,\"notice\":null}"],
    ),
];

/// Runs each target for this many seconds.
pub fn run(arguments: &[String]) -> Result<()> {
    let seconds: u32 = match arguments.first() {
        Some(text) => text.parse().context("SECONDS is a whole number")?,
        None => 60,
    };
    let folder = root()?.join("fuzz");
    let program = tools::fuzz()?;
    for (target, seeds) in TARGETS {
        let corpus = folder.join("corpus").join(target);
        fs::create_dir_all(&corpus)?;
        for (number, seed) in seeds.iter().enumerate() {
            fs::write(corpus.join(format!("seed-{number}")), seed)?;
        }
        run_process(
            Command::new(&program)
                // Without a sanitizer the stable toolchain will do; there is no unsafe code.
                .args(["fuzz", "run", "--sanitizer", "none", "--fuzz-dir"])
                .arg(&folder)
                .arg(target)
                .args(["--", &format!("-max_total_time={seconds}"), "-max_len=65536", "-timeout=10"])
                .current_dir(&folder),
        )?;
    }
    Ok(())
}
