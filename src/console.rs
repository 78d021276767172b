//! What all pages share, provided once. One context instead of one for each service: each
//! type of context is code of its own in the download.

use leptos::prelude::*;

use crate::connection::{Config, Session};
use crate::form::Drafts;
use crate::gateway::Client;
use crate::locale::Locale;
use crate::notices::Notices;
use crate::preferences::Preferences;
use crate::queries::Queries;
use crate::reactive::StoredValue;
use crate::router::Router;

/// The services of this page.
#[derive(Clone, Copy)]
pub struct Console {
    /// What `config.json` says.
    pub config: StoredValue<Config>,
    /// Language, theme, notifications.
    pub preferences: Preferences,
    /// The connection in use.
    pub session: Session,
    /// The way out and back.
    pub client: Client,
    /// Cached reads.
    pub queries: Queries,
    /// Sentences about finished writes and changes.
    pub notices: Notices,
    /// The address bar.
    pub router: Router,
    /// Forms that were begun.
    pub drafts: Drafts,
}

impl Console {
    /// Makes the services, and provides them to everything below the current owner.
    pub fn provide(config: Config) -> Self {
        let preferences = Preferences::new(config.language.as_deref().and_then(Locale::from_tag));
        let session = Session::new();
        let client = Client::new(session, preferences);
        let notices = Notices::new();
        let console = Self {
            config: StoredValue::new(config),
            preferences,
            session,
            client,
            queries: Queries::new(client, notices, preferences),
            notices,
            router: Router::new(),
            drafts: Drafts::new(),
        };
        provide_context(console);
        console
    }

    /// The services of the page around the current owner.
    pub fn here() -> Self {
        expect_context()
    }
}
