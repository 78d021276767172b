//! Changes of the URL that wait for the browser's history.
//!
//! A browser takes 200 changes in 10 seconds (Chromium) or 100 in 30 (Safari), and refuses more. The
//! page does not wait for that: the URL follows as soon as the browser allows.

/// Pause between a change of the URL and the next one that makes no entry, in milliseconds: at most
/// 75 changes in 30 seconds.
const PAUSE_MS: f64 = 400.0;
/// Pause after the last key of somebody who types, in milliseconds.
const TYPING_PAUSE_MS: f64 = 300.0;
/// Pause after a refused change, in milliseconds.
const RETRY_MS: f64 = 1_000.0;

/// A change of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Another URL for the current entry.
    Replace(String),
    /// A new entry.
    Push(String),
}

impl Step {
    /// URL below the folder of the console.
    pub fn url(&self) -> &str {
        match self {
            Self::Replace(url) | Self::Push(url) => url,
        }
    }
}

/// Waiting changes, the oldest first.
#[derive(Debug, Default)]
pub struct Steps {
    waiting: Vec<Step>,
    /// When the last change was made, milliseconds since 1970.
    written_at: f64,
    /// The last attempt was refused.
    refused: bool,
    /// When somebody typed the newest change; 0 if it was not typed.
    typed_at: f64,
}

impl Steps {
    /// Changes the URL of the current entry. Of several waiting changes the last one counts.
    pub fn replace(&mut self, url: String) {
        self.typed_at = 0.0;
        match self.waiting.last_mut() {
            Some(Step::Replace(last) | Step::Push(last)) => *last = url,
            None => self.waiting.push(Step::Replace(url)),
        }
    }

    /// The same while somebody types.
    pub fn type_in(&mut self, url: String, now: f64) {
        self.replace(url);
        self.typed_at = now;
    }

    /// Milliseconds until the pause after the last key is over.
    fn typing(&self, now: f64) -> f64 {
        (self.typed_at + TYPING_PAUSE_MS - now).clamp(0.0, TYPING_PAUSE_MS)
    }

    /// Whether somebody types.
    pub fn is_typed(&self, now: f64) -> bool {
        !self.refused && self.typing(now) > 0.0
    }

    /// A new entry.
    pub fn push(&mut self, url: String) {
        self.waiting.push(Step::Push(url));
    }

    /// The next change.
    pub fn next(&self) -> Option<Step> {
        self.waiting.first().cloned()
    }

    /// Milliseconds until the next change may be made, if one waits. A new entry is made at once:
    /// people make few of them.
    pub fn due(&self, now: f64) -> Option<f64> {
        let last = self.waiting.last()?;
        Some(match last {
            _ if self.refused => RETRY_MS,
            Step::Push(_) => 0.0,
            // A clock that was set back keeps nobody waiting.
            Step::Replace(_) => (self.written_at + PAUSE_MS - now).clamp(0.0, PAUSE_MS).max(self.typing(now)),
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

    /// Whether a new entry waits.
    pub fn lacks_entry(&self) -> bool {
        self.waiting.iter().any(|step| matches!(step, Step::Push(_)))
    }

    /// Goes back from the newest waiting entry. Returns the URL of the waiting change before it, if
    /// there is one.
    pub fn back(&mut self) -> Option<String> {
        self.waiting.pop();
        self.waiting.last().map(|step| step.url().to_owned())
    }

    /// Drops waiting changes: the browser is at another entry.
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
    fn what_is_typed_is_written_after_a_pause() {
        let mut steps = Steps::default();
        steps.type_in("/a?q=1".into(), 1_000.0);
        assert_eq!(steps.due(1_000.0), Some(300.0));
        steps.type_in("/a?q=12".into(), 1_200.0);
        assert_eq!(steps.due(1_300.0), Some(200.0));
        assert!(steps.is_typed(1_300.0) && !steps.is_typed(1_500.0));
        assert_eq!(steps.due(1_500.0), Some(0.0));
        assert_eq!(steps.due(0.0), Some(400.0), "a clock that was set back");
        // What is chosen does not wait, and takes along what was typed before.
        steps.replace("/a?q=12&sort=name".into());
        assert_eq!(steps.due(1_300.0), Some(0.0));
        // Neither does a new entry, nor another attempt.
        steps.type_in("/a?q=123".into(), 1_400.0);
        steps.push("/b".into());
        assert_eq!(steps.due(1_400.0), Some(0.0));
        steps.refused();
        assert!(!steps.is_typed(1_400.0));
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
