//! Seals a build: writes the files to load and their integrity into index.html.
//!
//! Trunk's own loader is an inline script, which a strict Content-Security-Policy refuses,
//! and its integrity does not cover the wasm file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

use crate::process::run as run_process;
use crate::{demo, root};

/// Prefixes of the names of the program and its glue.
const CONSOLE: &str = "databoxframe-console";
/// The line of index.html that is replaced.
const PLACE: &str = "<script src=\"loader.js\" data-loader></script>";
/// The same line as Trunk's minifier leaves it.
const PLACE_MINIFIED: &str = "<script data-loader src=loader.js></script>";
/// The line that is changed for a site below a path, as deploy/README.md has it.
const BASE: &str = "<base href=\"/\">";
/// The same as it may be written in index.html, and as Trunk's minifier leaves it.
const BASE_FORMS: [&str; 3] = ["<base href=\"/\" />", "<base href=\"/\"/>", "<base href=/>"];

/// Run by Trunk after each build, in the staging folder.
pub fn run() -> Result<()> {
    let staging = PathBuf::from(std::env::var_os("TRUNK_STAGING_DIR").context("this is run by Trunk")?);
    if let Some(config) = std::env::var_os("CONSOLE_CONFIG") {
        fs::copy(&config, staging.join("config.json")).context("copying the configuration")?;
    }
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    if release {
        // With what it imports (src/connection/vault.js): integrity covers no imported file.
        minify(&staging.join(find(&staging, CONSOLE, ".js")?), &["--bundle", "--format=esm"])?;
        minify(&staging.join("loader.js"), &[])?;
        let imported = staging.join("snippets");
        if imported.exists() {
            fs::remove_dir_all(imported)?;
        }
    }
    let demo =
        demo::seal(&staging, &demo::original(release)?, &root()?.join("crates/simulator/worker"), release)?;
    let index = staging.join("index.html");
    let page = fs::read_to_string(&index)?;
    fs::write(&index, seal(&page, &staging, &demo)?)?;
    Ok(())
}

/// A file with a hash in its name.
pub struct Named {
    /// Name.
    pub name: String,
    /// Integrity.
    pub integrity: String,
}

/// Gives a file a name with a hash: `prefix-0123456789abcdef` and the suffix.
pub fn named(staging: &Path, file: &str, prefix: &str, suffix: &str) -> Result<Named> {
    let bytes = fs::read(staging.join(file)).with_context(|| format!("reading {file}"))?;
    let hash: String = Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{prefix}-{hash}{suffix}");
    fs::rename(staging.join(file), staging.join(&name))?;
    Ok(Named { name, integrity: integrity(&bytes) })
}

/// Trunk's own minifier does not understand wasm-bindgen's output.
pub fn minify(script: &Path, options: &[&str]) -> Result<()> {
    run_process(
        Command::new("esbuild")
            .args(["--minify", "--log-level=warning", "--allow-overwrite"])
            .args(options)
            .arg(script)
            .arg(format!("--outfile={}", script.display())),
    )
}

fn seal(page: &str, staging: &Path, demo: &Named) -> Result<String> {
    // Trunk's names have the hash of the compiler's output, which other tools change.
    let wasm = named(staging, &find(staging, CONSOLE, "_bg.wasm")?, CONSOLE, "_bg.wasm")?;
    let size = fs::metadata(staging.join(&wasm.name))?.len();
    let js = named(staging, &find(staging, CONSOLE, ".js")?, CONSOLE, ".js")?;
    let loader = named(staging, "loader.js", "loader", ".js")?;
    let tag = format!(
        "<script src=\"{}\" integrity=\"{}\" data-js=\"{}\" data-js-integrity=\"{}\" data-wasm=\"{}\" \
         data-wasm-integrity=\"{}\" data-wasm-bytes=\"{size}\" data-demo=\"{}\" data-demo-integrity=\"{}\"></script>",
        loader.name,
        loader.integrity,
        js.name,
        js.integrity,
        wasm.name,
        wasm.integrity,
        demo.name,
        demo.integrity,
    );
    let base = BASE_FORMS.into_iter().find(|form| page.contains(form)).context("index.html has no <base>")?;
    // On a line of its own, for those who change it.
    let page = page.replace(base, &format!("\n{BASE}\n"));
    let place = [PLACE, PLACE_MINIFIED].into_iter().find(|place| page.contains(place));
    Ok(page.replace(place.context("index.html has no loader line")?, &tag))
}

/// As an attribute has it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn find(folder: &Path, prefix: &str, suffix: &str) -> Result<String> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(prefix) && name.ends_with(suffix) {
            return Ok(name);
        }
    }
    anyhow::bail!("no {prefix}*{suffix} in {}", folder.display())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_its_files_with_their_integrity() {
        let folder = std::env::temp_dir().join(format!("seal-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in [
            ("databoxframe-console-1.js", "js"),
            ("databoxframe-console-1_bg.wasm", "wasm"),
            ("loader.js", "loader"),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        let demo = Named { name: "demo-1.js".into(), integrity: integrity(b"demo") };
        let page = seal(&format!("<head><base href=/>{PLACE}</head>"), &folder, &demo).unwrap();
        let loader_gone = !folder.join("loader.js").exists();
        fs::remove_dir_all(&folder).unwrap();
        let name = page.split("data-wasm=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        assert!(name.len() == "databoxframe-console-0123456789abcdef_bg.wasm".len(), "{page}");
        assert!(page.contains("\n<base href=\"/\">\n"), "{page}");
        assert!(page.contains("data-demo=\"demo-1.js\"") && page.contains(&demo.integrity), "{page}");
        assert!(page.contains(&integrity(b"wasm")) && page.contains(&integrity(b"js")));
        assert!(page.contains("data-wasm-bytes=\"4\"") && loader_gone);
    }
}
