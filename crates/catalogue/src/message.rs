//! Messages as they are understood, and everything else as a problem.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Comment, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::numbers::categories;
use crate::{Language, Problem};

/// One text.
#[derive(Debug)]
pub struct Message {
    /// The line of its key, from 1.
    pub line: usize,
    /// Arguments in order, each with its Rust type; of the reference only.
    pub arguments: Vec<(String, String)>,
    /// Parts of the text.
    pub pieces: Vec<Piece>,
    /// The comment above the text, without the arguments.
    pub comment: String,
}

/// A part of a text.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Literal text.
    Text(String),
    /// The value of an argument.
    Argument(String),
    /// One of several, by a number.
    Plural {
        /// The argument that holds the number.
        argument: String,
        /// A Rust pattern each; the last one matches everything.
        forms: Vec<(String, Vec<Piece>)>,
    },
}

impl Message {
    /// The names of all placeholders.
    pub fn variables(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        variables(&self.pieces, &mut names);
        names
    }

    /// The first line, as in the file.
    pub fn source<'a>(&self, language: &Language<'a>) -> &'a str {
        language.source.lines().nth(self.line.saturating_sub(1)).unwrap_or_default()
    }
}

fn variables<'a>(pieces: &'a [Piece], names: &mut BTreeSet<&'a str>) {
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Argument(name) => {
                names.insert(name);
            }
            Piece::Plural { argument, forms } => {
                names.insert(argument);
                forms.iter().for_each(|(_, form)| variables(form, names));
            }
        }
    }
}

/// Rust types that a placeholder can have.
const TYPES: [&str; 4] = ["&str", "usize", "u32", "u64"];

/// Reads one language's file.
struct Reader<'a, 'p> {
    language: &'a Language<'a>,
    problems: &'p mut Vec<Problem>,
    line: usize,
    key: String,
}

/// The texts of a language, by key.
pub fn messages(
    language: &Language<'_>,
    is_reference: bool,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, Message> {
    let mut reader = Reader { language, problems, line: 1, key: String::new() };
    let resource = parser::parse(language.source).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            reader.line = line_of(language.source, error.pos.start);
            reader.report(error.kind.to_string());
        }
        resource
    });
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let (id, value, attributes, comment) = match entry {
            Entry::Message(message) => (message.id, message.value, message.attributes, message.comment),
            Entry::Term(term) => {
                reader.begin(term.id.name);
                reader.report("terms are not supported: write the text out".to_owned());
                continue;
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {
                continue;
            }
        };
        reader.begin(id.name);
        if !is_key(id.name) {
            reader.report("a key is made of words in lower case: group-some_name".to_owned());
        }
        if !attributes.is_empty() {
            reader.report("attributes are not supported: give each text its own key".to_owned());
        }
        let message = reader.message(value.as_ref(), comment.as_ref(), is_reference);
        if messages.insert(id.name.to_owned(), message).is_some() {
            reader.report("this key is there twice".to_owned());
        }
    }
    messages
}

impl Reader<'_, '_> {
    fn begin(&mut self, name: &str) {
        // The name is a slice of the source: its position gives the line.
        let offset = (name.as_ptr() as usize).saturating_sub(self.language.source.as_ptr() as usize);
        self.line = line_of(self.language.source, offset);
        self.key = name.to_owned();
    }

    fn report(&mut self, what: String) {
        let (path, key) = (self.language.path.to_owned(), self.key.clone());
        self.problems.push(Problem { path, line: self.line, key, what });
    }

    fn message(
        &mut self,
        value: Option<&Pattern<&str>>,
        comment: Option<&Comment<&str>>,
        is_reference: bool,
    ) -> Message {
        let lines = comment.map(|comment| comment.content.as_slice()).unwrap_or_default();
        let (declared, said): (Vec<&str>, Vec<&str>) = lines.iter().partition(|line| line.starts_with('$'));
        let arguments = if is_reference { self.arguments(&declared) } else { Vec::new() };
        let pieces = value.map(|pattern| self.pieces(pattern)).unwrap_or_default();
        let message = Message { line: self.line, arguments, pieces, comment: said.join(" ") };
        if message.pieces.is_empty() {
            self.report("there is no text".to_owned());
        }
        if is_reference {
            self.declared_as_used(&message);
        }
        message
    }

    /// `$count (usize): how many` gives the type of a placeholder.
    fn arguments(&mut self, declared: &[&str]) -> Vec<(String, String)> {
        let mut arguments = Vec::new();
        for line in declared {
            let parts = line.strip_prefix('$').and_then(|line| line.split_once(" ("));
            let parts = parts.and_then(|(name, rest)| Some((name, rest.split_once(')')?.0)));
            match parts {
                Some((name, of_type)) if TYPES.contains(&of_type) => {
                    arguments.push((name.to_owned(), of_type.to_owned()));
                }
                _ => self.report(format!("`{line}` has no type in brackets: one of {}", TYPES.join(", "))),
            }
        }
        arguments
    }

    fn declared_as_used(&mut self, message: &Message) {
        let declared: BTreeSet<&str> = message.arguments.iter().map(|(name, _)| name.as_str()).collect();
        let used = message.variables();
        for name in used.difference(&declared) {
            self.report(format!("say the type of the placeholder above the text: # ${name} (&str)"));
        }
        for name in declared.difference(&used) {
            self.report(format!("the placeholder {{ ${name} }} is missing"));
        }
        let mut numbers = BTreeSet::new();
        selectors(&message.pieces, &mut numbers);
        for (name, of_type) in &message.arguments {
            if of_type == "&str" && numbers.contains(name.as_str()) {
                self.report(format!("plural forms need a number: ${name} is a &str"));
            }
        }
    }

    fn pieces(&mut self, pattern: &Pattern<&str>) -> Vec<Piece> {
        pattern.elements.iter().filter_map(|element| self.piece(element)).collect()
    }

    fn piece(&mut self, element: &PatternElement<&str>) -> Option<Piece> {
        let expression = match element {
            PatternElement::TextElement { value } => return Some(Piece::Text((*value).to_owned())),
            PatternElement::Placeable { expression } => expression,
        };
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                Some(Piece::Text(unescape_unicode_to_string(value).into_owned()))
            }
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                Some(Piece::Argument(id.name.to_owned()))
            }
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                let mut forms = Vec::new();
                for variant in variants {
                    let name = match variant.key {
                        VariantKey::Identifier { name } => name,
                        VariantKey::NumberLiteral { value } => value,
                    };
                    forms.push((name, variant.default, self.pieces(&variant.value)));
                }
                self.plural(id.name, forms)
            }
            _ => {
                self.report(
                    "only { $name }, { \"text\" } and plural forms are supported in braces".to_owned(),
                );
                None
            }
        }
    }

    fn plural(&mut self, argument: &str, forms: Vec<(&str, bool, Vec<Piece>)>) -> Option<Piece> {
        let tag = self.language.tag;
        let Some(categories) = categories(tag) else {
            self.report(format!("the plural forms of {tag} are not known: add them to numbers.rs"));
            return None;
        };
        let mut patterns: Vec<(String, Vec<Piece>)> = Vec::new();
        let mut other = None;
        let given: BTreeSet<&str> = forms.iter().map(|(name, ..)| *name).collect();
        for (name, is_default, form) in forms {
            let category = categories.iter().find(|(category, _)| *category == name);
            match (name, category) {
                ("other", _) => other = Some(form),
                (_, Some((_, pattern))) => patterns.push(((*pattern).to_owned(), form)),
                (number, None) if number.parse::<u32>().is_ok() => {
                    // Before the categories, which may hold the same number.
                    patterns.insert(0, (number.to_owned(), form));
                }
                _ => self.report(format!("{tag} has no plural form [{name}]")),
            }
            if is_default && name != "other" {
                self.report("the form with the * has to be [other]".to_owned());
            }
        }
        for (missing, _) in categories.iter().filter(|(category, _)| !given.contains(category)) {
            self.report(format!("the plural form [{missing}] is missing"));
        }
        patterns.push(("_".to_owned(), other?));
        Some(Piece::Plural { argument: argument.to_owned(), forms: patterns })
    }
}

/// The arguments that plural forms are chosen by.
fn selectors<'a>(pieces: &'a [Piece], names: &mut BTreeSet<&'a str>) {
    for piece in pieces {
        if let Piece::Plural { argument, forms } = piece {
            names.insert(argument);
            forms.iter().for_each(|(_, form)| selectors(form, names));
        }
    }
}

fn is_key(id: &str) -> bool {
    id.split('-').all(|name| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    })
}

fn line_of(source: &str, offset: usize) -> usize {
    source.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
