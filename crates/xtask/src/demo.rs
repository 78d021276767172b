//! The demo's files: the worker that Trunk built, and the two scripts around it. Each names the
//! next with its integrity, so that index.html answers for all of them with one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::seal::{Named, minify, named};

/// Trunk's names of the worker's program and of its start script.
const PROGRAM: &str = "databoxframe-demo_bg.wasm";
const GLUE: &str = "databoxframe-demo.js";

/// Where wasm-bindgen put the script, wherever the target folder is: this program lies in it. Trunk's
/// minifier writes another order of functions each time.
pub fn original(release: bool) -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2).context("cargo put this program into a target folder")?;
    Ok(target.join("wasm-bindgen").join(if release { "release" } else { "debug" }).join(GLUE))
}

/// Gives them names with hashes; the first of them. `glue`: the script that wasm-bindgen made;
/// `scripts`: the folder crates/simulator/worker.
pub fn seal(staging: &Path, glue: &Path, scripts: &Path, release: bool) -> Result<Named> {
    let source = |name: &str| {
        let path = scripts.join(name);
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    let script = |prefix: &str, text: String| -> Result<Named> {
        let name = format!("{prefix}.js");
        fs::write(staging.join(&name), text)?;
        if release {
            minify(&staging.join(&name), &[])?;
        }
        named(staging, &name, prefix, ".js")
    };
    let program = named(staging, PROGRAM, "demo", "_bg.wasm")?;
    let glue = fs::read_to_string(glue).with_context(|| format!("reading {}", glue.display()))?;
    let start = fill(&source("start.js")?, "PROGRAM", &program)?;
    let worker = script("demo-worker", format!("{glue}\n{start}"))?;
    fs::remove_file(staging.join(GLUE))?;
    script("demo", fill(&source("page.js")?, "WORKER", &worker)?)
}

/// Fills in the name of a file and its integrity.
fn fill(text: &str, place: &str, file: &Named) -> Result<String> {
    let quoted = format!("\"{place}\"");
    anyhow::ensure!(
        text.contains(&quoted) && text.contains("\"INTEGRITY\""),
        "nowhere to name {}",
        file.name
    );
    let text = text.replace(&quoted, &format!("\"{}\"", file.name));
    Ok(text.replace("\"INTEGRITY\"", &format!("\"{}\"", file.integrity)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;
    use crate::seal::integrity;

    #[test]
    fn each_file_names_the_next_with_its_integrity() {
        let folder = std::env::temp_dir().join(format!("seal-demo-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(PROGRAM), "program").unwrap();
        fs::write(folder.join(GLUE), "glue").unwrap();
        let page =
            seal(&folder, &folder.join(GLUE), &crate::root().unwrap().join("crates/simulator/worker"), false)
                .unwrap();
        let mut names: Vec<_> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let find = |start: &str, end: &str| {
            names.iter().find(|name| name.starts_with(start) && name.ends_with(end)).unwrap().clone()
        };
        let (worker, program) = (find("demo-worker-", ".js"), find("demo-", "_bg.wasm"));
        let (worker_text, page_text) = (read(&worker), read(&page.name));
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(names.len(), 3, "{names:?}");
        assert!(
            worker_text.starts_with("glue\n") && worker_text.contains(&format!("\"{program}\"")),
            "{worker_text}"
        );
        assert!(worker_text.contains(&integrity(b"program")));
        assert!(
            page_text.contains(&format!("\"{worker}\""))
                && page_text.contains(&integrity(worker_text.as_bytes()))
        );
    }
}
