//! `/config.json`, beside the page: which connections a company offers.

use serde_json::{Map, Value};

use super::relay::Relay;

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// What the Connect page offers, at least one.
    pub connections: Vec<ConnectionConfig>,
    /// Whether relay and gateway may be typed.
    pub allow_custom_connections: bool,
    /// Whether the demo is offered.
    pub demo: bool,
    /// Language tag to start with.
    pub language: Option<String>,
    /// After how many minutes without input the page locks itself, at the latest; 0: never.
    pub idle_lock_minutes: u32,
    /// A text of the company's, shown on the Connect page.
    pub notice: Option<String>,
}

/// A connection on offer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectionConfig {
    /// Its name.
    pub name: String,
    /// Scheme and host of the API Gateway, without a path.
    pub gateway: String,
    /// See [`Relay`].
    pub relay: String,
    /// Keys of a simulator, for a connection that is no secret.
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
    /// It could not be read; with the HTTP status or the browser's message.
    Unreachable(String),
    /// It is not JSON; with the place.
    Syntax(String),
    /// This field is missing or of another kind.
    Field(String),
    /// It offers nothing and forbids typing.
    NoConnection,
    /// The relay of this connection is not usable.
    Relay(String),
    /// The gateway of this connection is no `https://host`.
    Gateway(String),
}

/// A part of the file with its place in it.
struct Part<'a> {
    object: &'a Map<String, Value>,
    place: String,
}

impl<'a> Part<'a> {
    fn of(value: &'a Value, place: String) -> Result<Self, ConfigError> {
        match value.as_object() {
            Some(object) => Ok(Self { object, place }),
            // The file itself has no name to say.
            None if place.is_empty() => Err(ConfigError::Syntax("not an object".to_owned())),
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
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreachable(text) | Self::Syntax(text) | Self::Field(text) => f.write_str(text),
            Self::NoConnection => write!(f, "connections: []"),
            Self::Relay(name) => write!(f, "connections[{name}].relay"),
            Self::Gateway(name) => write!(f, "connections[{name}].gateway"),
        }
    }
}

impl Config {
    /// The gateway of the public region (page: databoxframe-overview).
    pub const DEFAULT_GATEWAY: &str = "https://databoxframe.apigw.ntruss.com";

    /// Minutes without input until the page locks itself, if the file says nothing about it.
    pub const DEFAULT_IDLE_LOCK: u32 = 15;

    /// Reads and checks the file's text.
    ///
    /// # Errors
    /// The first thing that cannot be used.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let value: Value = databoxframe::parse_json(text.as_bytes())
            .map_err(|error| ConfigError::Syntax(error.to_string()))?;
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

impl ConnectionConfig {
    fn read(value: &Value, place: &str) -> Result<Self, ConfigError> {
        let part = Part::of(value, place.to_owned())?;
        let demo_keys = match part.object.get("demoKeys") {
            None | Some(Value::Null) => None,
            Some(keys) => {
                let keys = Part::of(keys, format!("{place}.demoKeys"))?;
                Some(DemoKeys { access_key: keys.text("accessKey")?, secret_key: keys.text("secretKey")? })
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

/// Whether this is `http(s)://host[:port]` without a path: a path would have to be signed.
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
            assert_eq!(field(no_object).to_string(), "not an object", "{no_object}");
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
        assert_eq!(with("ftp://x", Config::DEFAULT_GATEWAY), Err(ConfigError::Relay("A".into())));
        assert_eq!(with("/relay", "https://host/path"), Err(ConfigError::Gateway("A".into())));
        assert_eq!(with("/relay", "databoxframe"), Err(ConfigError::Gateway("A".into())));
        assert!(with("/relay", "http://127.0.0.1:4010").is_ok());
    }
}
