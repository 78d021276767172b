//! The console's own source, for tests of what the compiler does not check.

use std::fs;
use std::path::{Path, PathBuf};

/// The source files, relative to `src/`, without comments and tests.
pub fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    read(&root, &root, &mut found);
    assert!(found.len() > 100, "{}", found.len());
    found
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
