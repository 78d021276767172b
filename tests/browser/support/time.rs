//! Waiting for conditions, and clocks that the test moves.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;

/// Turns of the event loop after which a condition counts as never met. They are real time
/// only if there is nothing to do, so a slow machine gets longer.
const MAX_TURNS: u32 = 2_000;
/// Timers from here on are held by [`Timers`], in milliseconds.
const LONG_MS: f64 = 1_000.0;

thread_local! {
    static SET_TIMEOUT: Function = Reflect::get(&window(), &"setTimeout".into()).unwrap().unchecked_into();
    static CLEAR_TIMEOUT: Function =
        Reflect::get(&window(), &"clearTimeout".into()).unwrap().unchecked_into();
    static SET_INTERVAL: Function = Reflect::get(&window(), &"setInterval".into()).unwrap().unchecked_into();
}

/// What `look` finds, as soon as it finds something.
pub async fn until<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    for _ in 0..MAX_TURNS {
        if let Some(found) = look() {
            return found;
        }
        TimeoutFuture::new(1).await;
    }
    let shown = super::page::host().map(|host| host.inner_text()).unwrap_or_default();
    panic!("never: {what}. The page shows:\n{shown}");
}

/// As soon as `condition` holds.
pub async fn holds(what: &str, condition: impl Fn() -> bool) {
    until(what, || condition().then_some(())).await;
}

/// Lets whatever is due run to its end, before a test says that something did *not* happen.
/// Effects, spawned futures and answers of the fake gateway all are due within a turn.
pub async fn idle() {
    for _ in 0..5 {
        TimeoutFuture::new(0).await;
    }
}

/// The browser's clock and timers as they are, whatever a test before did to them.
pub fn restore() {
    SET_TIMEOUT.with(|original| set(&window(), "setTimeout", original));
    CLEAR_TIMEOUT.with(|original| set(&window(), "clearTimeout", original));
    SET_INTERVAL.with(|original| set(&window(), "setInterval", original));
    advance_clock(0.0);
}

/// Moves `Date.now()` forward by this much.
pub fn advance_clock(milliseconds: f64) {
    let now = Closure::<dyn Fn() -> f64>::new(move || {
        let performance = window().performance().unwrap();
        performance.time_origin() + performance.now() + milliseconds
    });
    let date = Reflect::get(&window(), &"Date".into()).unwrap();
    set(&date, "now", &now.into_js_value());
}

/// Holds long timers until the test lets their time pass.
#[derive(Clone, Default)]
pub struct Timers(Rc<RefCell<Vec<Timer>>>);

/// A timer: its number, after how many milliseconds it is due, and what it does.
type Timer = (f64, f64, Function);

impl Timers {
    /// Begins to hold timers.
    pub fn hold() -> Self {
        let timers = Self::default();
        let (held, cleared) = (timers.clone(), timers.clone());
        // No timer of the browser's has such a number.
        let next = Cell::new(-1.0);
        let set_timeout =
            Closure::<dyn FnMut(Function, f64) -> JsValue>::new(move |run: Function, ms: f64| {
                if ms >= LONG_MS {
                    let number = next.replace(next.get() - 1.0);
                    held.0.borrow_mut().push((number, ms, run));
                    return number.into();
                }
                SET_TIMEOUT.with(|original| original.call2(&JsValue::UNDEFINED, &run, &ms.into()).unwrap())
            });
        let clear_timeout = Closure::<dyn FnMut(JsValue)>::new(move |number: JsValue| {
            cleared.0.borrow_mut().retain(|timer| number != timer.0);
            CLEAR_TIMEOUT.with(|original| original.call1(&JsValue::UNDEFINED, &number).unwrap());
        });
        set(&window(), "setTimeout", &set_timeout.into_js_value());
        set(&window(), "clearTimeout", &clear_timeout.into_js_value());
        timers
    }

    /// Runs the timers that are due after this time.
    pub fn elapse(&self, milliseconds: f64) {
        let (due, later) = self.0.take().into_iter().partition(|(_, ms, _)| *ms <= milliseconds);
        self.0.replace(later);
        let due: Vec<Timer> = due;
        for (_, _, run) in due {
            run.call0(&JsValue::UNDEFINED).unwrap();
        }
    }
}

/// What is done again and again, held until the test lets it happen.
#[derive(Clone, Default)]
pub struct Intervals(Rc<RefCell<Vec<Function>>>);

impl Intervals {
    /// Begins to hold what starts from now on.
    pub fn hold() -> Self {
        let intervals = Self::default();
        let held = intervals.clone();
        let set_interval = Closure::<dyn FnMut(Function) -> f64>::new(move |run: Function| {
            held.0.borrow_mut().push(run);
            // No interval of the browser's has this number.
            -1.0
        });
        set(&window(), "setInterval", &set_interval.into_js_value());
        intervals
    }

    /// Does it all once.
    pub fn tick(&self) {
        for run in self.0.borrow().iter() {
            run.call0(&JsValue::UNDEFINED).unwrap();
        }
    }
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    assert!(Reflect::set(object, &name.into(), value).unwrap(), "{name} can't be replaced");
}
