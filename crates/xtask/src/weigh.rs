//! `cargo xtask weigh`: what the first load is made of.
//!
//! The published program has no names. So the program that wasm-bindgen made, which has them, goes
//! through wasm-opt again with the options of index.html, keeping the names this time: the
//! instructions are the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::build::{NOT_FIRST, brotli};
use crate::process::run as run_process;
use crate::{root, tools};

/// What wasm-bindgen made of the console, below the target folder.
const PROGRAM: &str = "wasm-bindgen/release/databoxframe-console_bg.wasm";
/// Crates with less of the code than this are one line, in bytes.
const SMALL: usize = 5_000;

/// The command.
pub fn run(arguments: &[String]) -> Result<()> {
    let families = match arguments {
        [] => 0,
        [count] => count.parse().with_context(|| format!("{count} is no number"))?,
        _ => bail!("unknown options {arguments:?}"),
    };
    let dist = root()?.join("dist");
    ensure!(dist.join("index.html").is_file(), "there is no dist/: run `cargo xtask build`");
    println!("{:>9} {:>9}  first load", "raw", "brotli");
    files(&dist)?;
    let named = named_program(&root()?)?;
    let program = Program::read(&fs::read(&named)?)?;
    println!("\n{:>9} {:>9}  program: sections, and code by the crate that defines it", "raw", "brotli");
    print_rows(&program.parts()?);
    if families > 0 {
        let list = named.with_file_name("functions.txt");
        fs::write(&list, program.list())?;
        println!("\n{:>9} {:>6} {:>8}  functions: bytes, how many, largest", "raw", "count", "largest");
        for family in program.families().into_iter().take(families) {
            println!("{:>9} {:>6} {:>8}  {}", family.bytes, family.count, family.largest, family.name);
        }
        println!("all functions with their types: {}", list.display());
    }
    Ok(())
}

/// A part of the first load.
struct Part {
    raw: usize,
    brotli: usize,
    name: String,
}

fn print_rows(parts: &[Part]) {
    for Part { raw, brotli, name } in parts {
        println!("{raw:>9} {brotli:>9}  {name}");
    }
}

/// The files of the first load, the heaviest first, and their sum.
fn files(dist: &Path) -> Result<()> {
    let mut parts: BTreeMap<&str, Part> = BTreeMap::new();
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if NOT_FIRST.iter().any(|start| name.starts_with(start)) {
            continue;
        }
        let bytes = fs::read(entry.path())?;
        let kind = kind(&name);
        let part = parts.entry(kind).or_insert(Part { raw: 0, brotli: 0, name: kind.into() });
        part.raw += bytes.len();
        part.brotli += brotli(&bytes)?.len();
    }
    let mut parts: Vec<Part> = parts.into_values().collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.brotli));
    let sum = |of: fn(&Part) -> usize| parts.iter().map(of).sum();
    let all = Part { raw: sum(|part| part.raw), brotli: sum(|part| part.brotli), name: "all".into() };
    parts.push(all);
    print_rows(&parts);
    Ok(())
}

/// What a file of dist/ is.
fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "wasm")) => "program (WebAssembly)",
        Some((stem, "js")) if stem.starts_with("loader") => "loader",
        Some((_, "js")) => "glue (JavaScript)",
        Some((_, "css")) => "styles",
        Some((_, "html")) => "page",
        _ => "icon",
    }
}

/// The program as it is published, with names.
fn named_program(root: &Path) -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2).context("cargo put this program into a target folder")?;
    let made = target.join(PROGRAM);
    ensure!(made.is_file(), "there is no {}: run `cargo xtask build`", made.display());
    let (page, folder) = (fs::read_to_string(root.join("index.html"))?, root.join("target/weigh"));
    fs::create_dir_all(&folder)?;
    let named = folder.join("databoxframe-console.wasm");
    run_process(
        Command::new("wasm-opt")
            .args(wasm_opt_options(&page)?)
            .args(["--debuginfo", "--output"])
            .arg(&named)
            .arg(&made)
            .env("PATH", tools::path(true)?),
    )?;
    Ok(named)
}

/// The options that Trunk reads from the console's line of index.html.
fn wasm_opt_options(page: &str) -> Result<Vec<String>> {
    let line = page.lines().find(|line| line.contains("data-bin=\"databoxframe-console\""));
    let line = line.context("index.html has no line for the console")?;
    let value = |name: &str| line.split_once(&format!("{name}=\""))?.1.split('"').next();
    let level = value("data-wasm-opt").context("index.html has no level for wasm-opt")?;
    let parameters = value("data-wasm-opt-params").unwrap_or_default();
    Ok([format!("-O{level}")].into_iter().chain(parameters.split_whitespace().map(Into::into)).collect())
}

/// A function: its name, which wasm-bindgen has demangled, and its instructions.
struct Function {
    name: String,
    code: Vec<u8>,
}

/// Functions that differ only in the types they are made for.
struct Family {
    name: String,
    bytes: usize,
    count: usize,
    largest: usize,
}

/// A program by sections and functions.
struct Program {
    functions: Vec<Function>,
    /// Other sections, without names.
    sections: BTreeMap<&'static str, Vec<u8>>,
}

impl Program {
    fn read(bytes: &[u8]) -> Result<Self> {
        let (mut imported, mut bodies, mut names) = (0_u32, Vec::new(), BTreeMap::new());
        let mut sections: BTreeMap<&'static str, Vec<u8>> = BTreeMap::new();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().to_vec()),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(reader) = section.as_known() {
                        for part in reader {
                            let Name::Function(functions) = part? else { continue };
                            for naming in functions {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                    continue;
                }
                _ => {}
            }
            let Some((_, range)) =
                payload.as_section().filter(|_| !matches!(payload, Payload::CodeSectionStart { .. }))
            else {
                continue;
            };
            let name = if matches!(payload, Payload::DataSection(_)) {
                "data (texts, tables)"
            } else {
                "other sections"
            };
            let section = bytes.get(range.start as usize..range.end as usize).unwrap_or_default();
            sections.entry(name).or_default().extend_from_slice(section);
        }
        ensure!(!names.is_empty(), "the program has no names");
        let function = |(index, code): (u32, Vec<u8>)| {
            let name = names.get(&index).map_or("?", String::as_str);
            Function { name: without_hashes(name), code }
        };
        Ok(Self { functions: (imported..).zip(bodies).map(function).collect(), sections })
    }

    /// Sections, and crates. What a crate weighs compressed is an estimate: its functions are
    /// compressed alone, and its share is that of the sum.
    fn parts(&self) -> Result<Vec<Part>> {
        let mut crates: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
        for function in &self.functions {
            crates.entry(crate_of(&function.name)).or_default().extend_from_slice(&function.code);
        }
        let mut small = Vec::new();
        crates.retain(|_, code| {
            let keep = code.len() >= SMALL;
            if !keep {
                small.append(code);
            }
            keep
        });
        crates.insert("smaller crates", small);
        let part = |(name, bytes): (&str, &Vec<u8>)| -> Result<Part> {
            Ok(Part { raw: bytes.len(), brotli: brotli(bytes)?.len(), name: name.to_owned() })
        };
        let code: Vec<u8> =
            self.functions.iter().flat_map(|function| function.code.iter().copied()).collect();
        let mut parts = vec![part(("code", &code))?];
        for (name, bytes) in &self.sections {
            parts.push(part((name, bytes))?);
        }
        let whole = parts.first().map_or(0, |part| part.brotli);
        let mut by_crate =
            crates.iter().map(|(name, code)| part((name, code))).collect::<Result<Vec<_>>>()?;
        let sum: usize = by_crate.iter().map(|part| part.brotli).sum();
        for part in &mut by_crate {
            part.brotli = part.brotli * whole / sum.max(1);
            part.name.insert_str(0, "  ");
        }
        by_crate.sort_by_key(|part| std::cmp::Reverse(part.raw));
        parts.splice(1..1, by_crate);
        Ok(parts)
    }

    /// A line for each function, the largest first.
    fn list(&self) -> String {
        let mut lines: Vec<(usize, &str)> =
            self.functions.iter().map(|function| (function.code.len(), function.name.as_str())).collect();
        lines.sort_by_key(|(bytes, _)| std::cmp::Reverse(*bytes));
        lines.iter().map(|(bytes, name)| format!("{bytes}\t{name}\n")).collect()
    }

    /// The families of functions, the heaviest first.
    fn families(&self) -> Vec<Family> {
        let mut families: BTreeMap<String, Family> = BTreeMap::new();
        for function in &self.functions {
            let name = family(&function.name);
            let family =
                families.entry(name.clone()).or_insert(Family { name, bytes: 0, count: 0, largest: 0 });
            family.bytes += function.code.len();
            family.count += 1;
            family.largest = family.largest.max(function.code.len());
        }
        let mut families: Vec<Family> = families.into_values().collect();
        families.sort_by_key(|family| std::cmp::Reverse(family.bytes));
        families
    }
}

/// Takes the hash away that wasm-bindgen writes behind each crate's name: `core[c5930c85a12de822]`.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                shown.push_str(rest);
            }
            _ => {
                shown.push('[');
                shown.push_str(part);
            }
        }
    }
    shown
}

/// The crate that defines a function, or the type that it is implemented for.
fn crate_of(name: &str) -> &str {
    let mut rest = name;
    loop {
        let shorter = rest.trim_start_matches(['<', '&', '(', '[', '*']);
        let shorter = ["mut ", "const ", "dyn ", "impl "]
            .iter()
            .fold(shorter, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        if shorter == rest {
            break;
        }
        rest = shorter;
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    match rest.split_at(end) {
        (name, path) if path.starts_with("::") => name,
        // A basic type, or a name that is not Rust's.
        _ => "core",
    }
}

/// The name without the types that a function is made for:
/// `<a::B<c::D> as e::F<g::H>>::i::<j::K>` is `<_ as e::F>::i`.
fn family(name: &str) -> String {
    let mut shown = String::new();
    let mut rest = name;
    if let Some((inside, after)) = rest.strip_prefix('<').and_then(enclosed) {
        match split_as(inside) {
            Some(implemented) => shown.push_str(&format!("<_ as {}>", family(implemented))),
            None => shown.push_str(&family(inside)),
        }
        rest = after;
    }
    while let Some(at) = rest.find('<') {
        let (before, generic) = rest.split_at(at);
        shown.push_str(before.strip_suffix("::").unwrap_or(before));
        rest = enclosed(generic.get(1..).unwrap_or_default()).map_or("", |(_, after)| after);
    }
    shown.push_str(rest);
    numbers_of_closures(&shown)
}

/// What is before the bracket that closes, and what is behind it.
fn enclosed(text: &str) -> Option<(&str, &str)> {
    let (mut depth, mut before) = (0_usize, ' ');
    for (at, c) in text.char_indices() {
        match c {
            '<' => depth += 1,
            '>' if before == '-' => {}
            '>' if depth == 0 => return Some((text.get(..at)?, text.get(at + 1..)?)),
            '>' => depth -= 1,
            _ => {}
        }
        before = c;
    }
    None
}

/// The trait in `Type as Trait`.
fn split_as(inside: &str) -> Option<&str> {
    let (mut depth, mut before) = (0_usize, ' ');
    for (at, c) in inside.char_indices() {
        match c {
            '<' => depth += 1,
            '>' if before != '-' => depth = depth.saturating_sub(1),
            ' ' if depth == 0 => {
                if let Some(implemented) = inside.get(at..).and_then(|rest| rest.strip_prefix(" as ")) {
                    return Some(implemented);
                }
            }
            _ => {}
        }
        before = c;
    }
    None
}

/// `{closure#3}` is `{closure}`: which of a function's closures it is says nothing.
fn numbers_of_closures(name: &str) -> String {
    let mut parts = name.split('#');
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        shown.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    shown
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_that_defines_it() {
        assert_eq!(crate_of("<alloc::vec::Vec<console::Row> as core::clone::Clone>::clone"), "alloc");
        assert_eq!(crate_of("<&mut console::Row as core::fmt::Debug>::fmt"), "console");
        assert_eq!(crate_of("<dyn console::Row>::same"), "console");
        assert_eq!(crate_of("console::app::page"), "console");
        assert_eq!(crate_of("<f64 as core::fmt::Display>::fmt"), "core");
        assert_eq!(crate_of("__wbindgen_malloc"), "core");
    }

    #[test]
    fn crates_have_no_hash() {
        let name = "<[u8] as core[c5930c85a12de822]::fmt::Debug>::fmt";
        assert_eq!(without_hashes(name), "<[u8] as core::fmt::Debug>::fmt");
    }

    #[test]
    fn a_family_has_no_types() {
        assert_eq!(family("<a::B<c::D> as e::F<g::H>>::i::<j::K>"), "<_ as e::F>::i");
        assert_eq!(family("<a::B<fn(u8) -> c::D>>::new::<e::F>::{closure#0}"), "a::B::new::{closure}");
        assert_eq!(family("a::b::<c::D<e::F>>::{closure#12}::{closure#3}"), "a::b::{closure}::{closure}");
        assert_eq!(family("a::b"), "a::b");
    }

    #[test]
    fn options_come_from_the_page() {
        let page = r#"<link data-trunk data-bin="databoxframe-console" data-wasm-opt="s" data-wasm-opt-params="--a --b" />"#;
        assert_eq!(wasm_opt_options(page).unwrap(), ["-Os", "--a", "--b"]);
    }

    #[test]
    fn a_program_is_read() {
        // One function without an import: its body, and its name.
        let program = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b\0\x0d\x04name\x01\x06\x01\0\x03_f0";
        let program = Program::read(program).unwrap();
        assert_eq!(program.functions.len(), 1);
        assert_eq!((program.functions[0].name.as_str(), program.functions[0].code.len()), ("_f0", 2));
    }
}
