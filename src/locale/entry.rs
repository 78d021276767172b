//! What is wrong with what was entered, beyond the documented limits, in words.

use super::Texts;
use crate::form::NameError;

/// What is wrong with the name of a file. `row`: what a row is called, by its place.
pub fn name_problem(problem: NameError, row: &dyn Fn(usize) -> String, t: &Texts) -> String {
    let t = &t.entry;
    let named = |c: char| {
        let code = format!("U+{:04X}", u32::from(c));
        match c {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => (t.line_break)(&code),
            c if c.is_whitespace() => (t.space)(&code),
            _ => (t.invisible)(&code),
        }
    };
    match problem {
        NameError::Begins(c) => (t.begins)(&named(c)),
        NameError::Ends(c) => (t.ends)(&named(c)),
        NameError::Holds(c) => (t.contains)(&named(c)),
        NameError::SameAs(other) => (t.same_name)(&row(other)),
        NameError::SameLetters(other) => (t.same_letters)(&row(other)),
    }
}

/// That new volumes, with those that exist, are over the documented limit; all in GB.
pub fn over_quota(new: u64, existing: u64, limit: u64, t: &Texts) -> String {
    match existing {
        0 => (t.entry.over_quota)(new, limit),
        existing => (t.entry.over_quota_existing)(new, existing, new.saturating_add(existing), limit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn a_stray_character_is_named_in_the_reader_s_language() {
        let said =
            |problem, locale: Locale| name_problem(problem, &|index| format!("#{index}"), locale.texts());
        for (c, english, korean) in [
            ('\n', "a line break (U+000A)", "줄 바꿈(U+000A)"),
            ('\u{a0}', "a space (U+00A0)", "공백(U+00A0)"),
            ('\u{200b}', "an invisible character (U+200B)", "보이지 않는 문자(U+200B)"),
        ] {
            for problem in [NameError::Begins(c), NameError::Ends(c), NameError::Holds(c)] {
                let (in_english, in_korean) = (said(problem, Locale::English), said(problem, Locale::Korean));
                assert!(in_english.contains(english), "{in_english}");
                assert!(in_korean.contains(korean), "{in_korean}");
            }
        }
        assert_eq!(said(NameError::SameAs(3), Locale::English), "Same name as #3.");
    }

    #[test]
    fn the_sum_is_told_only_if_there_is_something_to_add() {
        let said = |existing| over_quota(10_500, existing, 10_000, Locale::English.texts());
        assert!(said(0).starts_with("10500 GB exceeds"), "{}", said(0));
        assert!(said(500).starts_with("10500 GB and the existing 500 GB are 11000 GB"), "{}", said(500));
    }
}
