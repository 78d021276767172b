//! Warnings about a relay and a gateway, before keys are used with them.

use super::origin::Origin;
use super::relay::Relay;

/// A warning about a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConnectionWarning {
    /// The relay is on this origin, not on the page's.
    Elsewhere(Origin),
    /// The relay on this origin takes a whole URL, as public proxies do.
    Proxy(Origin),
    /// Requests to this origin are not encrypted.
    Unencrypted(Origin),
}

/// The origins of a request's way, parsed once, so that all warnings compare the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hops {
    page: Origin,
    gateway: Origin,
    /// First origin: of the relay, or of the gateway without a relay.
    target: Origin,
    has_relay: bool,
    takes_urls: bool,
}

impl Hops {
    /// The way from a page of this origin. `None` if the gateway is invalid.
    pub fn new(page: Origin, relay: &Relay, gateway: &str) -> Option<Self> {
        let gateway = Origin::of(gateway).ok()?;
        let text = relay.as_str();
        let target = if text.is_empty() {
            gateway.clone()
        } else if text.starts_with('/') || relay.is_demo() {
            page.clone()
        } else {
            Origin::of(text).ok()?
        };
        let (has_relay, takes_urls) = (!text.is_empty(), text.contains("{url"));
        Some(Self { page, gateway, target, has_relay, takes_urls })
    }

    /// Whether the first origin is the page's own.
    pub fn is_same_origin(&self) -> bool {
        self.target == self.page
    }

    /// Whether there is a relay.
    pub fn has_relay(&self) -> bool {
        self.has_relay
    }

    /// Whether the whole known way is encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.target.is_encrypted() && self.gateway.is_encrypted()
    }

    /// The warnings.
    pub fn warnings(&self) -> Vec<ConnectionWarning> {
        let mut found = Vec::new();
        if self.takes_urls {
            found.push(ConnectionWarning::Proxy(self.target.clone()));
        } else if self.has_relay && !self.is_same_origin() {
            found.push(ConnectionWarning::Elsewhere(self.target.clone()));
        }
        for origin in [&self.target, &self.gateway] {
            let warning = ConnectionWarning::Unencrypted(origin.clone());
            if !origin.is_encrypted() && !origin.is_loopback() && !found.contains(&warning) {
                found.push(warning);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://console.example";
    const GATEWAY: &str = "https://gateway.example";

    fn origin(url: &str) -> Origin {
        Origin::of(url).unwrap()
    }

    fn hops(page: &str, relay: &str, gateway: &str) -> Hops {
        Hops::new(origin(page), &Relay::parse(relay).unwrap(), gateway).unwrap()
    }

    fn warnings(page: &str, relay: &str, gateway: &str) -> Vec<ConnectionWarning> {
        hops(page, relay, gateway).warnings()
    }

    #[test]
    fn does_not_warn_of_what_is_right() {
        for relay in [
            "/relay",
            "",
            "https://console.example/relay",
            "https://console.example/{path}",
            "https://CONSOLE.example/relay",
            "https://console.example:443/relay",
            "https://Console.Example:443{path}",
        ] {
            let hops = hops(PAGE, relay, GATEWAY);
            assert_eq!(hops.warnings(), [], "{relay}");
            assert_eq!(hops.is_same_origin(), !relay.is_empty(), "{relay}");
        }
        let local = "http://127.0.0.1:8080";
        for gateway in
            ["http://127.0.0.1:4010", "http://localhost", "http://a.LOCALHOST:1", "http://[::1]:4010"]
        {
            assert_eq!(warnings(local, "/relay", gateway), [], "{gateway}");
        }
        assert_eq!(Hops::new(origin(local), &Relay::demo(), GATEWAY).unwrap().warnings(), []);
    }

    #[test]
    fn names_another_origin() {
        let elsewhere = |url: &str| [ConnectionWarning::Elsewhere(origin(url))];
        for relay in ["https://r.example/dbf", "https://R.example:443/dbf", "https://r.example{path}"] {
            assert_eq!(warnings(PAGE, relay, GATEWAY), elsewhere("https://r.example"), "{relay}");
        }
        for port in ["8443", "80"] {
            let other = format!("https://console.example:{port}");
            assert_eq!(warnings(PAGE, &format!("{other}/relay"), GATEWAY), elsewhere(&other));
        }
    }

    #[test]
    fn names_a_relay_that_takes_urls_as_public_proxies_do() {
        for (relay, target) in [
            ("https://proxy.example/{url}", "https://proxy.example"),
            (" https://proxy.example/?url={url_encoded}", "https://proxy.example"),
            ("/proxy/{url}", PAGE),
        ] {
            assert_eq!(warnings(PAGE, relay, GATEWAY), [ConnectionWarning::Proxy(origin(target))], "{relay}");
        }
    }

    #[test]
    fn names_a_host_that_is_reached_without_encryption() {
        let unencrypted = |url: &str| ConnectionWarning::Unencrypted(origin(url));
        // Once, in whatever way it is written.
        assert_eq!(
            warnings("http://intranet", "http://INTRANET:80/relay", "http://Intranet"),
            [unencrypted("http://intranet")]
        );
        assert_eq!(warnings("http://intranet", "/relay", GATEWAY), [unencrypted("http://intranet")]);
        let relay = "http://r.example/x";
        assert_eq!(
            warnings(PAGE, relay, GATEWAY),
            [ConnectionWarning::Elsewhere(origin(relay)), unencrypted(relay)]
        );
        // What only looks like this computer.
        for gateway in ["http://127.0.0.1.evil.example", "http://localhost.evil.example:81"] {
            assert_eq!(warnings(PAGE, "", gateway), [unencrypted(gateway)]);
        }
    }
}
