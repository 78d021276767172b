//! The console's own source, for tests of what the compiler does not check.

use std::fs;
use std::path::{Path, PathBuf};

/// The folders with sources that show texts.
pub const FOLDERS: [&str; 2] = ["src", "crates/ui/src"];

/// The source files of a folder, relative to it, without comments and tests.
pub fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    read(&root, &root, &mut found);
    assert!(found.len() > 20, "{}", found.len());
    found
}

/// The source files of all [`FOLDERS`].
pub fn all_sources() -> Vec<(PathBuf, String)> {
    FOLDERS.into_iter().flat_map(sources).collect()
}

fn read(root: &Path, folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if name != "tests" {
                read(root, &path, found);
            }
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") && !name.ends_with("catalogue.rs") {
            let source = fs::read_to_string(&path).unwrap();
            let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            let code = lines.collect::<Vec<_>>().join("\n");
            found.push((path.strip_prefix(root).unwrap().to_owned(), code));
        }
    }
}
