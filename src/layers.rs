//! The order of the modules: each uses only those before it. The compiler would allow circles.

use std::collections::BTreeSet;

use crate::sources::{FOLDERS, sources};

/// From the bottom up. The first seven are other crates', under their names here.
const CONSOLE: &[&str] = &[
    "gateway",
    "conformance",
    "paging",
    "queries",
    "query_cache",
    "resource",
    "untrusted",
    "drafts",
    "number",
    "router",
    "texts",
    "navigation",
    "action",
    "notices",
    "storage",
    "preferences",
    "notifications",
    "connection",
    "locale",
    "components",
    "shortcuts",
    "status_cells",
    "status_changes",
    "write",
    "form",
    "console",
    "palette",
    "pages",
    "app",
    "main",
];

/// The modules of crates/ui, from the bottom up.
const UI: &[&str] = &[
    "texts",
    "url",
    "untrusted",
    "fold",
    "focus",
    "download",
    "clipboard",
    "format",
    "icon",
    "external",
    "badge",
    "reason",
    "button",
    "dialog",
    "disclosure",
    "field",
    "menu",
    "switch",
    "cell",
    "details",
    "table",
    "chart",
];

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
    for (folder, order) in FOLDERS.into_iter().zip([CONSOLE, UI]) {
        let mut seen = BTreeSet::new();
        for (path, source) in sources(folder) {
            let first = path.iter().next().unwrap().to_str().unwrap();
            let module = first.strip_suffix(".rs").unwrap_or(first);
            if ["lib", "layers", "sources"].contains(&module) {
                continue;
            }
            let place = order.iter().position(|name| *name == module);
            let place = place.unwrap_or_else(|| panic!("{module} has no place in the order"));
            for name in used(&source) {
                let other = order.iter().position(|other| *other == name);
                // Items at the root of the crate are no modules.
                assert!(other.is_none_or(|other| other <= place), "{module} uses {name}, which is above it");
            }
            seen.insert(module.to_owned());
        }
        assert!(seen.len() > 15, "{folder}: {seen:?}");
    }
}

#[test]
fn names_are_found_in_all_forms() {
    assert_eq!(used("use crate::texts::{Texts, texts};"), ["texts"]);
    assert_eq!(used("use crate::{app, texts::Texts};"), ["app", "texts"]);
    assert_eq!(used("let t = crate::locale::explain(failure);"), ["locale"]);
    assert!(used("fn plain() {}").is_empty());
}
