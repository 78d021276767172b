//! The program by sections, crates and functions.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::Part;
use super::names::{crate_of, family, without_hashes};
use crate::build::brotli;

/// Crates with less of the code than this are one line, in bytes.
const SMALL: usize = 5_000;

/// A function: its name, which wasm-bindgen has demangled, and its instructions.
struct Function {
    name: String,
    code: Vec<u8>,
}

/// Functions that differ only in the types they are made for.
pub struct Family {
    pub name: String,
    pub bytes: usize,
    pub count: usize,
    pub largest: usize,
}

/// A program by sections and functions.
pub struct Program {
    functions: Vec<Function>,
    /// Other sections, without names.
    sections: BTreeMap<&'static str, Vec<u8>>,
}

impl Program {
    pub fn read(bytes: &[u8]) -> Result<Self> {
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
    pub fn parts(&self) -> Result<Vec<Part>> {
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
    pub fn list(&self) -> String {
        let mut lines: Vec<(usize, &str)> =
            self.functions.iter().map(|function| (function.code.len(), function.name.as_str())).collect();
        lines.sort_by_key(|(bytes, _)| std::cmp::Reverse(*bytes));
        lines.iter().map(|(bytes, name)| format!("{bytes}\t{name}\n")).collect()
    }

    /// The families of functions, the heaviest first.
    pub fn families(&self) -> Vec<Family> {
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_read() {
        // One function without an import: its body, and its name.
        let program = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b\0\x0d\x04name\x01\x06\x01\0\x03_f0";
        let program = Program::read(program).unwrap();
        assert_eq!(program.functions.len(), 1);
        assert_eq!((program.functions[0].name.as_str(), program.functions[0].code.len()), ("_f0", 2));
    }
}
