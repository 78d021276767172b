//! An attempt to connect: refused with a reason, or followed by the page the user wanted.

use std::sync::Arc;

use databoxframe::Page;
use databoxframe::frame::GetDataBoxFrameList;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{FailureAlert, Icon};
use crate::connection::Connection;
use crate::connection::vault::{self, SaveRequest};
use crate::console::Console;
use crate::gateway::{Abort, Client, Failure};
use crate::locale::vault_error;
use crate::untrusted::line;

/// The path that the user wanted, if it is a page of this console.
fn destination(next: &str) -> &str {
    // Browsers treat a backslash as a slash.
    let inside = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    if inside && next != "/" && !next.starts_with("/connect") { next } else { "/overview" }
}

/// The attempts of one form.
#[derive(Clone, Copy)]
pub struct Attempt {
    console: Console,
    /// An attempt is in progress.
    pub busy: RwSignal<bool>,
    /// Failure of the last attempt.
    pub failure: RwSignal<Option<Failure>>,
    /// Why no attempt can be made, as text; empty if one can.
    trouble: RwSignal<String>,
    /// Count of dropped keys when the attempt began.
    dropped: StoredValue<u32>,
}

impl Attempt {
    /// No attempt.
    pub fn new(console: Console) -> Self {
        Self {
            console,
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            trouble: RwSignal::new(String::new()),
            dropped: StoredValue::new(0),
        }
    }

    /// The services.
    pub fn console(self) -> Console {
        self.console
    }

    /// Whether an attempt can begin. Clears the message about the last one.
    pub fn ready(self) -> bool {
        let ready = !self.busy.get_untracked();
        if ready {
            self.failure.set(None);
            self.trouble.set(String::new());
            self.dropped.set_value(self.console.session.dropped());
        }
        ready
    }

    /// Shows why no attempt can be made.
    pub fn refuse(self, text: impl Into<String>) {
        self.trouble.set(text.into());
    }

    /// Tries a connection, stores it if requested, and opens it.
    pub fn begin(self, connection: Connection, request: Option<SaveRequest>) {
        self.busy.set(true);
        spawn_local(async move {
            self.run(Arc::new(connection), request).await;
            self.busy.set(false);
        });
    }

    /// The steps of [`Attempt::begin`], in the caller's task.
    pub async fn run(self, connection: Arc<Connection>, request: Option<SaveRequest>) {
        let t = self.console.preferences.locale.get_untracked().texts();
        let Console { client, router, notices, session, .. } = self.console;
        let record = match request {
            // Encrypted first, so that the secret is not held while waiting for an answer.
            Some(request) => match request.seal().await {
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
        let next = router.location().with_untracked(|location| location.get("next").to_owned());
        self.console.connect(connection);
        if let Some(record) = record {
            let name = line(record.name().unwrap_or_default()).words(t);
            let kept = if vault::add(record) { (t.keys.kept)(&name) } else { t.keys.not_kept.to_owned() };
            notices.set(Some(kept));
        }
        router.replace(destination(&next));
    }

    /// The failure or the reason.
    pub fn view(self) -> AnyView {
        let trouble = move || match self.trouble.get() {
            none if none.is_empty() => ().into_any(),
            text => view! {
                <div class="alert alert-danger" role="alert">
                    <p class="alert-title">{Icon::Failed.view()}<span>{text}</span></p>
                </div>
            }
            .into_any(),
        };
        view! {
            {trouble}
            <FailureAlert failure=self.failure />
        }
        .into_any()
    }
}

/// The first signed read, which checks the keys. It has a query, because a relay that loses queries
/// would refuse every list.
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
