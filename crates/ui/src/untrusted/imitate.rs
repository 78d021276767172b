//! Characters that imitate others: letters that look like Latin ones, signs that look like those of
//! a keyboard (Unicode Technical Standard 39). Detected by ranges and one short table: all tables
//! of the standard would be a tenth of the download.

use databoxframe_characters::is_mark;

/// Name of the script of an imitating letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A Greek letter.
    Greek,
    /// A Cyrillic letter.
    Cyrillic,
    /// An Armenian letter.
    Armenian,
    /// A full-width letter or digit.
    FullWidth,
    /// A mathematical letter or digit.
    Mathematical,
    /// Any other letter, named by its code point.
    Other(char),
}

/// Positions of marks: the byte after the character, the number of letters, and their script.
pub type Marks = Vec<(usize, usize, Origin)>;

/// The letters and signs of a text that imitate others. A word may be in any one script as long as
/// it has a letter without a Latin look-alike. Chinese, Japanese and Korean may stand beside Latin
/// anywhere.
pub fn imitations(text: &str) -> Marks {
    let mut marks = Marks::new();
    if text.is_ascii() {
        return marks;
    }
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut start: usize = 0;
    for word in characters.chunk_by(|(_, a), (_, b)| joins(*a) && joins(*b)) {
        match word {
            [(at, stroke)] if is_stroke(*stroke) => {
                let around = [start.checked_sub(1), Some(start + 1)];
                let around = around.map(|index| Some(characters.get(index?)?.1));
                if is_between_latin(around) {
                    add(&mut marks, *at, *stroke);
                }
            }
            _ => mark_word(word, &mut marks),
        }
        start += word.len();
    }
    marks
}

/// Class of a character.
enum Class {
    /// Never imitates: ASCII, accented Latin letters, and characters without a Latin look-alike.
    Plain,
    /// Imitates everywhere.
    Always,
    /// A letter of another script: imitates beside Latin letters, and in a word of look-alikes.
    Letter {
        /// Whether the letter looks like a Latin one.
        twin: bool,
    },
    /// A full-width letter, or a digit of another script: imitates beside ASCII ones or beside
    /// Latin letters.
    Beside,
}

fn mark_word(word: &[(usize, char)], marks: &mut Marks) {
    let latin = word.iter().any(|(_, character)| is_latin(*character));
    let narrow = word.iter().any(|(_, character)| !matches!(class(*character), Class::Beside));
    let twins_only = word.iter().all(|(_, character)| match class(*character) {
        Class::Letter { twin } => twin,
        Class::Always | Class::Beside => true,
        Class::Plain => !character.is_alphabetic(),
    });
    for (at, character) in word {
        let imitates = match class(*character) {
            Class::Plain => false,
            Class::Always => true,
            Class::Letter { .. } => latin || twins_only,
            Class::Beside => narrow,
        };
        if imitates {
            add(marks, *at, *character);
        }
    }
}

/// Whether the neighbours of a character form a Latin word.
fn is_between_latin(around: [Option<char>; 2]) -> bool {
    let mut letters = around.into_iter().flatten().filter(|character| character.is_alphanumeric()).peekable();
    letters.peek().is_some() && letters.all(is_latin)
}

/// Merges the marks of adjacent letters of the same script.
fn add(marks: &mut Marks, start: usize, character: char) {
    let (end, origin) = (start + character.len_utf8(), origin(character));
    match marks.last_mut().filter(|_| !matches!(origin, Origin::Other(_))) {
        Some((last, count, of)) if *last == start && *of == origin => {
            *last = end;
            *count += 1;
        }
        _ => marks.push((end, 1, origin)),
    }
}

/// Whether a character is part of a word.
fn joins(character: char) -> bool {
    (character.is_alphanumeric() && !is_cjk(character)) || is_mark(character)
}

fn class(character: char) -> Class {
    match u32::from(character) {
        0..=0x7f => Class::Plain,
        // Latin letters that only look like others: phonetic letters, digraphs, clicks, ligatures.
        0x132..=0x133 | 0x149 | 0x17f | 0x181 | 0x184 | 0x187 | 0x18a | 0x18d | 0x192..=0x193 | 0x196 => {
            Class::Always
        }
        0x198 | 0x1a4 | 0x1a6..=0x1a7 | 0x1ac | 0x1b3 | 0x1b7 | 0x1bc..=0x1bd | 0x1bf | 0x21c => {
            Class::Always
        }
        0x222..=0x223 | 0x241 | 0x24c | 0x1e9a | 0x1e9d | 0x1efa | 0x1eff => Class::Always,
        0x1c0..=0x1cc | 0x1f1..=0x1f3 | 0x250..=0x2b8 | 0x1d00..=0x1dbf => Class::Always,
        0x2c60..=0x2c7f | 0xa720..=0xa7ff | 0xab30..=0xab6f | 0xfb00..=0xfb06 => Class::Always,
        _ if is_latin(character) => Class::Plain,
        // Mathematical letters and number forms; radicals that look like ideographs.
        0x2102..=0x218b if character.is_alphabetic() => Class::Always,
        0x2e80..=0x2fdf => Class::Always,
        // Scripts that are hardly used today and borrow much from Latin.
        0x13a0..=0x16ff | 0x2c80..=0x2d7f | 0xa4d0..=0xa6ff | 0xab70..=0xabbf
            if character.is_alphanumeric() =>
        {
            Class::Always
        }
        // Numbers with a full stop or in parentheses.
        0x2474..=0x24b5 | 0x1f100..=0x1f10a => Class::Always,
        0x1f10b..=0x1f1ff => Class::Plain,
        0x10000..=0x1ffff if character.is_alphanumeric() => Class::Always,
        _ if is_sign(character) => Class::Always,
        0xff10..=0xff19 | 0xff21..=0xff3a | 0xff41..=0xff5a => Class::Beside,
        // Circled numbers, superscripts and fractions look like nothing else.
        0xaa | 0xb2..=0xbe | 0x2070..=0x209c | 0x2150..=0x215f | 0x2460..=0x24ff | 0x2776..=0x2793 => {
            Class::Plain
        }
        _ if is_cjk(character) || !character.is_alphanumeric() => Class::Plain,
        _ if character.is_alphabetic() => {
            let extended = matches!(character, '\u{1f00}'..='\u{1fff}');
            let number = u16::try_from(u32::from(character)).unwrap_or_default();
            Class::Letter { twin: extended || TWINS.binary_search(&number).is_ok() }
        }
        _ => Class::Beside,
    }
}

fn is_latin(character: char) -> bool {
    character.is_ascii_alphabetic()
        || matches!(character, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && character.is_alphabetic()
}

/// Chinese, Japanese and Korean.
fn is_cjk(character: char) -> bool {
    matches!(u32::from(character),
        0x1100..=0x11ff | 0x3005..=0x31ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xa960..=0xa97f
        | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0xff66..=0xffdc | 0x20000..=0x3ffff)
}

/// CJK characters that look like `l`, `o`, `/`, `-` or `T` between Latin letters.
fn is_stroke(character: char) -> bool {
    matches!(
        character,
        'ㅣ' | 'ㅡ'
            | 'ㅇ'
            | 'ㆀ'
            | '丅'
            | '丨'
            | '丶'
            | '丿'
            | '一'
            | '〇'
            | 'ノ'
            | 'ー'
            | 'ㄒ'
            | 'ㄚ'
            | '丫'
            | 'ﾉ'
            | 'ﾷ'
            | '\u{1175}'
            | '\u{110b}'
            | '\u{11bc}'
    )
}

/// Narrow signs that look like those of a keyboard. Without quotation marks, dashes and the
/// ellipsis: every good text has them, and they look different.
fn is_sign(character: char) -> bool {
    matches!(u32::from(character),
        0x2b9..=0x2bf | 0x2c2..=0x2cb | 0x2d0 | 0x2d7 | 0x2dc..=0x2dd | 0x2ee | 0x2f4 | 0x2f6 | 0x2f8 | 0x37e | 0x384
        | 0x55a..=0x55d | 0x589 | 0x5c0 | 0x5c3 | 0x5f3..=0x5f4 | 0x60d | 0x66a..=0x66d | 0x6d4 | 0x701..=0x704
        | 0x7f4..=0x7f5 | 0x7fa | 0x964..=0x965 | 0x1361 | 0x1735 | 0x1803 | 0x1809 | 0x1fbd..=0x1fc0 | 0x1fef
        | 0x1ffd..=0x1ffe | 0x2010..=0x2012 | 0x2016 | 0x201a..=0x201b | 0x201f | 0x2024..=0x2025 | 0x2032..=0x2037
        | 0x2039..=0x203a | 0x203c | 0x2041 | 0x2043..=0x2044 | 0x2047..=0x2049 | 0x204e | 0x2053 | 0x2057 | 0x205a
        | 0x2212 | 0x2215..=0x2217 | 0x2223 | 0x2225 | 0x2228 | 0x222a | 0x2236..=0x2237 | 0x223c | 0x22c1 | 0x22c3
        | 0x2373..=0x2374 | 0x237a | 0x23fd | 0x244a | 0x2502..=0x2503 | 0x2571..=0x2573 | 0x2768..=0x2775
        | 0x2795..=0x2796 | 0x27cb | 0x27cd | 0x292b..=0x292c | 0x29f5 | 0x29f8..=0x29f9 | 0x2a2f | 0x2a74..=0x2a76
        | 0x2cf9 | 0x2cff | 0x2e12 | 0x2e28..=0x2e29 | 0x2e2c | 0x2e40 | 0x30a0 | 0x31d2..=0x31d4 | 0xa4f8..=0xa4ff
        | 0xa789..=0xa78c | 0xfe50..=0xfe6b)
}

fn origin(character: char) -> Origin {
    match u32::from(character) {
        0x370..=0x3ff | 0x1f00..=0x1fff if character.is_alphabetic() => Origin::Greek,
        0x400..=0x52f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff => Origin::Cyrillic,
        0x530..=0x58f if character.is_alphabetic() => Origin::Armenian,
        0xff10..=0xff5a => Origin::FullWidth,
        0x1d400..=0x1d7ff => Origin::Mathematical,
        _ => Origin::Other(character),
    }
}

/// Letters of other scripts that Unicode's `confusables.txt` maps to Latin ones, sorted.
#[rustfmt::skip]
const TWINS: [u16; 341] = [
    0x374, 0x37f, 0x386, 0x388, 0x389, 0x38a, 0x38c, 0x38e, 0x390, 0x391, 0x392, 0x395, 0x396, 0x397,
    0x398, 0x399, 0x39a, 0x39c, 0x39d, 0x39f, 0x3a1, 0x3a4, 0x3a5, 0x3a7, 0x3aa, 0x3ab, 0x3ac, 0x3ae,
    0x3af, 0x3b0, 0x3b1, 0x3b3, 0x3b7, 0x3b8, 0x3b9, 0x3bd, 0x3bf, 0x3c1, 0x3c3, 0x3c5, 0x3ca, 0x3cb,
    0x3cc, 0x3cd, 0x3d1, 0x3d2, 0x3d3, 0x3d4, 0x3dc, 0x3e8, 0x3ec, 0x3ed, 0x3f1, 0x3f2, 0x3f3, 0x3f4,
    0x3f8, 0x3f9, 0x3fa, 0x400, 0x401, 0x405, 0x406, 0x407, 0x408, 0x40c, 0x40e, 0x410, 0x411, 0x412,
    0x415, 0x417, 0x41a, 0x41c, 0x41d, 0x41e, 0x420, 0x421, 0x422, 0x423, 0x425, 0x42b, 0x42c, 0x42e,
    0x430, 0x431, 0x433, 0x435, 0x43e, 0x440, 0x441, 0x443, 0x445, 0x448, 0x450, 0x451, 0x453, 0x455,
    0x456, 0x457, 0x458, 0x45b, 0x45e, 0x45f, 0x461, 0x462, 0x463, 0x472, 0x473, 0x474, 0x475, 0x476,
    0x477, 0x478, 0x479, 0x47d, 0x48c, 0x48d, 0x491, 0x493, 0x498, 0x49a, 0x49e, 0x4a2, 0x4aa, 0x4ab,
    0x4ac, 0x4ae, 0x4af, 0x4b0, 0x4b1, 0x4b2, 0x4ba, 0x4bb, 0x4bd, 0x4bf, 0x4c0, 0x4c7, 0x4c9, 0x4cd,
    0x4cf, 0x4d0, 0x4d1, 0x4d2, 0x4d3, 0x4d4, 0x4d5, 0x4d6, 0x4d7, 0x4de, 0x4e0, 0x4e6, 0x4e7, 0x4e8,
    0x4e9, 0x4ea, 0x4eb, 0x4ee, 0x4ef, 0x4f0, 0x4f1, 0x4f2, 0x4f3, 0x4f8, 0x501, 0x50c, 0x51a, 0x51b,
    0x51c, 0x51d, 0x545, 0x54d, 0x54f, 0x555, 0x560, 0x561, 0x563, 0x566, 0x570, 0x572, 0x575, 0x578,
    0x57c, 0x57d, 0x581, 0x582, 0x584, 0x585, 0x586, 0x5d5, 0x5d8, 0x5d9, 0x5df, 0x5e1, 0x5f0, 0x5f1,
    0x5f2, 0x622, 0x623, 0x625, 0x627, 0x629, 0x640, 0x647, 0x660, 0x661, 0x665, 0x667, 0x673, 0x6be,
    0x6c0, 0x6c1, 0x6c2, 0x6c3, 0x6d5, 0x6f0, 0x6f1, 0x6f5, 0x6f7, 0x6ff, 0x7c0, 0x7ca, 0x7cb, 0x7cc,
    0x7d3, 0x7d5, 0x7e0, 0x7f4, 0x7f5, 0x7fa, 0x840, 0x903, 0x966, 0x969, 0x97d, 0x9e6, 0x9ea, 0x9ed,
    0xa66, 0xa67, 0xa6a, 0xa83, 0xae6, 0xae9, 0xb03, 0xb20, 0xb66, 0xb68, 0xbe6, 0xc02, 0xc66, 0xc82,
    0xce6, 0xd02, 0xd1f, 0xd20, 0xd66, 0xd6d, 0xd82, 0xe50, 0xed0, 0x1004, 0x1010, 0x101d, 0x1040,
    0x105a, 0x10b9, 0x10bd, 0x10c7, 0x10cd, 0x10d7, 0x10e7, 0x10fd, 0x10ff, 0x1200, 0x12d0, 0x1340,
    0x1702, 0x172a, 0x174d, 0x1763, 0x17e0, 0x18d4, 0x1a32, 0x1a45, 0x1a80, 0x1a90, 0x1bea, 0x1bec,
    0x1c82, 0x1c83, 0x1c84, 0x1c95, 0x1cb7, 0x1cbd, 0x1cbf, 0x1cf5, 0xa830, 0xa8f6, 0xaa7d, 0xfb1d,
    0xfb1f, 0xfb35, 0xfb38, 0xfb39, 0xfb41, 0xfb4b, 0xfba4, 0xfba5, 0xfba6, 0xfba7, 0xfba8, 0xfba9,
    0xfbaa, 0xfbab, 0xfbac, 0xfbad, 0xfcd9, 0xfcf2, 0xfcf3, 0xfcf4, 0xfd3c, 0xfd3d, 0xfe71, 0xfe77,
    0xfe79, 0xfe7b, 0xfe7d, 0xfe7f, 0xfe81, 0xfe82, 0xfe87, 0xfe88, 0xfe8d, 0xfe8e, 0xfe93, 0xfe94,
    0xfee9, 0xfeea, 0xfeeb, 0xfeec,
];
