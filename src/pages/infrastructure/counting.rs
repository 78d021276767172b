//! Lists that are read only when it is asked how much is in them.

use databoxframe::code::{BoxStatus, Phase};
use databoxframe::data_box::DataBox;
use leptos::prelude::*;

use crate::locale::Texts;
use crate::paging::Paged;
use crate::query_cache::Query;

/// How much is in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// How much was read.
    pub read: usize,
    /// How much of it was returned, which the service does not count.
    pub returned: usize,
    /// Whether there may be more.
    pub more: bool,
}

impl Counted {
    /// Of any list.
    pub fn of<R>(list: &Paged<R>) -> Self {
        Self { read: list.records.len(), returned: 0, more: !list.completeness.is_complete() }
    }

    /// Of a list of boxes, which has returned ones too.
    pub fn of_boxes(list: &Paged<DataBox>) -> Self {
        let is_returned = |one: &&DataBox| one.status.as_ref().map(BoxStatus::phase) == Some(Phase::Returned);
        Self { returned: list.records.iter().filter(is_returned).count(), ..Self::of(list) }
    }

    /// The number, or "at least" that many; those that were returned apart.
    pub fn words(self, t: &Texts) -> String {
        match (self.more, self.returned) {
            (true, _) => (t.lists.at_least)(self.read),
            (false, 0) => self.read.to_string(),
            (false, returned) => (t.actions.and_returned)(&(self.read - returned).to_string(), returned),
        }
    }

    /// The number, if it is all.
    pub fn all(self) -> Option<usize> {
        (!self.more).then_some(self.read)
    }
}

/// How many records a list has; read when it is first asked for.
#[derive(Clone, Copy)]
pub struct Count {
    /// Begins to read.
    begin: Callback<()>,
    /// None before it was read; then without a number if it could not be.
    count: Signal<Option<Option<Counted>>>,
}

impl Count {
    /// Of the list that `read` observes.
    pub fn of<R: Send + Sync + 'static>(
        read: impl Fn() -> Query<Paged<R>> + Clone + Send + Sync + 'static,
        counted: fn(&Paged<R>) -> Counted,
    ) -> Self {
        let query = RwSignal::new(None::<Query<Paged<R>>>);
        // An owner that owned itself would never end.
        let owner = StoredValue::new(Owner::current().map(|owner| owner.downgrade()));
        let begin = Callback::new(move |()| {
            if query.with_untracked(Option::is_none) {
                // Owned by the page, not by what asks.
                let owner = owner.with_value(|owner| owner.as_ref()?.upgrade());
                query.set(owner.map(|owner| owner.with(read.clone())));
            }
        });
        let count = Signal::derive(move || {
            let query = query.get()?;
            match query.data() {
                // Its first pages are not all.
                Some(list) if !list.completeness.is_complete() && query.load().loading => None,
                Some(list) => Some(Some(counted(&list))),
                None => query.load().failure.map(|_| None),
            }
        });
        Self { begin, count }
    }
}

/// Asks something that names how much is in these lists, as soon as they were read. Gives back what
/// begins it, and whether it waits.
pub fn ask_with_counts<const N: usize>(
    counts: [Count; N],
    ask: impl Fn([Option<Counted>; N]) + Send + Sync + 'static,
) -> (Callback<()>, Signal<bool>) {
    let waits = RwSignal::new(false);
    Effect::new(move |_| {
        if !waits.get() {
            return;
        }
        let read = counts.map(|one| one.count.get());
        if read.iter().all(Option::is_some) {
            waits.set(false);
            ask(read.map(Option::flatten));
        }
    });
    let begin = Callback::new(move |()| {
        counts.iter().for_each(|one| one.begin.run(()));
        waits.set(true);
    });
    (begin, waits.into())
}
