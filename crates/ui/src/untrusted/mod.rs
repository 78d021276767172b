//! Text that others wrote: how it is shown without deceiving, and how it is compared with what
//! a person typed.
//!
//! Whatever comes from an answer, or was typed by somebody else, goes through [`line()`] (names,
//! files, numbers, states, messages) or [`lines()`] (memos, purposes, descriptions, reasons), and
//! program text through [`raw()`]. Each gives a view for the document and, by [`Shown::words()`], a text
//! for titles and accessible names. Sentences are put together of such strings and shown with
//! [`sentence()`], so that their marks are marks again.

mod clusters;
pub mod copy;
mod imitate;
mod label;
mod normal;
mod shown;
mod view;

pub use databoxframe_characters::has_visible;
use databoxframe_characters::is_hidden;
pub use normal::nfc;

use shown::{Layout, Piece, pieces};

use crate::texts::{MarksTexts, Texts, texts};

/// A text as it is shown: two different ones never look the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown(Vec<Piece>);

/// The words of the marks on a page. They are made again when another language is chosen.
fn words() -> &'static MarksTexts {
    &texts().marks
}

impl Shown {
    /// As a text in one language.
    pub fn words(&self, t: &Texts) -> String {
        self.0.iter().map(|piece| label::label(piece, &t.marks)).collect()
    }
}

/// One line: a name, a file, a number, a state, a message. Line breaks are named.
pub fn line(text: &str) -> Shown {
    Shown(pieces(text, Layout::Line))
}

/// Several lines: a memo, a purpose, a description, a reason.
pub fn lines(text: &str) -> Shown {
    Shown(pieces(text, Layout::Lines))
}

/// Program text, such as JSON: its blanks are layout. Only what can't be seen is named.
pub fn raw(text: &str) -> Shown {
    Shown(pieces(text, Layout::Raw))
}

/// A sentence of this console's in which the strings of [`line()`] stand.
pub fn sentence(text: &str) -> Shown {
    let parts = label::parse(text).into_iter().flat_map(|piece| match piece {
        Piece::Text(text) => sentence_pieces(&text),
        mark => vec![mark],
    });
    Shown(parts.collect())
}

/// What stands between the marks of a sentence. Whatever got into it by another way than [`line()`] is
/// named all the same, but for the space of [`apart`].
fn sentence_pieces(text: &str) -> Vec<Piece> {
    let mut all = Vec::new();
    for (index, part) in text.split(GAP).enumerate() {
        if index > 0 {
            all.push(Piece::Text(GAP.to_owned()));
        }
        all.extend(pieces(part, Layout::Raw));
    }
    all
}

/// A name, or what is shown for a thing that has none.
pub fn name_or<'a>(name: Option<&'a str>, other: &'a str) -> &'a str {
    name.filter(|name| !name.is_empty()).unwrap_or(other)
}

/// What is typed to confirm something about a thing: its name, or its number if nothing of the
/// name can be seen.
pub fn typable<'a>(name: &'a str, number: &'a str) -> &'a str {
    if has_visible(name) { name } else { number }
}

/// Whether a person typed this name, as far as it can be typed: composed or decomposed, with
/// blanks of any kind and number between its words, without what can't be seen. Never for a
/// name without anything to see: ask for a number instead.
pub fn same_name(typed: &str, name: &str) -> bool {
    has_visible(name) && as_typed(typed) == as_typed(name)
}

/// What is left of a text that is typed from what is seen.
fn as_typed(text: &str) -> String {
    let seen: String = text.chars().filter(|character| !is_hidden(*character)).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    normal::nfc(&words.join(" "))
}

/// Texts of [`line()`] in one line, where there can be no markup: none can imitate where another
/// begins, because the space between them is marked within a text.
pub fn apart(texts: impl IntoIterator<Item = String>, sign: &str) -> String {
    let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    texts.join(&format!("{sign}{GAP}"))
}

/// Stands between texts in one line.
const GAP: &str = "\u{2003}";

#[cfg(test)]
mod tests;
