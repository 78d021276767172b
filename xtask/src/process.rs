//! Running other programs.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};

/// Runs a program to its end; an error if it can't be started or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = format!("{command:?}");
    let status = command.status().with_context(|| format!("cannot start {shown}"))?;
    ensure!(status.success(), "{shown} ended with {status}");
    Ok(())
}

/// What a program prints; empty if it can't be run.
pub fn output(command: &mut Command) -> String {
    command.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}
