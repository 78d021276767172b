//! `cargo xtask pictures`: the pictures of README.md, taken from the running console.

use std::process::Command;

use anyhow::Result;

use crate::packages::{self, CHROMIUM, NGINX, NODE, NPM};
use crate::process::run as run_process;
use crate::{build, root, simulator, test};

/// The command. Takes them of the `dist/` that is there, or of a new one.
pub fn run() -> Result<()> {
    let root = root()?;
    packages::require(&[CHROMIUM, NGINX, NODE, NPM])?;
    let (dist, folder) = (root.join("dist"), root.join("tests/e2e"));
    test::node_packages(&folder)?;
    if !dist.join("index.html").is_file() {
        build::run()?;
    }
    run_process(
        Command::new(NODE.found()?)
            .arg("pictures.mjs")
            .current_dir(&folder)
            .env("DIST", dist)
            .env("OUT", root.join("docs"))
            .env("SIMULATOR", simulator::build()?)
            .env("NGINX", NGINX.found()?)
            .env("CHROMIUM", CHROMIUM.found()?),
    )
}
