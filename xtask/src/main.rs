//! The project's commands. `cargo xtask test` runs every check and test.

use std::process::{Command, ExitCode};
use std::time::Instant;

/// A named command of a run.
struct Step {
    name: &'static str,
    arguments: &'static [&'static str],
}

const WASM: &str = "wasm32-unknown-unknown";

const TEST: &[Step] = &[
    Step { name: "format", arguments: &["fmt", "--all", "--check"] },
    Step { name: "clippy", arguments: &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"] },
    Step {
        name: "clippy (wasm32)",
        arguments: &[
            "clippy",
            "-p",
            "databoxframe",
            "-p",
            "databoxframe-console",
            "--target",
            WASM,
            "--",
            "-D",
            "warnings",
        ],
    },
    Step { name: "native tests", arguments: &["test", "--workspace"] },
];

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("test") => test(),
        _ => {
            eprintln!("usage: cargo xtask test");
            ExitCode::FAILURE
        }
    }
}

/// Runs every step, even after one failed, and sums up.
fn test() -> ExitCode {
    if !run("rustup", &["target", "add", WASM]) {
        eprintln!("the WebAssembly target is missing: rustup target add {WASM}");
    }
    let mut failed = 0;
    for (index, step) in TEST.iter().enumerate() {
        println!("[{}/{}] {}", index + 1, TEST.len(), step.name);
        let start = Instant::now();
        let passed = run("cargo", step.arguments);
        println!("      {} in {} s", if passed { "passed" } else { "FAILED" }, start.elapsed().as_secs());
        failed += usize::from(!passed);
    }
    println!("{} passed, {failed} failed", TEST.len() - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).status().is_ok_and(|status| status.success())
}
