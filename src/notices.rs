//! Sentences about finished writes and changes.

use leptos::prelude::*;

/// Most notices that are kept; older ones are dropped.
const MAX_NOTICES: usize = 5;

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Tells it from others of the same words.
    pub number: u32,
    /// What it says; several lines if it is about several things.
    pub text: String,
    /// Whether something did not come out as it was meant to.
    pub bad: bool,
}

/// Read out by screen readers, and shown until they are closed or too many.
#[derive(Clone, Copy)]
pub struct Notices {
    list: RwSignal<Vec<Notice>>,
    last: StoredValue<u32>,
}

impl Notices {
    /// None yet.
    pub fn new() -> Self {
        Self { list: RwSignal::new(Vec::new()), last: StoredValue::new(0) }
    }

    /// All, oldest first; tracked.
    pub fn get(self) -> Vec<Notice> {
        self.list.get()
    }

    /// Says that something is done, if there is anything to say.
    pub fn set(self, text: Option<String>) {
        if let Some(text) = text {
            self.add(text, false);
        }
    }

    /// Says that something failed, or that nobody knows.
    pub fn warn(self, text: String) {
        self.add(text, true);
    }

    fn add(self, text: String, bad: bool) {
        // Nothing is left to say it to once the page is gone.
        let Some(last) = self.last.try_get_value() else { return };
        let number = last.wrapping_add(1);
        self.last.set_value(number);
        self.list.update(|list| {
            list.push(Notice { number, text, bad });
            if list.len() > MAX_NOTICES {
                list.remove(0);
            }
        });
    }

    /// Takes all away: they are about what other keys may not see.
    pub fn clear(self) {
        self.list.set(Vec::new());
    }

    /// Takes one away.
    pub fn close(self, number: u32) {
        self.list.update(|list| list.retain(|notice| notice.number != number));
    }
}

impl Default for Notices {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    fn texts(notices: Notices) -> Vec<String> {
        notices.get().into_iter().map(|notice| notice.text).collect()
    }

    #[test]
    fn a_new_one_leaves_the_others_and_each_is_closed_by_itself() {
        Owner::new().with(|| {
            let notices = Notices::new();
            for text in ["a", "b", "b"] {
                notices.set(Some(text.into()));
            }
            notices.set(None);
            assert_eq!(texts(notices), ["a", "b", "b"]);
            notices.close(notices.get()[1].number);
            assert_eq!(texts(notices), ["a", "b"]);
        });
    }

    #[test]
    fn the_oldest_makes_room() {
        Owner::new().with(|| {
            let notices = Notices::new();
            for number in 0..7 {
                notices.set(Some(number.to_string()));
            }
            assert_eq!(texts(notices), ["2", "3", "4", "5", "6"]);
        });
    }
}
