//! How many export requests wait for review, as far as this page has read it.

use databoxframe::export_review::Decidable;

use crate::queries::{Window, cached_frames, cached_reviews};
use crate::query_cache::QueryCache;

/// How many export requests wait for review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WaitingReviews {
    count: usize,
    /// There may be more: not every list was read, or not to its end.
    at_least: bool,
}

impl WaitingReviews {
    /// The number, with a sign if there may be more.
    pub fn number(&self) -> String {
        format!("{}{}", self.count, if self.at_least { "+" } else { "" })
    }

    /// Whether any is known to wait.
    pub fn any(&self) -> bool {
        self.count > 0
    }
}

/// How many wait in the lists that were read, if any was; tracked. Reads nothing itself.
pub fn waiting_reviews(queries: QueryCache) -> Option<WaitingReviews> {
    let mut waiting = WaitingReviews::default();
    let mut read = false;
    for frame in &cached_frames(queries)?.records {
        let Some(reviews) = cached_reviews(queries, frame.frame_no.clone(), Window::default()) else {
            waiting.at_least = true;
            continue;
        };
        read = true;
        waiting.at_least |= !reviews.completeness.is_complete();
        waiting.count += reviews.records.iter().filter(|one| one.decidable() == Decidable::Yes).count();
    }
    read.then_some(waiting)
}
