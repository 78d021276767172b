//! The folder of the console on its host: `/` or a path, from `<base>` of index.html. All other
//! code uses paths without it.

use leptos::prelude::document;

use super::location::decode;

/// The folder of the console, as the location bar has it: `/databoxframe`,
/// `/%EB%8D%B0%EC%9D%B4%ED%84%B0`, or nothing.
pub fn folder() -> String {
    let base = document().query_selector("base").ok().flatten();
    let resolved = || {
        let href = base?.get_attribute("href")?;
        web_sys::Url::new_with_base(&href, &document().base_uri().ok()??).ok()
    };
    resolved().map(|url| url.pathname().trim_end_matches('/').to_owned()).unwrap_or_default()
}

/// The path on the host of a path of the console, `/frames/83`, for links and the location bar.
pub fn href(path: &str) -> String {
    folder() + path
}

/// The path of the console in a path of the host, if it lies in `folder`. The same folder can be
/// written in several ways: `/a~b`, `/a%7Eb`, `/a%7eb`.
pub fn strip<'a>(href: &'a str, folder: &str) -> Option<&'a str> {
    let mut inner = href;
    for name in folder.split('/').skip(1) {
        let rest = inner.strip_prefix('/')?;
        let (first, rest) = rest.split_at_checked(rest.find(['/', '?', '#'])?)?;
        if decode(first) != decode(name) {
            return None;
        }
        inner = rest;
    }
    // Neither `/databoxframes` nor `//another.host`.
    (inner.starts_with('/') && !inner.starts_with("//")).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::strip;

    #[test]
    fn paths_of_the_console_lie_in_its_folder() {
        assert_eq!(strip("/frames?q=a", ""), Some("/frames?q=a"));
        assert_eq!(strip("/dbf/frames", "/dbf"), Some("/frames"));
        assert_eq!(strip("/dbf/", "/dbf"), Some("/"));
        assert_eq!(strip("/dbf/dbf/", "/dbf"), Some("/dbf/"));
        for href in [
            "/a~b/%ED%95%9C%EA%B8%80.v1/frames",
            "/a%7Eb/%ed%95%9c%ea%b8%80%2Ev1/frames",
            "/a~b/한글.v1/frames",
        ] {
            for folder in ["/a~b/한글.v1", "/a~b/%ED%95%9C%EA%B8%80.v1", "/a%7eb/%ed%95%9c%ea%b8%80.v1"] {
                assert_eq!(strip(href, folder), Some("/frames"), "{href} in {folder}");
            }
        }
        for (href, folder) in [
            ("/a.b/frames", "/aXb"),
            ("/a%2Fb/frames", "/a/b"),
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
