//! Errors of keys, URLs and remembered connections as text.

use databoxframe::KeyError;

use super::Texts;
use crate::connection::vault::VaultError;
use crate::connection::{ConnectionWarning, UrlError};
use crate::untrusted::{has_visible, line};

/// Why a remembered connection can't be opened.
pub fn vault_error(error: VaultError, t: &Texts) -> &'static str {
    let t = &t.keys.vault;
    match error {
        VaultError::Passphrase => t.passphrase,
        VaultError::Damaged => t.damaged,
        VaultError::Newer => t.newer,
        VaultError::Unavailable => t.unavailable,
    }
}

/// Why a key can't be used.
pub fn key_error(error: KeyError, t: &Texts) -> String {
    let t = &t.keys.error;
    match error {
        KeyError::Missing => t.missing.to_owned(),
        KeyError::AccessKey { position, character } => {
            let (shown, code) = (character.to_string(), format!("U+{:04X}", u32::from(character)));
            let named = if character.is_whitespace() {
                (t.space)(&code)
            } else if has_visible(&shown) {
                (t.visible)(&shown, &code)
            } else {
                (t.invisible)(&code)
            };
            (t.access_key)(position, &named)
        }
        // Without the character, which is secret.
        KeyError::SecretKey { position } => (t.secret_key)(position),
    }
}

/// Why a relay can't be used.
pub fn relay_error(error: UrlError, t: &Texts) -> &'static str {
    let (url, relay) = (&t.keys.url, &t.keys.relay);
    match error {
        UrlError::Credentials => url.credentials,
        UrlError::Host => url.host,
        UrlError::Port => url.port,
        UrlError::Scheme => relay.scheme,
        UrlError::Character | UrlError::Path => relay.character,
        UrlError::Placeholder => relay.placeholder,
        UrlError::BehindQuery => relay.behind_query,
        UrlError::NotLast => relay.not_last,
    }
}

/// Why a gateway can't be used.
pub fn gateway_error(error: UrlError, t: &Texts) -> &'static str {
    let url = &t.keys.url;
    match error {
        UrlError::Credentials => url.credentials,
        UrlError::Host => url.host,
        UrlError::Port => url.port,
        UrlError::Scheme
        | UrlError::Character
        | UrlError::Path
        | UrlError::Placeholder
        | UrlError::BehindQuery
        | UrlError::NotLast => t.keys.gateway,
    }
}

/// A warning about a connection as text, for a [`crate::untrusted::sentence`].
pub fn caution(caution: &ConnectionWarning, t: &Texts) -> String {
    let shown = |text: &str| line(text).words(t);
    let t = &t.keys.caution;
    match caution {
        ConnectionWarning::Elsewhere(origin) => {
            format!("{} {}", (t.elsewhere)(&shown(origin.as_str())), t.stranger)
        }
        ConnectionWarning::Proxy(origin) => format!("{} {}", (t.proxy)(&shown(origin.as_str())), t.stranger),
        ConnectionWarning::Unencrypted(origin) => (t.unencrypted)(&shown(origin.host())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn a_wrong_character_is_named_and_one_of_a_secret_is_not() {
        for (locale, hyphen, space, invisible) in [
            (Locale::English, "\"‐\" (U+2010)", "a space (U+00A0)", "invisible (U+200B)"),
            (Locale::Korean, "\"‐\"(U+2010)", "공백(U+00A0)", "보이지 않는 문자(U+200B)"),
        ] {
            let t = locale.texts();
            let said = |character| key_error(KeyError::AccessKey { position: 7, character }, t);
            for (character, shown) in
                [('‐', hyphen), ('Ａ', "(U+FF21)"), ('\u{a0}', space), ('\u{200b}', invisible)]
            {
                assert!(
                    said(character).contains(shown) && said(character).contains('7'),
                    "{}",
                    said(character)
                );
            }
            let secret = key_error(KeyError::SecretKey { position: 7 }, t);
            assert!(secret.contains('7') && !secret.contains("U+"), "{secret}");
        }
    }

    #[test]
    fn each_fault_of_a_url_is_said_in_both_languages() {
        use UrlError as E;
        for error in [
            E::Scheme,
            E::Host,
            E::Port,
            E::Credentials,
            E::Character,
            E::Path,
            E::Placeholder,
            E::BehindQuery,
            E::NotLast,
        ] {
            for said in [relay_error, gateway_error] {
                let [english, korean] = Locale::ALL.map(|locale| said(error, locale.texts()));
                assert!(!english.is_empty() && english.is_ascii() && !korean.is_ascii(), "{error:?}");
            }
        }
        assert!(relay_error(E::BehindQuery, Locale::English.texts()).contains("{url_encoded}"));
    }
}
