//! The project's commands. Each installs missing tools, or prints the command to run.

mod archive;
mod bench;
mod build;
mod demo;
mod fuzz;
mod lock;
mod openapi;
mod packages;
mod pictures;
mod process;
mod seal;
mod serve;
mod simulator;
mod tally;
mod test;
mod tools;
mod verify;
mod weigh;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};

const USAGE: &str = "\
cargo xtask serve [--port N] [--seed N] [--speed F] [--chaos PERCENT] [--frames N] [--requests N]
    the console in a browser, against the simulator: no keys, no network
cargo xtask test [STEP[:NAME]...]
    every check and test, or only the named steps (and of one only the test NAME, as in
    browser:table, e2e:reviews, native:paging):
    fmt clippy clippy-wasm native docs unused lock openapi deploy build browser e2e e2e-caddy
    e2e-firefox
cargo xtask build [--verify]
    dist/ for a web server with a table of sizes against the budget, and the archive of it in
    target/deploy/; --verify: builds the last commit twice, in two folders, and compares
cargo xtask bench [PART...] [--runs N]
    measures start, table, request, lists and memory (or only the named parts) in Chromium, beside
    Swagger UI and plain JavaScript; see docs/benchmarks.md
cargo xtask weigh [N]
    the first load of the last build by part, and of the program by crate; with N: the N largest
    families of functions
cargo xtask fuzz [SECONDS]
    fuzzed input for the parsers of answers and config.json, a minute for each
cargo xtask openapi
    regenerates public/openapi.json, after the api crate changed
cargo xtask pictures
    takes the pictures of README.md from the running console
cargo xtask seal
    (run by Trunk) puts hashes and integrity into index.html";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) =
        arguments.split_first().map_or(("", [].as_slice()), |(first, rest)| (first.as_str(), rest));
    let result = match command {
        "serve" => serve::run(rest),
        // Prints its own end, which has to be the last line.
        "test" => return test::run(rest),
        "build" => build::command(rest),
        "bench" => bench::run(rest),
        "weigh" => weigh::run(rest),
        "fuzz" => fuzz::run(rest),
        "openapi" => openapi::write(),
        "pictures" => pictures::run(),
        "seal" => seal::run(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    ended(result)
}

fn ended(result: Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The project's folder.
fn root() -> Result<PathBuf> {
    let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).map(PathBuf::from).context("xtask lies in crates/")
}
