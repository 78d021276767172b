//! The order of the modules: each uses only those before it. The compiler would allow circles.

use std::fs;
use std::path::Path;

/// From the bottom up. The first five are the client crate's, under their names here.
const ORDER: [&str; 25] = [
    "gateway",
    "paging",
    "queries",
    "query_cache",
    "resource",
    "drafts",
    "number",
    "notices",
    "router",
    "texts",
    "untrusted",
    "storage",
    "preferences",
    "notifications",
    "connection",
    "locale",
    "components",
    "codes",
    "status_changes",
    "write",
    "form",
    "console",
    "pages",
    "app",
    "main",
];

/// The source of a module without comments and tests, which may look anywhere.
fn read(path: &Path, source: &mut String) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if !path.ends_with("tests") && !path.ends_with("tests.rs") && !path.ends_with("catalogue.rs") {
                read(&path, source);
            }
        }
    } else if path.extension().is_some_and(|extension| extension == "rs") {
        let text = fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        source.extend(code.lines().filter(|line| !line.trim_start().starts_with("//")));
    }
}

/// The modules that a source names, as in `crate::texts` and `crate::{app, texts}`.
fn used(source: &str) -> Vec<&str> {
    source
        .split("crate::")
        .skip(1)
        .flat_map(|rest| {
            let list = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
            let names = list
                .unwrap_or_else(|| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap());
            names.split(',').map(|name| name.split("::").next().unwrap().trim())
        })
        .filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect()
}

#[test]
fn each_module_uses_only_those_below_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let module = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if module == "lib" || module == "layers" {
            continue;
        }
        let place = ORDER.iter().position(|name| *name == module);
        let place = place.unwrap_or_else(|| panic!("{module} has no place in the order"));
        let mut source = String::new();
        read(&path, &mut source);
        for name in used(&source) {
            let other = ORDER.iter().position(|other| *other == name);
            // Items at the root of the crate are no modules.
            assert!(other.is_none_or(|other| other <= place), "{module} uses {name}, which is above it");
        }
        seen += 1;
    }
    assert!(seen > 15, "{seen}");
}

#[test]
fn names_are_found_in_all_forms() {
    assert_eq!(used("use crate::texts::{Texts, texts};"), ["texts"]);
    assert_eq!(used("use crate::{app, texts::Texts};"), ["app", "texts"]);
    assert_eq!(used("let t = crate::locale::explain(failure);"), ["locale"]);
    assert!(used("fn plain() {}").is_empty());
}
