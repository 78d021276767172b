//! Text that others wrote: how it is shown without deceiving, and how it is compared with what
//! a person typed.

mod chars;
mod normal;

use chars::{is_hidden, is_visible};

/// Whether anything of a text can be seen; what can't is neither a reason nor a name that
/// somebody could type.
pub fn has_visible(text: &str) -> bool {
    text.chars().any(is_visible)
}

/// Whether a person typed this name, as far as it can be typed: composed or decomposed, with
/// blanks of any kind and number between its words, without what can't be seen. Never for a
/// name without anything to see: ask for a number instead.
pub fn same_name(typed: &str, name: &str) -> bool {
    has_visible(name) && as_typed(typed) == as_typed(name)
}

/// What is left of a text that is typed from what is seen.
fn as_typed(text: &str) -> String {
    let seen: String = text.chars().filter(|character| !is_hidden(*character)).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    normal::nfc(&words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_not_visible() {
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
    fn a_name_is_typed_as_it_is_seen() {
        for (typed, name) in [
            ("Alpha", "Alpha"),
            (" Alpha ", "Alpha"),
            ("a b", " a \u{a0}\u{3000}b\n"),
            ("a b", "a\r\n\tb"),
            ("고객", "\u{1100}\u{1169}\u{1100}\u{1162}\u{11a8}"),
            ("\u{1100}\u{1169}\u{1100}\u{1162}\u{11a8}", "고객"),
            ("cafe\u{301}", "café"),
            ("ab.exe", "a\u{202e}b\u{200b}.exe\u{feff}"),
        ] {
            assert!(same_name(typed, name), "{typed:?} is {name:?}");
        }
        for (typed, name) in
            [("", "Alpha"), ("alpha", "Alpha"), ("ab", "a b"), ("p\u{430}y", "pay"), ("cafe", "café")]
        {
            assert!(!same_name(typed, name), "{typed:?} is not {name:?}");
        }
    }

    #[test]
    fn a_name_of_nothing_visible_is_never_confirmed() {
        for name in ["", "  ", "\u{200b}", "\u{3164}", "\u{301}"] {
            for typed in ["", " ", "\u{200b}", name] {
                assert!(!same_name(typed, name), "{typed:?} confirms {name:?}");
            }
        }
    }
}
