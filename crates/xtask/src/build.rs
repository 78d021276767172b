//! `cargo xtask build`: the release, its size, and its archive.

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::process::{output, run as run_process};
use crate::{archive, root, tools, verify};

/// First load in bytes, Brotli 11: html, loader, styles, glue and wasm.
const BUDGET: usize = 750_000;
/// Files of dist outside of the first load: the demo.
pub const NOT_FIRST: [&str; 4] = ["config.json", "config.schema.json", "openapi.json", "demo"];

/// The command.
pub fn command(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => run(),
        [option] if option == "--verify" => verify::run(),
        _ => bail!("unknown options {arguments:?}"),
    }
}

/// Builds `dist/` and its archive and prints the table; an error if it is over the budget (all is
/// there all the same).
pub fn run() -> Result<()> {
    let root = root()?;
    run_process(
        Command::new("trunk")
            .args(["build", "--release", "--offline"])
            .current_dir(&root)
            .env("PATH", tools::path(true)?)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags(&root)?)
            // Either would be taken instead of all others.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("NO_COLOR"),
    )?;
    let mut files: Vec<_> = fs::read_dir(root.join("dist"))?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    println!("{:>9} {:>9} {:>9}  file", "raw", "gzip", "brotli");
    let private = private_paths(&root)?;
    let mut total = 0;
    for file in files {
        let name = file.file_name().to_string_lossy().into_owned();
        let bytes = fs::read(file.path())?;
        if let Some(path) = private.iter().find(|path| contains(&bytes, path)) {
            bail!("dist/{name} names {path}: a path of this machine");
        }
        let (gzip, brotli) = (gzip(&bytes)?.len(), brotli(&bytes)?.len());
        println!("{:>9} {gzip:>9} {brotli:>9}  {name}", bytes.len());
        if !NOT_FIRST.iter().any(|start| name.starts_with(start)) {
            total += brotli;
        }
    }
    println!("archive: {}", archive::write(&root)?.display());
    println!("first load, Brotli: {total} of {BUDGET} bytes");
    ensure!(total <= BUDGET, "the program is over its budget");
    Ok(())
}

/// Folders of this machine from which code comes, and what the program says instead: panics name
/// the place in the code.
fn sources(root: &Path) -> Result<Vec<(PathBuf, String)>> {
    let verbose = output(Command::new("rustc").arg("-vV"));
    let commit = verbose.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or_default();
    let sysroot = PathBuf::from(output(Command::new("rustc").args(["--print", "sysroot"])).trim());
    let mut sources = vec![
        (root.to_owned(), "/console".to_owned()),
        // As it is without the component rust-src.
        (sysroot.join("lib/rustlib/src/rust"), format!("/rustc/{commit}")),
    ];
    // A folder for each registry or mirror, named by a hash of its URL.
    let registries = cargo_home()?.join("registry/src");
    for registry in fs::read_dir(&registries).with_context(|| format!("reading {}", registries.display()))? {
        sources.push((registry?.path(), "/registry".to_owned()));
    }
    Ok(sources)
}

/// Added to the flags of .cargo/config.toml: variables of this name are, unlike `RUSTFLAGS`.
fn flags(root: &Path) -> Result<OsString> {
    // Names that say the types: `cargo xtask weigh` reads them, the download has none.
    let mut flags = OsString::from(" -Csymbol-mangling-version=v0");
    for (from, to) in sources(root)? {
        // Flags are separated by spaces here. Missed paths are found in the result.
        if !from.to_string_lossy().contains(' ') {
            flags.push(" --remap-path-prefix=");
            flags.push(from);
            flags.push(format!("={to}"));
        }
    }
    Ok(flags)
}

/// Texts that must not be in a published file.
fn private_paths(root: &Path) -> Result<Vec<String>> {
    let home = std::env::home_dir().filter(|home| home.components().count() > 1);
    let folders = sources(root)?.into_iter().map(|(from, _)| from).chain(home).chain([cargo_home()?]);
    Ok(folders.map(|folder| format!("{}/", folder.display())).collect())
}

fn cargo_home() -> Result<PathBuf> {
    let set = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("there is no home folder")
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Smallest gzip, without a time.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// See [`gzip`].
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    encoder.write_all(bytes)?;
    Ok(encoder.into_inner())
}
