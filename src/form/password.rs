//! Generated passwords.

use databoxframe::rule::{CharacterClass, PASSWORD};

const CLASSES: [CharacterClass; 4] =
    [CharacterClass::Upper, CharacterClass::Lower, CharacterClass::Digit, CharacterClass::Special];

/// The longest password that the policy allows, from random bytes; `None` if there are too few.
///
/// Whole passwords are drawn until one has all four character classes, so that all allowed
/// passwords are equally likely.
fn generate(random: &[u8]) -> Option<String> {
    let characters: Vec<char> = random.iter().copied().filter_map(character).collect();
    characters
        .chunks_exact(PASSWORD.length.max)
        .find(|drawn| CLASSES.iter().all(|class| drawn.iter().any(|c| class.contains(*c))))
        .map(|drawn| drawn.iter().collect())
}

/// The character for a byte, `None` for most bytes, so that all characters are equally likely.
/// Without characters that look alike: passwords are typed by hand on a server's console.
fn character(byte: u8) -> Option<char> {
    let c = char::from(byte);
    let clear = !matches!(c, 'l' | 'I' | '1' | 'O' | '0' | '|');
    (c.is_ascii_graphic() && clear && !PASSWORD.forbidden.contains(&c)).then_some(c)
}

/// A password from the browser's random numbers, `None` if the browser has none.
pub fn random() -> Option<String> {
    // Enough for about twenty passwords: one of them has all classes.
    let mut bytes = [0; 1024];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    generate(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_keeps_the_policy() {
        for seed in 0..200_u32 {
            let mut state = seed;
            let bytes: Vec<u8> = std::iter::repeat_with(|| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state.to_be_bytes()[0]
            })
            .take(1024)
            .collect();
            let password = generate(&bytes).unwrap();
            assert!(PASSWORD.check(&password).is_empty(), "{password}");
        }
        assert_eq!(generate(&[b'a'; 1024]), None, "one class is not enough");
    }
}
