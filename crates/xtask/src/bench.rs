//! `cargo xtask bench`: the measurements of tests/bench/ in Chromium.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::packages::{self, BROTLI, CHROMIUM, NGINX, NODE, NPM};
use crate::process::run as run_process;
use crate::{archive, build, root, simulator, test, tools};

/// The parts, in the order in which they are measured.
const PARTS: [&str; 5] = ["start", "table", "request", "lists", "memory"];
/// Runs of each measurement, of which the median is taken.
const RUNS: &str = "5";
/// The program that signs.
const SIGN: &str = "databoxframe-bench-sign";

/// Which parts, and how many runs of each.
struct Options {
    parts: Vec<String>,
    runs: String,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { parts: Vec::new(), runs: RUNS.to_owned() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            if argument == "--runs" {
                let runs = rest.next().context("--runs needs a number")?;
                ensure!(runs.parse::<u32>().is_ok_and(|runs| runs > 0), "{runs} is no number of runs");
                options.runs.clone_from(runs);
            } else if PARTS.contains(&argument.as_str()) {
                options.parts.push(argument.clone());
            } else {
                bail!("there is no part {argument}: {}", PARTS.join(" "));
            }
        }
        if options.parts.is_empty() {
            options.parts = PARTS.map(str::to_owned).to_vec();
        }
        Ok(options)
    }
}

/// The command. Measures the `dist/` that is there, or a new one.
pub fn run(arguments: &[String]) -> Result<()> {
    let options = Options::parse(arguments)?;
    let root = root()?;
    packages::require(&[CHROMIUM, NGINX, BROTLI, NODE, NPM])?;
    let (dist, folder) = (root.join("dist"), root.join("tests/bench"));
    test::node_packages(&folder)?;
    if !dist.join("index.html").is_file() {
        build::run()?;
    }
    run_process(
        Command::new(NODE.found()?)
            .arg("main.mjs")
            .current_dir(&folder)
            .env("PARTS", options.parts.join(","))
            .env("RUNS", options.runs)
            .env("COMMIT", archive::commit(&root))
            .env("DIST", dist)
            .env("OUT", root.join("target/bench"))
            .env("SIGN", sign(&root)?)
            .env("SIMULATOR", simulator::build()?)
            .env("NGINX", NGINX.found()?)
            .env("CHROMIUM", CHROMIUM.found()?),
    )
}

/// Builds the program that signs, as the console is built; where it is.
fn sign(root: &Path) -> Result<PathBuf> {
    tools::wasm_target()?;
    run_process(
        Command::new("cargo")
            .args(["build", "--quiet", "--release", "--package", SIGN, "--target", tools::WASM])
            .current_dir(root),
    )?;
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2).context("cargo put this program into a target folder")?;
    Ok(target.join(tools::WASM).join("release").join(format!("{SIGN}.wasm")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<(Vec<String>, String)> {
        let arguments: Vec<String> = arguments.iter().map(|&argument| argument.to_owned()).collect();
        Options::parse(&arguments).map(|options| (options.parts, options.runs))
    }

    #[test]
    fn all_parts_or_some_and_how_often() {
        assert_eq!(parse(&[]).unwrap(), (PARTS.map(str::to_owned).to_vec(), "5".to_owned()));
        let some = parse(&["table", "--runs", "7", "start"]).unwrap();
        assert_eq!(some, (vec!["table".to_owned(), "start".to_owned()], "7".to_owned()));
        for wrong in [["tables"].as_slice(), &["--runs"], &["--runs", "0"], &["--runs", "many"]] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
