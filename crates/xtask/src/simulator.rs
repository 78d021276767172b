//! The simulator as a process.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};

use anyhow::{Context as _, Result};

use crate::process::run as run_process;
use crate::root;

/// Accepted keys.
pub const ACCESS_KEY: &str = "DEMO-ACCESS-KEY";
/// See [`ACCESS_KEY`].
pub const SECRET_KEY: &str = "DEMO-SECRET-KEY-ONLY-FOR-THE-SIMULATOR";

/// Builds the simulator and returns its program.
pub fn build() -> Result<PathBuf> {
    run_process(
        Command::new("cargo")
            .args(["build", "--quiet", "-p", "databoxframe-simulator", "--bin", "databoxframe-simulator"])
            .current_dir(root()?),
    )?;
    // This program was built just so: it lies beside it, wherever the target folder is.
    let name = format!("databoxframe-simulator{}", std::env::consts::EXE_SUFFIX);
    Ok(std::env::current_exe()?.with_file_name(name))
}

/// A running simulator; ends with this process, because its standard input closes then.
pub struct Simulator {
    child: Child,
    _stdin: Option<ChildStdin>,
    /// `http://127.0.0.1:PORT` of the gateway.
    pub gateway: String,
    /// `http://127.0.0.1:PORT` of the control port.
    pub control: String,
}

impl Simulator {
    /// Builds and starts it on free ports.
    pub fn start(options: &[String]) -> Result<Self> {
        let mut child = Command::new(build()?)
            .args(["--port", "0", "--control-port", "0", "--until-stdin-closes"])
            .args(["--access-key", ACCESS_KEY, "--secret-key", SECRET_KEY])
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let stdin = child.stdin.take();
        let mut lines = BufReader::new(child.stdout.take().context("the simulator has an output")?).lines();
        let mut url = |name: &str| -> Result<String> {
            let line = lines.next().context("the simulator ended at once")??;
            line.strip_prefix(name)
                .map(|rest| rest.trim().to_owned())
                .context(format!("unexpected line: {line}"))
        };
        let (gateway, control) = (url("gateway")?, url("control")?);
        Ok(Self { child, _stdin: stdin, gateway, control })
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
