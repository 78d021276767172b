//! Names of functions, as wasm-bindgen writes them.

/// Takes the hash away that wasm-bindgen writes behind each crate's name: `core[c5930c85a12de822]`.
pub fn without_hashes(name: &str) -> String {
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
pub fn crate_of(name: &str) -> &str {
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
pub fn family(name: &str) -> String {
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
}
