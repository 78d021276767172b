//! Passwords made by the console.

use databoxframe::rule::{CharacterClass, PASSWORD};

const CLASSES: [CharacterClass; 4] =
    [CharacterClass::Upper, CharacterClass::Lower, CharacterClass::Digit, CharacterClass::Special];

/// The longest password that the policy allows, from random bytes; none if they are too few.
///
/// Whole passwords are drawn until one has all four classes, so that each allowed one is as
/// likely: nothing is put at a known place.
fn generate(random: &[u8]) -> Option<String> {
    let characters: Vec<char> = random.iter().copied().filter_map(character).collect();
    characters
        .chunks_exact(PASSWORD.length.max)
        .find(|drawn| CLASSES.iter().all(|class| drawn.iter().any(|c| class.contains(*c))))
        .map(|drawn| drawn.iter().collect())
}

/// A character for a byte; none for most, so that each is as likely. Without those that are
/// easily taken for another: they are typed by hand on a server's console.
fn character(byte: u8) -> Option<char> {
    let c = char::from(byte);
    let clear = !matches!(c, 'l' | 'I' | '1' | 'O' | '0' | '|');
    (c.is_ascii_graphic() && clear && !PASSWORD.forbidden.contains(&c)).then_some(c)
}

/// A password from the browser's random numbers; none if it has none.
pub fn random() -> Option<String> {
    // About twenty passwords' worth: that none of them has all classes does not happen.
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
