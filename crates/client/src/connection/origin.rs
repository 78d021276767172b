//! Origins: scheme, host and port, as browsers compare them.

use super::url::{UrlError, split};

/// An origin in the normal form of browsers: lower case, ASCII, without the default port of the
/// scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// The origin of a URL that begins with `https://` or `http://`.
    ///
    /// # Errors
    /// See [`UrlError`].
    pub fn of(url: &str) -> Result<Self, UrlError> {
        let url = url.trim();
        let (_, rest) = split(url)?;
        canonical(url.strip_suffix(rest).unwrap_or(url)).map(Self).ok_or(UrlError::Host)
    }

    /// The origin of this page; `None` for a local file.
    pub fn of_page() -> Option<Self> {
        Self::of(&web_sys::window()?.location().origin().ok()?).ok()
    }

    /// The origin as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether requests to the origin are encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// Host, and port if it is not the default.
    pub fn host(&self) -> &str {
        self.0.split_once("://").map_or(self.as_str(), |(_, host)| host)
    }

    /// Whether the host is this computer.
    pub fn is_loopback(&self) -> bool {
        let name = match self.host().rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
            _ => self.host(),
        };
        let ipv4 = name.starts_with("127.") && name.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        ipv4 || name == "localhost" || name.ends_with(".localhost") || name == "[::1]"
    }
}

/// By the browser's parser, which requests use too.
#[cfg(target_arch = "wasm32")]
fn canonical(url: &str) -> Option<String> {
    web_sys::Url::new(url).ok().map(|url| url.origin())
}

/// For native tests, from the text alone. Hosts that are not ASCII and other notations of numbers
/// stay unchanged.
#[cfg(not(target_arch = "wasm32"))]
fn canonical(url: &str) -> Option<String> {
    let lower = url.to_ascii_lowercase();
    let (scheme, authority) = lower.split_once("://")?;
    let port = if scheme == "https" { ":443" } else { ":80" };
    Some(format!("{scheme}://{}", authority.strip_suffix(port).unwrap_or(authority)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_origin_has_one_way_of_writing() {
        for url in [
            "https://relay.example",
            "https://RELAY.example:443/dbf",
            " https://Relay.Example/{url}",
            "https://relay.example{path}",
            "https://relay.example:443/?url={url_encoded}",
        ] {
            assert_eq!(Origin::of(url).as_ref().map(Origin::as_str), Ok("https://relay.example"), "{url}");
        }
        let origin = |url| Origin::of(url).map(|origin| origin.0);
        assert_eq!(origin("http://relay.example:80"), Ok("http://relay.example".into()));
        assert_eq!(origin("http://relay.example:443"), Ok("http://relay.example:443".into()));
        assert_eq!(origin("https://[::1]:443/x"), Ok("https://[::1]".into()));
        for (url, error) in
            [("/relay", UrlError::Scheme), ("https://", UrlError::Host), ("", UrlError::Scheme)]
        {
            assert_eq!(origin(url), Err(error), "{url}");
        }
    }

    #[test]
    fn this_computer_has_many_names() {
        let is_loopback = |url| Origin::of(url).unwrap().is_loopback();
        for url in ["http://127.0.0.1:4010", "http://LOCALHOST", "http://a.localhost:1", "http://[::1]:4010"]
        {
            assert!(is_loopback(url), "{url}");
        }
        for url in ["http://127.0.0.1.evil.example", "http://localhost.evil.example", "http://relay.example"]
        {
            assert!(!is_loopback(url), "{url}");
        }
    }
}
