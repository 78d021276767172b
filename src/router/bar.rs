//! Writes to the browser's history, as often as the browser allows.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::base::href;
use super::steps::{Step, Steps};

/// Serial numbers of changes. The state of an entry is its position, with the serial number as its fraction.
const SERIALS: u16 = 1024;

/// Where Back or Forward led.
#[derive(Debug, PartialEq, Eq)]
pub enum Arrival {
    /// To an entry, whose URL is in the location bar.
    Entry,
    /// One entry too far back, because the page that was left had no entry yet. The URL of the page
    /// before it, to whose entry the browser is on its way.
    Before(String),
    /// To the current entry, or to a fragment of the current page: the page stays.
    Returned,
}

/// The browser's location bar and history.
#[derive(Clone, Debug, Default)]
pub struct Bar(Rc<BarState>);

/// The entries, and changes that wait.
#[derive(Debug, Default)]
struct BarState {
    steps: RefCell<Steps>,
    timer: RefCell<Option<Timeout>>,
    /// Number of entries of the console before the current one.
    position: Cell<f64>,
    /// URL of the current entry, below the folder of the console.
    url: RefCell<String>,
    /// The browser is on its way back to the current entry.
    returning: Cell<bool>,
    /// Serial number of the last change.
    serial: Cell<u16>,
}

impl Bar {
    /// At an entry with this URL. Its state is set, unless the page was reloaded.
    pub fn new(url: String) -> Self {
        let bar = Self::default();
        match position() {
            Some(position) => bar.0.position.set(position),
            // Without the state only Back from a refused change is recognised less well.
            None => {
                let _ = history().map(|history| history.replace_state(&JsValue::from_f64(0.0), ""));
            }
        }
        bar.0.url.replace(url);
        bar
    }

    /// Changes the URL of the current entry, soon.
    pub fn replace(&self, url: String) {
        self.0.steps.borrow_mut().replace(url);
        self.plan();
    }

    /// The same while somebody types: after a pause.
    pub fn type_in(&self, url: String) {
        self.0.steps.borrow_mut().type_in(url, js_sys::Date::now());
        self.plan();
    }

    /// A new entry.
    pub fn push(&self, url: String) {
        self.0.steps.borrow_mut().push(url);
        self.plan();
    }

    /// Writes waiting changes now, as far as the browser allows.
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
            self.0.url.replace(step.url().to_owned());
        }
    }

    fn plan(&self) {
        let Some(due) = self.0.steps.borrow().due(js_sys::Date::now()) else { return };
        if due <= 0.0 {
            return self.flush();
        }
        // A timer that runs writes the newest, or waits again if somebody typed meanwhile.
        if self.0.timer.borrow().is_none() {
            let bar = self.clone();
            let end = move || {
                bar.0.timer.borrow_mut().take();
                let is_typed = bar.0.steps.borrow().is_typed(js_sys::Date::now());
                if is_typed { bar.plan() } else { bar.flush() }
            };
            *self.0.timer.borrow_mut() = Some(Timeout::new(due.ceil() as u32, end));
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
        if position().is_none() && here == *self.0.url.borrow() {
            return Arrival::Returned;
        }
        let back = position().is_some_and(|position| position < self.0.position.get());
        if back && self.lacks_entry() {
            let before = self.0.steps.borrow_mut().back();
            self.0.returning.set(true);
            // Without a history there is no way back either.
            let _ = history().map(|history| history.go_with_delta(1));
            return Arrival::Before(before.unwrap_or_else(|| self.0.url.borrow().clone()));
        }
        self.0.steps.borrow_mut().clear();
        self.0.timer.borrow_mut().take();
        self.0.position.set(position().unwrap_or_default());
        self.0.url.replace(here);
        Arrival::Entry
    }

    /// Drops waiting changes.
    pub fn end(&self) {
        self.0.timer.borrow_mut().take();
        self.0.steps.borrow_mut().clear();
    }
}

fn history() -> Option<web_sys::History> {
    web_sys::window().and_then(|window| window.history().ok())
}

/// Position in the state of the current entry.
fn position() -> Option<f64> {
    Some(history()?.state().ok()?.as_f64()?.floor())
}

/// Whether the browser made the change: some refuse with an error, others do nothing.
fn write(step: &Step, state: f64) -> bool {
    let Some(history) = history() else { return true };
    let (url, value) = (href(step.url()), JsValue::from_f64(state));
    let result = match step {
        Step::Replace(_) => history.replace_state_with_url(&value, "", Some(&url)),
        Step::Push(_) => history.push_state_with_url(&value, "", Some(&url)),
    };
    result.is_ok() && history.state().ok().and_then(|state| state.as_f64()) == Some(state)
}
