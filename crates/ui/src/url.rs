//! The page's URL, as far as components need it: its query as state, so that a link shows a colleague
//! the same thing, and links to other pages.

use leptos::prelude::*;

/// Name and value of a parameter.
pub type Parameter = (String, String);

/// The query of the current page's URL, readable and writable. The application's router provides it
/// as a context.
#[derive(Clone, Copy)]
pub struct UrlState {
    query: Signal<Vec<Parameter>>,
    change: Callback<Vec<Parameter>>,
    href: fn(&str) -> String,
}

impl UrlState {
    /// `change` sets parameters, and removes those whose value is empty. `href` makes the URL of a
    /// link of an application's path.
    pub fn new(
        query: Signal<Vec<Parameter>>,
        change: Callback<Vec<Parameter>>,
        href: fn(&str) -> String,
    ) -> Self {
        Self { query, change, href }
    }

    /// The one of the current page.
    pub fn here() -> Self {
        expect_context()
    }

    /// The value of a parameter, empty if it is absent; tracked.
    pub fn get(self, name: &str) -> String {
        self.query.with(|query| {
            query.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
        })
    }

    /// Sets parameters in one step; an empty value removes one.
    pub fn set(self, changes: Vec<Parameter>) {
        self.change.run(changes);
    }
}

/// The URL of a link to a page of the application, by its path.
pub fn href(path: &str) -> String {
    use_context::<UrlState>().map_or_else(|| path.to_owned(), |url| (url.href)(path))
}
