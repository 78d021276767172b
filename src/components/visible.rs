//! Text of others, as it can be shown without deceiving: what is invisible or turns the writing
//! around is named, and what is very long is cut.

use crate::locale::texts;

/// More characters are not shown: beyond every limit of the documents.
const MOST: usize = 2_000;

/// What is shown of a text. Only shown: what is compared or sent stays as it is.
pub fn visible(text: &str) -> String {
    let (beginning, rest) = match text.char_indices().nth(MOST) {
        Some((end, _)) => text.split_at(end),
        None => (text, ""),
    };
    let mut shown = String::with_capacity(beginning.len());
    for character in beginning.chars() {
        if is_hidden(character) {
            shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(character)));
        } else {
            shown.push(character);
        }
    }
    if !rest.is_empty() {
        shown.push_str(&(texts().trust.cut)(MOST + rest.chars().count()));
    }
    shown
}

/// Whether a character can't be seen, or changes how others are read: controls, format
/// characters, fillers, variation selectors and tags. A file's name needs none of them.
fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        _ if character.is_control() => true,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => true,
        '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' => true,
        '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_seen_stays() {
        for text in ["", "result.csv", "고객 명단 (최종).xlsx", "line\nline\tword", "<b>&amp;</b>", "🔒 é ü"]
        {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn what_cannot_is_named() {
        for (text, shown) in [
            ("report\u{202e}gpj.exe", "report⟨U+202E⟩gpj.exe"),
            ("\u{2066}a\u{2069}", "⟨U+2066⟩a⟨U+2069⟩"),
            ("a\u{200b}b\u{feff}", "a⟨U+200B⟩b⟨U+FEFF⟩"),
            ("nul\0 \r \u{85}", "nul⟨U+0000⟩ ⟨U+000D⟩ ⟨U+0085⟩"),
            ("a\u{3164}\u{e0041}", "a⟨U+3164⟩⟨U+E0041⟩"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }
}
