//! The query of the address as state: a link shows a colleague the same thing.

use leptos::prelude::*;

use crate::router::{Router, use_router};

/// The query of the current page's address, readable and writable.
#[derive(Clone, Copy)]
pub struct UrlState(Router);

impl UrlState {
    /// Of the current page.
    pub fn new() -> Self {
        Self(use_router())
    }

    /// The value of a parameter, empty if it is absent; tracked.
    pub fn get(self, name: &str) -> String {
        self.0.address().with(|address| address.get(name).to_owned())
    }

    /// Sets parameters in one step; an empty value removes one.
    pub fn set(self, changes: Vec<(String, String)>) {
        let address = self.0.address().get_untracked().with(changes);
        self.0.replace(&address.to_string());
    }
}

impl Default for UrlState {
    fn default() -> Self {
        Self::new()
    }
}
