//! Errors of file names as text.

use super::NameError;
use super::names::is_break;
use crate::locale::Texts;

/// The error of a file name as text. `row`: label of a row, by its position.
pub fn explain_name(error: NameError, row: &dyn Fn(usize) -> String, t: &Texts) -> String {
    let t = &t.entry;
    let named = |c: char| {
        let code = format!("U+{:04X}", u32::from(c));
        match c {
            c if is_break(c) => (t.line_break)(&code),
            c if c.is_whitespace() => (t.space)(&code),
            _ => (t.invisible)(&code),
        }
    };
    match error {
        NameError::Begins(c) => (t.begins)(&named(c)),
        NameError::Ends(c) => (t.ends)(&named(c)),
        NameError::Holds(c) => (t.contains)(&named(c)),
        NameError::SameAs(other) => (t.same_name)(&row(other)),
        NameError::SameLetters(other) => (t.same_letters)(&row(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn a_stray_character_is_named_in_the_reader_s_language() {
        let said = |error, locale: Locale| explain_name(error, &|index| format!("#{index}"), locale.texts());
        for (c, english, korean) in [
            ('\n', "a line break (U+000A)", "줄 바꿈(U+000A)"),
            ('\u{a0}', "a space (U+00A0)", "공백(U+00A0)"),
            ('\u{200b}', "an invisible character (U+200B)", "보이지 않는 문자(U+200B)"),
        ] {
            for error in [NameError::Begins(c), NameError::Ends(c), NameError::Holds(c)] {
                let (in_english, in_korean) = (said(error, Locale::English), said(error, Locale::Korean));
                assert!(in_english.contains(english), "{in_english}");
                assert!(in_korean.contains(korean), "{in_korean}");
            }
        }
        assert_eq!(said(NameError::SameAs(3), Locale::English), "Same name as #3.");
    }
}
