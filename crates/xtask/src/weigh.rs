//! `cargo xtask weigh`: what the first load is made of.
//!
//! The published program has no names. So the program that wasm-bindgen made, which has them, goes
//! through wasm-opt again with the options of index.html, keeping the names this time: the
//! instructions are the same.

mod names;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use self::program::Program;
use crate::build::{NOT_FIRST, brotli};
use crate::process::run as run_process;
use crate::{root, tools};

/// What wasm-bindgen made of the console, below the target folder.
const PROGRAM: &str = "wasm-bindgen/release/databoxframe-console_bg.wasm";

/// The command.
pub fn run(arguments: &[String]) -> Result<()> {
    let families = match arguments {
        [] => 0,
        [count] => count.parse().with_context(|| format!("{count} is no number"))?,
        _ => bail!("unknown options {arguments:?}"),
    };
    let dist = root()?.join("dist");
    ensure!(dist.join("index.html").is_file(), "there is no dist/: run `cargo xtask build`");
    println!("{:>9} {:>9}  first load", "raw", "brotli");
    files(&dist)?;
    let named = named_program(&root()?)?;
    let program = Program::read(&fs::read(&named)?)?;
    println!("\n{:>9} {:>9}  program: sections, and code by the crate that defines it", "raw", "brotli");
    print_rows(&program.parts()?);
    if families > 0 {
        let list = named.with_file_name("functions.txt");
        fs::write(&list, program.list())?;
        println!("\n{:>9} {:>6} {:>8}  functions: bytes, how many, largest", "raw", "count", "largest");
        for family in program.families().into_iter().take(families) {
            println!("{:>9} {:>6} {:>8}  {}", family.bytes, family.count, family.largest, family.name);
        }
        println!("all functions with their types: {}", list.display());
    }
    Ok(())
}

/// A part of the first load.
struct Part {
    raw: usize,
    brotli: usize,
    name: String,
}

fn print_rows(parts: &[Part]) {
    for Part { raw, brotli, name } in parts {
        println!("{raw:>9} {brotli:>9}  {name}");
    }
}

/// The files of the first load, the heaviest first, and their sum.
fn files(dist: &Path) -> Result<()> {
    let mut parts: BTreeMap<&str, Part> = BTreeMap::new();
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if NOT_FIRST.iter().any(|start| name.starts_with(start)) {
            continue;
        }
        let bytes = fs::read(entry.path())?;
        let kind = kind(&name);
        let part = parts.entry(kind).or_insert(Part { raw: 0, brotli: 0, name: kind.into() });
        part.raw += bytes.len();
        part.brotli += brotli(&bytes)?.len();
    }
    let mut parts: Vec<Part> = parts.into_values().collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.brotli));
    let sum = |of: fn(&Part) -> usize| parts.iter().map(of).sum();
    let all = Part { raw: sum(|part| part.raw), brotli: sum(|part| part.brotli), name: "all".into() };
    parts.push(all);
    print_rows(&parts);
    Ok(())
}

/// What a file of dist/ is.
fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "wasm")) => "program (WebAssembly)",
        Some((stem, "js")) if stem.starts_with("loader") => "loader",
        Some((_, "js")) => "glue (JavaScript)",
        Some((_, "css")) => "styles",
        Some((_, "html")) => "page",
        _ => "icon",
    }
}

/// The program as it is published, with names.
fn named_program(root: &Path) -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2).context("cargo put this program into a target folder")?;
    let made = target.join(PROGRAM);
    ensure!(made.is_file(), "there is no {}: run `cargo xtask build`", made.display());
    let (page, folder) = (fs::read_to_string(root.join("index.html"))?, root.join("target/weigh"));
    fs::create_dir_all(&folder)?;
    let named = folder.join("databoxframe-console.wasm");
    run_process(
        Command::new("wasm-opt")
            .args(wasm_opt_options(&page)?)
            .args(["--debuginfo", "--output"])
            .arg(&named)
            .arg(&made)
            .env("PATH", tools::path(true)?),
    )?;
    Ok(named)
}

/// The options that Trunk reads from the console's line of index.html.
fn wasm_opt_options(page: &str) -> Result<Vec<String>> {
    let line = page.lines().find(|line| line.contains("data-bin=\"databoxframe-console\""));
    let line = line.context("index.html has no line for the console")?;
    let value = |name: &str| line.split_once(&format!("{name}=\""))?.1.split('"').next();
    let level = value("data-wasm-opt").context("index.html has no level for wasm-opt")?;
    let parameters = value("data-wasm-opt-params").unwrap_or_default();
    Ok([format!("-O{level}")].into_iter().chain(parameters.split_whitespace().map(Into::into)).collect())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn options_come_from_the_page() {
        let page = r#"<link data-trunk data-bin="databoxframe-console" data-wasm-opt="s" data-wasm-opt-params="--a --b" />"#;
        assert_eq!(wasm_opt_options(page).unwrap(), ["-Os", "--a", "--b"]);
    }
}
