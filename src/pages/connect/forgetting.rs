//! Forgetting a remembered connection: asked first, and said afterwards.

use leptos::prelude::*;

use super::remembered::name_of;
use crate::components::{Button, ButtonVariant, Dialog};
use crate::connection::vault::{self, StoredConnection};
use crate::locale::texts;
use crate::untrusted::{line, sentence};

/// What became of the last one, in words.
#[derive(Clone)]
enum Said {
    Removed(String),
    /// The browser refused.
    Kept(String),
}

/// The question about one record, and its outcome.
#[derive(Clone, Copy)]
pub(super) struct Forgetting {
    asked: RwSignal<Option<StoredConnection>>,
    said: RwSignal<Option<Said>>,
    /// Reads the records again.
    read: Callback<()>,
}

impl Forgetting {
    /// Nothing is asked. `read`: reads the records again.
    pub fn new(read: Callback<()>) -> Self {
        Self { asked: RwSignal::new(None), said: RwSignal::new(None), read }
    }

    /// Asks about a record.
    pub fn ask(self, record: StoredConnection) {
        self.said.set(None);
        self.asked.set(Some(record));
    }

    fn forget(self, record: &StoredConnection) {
        let t = texts();
        let name = line(&name_of(record, t)).words(t);
        let said = if vault::forget(record) {
            Said::Removed((t.keys.forgotten)(&name))
        } else {
            Said::Kept((t.keys.not_forgotten)(&name))
        };
        self.asked.set(None);
        self.said.set(Some(said));
        self.read.run(());
    }

    fn question(self, record: StoredConnection) -> AnyView {
        let t = texts();
        let lead = (t.keys.forget_lead)(&line(&name_of(&record, t)).words(t));
        let cancel = Callback::new(move |()| self.asked.set(None));
        let forget = Callback::new(move |()| self.forget(&record));
        view! {
            <Dialog title=t.keys.forget_title on_cancel=cancel>
                <p>{sentence(&lead)}</p>
                <div class="dialog-actions">
                    <Button label=t.cancel on_press=cancel />
                    <Button label=t.keys.forget_it variant=ButtonVariant::Danger on_press=forget />
                </div>
            </Dialog>
        }
        .into_any()
    }

    /// The question, while it is asked, and what became of it.
    pub fn view(self) -> AnyView {
        let removed = move || match self.said.get() {
            Some(Said::Removed(text)) => sentence(&text).view(),
            Some(Said::Kept(_)) | None => ().into_any(),
        };
        let kept = move || match self.said.get() {
            Some(Said::Kept(text)) => view! { <p role="alert">{sentence(&text)}</p> }.into_any(),
            Some(Said::Removed(_)) | None => ().into_any(),
        };
        // An empty line takes no place.
        let nothing = move || !self.said.with(|said| matches!(said, Some(Said::Removed(_))));
        view! {
            <p class="hint" class:visually-hidden=nothing role="status">{removed}</p>
            {kept}
            {move || self.asked.get().map(|record| self.question(record))}
        }
        .into_any()
    }
}
