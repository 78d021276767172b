//! The idle lock: after a time without input the page drops its keys and asks for them again.
//! Unsaved drafts are kept.

use leptos::prelude::*;
use std::time::Duration;

use databoxframe::operation::Method;
use wasm_bindgen::JsCast as _;

use crate::connection::Session;
use crate::gateway::{Activity, Outcome};
use crate::storage::{self, Key};

/// Time between the warning and the lock, in milliseconds.
const WARNING_MS: f64 = 60_000.0;
/// Interval of the check, in milliseconds. Timers stop while a computer sleeps, so one long timer
/// would fire too late.
const LOOK: Duration = Duration::from_secs(5);
/// Events that count as input. A click without a pointer comes from a screen reader or voice
/// control.
const INPUT: [&str; 5] = ["pointerdown", "keydown", "wheel", "click", "input"];
/// Events that count as input if the pointer has moved: browsers also send them when content moves
/// below a resting pointer.
const MOVE: &str = "pointermove";
/// Events that may follow a long time without timers.
const AWAKE: [&str; 2] = ["visibilitychange", "focus"];
/// Offered times, in minutes.
const OFFERED: [u32; 5] = [5, 10, 15, 30, 60];

/// State of the idle lock.
#[derive(Clone, Copy)]
pub struct IdleLock {
    /// Chosen time, in minutes; 0: never.
    pub minutes: RwSignal<u32>,
    /// Whether the warning is shown.
    pub warning: RwSignal<bool>,
    /// Longest time that the configuration allows, in minutes; 0: no limit.
    most: u32,
    /// Time of the last input, milliseconds since 1970.
    last: StoredValue<f64>,
    /// Last position of the pointer on the screen.
    pointer: StoredValue<Option<(i32, i32)>>,
}

impl IdleLock {
    /// The stored choice, limited by the configuration.
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

    /// Times to choose from, in minutes; 0: never.
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

    /// Sets the time and stores it.
    pub fn choose(self, minutes: u32) {
        storage::write(Key::IdleLock, &minutes.to_string());
        self.minutes.set(allowed(self.most, minutes));
        self.stay();
    }

    /// Restarts the time: the user is there.
    pub fn stay(self) {
        self.last.set_value(js_sys::Date::now());
        self.warn(false);
    }

    fn warn(self, soon: bool) {
        if self.warning.try_with_untracked(|warned| *warned != soon).unwrap_or_default() {
            self.warning.set(soon);
        }
    }

    /// Handles a pointer event. The first position is not a movement.
    fn moved(self, page: Watched, at: (i32, i32)) {
        let before = self.pointer.get_value();
        self.pointer.set_value(Some(at));
        if before.is_some_and(|before| before != at) {
            self.input(page);
        } else {
            self.look(page);
        }
    }

    /// Handles input. Late input does not undo a lock that is due, and only the button of the
    /// warning closes it: moving the pointer does not prove that the warning was read.
    fn input(self, page: Watched) {
        self.look(page);
        if !self.warning.get_untracked() {
            self.last.set_value(js_sys::Date::now());
        }
    }

    /// Locks or warns if it is time.
    fn look(self, page: Watched) {
        let limit = f64::from(self.minutes.get_untracked()) * 60_000.0;
        if limit == 0.0 || page.session.current().is_none() {
            return self.warn(false);
        }
        let idle = js_sys::Date::now() - self.last.get_value();
        // Negative: this computer's clock was set back.
        if idle < 0.0 {
            self.stay();
        } else if idle >= limit && !writing(page.activity) {
            page.lock.run(Some(self.minutes.get_untracked()));
        } else {
            self.warn(idle >= limit - WARNING_MS.min(limit / 2.0));
        }
    }
}

/// What the lock needs of the page.
#[derive(Clone, Copy)]
pub struct Watched {
    /// Whether there are keys to drop.
    pub session: Session,
    /// Whether a write is in flight.
    pub activity: Activity,
    /// Locks the page. The argument: minutes without input, if that is the reason.
    pub lock: Callback<Option<u32>>,
}

/// A time, limited by the configuration.
fn allowed(most: u32, minutes: u32) -> u32 {
    if most != 0 && (minutes == 0 || minutes > most) { most } else { minutes }
}

/// Whether a write is in flight, whose outcome has to be seen.
fn writing(activity: Activity) -> bool {
    activity.records().with_untracked(|records| {
        records
            .iter()
            .any(|record| record.outcome == Outcome::InProgress && record.spec.method == Method::Post)
    })
}

/// Runs the lock while the current owner exists.
pub fn watch(lock: IdleLock, page: Watched) {
    let look = set_interval_with_handle(move || lock.look(page), LOOK);
    let inputs = INPUT.map(|name| window_event_listener_untyped(name, move |_| lock.input(page)));
    let moves = window_event_listener_untyped(MOVE, move |event| {
        let pointer: &web_sys::MouseEvent = event.unchecked_ref();
        lock.moved(page, (pointer.screen_x(), pointer.screen_y()));
    });
    let wakes = AWAKE.map(|name| window_event_listener_untyped(name, move |_| lock.look(page)));
    // A browser may keep a page in its back/forward cache.
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
