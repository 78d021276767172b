//! Validation of the URLs of relays and gateways. The text is checked first, then the browser's own
//! parser, which requests use too.

/// Why a URL is invalid. Without any part of the URL, which may contain a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlError {
    /// The scheme is not `https://` or `http://`, or, for a relay, `/`.
    Scheme,
    /// No valid host.
    Host,
    /// The port is not a number up to 65535.
    Port,
    /// A user name or a password.
    Credentials,
    /// A blank, a control character, `\` or `#`.
    Character,
    /// A gateway with more than a host.
    Path,
    /// A brace without a placeholder, or more than one placeholder.
    Placeholder,
    /// A `?` before the placeholder, so that a request's own query would follow a second `?`.
    BehindQuery,
    /// Text after the placeholder, where a request's query ends.
    NotLast,
}

/// The host and port of `https://host:port/rest`, and the rest.
///
/// # Errors
/// See [`UrlError`].
pub fn split(url: &str) -> Result<(&str, &str), UrlError> {
    let after = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let after = after.ok_or(UrlError::Scheme)?;
    let end = after.find(['/', '?', '#', '\\', '{']).unwrap_or(after.len());
    let (authority, rest) = after.split_at_checked(end).unwrap_or((after, ""));
    if authority.contains('@') {
        return Err(UrlError::Credentials);
    }
    let (host, port) = match authority.rsplit_once(':') {
        // Colons in brackets belong to an IPv6 host.
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_port = |port: &str| port.parse::<u16>().is_ok() && port.bytes().all(|b| b.is_ascii_digit());
    if host.is_empty() {
        Err(UrlError::Host)
    } else if port.is_some_and(|port| !is_port(port)) {
        Err(UrlError::Port)
    } else {
        Ok((authority, rest))
    }
}

/// Parses a gateway: `https://host` or `http://host`, with an optional port. A path would have to
/// be signed.
///
/// # Errors
/// See [`UrlError`].
pub fn gateway(text: &str) -> Result<&str, UrlError> {
    let (authority, rest) = split(text)?;
    if !rest.is_empty() {
        return Err(UrlError::Path);
    }
    if authority.chars().any(|c| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | ':' | '[' | ']')) {
        return Err(UrlError::Host);
    }
    judge(text, false)?;
    Ok(text)
}

/// Checks a URL with the browser's parser. `relative`: it has to be on the page's own origin.
///
/// # Errors
/// See [`UrlError`].
#[cfg(target_arch = "wasm32")]
pub fn judge(url: &str, relative: bool) -> Result<(), UrlError> {
    let page = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    let parsed = if relative { web_sys::Url::new_with_base(url, &page) } else { web_sys::Url::new(url) };
    let parsed = parsed.map_err(|_| UrlError::Host)?;
    if !parsed.username().is_empty() || !parsed.password().is_empty() {
        Err(UrlError::Credentials)
    } else if !matches!(parsed.protocol().as_str(), "https:" | "http:")
        || (relative && parsed.origin() != page)
    {
        Err(UrlError::Scheme)
    } else {
        Ok(())
    }
}

/// For native tests, which have no browser.
///
/// # Errors
/// None.
#[cfg(not(target_arch = "wasm32"))]
pub fn judge(_: &str, _: bool) -> Result<(), UrlError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gateway_is_scheme_and_host() {
        for good in [
            "https://databoxframe.apigw.ntruss.com",
            "http://127.0.0.1:4010",
            "https://[::1]:1",
            "http://[::1]",
            "https://gateway.example:65535",
        ] {
            assert_eq!(gateway(good), Ok(good));
        }
        for (bad, error) in [
            ("", UrlError::Scheme),
            ("databoxframe", UrlError::Scheme),
            ("ftp://host", UrlError::Scheme),
            ("https:/host", UrlError::Scheme),
            ("https://", UrlError::Host),
            ("https:///x", UrlError::Host),
            ("https://:443", UrlError::Host),
            ("https://a b", UrlError::Host),
            ("https://ｇateway.example", UrlError::Host),
            ("https://host:99999", UrlError::Port),
            ("https://host:", UrlError::Port),
            ("https://host:+1", UrlError::Port),
            ("https://host:port", UrlError::Port),
            ("https://user:pw@host", UrlError::Credentials),
            ("https://user@host", UrlError::Credentials),
            ("https://@host", UrlError::Credentials),
            ("https://host/path", UrlError::Path),
            ("https://host?x", UrlError::Path),
            ("https://host/", UrlError::Path),
        ] {
            assert_eq!(gateway(bad), Err(error), "{bad}");
        }
    }
}
