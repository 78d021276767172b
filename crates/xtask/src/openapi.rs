//! `public/openapi.json`: written, and compared with the simulator.

use std::process::Command;

use anyhow::Result;

use crate::process::{run as run_process, run_reading};
use crate::simulator::{ACCESS_KEY, SECRET_KEY, Simulator};
use crate::tally::Tally;
use crate::{root, tools};

/// `cargo xtask openapi`: regenerates the description, by a test of the api crate.
pub fn write() -> Result<()> {
    run_process(
        Command::new("cargo")
            .args(["test", "--quiet", "-p", "databoxframe", "--test", "openapi"])
            .env("OPENAPI_WRITE", "1")
            .current_dir(root()?),
    )
}

/// A public validator reads the description, then schemathesis sends the simulator, which knows nothing
/// of the api crate, what it says is right and what it says is wrong.
pub fn check(tally: &mut Tally) -> Result<()> {
    let folder = root()?.join("tests/openapi");
    let python = tools::python(&folder.join("requirements.txt"), "schemathesis")?;
    // Without time nothing goes on by itself, so that every run is the same.
    let simulator = Simulator::start(&["--speed".into(), "0".into()])?;
    run_reading(
        Command::new(python)
            .arg(folder.join("run.py"))
            .env("GATEWAY", &simulator.gateway)
            .env("CONTROL", &simulator.control)
            .env("ACCESS_KEY", ACCESS_KEY)
            .env("SECRET_KEY", SECRET_KEY),
        |line| tally.read(line),
    )
}
