//! Work in slices: what takes longer than a part of a frame goes on after input had its turn.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::*;

use super::index::Time;

/// A slice, in milliseconds: half a frame.
const SLICE_MS: f64 = 8.0;

/// The slices of a table's work.
#[derive(Clone, Copy)]
pub struct Slices {
    /// Counts up with each slice.
    count: RwSignal<u32>,
    /// Whether another slice is planned.
    is_planned: StoredValue<bool>,
}

impl Slices {
    /// Without work.
    pub fn new() -> Self {
        Self { count: RwSignal::new(0), is_planned: StoredValue::new(false) }
    }

    /// Lets a memo or an effect work for a slice; whether it is through. If not, it runs again after
    /// input had its turn, and sees then what is wanted by then.
    pub fn work(self, work: impl FnOnce(Time) -> bool) -> bool {
        self.count.track();
        if self.is_planned.get_value() {
            return false;
        }
        let end = Date::now() + SLICE_MS;
        let is_through = work(&mut || Date::now() < end);
        if !is_through {
            self.is_planned.set_value(true);
            // The table may be gone by then.
            let next = move || {
                self.is_planned.try_set_value(false);
                self.count.try_update(|count| *count = count.wrapping_add(1));
            };
            set_timeout(next, Duration::ZERO);
        }
        is_through
    }
}
