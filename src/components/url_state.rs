//! State in the query of the URL: a link shows a colleague the same thing.

use leptos::prelude::*;

use crate::router::{Router, use_router};

/// Query of the current page's URL.
#[derive(Clone, Copy)]
pub struct UrlState(Router);

impl UrlState {
    /// Of the current page.
    pub fn new() -> Self {
        Self(use_router())
    }

    /// The value of a parameter, empty if it is absent; tracked.
    pub fn get(self, name: &str) -> String {
        self.0.location().with(|location| location.get(name).to_owned())
    }

    /// Sets parameters in one step; an empty value removes one.
    pub fn set(self, changes: Vec<(String, String)>) {
        let location = self.0.location().get_untracked().with(changes);
        self.0.replace(&location.to_string());
    }
}

impl Default for UrlState {
    fn default() -> Self {
        Self::new()
    }
}
