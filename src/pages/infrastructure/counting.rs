//! Lists that are read only when it is asked how much is in them.

use leptos::prelude::*;

use crate::locale::{Texts, texts};
use crate::paging::Paged;
use crate::query_cache::Query;

/// How many records a list has; read when it is first asked for.
#[derive(Clone, Copy)]
pub struct Count {
    /// Begins to read.
    begin: Callback<()>,
    /// None before it was read; then without a number if it could not be.
    count: Signal<Option<Option<String>>>,
}

impl Count {
    /// Of the list that `read` observes; `counted`: the number in words.
    pub fn of<R: Send + Sync + 'static>(
        read: impl Fn() -> Query<Paged<R>> + Clone + Send + Sync + 'static,
        counted: fn(&Paged<R>, &Texts) -> String,
    ) -> Self {
        let t = texts();
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
                Some(list) => Some(Some(counted(&list, t))),
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
    ask: impl Fn([Option<String>; N]) + Send + Sync + 'static,
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
