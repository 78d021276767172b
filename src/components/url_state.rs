//! The address bar as state: a link shows a colleague the same thing.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::params::ParamsMap;

/// The query of the address, readable and writable.
#[derive(Clone, Copy)]
pub struct UrlState {
    query: Memo<ParamsMap>,
    change: Callback<Vec<(String, String)>>,
}

impl UrlState {
    /// Of the current page.
    pub fn new() -> Self {
        let location = use_location();
        let navigate = StoredValue::new_local(use_navigate());
        let query = location.query;
        let change = Callback::new(move |changes: Vec<(String, String)>| {
            let mut map = query.get_untracked();
            for (name, value) in changes {
                map.remove(&name);
                if !value.is_empty() {
                    map.insert(name, value);
                }
            }
            let address = format!("{}{}", location.pathname.get_untracked(), map.to_query_string());
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate.with_value(|navigate| navigate(&address, options));
        });
        Self { query, change }
    }

    /// The value of a parameter, empty if it is absent; tracked.
    pub fn get(self, name: &str) -> String {
        self.query.with(|query| query.get_str(name).unwrap_or_default().to_owned())
    }

    /// Sets parameters in one step; an empty value removes one.
    pub fn set(self, changes: Vec<(String, String)>) {
        self.change.run(changes);
    }
}

impl Default for UrlState {
    fn default() -> Self {
        Self::new()
    }
}
