//! An attempt to connect: refused with a reason, or followed by the page the user wanted.

use std::sync::Arc;

use databoxframe::Page;
use databoxframe::frame::GetDataBoxFrameList;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{FailureAlert, Icon};
use crate::connection::vault::{self, SaveRequest};
use crate::connection::{AttemptState, Connection};
use crate::console::Console;
use crate::gateway::{Abort, Client, Failure};
use crate::locale::{Texts, texts, vault_error};
use crate::router::{Location, Route};
use crate::untrusted::line;

/// The path that the user wanted, if it is a page of this console.
fn destination(next: &str) -> Location {
    // Browsers treat a backslash as a slash.
    let inside = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    let wanted = Location::parse(next);
    if inside && next != "/" && wanted.route() != Route::Connect { wanted } else { Route::Overview.into() }
}

/// The attempts of one form. Nothing here belongs to the page: it may be made again meanwhile.
#[derive(Clone, Copy)]
pub struct Attempt {
    console: Console,
    state: AttemptState,
}

impl Attempt {
    /// With the state of a form.
    pub fn new(console: Console, state: AttemptState) -> Self {
        Self { console, state }
    }

    /// The services.
    pub fn console(self) -> Console {
        self.console
    }

    /// Whether an attempt is in progress; tracked.
    pub fn is_busy(self) -> bool {
        self.state.busy.get()
    }

    /// Whether an attempt can begin. Clears the message about the last one.
    pub fn ready(self) -> bool {
        let ready = !self.state.busy.get_untracked();
        if ready {
            self.state.clear();
            self.state.dropped.set_value(self.console.session.dropped());
        }
        ready
    }

    /// Shows why no attempt can be made.
    pub fn refuse(self, reason: impl Fn(&'static Texts) -> String + Send + Sync + 'static) {
        self.state.reason.set(Some(Arc::new(reason)));
    }

    /// An attempt is in progress until these steps end.
    pub fn begin(self, steps: impl Future<Output = ()> + 'static) {
        self.state.busy.set(true);
        spawn_local(async move {
            steps.await;
            self.state.busy.set(false);
        });
    }

    /// Tries a connection, stores it if requested, and opens it: the last steps of an attempt.
    pub async fn connect(self, connection: Connection, request: Option<SaveRequest>) {
        let connection = Arc::new(connection);
        let Console { client, router, notices, session, preferences, .. } = self.console;
        let record = match request {
            // Encrypted first, so that the secret is not held while waiting for an answer.
            Some(request) => match request.seal().await {
                Ok(record) => Some(record),
                Err(error) => return self.refuse(move |t| vault_error(error, t).to_owned()),
            },
            None => None,
        };
        if let Err(refused) = first_read(client, &connection).await {
            return self.state.failure.set(Some(refused));
        }
        if session.dropped() != self.state.dropped.get_value() {
            return self.refuse(|t| t.keys.dropped_elsewhere.to_owned());
        }
        let next = router.location().with_untracked(|location| location.get("next").to_owned());
        self.console.connect(connection);
        if let Some(record) = record {
            let t = preferences.locale.get_untracked().texts();
            let name = line(record.name().unwrap_or_default()).words(t);
            if vault::add(record) {
                notices.set(Some((t.keys.kept)(&name)));
            } else {
                notices.warn(t.keys.not_kept.to_owned());
            }
        }
        router.replace(destination(&next));
    }

    /// The failure or the reason.
    pub fn view(self) -> AnyView {
        let t = texts();
        let reason = move || match self.state.reason.get() {
            None => ().into_any(),
            Some(reason) => view! {
                <div class="alert alert-danger" role="alert">
                    <p class="alert-title">{Icon::Failed.view()}<span>{reason(t)}</span></p>
                </div>
            }
            .into_any(),
        };
        view! {
            {reason}
            <FailureAlert failure=self.state.failure />
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
        let url = "/reviews/83/381/1?q=a";
        assert_eq!(destination(url).to_string(), url);
        for next in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:x",
            "/connect?next=/connect",
        ] {
            assert_eq!(destination(next), Route::Overview.into(), "{next}");
        }
    }
}
