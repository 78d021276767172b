//! Requests by the day, and how long their decisions took.

use super::counts::{Request, RequestOutcome};
use crate::pages::time::DAY;

/// The outcomes, in the order in which they are stacked.
pub const OUTCOMES: [RequestOutcome; 6] = [
    RequestOutcome::Done,
    RequestOutcome::Open,
    RequestOutcome::Rejected,
    RequestOutcome::Cancelled,
    RequestOutcome::Failed,
    RequestOutcome::Other,
];

/// How many requests became each of [`OUTCOMES`].
pub type Counts = [u64; OUTCOMES.len()];

/// The first second of each of so many days, today's last.
pub fn starts(now: i64, days: usize) -> Vec<i64> {
    let today = now.div_euclid(DAY) * DAY;
    let back = i64::try_from(days).unwrap_or_default();
    (0..back).rev().map(|day| today - day * DAY).collect()
}

/// In which of the parts of time an instant is. `starts`: of each, in order; `length`: of each.
fn place(starts: &[i64], length: i64, at: i64) -> Option<usize> {
    let index = starts.partition_point(|start| *start <= at).checked_sub(1)?;
    (at - starts.get(index)? < length).then_some(index)
}

/// Adds the requests of each day.
pub fn add_by_day(requests: &[Request], starts: &[i64], days: &mut [Counts]) {
    for request in requests {
        let day = request.applied.and_then(|at| place(starts, DAY, at));
        let outcome = OUTCOMES.iter().position(|outcome| *outcome == request.outcome);
        if let Some(count) = day.zip(outcome).and_then(|(day, outcome)| days.get_mut(day)?.get_mut(outcome)) {
            *count += 1;
        }
    }
}

/// How long decisions took, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Durations {
    /// How many there were.
    pub count: usize,
    /// Half took at most this long.
    pub median: u64,
    /// Nine in ten took at most this long, the slowest tenth longer.
    pub slowest: u64,
}

impl Durations {
    /// Of so many durations, if there are any.
    pub fn of(mut all: Vec<u64>) -> Option<Self> {
        all.sort_unstable();
        Some(Self { count: all.len(), median: quantile(&all, 50)?, slowest: quantile(&all, 90)? })
    }
}

/// The smallest value that so many percent of all do not exceed. `sorted`: in ascending order.
fn quantile(sorted: &[u64], percent: usize) -> Option<u64> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

/// How long the decisions of each part of time took. `starts` and `length`: of the parts.
pub fn durations(requests: &[Request], starts: &[i64], length: i64, parts: &mut [Vec<u64>]) {
    for request in requests {
        let Some((applied, decided)) = request.applied.zip(request.decided) else { continue };
        // A decision before its request is a clock that went wrong.
        let Ok(took) = u64::try_from(decided - applied) else { continue };
        if let Some(part) = place(starts, length, decided).and_then(|part| parts.get_mut(part)) {
            part.push(took);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::counts::tests::request;
    use super::*;

    #[test]
    fn days_begin_at_midnight_and_today_is_the_last() {
        assert_eq!(starts(3 * DAY + 5, 3), [DAY, 2 * DAY, 3 * DAY]);
        let starts = starts(3 * DAY + 5, 3);
        let requests = [
            request(DAY - 1, RequestOutcome::Done, ""),
            request(DAY, RequestOutcome::Done, ""),
            request(2 * DAY - 1, RequestOutcome::Failed, ""),
            request(3 * DAY, RequestOutcome::Open, ""),
            request(4 * DAY, RequestOutcome::Open, ""),
        ];
        let mut days = vec![Counts::default(); 3];
        add_by_day(&requests, &starts, &mut days);
        assert_eq!(days, [[1, 0, 0, 0, 1, 0], [0; 6], [0, 1, 0, 0, 0, 0]]);
    }

    #[test]
    fn median_and_slowest_tenth() {
        assert_eq!(Durations::of(Vec::new()), None);
        assert_eq!(Durations::of(vec![7]), Some(Durations { count: 1, median: 7, slowest: 7 }));
        let all: Vec<u64> = (1..=20).rev().collect();
        assert_eq!(Durations::of(all), Some(Durations { count: 20, median: 10, slowest: 18 }));
    }

    #[test]
    fn a_decision_counts_where_it_was_taken() {
        let decided = |applied, decided| Request {
            decided: Some(decided),
            ..request(applied, RequestOutcome::Done, "")
        };
        let mut parts = vec![Vec::new(); 2];
        let requests = [
            decided(5, 15),
            decided(8, 25),
            decided(25, 21),
            decided(1, 9),
            request(12, RequestOutcome::Open, ""),
        ];
        durations(&requests, &[10, 20], 10, &mut parts);
        assert_eq!(parts, [vec![10], vec![17]]);
    }

    proptest! {
        #[test]
        fn each_request_of_the_days_is_counted_once(
            times in prop::collection::vec(-5 * DAY..40 * DAY, 0..60),
            now in 0..35 * DAY,
            days in 1..31_usize,
        ) {
            let requests: Vec<Request> = times.iter().map(|at| request(*at, RequestOutcome::Done, "")).collect();
            let starts = starts(now, days);
            let mut counts = vec![Counts::default(); days];
            add_by_day(&requests, &starts, &mut counts);
            let end = starts.last().unwrap() + DAY;
            let inside = times.iter().filter(|at| (starts[0]..end).contains(*at)).count();
            prop_assert_eq!(counts.iter().flatten().sum::<u64>(), inside as u64);
        }

        #[test]
        fn a_quantile_divides_the_values(mut all in prop::collection::vec(0..1_000_u64, 1..50), percent in 1..=100_usize) {
            all.sort_unstable();
            let found = quantile(&all, percent).unwrap();
            let not_above = all.iter().filter(|one| **one <= found).count();
            let below = all.iter().filter(|one| **one < found).count();
            prop_assert!(not_above * 100 >= all.len() * percent && below * 100 < all.len() * percent);
        }
    }
}
