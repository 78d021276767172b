//! Unsaved input of confirmation dialogs, by request.

use leptos::prelude::*;

use super::{DraftKey, Edit};
use crate::drafts::Drafts;

/// Reasons and edited bodies.
#[derive(Clone, Copy, Default)]
pub struct ConfirmationDrafts {
    reasons: Drafts<DraftKey, String>,
    edits: Drafts<DraftKey, Option<Edit>>,
}

impl ConfirmationDrafts {
    /// The reason typed for these requests.
    pub fn reason(self, key: &DraftKey) -> RwSignal<String> {
        self.reasons.open(key, String::new)
    }

    /// The edited body of this request.
    pub fn edit(self, key: &DraftKey) -> RwSignal<Option<Edit>> {
        self.edits.open(key, || None)
    }

    /// Removes the input for these requests.
    pub fn forget(self, key: &DraftKey) {
        self.reasons.forget(key);
        self.edits.forget(key);
    }

    /// Removes everything: edited bodies may hold passwords.
    pub fn clear(self) {
        self.reasons.clear();
        self.edits.clear();
    }
}
