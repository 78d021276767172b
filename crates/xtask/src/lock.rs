//! The lock files: every package comes from its public registry.

use std::fs;

use anyhow::{Result, ensure};

use crate::root;

/// The one source in Cargo.lock.
const CRATES_IO: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// An error if a lock file names another place than the default one of its tool.
pub fn check() -> Result<()> {
    let root = root()?;
    let cargo = fs::read_to_string(root.join("Cargo.lock"))?;
    let fuzz = fs::read_to_string(root.join("fuzz/Cargo.lock"))?;
    let npm = fs::read_to_string(root.join("tests/e2e/package-lock.json"))?;
    let python = fs::read_to_string(root.join("tests/openapi/requirements.txt"))?;
    let found: Vec<&str> = foreign_cargo(&cargo)
        .chain(foreign_cargo(&fuzz))
        .chain(foreign_npm(&npm))
        .chain(foreign_python(&python))
        .collect();
    ensure!(found.is_empty(), "other sources than the default ones:\n{}", found.join("\n"));
    Ok(())
}

fn foreign_cargo(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| line.starts_with("source = ") && *line != CRATES_IO)
}

/// npm's lock file names hosts unless it is told not to (`tests/e2e/.npmrc`), and then installs
/// from them and from nowhere else.
fn foreign_npm(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| line.trim_start().starts_with("\"resolved\""))
}

/// Only a name and its version: options and URLs would name another place.
fn foreign_python(text: &str) -> impl Iterator<Item = &str> {
    let comment = |line: &str| line.is_empty() || line.starts_with('#');
    let pinned = |line: &str| {
        let word = |part: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
        };
        line.split_once("==").is_some_and(|(name, version)| word(name) && word(version))
    };
    text.lines().filter(move |line| !comment(line) && (!pinned(line) || line.starts_with('-')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_default_sources_pass() {
        let cargo = format!("name = \"a\"\n{CRATES_IO}\nsource = \"git+https://example.com/a\"\n");
        assert_eq!(foreign_cargo(&cargo).collect::<Vec<_>>(), ["source = \"git+https://example.com/a\""]);
        let npm = "  \"resolved\": \"https://example.com/a.tgz\",\n  \"integrity\": \"sha512-a\"";
        assert_eq!(foreign_npm(npm).count(), 1);
        let python =
            "# a\na-b==1.0.post1\n--index-url https://example.com\nc @ https://example.com/c.whl\nd>=1\n";
        let others = ["--index-url https://example.com", "c @ https://example.com/c.whl", "d>=1"];
        assert_eq!(foreign_python(python).collect::<Vec<_>>(), others);
    }
}
