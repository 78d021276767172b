//! The tools of a build, each kept per version in the user's cache.

use std::ffi::OsString;
use std::fs;
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
const FUZZ: (&str, &str) = ("cargo-fuzz", "0.13.2");

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

/// `PATH` with the tools of the browser tests.
pub fn test_path() -> Result<OsString> {
    path_with(vec![wasm_bindgen()?])
}

/// The folder of wasm-bindgen's command.
pub fn wasm_bindgen() -> Result<PathBuf> {
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
    cargo_program(MACHETE)
}

/// The program that runs the targets in fuzz/.
pub fn fuzz() -> Result<PathBuf> {
    cargo_program(FUZZ)
}

/// A program that is called as its package is.
fn cargo_program(tool: (&str, &str)) -> Result<PathBuf> {
    let (name, version) = tool;
    let folder = provide(tool, name, |root| {
        let mut command = cargo_install(root, "1");
        command.args([name, "--version", version, "--locked"]);
        command
    })?;
    Ok(folder.join(name))
}

/// `cargo install` into a folder, built for a short build: the tools have little to do.
fn cargo_install(root: &Path, opt_level: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(["install", "--root"]).arg(root);
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level).env("CARGO_PROFILE_RELEASE_LTO", "off");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16").env_remove("CARGO_TARGET_DIR");
    command
}

/// A Python with the packages of a list of requirements; one of them gives the folder its name.
pub fn python(requirements: &Path, name: &str) -> Result<PathBuf> {
    let wanted = fs::read_to_string(requirements)?;
    let pinned = wanted.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix("=="));
    let version = pinned.with_context(|| format!("no version of {name} in {}", requirements.display()))?;
    let root = cache()?.join(format!("{name}-{version}"));
    let (python, installed) = (root.join("bin/python"), root.join("installed.txt"));
    // An unfinished installation has no list; one of a Python that was replaced does not run.
    let complete = fs::read_to_string(&installed).is_ok_and(|list| list == wanted);
    if !complete || output(Command::new(&python).args(["-c", "print(1)"])).is_empty() {
        packages::require(&[packages::PYTHON])?;
        println!("      installing {name} {version} (once; kept in {})", root.display());
        let system = packages::PYTHON.found()?;
        run_process(Command::new(system).args(["-m", "venv", "--clear"]).arg(&root))?;
        run_process(
            Command::new(&python)
                .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
                .arg(requirements),
        )?;
        fs::write(&installed, &wanted)?;
    }
    Ok(python)
}

/// Where the tools are kept.
fn cache() -> Result<PathBuf> {
    let cache = match std::env::var_os("XDG_CACHE_HOME") {
        Some(cache) => PathBuf::from(cache),
        None => PathBuf::from(std::env::var_os("HOME").context("HOME is not set")?).join(".cache"),
    };
    Ok(cache.join("databoxframe-console/tools"))
}

fn provide(
    (name, version): (&str, &str),
    program: &str,
    install: impl Fn(&Path) -> Command,
) -> Result<PathBuf> {
    let root = cache()?.join(format!("{name}-{version}"));
    let folder = root.join("bin");
    // binaryen's 132.0.0 calls itself "version 132".
    let wanted = version.trim_end_matches(".0.0");
    if !output(Command::new(folder.join(program)).arg("--version")).contains(wanted) {
        println!("      installing {name} {version} (once; kept in {})", root.display());
        run_process(&mut install(&root))?;
    }
    Ok(folder)
}
