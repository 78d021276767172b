//! Data that arrives in parts.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::paging::Progress;

/// What showing one record again costs at most, in milliseconds. A tenth of the time is spent so.
const MS_FOR_EACH: f64 = 0.1;

/// Where the parts of a query's data arrive.
pub struct Arriving<D: Send + Sync + 'static> {
    data: ArcRwSignal<Option<Arc<D>>>,
    part: ArcRwSignal<Option<Arc<D>>>,
    progress: ArcRwSignal<Option<Progress>>,
    /// When the part was set, milliseconds since 1970.
    set_at: Rc<Cell<f64>>,
}

impl<D: Send + Sync + 'static> Clone for Arriving<D> {
    fn clone(&self) -> Self {
        let (data, part, progress) = (self.data.clone(), self.part.clone(), self.progress.clone());
        Self { data, part, progress, set_at: self.set_at.clone() }
    }
}

impl<D: Send + Sync + 'static> Arriving<D> {
    /// Where nothing has arrived.
    pub fn new(
        data: ArcRwSignal<Option<Arc<D>>>,
        part: ArcRwSignal<Option<Arc<D>>>,
        progress: ArcRwSignal<Option<Progress>>,
    ) -> Self {
        Self { data, part, progress, set_at: Rc::default() }
    }

    /// The data that is there, untracked.
    pub fn before(&self) -> Option<Arc<D>> {
        self.data.get_untracked()
    }

    /// Takes in a part. Not if there is data: older rows stay in place until all newer ones are there.
    pub fn report(&self, progress: Progress, part: &dyn Fn() -> D, now: f64) {
        if self.data.with_untracked(Option::is_some) {
            return;
        }
        let is_first = self.part.with_untracked(Option::is_none);
        if is_first || is_due(progress.read, now - self.set_at.get()) {
            self.set_at.set(now);
            self.part.set(Some(Arc::new(part())));
        }
        self.progress.set(Some(progress));
    }

    /// Takes in the data.
    pub fn keep(&self, data: D) {
        self.data.set(Some(Arc::new(data)));
        self.end();
    }

    /// No part is awaited any more.
    pub fn end(&self) {
        self.progress.set(None);
        self.part.set(None);
    }
}

/// Whether so many records are shown again after so many milliseconds: were each page shown, a list of
/// fifty would be made fifty times.
fn is_due(records: usize, milliseconds: f64) -> bool {
    milliseconds >= records as f64 * MS_FOR_EACH
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arriving() -> Arriving<Vec<u32>> {
        Arriving::new(ArcRwSignal::new(None), ArcRwSignal::new(None), ArcRwSignal::new(None))
    }

    fn shown(arriving: &Arriving<Vec<u32>>) -> (Option<usize>, Option<usize>) {
        let part = arriving.part.get_untracked().map(|part| part.len());
        (part, arriving.progress.get_untracked().map(|progress| progress.read))
    }

    fn report(arriving: &Arriving<Vec<u32>>, read: usize, now: f64) {
        arriving.report(Progress { read, total: None }, &|| vec![0; read], now);
    }

    #[test]
    fn the_first_part_is_shown_at_once_and_fast_pages_are_shown_together() {
        let arriving = arriving();
        report(&arriving, 1_000, 5_000.0);
        assert_eq!(shown(&arriving), (Some(1_000), Some(1_000)));
        report(&arriving, 2_000, 5_010.0);
        assert_eq!(shown(&arriving), (Some(1_000), Some(2_000)));
        report(&arriving, 3_000, 5_300.0);
        assert_eq!(shown(&arriving), (Some(3_000), Some(3_000)));
        arriving.keep(vec![0; 3_500]);
        assert_eq!(shown(&arriving), (None, None));
        assert_eq!(arriving.before().unwrap().len(), 3_500);
    }

    #[test]
    fn data_that_is_there_is_not_replaced_by_a_part() {
        let arriving = arriving();
        arriving.keep(vec![0; 3]);
        report(&arriving, 1, 5_000.0);
        assert_eq!(shown(&arriving), (None, None));
    }

    #[test]
    fn what_can_not_be_read_leaves_no_part() {
        let arriving = arriving();
        report(&arriving, 1, 5_000.0);
        arriving.end();
        assert_eq!(shown(&arriving), (None, None));
    }
}
