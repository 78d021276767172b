//! Notices about finished writes and changes.

use leptos::prelude::*;

/// Number of notices that are kept. Older ones are dropped.
const MAX_NOTICES: usize = 5;

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Identity, also among notices with the same text.
    pub number: u32,
    /// Text; several lines for several resources.
    pub text: String,
    /// Whether the notice reports a failure.
    pub bad: bool,
}

/// Notices. Screen readers read them out; they stay until closed.
#[derive(Clone, Copy)]
pub struct Notices {
    list: RwSignal<Vec<Notice>>,
    last: StoredValue<u32>,
}

impl Notices {
    /// No notices.
    pub fn new() -> Self {
        Self { list: RwSignal::new(Vec::new()), last: StoredValue::new(0) }
    }

    /// All notices, oldest first; tracked.
    pub fn get(self) -> Vec<Notice> {
        self.list.get()
    }

    /// Reports a success, unless the text is empty.
    pub fn set(self, text: Option<String>) {
        if let Some(text) = text {
            self.add(text, false);
        }
    }

    /// Reports a failure or an unknown outcome.
    pub fn warn(self, text: String) {
        self.add(text, true);
    }

    fn add(self, text: String, bad: bool) {
        // After the page is gone nobody can read it.
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

    /// Removes all notices: another user may not see them.
    pub fn clear(self) {
        self.list.set(Vec::new());
    }

    /// Removes a notice.
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
