//! Errors of `config.json` as text.

use super::{Texts, gateway_error, key_error, relay_error};
use crate::connection::ConfigError;

/// Place in the file or the browser's message, and the error.
pub fn config_error(error: &ConfigError, t: &Texts) -> (String, String) {
    let reason = match error {
        ConfigError::Unreachable(_) => t.config.unreachable.to_owned(),
        ConfigError::Syntax(_) => t.config.syntax.to_owned(),
        ConfigError::Field(_) => t.config.field.to_owned(),
        ConfigError::NoConnection => t.config.no_connection.to_owned(),
        ConfigError::Relay(_, error) => relay_error(*error, t).to_owned(),
        ConfigError::Gateway(_, error) => gateway_error(*error, t).to_owned(),
        ConfigError::Key(_, error) => key_error(*error, t),
    };
    let place = match error {
        ConfigError::Syntax(place) => place.map(|(line, column)| (t.config.place)(line, column)),
        other => Some(other.to_string()),
    };
    (place.unwrap_or_default(), reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connection::Config;
    use crate::locale::Locale;

    #[test]
    fn each_reason_is_said_in_both_languages() {
        for (text, place) in [
            ("{\n ]", "Line 2, column 2"),
            ("[]", ""),
            ("{}", "connections"),
            (r#"{"connections":[],"allowCustomConnections":false}"#, "connections: []"),
            (
                r#"{"connections":[{"name":"A","gateway":"https://g","relay":"ftp://r"}]}"#,
                "connections[A].relay",
            ),
            (r#"{"connections":[{"name":"A","gateway":"g","relay":""}]}"#, "connections[A].gateway"),
        ] {
            let error = Config::parse(text).unwrap_err();
            let [(english, reason), (korean, korean_reason)] =
                Locale::ALL.map(|locale| config_error(&error, locale.texts()));
            assert_eq!(english, place, "{text}");
            assert!(
                reason.is_ascii() && !reason.is_empty() && !korean_reason.is_ascii(),
                "{text}: {reason} {korean_reason}"
            );
            assert_eq!(korean.is_ascii(), !place.starts_with("Line"), "{korean}");
        }
    }
}
