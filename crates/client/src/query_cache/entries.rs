//! Entries of the cache: data and state of each query.

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::ArcRwSignal;

use super::fetch::{Fetch, QueryFetch, Source};
use super::state::QueryState;
use super::{Arriving, Fetcher, Fetching};
use crate::paging::Progress;

/// Data and state of a query, kept while the page is open.
pub struct Entry<D> {
    /// The newest data.
    pub data: ArcRwSignal<Option<Arc<D>>>,
    /// What came of data that is read for the first time.
    pub part: ArcRwSignal<Option<Arc<D>>>,
    /// How much that is.
    pub progress: ArcRwSignal<Option<Progress>>,
    /// How it was fetched.
    pub state: ArcRwSignal<QueryState>,
    /// Fetches it, for all who observe it.
    pub fetch: Rc<QueryFetch>,
}

impl<D> Clone for Entry<D> {
    fn clone(&self) -> Self {
        let (data, part) = (self.data.clone(), self.part.clone());
        let (state, fetch) = (self.state.clone(), self.fetch.clone());
        Self { data, part, progress: self.progress.clone(), state, fetch }
    }
}

impl<D: Send + Sync + 'static> Entry<D> {
    /// Of a query that was not fetched yet.
    pub fn new<F: Fetcher<Data = D>>(fetcher: &F) -> Self {
        let (data, part) = (ArcRwSignal::new(None), ArcRwSignal::new(None));
        let (progress, state) = (ArcRwSignal::new(None), ArcRwSignal::default());
        let arriving = Arriving::new(data.clone(), part.clone(), progress.clone());
        let source = FetcherSource { fetcher: fetcher.clone(), arriving };
        let fetch = Rc::new(QueryFetch::new(state.clone(), Box::new(source)));
        Self { data, part, progress, state, fetch }
    }
}

/// The fetches of a query, and where their data arrives.
struct FetcherSource<F: Fetcher> {
    fetcher: F,
    arriving: Arriving<F::Data>,
}

impl<F: Fetcher> Source for FetcherSource<F> {
    fn begin(&self, pages: Option<&[u64]>) -> Box<dyn Fetch> {
        let (fetcher, arriving) = (self.fetcher.clone(), self.arriving.clone());
        let reader = fetcher.reader(&arriving, pages);
        Box::new(Fetching { fetcher, arriving, reader })
    }

    fn give_up(&self) {
        self.arriving.end();
    }
}

/// The entries of the queries of one type.
type Table<F> = Vec<(F, Entry<<F as Fetcher>::Data>)>;

/// The entries of all queries: a [`Table`] for each type of query in use.
#[derive(Default)]
pub struct Entries(Vec<Box<dyn Any>>);

impl Entries {
    /// The entry of a query; made the first time.
    pub fn entry<F: Fetcher>(&mut self, fetcher: &F) -> Entry<F::Data> {
        // The only downcast: the type of a query finds its table, and with it the type of its data.
        // It fails for the tables of other queries, and for all before the first query of its type.
        let table = self.0.iter_mut().find_map(|table| table.downcast_mut::<Table<F>>());
        let Some(table) = table else {
            let entry = Entry::new(fetcher);
            let table: Table<F> = vec![(fetcher.clone(), entry.clone())];
            self.0.push(Box::new(table));
            return entry;
        };
        if let Some((_, entry)) = table.iter().find(|(other, _)| other == fetcher) {
            return entry.clone();
        }
        let entry = Entry::new(fetcher);
        table.push((fetcher.clone(), entry.clone()));
        entry
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::bucket::GetBucketList;
    use leptos::prelude::{GetUntracked as _, Set as _};

    use super::*;
    use crate::gateway::Failure;
    use crate::paging::AnswerReader;
    use crate::query_cache::{Arriving, Fetched};

    /// Queries with equal fields: one of numbers, one of texts.
    #[derive(Clone, PartialEq, Eq)]
    struct Number(u32);

    #[derive(Clone, PartialEq, Eq)]
    struct Text(u32);

    impl Fetcher for Number {
        type Data = u32;
        type Reader = AnswerReader<GetBucketList>;
        fn reader(&self, _: &Arriving<u32>, _: Option<&[u64]>) -> Self::Reader {
            AnswerReader::new(GetBucketList)
        }
        fn finish(_: Self::Reader) -> Result<Fetched<u32>, Failure> {
            Err(Failure::NotConnected)
        }
    }

    impl Fetcher for Text {
        type Data = String;
        type Reader = AnswerReader<GetBucketList>;
        fn reader(&self, _: &Arriving<String>, _: Option<&[u64]>) -> Self::Reader {
            AnswerReader::new(GetBucketList)
        }
        fn finish(_: Self::Reader) -> Result<Fetched<String>, Failure> {
            Err(Failure::NotConnected)
        }
    }

    #[test]
    fn equal_queries_share_an_entry_and_others_do_not() {
        let mut entries = Entries::default();
        entries.entry(&Number(1)).data.set(Some(Arc::new(7)));
        entries.entry(&Text(1)).data.set(Some(Arc::new("seven".to_owned())));
        entries.entry(&Number(2));
        assert_eq!(entries.entry(&Number(1)).data.get_untracked().as_deref(), Some(&7));
        assert_eq!(entries.entry(&Text(1)).data.get_untracked().as_deref(), Some(&"seven".to_owned()));
        assert_eq!(entries.entry(&Number(2)).data.get_untracked(), None);
        assert_eq!(entries.0.len(), 2, "a table for each type");
    }
}
