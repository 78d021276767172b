//! Which characters can be seen.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

use std::char::EscapeDebug;

/// Whether nothing of a character is seen, or it only changes how others are read: controls,
/// format characters, fillers, variation selectors, tags, private and unassigned code points.
/// Blanks are none of these.
pub fn is_hidden(character: char) -> bool {
    match character {
        ' '..='~' => false,
        // Blanks of all kinds; a line break is one.
        _ if character.is_whitespace() => false,
        // Visible for the standard library, but drawn as nothing: ignorable by default, or blank.
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' => true,
        '\u{2065}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{fffc}' => true,
        '\u{13441}' | '\u{13442}' | '\u{16fe4}' | '\u{1d159}' | '\u{e0000}'..='\u{e0fff}' => true,
        // All others without a picture: Cc, Cf, Co, Cn, Zl, Zp. The standard library knows them.
        _ => is_escaped(character) && !is_mark(character),
    }
}

/// Whether a character combines with the one before it, as accents do.
pub fn is_mark(character: char) -> bool {
    if character.is_ascii() || !is_escaped(character) {
        return false;
    }
    // After a letter, only what has no picture is escaped; alone, marks are as well.
    let mut text = String::from("a");
    text.push(character);
    text.escape_debug().count() == 2
}

/// Whether the standard library shows a character by its number only.
fn is_escaped(character: char) -> bool {
    let escaped: EscapeDebug = character.escape_debug();
    escaped.len() > 1
}

/// Whether anything of a text can be seen; what can't is neither a reason nor a name that
/// somebody could type.
pub fn has_visible(text: &str) -> bool {
    text.chars().any(is_visible)
}

/// Whether a character is seen by itself.
pub fn is_visible(character: char) -> bool {
    !character.is_whitespace() && !is_hidden(character) && !is_mark(character)
}

/// Whether a character takes no place, wherever it stands. Not variation selectors and tags, which
/// belong to the sign before them.
pub fn is_zero_width(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Whether a letter looks like a blank.
pub fn is_filler(character: char) -> bool {
    matches!(character, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_blanks_and_hidden_characters_is_not_visible() {
        for text in
            ["", " ", "\n\t", "\u{a0}\u{3000}", "\u{200b}\u{feff}", "\u{3164}\u{2800}", "\u{301}", "\u{e000}"]
        {
            assert!(!has_visible(text), "{text:?}");
        }
        for text in ["a", " . ", "\u{200b}한\u{200b}", "\u{1112}\u{1161}\u{11ab}", "-"] {
            assert!(has_visible(text), "{text:?}");
        }
    }

    #[test]
    fn every_kind_without_a_picture_is_hidden() {
        let kinds = [
            ("Cc", "\0\u{1}\u{1b}\u{7f}\u{80}\u{9f}"),
            ("Cf", "\u{ad}\u{600}\u{61c}\u{70f}\u{8e2}\u{180e}\u{200b}\u{200d}\u{200e}\u{202a}\u{202e}"),
            (
                "Cf, too",
                "\u{2060}\u{2066}\u{206f}\u{feff}\u{fff9}\u{fffb}\u{110bd}\u{13430}\u{1bca0}\u{1d173}",
            ),
            ("tags", "\u{e0001}\u{e0020}\u{e007f}"),
            ("variation selectors", "\u{fe00}\u{fe0f}\u{180b}\u{180f}\u{e0100}\u{e01ef}"),
            ("fillers", "\u{115f}\u{1160}\u{3164}\u{ffa0}\u{2800}\u{34f}\u{17b4}\u{17b5}\u{fffc}\u{1d159}"),
            ("Co", "\u{e000}\u{f8ff}\u{f0000}\u{10fffd}"),
            ("Cn", "\u{378}\u{2065}\u{fdd0}\u{ffff}\u{1ffff}\u{e0fff}\u{10ffff}"),
        ];
        for (kind, characters) in kinds {
            for character in characters.chars() {
                assert!(is_hidden(character) && !is_visible(character), "{kind}: U+{:04X}", character as u32);
            }
        }
    }

    #[test]
    fn letters_signs_and_marks_are_not() {
        for character in "aZ09~ \"'\\é한글ㄱ漢カ（）…§←≈😀🔒🇰ा\u{1100}\u{1161}\u{11a8}\u{fffd}".chars()
        {
            assert!(!is_hidden(character) && !is_mark(character), "U+{:04X}", character as u32);
        }
        for character in "\u{300}\u{301}\u{36f}\u{483}\u{20dd}\u{3099}\u{fe20}\u{1ab0}\u{e31}\u{94d}".chars()
        {
            assert!(is_mark(character) && !is_hidden(character), "U+{:04X}", character as u32);
        }
        for blank in "\t\n\r\u{b}\u{c}\u{85}\u{a0}\u{1680}\u{2003}\u{2028}\u{202f}\u{205f}\u{3000}".chars() {
            assert!(!is_hidden(blank) && !is_mark(blank) && !is_visible(blank), "U+{:04X}", blank as u32);
        }
    }
}
