//! `cargo xtask test`: every check and test.

use std::process::Command;
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::process::run as run_process;
use crate::{root, tools};

/// A step: its name on the command line, and what it runs.
type Step = (&'static str, fn() -> Result<()>);

const STEPS: [Step; 5] = [
    ("fmt", || cargo(&["fmt", "--all", "--check"])),
    ("clippy", || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("clippy-wasm", || {
        let packages = ["-p", "databoxframe", "-p", "databoxframe-console"];
        cargo(
            &[["clippy"].as_slice(), &packages, &["--target", tools::WASM, "--", "-D", "warnings"]].concat(),
        )
    }),
    ("native", || cargo(&["test", "--workspace"])),
    ("docs", || {
        run_process(
            Command::new("cargo")
                .args(["doc", "--workspace", "--no-deps"])
                .env("RUSTDOCFLAGS", "-Dwarnings")
                .current_dir(root()?),
        )
    }),
];

fn cargo(arguments: &[&str]) -> Result<()> {
    run_process(Command::new("cargo").args(arguments).current_dir(root()?))
}

/// Runs all steps, or the named ones; each, even after one failed.
pub fn run(names: &[String]) -> Result<()> {
    tools::wasm_target()?;
    let steps: Vec<&Step> = STEPS
        .iter()
        .filter(|(name, _)| names.is_empty() || names.iter().any(|chosen| chosen == name))
        .collect();
    let mut failed = Vec::new();
    for (index, (name, step)) in steps.iter().enumerate() {
        println!("[{}/{}] {name}", index + 1, steps.len());
        let start = Instant::now();
        let result = step();
        let seconds = start.elapsed().as_secs();
        match result {
            Ok(()) => println!("      passed in {seconds} s"),
            Err(error) => {
                println!("      FAILED in {seconds} s: {error:#}");
                failed.push(*name);
            }
        }
    }
    println!("{} passed, {} failed", steps.len() - failed.len(), failed.len());
    ensure!(failed.is_empty(), "failed: {}", failed.join(", "));
    Ok(())
}
