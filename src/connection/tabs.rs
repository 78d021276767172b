//! What one tab tells the other tabs of this origin: that the keys are to be dropped. Never a key.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::storage::{self, Key};

/// The name of the channel.
const CHANNEL: &str = "dbf.session";

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// "Forget keys" was pressed.
    Forget,
    /// "Lock now" was pressed.
    Lock,
}

impl Told {
    const fn word(self) -> &'static str {
        match self {
            Self::Forget => "forget",
            Self::Lock => "lock",
        }
    }

    fn read(message: &str) -> Option<Self> {
        // Through the storage it comes with a time, because only changes are told there.
        let word = message.split(' ').next().unwrap_or_default();
        [Self::Forget, Self::Lock].into_iter().find(|told| told.word() == word)
    }
}

/// The way to the other tabs.
#[derive(Clone, Copy, Debug)]
pub struct Tabs(StoredValue<SendWrapper<Option<BroadcastChannel>>>);

impl Tabs {
    /// Opens it.
    pub fn new() -> Self {
        Self(StoredValue::new(SendWrapper::new(BroadcastChannel::new(CHANNEL).ok())))
    }

    /// Tells all other tabs.
    pub fn tell(self, told: Told) {
        // A channel does not hear itself.
        let sent = self.0.with_value(|channel| {
            channel.as_ref().is_some_and(|channel| channel.post_message(&told.word().into()).is_ok())
        });
        if !sent {
            // A browser without channels tells of what is stored. Nothing stays there.
            storage::write(Key::Told, &format!("{} {}", told.word(), js_sys::Date::now() as u64));
            storage::put(Key::Told, None);
        }
    }

    /// Listens to the other tabs, as long as the current owner is there.
    pub fn listen(self, on_told: Callback<Told>) {
        let hear = move |message: Option<String>| {
            if let Some(told) = message.as_deref().and_then(Told::read) {
                on_told.run(told);
            }
        };
        let on_message =
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| hear(event.data().as_string()));
        let channel = self.0.with_value(|channel| (**channel).clone());
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        }
        let stored = storage::on_change(Key::Told, hear);
        let kept = SendWrapper::new((channel, on_message));
        on_cleanup(move || {
            drop(stored);
            let (channel, on_message) = kept.take();
            if let Some(channel) = channel {
                channel.close();
            }
            drop(on_message);
        });
    }
}

impl Default for Tabs {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::Told;

    #[test]
    fn only_what_is_meant_is_understood() {
        for told in [Told::Forget, Told::Lock] {
            assert_eq!(Told::read(told.word()), Some(told));
            assert_eq!(Told::read(&format!("{} 1700000000000.5", told.word())), Some(told));
        }
        for other in ["", "forgetful", " lock", "open"] {
            assert_eq!(Told::read(other), None, "{other}");
        }
    }
}
