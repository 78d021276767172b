//! Syllables of Hangul and their letters, as far as a search needs them.

/// The first syllable, 가.
const FIRST: u32 = 0xac00;
/// The last syllable, 힣.
const LAST: u32 = 0xd7a3;
/// The first initial consonant, ᄀ.
const INITIAL: u32 = 0x1100;
/// Syllables with the same initial consonant.
const PER_INITIAL: u32 = 588;
/// Syllables with the same initial consonant and vowel; the first has no final consonant.
const PER_VOWEL: u32 = 28;
/// For each final consonant: what stays of it when its last letter begins the next syllable, and
/// that letter as an initial consonant. Zero: none.
const SPLIT: [(u32, u32); 28] = [
    (0, 0),
    (0, 0x1100),
    (0, 0x1101),
    (1, 0x1109),
    (0, 0x1102),
    (4, 0x110c),
    (4, 0x1112),
    (0, 0x1103),
    (0, 0x1105),
    (8, 0x1100),
    (8, 0x1106),
    (8, 0x1107),
    (8, 0x1109),
    (8, 0x1110),
    (8, 0x1111),
    (8, 0x1112),
    (0, 0x1106),
    (0, 0x1107),
    (17, 0x1109),
    (0, 0x1109),
    (0, 0x110a),
    (0, 0x110b),
    (0, 0x110c),
    (0, 0x110e),
    (0, 0x110f),
    (0, 0x1110),
    (0, 0x1111),
    (0, 0x1112),
];

fn syllable(character: char) -> Option<u32> {
    let code = u32::from(character);
    (FIRST..=LAST).contains(&code).then(|| code - FIRST)
}

/// Whether a typed character is the beginning of a syllable: its initial consonant, or all but its
/// final one.
pub fn begins(typed: char, character: char) -> bool {
    let Some(whole) = syllable(character) else { return false };
    match syllable(typed) {
        Some(part) => part % PER_VOWEL == 0 && part / PER_VOWEL == whole / PER_VOWEL,
        None => u32::from(typed) == INITIAL + whole / PER_INITIAL,
    }
}

/// A syllable without the last letter of its final consonant, and that letter as the beginning of
/// the next syllable: "반" may be on its way to "바나".
pub fn split(typed: char) -> Option<[char; 2]> {
    let whole = syllable(typed)?;
    let (rest, next) = *SPLIT.get((whole % PER_VOWEL) as usize).filter(|(_, next)| *next > 0)?;
    let before = whole - whole % PER_VOWEL + rest;
    Some([char::from_u32(FIRST + before)?, char::from_u32(next)?])
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    #[test]
    fn initial_consonants_and_open_syllables_begin_a_syllable() {
        for (typed, character) in
            [('ᄇ', '반'), ('바', '반'), ('ᄎ', '출'), ('추', '출'), ('ᄁ', '까'), ('ᄒ', '힣')]
        {
            assert!(begins(typed, character), "{typed} {character}");
        }
        for (typed, character) in
            [('ᄇ', '출'), ('반', '밥'), ('버', '반'), ('B', '반'), ('ᄇ', 'B'), ('ᅡ', '아')]
        {
            assert!(!begins(typed, character), "{typed} {character}");
        }
    }

    #[test]
    fn the_last_consonant_may_begin_the_next_syllable() {
        assert_eq!(split('반'), Some(['바', 'ᄂ']));
        assert_eq!(split('값'), Some(['갑', 'ᄉ']));
        assert_eq!(split('닭'), Some(['달', 'ᄀ']));
        assert_eq!((split('바'), split('A'), split('ᄇ')), (None, None, None));
        // Each pair has the letters of its syllable.
        for character in ('가'..='힣').filter(|character| u32::from(*character) % 7 == 0) {
            let Some([before, next]) = split(character) else { continue };
            let letters: String = character.nfd().collect();
            assert!(letters.starts_with(before.nfd().take(2).collect::<String>().as_str()), "{character}");
            assert!(('ᄀ'..='ᄒ').contains(&next), "{character}");
        }
    }
}
