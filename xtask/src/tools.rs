//! The tools of a build, each kept per version in the user's cache.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process::{output, run as run_process};

/// The target of the console.
pub const WASM: &str = "wasm32-unknown-unknown";

const TRUNK: (&str, &str) = ("trunk", "0.21.14");
const WASM_BINDGEN: (&str, &str) = ("wasm-bindgen", "0.2.130");
const BINARYEN: (&str, &str) = ("binaryen", "132.0.0");

/// Adds the WebAssembly target to the toolchain.
pub fn wasm_target() -> Result<()> {
    run_process(Command::new("rustup").args(["target", "add", WASM]))
}

/// `PATH` with everything Trunk calls; for a release with wasm-opt.
pub fn path(release: bool) -> Result<OsString> {
    wasm_target()?;
    let mut folders = vec![
        provide(TRUNK, "trunk", |root| {
            let mut command = Command::new("cargo");
            command.args(["install", "trunk", "--version", TRUNK.1, "--locked", "--root"]).arg(root);
            command.args(["--no-default-features", "--features", "rustls"]);
            command
        })?,
        provide(WASM_BINDGEN, "wasm-bindgen", |root| {
            let mut command = Command::new("cargo");
            command.args(["install", "wasm-bindgen-cli", "--version", WASM_BINDGEN.1, "--root"]).arg(root);
            command
        })?,
    ];
    if release {
        folders.push(provide(BINARYEN, "wasm-opt", |root| {
            let mut command = Command::new("npm");
            command.args(["install", "--global", "--no-audit", "--no-fund", "--prefix"]).arg(root);
            command.arg(format!("binaryen@{}", BINARYEN.1));
            command
        })?);
    }
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(folders.into_iter().chain(std::env::split_paths(&inherited)))?)
}

fn provide(
    (name, version): (&str, &str),
    program: &str,
    install: impl Fn(&PathBuf) -> Command,
) -> Result<PathBuf> {
    let cache = match std::env::var_os("XDG_CACHE_HOME") {
        Some(cache) => PathBuf::from(cache),
        None => PathBuf::from(std::env::var_os("HOME").context("HOME is not set")?).join(".cache"),
    };
    let root = cache.join("databoxframe-console/tools").join(format!("{name}-{version}"));
    let folder = root.join("bin");
    if output(Command::new(folder.join(program)).arg("--version")).is_empty() {
        run_process(&mut install(&root))?;
    }
    Ok(folder)
}
