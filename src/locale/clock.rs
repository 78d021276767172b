//! State of this computer's clock as text.

use super::Texts;
use crate::gateway::MAX_CORRECTED_MS;

/// State of a clock that is behind the gateway's by this many milliseconds, and its correction.
pub fn clock(behind: Option<f64>, t: &Texts) -> String {
    let t = &t.trust;
    let Some(behind) = behind else { return t.clock_unknown.to_owned() };
    let seconds = (behind.abs() / 1_000.0) as u64;
    if seconds < 5 {
        return t.clock_right.to_owned();
    }
    let parts = [(seconds / 3_600, t.hours), (seconds / 60 % 60, t.minutes), (seconds % 60, t.seconds)];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, text)| text(count)).collect();
    let off = if behind > 0.0 { t.slow } else { t.fast };
    let then = if behind.abs() <= MAX_CORRECTED_MS { t.corrected } else { t.not_corrected };
    format!("{} {then}", off(&parts.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn a_clock_is_described_by_how_much_it_is_off() {
        let said = |behind| clock(behind, Locale::English.texts());
        assert_eq!(said(None), "The gateway's time is not known yet.");
        assert_eq!(said(Some(-4_900.0)), "In sync with the gateway.");
        assert!(said(Some(432_000.0)).starts_with("This computer's clock is 7 min 12 s slow. Requests"));
        assert!(said(Some(-7_260_000.0)).starts_with("This computer's clock is 2 h 1 min fast. Requests"));
        assert!(said(Some(1e9)).contains("slow. A difference of more than a day is not corrected"));
        assert!(clock(Some(432_000.0), Locale::Korean.texts()).contains("7분 12초 느립니다"));
    }
}
