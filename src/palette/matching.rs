//! Fuzzy matching: which entries a typed text means, best first.
//!
//! Both sides are folded (letter case, width, composition of Hangul). A letter also matches a syllable
//! that it begins. Own code, because no library of this size knows initial consonants.

use std::cmp::Reverse;
use std::iter;

use databoxframe_ui::fold;

use super::hangul::{begins, split};

/// Longest text that is compared, in characters.
const MAX_TEXT: usize = 256;
/// Longest typed text.
const MAX_TYPED: usize = 64;

const MATCH: i32 = 4;
/// A syllable of which only the beginning was typed.
const COMPOSING: i32 = 3;
const TEXT_START: i32 = 10;
const WORD_START: i32 = 8;
const CONSECUTIVE: i32 = 6;
const GAP: i32 = -3;
/// The whole title, or a whole number, was typed.
const WHOLE: i32 = 30;
/// In another field than the first.
const SECONDARY: i32 = -6;

/// A character of a text, and how much a match there counts.
#[derive(Clone, Copy, Debug)]
struct Place {
    character: char,
    bonus: i32,
}

/// A text that is searched, folded.
#[derive(Clone, Debug)]
struct Field(Vec<Place>);

impl Field {
    fn new(text: &str) -> Self {
        let mut before = None::<char>;
        let place = |character: char| {
            let bonus = match before {
                None => TEXT_START,
                Some(before) if is_boundary(before, character) => WORD_START,
                Some(_) => 0,
            };
            before = Some(character);
            Place { character, bonus }
        };
        Self(fold(text).chars().take(MAX_TEXT).map(place).collect())
    }
}

/// Whether a word begins between two characters.
fn is_boundary(before: char, character: char) -> bool {
    character.is_alphanumeric() && !before.is_alphanumeric()
        || character.is_ascii_digit() != before.is_ascii_digit()
}

/// The searched texts of an entry, its title first.
#[derive(Clone, Debug)]
pub struct Haystack(Vec<Field>);

impl Haystack {
    /// Of these texts.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self(texts.into_iter().map(Field::new).collect())
    }
}

/// A word of what was typed, in each way to read it.
#[derive(Clone, Debug)]
struct Term(Vec<Vec<char>>);

impl Term {
    fn new(word: &str) -> Self {
        let typed: Vec<char> = word.chars().collect();
        let other = typed.split_last().and_then(|(last, start)| {
            Some(start.iter().copied().chain(split(*last)?).collect::<Vec<char>>())
        });
        Self(iter::once(typed).chain(other).collect())
    }

    /// `is_title`: whether the field is the first.
    fn score(&self, field: &Field, is_title: bool) -> Option<i32> {
        let scores = self.0.iter().filter_map(|typed| score(typed, &field.0, is_title));
        scores.max().map(|score| score + if is_title { 0 } else { SECONDARY })
    }
}

/// What was typed: words that all have to match, in any order.
#[derive(Clone, Debug)]
pub struct Needle(Vec<Term>);

impl Needle {
    /// Of a typed text.
    pub fn new(typed: &str) -> Self {
        let typed: String = fold(typed).chars().take(MAX_TYPED).collect();
        Self(typed.split_whitespace().map(Term::new).collect())
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How well it matches, if it does.
    pub fn score(&self, haystack: &Haystack) -> Option<i32> {
        let of_term = |term: &Term| {
            let fields = haystack.0.iter().enumerate();
            fields.filter_map(|(index, field)| term.score(field, index == 0)).max()
        };
        self.0.iter().map(of_term).sum()
    }
}

/// The haystacks that match, by their index, best first; equal ones in their order.
pub fn rank<'a>(needle: &Needle, haystacks: impl Iterator<Item = &'a Haystack>) -> Vec<(usize, i32)> {
    let scored = haystacks.enumerate().filter_map(|(index, one)| Some((index, needle.score(one)?)));
    let mut ranked: Vec<(usize, i32)> = scored.collect();
    ranked.sort_by_key(|(_, score)| Reverse(*score));
    ranked
}

/// How well a word matches a text, if it does: its characters in their order, best at starts of words
/// and next to each other. Digits only name a number, which has no gaps.
fn score(typed: &[char], text: &[Place], is_title: bool) -> Option<i32> {
    if typed.len() > text.len() || !is_subsequence(typed, text) {
        return None;
    }
    let gaps = !typed.iter().all(char::is_ascii_digit);
    // For each place, the best score of the characters so far if the last of them is there.
    let mut row: Vec<Option<i32>> = Vec::new();
    for (index, character) in typed.iter().enumerate() {
        // Of the place before, and of all before that one.
        let (mut near, mut far) = (None, None);
        let before = row.iter().copied().chain(iter::repeat(None));
        row = text
            .iter()
            .zip(before)
            .map(|(place, here)| {
                let from = match index {
                    0 => Some(place.bonus),
                    _ => {
                        let jump = far.filter(|_| gaps).map(|score: i32| score + GAP + place.bonus);
                        near.map(|score: i32| score + CONSECUTIVE).max(jump)
                    }
                };
                (near, far) = (here, far.max(near));
                Some(from? + value(*character, place.character)?)
            })
            .collect();
    }
    let length = i32::try_from(typed.len()).unwrap_or(i32::MAX);
    let best = row.into_iter().flatten().max()?;
    // Letters that only happen to be there in this order.
    let is_meant = best >= length.saturating_mul(MATCH) - 1;
    let rest = i32::try_from(text.len() - typed.len()).unwrap_or(i32::MAX);
    let whole = if rest == 0 && (is_title || !gaps) { WHOLE } else { -(rest / 4).min(8) };
    is_meant.then_some(best + whole)
}

/// What a typed character is worth at a character, if it matches.
fn value(typed: char, character: char) -> Option<i32> {
    if typed == character {
        return Some(MATCH);
    }
    begins(typed, character).then_some(COMPOSING)
}

/// Sorts out most texts quickly.
fn is_subsequence(typed: &[char], text: &[Place]) -> bool {
    let mut places = text.iter();
    typed.iter().all(|typed| places.any(|place| value(*typed, place.character).is_some()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    /// The texts that match, best first.
    fn found<'a>(typed: &str, texts: &[&'a str]) -> Vec<&'a str> {
        let haystacks: Vec<Haystack> = texts.iter().map(|text| Haystack::new([*text])).collect();
        rank(&Needle::new(typed), haystacks.iter()).into_iter().map(|(index, _)| texts[index]).collect()
    }

    const PAGES: [&str; 6] = ["개요", "프레임", "반입", "반출", "반출 심사", "버킷"];

    #[test]
    fn initial_consonants_find_syllables() {
        assert_eq!(found("ㅂㅊ", &PAGES), ["반출", "반출 심사"]);
        assert_eq!(found("ㅂㅊㅅㅅ", &PAGES), ["반출 심사"]);
        assert_eq!(found("ㅂㅊ ㅅㅅ", &PAGES), ["반출 심사"]);
        assert_eq!(found("ㅂ", &PAGES)[..3], ["반입", "반출", "버킷"]);
        assert_eq!(found("ㄱㅇ", &PAGES), ["개요"]);
        assert!(found("ㅊㅂ", &PAGES).is_empty());
    }

    #[test]
    fn each_state_of_a_composition_finds_the_word() {
        for typed in ["ㅂ", "바", "반", "반ㅊ", "반추", "반출"] {
            assert!(found(typed, &PAGES).contains(&"반출"), "{typed}");
            let decomposed: String = typed.nfd().collect();
            assert!(found(&decomposed, &PAGES).contains(&"반출"), "{typed}, decomposed");
        }
        // The consonant belongs to the next syllable, as the next key will show.
        for typed in ["ㅂ", "바", "반", "바나", "바낭", "바나나"] {
            assert!(found(typed, &["바나나"]) == ["바나나"] || typed == "바낭", "{typed}");
        }
        assert_eq!(found("갑ㅅ", &["갑수"]), ["갑수"]);
        assert_eq!(found("값", &["갑수"]), ["갑수"]);
    }

    #[test]
    fn letter_case_and_width_do_not_matter() {
        assert_eq!(found("clin", &["Clinical-Cohort"]), ["Clinical-Cohort"]);
        assert_eq!(found("ＣＬＩＮ", &["clinical-cohort"]), ["clinical-cohort"]);
        let decomposed: String = "한글".nfd().collect();
        assert_eq!(found("한글", &[&decomposed]), [decomposed.as_str()]);
    }

    #[test]
    fn starts_of_words_and_neighbours_count_more() {
        assert_eq!(found("ccf", &["clinical-cohort-frame", "specific"]), ["clinical-cohort-frame"]);
        assert_eq!(found("box", &["sandbox", "Data box", "box 7", "box"])[..2], ["box", "box 7"]);
        assert_eq!(found("er", &["Export review", "Buckets", "Overview"])[0], "Export review");
        assert_eq!(found("frame cohort", &["clinical-cohort-frame"]), ["clinical-cohort-frame"]);
    }

    #[test]
    fn letters_that_are_only_somewhere_in_order_are_no_match() {
        assert!(found("nle", &["clinical-result-some"]).is_empty());
        assert!(found("xyz", &["Export review"]).is_empty());
    }

    #[test]
    fn digits_name_a_number() {
        assert_eq!(found("83", &["1833", "8-3", "83"]), ["83", "1833"]);
        let number = Haystack::new(["clinical-cohort-frame", "83"]);
        let name = Haystack::new(["frame 8 of 13"]);
        assert!(Needle::new("83").score(&number) > Needle::new("83").score(&name));
    }

    #[test]
    fn the_title_counts_more_than_what_is_beside_it() {
        let title = Haystack::new(["cohort", "frame"]);
        let beside = Haystack::new(["frame", "cohort"]);
        assert!(Needle::new("cohort").score(&title) > Needle::new("cohort").score(&beside));
    }

    /// Texts of several scripts, with what a hostile name may have in it.
    fn text() -> impl Strategy<Value = String> {
        prop_oneof!["[a-zA-Z0-9가-힣ㄱ-ㅎᄀ-ᄒ ._/-]{0,20}", any::<String>()]
    }

    proptest! {
        #[test]
        fn it_never_panics_and_each_index_is_one_of_the_haystacks(
            typed in text(),
            texts in proptest::collection::vec(proptest::collection::vec(text(), 0..3), 0..6),
        ) {
            let haystacks: Vec<Haystack> =
                texts.iter().map(|fields| Haystack::new(fields.iter().map(String::as_str))).collect();
            let ranked = rank(&Needle::new(&typed), haystacks.iter());
            let mut indexes: Vec<usize> = ranked.iter().map(|(index, _)| *index).collect();
            prop_assert!(indexes.iter().all(|index| *index < haystacks.len()));
            prop_assert!(ranked.is_sorted_by_key(|(_, score)| Reverse(*score)));
            indexes.sort_unstable();
            indexes.dedup();
            prop_assert_eq!(indexes.len(), ranked.len());
        }

        #[test]
        fn a_text_is_found_by_itself(text in "[a-zA-Z가-힣][a-zA-Z0-9가-힣 ._-]{0,30}") {
            prop_assert_eq!(found(&text, &[&text]).len(), 1);
        }

        #[test]
        fn a_korean_text_is_found_by_its_initial_consonants(text in "[가-힣]{1,20}") {
            let initials: String = text.chars().filter_map(|one| one.nfd().next()).collect();
            prop_assert_eq!(found(&initials, &[&text]).len(), 1);
        }
    }
}
