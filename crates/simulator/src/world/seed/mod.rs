//! The world at its beginning. Frames, boxes and buckets have the same numbers, names and states for
//! every seed, and the same number of exports waits for review, so that a test can rely on them; the
//! seed decides on times, sizes, instance numbers, and which text goes where. The settings may ask
//! for more frames and requests, or for fewer.

mod infrastructure;
mod more;
mod requests;
mod texts;

use super::{Bucket, World};
use crate::time::Timestamp;

/// What is under way at the beginning stays so for this long at speed 1: there is time to look at
/// it, and putting the work forward by an hour and a half ends all of it.
const UNDER_WAY_MS: i64 = 30 * 60_000;

/// Fills an empty world.
pub(super) fn fill(world: &mut World, now: Timestamp) {
    let bucket = |(name, disabled): &(&str, bool)| Bucket { name: (*name).into(), disabled: *disabled };
    world.buckets = texts::BUCKETS.iter().map(bucket).collect();
    infrastructure::fill_frames(world, now);
    infrastructure::fill_boxes(world, now);
    more::fill_frames(world, now);
    requests::fill_imports(world, now);
    requests::fill_exports(world, now);
}

/// The time this many days and hours before `now`.
fn ago(now: Timestamp, days: u64, hours: u64) -> Timestamp {
    let hours = i64::try_from(days * 24 + hours).unwrap_or(0);
    now.plus_ms(-hours * 3_600_000)
}
