//! Tests of the catalogue: each text is used, Korean texts are Korean, and the source has no
//! sentences. The compiler does not check this.

use std::path::PathBuf;

use super::Locale;
use crate::sources::all_sources;

/// The texts of a file: keys and values; of plural forms the last one.
fn texts(file: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut texts = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with(['#', '}'])) {
        match line.split_once(" = ") {
            Some((key, text)) if !key.starts_with(' ') => texts.push((key, text)),
            _ => {
                if let (Some(last), Some((_, text))) = (texts.last_mut(), line.split_once("] ")) {
                    last.1 = text;
                }
            }
        }
    }
    assert!(texts.len() > 500, "{}", texts.len());
    texts
}

/// Whether a source accesses a field of this name, of something that ends with `of`.
fn takes(source: &str, of: &str, field: &str) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_';
    source.match_indices(&format!("{of}.{field}")).any(|(at, found)| {
        let (before, after) = (source[..at].chars().next_back(), source[at + found.len()..].chars().next());
        !after.is_some_and(is_of_word) && (of.is_empty() || !before.is_some_and(is_of_word))
    })
}

/// Whether a source takes a text that is in no group: a field of this name alone may be anything's.
fn takes_text(source: &str, field: &str) -> bool {
    ["t", "texts()", "texts"].into_iter().any(|of| takes(source, of, field))
}

/// `keys-relay-scheme` is used where `.relay` and `.scheme` are; or where a group is an argument.
fn is_used(key: &str, sources: &[(PathBuf, String)]) -> bool {
    let mut names = key.rsplit('-');
    let text = names.next().unwrap();
    let group = names.next();
    sources.iter().any(|(_, source)| {
        let Some(group) = group else { return takes_text(source, text) };
        let mut letters = group.chars();
        let first = letters.next().unwrap().to_ascii_uppercase();
        let in_group =
            takes(source, "", group) || source.contains(&format!("{first}{}Texts", letters.as_str()));
        in_group && takes(source, "", text)
    })
}

#[test]
fn every_text_is_shown_somewhere() {
    let sources = all_sources();
    let unused: Vec<_> = texts(include_str!("../../crates/texts/en.ftl"))
        .into_iter()
        .filter(|(key, _)| !is_used(key, &sources))
        .collect();
    assert!(unused.is_empty(), "nobody shows {unused:?}");
    // A field of something else is no use.
    let other = [(PathBuf::new(), "let name = frame.name; (t.time, texts().status, first.file)".to_owned())];
    assert!(is_used("time", &other) && is_used("status", &other));
    assert!(!is_used("name", &other) && !is_used("file", &other));
    assert!(!is_used("no_such_text", &sources) && !is_used("keys-relay-no_such_text", &sources));
}

#[test]
fn a_plural_form_is_chosen_by_its_number() {
    let [english, korean] = Locale::ALL.map(Locale::texts);
    assert_eq!((english.lists.hidden)(1), "1 selected request is hidden by the filters.");
    assert_eq!((english.lists.hidden)(0), "0 selected requests are hidden by the filters.");
    assert_eq!((korean.lists.hidden)(1), "선택한 신청 1건이 필터에 가려져 있습니다.");
    assert_eq!((english.check.summary)("/relay", 0), "Checked /relay: nothing to fix.");
    assert_eq!((english.writes.summary)(2, 3, 1), "2 of 3 took effect, the outcome of 1 is unknown.");
}

#[test]
fn a_korean_text_is_korean() {
    /// Names, units and signs that are the same in both languages.
    const SAME: &[&str] = &[
        "product",
        "infra-vpn_id",
        "no_text",
        "page_title",
        "gb",
        "mb",
        "ms",
        "percent",
        "http",
        "url",
        "infra-url",
        "log-times",
        "lists-csv",
        "lists-json",
        "infra-nas",
        "check-cors",
        "forms-row",
        "watch-became",
        "done-sentence",
        "keys-error-visible",
        "mismatch-null",
        "forms-in_row",
        "palette-search_in",
        "palette-set",
    ];
    let is_korean = |text: &str| text.chars().any(|c| ('가'..='힣').contains(&c));
    for (key, text) in texts(include_str!("../../crates/texts/ko.ftl")) {
        assert!(is_korean(text) || SAME.contains(&key), "{key}: {text}");
    }
    for (key, text) in texts(include_str!("../../crates/texts/en.ftl")) {
        assert!(!is_korean(text), "{key}: {text}");
    }
}

/// Texts in quotes that begin like a sentence: a capital, and another word after it.
fn sentences(source: &str) -> Vec<&str> {
    let quoted = source.lines().filter(|line| !line.contains("reason = ")).flat_map(|line| {
        line.split('"').skip(1).step_by(2).filter(|text| {
            let mut words = text.split(' ').filter(|word| !word.is_empty());
            let begins = words.next().is_some_and(|word| {
                word.starts_with(|c: char| c.is_ascii_uppercase())
                    && word.ends_with(|c: char| c.is_ascii_lowercase())
            });
            begins && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))
        })
    });
    quoted.collect()
}

#[test]
fn no_sentence_stands_in_the_source() {
    for (path, source) in all_sources() {
        assert!(sentences(&source).is_empty(), "{}: {:?}", path.display(), sentences(&source));
    }
    assert_eq!(sentences(r#"let text = "Nothing was sent";"#), ["Nothing was sent"]);
    assert!(sentences(r#"("Ctrl+K", "frame infra", "nasList", "HTTP {status}")"#).is_empty());
}
