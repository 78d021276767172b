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
        let values = self.forms.try_update_value(|drafts| {
            if let Some((_, values)) = drafts.iter().find(|(other, _)| other == path) {
                return values.clone();
            }
            let values = ArcRwSignal::new(begin());
            drafts.push((path.to_owned(), values.clone()));
            values
        });
        RwSignal::from(values.unwrap_or_default())
    }

    /// The reason in a dialog at an address, as it was left.
    pub fn reason(self, path: &str) -> RwSignal<String> {
        let typed = self.reasons.try_update_value(|reasons| {
            if let Some((_, typed)) = reasons.iter().find(|(other, _)| other == path) {
                return typed.clone();
            }
            let typed = ArcRwSignal::new(String::new());
            reasons.push((path.to_owned(), typed.clone()));
            typed
        });
        RwSignal::from(typed.unwrap_or_default())
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

impl Default for Drafts {
    fn default() -> Self {
        Self::new()
    }
}
