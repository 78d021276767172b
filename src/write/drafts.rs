//! What was typed into confirmations, by the requests that they are about.

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
    /// The reason for these requests, as it was left.
    pub fn reason(self, key: &DraftKey) -> RwSignal<String> {
        self.reasons.open(key, String::new)
    }

    /// The edited body of this request, as it was left.
    pub fn edit(self, key: &DraftKey) -> RwSignal<Option<Edit>> {
        self.edits.open(key, || None)
    }

    /// Forgets what was typed for these requests.
    pub fn forget(self, key: &DraftKey) {
        self.reasons.forget(key);
        self.edits.forget(key);
    }

    /// Forgets all: edited bodies may hold passwords.
    pub fn clear(self) {
        self.reasons.clear();
        self.edits.clear();
    }
}
