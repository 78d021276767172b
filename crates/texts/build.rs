//! Turns the files of texts into Rust.

use std::error::Error;
use std::path::Path;
use std::{env, fs, process};

use databoxframe_catalogue::{Language, generate};

/// Where the texts are. The first language is the reference.
const TEXTS: [(&str, &str); 2] = [("en", "en.ftl"), ("ko", "ko.ftl")];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut sources = Vec::new();
    for (tag, path) in TEXTS {
        println!("cargo::rerun-if-changed={path}");
        sources.push((tag, path, fs::read_to_string(path)?));
    }
    let languages: Vec<Language<'_>> =
        sources.iter().map(|(tag, path, source)| Language { tag, path, source }).collect();
    match generate(&languages) {
        Ok(rust) => {
            let out = env::var_os("OUT_DIR").ok_or("Cargo names no folder for what is generated")?;
            Ok(fs::write(Path::new(&out).join("texts.rs"), rust)?)
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            process::exit(1)
        }
    }
}
