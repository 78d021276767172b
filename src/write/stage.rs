//! State machine of a write's dialog. It knows neither the browser nor the page.

use super::attempt::Comparison;
use super::guard::NotSent;
use super::snapshot::Change;
use crate::gateway::{Effect, Failure};

/// Stage of a write.
#[derive(Clone, Debug)]
pub enum Stage {
    /// Waiting for the confirmation.
    Confirm,
    /// Checked and sent.
    Sending,
    /// Blocked by the guard.
    NotSent(NotSent),
    /// Refused; the comparison for an earlier copy is in progress.
    Checking(Failure),
    /// Refused.
    Refused {
        /// The failure.
        failure: Failure,
        /// Whether nothing has changed, by comparison or because nothing was sent.
        checked: bool,
    },
    /// Refused, but in effect: the refusal answers a repeated copy.
    TookEffect(Failure, Vec<Change>),
    /// Unknown outcome: the answer does not say, or the request was refused and something changed
    /// that may have another cause.
    Unknown(Failure, Comparison),
}

impl Stage {
    /// The stage after the confirmation; `None` if nothing can be sent now.
    pub fn confirmed(&self) -> Option<Self> {
        match self {
            Self::Confirm | Self::Refused { .. } | Self::NotSent(NotSent::Unread(_)) => Some(Self::Sending),
            Self::Sending
            | Self::Checking(_)
            | Self::NotSent(NotSent::Changed(_))
            | Self::TookEffect(..)
            | Self::Unknown(..) => None,
        }
    }

    /// The stage after an answer without a receipt.
    pub fn failed(failure: Failure) -> Self {
        match failure.effect() {
            Effect::NotSent => Self::Refused { failure, checked: true },
            Effect::Refused => Self::Checking(failure),
            Effect::Unknown => Self::Unknown(failure, Comparison::Reading),
        }
    }

    /// The stage after a comparison; unchanged if none was in progress.
    pub fn compared(self, comparison: Comparison) -> Self {
        match (self, comparison) {
            (Self::Checking(failure), Comparison::Changed(changes)) if changes.certain => {
                Self::TookEffect(failure, changes.list)
            }
            (Self::Checking(failure), changed @ Comparison::Changed(_)) => Self::Unknown(failure, changed),
            (Self::Checking(failure), comparison) => {
                Self::Refused { failure, checked: matches!(comparison, Comparison::Unchanged) }
            }
            (Self::Unknown(failure, _), comparison) => Self::Unknown(failure, comparison),
            (other, _) => other,
        }
    }

    /// The stage for another attempt, possible only after a comparison without changes.
    pub fn again(self) -> Self {
        match self {
            Self::Unknown(_, Comparison::Unchanged) => Self::Confirm,
            other => other,
        }
    }

    /// Whether the outcome is pending: the dialog can't be closed.
    pub fn is_sending(&self) -> bool {
        matches!(self, Self::Sending)
    }

    /// Whether something in flight prevents sending.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Sending | Self::Checking(_))
    }

    /// Whether a comparison is in progress, whose result will be reported.
    pub fn is_comparing(&self) -> bool {
        matches!(self, Self::Checking(_) | Self::Unknown(_, Comparison::Reading))
    }

    /// Whether only closing or another attempt is possible.
    pub fn is_over(&self) -> bool {
        matches!(self, Self::Unknown(..) | Self::TookEffect(..) | Self::NotSent(NotSent::Changed(_)))
    }

    /// Whether the write took or may have taken effect.
    pub fn is_to_be_kept(&self) -> bool {
        matches!(
            self,
            Self::Unknown(..)
                | Self::TookEffect(..)
                | Self::Checking(_)
                | Self::Refused { checked: false, .. }
        )
    }

    /// The failure that is shown.
    pub fn failure(&self) -> Option<&Failure> {
        match self {
            Self::NotSent(NotSent::Unread(failure))
            | Self::Checking(failure)
            | Self::Refused { failure, .. }
            | Self::TookEffect(failure, _)
            | Self::Unknown(failure, _) => Some(failure),
            Self::Confirm | Self::Sending | Self::NotSent(NotSent::Changed(_)) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::error::{Envelope, ErrorKind};

    use super::*;
    use crate::write::attempt::Changes;

    fn answered(status: u16) -> Failure {
        let kind = ErrorKind::Unrecognised(Envelope::default());
        Failure::Answer(databoxframe::Error { status, kind, raw: Box::default() })
    }

    fn changed(certain: bool) -> Comparison {
        Comparison::Changed(Changes { certain, ..Changes::default() })
    }

    fn comparisons() -> Vec<Comparison> {
        vec![
            Comparison::Reading,
            Comparison::Impossible(Failure::Timeout),
            Comparison::Failed(Failure::Timeout),
            Comparison::Incomplete,
            Comparison::Unchanged,
            changed(true),
            changed(false),
        ]
    }

    #[test]
    fn a_refusal_is_checked_before_it_can_be_sent_again() {
        for status in [400, 401, 403, 404, 413, 429] {
            let stage = Stage::failed(answered(status));
            assert!(matches!(stage, Stage::Checking(_)) && stage.confirmed().is_none(), "{status}");
            for comparison in comparisons() {
                let changed = matches!(comparison, Comparison::Changed(_));
                let certain = matches!(&comparison, Comparison::Changed(changes) if changes.certain);
                let next = stage.clone().compared(comparison);
                assert_eq!(next.confirmed().is_none(), changed, "{next:?}");
                assert_eq!(matches!(next, Stage::TookEffect(..)), certain);
                assert_eq!(matches!(next, Stage::Unknown(..)), changed && !certain);
            }
        }
    }

    #[test]
    fn an_unknown_outcome_is_sent_again_only_after_nothing_changed_and_a_new_confirmation() {
        for status in [200, 302, 405, 408, 409, 410, 500, 502, 503, 504] {
            let stage = Stage::failed(answered(status));
            assert!(matches!(stage, Stage::Unknown(_, Comparison::Reading)), "{status}");
            for comparison in comparisons() {
                let unchanged = matches!(comparison, Comparison::Unchanged);
                let next = stage.clone().compared(comparison);
                assert!(next.confirmed().is_none(), "{next:?}");
                assert_eq!(matches!(next.again(), Stage::Confirm), unchanged);
            }
        }
        for failure in [Failure::Timeout, Failure::Aborted, Failure::SignIn, Failure::Network(String::new())]
        {
            assert!(matches!(Stage::failed(failure), Stage::Unknown(..)));
        }
    }

    #[test]
    fn what_was_not_sent_is_not_compared() {
        for failure in
            [Failure::Invalid(Vec::new()), Failure::NotConnected, Failure::Unsendable(String::new())]
        {
            assert!(Stage::failed(failure).confirmed().is_some());
        }
    }

    #[test]
    fn nothing_is_sent_twice_at_once_or_after_it_changed() {
        assert!(Stage::Sending.confirmed().is_none());
        assert!(Stage::NotSent(NotSent::Changed(Vec::new())).confirmed().is_none());
        assert!(Stage::NotSent(NotSent::Unread(Failure::Timeout)).confirmed().is_some());
        assert!(Stage::TookEffect(Failure::Timeout, Vec::new()).confirmed().is_none());
        // A late comparison changes nothing.
        assert!(matches!(Stage::Confirm.compared(changed(true)), Stage::Confirm));
    }
}
