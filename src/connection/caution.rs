//! What has to be said about an address before keys are used with it.

/// Something to think about before connecting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// The relay is on another origin than the page.
    Elsewhere(String),
    /// Requests to this host are not encrypted.
    Unencrypted(String),
}

/// What is to be said about a relay and a gateway, for a page of this origin.
pub fn cautions(page: &str, relay: &str, gateway: &str) -> Vec<Caution> {
    let relay = relay.trim();
    let mut found = Vec::new();
    let relay_origin = match relay {
        "" => "",
        own if own.starts_with('/') => page,
        other => origin(other),
    };
    if !relay_origin.is_empty() && relay_origin != page {
        found.push(Caution::Elsewhere(relay_origin.to_owned()));
    }
    for origin in [relay_origin, origin(gateway.trim())] {
        if let Some(host) = origin.strip_prefix("http://").filter(|host| !is_loopback(host)) {
            let caution = Caution::Unencrypted(host.to_owned());
            if !found.contains(&caution) {
                found.push(caution);
            }
        }
    }
    found
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
        for relay in ["/relay", "", "https://console.example/relay", "https://console.example/{url}"] {
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
        for relay in
            ["https://r.example/dbf", "https://r.example?url={url_encoded}", "https://r.example{path}"]
        {
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
