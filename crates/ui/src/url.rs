//! The page's URL, as far as components need it: its query as state, so that a link shows a colleague
//! the same thing, and links to other pages.

use leptos::prelude::*;

/// Name and value of a parameter.
pub type Parameter = (String, String);

/// A change of the query.
#[derive(Clone, Debug)]
pub enum QueryChange {
    /// These parameters are set, and removed where the value is empty.
    Set(Vec<Parameter>),
    /// The same, while somebody types: the address bar may follow after a pause.
    Type(Vec<Parameter>),
    /// Nobody types any more: the address bar follows now.
    Settle,
}

/// The query of the current page's URL, readable and writable. The application's router provides it
/// as a context.
#[derive(Clone, Copy)]
pub struct UrlState {
    query: Signal<Vec<Parameter>>,
    change: Callback<QueryChange>,
    base: StoredValue<String>,
}

impl UrlState {
    /// `base`: what stands before the application's paths in URLs.
    pub fn new(query: Signal<Vec<Parameter>>, change: Callback<QueryChange>, base: String) -> Self {
        Self { query, change, base: StoredValue::new(base) }
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
        self.change.run(QueryChange::Set(changes));
    }

    /// The same, while somebody types.
    pub fn type_in(self, changes: Vec<Parameter>) {
        self.change.run(QueryChange::Type(changes));
    }

    /// Says that nobody types any more.
    pub fn settle(self) {
        self.change.run(QueryChange::Settle);
    }
}

/// The URL of a link to a page of the application, by its path.
pub fn href(path: &str) -> String {
    let url = use_context::<UrlState>().map(|url| url.base.with_value(|base| format!("{base}{path}")));
    url.unwrap_or_else(|| path.to_owned())
}
