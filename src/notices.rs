//! Sentences about finished writes.

use leptos::prelude::*;

/// Read out by screen readers, and shown until the next one or until they are closed.
#[derive(Clone, Copy)]
pub struct Notices(RwSignal<Option<String>>);

impl Notices {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The newest, tracked.
    pub fn get(self) -> Option<String> {
        self.0.get()
    }

    /// Says something, or nothing.
    pub fn set(self, text: Option<String>) {
        self.0.set(text);
    }
}

impl Default for Notices {
    fn default() -> Self {
        Self::new()
    }
}
