//! `cargo xtask build`: the release, and what it weighs.

use std::fs;
use std::io::Write as _;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::process::run as run_process;
use crate::{root, tools};

/// First load in bytes, Brotli 11: html, loader, styles, glue and wasm.
const BUDGET: usize = 230_000;
/// What is in dist but not in the first load.
const NOT_FIRST: [&str; 3] = ["config.json", "config.schema.json", "openapi.json"];

/// Builds `dist/` and prints the table; an error if it is over the budget (it is there all the same).
pub fn run() -> Result<()> {
    let root = root()?;
    run_process(
        Command::new("trunk")
            .args(["build", "--release", "--offline"])
            .current_dir(&root)
            .env("PATH", tools::path(true)?)
            .env_remove("NO_COLOR"),
    )?;
    let mut files: Vec<_> = fs::read_dir(root.join("dist"))?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    println!("{:>9} {:>9} {:>9}  file", "raw", "gzip", "brotli");
    let mut total = 0;
    for file in files {
        let name = file.file_name().to_string_lossy().into_owned();
        let bytes = fs::read(file.path())?;
        let (gzip, brotli) = (gzip(&bytes)?, brotli(&bytes)?);
        println!("{:>9} {gzip:>9} {brotli:>9}  {name}", bytes.len());
        if !NOT_FIRST.contains(&name.as_str()) {
            total += brotli;
        }
    }
    println!("first load, Brotli: {total} of {BUDGET} bytes");
    ensure!(total <= BUDGET, "the first load is over its budget");
    Ok(())
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    encoder.write_all(bytes)?;
    encoder.flush()?;
    Ok(encoder.into_inner().len())
}
