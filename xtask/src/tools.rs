//! The tools of a build, each kept per version in the user's cache.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::packages;
use crate::process::{output, run as run_process};

/// The target of the console.
pub const WASM: &str = "wasm32-unknown-unknown";

const TRUNK: (&str, &str) = ("trunk", "0.21.14");
const WASM_BINDGEN: (&str, &str) = ("wasm-bindgen", "0.2.130");
const BINARYEN: (&str, &str) = ("binaryen", "132.0.0");
const ESBUILD: (&str, &str) = ("esbuild", "0.28.2");
const MACHETE: (&str, &str) = ("cargo-machete", "0.9.2");

/// Adds the WebAssembly target to the toolchain.
pub fn wasm_target() -> Result<()> {
    let installed = output(Command::new("rustup").args(["target", "list", "--installed"]));
    if installed.lines().any(|target| target == WASM) {
        return Ok(());
    }
    run_process(Command::new("rustup").args(["target", "add", WASM]))
        .context("Rust's WebAssembly target is added with rustup (https://rustup.rs)")
}

/// `PATH` with everything Trunk calls; for a release with wasm-opt.
pub fn path(release: bool) -> Result<OsString> {
    let mut folders = vec![
        provide(TRUNK, "trunk", |root| {
            let mut command = cargo_install(root, "0");
            command.args(["trunk", "--version", TRUNK.1, "--locked"]);
            command.args(["--no-default-features", "--features", "rustls"]);
            command
        })?,
        wasm_bindgen()?,
    ];
    if release {
        packages::require(&[packages::NPM])?;
        for (package, program) in [(BINARYEN, "wasm-opt"), (ESBUILD, "esbuild")] {
            folders.push(provide(package, program, |root| npm_install(root, package))?);
        }
    }
    path_with(folders)
}

/// `PATH` with what runs tests in a browser.
pub fn test_path() -> Result<OsString> {
    path_with(vec![wasm_bindgen()?])
}

fn wasm_bindgen() -> Result<PathBuf> {
    provide(WASM_BINDGEN, "wasm-bindgen", |root| {
        // Not --locked: its lock file names a version that has been withdrawn.
        let mut command = cargo_install(root, "1");
        command.args(["wasm-bindgen-cli", "--version", WASM_BINDGEN.1]);
        command
    })
}

fn path_with(folders: Vec<PathBuf>) -> Result<OsString> {
    wasm_target()?;
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(folders.into_iter().chain(std::env::split_paths(&inherited)))?)
}

fn npm_install(root: &Path, (name, version): (&str, &str)) -> Command {
    let mut command = Command::new("npm");
    command.args(["install", "--global", "--no-audit", "--no-fund", "--prefix"]).arg(root);
    command.arg(format!("{name}@{version}"));
    command
}

/// The program that finds dependencies nobody uses.
pub fn machete() -> Result<PathBuf> {
    let folder = provide(MACHETE, "cargo-machete", |root| {
        let mut command = cargo_install(root, "1");
        command.args(["cargo-machete", "--version", MACHETE.1, "--locked"]);
        command
    })?;
    Ok(folder.join("cargo-machete"))
}

/// `cargo install` into a folder, built for a short build: the tools have little to do.
fn cargo_install(root: &Path, opt_level: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(["install", "--root"]).arg(root);
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level).env("CARGO_PROFILE_RELEASE_LTO", "off");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16").env_remove("CARGO_TARGET_DIR");
    command
}

fn provide(
    (name, version): (&str, &str),
    program: &str,
    install: impl Fn(&Path) -> Command,
) -> Result<PathBuf> {
    let cache = match std::env::var_os("XDG_CACHE_HOME") {
        Some(cache) => PathBuf::from(cache),
        None => PathBuf::from(std::env::var_os("HOME").context("HOME is not set")?).join(".cache"),
    };
    let root = cache.join("databoxframe-console/tools").join(format!("{name}-{version}"));
    let folder = root.join("bin");
    // binaryen's 132.0.0 calls itself "version 132".
    let wanted = version.trim_end_matches(".0.0");
    if !output(Command::new(folder.join(program)).arg("--version")).contains(wanted) {
        println!("      installing {name} {version} (once; kept in {})", root.display());
        run_process(&mut install(&root))?;
    }
    Ok(folder)
}
