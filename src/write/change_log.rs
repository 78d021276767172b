//! The changes made in this tab: what was sent, to what, why, and how it ended. They survive a
//! reload, because the API gives back neither the reason of a rejection nor who decided.

mod stored;

use databoxframe::UnsignedRequest;
use leptos::prelude::*;
use sha2::{Digest as _, Sha256};

use super::Target;
use super::stage::Stage;
use crate::action::Action;
use crate::connection::Connection;
use crate::router::Route;
use crate::storage::{self, Key};

/// Number of changes that are kept. Older ones are dropped.
const MAX_CHANGES: usize = 500;

/// How a change ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is under way.
    InProgress,
    /// It took effect.
    Done,
    /// It had no effect.
    Failed,
    /// Nobody knows.
    Unknown,
}

impl Outcome {
    /// The outcome of a write without a receipt; `None` if nothing was sent.
    pub const fn of(stage: &Stage) -> Option<Self> {
        match stage {
            Stage::Confirm | Stage::NotSent(_) => None,
            Stage::Sending => Some(Self::InProgress),
            Stage::Refused { checked: true, .. } => Some(Self::Failed),
            Stage::TookEffect(..) => Some(Self::Done),
            Stage::Refused { checked: false, .. } | Stage::Checking(_) | Stage::Unknown(..) => {
                Some(Self::Unknown)
            }
        }
    }
}

/// A change.
#[derive(Clone, Debug, PartialEq)]
pub struct LoggedChange {
    /// Identity in this log.
    number: u32,
    /// When it was sent, milliseconds since 1970.
    pub at: f64,
    /// What it does.
    pub action: Action,
    /// What it was done to, in words.
    pub subject: String,
    /// The page of that.
    pub page: Route,
    /// The reason of a rejection, as sent.
    pub reason: String,
    /// How it ended.
    pub outcome: Outcome,
    /// Message of the service, or the failure.
    pub message: String,
}

/// A change that is about to be sent.
#[derive(Clone, Debug)]
pub struct NewChange {
    /// What it does.
    pub action: Action,
    /// What it is done to, in words.
    pub subject: String,
    /// The resource.
    pub target: Target,
    /// The reason of a rejection.
    pub reason: String,
}

/// The reason in a request, as it will be sent.
pub fn reason_in(unsigned: &UnsignedRequest) -> String {
    let reason = unsigned.body.as_ref().and_then(|body| body.get("rejectReason")?.as_str());
    reason.unwrap_or_default().to_owned()
}

/// The page on which a change can be seen.
fn page_of(action: Action, target: Target) -> Route {
    match (target, action) {
        (_, Action::RequestImport) => Route::Imports,
        (_, Action::RequestExport) => Route::Exports,
        (Target::Frame(frame) | Target::FrameVolume(frame, _), _) => Route::Frame(frame),
        (Target::DataBox(frame, number) | Target::BoxVolume(frame, number, _), _) => {
            Route::DataBox(frame, number)
        }
        (Target::Export(frame, number, request), Action::CancelExport) => {
            Route::Export(frame, number, request)
        }
        (Target::Export(frame, number, request), _) => Route::Review(frame, number, request),
    }
}

/// A user, by a text that does not contain the key. It is stored: the same in every version of the
/// console.
fn user(gateway: &str, access_key: &str) -> String {
    // A gateway has no line break.
    let digest = Sha256::digest(format!("{gateway}\n{access_key}"));
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// The changes of one user, oldest first.
#[derive(Clone, Copy)]
pub struct ChangeLog {
    changes: RwSignal<Vec<LoggedChange>>,
    user: StoredValue<Option<String>>,
    last: StoredValue<u32>,
}

impl ChangeLog {
    /// The changes that were made in this tab before a reload.
    pub fn new() -> Self {
        let (user, changes) =
            storage::read_in_tab(Key::Changes).and_then(|text| stored::parse(&text)).unzip();
        let changes = changes.unwrap_or_default();
        let last = changes.last().map_or(0, |change| change.number);
        Self { changes: RwSignal::new(changes), user: StoredValue::new(user), last: StoredValue::new(last) }
    }

    /// All changes, oldest first; tracked.
    pub fn get(self) -> Vec<LoggedChange> {
        self.changes.get()
    }

    /// The last rejection of a request that took effect; tracked.
    pub fn rejection(self, page: &Route) -> Option<LoggedChange> {
        let rejects = |change: &&LoggedChange| {
            change.action == Action::Reject && change.outcome == Outcome::Done && change.page == *page
        };
        self.changes.with(|changes| changes.iter().rev().find(rejects).cloned())
    }

    /// A connection was opened: the changes of another user are dropped.
    pub fn open(self, connection: &Connection) {
        let user = user(&connection.gateway, connection.credentials.access_key());
        if self.user.with_value(|known| known.as_ref() != Some(&user)) {
            self.clear();
        }
        self.user.set_value(Some(user));
    }

    /// Removes everything, also from the browser.
    pub fn clear(self) {
        self.user.set_value(None);
        self.changes.set(Vec::new());
        storage::put_in_tab(Key::Changes, None);
    }

    /// Notes a change that is about to be sent; its number.
    pub fn begin(self, new: NewChange) -> u32 {
        let NewChange { action, subject, target, reason } = new;
        let number = self.last.try_get_value().unwrap_or_default().wrapping_add(1);
        self.last.try_set_value(number);
        let change = LoggedChange {
            number,
            at: js_sys::Date::now(),
            action,
            subject,
            page: page_of(action, target),
            reason,
            outcome: Outcome::InProgress,
            message: String::new(),
        };
        self.change(|changes| {
            changes.push(change);
            if changes.len() > MAX_CHANGES {
                changes.remove(0);
            }
        });
        number
    }

    /// Notes how a change ended. `None`: nothing was sent.
    pub fn end(self, number: u32, outcome: Option<Outcome>, message: &str) {
        self.change(|changes| match outcome {
            None => changes.retain(|change| change.number != number),
            Some(outcome) => {
                if let Some(change) = changes.iter_mut().find(|change| change.number == number) {
                    change.outcome = outcome;
                    message.clone_into(&mut change.message);
                }
            }
        });
    }

    fn change(self, change: impl FnOnce(&mut Vec<LoggedChange>)) {
        let text = self.changes.try_update(|changes| {
            change(changes);
            self.user.try_with_value(|user| Some(stored::text(user.as_ref()?, changes)))?
        });
        if let Some(text) = text.flatten() {
            storage::put_in_tab(Key::Changes, Some(&text));
        }
    }
}

impl Default for ChangeLog {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_the_same_in_every_version_and_not_the_key() {
        let gateway = "https://databoxframe.apigw.ntruss.com";
        let user = user(gateway, "ACCESS-KEY");
        assert_eq!(user, "16ccfdd78b2f8b458288d903804af0b1");
        assert!(!user.contains("ACCESS"));
        assert_ne!(user, super::user(gateway, "ACCESS-KEZ"));
        assert_ne!(user, super::user("https://other.example", "ACCESS-KEY"));
    }
}
