//! Forms that were begun: they outlive their page, so that a change of language, a lost
//! connection or a lock loses nothing that was typed. In memory only.

use super::values::Values;
use crate::reactive::{ArcRwSignal, RwSignal, StoredValue};

/// The forms of this page, by their address.
#[derive(Clone, Copy)]
pub struct Drafts(StoredValue<Vec<(String, ArcRwSignal<Values>)>>);

impl Drafts {
    /// None yet.
    pub fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    /// The form at an address, as it was left; made by `begin` the first time.
    pub fn open(self, path: &str, begin: impl FnOnce() -> Values) -> RwSignal<Values> {
        let values = self.0.try_update_value(|drafts| {
            if let Some((_, values)) = drafts.iter().find(|(other, _)| other == path) {
                return values.clone();
            }
            let values = ArcRwSignal::new(begin());
            drafts.push((path.to_owned(), values.clone()));
            values
        });
        RwSignal::from(values.unwrap_or_default())
    }

    /// Forgets the form at an address.
    pub fn forget(self, path: &str) {
        self.0.update_value(|drafts| {
            drafts.retain(|(other, _)| other != path);
        });
    }

    /// Forgets all: they may hold passwords.
    pub fn clear(self) {
        self.0.update_value(Vec::clear);
    }
}

impl Default for Drafts {
    fn default() -> Self {
        Self::new()
    }
}
