//! Unsaved drafts of forms, reasons and edited bodies: they outlive their page and their dialog, so
//! that a change of language, a lost connection, a lock or Escape loses nothing that was typed. In
//! memory only.

use super::values::Values;
use crate::write::{DraftKey, Edit};
use leptos::prelude::*;

/// Drafts: of forms by the path of their page, of confirmations by the requests they are about.
#[derive(Clone, Copy)]
pub struct Drafts {
    forms: StoredValue<Vec<(String, ArcRwSignal<Values>)>>,
    reasons: StoredValue<Vec<(DraftKey, ArcRwSignal<String>)>>,
    edits: StoredValue<Vec<(DraftKey, ArcRwSignal<Option<Edit>>)>>,
}

impl Drafts {
    /// None yet.
    pub fn new() -> Self {
        Self {
            forms: StoredValue::new(Vec::new()),
            reasons: StoredValue::new(Vec::new()),
            edits: StoredValue::new(Vec::new()),
        }
    }

    /// The form at a path, as it was left; made by `begin` the first time.
    pub fn open(self, path: &str, begin: impl FnOnce() -> Values) -> RwSignal<Values> {
        kept(self.forms, &path.to_owned(), begin)
    }

    /// The reason for these requests, as it was left.
    pub fn reason(self, key: &DraftKey) -> RwSignal<String> {
        kept(self.reasons, key, String::new)
    }

    /// The edited body of this request, as it was left.
    pub fn edit(self, key: &DraftKey) -> RwSignal<Option<Edit>> {
        kept(self.edits, key, || None)
    }

    /// Forgets the form at a path.
    pub fn forget(self, path: &str) {
        self.forms.update_value(|drafts| drafts.retain(|(other, _)| other != path));
    }

    /// Forgets what was typed for these requests.
    pub fn forget_confirmation(self, key: &DraftKey) {
        self.reasons.update_value(|drafts| drafts.retain(|(other, _)| other != key));
        self.edits.update_value(|drafts| drafts.retain(|(other, _)| other != key));
    }

    /// Forgets all: they may hold passwords.
    pub fn clear(self) {
        self.forms.update_value(Vec::clear);
        self.reasons.update_value(Vec::clear);
        self.edits.update_value(Vec::clear);
    }
}

/// The draft of a key; made by `begin` the first time.
fn kept<K, T>(all: StoredValue<Vec<(K, ArcRwSignal<T>)>>, key: &K, begin: impl FnOnce() -> T) -> RwSignal<T>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + Default + Send + Sync + 'static,
{
    let one = all.try_update_value(|all| {
        if let Some((_, one)) = all.iter().find(|(other, _)| other == key) {
            return one.clone();
        }
        let one = ArcRwSignal::new(begin());
        all.push((key.clone(), one.clone()));
        one
    });
    RwSignal::from(one.unwrap_or_default())
}

impl Default for Drafts {
    fn default() -> Self {
        Self::new()
    }
}
