//! The relay: the URL that a request is sent to. The signature always covers the path that the
//! gateway receives, whatever the relay's own URL looks like.

use databoxframe::percent_encode;

use super::url::{UrlError, judge, split};

/// A relay's URL, as a prefix or a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relay(String);

const PLACEHOLDERS: [&str; 3] = ["{path}", "{url}", "{url_encoded}"];

impl Relay {
    /// Reads a URL: empty (no relay), a prefix (`/relay`, `https://host/prefix`), or a template
    /// with exactly one of `{path}`, `{url}`, `{url_encoded}`.
    ///
    /// # Errors
    /// See [`UrlError`].
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        let text = text.trim();
        if !text.is_empty() {
            check(text)?;
        }
        Ok(Self(text.to_owned()))
    }

    /// Prefix of the demo's URLs. Users can't type it.
    pub const DEMO: &str = "demo:";

    /// The simulator in this browser.
    pub fn demo() -> Self {
        Self(Self::DEMO.to_owned())
    }

    /// Whether the relay is the simulator in this browser.
    pub fn is_demo(&self) -> bool {
        self.0 == Self::DEMO
    }

    /// The original text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The URL to send to, for `path_and_query` at `gateway` (scheme and host).
    pub fn url(&self, gateway: &str, path_and_query: &str) -> String {
        let target = || format!("{gateway}{path_and_query}");
        if self.0.is_empty() {
            target()
        } else if self.0.contains("{path}") {
            // The path begins with a slash; a template that ends in one must not double it.
            self.0.replace("/{path}", path_and_query).replace("{path}", path_and_query)
        } else if self.0.contains("{url}") {
            self.0.replace("{url}", &target())
        } else if self.0.contains("{url_encoded}") {
            self.0.replace("{url_encoded}", &percent_encode(&target()).to_string())
        } else {
            format!("{}{path_and_query}", self.0.trim_end_matches('/'))
        }
    }
}

/// Whether all requests reach the gateway with their queries, and no other host.
fn check(text: &str) -> Result<(), UrlError> {
    let relative = text.starts_with('/');
    // The part after the host. Browsers take `//host` and `/\host` for other hosts.
    let rest = if relative { text } else { split(text)?.1 };
    if rest.starts_with("//") && relative {
        return Err(UrlError::Scheme);
    }
    if text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '#' | '\\')) {
        return Err(UrlError::Character);
    }
    let mut found = PLACEHOLDERS.into_iter().filter(|placeholder| rest.contains(placeholder));
    let placeholder = found.next();
    let braces = if placeholder.is_some() { 2 } else { 0 };
    if found.next().is_some() || text.matches(['{', '}']).count() != braces {
        return Err(UrlError::Placeholder);
    }
    let (before, after) = placeholder.and_then(|it| rest.split_once(it)).unwrap_or((rest, ""));
    if placeholder != Some("{url_encoded}") {
        if before.contains('?') {
            return Err(UrlError::BehindQuery);
        }
        if !after.is_empty() {
            return Err(UrlError::NotLast);
        }
    }
    // Only a path begins with a slash: other text would become a part of the host.
    if before.is_empty() && placeholder.is_some_and(|it| it != "{path}") {
        return Err(UrlError::Host);
    }
    judge(&Relay(text.to_owned()).url("https://gateway.example", "/api?a=b"), relative)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GATEWAY: &str = "https://gateway.example";
    const PATH: &str = "/api/v1/a?b=%ED%95%9C%20c";

    fn url(relay: &str) -> String {
        Relay::parse(relay).unwrap().url(GATEWAY, PATH)
    }

    #[test]
    fn prefixes_and_templates_become_urls() {
        assert_eq!(url(""), "https://gateway.example/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(url("/relay"), "/relay/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(url("/relay/"), "/relay/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(url("https://r.example/dbf"), "https://r.example/dbf/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(url("/x/{path}"), "/x/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(url("/x{path}"), "/x/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(
            url("https://r.example/{url}"),
            "https://r.example/https://gateway.example/api/v1/a?b=%ED%95%9C%20c"
        );
        assert_eq!(
            url("https://r.example/?url={url_encoded}"),
            "https://r.example/?url=https%3A%2F%2Fgateway.example%2Fapi%2Fv1%2Fa%3Fb%3D%25ED%2595%259C%2520c"
        );
    }

    #[test]
    fn the_demo_has_urls_of_its_own_and_cannot_be_typed() {
        assert_eq!(Relay::demo().url(GATEWAY, PATH), "demo:/api/v1/a?b=%ED%95%9C%20c");
        assert!(Relay::demo().is_demo());
        assert_eq!(Relay::parse(Relay::DEMO), Err(UrlError::Scheme));
    }

    #[test]
    fn refuses_what_would_go_elsewhere_or_nowhere() {
        for (relay, error) in [
            ("relay", UrlError::Scheme),
            ("//evil.example", UrlError::Scheme),
            ("/\\evil.example", UrlError::Character),
            ("/\t/evil.example", UrlError::Character),
            ("javascript:alert(1)", UrlError::Scheme),
            ("ftp://x", UrlError::Scheme),
            ("https://", UrlError::Host),
            ("https:///x", UrlError::Host),
            ("https:///{url}", UrlError::Host),
            ("https://{path}", UrlError::Host),
            ("https://r.example{url}", UrlError::Host),
            ("https://r.example{url_encoded}", UrlError::Host),
            ("https://r.example:99999/relay", UrlError::Port),
            ("https://user:pw@r.example/relay", UrlError::Credentials),
            ("https://user:pw@r.example{path}", UrlError::Credentials),
            ("/a/{nope}", UrlError::Placeholder),
            ("/{path}{url}", UrlError::Placeholder),
            ("/{path}{path}", UrlError::Placeholder),
            ("/{", UrlError::Placeholder),
            ("/a b", UrlError::Character),
            ("/a#b", UrlError::Character),
            ("/#{url}", UrlError::Character),
        ] {
            assert_eq!(Relay::parse(relay), Err(error), "{relay}");
        }
    }

    #[test]
    fn refuses_what_would_lose_a_requests_query() {
        for (relay, error) in [
            ("https://r.example/?url={url}", UrlError::BehindQuery),
            ("https://r.example?path={path}", UrlError::BehindQuery),
            ("/relay?{path}", UrlError::BehindQuery),
            ("/relay?to=", UrlError::BehindQuery),
            ("https://r.example/{url}?key=1", UrlError::NotLast),
            ("/x/{path}/y", UrlError::NotLast),
        ] {
            assert_eq!(Relay::parse(relay), Err(error), "{relay}");
        }
        for relay in [
            "https://r.example/?url={url_encoded}&key=1",
            "/r/{url_encoded}",
            " https://r.example?u={url_encoded}",
        ] {
            assert_eq!(Relay::parse(relay).map(|relay| relay.0), Ok(relay.trim().to_owned()), "{relay}");
        }
    }
}
