//! Forms and reasons that were begun: they outlive their page, so that a change of language, a lost
//! connection or a lock loses nothing that was typed. In memory only.

use super::values::Values;
use crate::reactive::{ArcRwSignal, RwSignal, StoredValue};

/// What was begun, each by the address of its page.
#[derive(Clone, Copy)]
pub struct Drafts {
    forms: StoredValue<Vec<(String, ArcRwSignal<Values>)>>,
    reasons: StoredValue<Vec<(String, ArcRwSignal<String>)>>,
}

impl Drafts {
    /// None yet.
    pub fn new() -> Self {
        Self { forms: StoredValue::new(Vec::new()), reasons: StoredValue::new(Vec::new()) }
    }

    /// The form at an address, as it was left; made by `begin` the first time.
    pub fn open(self, path: &str, begin: impl FnOnce() -> Values) -> RwSignal<Values> {
        kept(self.forms, path, begin)
    }

    /// The reason in a dialog at an address, as it was left.
    pub fn reason(self, path: &str) -> RwSignal<String> {
        kept(self.reasons, path, String::new)
    }

    /// Forgets the form at an address.
    pub fn forget(self, path: &str) {
        self.forms.update_value(|drafts| {
            drafts.retain(|(other, _)| other != path);
        });
    }

    /// Forgets all: they may hold passwords.
    pub fn clear(self) {
        self.forms.update_value(Vec::clear);
        self.reasons.update_value(Vec::clear);
    }
}

/// What is kept for an address; made by `begin` the first time.
fn kept<T: Clone + Default + Send + Sync + 'static>(
    all: StoredValue<Vec<(String, ArcRwSignal<T>)>>,
    path: &str,
    begin: impl FnOnce() -> T,
) -> RwSignal<T> {
    let one = all.try_update_value(|all| {
        if let Some((_, one)) = all.iter().find(|(other, _)| other == path) {
            return one.clone();
        }
        let one = ArcRwSignal::new(begin());
        all.push((path.to_owned(), one.clone()));
        one
    });
    RwSignal::from(one.unwrap_or_default())
}

impl Default for Drafts {
    fn default() -> Self {
        Self::new()
    }
}
