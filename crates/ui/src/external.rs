//! URLs in answers that may become links.

/// The host of a URL that may become a link: `http` or `https`, and nothing in
/// it that a browser would read otherwise than a person. Everything else stays text.
pub fn host(address: &str) -> Option<&str> {
    // Neither white space nor controls, which browsers drop, nor what turns the writing
    // around; `\` counts as `/` in browsers.
    if !address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') {
        return None;
    }
    let (scheme, rest) = address.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    // Name and port; a user before an `@` looks like the host. Escapes have no place in a name.
    let name_and_port = |text: &str| {
        let (name, port) = text.split_once(':').unwrap_or((text, "0"));
        !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'))
            && is_port(port)
    };
    let numeric = |text: &str| {
        let Some((name, port)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) else {
            return false;
        };
        name.contains(':')
            && name.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'))
            && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
    };
    (name_and_port(authority) || numeric(authority)).then_some(authority)
}

/// The host that stands beside the link: what decides whether to follow it, unless the link says
/// nothing else.
pub fn host_beside(address: &str) -> Option<&str> {
    let host = host(address)?;
    let (_, rest) = address.split_once("://")?;
    (rest.strip_suffix('/').unwrap_or(rest) != host).then_some(host)
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::{host, host_beside};

    #[test]
    fn a_host_that_the_link_is_is_not_said_twice() {
        for (address, beside) in [
            ("https://vpn.example.com", None),
            ("https://vpn.example.com:8443/", None),
            ("https://vpn.example.com/start", Some("vpn.example.com")),
            ("https://vpn.example.com//", Some("vpn.example.com")),
            ("javascript:alert(1)", None),
        ] {
            assert_eq!(host_beside(address), beside, "{address}");
        }
    }

    #[test]
    fn web_addresses_open_and_show_their_host() {
        for (address, shown) in [
            ("https://hue.example.com:8888/hue/?a=b#c", "hue.example.com:8888"),
            ("HTTPS://10.0.1.2", "10.0.1.2"),
            ("http://box_1.internal?x=https://other.example/", "box_1.internal"),
            ("https://[fd00::1]:443/", "[fd00::1]:443"),
            ("https://good.example/@evil.example", "good.example"),
            ("https://xn--oy2b35ckwhba574atvuzkc.com/", "xn--oy2b35ckwhba574atvuzkc.com"),
        ] {
            assert_eq!(host(address), Some(shown), "{address}");
        }
    }

    #[test]
    fn anything_else_stays_text() {
        for address in [
            "",
            "hue.example.com",
            "//hue.example.com",
            "/frames",
            "https:/hue.example.com",
            "https:hue.example.com",
            "https://",
            "https:///path",
            "https://:443/",
            "https://host:/",
            "https://host:99999/",
            "https://host:+80/",
            "https://host:1:2/",
            "javascript:alert(1)",
            "javascript://hue.example.com/%0Aalert(1)",
            "JAVA\tscript:alert(1)",
            "java\nscript://hue.example.com/",
            "data:text/html,<script>alert(1)</script>",
            "data://text/html,x",
            "ftp://hue.example.com/",
            "file:///etc/passwd",
            "blob:https://hue.example.com/1",
            " https://hue.example.com/",
            "https://hue.example.com/ ",
            "https://hue.example.com/\u{0}",
            "ht\ttps://hue.example.com/",
            "https://user@hue.example.com/",
            "https://user:password@hue.example.com/",
            "https://good.example\\@evil.example/",
            "https://good.example%2eevil.example/",
            "https://\u{202e}moc.elpmaxe.live\u{202c}/",
            "https://good.example/\u{202e}gpj.exe",
            "https://g\u{43e}od.example/",
            "https://good\u{200b}.example/",
            "https://[fd00::1/",
            "https://[fd00::1]x/",
            "https://[]/",
        ] {
            assert_eq!(host(address), None, "{address:?}");
        }
    }
}
