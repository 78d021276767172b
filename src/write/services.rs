//! Services that confirmations use.

use leptos::prelude::*;

use super::{ChangeLog, ConfirmationDrafts};
use crate::connection::Session;
use crate::gateway::Client;
use crate::notices::Notices;
use crate::query_cache::QueryCache;

/// The services of confirmations, each from its context.
#[derive(Clone, Copy)]
pub(super) struct Services {
    pub client: Client,
    pub session: Session,
    pub queries: QueryCache,
    pub notices: Notices,
    /// The changes made in this tab.
    pub changes: ChangeLog,
    /// Unsaved input of confirmation dialogs.
    pub drafts: ConfirmationDrafts,
}

impl Services {
    /// The services, each from its context.
    pub fn expect() -> Self {
        Self {
            client: expect_context(),
            session: expect_context(),
            queries: expect_context(),
            notices: expect_context(),
            changes: expect_context(),
            drafts: expect_context(),
        }
    }
}
