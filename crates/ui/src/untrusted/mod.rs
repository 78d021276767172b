//! Untrusted text: how it is shown without deceiving, and how it is compared with what a user
//! typed.
//!
//! Text from an answer, or typed by somebody else, goes through [`line()`] (names, files, numbers,
//! states, messages) or [`lines()`] (memos, purposes, descriptions, reasons), and program text
//! through [`raw()`]. Each gives a view and, by [`DisplayText::words()`], a text for titles and
//! accessible names. Sentences that contain such texts are shown with [`sentence()`], which
//! restores their marks.

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

/// A text prepared for display: two different texts never look the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplayText(Vec<Piece>);

/// Labels of the marks. They are re-created when the locale changes.
fn words() -> &'static MarksTexts {
    &texts().marks
}

impl DisplayText {
    /// The shown text as a string, in one language.
    pub fn words(&self, t: &Texts) -> String {
        self.0.iter().map(|piece| label::label(piece, &t.marks)).collect()
    }
}

/// One line: a name, a file, a number, a state, a message. Line breaks are marked.
pub fn line(text: &str) -> DisplayText {
    DisplayText(pieces(text, Layout::Line))
}

/// Several lines: a memo, a purpose, a description, a reason.
pub fn lines(text: &str) -> DisplayText {
    DisplayText(pieces(text, Layout::Lines))
}

/// Program text, such as JSON: blanks are layout. Only invisible characters are marked.
pub fn raw(text: &str) -> DisplayText {
    DisplayText(pieces(text, Layout::Raw))
}

/// A sentence of the console that contains strings of [`line()`].
pub fn sentence(text: &str) -> DisplayText {
    let parts = label::parse(text).into_iter().flat_map(|piece| match piece {
        Piece::Text(text) => sentence_pieces(&text),
        mark => vec![mark],
    });
    DisplayText(parts.collect())
}

/// The text between the marks of a sentence. Text that did not pass through [`line()`] is marked
/// here too, except for the space of [`apart`].
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

/// A name, or a placeholder if there is none.
pub fn name_or<'a>(name: Option<&'a str>, other: &'a str) -> &'a str {
    name.filter(|name| !name.is_empty()).unwrap_or(other)
}

/// The text to type as a confirmation: the name, or the number if nothing of the name is visible.
pub fn typable<'a>(name: &'a str, number: &'a str) -> &'a str {
    if has_visible(name) { name } else { number }
}

/// Whether the user typed this name, as far as it can be typed: composed or decomposed, with any
/// blanks between its words, without invisible characters. Never true for a name without visible
/// characters: ask for a number instead.
pub fn same_name(typed: &str, name: &str) -> bool {
    has_visible(name) && as_typed(typed) == as_typed(name)
}

/// The part of a text that can be typed after reading it.
fn as_typed(text: &str) -> String {
    let seen: String = text.chars().filter(|character| !is_hidden(*character)).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    normal::nfc(&words.join(" "))
}

/// Texts of [`line()`] in one line, where no markup is possible. No text can imitate the start of
/// another, because the space between them is marked within a text.
pub fn apart(texts: impl IntoIterator<Item = String>, sign: &str) -> String {
    let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    texts.join(&format!("{sign}{GAP}"))
}

/// Separator between texts in one line.
const GAP: &str = "\u{2003}";

#[cfg(test)]
mod tests;
