//! Changes of the address that the browser's history is still to take.
//!
//! A browser takes 200 in 10 seconds (Chromium) or 100 in 30 (Safari), and refuses more. What the
//! console shows does not wait for that: the address follows as soon as it may.

/// How long after a change of the address the next one without a step in the history waits, in
/// milliseconds: 75 in 30 seconds at most.
const PAUSE_MS: f64 = 400.0;
/// How long after a refusal it is tried again.
const RETRY_MS: f64 = 1_000.0;

/// A change of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Another address for the present entry.
    Replace(String),
    /// A new entry.
    Push(String),
}

impl Step {
    /// The address.
    pub fn address(&self) -> &str {
        match self {
            Self::Replace(address) | Self::Push(address) => address,
        }
    }
}

/// The changes still to be made, the oldest first.
#[derive(Debug, Default)]
pub struct Steps {
    waiting: Vec<Step>,
    /// When the last change was made, milliseconds since 1970.
    written_at: f64,
    /// The last attempt was refused.
    refused: bool,
}

impl Steps {
    /// Another address for the present entry: the last one that is asked for counts.
    pub fn replace(&mut self, address: String) {
        match self.waiting.last_mut() {
            Some(Step::Replace(last) | Step::Push(last)) => *last = address,
            None => self.waiting.push(Step::Replace(address)),
        }
    }

    /// A new entry.
    pub fn push(&mut self, address: String) {
        self.waiting.push(Step::Push(address));
    }

    /// The next change.
    pub fn next(&self) -> Option<Step> {
        self.waiting.first().cloned()
    }

    /// In how many milliseconds the next change may be made, if there is one. A new entry is
    /// made at once: a person makes few of them.
    pub fn due(&self, now: f64) -> Option<f64> {
        let last = self.waiting.last()?;
        Some(match last {
            _ if self.refused => RETRY_MS,
            Step::Push(_) => 0.0,
            // A clock that was set back keeps nobody waiting.
            Step::Replace(_) => (self.written_at + PAUSE_MS - now).clamp(0.0, PAUSE_MS),
        })
    }

    /// The next change was made.
    pub fn made(&mut self, now: f64) {
        if !self.waiting.is_empty() {
            self.waiting.remove(0);
        }
        (self.written_at, self.refused) = (now, false);
    }

    /// The browser refused the next change.
    pub fn refused(&mut self) {
        self.refused = true;
    }

    /// Whether an entry is still to be made.
    pub fn lacks_entry(&self) -> bool {
        self.waiting.iter().any(|step| matches!(step, Step::Push(_)))
    }

    /// Goes back from the newest entry that is still to be made; the address of the one before it,
    /// if that is still to be written too.
    pub fn back(&mut self) -> Option<String> {
        self.waiting.pop();
        self.waiting.last().map(|step| step.address().to_owned())
    }

    /// Forgets what was to be made: the browser is at another entry.
    pub fn clear(&mut self) {
        self.waiting.clear();
        self.refused = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_state_of_an_entry_counts() {
        let mut steps = Steps::default();
        for text in ["/a?q=1", "/a?q=12"] {
            steps.replace(text.into());
        }
        steps.push("/b".into());
        steps.replace("/b?q=3".into());
        assert_eq!(steps.next(), Some(Step::Replace("/a?q=12".into())));
        steps.made(0.0);
        assert_eq!(steps.next(), Some(Step::Push("/b?q=3".into())));
        steps.made(0.0);
        assert_eq!((steps.next(), steps.due(0.0)), (None, None));
    }

    #[test]
    fn states_are_written_a_few_times_a_second_and_entries_at_once() {
        let mut steps = Steps::default();
        steps.replace("/a".into());
        assert_eq!(steps.due(1_000.0), Some(0.0));
        steps.made(1_000.0);
        steps.replace("/a?q=1".into());
        assert_eq!(steps.due(1_100.0), Some(300.0));
        assert_eq!(steps.due(0.0), Some(400.0), "a clock that was set back");
        steps.push("/b".into());
        assert_eq!(steps.due(1_100.0), Some(0.0));
        steps.refused();
        assert_eq!(steps.due(1_100.0), Some(1_000.0));
        steps.made(2_100.0);
        assert_eq!(steps.due(2_100.0), Some(0.0));
    }

    #[test]
    fn going_back_from_what_was_not_written_leads_to_the_page_before_it() {
        let mut steps = Steps::default();
        steps.push("/b".into());
        steps.push("/c".into());
        assert!(steps.lacks_entry());
        assert_eq!(steps.back().as_deref(), Some("/b"));
        assert_eq!(steps.back(), None);
        assert!(!steps.lacks_entry());
    }
}
