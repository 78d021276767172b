//! The axis of a chart.

/// The marks of an axis from 0 to at least `max`: at most five steps of 1, 2 or 5 times a power of
/// ten. `unit`: what they are multiples of.
pub fn ticks(max: u64, unit: u64) -> Vec<u64> {
    let unit = unit.max(1);
    let most = max.div_ceil(unit).max(1);
    let mut step = 1_u64;
    let mut factors = [2, 5, 10].iter().cycle();
    let mut decade = 1_u64;
    while most.div_ceil(step) > 5 {
        let factor = factors.next().copied().unwrap_or(10);
        step = decade.saturating_mul(factor);
        if factor == 10 {
            decade = step;
        }
    }
    (0..=most.div_ceil(step)).map(|index| index.saturating_mul(step).saturating_mul(unit)).collect()
}

/// A part of a whole in thousandths.
pub fn thousandths(part: u64, whole: u64) -> u64 {
    let share = u128::from(part) * 1_000 / u128::from(whole.max(1));
    u64::try_from(share).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_are_round_numbers() {
        assert_eq!(ticks(0, 1), [0, 1]);
        assert_eq!(ticks(3, 1), [0, 1, 2, 3]);
        assert_eq!(ticks(7, 1), [0, 2, 4, 6, 8]);
        assert_eq!(ticks(48, 1), [0, 10, 20, 30, 40, 50]);
        assert_eq!(ticks(30 * 3_600, 3_600), [0, 10 * 3_600, 20 * 3_600, 30 * 3_600]);
    }

    proptest! {
        #[test]
        fn few_marks_reach_the_largest_value(max in 0..u64::MAX / 1_000, unit in 1..1_000_u64) {
            let marks = ticks(max, unit);
            prop_assert!((2..=6).contains(&marks.len()), "{marks:?}");
            prop_assert!(marks.last().is_some_and(|last| *last >= max));
            let steps: Vec<u64> = marks.windows(2).map(|pair| pair[1] - pair[0]).collect();
            prop_assert!(steps.iter().all(|step| *step == steps[0] && step.is_multiple_of(unit)));
        }

        #[test]
        fn a_part_is_at_most_the_whole(whole: u64, share in 0.0..=1.0) {
            let part = (whole as f64 * share) as u64;
            prop_assert!(thousandths(part.min(whole), whole) <= 1_000);
        }
    }
}
