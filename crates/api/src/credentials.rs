//! Keys and passwords: zeroed when dropped, never printed.

use std::fmt;

use zeroize::Zeroizing;

/// Why a key can't be used. Keys are issued as visible ASCII: anything else was typed or pasted by
/// mistake, makes a signature that is refused, and in an access key is no header that a browser
/// sends. Positions count characters from 1, without the blanks around the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// A key is missing.
    Missing,
    /// The access key has this character.
    AccessKey {
        /// Position.
        position: usize,
        /// Which.
        character: char,
    },
    /// The secret key has such a character. Only its position is kept: the rest is secret.
    SecretKey {
        /// Position.
        position: usize,
    },
}

/// A key without what copying and pasting puts around it: blanks, and characters that can't be
/// seen, such as zero-width spaces and the byte order mark.
pub fn trim_key(key: &str) -> &str {
    key.trim_matches(|character: char| {
        character.is_whitespace()
            || character.is_control()
            || matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}')
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    })
}

/// The first character of a trimmed key that no key has, with its position.
fn foreign(key: &str) -> Option<(usize, char)> {
    let mut characters = (1..).zip(key.chars());
    characters.find(|(_, character)| !character.is_ascii_graphic())
}

/// Errors of an access key, apart from blanks around it.
///
/// # Errors
/// See [`KeyError`]; an empty text is no error here.
pub fn check_access_key(key: &str) -> Result<(), KeyError> {
    match foreign(trim_key(key)) {
        Some((position, character)) => Err(KeyError::AccessKey { position, character }),
        None => Ok(()),
    }
}

/// Errors of a secret key, apart from blanks around it.
///
/// # Errors
/// See [`KeyError`]; an empty text is no error here.
pub fn check_secret_key(key: &str) -> Result<(), KeyError> {
    foreign(trim_key(key)).map_or(Ok(()), |(position, _)| Err(KeyError::SecretKey { position }))
}

/// A secret key. It has no `Display` and no `Serialize`, its `Debug` shows nothing,
/// and its bytes are overwritten when it is dropped.
#[derive(Clone)]
pub struct SecretKey(Zeroizing<String>);

impl SecretKey {
    /// Takes the string over; the caller keeps no copy.
    pub fn new(secret: String) -> Self {
        Self(Zeroizing::new(secret))
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bytes for signing. Crate-private, so that nothing else can read them.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(..)")
    }
}

/// An access key with its secret key.
#[derive(Clone, Debug)]
pub struct Credentials {
    access_key: String,
    secret_key: SecretKey,
}

impl Credentials {
    /// The pair as NAVER Cloud issues it, of a main account or of a sub account.
    pub fn new(access_key: impl Into<String>, secret_key: SecretKey) -> Self {
        Self { access_key: access_key.into(), secret_key }
    }

    /// A pair as typed, pasted or configured, without blanks around the keys.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn parse(access_key: &str, secret_key: &SecretKey) -> Result<Self, KeyError> {
        let (access, secret) = (trim_key(access_key), trim_key(&secret_key.0));
        check_access_key(access)?;
        check_secret_key(secret)?;
        if access.is_empty() || secret.is_empty() {
            return Err(KeyError::Missing);
        }
        Ok(Self::new(access, SecretKey::new(secret.to_owned())))
    }

    /// The access key: public, sent with each request.
    pub fn access_key(&self) -> &str {
        &self.access_key
    }

    /// The secret key, for signing.
    pub fn secret_key(&self) -> &SecretKey {
        &self.secret_key
    }
}

/// A server account's password, on its way into a request body.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// Takes ownership of the string. See [`crate::rule::PASSWORD`] for the policy.
    pub fn new(password: String) -> Self {
        Self(Zeroizing::new(password))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(access: &str, secret: &str) -> Result<Credentials, KeyError> {
        Credentials::parse(access, &SecretKey::new(secret.into()))
    }

    /// What came along when a key was copied.
    const AROUND: [&str; 12] = [
        " ",
        "\t",
        "\r\n",
        "\u{a0}",
        "\u{3000}",
        "\u{feff}",
        "\u{200b}",
        "\u{200d}",
        "\u{2060}",
        "\u{202c}",
        "\u{ad}",
        " \u{feff}\u{200b}\t",
    ];

    #[test]
    fn what_is_around_a_key_is_no_part_of_it() {
        for around in AROUND {
            let pasted = |key: &str| format!("{around}{key}{around}");
            let credentials = parse(&pasted("AccessKey+/1="), &pasted("Secret/Key+2==")).unwrap();
            assert_eq!(credentials.access_key(), "AccessKey+/1=", "{around:?}");
            assert_eq!(credentials.secret_key().as_bytes(), b"Secret/Key+2==", "{around:?}");
            assert_eq!(parse(around, "S").err(), Some(KeyError::Missing), "{around:?}");
            assert_eq!(parse("A", around).err(), Some(KeyError::Missing), "{around:?}");
        }
    }

    #[test]
    fn a_character_that_no_key_has_is_named_with_its_place() {
        for character in ['\u{200b}', '‐', '–', 'Ａ', 'ㅁ', '한', 'é', '\u{a0}', ' ', '\t', '\0', '\u{7f}']
        {
            let access = KeyError::AccessKey { position: 5, character };
            assert_eq!(parse(&format!(" 1234{character}6"), "S").err(), Some(access));
            let secret = parse("A", &format!("\u{feff}1234{character}6 ")).err().unwrap();
            assert_eq!(secret, KeyError::SecretKey { position: 5 });
            // Nothing of the secret is in what may be shown.
            assert_eq!(format!("{secret:?}"), "SecretKey { position: 5 }");
        }
        assert_eq!(check_access_key(""), Ok(()));
        assert_eq!(check_secret_key(" "), Ok(()));
    }

    #[test]
    fn debug_output_shows_no_secret() {
        let credentials = Credentials::new("access", SecretKey::new("s3cr3t-key".into()));
        let shown = format!("{credentials:?} {:?}", Password::new("Passw0rd!".into()));
        assert!(shown.contains("access"));
        assert!(!shown.contains("s3cr3t") && !shown.contains("Passw0rd"), "{shown}");
    }
}
