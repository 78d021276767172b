//! One attempt at a write: looked at once more, sent once, and compared if nobody knows what
//! became of it.

use databoxframe::Unsigned;
use leptos::ev;
use leptos::prelude::window_event_listener;

use super::look::{Look, Seen, changes};
use crate::gateway::{Client, Failure, Written};
use crate::locale::Texts;

/// How an attempt ended.
pub enum Outcome {
    /// It took effect.
    Done(Written),
    /// It is not any more what was shown, as these lines say; nothing was sent.
    Changed(Vec<String>),
    /// Whether it still is what was shown could not be read; nothing was sent.
    Unread(Failure),
    /// It was refused.
    Refused(Failure),
    /// Nobody knows. How it stood before, if that is known.
    Unknown(Failure, Option<Seen>),
}

/// Sends a write once. `expected`: what was shown to who decided; if it is not so any more,
/// nothing is sent.
pub async fn attempt(
    client: Client,
    write: &Unsigned,
    look: Option<&Look>,
    expected: Option<&Seen>,
    t: &'static Texts,
) -> Outcome {
    // Closing the page now would leave nobody to hear the answer; the browser asks.
    let guard = window_event_listener(ev::beforeunload, |event| event.prevent_default());
    let outcome = guarded(client, write, look, expected, t).await;
    guard.remove();
    outcome
}

async fn guarded(
    client: Client,
    write: &Unsigned,
    look: Option<&Look>,
    expected: Option<&Seen>,
    t: &'static Texts,
) -> Outcome {
    let mut before = None;
    if let Some(look) = look {
        match (look.see(client, t).await, expected) {
            (Ok(seen), Some(expected)) => {
                // Details say more than lists do.
                let shown = |(name, _): &&(String, String)| expected.iter().any(|(other, _)| other == name);
                let now: Seen = seen.iter().filter(shown).cloned().collect();
                let changed = changes(expected, &now, t);
                if !changed.is_empty() {
                    return Outcome::Changed(changed);
                }
                before = Some(seen);
            }
            (Ok(seen), None) => before = Some(seen),
            (Err(failure), Some(_)) => return Outcome::Unread(failure),
            // It is only missed if the outcome is unknown.
            (Err(_), None) => {}
        }
    }
    match client.send_confirmed(write).await {
        Ok(written) => Outcome::Done(written),
        Err(failure) if failure.leaves_outcome_unknown() => Outcome::Unknown(failure, before),
        Err(failure) => Outcome::Refused(failure),
    }
}

/// What has changed since before a write whose outcome is unknown.
///
/// # Errors
/// If that could not be read.
pub async fn compare(
    client: Client,
    look: &Look,
    before: &Seen,
    t: &'static Texts,
) -> Result<Vec<String>, Failure> {
    Ok(changes(before, &look.see(client, t).await?, t))
}
