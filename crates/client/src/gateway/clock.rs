//! The difference between this computer's clock and the gateway's, from its answers.
//!
//! The gateway refuses a signature whose time is more than five minutes off.

use leptos::prelude::*;

/// From which difference on the gateway may have refused a signature for its time, in
/// milliseconds: it allows five minutes, of which the way takes some.
const REFUSED_MS: f64 = 240_000.0;
/// The largest difference that is corrected. Whoever could make this page sign for a later
/// time would have signatures that work then.
pub const MAX_CORRECTED_MS: f64 = 86_400_000.0;
/// `Date` counts whole seconds.
const WHOLE_SECOND_MS: f64 = 1_000.0;

/// The gateway's clock.
#[derive(Clone, Copy, Debug)]
pub struct Clock(RwSignal<Option<f64>>);

impl Clock {
    /// No difference known.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Milliseconds by which this computer's clock is behind, if known; tracked.
    pub fn behind(self) -> Option<f64> {
        // What is timed may end after the connection.
        self.0.try_get().flatten()
    }

    /// Correction of this computer's time for signatures, in milliseconds.
    pub(super) fn correction(self) -> f64 {
        correction(self.0.try_with_untracked(|behind| *behind).flatten())
    }

    /// By how much the clock is behind, if a refusal of what was signed with `used` as its
    /// correction may be about the time.
    pub(super) fn refused(self, used: f64) -> Option<f64> {
        let behind = self.0.try_with_untracked(|behind| *behind).flatten()?;
        ((behind - used).abs() > REFUSED_MS).then_some(behind)
    }

    /// Learns from an answer: when it was asked for and came on this computer's clock, and what
    /// its `Date` says. One from a cache says nothing: it has an `Age`.
    pub(super) fn learn(self, asked: f64, came: f64, date: Option<&str>, age: Option<&str>) {
        let cached = age.is_some_and(|age| age.trim() != "0");
        let date = date.map_or(f64::NAN, js_sys::Date::parse);
        if cached || !date.is_finite() {
            return;
        }
        self.0.update(|behind| *behind = Some(learned(behind.unwrap_or_default(), asked, came, date)));
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::new()
    }
}

fn correction(behind: Option<f64>) -> f64 {
    behind.filter(|behind| behind.abs() <= MAX_CORRECTED_MS).unwrap_or_default()
}

/// What is believed after an answer: as before, unless the answer contradicts it. The gateway
/// wrote its `Date` some time between asking and coming, so a slow answer says less.
fn learned(before: f64, asked: f64, came: f64, date: f64) -> f64 {
    let seen = date + WHOLE_SECOND_MS / 2.0 - (asked + came) / 2.0;
    let margin = (came - asked).abs() / 2.0 + WHOLE_SECOND_MS;
    if (seen - before).abs() <= margin { before } else { seen }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_right_stays_as_it_is() {
        // Asked at 10.9 s, written at 11.0 s, come at 11.1 s.
        assert_eq!(learned(0.0, 10_900.0, 11_100.0, 11_000.0), 0.0);
        assert_eq!(learned(0.0, 11_700.0, 12_000.0, 11_000.0), 0.0);
        // The last second says nothing about the next one.
        assert_eq!(learned(420_000.0, 10_000.0, 10_100.0, 430_000.0), 420_000.0);
    }

    #[test]
    fn a_clock_that_is_wrong_is_known_to_half_a_second() {
        for behind in [-600_000.0, -5_000.0, 5_000.0, 600_000.0] {
            let date = ((11_000.0 + behind) / 1_000.0_f64).floor() * 1_000.0;
            assert!((learned(0.0, 10_950.0, 11_050.0, date) - behind).abs() <= 500.0);
        }
        // Somebody set it right meanwhile.
        assert!(learned(600_000.0, 10_950.0, 11_050.0, 11_000.0).abs() <= 500.0);
    }

    #[test]
    fn a_slow_answer_says_less() {
        assert_eq!(learned(0.0, 0.0, 30_000.0, 3_000.0), 0.0);
        assert_eq!(learned(0.0, 0.0, 30_000.0, 60_000.0), 45_500.0);
    }

    #[test]
    fn nothing_is_signed_for_another_day() {
        assert_eq!(correction(None), 0.0);
        assert_eq!(correction(Some(-3_600_000.0)), -3_600_000.0);
        assert_eq!(correction(Some(MAX_CORRECTED_MS * 2.0)), 0.0);
    }
}
