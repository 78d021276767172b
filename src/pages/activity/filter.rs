//! Which requests are shown.

use databoxframe_ui::fold;

use crate::gateway::{Outcome, RequestRecord};

/// Choices of the time, in minutes.
pub const MINUTES: [usize; 3] = [5, 15, 60];

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It is under way.
    InProgress,
    /// As expected.
    Succeeded,
    /// Not as expected.
    Failed,
}

impl Ended {
    /// All, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Succeeded, Self::Failed, Self::InProgress];

    /// How a request ended.
    pub const fn of(record: &RequestRecord) -> Self {
        match record.outcome {
            Outcome::InProgress => Self::InProgress,
            Outcome::Succeeded => Self::Succeeded,
            Outcome::Failed(_) => Self::Failed,
        }
    }

    /// Name in the URL.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InProgress => "in-progress",
            Self::Succeeded => "ok",
            Self::Failed => "failed",
        }
    }
}

/// What the requests that are shown have in common. Empty: any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Name of an [`Ended`].
    pub outcome: String,
    /// Name of an operation.
    pub operation: String,
    /// Not sent before, milliseconds since 1970.
    pub since: Option<f64>,
    /// Contained in the operation, the path, the body, the status, or the answer of a failure.
    pub search: String,
}

impl Filter {
    /// Whether a request is shown.
    pub fn passes(&self, record: &RequestRecord) -> bool {
        let ended = Ended::of(record);
        (self.outcome.is_empty() || self.outcome == ended.name())
            && (self.operation.is_empty() || self.operation == record.spec.name)
            && self.since.is_none_or(|since| record.sent_at >= since)
            && self.finds(record, ended)
    }

    fn finds(&self, record: &RequestRecord, ended: Ended) -> bool {
        let wanted = fold(self.search.trim());
        let has = |text: &str| fold(text).contains(&wanted);
        wanted.is_empty()
            || has(record.spec.name)
            || has(&record.path_and_query)
            || record.body.as_deref().is_some_and(has)
            || record.status.is_some_and(|status| has(&status.to_string()))
            || (ended == Ended::Failed && record.answer.as_deref().is_some_and(has))
    }
}
