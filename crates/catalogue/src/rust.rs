//! The Rust source.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::Language;
use crate::message::{Message, Piece};
use crate::numbers::group_separator;

/// A group of texts, or one text.
enum Node<'a> {
    Group(BTreeMap<&'a str, Node<'a>>),
    Text(&'a Message),
}

/// All texts of a language.
type Texts<'a> = (Language<'a>, BTreeMap<String, Message>);

/// Writes a number for people.
const GROUPED: &str = "
/// A whole number with its groups of three digits apart.
pub fn grouped(number: impl ToString, separator: char) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}
";

/// The struct and its values.
pub fn module(languages: &[Texts<'_>]) -> String {
    let mut out = GROUPED.to_owned();
    let Some((reference, texts)) = languages.first() else { return out };
    structure("Texts", &tree(texts), reference, &mut out);
    for (language, translated) in languages {
        let name = language.tag.to_uppercase().replace('-', "_");
        let _ = write!(out, "\n/// The texts of {}.\npub static {name}: Texts = ", language.path);
        let separator = group_separator(language.tag).unwrap_or(',');
        Values { texts, separator }.write("Texts", &tree(translated), String::new(), &mut out);
        out.push_str(";\n");
    }
    out
}

fn tree(texts: &BTreeMap<String, Message>) -> BTreeMap<&str, Node<'_>> {
    let mut root = BTreeMap::new();
    for (key, message) in texts {
        let mut place = &mut root;
        let mut names = key.split('-').peekable();
        while let Some(name) = names.next() {
            if names.peek().is_none() {
                place.insert(name, Node::Text(message));
                break;
            }
            let group = place.entry(name).or_insert_with(|| Node::Group(BTreeMap::new()));
            // A text that is a group too has been refused.
            let Node::Group(group) = group else { break };
            place = group;
        }
    }
    root
}

/// `keys`, `relay_error` → `KeysRelayErrorTexts`.
fn type_name(parent: &str, group: &str) -> String {
    let mut name = parent.trim_end_matches("Texts").to_owned();
    for word in group.split('_') {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name + "Texts"
}

fn structure(name: &str, fields: &BTreeMap<&str, Node<'_>>, reference: &Language<'_>, out: &mut String) {
    let _ = write!(out, "\n/// Texts; see {}.\npub struct {name} {{\n", reference.path);
    for (field, node) in fields {
        match node {
            Node::Group(_) => {
                let _ = writeln!(out, "    /// A group.\n    pub {field}: {},", type_name(name, field));
            }
            Node::Text(message) => {
                let doc = documentation(message);
                let _ = writeln!(out, "    #[doc = {doc:?}]\n    pub {field}: {},", type_of(message));
            }
        }
    }
    out.push_str("}\n");
    for (field, node) in fields {
        if let Node::Group(fields) = node {
            structure(&type_name(name, field), fields, reference, out);
        }
    }
}

/// Documentation of a field in an editor: the text itself, then its comment.
fn documentation(message: &Message) -> String {
    let mut text = String::new();
    for piece in &message.pieces {
        shown(piece, &mut text);
    }
    let text = text.replace('\n', " ").replace('`', "'");
    if message.comment.is_empty() { format!("`{text}`") } else { format!("`{text}`\n\n{}", message.comment) }
}

fn shown(piece: &Piece, text: &mut String) {
    match piece {
        Piece::Text(plain) => text.push_str(plain),
        Piece::Argument(name) => {
            let _ = write!(text, "{{{name}}}");
        }
        Piece::Plural { forms, .. } => {
            forms.last().into_iter().flat_map(|(_, form)| form).for_each(|piece| shown(piece, text));
        }
    }
}

fn type_of(message: &Message) -> String {
    if message.arguments.is_empty() {
        return "&'static str".to_owned();
    }
    let arguments: Vec<String> =
        message.arguments.iter().map(|(name, of_type)| format!("{name}: {of_type}")).collect();
    format!("fn({}) -> String", arguments.join(", "))
}

/// The values of one language.
struct Values<'a> {
    /// The reference's texts, which say the arguments and their types.
    texts: &'a BTreeMap<String, Message>,
    /// Stands between groups of three digits.
    separator: char,
}

impl Values<'_> {
    fn write(&self, name: &str, fields: &BTreeMap<&str, Node<'_>>, path: String, out: &mut String) {
        let _ = writeln!(out, "{name} {{");
        for (field, node) in fields {
            let key = if path.is_empty() { (*field).to_owned() } else { format!("{path}-{field}") };
            let _ = write!(out, "{field}: ");
            match node {
                Node::Group(fields) => self.write(&type_name(name, field), fields, key, out),
                Node::Text(message) => {
                    let arguments = self.texts.get(&key).map(|message| message.arguments.as_slice());
                    out.push_str(&self.text(message, arguments.unwrap_or_default()));
                }
            }
            out.push_str(",\n");
        }
        out.push('}');
    }

    fn text(&self, message: &Message, arguments: &[(String, String)]) -> String {
        if arguments.is_empty() {
            return format!("{:?}", plain(&message.pieces));
        }
        let names: Vec<&str> = arguments.iter().map(|(name, _)| name.as_str()).collect();
        format!("|{}| {}", names.join(", "), self.formatted(&message.pieces, arguments))
    }

    /// An expression for the text. Plural forms are whole texts.
    fn formatted(&self, pieces: &[Piece], arguments: &[(String, String)]) -> String {
        for (index, piece) in pieces.iter().enumerate() {
            let Piece::Plural { argument, forms } = piece else { continue };
            let (before, after) = (pieces.iter().take(index), pieces.iter().skip(index + 1));
            let mut arms = String::new();
            for (pattern, form) in forms {
                let whole: Vec<Piece> = before.clone().chain(form).chain(after.clone()).cloned().collect();
                let _ = write!(arms, "{pattern} => {}, ", self.formatted(&whole, arguments));
            }
            return format!("match {argument} {{ {arms}}}");
        }
        let (mut format, mut numbers) = (String::new(), String::new());
        let mut is_plain = true;
        for piece in pieces {
            match piece {
                Piece::Text(text) => format.push_str(&text.replace('{', "{{").replace('}', "}}")),
                Piece::Argument(name) => {
                    is_plain = false;
                    let _ = write!(format, "{{{name}}}");
                    let is_number = arguments.iter().any(|(one, of_type)| one == name && of_type != "&str");
                    let number = format!("let {name} = grouped({name}, {:?}); ", self.separator);
                    if is_number && !numbers.contains(&number) {
                        numbers.push_str(&number);
                    }
                }
                // Handled above.
                Piece::Plural { .. } => {}
            }
        }
        match (is_plain, numbers.is_empty()) {
            (true, _) => format!("{:?}.to_owned()", plain(pieces)),
            (false, true) => format!("format!({format:?})"),
            (false, false) => format!("{{ {numbers}format!({format:?}) }}"),
        }
    }
}

fn plain(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.as_str(),
        // There are none without arguments.
        Piece::Argument(_) | Piece::Plural { .. } => "",
    });
    texts.collect()
}
