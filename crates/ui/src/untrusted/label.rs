//! Labels of the marks in texts.

use sha2::{Digest as _, Sha256};

use super::imitate::Origin;
use super::shown::Piece;
use crate::texts::MarksTexts;

/// A character that repeats this often is named once, with its count.
const REPEATED: usize = 4;
/// Bytes of a checksum that are shown, to distinguish texts whose differing ends are cut.
const CHECKSUM_BYTES: usize = 6;

/// Label of a piece.
pub fn label(piece: &Piece, t: &MarksTexts) -> String {
    match piece {
        Piece::Text(text) | Piece::Note(text) => text.clone(),
        Piece::Break(_) => "\n".to_owned(),
        Piece::Blank(count) => "␣".repeat(*count),
        Piece::Named(character, count) if *count < REPEATED => number(*character, "").repeat(*count),
        Piece::Named(character, count) => number(*character, &format!(" ×{count}")),
        Piece::Joined(signs) => format!("⟨{} {}⟩", (t.joined)(signs.chars().count()), checksum(signs)),
        Piece::Imitates(_, Origin::Other(character)) => number(*character, ""),
        Piece::Imitates(1, origin) => format!("⟨{}⟩", called(*origin, t)),
        Piece::Imitates(count, origin) => format!("⟨{} ×{count}⟩", called(*origin, t)),
        Piece::Decomposed => "⟨NFD⟩".to_owned(),
        Piece::Unnormalized(text) => format!("⟨≠NFC {}⟩", checksum(text)),
        Piece::Cut(rest, count) => format!("⟨{} {}⟩", (t.cut)(*count), checksum(rest)),
    }
}

/// Explanation of a mark, shown on hover.
pub fn meaning(piece: &Piece, t: &MarksTexts) -> Option<&'static str> {
    match piece {
        Piece::Text(_) | Piece::Break(_) | Piece::Note(_) => None,
        Piece::Blank(_) => Some(t.blank),
        Piece::Named(..) => Some(t.hidden),
        Piece::Joined(_) => Some(t.too_many),
        Piece::Imitates(..) => Some(t.imitates),
        Piece::Decomposed | Piece::Unnormalized(_) => Some(t.decomposed),
        Piece::Cut(..) => Some(t.too_long),
    }
}

/// Text in place of a mark; none where the shown text has to be copied unchanged.
pub fn real(mark: &Piece) -> Option<String> {
    match mark {
        Piece::Break(text) => Some((*text).to_owned()),
        Piece::Blank(count) => Some(" ".repeat(*count)),
        Piece::Named(character, count) => Some(character.to_string().repeat(*count)),
        Piece::Joined(signs) => Some(signs.clone()),
        Piece::Imitates(..) | Piece::Decomposed | Piece::Unnormalized(_) => Some(String::new()),
        // Copied too: whoever pastes a cut text has to see that it is cut.
        Piece::Text(_) | Piece::Note(_) | Piece::Cut(..) => None,
    }
}

fn number(character: char, times: &str) -> String {
    format!("⟨U+{:04X}{times}⟩", u32::from(character))
}

fn called(origin: Origin, t: &MarksTexts) -> &'static str {
    match origin {
        Origin::Greek => t.greek,
        Origin::Cyrillic => t.cyrillic,
        Origin::Armenian => t.armenian,
        Origin::FullWidth => t.full_width,
        Origin::Mathematical => t.mathematical,
        Origin::Other(_) => "",
    }
}

fn checksum(text: &str) -> String {
    Sha256::digest(text).iter().take(CHECKSUM_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

/// Splits a sentence that contains shown texts into text and marks.
pub fn parse(sentence: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some(start) = rest.find(['⟨', '␣']) {
        let (text, mark) = rest.split_at(start);
        if !text.is_empty() {
            pieces.push(Piece::Text(text.to_owned()));
        }
        let blanks = mark.chars().take_while(|character| *character == '␣').count();
        let end = match blanks {
            0 => mark.find('⟩').map_or(mark.len(), |end| end + '⟩'.len_utf8()),
            _ => blanks * '␣'.len_utf8(),
        };
        let (mark, after) = mark.split_at(end);
        pieces.push(if blanks > 0 { Piece::Blank(blanks) } else { named(mark) });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    pieces
}

/// The piece of a mark: the character it names, or a note.
fn named(mark: &str) -> Piece {
    let inner = mark.strip_prefix("⟨U+").and_then(|mark| mark.strip_suffix('⟩'));
    let named = inner.and_then(|inner| {
        let (number, count) = inner.split_once(" ×").unwrap_or((inner, "1"));
        let character = char::from_u32(u32::from_str_radix(number, 16).ok()?)?;
        Some(Piece::Named(character, count.parse().ok()?))
    });
    named.unwrap_or_else(|| Piece::Note(mark.to_owned()))
}
