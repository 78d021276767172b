//! `/config.json`, beside the page: the connections that a company offers.

use databoxframe::{KeyError, check_access_key, check_secret_key, trim_key};
use serde_json::{Map, Value};

use super::relay::Relay;
use super::url::{UrlError, gateway};

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Connections of the Connect page; none only if custom ones are allowed.
    pub connections: Vec<ConnectionConfig>,
    /// Whether users may type relay and gateway.
    pub allow_custom_connections: bool,
    /// Whether the demo is offered.
    pub demo: bool,
    /// Language tag to start with.
    pub language: Option<String>,
    /// Longest time without input until the page locks itself, in minutes; 0: never.
    pub idle_lock_minutes: u32,
    /// Text of the company on the Connect page.
    pub notice: Option<String>,
}

/// A connection on offer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectionConfig {
    /// Name.
    pub name: String,
    /// Scheme and host of the API Gateway, without a path.
    pub gateway: String,
    /// See [`Relay`].
    pub relay: String,
    /// Keys of a simulator, which are no secret.
    pub demo_keys: Option<DemoKeys>,
}

/// Keys that only a simulator knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoKeys {
    /// Access key.
    pub access_key: String,
    /// Secret key.
    pub secret_key: String,
}

/// Why a `config.json` cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// The file could not be read. HTTP status or the browser's message.
    Unreachable(String),
    /// The file is not a JSON object. Line and column, if it is not JSON.
    Syntax(Option<(usize, usize)>),
    /// This field is absent or of another type.
    Field(String),
    /// No connection is offered, and custom connections are forbidden.
    NoConnection,
    /// The relay of this connection is invalid, and why.
    Relay(String, UrlError),
    /// The gateway of this connection is not `https://host`, and why.
    Gateway(String, UrlError),
    /// This field is an invalid key, and why.
    Key(String, KeyError),
}

/// A value of the file with its path.
struct Part<'a> {
    object: &'a Map<String, Value>,
    place: String,
}

impl<'a> Part<'a> {
    fn of(value: &'a Value, place: String) -> Result<Self, ConfigError> {
        match value.as_object() {
            Some(object) => Ok(Self { object, place }),
            // The file itself has no path.
            None if place.is_empty() => Err(ConfigError::Syntax(None)),
            None => Err(ConfigError::Field(place)),
        }
    }

    fn wrong(&self, name: &str) -> ConfigError {
        let dot = if self.place.is_empty() { "" } else { "." };
        ConfigError::Field(format!("{}{dot}{name}", self.place))
    }

    fn optional(&self, name: &str) -> Result<Option<String>, ConfigError> {
        match self.object.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(self.wrong(name)),
        }
    }

    fn unless_false(&self, name: &str) -> Result<bool, ConfigError> {
        match self.object.get(name) {
            None | Some(Value::Null) => Ok(true),
            Some(value) => value.as_bool().ok_or_else(|| self.wrong(name)),
        }
    }

    fn minutes(&self, name: &str) -> Result<u32, ConfigError> {
        match self.object.get(name) {
            None => Ok(Config::DEFAULT_IDLE_LOCK),
            Some(Value::Null) => Ok(0),
            Some(value) => {
                let minutes = value.as_u64().and_then(|minutes| u32::try_from(minutes).ok());
                minutes.ok_or_else(|| self.wrong(name))
            }
        }
    }

    fn text(&self, name: &str) -> Result<String, ConfigError> {
        self.optional(name)?.ok_or_else(|| self.wrong(name))
    }

    fn key(&self, name: &str, check: fn(&str) -> Result<(), KeyError>) -> Result<String, ConfigError> {
        let text = self.text(name)?;
        let key = trim_key(&text);
        if key.is_empty() {
            return Err(self.wrong(name));
        }
        check(key).map_err(|error| ConfigError::Key(format!("{}.{name}", self.place), error))?;
        Ok(key.to_owned())
    }
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreachable(text) | Self::Field(text) => f.write_str(text),
            Self::Syntax(_) => f.write_str("config.json"),
            Self::NoConnection => write!(f, "connections: []"),
            Self::Relay(name, _) => write!(f, "connections[{name}].relay"),
            Self::Gateway(name, _) => write!(f, "connections[{name}].gateway"),
            Self::Key(field, _) => f.write_str(field),
        }
    }
}

impl Config {
    /// The gateway of the public region (page: databoxframe-overview).
    pub const DEFAULT_GATEWAY: &str = "https://databoxframe.apigw.ntruss.com";

    /// Idle lock in minutes, if the file does not set it.
    pub const DEFAULT_IDLE_LOCK: u32 = 15;

    /// Parses and checks the text of the file.
    ///
    /// # Errors
    /// The first error.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let value: Value = databoxframe::parse_json(text.as_bytes())
            .map_err(|error| ConfigError::Syntax(Some((error.line(), error.column()))))?;
        let file = Part::of(&value, String::new())?;
        let list = file.object.get("connections").and_then(Value::as_array);
        let config = Self {
            connections: list
                .ok_or_else(|| file.wrong("connections"))?
                .iter()
                .enumerate()
                .map(|(index, value)| ConnectionConfig::read(value, &format!("connections[{index}]")))
                .collect::<Result<_, _>>()?,
            allow_custom_connections: file.unless_false("allowCustomConnections")?,
            demo: file.unless_false("demo")?,
            language: file.optional("language")?,
            idle_lock_minutes: file.minutes("idleLockMinutes")?,
            notice: file.optional("notice")?,
        };
        if config.connections.is_empty() && !config.allow_custom_connections {
            return Err(ConfigError::NoConnection);
        }
        for connection in &config.connections {
            let name = || connection.name.clone();
            Relay::parse(&connection.relay).map_err(|error| ConfigError::Relay(name(), error))?;
            gateway(&connection.gateway).map_err(|error| ConfigError::Gateway(name(), error))?;
        }
        Ok(config)
    }
}

impl ConnectionConfig {
    fn read(value: &Value, place: &str) -> Result<Self, ConfigError> {
        let part = Part::of(value, place.to_owned())?;
        let demo_keys = match part.object.get("demoKeys") {
            None | Some(Value::Null) => None,
            Some(keys) => {
                let keys = Part::of(keys, format!("{place}.demoKeys"))?;
                Some(DemoKeys {
                    access_key: keys.key("accessKey", check_access_key)?,
                    secret_key: keys.key("secretKey", check_secret_key)?,
                })
            }
        };
        Ok(Self {
            name: part.text("name")?,
            gateway: part.text("gateway")?,
            relay: part.text("relay")?,
            demo_keys,
        })
    }
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
        assert!(config.allow_custom_connections && config.demo && config.language.is_none());
        assert!(!Config::parse(r#"{"connections":[],"demo":false}"#).unwrap().demo);
    }

    #[test]
    fn the_idle_lock_is_on_unless_it_is_switched_off() {
        let minutes = |field: &str| {
            Config::parse(&format!(r#"{{"connections":[]{field}}}"#)).map(|config| config.idle_lock_minutes)
        };
        assert_eq!(minutes(""), Ok(15));
        assert_eq!(minutes(r#","idleLockMinutes":5"#), Ok(5));
        assert_eq!(minutes(r#","idleLockMinutes":0"#), Ok(0));
        assert_eq!(minutes(r#","idleLockMinutes":null"#), Ok(0));
        for wrong in ["-1", "1.5", "\"15\"", "true", "99999999999"] {
            let refused = minutes(&format!(r#","idleLockMinutes":{wrong}"#));
            assert_eq!(refused, Err(ConfigError::Field("idleLockMinutes".into())), "{wrong}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let with = |relay: &str, gateway: &str| {
            Config::parse(&format!(
                r#"{{"connections":[{{"name":"A","gateway":"{gateway}","relay":"{relay}"}}]}}"#
            ))
        };
        let field = |text: &str| Config::parse(text).unwrap_err();
        assert!(matches!(field("<html>"), ConfigError::Syntax(_)));
        for no_object in ["[]", "null", "\"text\"", "7"] {
            assert_eq!(field(no_object), ConfigError::Syntax(None), "{no_object}");
        }
        assert_eq!(field("{}"), ConfigError::Field("connections".into()));
        assert_eq!(
            field(r#"{"connections":[{"name":1}]}"#),
            ConfigError::Field("connections[0].name".into())
        );
        assert_eq!(field(r#"{"connections":[],"language":7}"#), ConfigError::Field("language".into()));
        assert_eq!(field(r#"{"connections":[],"demo":"no"}"#), ConfigError::Field("demo".into()));
        assert_eq!(
            field(
                r#"{"connections":[{"name":"A","gateway":"https://g","relay":"","demoKeys":{"accessKey":"A"}}]}"#
            ),
            ConfigError::Field("connections[0].demoKeys.secretKey".into())
        );
        assert_eq!(
            Config::parse(r#"{"connections":[],"allowCustomConnections":false}"#),
            Err(ConfigError::NoConnection)
        );
        for (relay, error) in [
            ("ftp://x", UrlError::Scheme),
            ("https://user:pw@relay.example", UrlError::Credentials),
            ("https://relay.example/?url={url}", UrlError::BehindQuery),
        ] {
            let refused = with(relay, Config::DEFAULT_GATEWAY).unwrap_err();
            assert_eq!(refused, ConfigError::Relay("A".into(), error));
            assert_eq!(refused.to_string(), "connections[A].relay");
        }
        for (gateway, error) in [
            ("https://host/path", UrlError::Path),
            ("databoxframe", UrlError::Scheme),
            ("https://h:99999", UrlError::Port),
        ] {
            assert_eq!(with("/relay", gateway), Err(ConfigError::Gateway("A".into(), error)), "{gateway}");
        }
        assert!(with("/relay", "http://127.0.0.1:4010").is_ok());
    }
    #[test]
    fn the_keys_of_a_simulator_are_checked_like_typed_ones() {
        let with = |access: &str, secret: &str| {
            let keys = serde_json::json!({ "accessKey": access, "secretKey": secret });
            let one =
                serde_json::json!({ "name": "A", "gateway": "https://g", "relay": "", "demoKeys": keys });
            Config::parse(&serde_json::json!({ "connections": [one] }).to_string())
        };
        let keys = with(" \u{feff}DEMO\u{a0}", "\tsecret\u{200b}").unwrap().connections.remove(0).demo_keys;
        assert_eq!(keys, Some(DemoKeys { access_key: "DEMO".into(), secret_key: "secret".into() }));
        let place = |name: &str| format!("connections[0].demoKeys.{name}");
        assert_eq!(
            with("DE‐MO", "secret"),
            Err(ConfigError::Key(place("accessKey"), KeyError::AccessKey { position: 3, character: '‐' }))
        );
        let secret = with("DEMO", "sec ret").unwrap_err();
        assert_eq!(secret, ConfigError::Key(place("secretKey"), KeyError::SecretKey { position: 4 }));
        assert_eq!(secret.to_string(), place("secretKey"));
        assert_eq!(with("DEMO", " "), Err(ConfigError::Field(place("secretKey"))));
    }
}
