//! The services that all pages share. One context for all of them, because each type of context
//! adds code to the download.

use std::sync::Arc;

use leptos::prelude::*;

use databoxframe_client::polling::Ended;
use databoxframe_ui::Keep;

use crate::connection::{
    Attempts, Config, Connection, IdleLock, PreviousSession, Session, TabMessage, Tabs, Watched, watch,
};
use crate::form::FormDrafts;
use crate::gateway::Client;
use crate::notices::Notices;
use crate::notifications;
use crate::preferences::Preferences;
use crate::query_cache::QueryCache;
use crate::router::Router;
use crate::shortcuts::Shortcuts;
use crate::status_changes::announce;
use crate::storage;
use crate::texts::{ChosenLocale, Locale, api_language};
use crate::write::{ChangeLog, ConfirmationDrafts};

/// The services of this page.
#[derive(Clone, Copy)]
pub struct Console {
    /// What `config.json` says.
    pub config: StoredValue<Config>,
    /// What the person chose for this browser.
    pub preferences: Preferences,
    /// The connection in use.
    pub session: Session,
    /// The attempts to connect.
    pub attempts: Attempts,
    /// Sends requests.
    pub client: Client,
    /// Cached queries.
    pub queries: QueryCache,
    /// Notices about finished writes and changes.
    pub notices: Notices,
    /// The location bar.
    pub router: Router,
    /// Unsaved drafts of forms.
    pub drafts: FormDrafts,
    /// Unsaved input of confirmation dialogs.
    pub confirmations: ConfirmationDrafts,
    /// The changes made in this tab.
    pub changes: ChangeLog,
    /// The keyboard shortcuts.
    pub shortcuts: Shortcuts,
    /// The idle lock.
    pub idle: IdleLock,
    /// Channel to the other tabs.
    pub tabs: Tabs,
}

impl Console {
    /// Creates the services and provides them to the children of the current owner.
    pub fn provide(config: Config) -> Self {
        let preferences = Preferences::new(config.language.as_deref().and_then(Locale::from_tag));
        let session = Session::new();
        let client = Client::new(session, Signal::derive(move || api_language(preferences.locale.get())));
        let notices = Notices::new();
        let notify = Callback::new(move |()| notifications::on(preferences));
        let on_ended = Callback::new(move |ended: Vec<Ended>| announce(&ended, notices, preferences));
        let queries = QueryCache::new(client, notify, on_ended);
        let idle = IdleLock::new(config.idle_lock_minutes);
        let console = Self {
            config: StoredValue::new(config),
            preferences,
            session,
            attempts: Attempts::new(),
            client,
            queries,
            notices,
            router: Router::new(),
            drafts: FormDrafts::new(),
            confirmations: ConfirmationDrafts::default(),
            changes: ChangeLog::new(),
            shortcuts: Shortcuts::new(preferences),
            idle,
            tabs: Tabs::new(),
        };
        provide_context(console);
        provide_context(ChosenLocale(preferences.locale));
        provide_context(client);
        provide_context(session);
        provide_context(notices);
        provide_context(queries);
        provide_context(console.router);
        provide_context(console.router.url_state());
        provide_context(Keep { read: storage::read_table, write: storage::write_table });
        provide_context(console.drafts);
        provide_context(console.confirmations);
        provide_context(console.changes);
        let lock = Callback::new(move |idle| console.lock(idle));
        watch(idle, Watched { session, activity: client.activity(), lock });
        console.tabs.listen(Callback::new(move |message| match message {
            TabMessage::Forget => console.forget(),
            TabMessage::Lock => console.lock(None),
        }));
        console
    }

    /// Opens a connection. Everything of another user of this page is dropped first.
    pub fn connect(self, connection: Arc<Connection>) {
        let activity = self.client.activity();
        if self.session.previous_untracked().is_some_and(|previous| previous.is_other(&connection))
            || activity.answered_another(connection.credentials.access_key())
        {
            self.drafts.clear();
            self.confirmations.clear();
            self.notices.clear();
            self.router.forget_places();
            activity.clear();
        }
        self.changes.open(&connection);
        self.idle.stay();
        self.attempts.clear();
        self.session.open(connection);
    }

    /// Drops the keys and everything that was read with them. Unsaved drafts are kept for the same
    /// keys. `idle`: minutes without input, if they are the reason.
    pub fn lock(self, idle: Option<u32>) {
        self.queries.clear();
        self.session.lock(idle);
        self.idle.stay();
    }

    /// [`Console::lock`] in all tabs, for the button.
    pub fn lock_all(self) {
        self.tabs.send(TabMessage::Lock);
        self.lock(None);
    }

    /// [`Console::forget`] in all tabs, for the button.
    pub fn forget_all(self) {
        self.tabs.send(TabMessage::Forget);
        self.forget();
    }

    /// Drops the keys and all data of their user.
    pub fn forget(self) {
        self.queries.clear();
        self.notices.clear();
        self.drafts.clear();
        self.confirmations.clear();
        self.changes.clear();
        self.router.forget_places();
        self.session.close();
    }

    /// The user who locked this page, tracked.
    pub fn locked(self) -> Option<PreviousSession> {
        self.session.previous().filter(|previous| previous.locked)
    }

    /// The services, from the context.
    pub fn expect() -> Self {
        expect_context()
    }
}
