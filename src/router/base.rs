//! Where the console is on its host: `/` or below a path, as `<base>` of index.html says. All
//! other code knows addresses without it.

use leptos::prelude::document;

/// What is before the addresses of the console: `/databoxframe`, or nothing.
pub fn folder() -> String {
    let base = document().query_selector("base").ok().flatten();
    let href = base.and_then(|base| base.get_attribute("href")).unwrap_or_default();
    href.trim_end_matches('/').to_owned()
}

/// An address of the console, `/frames/83`, as links and the address bar have it.
pub fn href(address: &str) -> String {
    folder() + address
}

/// The address of the console in one of the host, if it is one.
pub fn strip<'a>(href: &'a str, folder: &str) -> Option<&'a str> {
    let inner = href.strip_prefix(folder)?;
    // Neither `/databoxframes` nor `//another.host`.
    (inner.starts_with('/') && !inner.starts_with("//")).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::strip;

    #[test]
    fn addresses_of_the_console_lie_in_its_folder() {
        assert_eq!(strip("/frames?q=a", ""), Some("/frames?q=a"));
        assert_eq!(strip("/dbf/frames", "/dbf"), Some("/frames"));
        assert_eq!(strip("/dbf/", "/dbf"), Some("/"));
        assert_eq!(strip("/dbf/dbf/", "/dbf"), Some("/dbf/"));
        for (href, folder) in [
            ("/frames", "/dbf"),
            ("/dbfs/frames", "/dbf"),
            ("/dbf", "/dbf"),
            ("//evil.example", ""),
            ("/dbf//evil.example", "/dbf"),
            ("#content", ""),
            ("https://evil.example/", ""),
        ] {
            assert_eq!(strip(href, folder), None, "{href} in {folder}");
        }
    }
}
