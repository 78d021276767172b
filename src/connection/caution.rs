//! What has to be said about an address before keys are used with it.

/// Something to think about before connecting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// The relay is on another origin than the page, this one: whose is it?
    Elsewhere(String),
    /// The relay takes a whole address, as public proxies do; on this origin.
    Proxy(String),
    /// Requests to this host are not encrypted.
    Unencrypted(String),
}

/// What is to be said about a relay and a gateway, for a page of this origin.
pub fn cautions(page: &str, relay: &str, gateway: &str) -> Vec<Caution> {
    let relay = relay.trim();
    let mut found = Vec::new();
    let target = target(page, relay, gateway);
    if relay.contains("{url") {
        found.push(Caution::Proxy(target.to_owned()));
    } else if !relay.is_empty() && target != page {
        found.push(Caution::Elsewhere(target.to_owned()));
    }
    for origin in [target, origin(gateway.trim())] {
        if let Some(host) = origin.strip_prefix("http://").filter(|host| !is_loopback(host)) {
            let caution = Caution::Unencrypted(host.to_owned());
            if !found.contains(&caution) {
                found.push(caution);
            }
        }
    }
    found
}

/// The origin that requests are sent to, for a page of this origin.
pub fn target<'a>(page: &'a str, relay: &'a str, gateway: &'a str) -> &'a str {
    match relay.trim() {
        // Without a relay.
        "" => origin(gateway.trim()),
        own if own.starts_with('/') => page,
        other => origin(other),
    }
}

/// Scheme, host and port of an address.
fn origin(address: &str) -> &str {
    let start = address.find("://").map_or(0, |scheme| scheme + 3);
    let length = address.get(start..).and_then(|rest| rest.find(['/', '?', '{', '\\']));
    length.and_then(|length| address.get(..start + length)).unwrap_or(address)
}

/// Whether a host, with or without a port, is this computer.
fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let ipv4 = name.starts_with("127.") && name.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    ipv4 || name == "localhost" || name.ends_with(".localhost") || name == "[::1]"
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://console.example";
    const GATEWAY: &str = "https://gateway.example";

    #[test]
    fn says_nothing_about_what_is_right() {
        for relay in ["/relay", "", "https://console.example/relay", "https://console.example/{path}"] {
            assert_eq!(cautions(PAGE, relay, GATEWAY), [], "{relay}");
        }
        let local = "http://127.0.0.1:8080";
        for gateway in
            ["http://127.0.0.1:4010", "http://localhost", "http://a.localhost:1", "http://[::1]:4010"]
        {
            assert_eq!(cautions(local, "/relay", gateway), [], "{gateway}");
        }
    }

    #[test]
    fn names_another_origin() {
        for relay in ["https://r.example/dbf", "https://r.example?path={path}", "https://r.example{path}"] {
            assert_eq!(
                cautions(PAGE, relay, GATEWAY),
                [Caution::Elsewhere("https://r.example".into())],
                "{relay}"
            );
        }
        let port = cautions(PAGE, "https://console.example:8443/relay", GATEWAY);
        assert_eq!(port, [Caution::Elsewhere("https://console.example:8443".into())]);
    }

    #[test]
    fn names_a_relay_that_is_addressed_as_public_proxies_are() {
        for (relay, origin) in [
            ("https://proxy.example/{url}", "https://proxy.example"),
            (" https://proxy.example/?url={url_encoded}", "https://proxy.example"),
            ("/proxy/{url}", PAGE),
        ] {
            assert_eq!(cautions(PAGE, relay, GATEWAY), [Caution::Proxy(origin.into())], "{relay}");
        }
    }

    #[test]
    fn knows_where_requests_go() {
        assert_eq!(target(PAGE, "/relay", GATEWAY), PAGE);
        assert_eq!(target(PAGE, " ", "https://gateway.example/ "), GATEWAY);
        assert_eq!(target(PAGE, "https://r.example/{url}", GATEWAY), "https://r.example");
    }

    #[test]
    fn names_a_host_that_is_reached_without_encryption() {
        let unencrypted = |host: &str| Caution::Unencrypted(host.into());
        assert_eq!(
            cautions(PAGE, "/relay", "http://gateway.example:80"),
            [unencrypted("gateway.example:80")]
        );
        assert_eq!(cautions("http://intranet", "/relay", GATEWAY), [unencrypted("intranet")]);
        assert_eq!(
            cautions(PAGE, "http://r.example/x", GATEWAY),
            [Caution::Elsewhere("http://r.example".into()), unencrypted("r.example")]
        );
        // What only looks like this computer.
        for host in ["127.0.0.1.evil.example", "127.0.0.1@evil.example", "localhost.evil.example"] {
            assert_eq!(cautions(PAGE, "", &format!("http://{host}")), [unencrypted(host)]);
        }
    }
}
