//! Writes to the browser's history, as often as it lets.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::base::href;
use super::steps::{Step, Steps};

/// So many changes are told apart: the mark of an entry is its position and a part of 1.
const SERIALS: u16 = 1024;

/// Where the browser's history came to by Back or Forward.
#[derive(Debug, PartialEq, Eq)]
pub enum Arrival {
    /// At an entry: its address is in the address bar.
    Entry,
    /// One too far back: the page that was left had no entry yet. The page before that one, and
    /// the browser is on its way to its entry.
    Before(String),
    /// At the entry it was told to return to, or at a place of the present page: what is shown
    /// stays.
    Returned,
}

/// The browser's address bar and history.
#[derive(Clone, Debug, Default)]
pub struct Bar(Rc<State>);

#[derive(Debug, Default)]
struct State {
    steps: RefCell<Steps>,
    timer: RefCell<Option<Timeout>>,
    /// How many entries of the console are before the present one.
    position: Cell<f64>,
    /// The address of the present entry.
    address: RefCell<String>,
    /// The browser was told to return to the present entry.
    returning: Cell<bool>,
    /// Tells one change from the one before it.
    serial: Cell<u16>,
}

impl Bar {
    /// At an entry with this address, which is marked unless it is: a page that was reloaded.
    pub fn new(address: String) -> Self {
        let bar = Self::default();
        match position() {
            Some(position) => bar.0.position.set(position),
            // Without the mark only going back from what was refused is told less well.
            None => {
                let _ = history().map(|history| history.replace_state(&JsValue::from_f64(0.0), ""));
            }
        }
        bar.0.address.replace(address);
        bar
    }

    /// Another address for the present entry, soon.
    pub fn replace(&self, address: String) {
        self.0.steps.borrow_mut().replace(address);
        self.plan();
    }

    /// A new entry.
    pub fn push(&self, address: String) {
        self.0.steps.borrow_mut().push(address);
        self.plan();
    }

    /// Writes now what waits, as far as the browser lets.
    pub fn flush(&self) {
        self.0.timer.borrow_mut().take();
        // Not into the entry that the browser is about to leave.
        while !self.0.returning.get() {
            let Some(step) = self.0.steps.borrow().next() else { return };
            let position = self.0.position.get() + f64::from(u8::from(matches!(step, Step::Push(_))));
            let serial = (self.0.serial.get() + 1) % SERIALS;
            self.0.serial.set(serial);
            if !write(&step, position + f64::from(serial) / f64::from(SERIALS)) {
                self.0.steps.borrow_mut().refused();
                return self.plan();
            }
            self.0.steps.borrow_mut().made(js_sys::Date::now());
            self.0.position.set(position);
            self.0.address.replace(step.address().to_owned());
        }
    }

    fn plan(&self) {
        let Some(due) = self.0.steps.borrow().due(js_sys::Date::now()) else { return };
        if due <= 0.0 {
            return self.flush();
        }
        // A timer that runs writes the newest.
        if self.0.timer.borrow().is_none() {
            let bar = self.clone();
            *self.0.timer.borrow_mut() = Some(Timeout::new(due as u32, move || bar.flush()));
        }
    }

    /// Whether an entry is still to be made: Back would leave one page too many.
    pub fn lacks_entry(&self) -> bool {
        self.0.steps.borrow().lacks_entry()
    }

    /// The browser went back or forth.
    pub fn arrived(&self) -> Arrival {
        if self.0.returning.replace(false) {
            self.plan();
            return Arrival::Returned;
        }
        let here = super::history::current().to_string();
        if position().is_none() && here == *self.0.address.borrow() {
            return Arrival::Returned;
        }
        let back = position().is_some_and(|position| position < self.0.position.get());
        if back && self.lacks_entry() {
            let before = self.0.steps.borrow_mut().back();
            self.0.returning.set(true);
            // Without a history there is no way back either.
            let _ = history().map(|history| history.go_with_delta(1));
            return Arrival::Before(before.unwrap_or_else(|| self.0.address.borrow().clone()));
        }
        self.0.steps.borrow_mut().clear();
        self.0.timer.borrow_mut().take();
        self.0.position.set(position().unwrap_or_default());
        self.0.address.replace(here);
        Arrival::Entry
    }

    /// Writes nothing more.
    pub fn end(&self) {
        self.0.timer.borrow_mut().take();
        self.0.steps.borrow_mut().clear();
    }
}

fn history() -> Option<web_sys::History> {
    web_sys::window().and_then(|window| window.history().ok())
}

/// The position that was written into the present entry.
fn position() -> Option<f64> {
    Some(history()?.state().ok()?.as_f64()?.floor())
}

/// Whether the browser did it: one refuses with an error, another does nothing.
fn write(step: &Step, mark: f64) -> bool {
    let Some(history) = history() else { return true };
    let (url, state) = (href(step.address()), JsValue::from_f64(mark));
    let result = match step {
        Step::Replace(_) => history.replace_state_with_url(&state, "", Some(&url)),
        Step::Push(_) => history.push_state_with_url(&state, "", Some(&url)),
    };
    result.is_ok() && history.state().ok().and_then(|state| state.as_f64()) == Some(mark)
}
