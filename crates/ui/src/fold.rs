//! Texts as a search compares them: never shown.

/// A text without what a search overlooks: composed or decomposed, wide or narrow, upper or lower
/// case. Upper case last: "ς" and "σ", "ß" and "SS" meet there.
pub fn fold(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { dotless(&fold_any(text)) }
}

/// "İ" is the only letter whose lower case keeps something of it, a dot: so "i" finds it.
fn dotless(text: &str) -> String {
    text.replace('İ', "I")
}

/// By the browser: the tables of Unicode would be a part of the download.
#[cfg(target_arch = "wasm32")]
fn fold_any(text: &str) -> String {
    let compatible = |text: &js_sys::JsString| text.normalize("NFKC");
    let cases = compatible(&text.into()).to_lower_case().to_upper_case();
    compatible(&cases).into()
}

#[cfg(not(target_arch = "wasm32"))]
fn fold_any(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let compatible: String = text.nfkc().collect();
    compatible.to_lowercase().to_uppercase().nfkc().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    use super::fold;

    #[test]
    fn what_reads_alike_is_alike() {
        for (one, other) in [
            ("istanbul", "İSTANBUL"),
            ("ISTANBUL", "i\u{307}stanbul"),
            ("ılık", "ILIK"),
            ("straße", "STRASSE"),
            ("STRAẞE", "strasse"),
            ("οδοσ", "ΟΔΟΣ"),
            ("οδος", "ΟΔΟΣ"),
            ("лаб", "ЛАБ"),
            ("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"),
            ("ABC12", "ａｂｃ１２"),
            ("ｶﾞ", "ガ"),
            ("ｱｲ", "アイ"),
            ("école", "E\u{301}COLE"),
            ("ﬁle", "FILE"),
            ("㎇", "gb"),
            ("a\u{3000}b", "A B"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} {other}");
        }
        for (one, other) in [("école", "ecole"), ("가", "각"), ("a", "а"), ("1", "l")] {
            assert_ne!(fold(one), fold(other), "{one} {other}");
        }
    }

    /// Whether a character has another case or another form.
    fn has_forms(character: char) -> bool {
        let is_own = |mut form: Box<dyn Iterator<Item = char>>| form.next() == Some(character);
        !(is_own(Box::new(character.to_lowercase()))
            && is_own(Box::new(character.to_uppercase()))
            && is_own(Box::new(std::iter::once(character).nfkd())))
    }

    #[test]
    fn every_letter_is_found_in_either_case_and_in_all_forms() {
        // Syllables of Hangul are like one another.
        let letters = ('\u{80}'..='\u{ac80}').chain('\u{d7a4}'..='\u{2ffff}');
        for character in letters.filter(|character| has_forms(*character)) {
            let text = character.to_string();
            let folded = fold(&text);
            let forms = [
                text.to_lowercase(),
                text.to_uppercase(),
                text.nfc().collect(),
                text.nfd().collect(),
                text.nfkd().collect(),
                folded.clone(),
            ];
            for form in forms {
                assert_eq!(fold(&form), folded, "U+{:04X} {form:?}", character as u32);
            }
        }
    }

    /// Letters of several scripts, none of which joins the one before it.
    fn text() -> impl Strategy<Value = String> {
        "[a-zA-Z0-9ßİıéÅ가-힣Α-Ωα-ωςА-яЁёａ-ｚＡ-Ｚ０-９ｱ-ﾝァ-ン漢字 ._-]{0,12}"
    }

    proptest! {
        #[test]
        fn a_part_is_found_however_it_is_written(before in text(), part in text(), after in text()) {
            let whole = fold(&format!("{before}{part}{after}"));
            let forms: [String; 5] = [
                part.to_lowercase(),
                part.to_uppercase(),
                part.nfd().collect(),
                part.nfkc().collect(),
                fold(&part),
            ];
            for form in forms {
                prop_assert!(whole.contains(&fold(&form)), "{form:?} in {whole:?}");
            }
        }
    }
}
