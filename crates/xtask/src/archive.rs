//! The archive for a web server: what was built, the configurations, and the checksums of both. The
//! same bytes from the same commit: names in order, one time, nobody's user, no clock.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use crate::build::{brotli, gzip};
use crate::process::output;

/// Paths in the archive, with contents.
type Files = BTreeMap<String, Vec<u8>>;

/// Writes the archive and returns its path.
pub fn write(root: &Path) -> Result<PathBuf> {
    let mut files = Files::new();
    read(&root.join("dist"), "dist", &mut files)?;
    read(&root.join("deploy"), "deploy", &mut files)?;
    compress(&mut files)?;
    // Licences that have to go with the program.
    read(&root.join("third-party"), "third-party", &mut files)?;
    let commit = commit(root);
    files.insert("manifest.json".into(), manifest(&commit, &files).into_bytes());
    let folder = root.join("target/deploy");
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("databoxframe-console-{commit}.tar.gz"));
    fs::write(&path, gzip(&tar(&files, time(root))?)?)?;
    Ok(path)
}

/// The commit that is built, and whether anything was changed since.
pub fn commit(root: &Path) -> String {
    let described = git(root, &["describe", "--always", "--dirty", "--exclude=*", "--abbrev=12"]);
    if described.is_empty() { "unknown".into() } else { described }
}

/// Time of the commit, for all files, so that the archive does not depend on the time of the build.
fn time(root: &Path) -> u64 {
    git(root, &["log", "-1", "--format=%ct"]).parse().unwrap_or_default()
}

fn git(root: &Path, arguments: &[&str]) -> String {
    output(Command::new("git").arg("-C").arg(root).args(arguments)).trim().to_owned()
}

fn read(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry?;
        let name = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &name, files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// Compressed copies beside what has a hash in its name. Others may be changed on the server,
/// where an old copy beside them would win.
fn compress(files: &mut Files) -> Result<()> {
    let mut copies = Files::new();
    for (name, bytes) in files.iter().filter(|(name, _)| is_hashed(name)) {
        copies.insert(format!("{name}.gz"), gzip(bytes)?);
        copies.insert(format!("{name}.br"), brotli(bytes)?);
    }
    files.append(&mut copies);
    Ok(())
}

/// As the servers' configurations have it: `-0123456789abcdef.js`, `-0123456789abcdef_bg.wasm`.
fn is_hashed(name: &str) -> bool {
    let Some((stem, "js" | "css" | "wasm")) = name.rsplit_once('.') else { return false };
    let hash = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-').map_or("", |(_, hash)| hash);
    (12..=16).contains(&hash.len())
        && hash.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// One line for each file, so that `sed` makes a list for `sha256sum --check` of it.
fn manifest(commit: &str, files: &Files) -> String {
    // One version for all packages of the workspace.
    let version = env!("CARGO_PKG_VERSION");
    let mut text =
        format!("{{\n  \"version\": \"{version}\",\n  \"commit\": \"{commit}\",\n  \"sha256\": {{\n");
    for (index, (name, bytes)) in files.iter().enumerate() {
        let comma = if index + 1 == files.len() { "" } else { "," };
        // Writing into a text does not fail.
        let _ = writeln!(text, "    \"{name}\": \"{}\"{comma}", hex(&Sha256::digest(bytes)));
    }
    text + "  }\n}\n"
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn tar(files: &Files, time: u64) -> Result<Vec<u8>> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(u64::try_from(bytes.len())?);
        header.set_mode(0o644);
        header.set_mtime(time);
        header.set_uid(0);
        header.set_gid(0);
        archive.append_data(&mut header, name, bytes.as_slice())?;
    }
    Ok(archive.into_inner()?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn packed() -> (Files, Vec<u8>) {
        let mut files = Files::new();
        for name in ["dist/index.html", "dist/a-0123456789abcdef.js", "dist/a-0123456789abcdef_bg.wasm"] {
            files.insert(name.into(), name.repeat(100).into_bytes());
        }
        compress(&mut files).unwrap();
        let bytes = gzip(&tar(&files, 1_700_000_000).unwrap()).unwrap();
        (files, bytes)
    }

    #[test]
    fn only_names_with_a_hash_get_copies() {
        for name in
            ["dist/a-0123456789ab.css", "dist/a-0123456789abcdef_bg.wasm", "dist/a-b-00000000000000ab.js"]
        {
            assert!(is_hashed(name), "{name}");
        }
        for name in [
            "dist/loader.js",
            "dist/config.json",
            "dist/a-0123456789abcdef.svg",
            "dist/a-01234567.js",
            "dist/a-0123456789abcdeg.js",
            "dist/index.html",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
        let (files, _) = packed();
        assert_eq!(files.len(), 3 + 2 * 2);
        let name = "dist/a-0123456789abcdef.js";
        let (mut gzip, mut brotli) = (Vec::new(), Vec::new());
        flate2::read::GzDecoder::new(files[&format!("{name}.gz")].as_slice()).read_to_end(&mut gzip).unwrap();
        brotli::BrotliDecompress(&mut files[&format!("{name}.br")].as_slice(), &mut brotli).unwrap();
        assert!(gzip == files[name] && brotli == files[name]);
    }

    #[test]
    fn what_is_unpacked_is_what_was_packed_without_user_or_clock() {
        let (files, bytes) = packed();
        assert_eq!(bytes, packed().1);
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(bytes.as_slice()));
        let mut unpacked = Files::new();
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let header = entry.header();
            assert_eq!(
                (header.mtime().unwrap(), header.uid().unwrap(), header.mode().unwrap()),
                (1_700_000_000, 0, 0o644)
            );
            let name = entry.path().unwrap().to_string_lossy().into_owned();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            unpacked.insert(name, content);
        }
        assert_eq!(unpacked, files);
    }

    #[test]
    fn the_manifest_names_the_commit_and_each_sum() {
        let files = Files::from([("dist/a".to_owned(), b"abc".to_vec()), ("dist/b".to_owned(), Vec::new())]);
        let text = manifest("0123", &files);
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert!(text.contains("\"commit\": \"0123\""), "{text}");
        assert!(text.contains(&format!("    \"dist/a\": \"{sum}\",\n    \"dist/b\": \"e3b0c442")), "{text}");
        assert!(text.ends_with("855\"\n  }\n}\n"), "{text}");
    }
}
