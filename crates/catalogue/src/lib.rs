//! From the files of texts, one for each language, to one Rust struct that holds them.
//!
//! The files are written in [Fluent](https://projectfluent.org), which translators' tools know.
//! The first language is the reference: a key or a placeholder that another language lacks, or has
//! besides, is a [`Problem`] and stops the build. Nothing of Fluent is left at run time: a plain
//! text is a `&'static str`, one with placeholders a function.
//!
//! Of Fluent, messages with plain values are understood: texts, `{ $name }`, `{"literal"}` and
//! plural forms. The reference says in a comment of which Rust type each placeholder is, in the
//! order of the function's arguments:
//!
//! ```text
//! # $count (usize): how many requests are selected
//! lists-hidden = { $count ->
//!     [one] 1 selected request is hidden by the filters.
//!    *[other] { $count } selected requests are hidden by the filters.
//! }
//! ```
//!
//! The key `lists-hidden` is the field `texts.lists.hidden`: `-` leads into a group.

mod message;
mod numbers;
mod rust;

use std::collections::BTreeMap;
use std::fmt;

use message::{Message, messages};

/// The texts of one language.
#[derive(Clone, Copy, Debug)]
pub struct Language<'a> {
    /// HTML tag, in lower case: `ko`.
    pub tag: &'a str,
    /// The path of its file, to be named in problems.
    pub path: &'a str,
    /// Content of the file.
    pub source: &'a str,
}

/// Something wrong with the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path of the file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The key, empty if there is none.
    pub key: String,
    /// Message.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, key, what } = self;
        let colon = if key.is_empty() { "" } else { ": " };
        write!(f, "{path}:{line}: {key}{colon}{what}")
    }
}

/// The struct `Texts` and a static of it for each language, named like its tag in capitals.
///
/// # Errors
/// Everything that is wrong with the files.
pub fn generate(languages: &[Language<'_>]) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let read: Vec<(Language<'_>, BTreeMap<String, Message>)> = languages
        .iter()
        .map(|language| (*language, messages(language, language.tag == reference(languages), &mut problems)))
        .collect();
    let Some(((first, texts), others)) = read.split_first() else { return Ok(String::new()) };
    for (other, translated) in others {
        compare((first, texts), (other, translated), &mut problems);
    }
    groups_are_no_texts(first, texts, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(rust::module(&read))
}

fn reference<'a>(languages: &[Language<'a>]) -> &'a str {
    languages.first().map_or("", |first| first.tag)
}

type Texts<'a> = (&'a Language<'a>, &'a BTreeMap<String, Message>);

fn compare((first, texts): Texts<'_>, (other, translated): Texts<'_>, problems: &mut Vec<Problem>) {
    let mut report = |line: usize, key: &str, what: String| {
        problems.push(Problem { path: other.path.to_owned(), line, key: key.to_owned(), what });
    };
    let end = other.source.lines().count();
    for (key, message) in texts {
        let Some(translation) = translated.get(key) else {
            let text = message.source(first);
            report(end, key, format!("missing; {}:{} has {text}", first.path, message.line));
            continue;
        };
        let (wanted, used) = (message.variables(), translation.variables());
        for name in wanted.difference(&used) {
            report(translation.line, key, format!("the placeholder {{ ${name} }} is missing"));
        }
        for name in used.difference(&wanted) {
            report(translation.line, key, format!("there is no placeholder {{ ${name} }} in {}", first.path));
        }
    }
    for (key, translation) in translated.iter().filter(|(key, _)| !texts.contains_key(*key)) {
        report(translation.line, key, format!("{} has no such key", first.path));
    }
}

/// A key can't be a text and the beginning of others.
fn groups_are_no_texts(
    language: &Language<'_>,
    texts: &BTreeMap<String, Message>,
    problems: &mut Vec<Problem>,
) {
    for (key, message) in texts {
        let groups = key.match_indices('-').map(|(end, _)| &key[..end]);
        for group in groups.filter(|group| texts.contains_key(*group)) {
            problems.push(Problem {
                path: language.path.to_owned(),
                line: message.line,
                key: key.clone(),
                what: format!("{group} is a text already, so it can't be a group"),
            });
        }
    }
}

#[cfg(test)]
mod tests;
