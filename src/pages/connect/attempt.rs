//! A connection that is being tried: refused in words, or gone on with.

use std::sync::Arc;

use databoxframe::Page;
use databoxframe::frame::GetDataBoxFrameList;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::FailureAlert;
use crate::connection::Connection;
use crate::connection::vault::{self, Wish};
use crate::console::Console;
use crate::gateway::{Abort, Client, Failure};
use crate::locale::vault_error;
use crate::untrusted::line;

/// Where a person was going, if that is a place of this console.
fn destination(next: &str) -> &str {
    // A browser takes a backslash for a slash.
    let inside = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    if inside && next != "/" && !next.starts_with("/connect") { next } else { "/overview" }
}

/// The attempts of one form.
#[derive(Clone, Copy)]
pub struct Attempt {
    console: Console,
    /// It is under way.
    pub busy: RwSignal<bool>,
    /// It failed.
    pub failure: RwSignal<Option<Failure>>,
    /// What keeps it from being made, in words; empty if nothing does.
    trouble: RwSignal<String>,
    /// How often keys had been dropped when it began.
    dropped: StoredValue<u32>,
}

impl Attempt {
    /// None yet.
    pub fn new(console: Console) -> Self {
        Self {
            console,
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            trouble: RwSignal::new(String::new()),
            dropped: StoredValue::new(0),
        }
    }

    /// The console that it is for.
    pub fn console(self) -> Console {
        self.console
    }

    /// Whether another can be made; what was said about the last one is over then.
    pub fn ready(self) -> bool {
        let ready = !self.busy.get_untracked();
        if ready {
            self.failure.set(None);
            self.trouble.set(String::new());
            self.dropped.set_value(self.console.session.dropped());
        }
        ready
    }

    /// Says what keeps it from being made.
    pub fn refuse(self, text: impl Into<String>) {
        self.trouble.set(text.into());
    }

    /// Tries a connection, remembers it if wished, and goes on with it.
    pub fn begin(self, connection: Connection, wish: Option<Wish>) {
        self.busy.set(true);
        spawn_local(async move {
            self.run(Arc::new(connection), wish).await;
            self.busy.set(false);
        });
    }

    /// As [`Attempt::begin`], in a task of its own.
    pub async fn run(self, connection: Arc<Connection>, wish: Option<Wish>) {
        let t = self.console.preferences.locale.get_untracked().texts();
        let Console { client, router, notices, session, .. } = self.console;
        let record = match wish {
            // First, so that the secret is not held while an answer is waited for.
            Some(wish) => match wish.seal().await {
                Ok(record) => Some(record),
                Err(error) => return self.refuse(vault_error(error, t)),
            },
            None => None,
        };
        if let Err(refused) = first_read(client, &connection).await {
            return self.failure.set(Some(refused));
        }
        if session.dropped() != self.dropped.get_value() {
            return self.refuse(t.keys.dropped_elsewhere);
        }
        let next = router.address().with_untracked(|address| address.get("next").to_owned());
        self.console.connect(connection);
        if let Some(record) = record {
            let name = line(record.name().unwrap_or_default()).words(t);
            let kept = if vault::add(record) { (t.keys.kept)(&name) } else { t.keys.not_kept.to_owned() };
            notices.set(Some(kept));
        }
        router.replace(destination(&next));
    }

    /// What went wrong.
    pub fn view(self) -> AnyView {
        let trouble = move || match self.trouble.get() {
            none if none.is_empty() => ().into_any(),
            text => view! { <p class="alert alert-danger" role="alert">{text}</p> }.into_any(),
        };
        view! {
            {trouble}
            <FailureAlert failure=self.failure />
        }
        .into_any()
    }
}

/// The first signed read, which tells whether the keys are right. It has a query: a relay that
/// loses queries would refuse every list after it.
async fn first_read(client: Client, connection: &Connection) -> Result<(), Failure> {
    let operation = GetDataBoxFrameList { page: Some(Page { number: 1, size: 1 }) };
    client.try_read(connection, &operation, &Abort::new()).await.result.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_only_to_places_of_this_console() {
        assert_eq!(destination("/reviews/83/381/1"), "/reviews/83/381/1");
        for next in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:x",
            "/connect?next=/connect",
        ] {
            assert_eq!(destination(next), "/overview", "{next}");
        }
    }
}
