//! Messages to the other tabs of this origin: drop the keys. Never a key.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::storage::{self, Key};

/// Name of the broadcast channel.
const CHANNEL: &str = "dbf.session";

/// A message between tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabMessage {
    /// "Forget keys" was pressed.
    Forget,
    /// "Lock now" was pressed.
    Lock,
}

impl TabMessage {
    const fn name(self) -> &'static str {
        match self {
            Self::Forget => "forget",
            Self::Lock => "lock",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        // In the storage a message has a time, because the storage reports only changes.
        let name = text.split(' ').next().unwrap_or_default();
        [Self::Forget, Self::Lock].into_iter().find(|message| message.name() == name)
    }
}

/// Channel to the other tabs.
#[derive(Clone, Copy, Debug)]
pub struct Tabs(StoredValue<SendWrapper<Option<BroadcastChannel>>>);

impl Tabs {
    /// Opens the channel.
    pub fn new() -> Self {
        Self(StoredValue::new(SendWrapper::new(BroadcastChannel::new(CHANNEL).ok())))
    }

    /// Sends a message to all other tabs.
    pub fn send(self, message: TabMessage) {
        // A channel does not receive its own messages.
        let sent = self.0.with_value(|channel| {
            channel.as_ref().is_some_and(|channel| channel.post_message(&message.name().into()).is_ok())
        });
        if !sent {
            // Browsers without channels report changes of the storage. The message is removed at
            // once.
            storage::write(Key::TabMessage, &format!("{} {}", message.name(), js_sys::Date::now() as u64));
            storage::put(Key::TabMessage, None);
        }
    }

    /// Receives messages of other tabs while the current owner exists.
    pub fn listen(self, on_message: Callback<TabMessage>) {
        let receive = move |text: Option<String>| {
            if let Some(message) = text.as_deref().and_then(TabMessage::parse) {
                on_message.run(message);
            }
        };
        let on_event = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            receive(event.data().as_string())
        });
        let channel = self.0.with_value(|channel| (**channel).clone());
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(on_event.as_ref().unchecked_ref()));
        }
        let stored = storage::on_change(Key::TabMessage, receive);
        let kept = SendWrapper::new((channel, on_event));
        on_cleanup(move || {
            drop(stored);
            let (channel, on_event) = kept.take();
            if let Some(channel) = channel {
                channel.close();
            }
            drop(on_event);
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
    use super::TabMessage;

    #[test]
    fn other_texts_are_no_messages() {
        for message in [TabMessage::Forget, TabMessage::Lock] {
            assert_eq!(TabMessage::parse(message.name()), Some(message));
            assert_eq!(TabMessage::parse(&format!("{} 1700000000000.5", message.name())), Some(message));
        }
        for other in ["", "forgetful", " lock", "open"] {
            assert_eq!(TabMessage::parse(other), None, "{other}");
        }
    }
}
