//! The idle lock: without input for so long, the page drops its keys and asks for them again.
//! Unsaved drafts are kept behind it.

use leptos::prelude::*;
use std::time::Duration;

use databoxframe::operation::Method;
use wasm_bindgen::JsCast as _;

use crate::connection::Session;
use crate::gateway::{Activity, Outcome};
use crate::storage::{self, Key};

/// How long before the lock a warning is shown, in milliseconds.
const WARNING_MS: f64 = 60_000.0;
/// How often the time is looked at. Timers stand still while a computer sleeps, so that one
/// long timer would come too late.
const LOOK: Duration = Duration::from_secs(5);
/// What counts as input. A click without a pointer is that of a screen reader or a voice.
const INPUT: [&str; 5] = ["pointerdown", "keydown", "wheel", "click", "input"];
/// What counts as input if the pointer was moved: browsers send it too when content moves below
/// a pointer that rests.
const MOVE: &str = "pointermove";
/// What may come after a long time without timers.
const AWAKE: [&str; 2] = ["visibilitychange", "focus"];
/// Times on offer, in minutes.
const OFFERED: [u32; 5] = [5, 10, 15, 30, 60];

/// When the page locks itself.
#[derive(Clone, Copy)]
pub struct IdleLock {
    /// After how many minutes, as chosen; 0: never.
    pub minutes: RwSignal<u32>,
    /// Whether it will be soon.
    pub warning: RwSignal<bool>,
    /// The longest time that the configuration allows; 0: any.
    most: u32,
    /// When there was input last.
    last: StoredValue<f64>,
    /// Where on the screen the pointer was last.
    pointer: StoredValue<Option<(i32, i32)>>,
}

impl IdleLock {
    /// As it was chosen, within what the configuration allows.
    pub fn new(most: u32) -> Self {
        let chosen = storage::read(Key::IdleLock).and_then(|text| text.parse().ok());
        Self {
            minutes: RwSignal::new(allowed(most, chosen.unwrap_or(most))),
            warning: RwSignal::new(false),
            most,
            last: StoredValue::new(js_sys::Date::now()),
            pointer: StoredValue::new(None),
        }
    }

    /// The times that can be chosen, in minutes; 0: never.
    pub fn choices(self) -> Vec<u32> {
        let mut choices: Vec<u32> = OFFERED.into_iter().filter(|m| allowed(self.most, *m) == *m).collect();
        for other in [self.most, self.minutes.get_untracked()] {
            if !choices.contains(&other) {
                let place = choices.iter().position(|choice| *choice > other).unwrap_or(choices.len());
                choices.insert(place, other);
            }
        }
        choices
    }

    /// Chooses a time, and remembers it.
    pub fn choose(self, minutes: u32) {
        storage::write(Key::IdleLock, &minutes.to_string());
        self.minutes.set(allowed(self.most, minutes));
        self.stay();
    }

    /// Somebody is here.
    pub fn stay(self) {
        self.last.set_value(js_sys::Date::now());
        self.warn(false);
    }

    fn warn(self, soon: bool) {
        if self.warning.try_with_untracked(|warned| *warned != soon).unwrap_or_default() {
            self.warning.set(soon);
        }
    }

    /// Takes note of a pointer. Where it is first, nobody need have moved it to.
    fn moved(self, page: Watched, at: (i32, i32)) {
        let before = self.pointer.get_value();
        self.pointer.set_value(Some(at));
        if before.is_some_and(|before| before != at) {
            self.input(page);
        } else {
            self.look(page);
        }
    }

    /// Takes note of input. Late input does not undo a lock that is due, and a warning is
    /// answered by its button: who only passes by with the pointer has not read it.
    fn input(self, page: Watched) {
        self.look(page);
        if !self.warning.get_untracked() {
            self.last.set_value(js_sys::Date::now());
        }
    }

    /// Locks or warns if it is time to.
    fn look(self, page: Watched) {
        let limit = f64::from(self.minutes.get_untracked()) * 60_000.0;
        if limit == 0.0 || page.session.current().is_none() {
            return self.warn(false);
        }
        let idle = js_sys::Date::now() - self.last.get_value();
        // Below one: this computer's clock was set back.
        if idle < 0.0 {
            self.stay();
        } else if idle >= limit && !writing(page.activity) {
            page.lock.run(Some(self.minutes.get_untracked()));
        } else {
            self.warn(idle >= limit - WARNING_MS.min(limit / 2.0));
        }
    }
}

/// The page that locks itself.
#[derive(Clone, Copy)]
pub struct Watched {
    /// Whether there is anything to lock.
    pub session: Session,
    /// Whether a write is under way.
    pub activity: Activity,
    /// Locks it, after so many minutes without input if that is why.
    pub lock: Callback<Option<u32>>,
}

/// A time within what the configuration allows.
fn allowed(most: u32, minutes: u32) -> u32 {
    if most != 0 && (minutes == 0 || minutes > most) { most } else { minutes }
}

/// Whether a write is under way: its outcome has to be seen.
fn writing(activity: Activity) -> bool {
    activity.records().with_untracked(|records| {
        records
            .iter()
            .any(|record| record.outcome == Outcome::InProgress && record.spec.method == Method::Post)
    })
}

/// Locks the page whenever it is time to, as long as the current owner is there.
pub fn watch(lock: IdleLock, page: Watched) {
    let look = set_interval_with_handle(move || lock.look(page), LOOK);
    let inputs = INPUT.map(|name| window_event_listener_untyped(name, move |_| lock.input(page)));
    let moves = window_event_listener_untyped(MOVE, move |event| {
        let pointer: &web_sys::MouseEvent = event.unchecked_ref();
        lock.moved(page, (pointer.screen_x(), pointer.screen_y()));
    });
    let wakes = AWAKE.map(|name| window_event_listener_untyped(name, move |_| lock.look(page)));
    // A browser may keep a page that was left, whole, for coming back.
    let left = window_event_listener_untyped("pagehide", move |event| {
        if js_sys::Reflect::get(&event, &"persisted".into()).is_ok_and(|kept| kept.is_truthy()) {
            page.lock.run(None);
        }
    });
    on_cleanup(move || {
        if let Ok(look) = look {
            look.clear();
        }
        inputs.into_iter().chain(wakes).for_each(|listener| listener.remove());
        moves.remove();
        left.remove();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_may_choose_less_than_the_company_but_not_more() {
        for (most, chosen, holds) in
            [(15, 5, 5), (15, 15, 15), (15, 60, 15), (15, 0, 15), (0, 0, 0), (0, 60, 60)]
        {
            assert_eq!(allowed(most, chosen), holds, "{chosen} of {most}");
        }
    }
}
