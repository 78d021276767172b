use unicode_security::confusable_detection::skeleton;

use super::*;
use crate::texts::Locale;

fn said(shown: &DisplayText) -> String {
    shown.words(Locale::English.texts())
}

fn named(text: &str) -> String {
    said(&line(text))
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
fn what_nobody_can_type_is_confirmed_by_its_number() {
    for name in ["", " ", "\u{200b}", "\u{3164}"] {
        assert_eq!(typable(name, "83"), "83", "{name:?}");
    }
    for name in ["Alpha", " 한 ", "a\u{202e}"] {
        assert_eq!(typable(name, "83"), name);
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

#[test]
fn what_can_be_seen_stays() {
    for text in [
        "",
        "result.csv",
        "고객 명단 (최종).xlsx",
        "<b>&amp;</b>",
        "🔒 é ü 👍🏽",
        "서버A 로그_2024-01-31.csv",
        "データ一覧サーバーA 漢字",
        "отчёт за январь",
        "café naïve Tiếng Việt",
        "① 면적 30㎡, 무게 5㎏ — “최종” …",
        "กำหนดการ ที่นี่",
    ] {
        assert_eq!(line(text).0.len(), 1, "{text}: {}", named(text));
        assert_eq!(named(text), text);
        assert_eq!(said(&lines(text)), text);
    }
}

#[test]
fn each_syllable_of_hangul_is_seen_as_it_is_beside_latin() {
    for syllable in '가'..='힣' {
        let text = format!("a{syllable}1{syllable}{syllable} {syllable}.b");
        assert!(super::imitate::imitations(&text).is_empty(), "{text}");
        assert!(!databoxframe_characters::is_hidden(syllable), "{text}");
        assert!(!databoxframe_characters::is_mark(syllable), "{text}");
        assert_eq!(normal::nfc(&text), text);
    }
}

#[test]
fn what_cannot_be_seen_is_named() {
    for (text, shown) in [
        ("report\u{202e}gpj.exe", "report⟨U+202E⟩gpj.exe"),
        ("\u{2066}a\u{2069}", "⟨U+2066⟩a⟨U+2069⟩"),
        ("a\u{200b}b\u{feff}", "a⟨U+200B⟩b⟨U+FEFF⟩"),
        ("nul\0 \r\u{85}", "nul⟨U+0000⟩␣⟨U+000D⟩⟨U+0085⟩"),
        ("a\u{3164}\u{e0041}", "a⟨U+3164⟩⟨U+E0041⟩"),
        ("a\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}b", "a⟨U+200B ×5⟩b"),
        ("\u{301}a", "⟨U+0301⟩a"),
        ("i\u{307}", "i⟨U+0307⟩"),
        ("⟨U+200B⟩␣", "⟨U+27E8⟩U+200B⟨U+27E9⟩⟨U+2423⟩"),
    ] {
        assert_eq!(named(text), shown);
    }
}

#[test]
fn blanks_that_deceive_are_seen() {
    for (text, shown) in [
        (" a", "␣a"),
        ("a ", "a␣"),
        ("a  b", "a␣␣b"),
        ("a b", "a b"),
        ("a\u{a0}b", "a⟨U+00A0⟩b"),
        ("a \u{3000}b", "a␣⟨U+3000⟩b"),
        ("a\nSize 1 MB\tapproved", "a⟨U+000A⟩Size 1 MB⟨U+0009⟩approved"),
    ] {
        assert_eq!(named(text), shown);
    }
}

#[test]
fn only_texts_of_several_lines_have_lines() {
    for (text, shown) in [
        ("a\nb\n\nc", "a\nb\n\nc"),
        ("a\r\nb", "a\nb"),
        ("a \n b", "a␣\n␣b"),
        ("a\rb\tc", "a⟨U+000D⟩b⟨U+0009⟩c"),
        ("a\n\n\n\n\n\nb", "a\n\n⟨U+000A ×4⟩b"),
    ] {
        assert_eq!(said(&lines(text)), shown);
    }
    assert_eq!(
        said(&raw("{\n  \"a\": \"\u{202e}\u{430}\"\n\n\n}")),
        "{\n  \"a\": \"⟨U+202E⟩\u{430}\"\n\n\n}"
    );
}

#[test]
fn letters_that_imitate_are_marked() {
    for (text, shown) in [
        ("p\u{430}yp\u{430}l", "pа⟨Cyrillic⟩ypа⟨Cyrillic⟩l"),
        ("\u{441}\u{43e}\u{440}\u{443}.csv", "сору⟨Cyrillic ×4⟩.csv"),
        ("t\u{3bf}tal", "tο⟨Greek⟩tal"),
        ("보고서\u{430}", "보고서а⟨Cyrillic⟩"),
        ("re\u{ff50}ort", "reｐ⟨full-width⟩ort"),
        ("ＲＥＰＯＲＴ", "ＲＥＰＯＲＴ"),
        ("\u{1d42b}\u{1d41e}port", "𝐫𝐞⟨mathematical ×2⟩port"),
        ("\u{fb01}le", "ﬁ⟨U+FB01⟩le"),
        ("fi\u{3163}e", "fiㅣ⟨U+3163⟩e"),
        ("a\u{2010}b", "a‐⟨U+2010⟩b"),
        ("\u{2f08}", "⼈⟨U+2F08⟩"),
    ] {
        assert_eq!(named(text), shown);
    }
}

#[test]
fn names_written_another_way_are_marked() {
    assert_eq!(named("\u{1100}\u{1161}.csv"), "\u{1100}\u{1161}.csv⟨NFD⟩");
    assert_eq!(named("cafe\u{301}"), "cafe\u{301}⟨NFD⟩");
    let (one, other) = (named("e\u{301}é"), named("ée\u{301}"));
    assert!(one.contains("⟨≠NFC ") && other.contains("⟨≠NFC "), "{one} {other}");
    assert_ne!(one.split_once('⟨').unwrap().1, other.split_once('⟨').unwrap().1);
    assert!(named("\u{212a}").contains("⟨U+212A⟩"));
}

#[test]
fn long_clusters_and_texts_are_cut_and_still_differ() {
    let marks = |last: char| format!("a{}{last}b", "\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}".repeat(50));
    let leads = |last: char| format!("{}{last}", "\u{1100}".repeat(300));
    let long = |last: char| format!("{}{last}", "가나".repeat(50_000));
    let vowels = |last: char| format!("\u{915}{}{last}", "\u{93e}".repeat(300));
    for make in [&marks as &dyn Fn(char) -> String, &leads, &long, &vowels] {
        let (one, other) = (named(&make('\u{307}')), named(&make('\u{308}')));
        assert!(one.chars().count() < 2_100, "{one}");
        assert_ne!(one, other);
    }
    let shown = named(&marks('\u{307}'));
    assert!(shown.starts_with("a\u{301}\u{302}\u{303}\u{304}⟨+297 combining "), "{shown}");
    assert!(shown.ends_with("⟩b⟨NFD⟩") || shown.contains("⟩b⟨≠NFC "), "{shown}");
    assert!(named(&leads('\u{1101}')).contains("⟨+293 combining "), "{}", named(&leads('\u{1101}')));
    assert!(named(&vowels('\u{93f}')).contains("⟨+290 combining "), "{}", named(&vowels('\u{93f}')));
    assert!(named(&long('x')).contains("⟨… cut: 100,001 characters "));
}

#[test]
fn sentences_keep_the_marks_of_the_names_in_them() {
    let name = " a\u{202e}\u{200b}\u{200b}\u{200b}\u{200b}";
    let shown = sentence(&format!("Type {} to confirm", named(name)));
    assert_eq!(said(&shown), "Type ␣a⟨U+202E⟩⟨U+200B ×4⟩ to confirm");
    let real: String = shown
        .0
        .iter()
        .map(|piece| {
            label::real(piece).unwrap_or_else(|| label::label(piece, &Locale::English.texts().marks))
        })
        .collect();
    assert_eq!(real, format!("Type {name} to confirm"));
    for odd in ["a⟨", "⟨U+110000⟩", "⟩␣⟨U+41", "⟨U+41 ×x⟩"] {
        assert_eq!(said(&sentence(odd)), odd);
    }
}

/// What the eye makes of a text, by Unicode's own table.
fn eye(text: &str) -> String {
    // Full-width letters alone are distinguished by their width.
    let wide = |character| match character {
        '\u{ff21}'..='\u{ff5a}' => '宽',
        other => other,
    };
    skeleton(&text.chars().map(wide).collect::<String>()).collect()
}

const NASTY: &[&str] = &[
    "a",
    "c",
    "e",
    "o",
    "p",
    "x",
    "-",
    "/",
    "_",
    ".csv",
    " ",
    "\u{a0}",
    "\u{3000}",
    "\u{2009}",
    "\t",
    "\n",
    "\r",
    "\u{85}",
    "\u{2028}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2069}",
    "\u{feff}",
    "\u{ad}",
    "\u{fe0f}",
    "\u{e0041}",
    "\u{3164}",
    "\u{2800}",
    "\u{e000}",
    "\u{378}",
    "\u{301}",
    "\u{307}",
    "\u{323}",
    "é",
    "e\u{301}",
    "ё",
    "а",
    "е",
    "о",
    "с",
    "р",
    "х",
    "ж",
    "ο",
    "α",
    "օ",
    "ɑ",
    "ℓ",
    "ｐ",
    "𝐨",
    "ⅽ",
    "ꮯ",
    "ⲟ",
    "𐐬",
    "‐",
    "−",
    "⁄",
    "∕",
    "가",
    "각",
    "\u{1100}",
    "\u{1161}",
    "\u{11a8}",
    "漢",
    "人",
    "\u{2f08}",
    "⟨",
    "⟩",
    "␣",
    "⟨U+200B⟩",
    "⟨NFD⟩",
    "⟨Cyrillic⟩",
    "×4",
];

#[test]
fn two_different_texts_never_look_the_same() {
    let mut state = 7_u64;
    let mut random = |count: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % count
    };
    for _ in 0..20_000 {
        let mut parts: Vec<&str> = (0..=random(5)).map(|_| NASTY[random(NASTY.len())]).collect();
        let one = parts.concat();
        // One that differs in one place, by something, nothing, or twice the same.
        let place = random(parts.len());
        match random(3) {
            0 => parts[place] = NASTY[random(NASTY.len())],
            1 => drop(parts.remove(place)),
            _ => parts.insert(place, NASTY[random(NASTY.len())]),
        }
        let other = parts.concat();
        if one == other {
            continue;
        }
        assert_ne!(eye(&named(&one)), eye(&named(&other)), "{one:?} and {other:?}");
        let same_lines = one.replace("\r\n", "\n") == other.replace("\r\n", "\n");
        if !same_lines {
            assert_ne!(eye(&said(&lines(&one))), eye(&said(&lines(&other))), "{one:?} and {other:?}");
        }
    }
}

/// All letters and digits that Unicode takes for Latin ones.
#[test]
fn every_letter_that_unicode_calls_confusable_is_marked() {
    let missed: Vec<String> = ('\u{80}'..='\u{3ffff}')
        .filter(|character| character.is_alphanumeric() && eye(&character.to_string()).is_ascii())
        // Latin letters and numbers that one can tell from others, and such that are letters of
        // Chinese or Korean.
        .filter(|character| {
            !"ıȷ〳ÆæŒœþ".contains(*character)
                && !matches!(character, '\u{bc}'..='\u{be}' | '\u{2153}'..='\u{215f}')
        })
        .filter(|character| named(&format!("a{character}a")).matches('⟨').count() == 0)
        .map(|character| format!("{character} U+{:04X}", character as u32))
        .collect();
    assert!(missed.is_empty(), "{} are not: {missed:?}", missed.len());
}

#[test]
fn texts_in_one_line_stay_apart() {
    let t = Locale::English.texts();
    let files = |names: &[&str]| apart(names.iter().map(|name| line(name).words(t)), ",");
    assert_eq!(files(&["a.csv", "b.csv"]), "a.csv,\u{2003}b.csv");
    for one in ["a.csv, b.csv", "a.csv,\u{2003}b.csv", "a.csv,b.csv"] {
        assert_ne!(files(&[one]), files(&["a.csv", "b.csv"]), "{one:?}");
    }
    assert_eq!(files(&["", "a.csv"]), "a.csv");
    // So they do in a sentence, in which a name's own space stays marked.
    let said = |names: &[&str]| sentence(&files(names)).words(t);
    assert_eq!(said(&["a.csv", "b.csv"]), "a.csv,\u{2003}b.csv");
    assert_eq!(said(&["a.csv,\u{2003}b.csv"]), "a.csv,⟨U+2003⟩b.csv");
}
