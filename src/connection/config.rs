//! `/config.json`, beside the page: which connections a company offers.

use serde::Deserialize;

use super::relay::Relay;

/// The whole file.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub struct Config {
    /// What the Connect page offers, at least one.
    pub connections: Vec<ConnectionConfig>,
    /// Whether relay and gateway may be typed.
    #[serde(default = "yes")]
    pub allow_custom_connections: bool,
    /// Language tag to start with.
    #[serde(default)]
    pub language: Option<String>,
    /// A text of the company's, shown on the Connect page.
    #[serde(default)]
    pub notice: Option<String>,
}

fn yes() -> bool {
    true
}

/// A connection on offer.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct ConnectionConfig {
    /// Its name.
    pub name: String,
    /// Scheme and host of the API Gateway, without a path.
    pub gateway: String,
    /// See [`Relay`].
    pub relay: String,
    /// Keys of a simulator, for a connection that is no secret.
    #[serde(default, rename = "demoKeys")]
    pub demo_keys: Option<DemoKeys>,
}

/// Keys that only a simulator knows.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub struct DemoKeys {
    /// Access key.
    pub access_key: String,
    /// Secret key.
    pub secret_key: String,
}

/// Why a `config.json` cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// It could not be read; with the HTTP status or the browser's message.
    Unreachable(String),
    /// It is not JSON of this shape; with the place.
    Invalid(String),
    /// It offers nothing and forbids typing.
    NoConnection,
    /// The relay of this connection is not usable.
    Relay(String),
    /// The gateway of this connection is no `https://host`.
    Gateway(String),
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreachable(why) => write!(f, "{why}"),
            Self::Invalid(why) => write!(f, "{why}"),
            Self::NoConnection => write!(f, "connections: []"),
            Self::Relay(name) => write!(f, "connections[{name}].relay"),
            Self::Gateway(name) => write!(f, "connections[{name}].gateway"),
        }
    }
}

impl Config {
    /// The gateway of the public region (page: databoxframe-overview).
    pub const DEFAULT_GATEWAY: &str = "https://databoxframe.apigw.ntruss.com";

    /// Reads and checks the file's text.
    ///
    /// # Errors
    /// The first thing that cannot be used.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let config: Self =
            serde_json::from_str(text).map_err(|error| ConfigError::Invalid(error.to_string()))?;
        if config.connections.is_empty() && !config.allow_custom_connections {
            return Err(ConfigError::NoConnection);
        }
        for connection in &config.connections {
            if Relay::parse(&connection.relay).is_none() {
                return Err(ConfigError::Relay(connection.name.clone()));
            }
            if !is_origin(&connection.gateway) {
                return Err(ConfigError::Gateway(connection.name.clone()));
            }
        }
        Ok(config)
    }
}

/// `http(s)://host[:port]` without a path: a path would have to be signed.
pub fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| {
        !host.is_empty()
            && host
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':' | b'[' | b']'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_documented_file() {
        let config = Config::parse(
            r#"{ "connections": [ { "name": "NAVER Cloud (Korea)", "gateway": "https://databoxframe.apigw.ntruss.com", "relay": "/relay" } ],
                 "allowCustomConnections": true, "language": null, "idleLockMinutes": 15, "notice": null }"#,
        )
        .unwrap();
        assert_eq!(config.connections[0].relay, "/relay");
        assert!(config.allow_custom_connections && config.language.is_none());
    }

    #[test]
    fn says_what_is_wrong() {
        let with = |relay: &str, gateway: &str| {
            Config::parse(&format!(
                r#"{{"connections":[{{"name":"A","gateway":"{gateway}","relay":"{relay}"}}]}}"#
            ))
        };
        assert!(matches!(Config::parse("<html>"), Err(ConfigError::Invalid(_))));
        assert!(matches!(Config::parse("{}"), Err(ConfigError::Invalid(_))));
        assert_eq!(
            Config::parse(r#"{"connections":[],"allowCustomConnections":false}"#),
            Err(ConfigError::NoConnection)
        );
        assert_eq!(with("ftp://x", Config::DEFAULT_GATEWAY), Err(ConfigError::Relay("A".into())));
        assert_eq!(with("/relay", "https://host/path"), Err(ConfigError::Gateway("A".into())));
        assert_eq!(with("/relay", "databoxframe"), Err(ConfigError::Gateway("A".into())));
        assert!(with("/relay", "http://127.0.0.1:4010").is_ok());
    }
}
