//! `cargo xtask build --verify`: the same commit gives the same bytes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::process::run as run_process;
use crate::root;

/// Builds the last commit from nothing in two folders, and compares the archives.
pub fn run() -> Result<()> {
    let root = root()?;
    let place = root.join("target/verify");
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    // Names of different length: a path that got into the program would show.
    let folders = ["a", "another-folder"].map(|name| place.join(name));
    for (index, folder) in folders.iter().enumerate() {
        println!("[{}/2] a build from nothing", index + 1);
        build(&root, folder)?;
    }
    let [first, second] = folders.each_ref().map(|folder| archive(folder));
    let (first, second) = (first?, second?);
    if fs::read(&first)? != fs::read(&second)? {
        for name in differences(&folders)? {
            println!("differs: dist/{name}");
        }
        anyhow::bail!("{} and {} differ", first.display(), second.display());
    }
    println!("both builds made the same {}", first.file_name().unwrap_or_default().display());
    fs::remove_dir_all(&place)?;
    Ok(())
}

fn build(root: &Path, folder: &Path) -> Result<()> {
    run_process(Command::new("git").args(["clone", "--quiet"]).args([root, folder]))?;
    let mut command = Command::new("cargo");
    command.args(["xtask", "build"]).current_dir(folder).env_remove("CARGO_TARGET_DIR");
    let status = command.status().context("cannot start cargo")?;
    // It also fails over the budget, with an archive all the same; then this is not about that.
    ensure!(status.success() || archive(folder).is_ok(), "the build ended with {status}");
    Ok(())
}

fn archive(folder: &Path) -> Result<PathBuf> {
    let deploy = folder.join("target/deploy");
    let entry = fs::read_dir(&deploy)?.next().with_context(|| format!("nothing in {}", deploy.display()))?;
    Ok(entry?.path())
}

/// Names that are in one `dist/` only, or not with the same content.
fn differences(folders: &[PathBuf; 2]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for folder in folders {
        for entry in fs::read_dir(folder.join("dist"))? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    names.dedup();
    names.retain(|name| {
        let [first, second] = folders.each_ref().map(|folder| fs::read(folder.join("dist").join(name)).ok());
        first != second
    });
    Ok(names)
}
