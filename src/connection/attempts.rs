//! The attempts to connect. They outlive the Connect page, which a change of language makes again.

use std::sync::Arc;

use leptos::prelude::*;

use crate::gateway::Failure;
use crate::texts::Texts;

/// A reason, in the language in which it is read.
pub type Reason = Arc<dyn Fn(&'static Texts) -> String + Send + Sync>;

/// The state of the attempts of one form.
#[derive(Clone, Copy)]
pub struct AttemptState {
    /// An attempt is in progress.
    pub busy: RwSignal<bool>,
    /// Failure of the last attempt.
    pub failure: RwSignal<Option<Failure>>,
    /// Why no attempt can be made.
    pub reason: RwSignal<Option<Reason>>,
    /// Count of dropped keys when the attempt began.
    pub dropped: StoredValue<u32>,
}

impl AttemptState {
    fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            reason: RwSignal::new(None),
            dropped: StoredValue::new(0),
        }
    }

    /// Clears the message about the last attempt.
    pub fn clear(self) {
        self.failure.set(None);
        self.reason.set(None);
    }
}

/// The attempts of the Connect page.
#[derive(Clone, Copy)]
pub struct Attempts {
    /// With typed keys, or with those of the simulator or the demo.
    pub keys: AttemptState,
    /// With a remembered connection.
    pub unlock: AttemptState,
}

impl Attempts {
    /// No attempts.
    pub fn new() -> Self {
        Self { keys: AttemptState::new(), unlock: AttemptState::new() }
    }

    /// Clears the messages: a connection was made.
    pub fn clear(self) {
        self.keys.clear();
        self.unlock.clear();
    }
}

impl Default for Attempts {
    fn default() -> Self {
        Self::new()
    }
}
