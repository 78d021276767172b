//! The relay: how the address of a request is made. The signature always covers the path
//! that the gateway receives, whatever the relay's own address looks like.

use crate::router::encode;

/// A relay's address, as a prefix or a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relay(String);

const PLACEHOLDERS: [&str; 3] = ["{path}", "{url}", "{url_encoded}"];

impl Relay {
    /// Reads an address: empty (no relay), a prefix (`/relay`, `https://host/prefix`), or a
    /// template with exactly one of `{path}`, `{url}`, `{url_encoded}`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let known: usize = PLACEHOLDERS.iter().map(|placeholder| text.matches(placeholder).count()).sum();
        let braces = text.matches(['{', '}']).count();
        let has_place = text.is_empty()
            || (text.starts_with('/') && !text.starts_with("//"))
            || text.starts_with("https://")
            || text.starts_with("http://");
        let plain = !text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '#');
        (has_place && plain && known <= 1 && braces == known * 2).then(|| Self(text.to_owned()))
    }

    /// How the addresses of the demo begin. Nobody can type it.
    pub const DEMO: &str = "demo:";

    /// The simulator in this browser.
    pub fn demo() -> Self {
        Self(Self::DEMO.to_owned())
    }

    /// Whether it is the simulator in this browser.
    pub fn is_demo(&self) -> bool {
        self.0 == Self::DEMO
    }

    /// The text it was read from.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address to send to, for `path_and_query` at `gateway` (scheme and host).
    pub fn address(&self, gateway: &str, path_and_query: &str) -> String {
        let url = || format!("{gateway}{path_and_query}");
        if self.0.is_empty() {
            url()
        } else if self.0.contains("{path}") {
            // The path begins with a slash; a template that ends in one must not double it.
            self.0.replace("/{path}", path_and_query).replace("{path}", path_and_query)
        } else if self.0.contains("{url}") {
            self.0.replace("{url}", &url())
        } else if self.0.contains("{url_encoded}") {
            self.0.replace("{url_encoded}", &encode(&url()))
        } else {
            format!("{}{path_and_query}", self.0.trim_end_matches('/'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GATEWAY: &str = "https://gateway.example";
    const PATH: &str = "/api/v1/a?b=%ED%95%9C%20c";

    fn address(relay: &str) -> String {
        Relay::parse(relay).unwrap().address(GATEWAY, PATH)
    }

    #[test]
    fn prefixes_and_templates_become_addresses() {
        assert_eq!(address(""), "https://gateway.example/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(address("/relay"), "/relay/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(address("/relay/"), "/relay/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(address("https://r.example/dbf"), "https://r.example/dbf/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(address("/x/{path}"), "/x/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(address("/x{path}"), "/x/api/v1/a?b=%ED%95%9C%20c");
        assert_eq!(
            address("https://r.example/{url}"),
            "https://r.example/https://gateway.example/api/v1/a?b=%ED%95%9C%20c"
        );
        assert_eq!(
            address("https://r.example/?url={url_encoded}"),
            "https://r.example/?url=https%3A%2F%2Fgateway.example%2Fapi%2Fv1%2Fa%3Fb%3D%25ED%2595%259C%2520c"
        );
    }

    #[test]
    fn the_demo_has_addresses_of_its_own_and_cannot_be_typed() {
        assert_eq!(Relay::demo().address(GATEWAY, PATH), "demo:/api/v1/a?b=%ED%95%9C%20c");
        assert!(Relay::demo().is_demo());
        assert_eq!(Relay::parse(Relay::DEMO), None);
    }

    #[test]
    fn refuses_what_would_go_elsewhere_or_nowhere() {
        for relay in [
            "relay",
            "//evil.example",
            "javascript:alert(1)",
            "ftp://x",
            "/a/{nope}",
            "/{path}{url}",
            "/{",
            "/a b",
            "/a#b",
        ] {
            assert_eq!(Relay::parse(relay), None, "{relay}");
        }
    }
}
