//! Running other programs.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};

/// Runs a program to its end. Fails if it can't be started or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = format!("{command:?}");
    let status = command.status().with_context(|| format!("cannot start {shown}"))?;
    ensure!(status.success(), "{shown} ended with {status}");
    Ok(())
}

/// Like [`run`], and passes each printed line on.
pub fn run_reading(command: &mut Command, mut line_read: impl FnMut(&str)) -> Result<()> {
    let shown = format!("{command:?}");
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {shown}"))?;
    if let Some(output) = child.stdout.take() {
        // Bytes, because tests may print invalid UTF-8.
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            line_read(&line);
        }
    }
    let status = child.wait()?;
    ensure!(status.success(), "{shown} ended with {status}");
    Ok(())
}

/// Output of a program; empty if it can't be run.
pub fn output(command: &mut Command) -> String {
    command.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}
