//! A release's second WebAssembly file: forms and confirmations, see src/writing.rs.
//!
//! Trunk can't split a program. The tool that can works on what the compiler made, before
//! wasm-bindgen: so this program stands in wasm-bindgen's place on Trunk's `PATH`.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::process::run as run_process;
use crate::seal::{Named, named};
use crate::tools;

/// The name of this program in that place.
pub const STAND_IN: &str = "wasm-bindgen";
/// For the compiler: that the second file is apart.
pub const FLAGS: &str = "--cfg writing_apart";

/// How the second file's name begins.
pub const NAME: &str = "writing";

/// The console's program, as the compiler and wasm-bindgen call it.
const PROGRAM: &str = "databoxframe-console";
/// What the tool calls the second file.
const PART: &str = "split_writing.wasm";
/// What it calls the script that reads it.
pub const SCRIPT: &str = "__wasm_split.js";
/// How that script reads the file, and how it does here: with the integrity that index.html names.
const READ: &str = "fetch(new URL(\"./split_writing.wasm\", import.meta.url))";
const READ_CHECKED: &str = "databoxframeWriting()";
/// What Rust's target has today; the tool leaves out the section that says so.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// `PATH` for a release, with this program in the place of wasm-bindgen.
pub fn path() -> Result<OsString> {
    tools::wasm_split()?;
    let inherited = tools::path(true)?;
    let folder = target()?.join("xtask/stand-in");
    fs::create_dir_all(&folder)?;
    let place = folder.join(STAND_IN);
    // A new file: what runs under the old one's name goes on.
    let copy = folder.join("copy");
    fs::copy(std::env::current_exe()?, &copy)?;
    fs::rename(copy, place)?;
    Ok(std::env::join_paths([folder].into_iter().chain(std::env::split_paths(&inherited)))?)
}

/// Called by Trunk as wasm-bindgen: splits the console's program first.
pub fn bind(arguments: &[String]) -> Result<()> {
    let file = format!("{PROGRAM}.wasm");
    let mut bindgen = Command::new(tools::wasm_bindgen()?.join(STAND_IN));
    for argument in arguments {
        if Path::new(argument).file_name().is_some_and(|name| name == &*file) {
            let output = output()?;
            let mut split = Command::new(tools::wasm_split()?);
            run_process(split.arg(argument).arg(&output).args(["--out-name", PROGRAM]))?;
            // The second file imports the memory and the table of functions.
            bindgen.arg(output.join(&file)).arg("--keep-lld-exports");
        } else {
            bindgen.arg(argument);
        }
    }
    run_process(&mut bindgen)
}

/// Puts both into the staging folder. `glue`: the script that wasm-bindgen made, in which the
/// second one will be. Nothing if it was not split: Trunk was called by hand.
pub fn seal(staging: &Path, glue: &str) -> Result<Option<Named>> {
    if !fs::read_to_string(staging.join(glue))?.contains(SCRIPT) {
        return Ok(None);
    }
    let output = output()?;
    let text = fs::read_to_string(output.join(SCRIPT)).with_context(|| format!("reading {SCRIPT}"))?;
    fs::write(staging.join(SCRIPT), checked(&text, glue)?)?;
    run_process(
        Command::new("wasm-opt")
            .arg("-Os")
            .args(FEATURES)
            .arg(output.join(PART))
            .arg("-o")
            .arg(staging.join(PART)),
    )?;
    named(staging, PART, NAME, ".wasm").map(Some)
}

fn checked(script: &str, glue: &str) -> Result<String> {
    let own = format!("\"./{PROGRAM}.js\"");
    ensure!(script.contains(READ) && script.contains(&own), "{SCRIPT} is not as it was: {script}");
    Ok(script.replace(READ, READ_CHECKED).replace(&own, &format!("\"./{glue}\"")))
}

/// Where the tool writes.
fn output() -> Result<PathBuf> {
    Ok(target()?.join("wasm-split"))
}

/// The target folder, in which this program lies: `debug/xtask`, or `xtask/stand-in/wasm-bindgen`.
fn target() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let levels = if program.ends_with(STAND_IN) { 3 } else { 2 };
    program.ancestors().nth(levels).map(PathBuf::from).context("cargo put this program into a target folder")
}
