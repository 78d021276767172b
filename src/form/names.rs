//! File names as people type and paste them: invisible characters and duplicates.

use databoxframe_characters::{has_visible, is_filler, is_zero_width};

use crate::untrusted::nfc;

/// An error of a file name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameError {
    /// A blank or invisible character at the start.
    Begins(char),
    /// A blank or invisible character at the end.
    Ends(char),
    /// A line break, a tab or another control character.
    Holds(char),
    /// The same name as in an earlier row, at this position.
    SameAs(usize),
    /// The same name as in an earlier row, in another Unicode normalization form.
    SameLetters(usize),
}

/// Errors of file names with their positions. Empty names are skipped.
pub fn name_errors(names: &[&str]) -> Vec<(usize, NameError)> {
    let mut errors = Vec::new();
    for (index, name) in names.iter().enumerate() {
        if !has_visible(name) {
            continue;
        }
        if let Some(first) = name.chars().next().filter(|c| is_stray(*c)) {
            errors.push((index, NameError::Begins(first)));
        }
        if let Some(last) = name.chars().next_back().filter(|c| is_stray(*c)) {
            errors.push((index, NameError::Ends(last)));
        }
        if let Some(inside) = core(name).chars().find(|c| is_break(*c) || c.is_control()) {
            errors.push((index, NameError::Holds(inside)));
        }
        let earlier = names.iter().take(index).position(|other| nfc(core(other)) == nfc(core(name)));
        if let Some(earlier) = earlier {
            let same = names.get(earlier).is_some_and(|other| core(other) == core(name));
            let error = if same { NameError::SameAs(earlier) } else { NameError::SameLetters(earlier) };
            errors.push((index, error));
        }
    }
    errors
}

/// The names in a pasted text; none if it has only one line.
pub fn pasted_names(text: &str) -> Option<Vec<String>> {
    let lines = text.split(is_break);
    let names: Vec<String> = lines.filter(|line| has_visible(line)).map(str::to_owned).collect();
    // More lines than anybody would check: the text stays in one field, where it is an error.
    (2..=MAX_PASTED).contains(&names.len()).then_some(names)
}

/// Longest list of pasted names.
const MAX_PASTED: usize = 100;

/// A name without invisible characters around it.
fn core(name: &str) -> &str {
    name.trim_matches(is_stray)
}

/// Characters that nobody means at the start or end of a name.
fn is_stray(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_zero_width(c) || is_filler(c)
}

/// Whether a character ends a line.
pub fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(names: &[&str]) -> Vec<(usize, NameError)> {
        name_errors(names)
    }

    #[test]
    fn usual_names_are_left_alone() {
        for name in [
            "result.csv",
            "코호트 2024 (최종).csv",
            "a+b&c=d%20/e.csv",
            "a  b.csv",
            ".hidden",
            "a, b.csv",
            // Seen: an emoji of several code points, one with a variation selector at the end.
            "👩\u{200d}🔬.png",
            "love\u{2764}\u{fe0f}",
            "보고서",
        ] {
            assert_eq!(problems(&[name]), [], "{name}");
        }
        assert_eq!(problems(&["a.csv", "A.csv", "b.csv", "a.csv.gz", "", ""]), []);
        assert_eq!(problems(&["", " ", "\u{200b}"]), [], "the API's own limit tells of them");
    }

    #[test]
    fn what_cannot_be_seen_is_said_with_its_character() {
        for c in [' ', '\u{a0}', '\u{3000}', '\t', '\n', '\u{200b}', '\u{feff}', '\u{202e}', '\u{3164}', '\0']
        {
            assert_eq!(problems(&[&format!("a.csv{c}")]), [(0, NameError::Ends(c))], "{c:?}");
            assert_eq!(problems(&[&format!("{c}a.csv")]), [(0, NameError::Begins(c))], "{c:?}");
        }
        for c in ['\n', '\r', '\t', '\u{85}', '\u{2028}', '\u{2029}', '\0', '\u{1b}'] {
            assert_eq!(problems(&[&format!("a{c}.csv")]), [(0, NameError::Holds(c))], "{c:?}");
        }
    }

    #[test]
    fn a_name_stands_once() {
        let same = [(2, NameError::SameAs(0))];
        assert_eq!(problems(&["a.csv", "b.csv", "a.csv"]), same);
        assert_eq!(problems(&["a", "b", "a "]), [(2, NameError::Ends(' ')), (2, NameError::SameAs(0))]);
        assert_eq!(problems(&["a", "a", "a"]), [(1, NameError::SameAs(0)), (2, NameError::SameAs(0))]);
        // Composed and decomposed.
        let letters = [(1, NameError::SameLetters(0))];
        assert_eq!(problems(&["가.csv", "\u{1100}\u{1161}.csv"]), letters);
        assert_eq!(problems(&["e\u{301}.csv", "é.csv"]), letters);
    }

    #[test]
    fn lines_are_names_and_one_line_is_text() {
        let names = |text: &str| pasted_names(text);
        assert_eq!(names("a.csv\nb.csv"), Some(vec!["a.csv".into(), "b.csv".into()]));
        assert_eq!(names("a\r\n\r\nb c \u{2028}d\n"), Some(vec!["a".into(), "b c ".into(), "d".into()]));
        for text in ["", "a.csv", "a.csv\n", "\n\na.csv\r\n", "a, b"] {
            assert_eq!(names(text), None, "{text:?}");
        }
        assert_eq!(names(&"a\n".repeat(101)), None);
    }
}
