//! Lists of several frames or boxes as one table, read side by side.

use std::cmp::Ordering;
use std::sync::Arc;

use databoxframe::Record;
use databoxframe::date::Stamp;
use databoxframe_ui::url::UrlState;
use leptos::prelude::*;

use super::list_failures::{failures, incomplete_lists, unread_lists};
use super::origin::Origin;
use crate::components::{Column, DateField, Head, NarrowFold, Row, heads, rows_signal};
use crate::console::Console;
use crate::locale::texts;
use crate::pages::table::{ReadTable, source};
use crate::paging::{Paged, Progress, UnreadRows};
use crate::queries::{self, Window};
use crate::query_cache::{Load, Query};
use crate::untrusted::{line, name_or};

/// Rank of a request among all lists: waiting requests first, in the order in which they came, then
/// the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rank {
    /// Whether the request waits for somebody.
    pub waits: bool,
    /// Time of the request, as the API wrote it.
    pub applied: String,
}

impl Rank {
    /// The rank of a request of this time.
    pub fn new(waits: bool, applied: Option<&Stamp>) -> Self {
        Self { waits, applied: applied.map_or("", |stamp| stamp.as_str()).to_owned() }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let newest_first = other.applied.cmp(&self.applied);
        other.waits.cmp(&self.waits).then(if self.waits { newest_first.reverse() } else { newest_first })
    }
}

/// A row with its rank.
type Ranked = (Rank, Row);

/// One of the lists, independent of the type of its records.
#[derive(Clone)]
pub struct Listing {
    pub names: Vec<String>,
    rows: Arc<dyn Fn() -> Option<Vec<Ranked>> + Send + Sync>,
    pub load: Signal<Load>,
    pub refresh: Callback<()>,
    pub parts: Option<Parts>,
}

/// How a list stands that arrives in parts.
#[derive(Clone, Copy)]
pub struct Parts {
    /// While they arrive; when they are there, all of them.
    progress: Signal<Option<Progress>>,
    is_arriving: Signal<bool>,
    unread: Signal<Arc<[UnreadRows]>>,
    pub read_pages: Callback<Vec<u64>>,
}

impl Listing {
    /// A read whose data is shown elsewhere.
    pub fn without_rows(names: Vec<String>, load: Signal<Load>, refresh: Callback<()>) -> Self {
        Self { names, rows: Arc::new(|| None), load, refresh, parts: None }
    }

    /// The rows that could not be read; tracked.
    pub fn unread(&self) -> Arc<[UnreadRows]> {
        self.parts.map(|parts| parts.unread.get()).unwrap_or_default()
    }
}

/// Starts to read the list of an origin.
pub type Read<R> = dyn Fn(&Origin, Window) -> Query<Paged<R>> + Send + Sync;

/// Receives the frames.
pub type Known = dyn Fn(&[Origin]) + Send + Sync;

/// Content of such a table.
pub struct Lists<R: 'static> {
    /// Name of the table.
    pub name: &'static str,
    /// Columns.
    pub columns: Vec<Column<R, Origin>>,
    /// Rank of a request.
    pub rank: fn(&R) -> Rank,
    /// Whether each box has a list of its own, not only each frame.
    pub by_box: bool,
    /// Starts to read one of the lists.
    pub read: Arc<Read<R>>,
    /// Receives the frames, as soon as they are read and whenever they change.
    pub known: Option<Arc<Known>>,
}

impl<R> Clone for Lists<R> {
    fn clone(&self) -> Self {
        Self {
            name: self.name,
            columns: self.columns.clone(),
            rank: self.rank,
            by_box: self.by_box,
            read: self.read.clone(),
            known: self.known.clone(),
        }
    }
}

impl<R: Record + Clone + PartialEq + Send + Sync + 'static> Lists<R> {
    /// Starts to read the list of an origin.
    fn listing(&self, origin: &Origin, window: Window) -> Listing {
        let query = (self.read)(origin, window);
        let (names, rank) = (origin.names(), self.rank);
        let (origin, columns) = (Arc::new(origin.clone()), Arc::from(self.columns.clone()));
        let rows = move || {
            let data = query.so_far()?;
            let ranks: Vec<Rank> = data.records.iter().map(rank).collect();
            Some(ranks.into_iter().zip(Row::all(data, &columns, &origin, source())).collect())
        };
        let load = Signal::derive(move || query.load());
        let parts = Parts {
            progress: Signal::derive(move || {
                query.progress().or_else(|| {
                    let read = query.data()?.records.len();
                    Some(Progress { read, total: Some(read) })
                })
            }),
            is_arriving: Signal::derive(move || query.progress().is_some()),
            unread: Signal::derive(move || query.unread()),
            read_pages: query.read_pages,
        };
        Listing { names, rows: Arc::new(rows), load, refresh: query.refresh, parts: Some(parts) }
    }
}

/// The table of all lists.
pub fn lists<R: Record + Clone + PartialEq + Send + Sync + 'static>(shown: Lists<R>) -> AnyView {
    let url = UrlState::here();
    let frames = queries::frames();
    let (from, to) = (param(url, "from"), param(url, "to"));
    let window = Memo::new(move |_| Window::of(&from.get(), &to.get()));
    let origins = Memo::new(move |_| {
        Some(
            frames
                .data()?
                .records
                .iter()
                .map(|frame| Origin {
                    frame_no: frame.frame_no.clone(),
                    frame_name: name_or(frame.name.as_deref(), frame.frame_no.as_str()).to_owned(),
                    data_box: None,
                })
                .collect::<Vec<Origin>>(),
        )
    });
    let frames_load = Signal::derive(move || frames.load());
    let known = shown.known.clone();
    Effect::new(move |_| {
        if let (Some(known), Some(origins)) = (&known, origins.get()) {
            known(&origins);
        }
    });
    let table = move || {
        let window = window.get();
        match origins.get() {
            Some(origins) if shown.by_box => by_box(shown.clone(), &origins, window, frames_load),
            Some(origins) => merged(
                &shown,
                origins.iter().map(|origin| shown.listing(origin, window)).collect(),
                frames_load,
                true,
            ),
            None => merged(&shown, Vec::new(), frames_load, false),
        }
    };
    let t = texts();
    // A link may name a time, for which the field has no place.
    let day = move |text: Memo<String>| {
        Signal::derive(move || text.with(|text| text.chars().take(10).collect::<String>()))
    };
    let time = move || {
        let text = from.get();
        let (day, time) = text.split_once('T')?;
        Some(
            view! { <span class="hint">{(t.overview.from_time)(&line(&format!("{day} {time}")).words(t))}</span> },
        )
    };
    let set = move |name: &'static str| {
        Callback::new(move |text: String| {
            url.set(vec![(name.to_owned(), text), ("page".to_owned(), String::new())])
        })
    };
    view! {
        <div class="window">
            <NarrowFold id="dates" label=t.lists.dates>
                <DateField label=t.infra.from value=day(from) on_change=set("from") />
                <DateField label=t.infra.to value=to on_change=set("to") />
                {time}
                <span class="hint">{t.lists.dates_note}</span>
            </NarrowFold>
        </div>
        {table}
    }
    .into_any()
}

fn param(url: UrlState, name: &'static str) -> Memo<String> {
    Memo::new(move |_| url.get(name))
}

/// First the boxes of all frames, then a list for each box.
fn by_box<R>(shown: Lists<R>, frames: &[Origin], window: Window, frames_load: Signal<Load>) -> AnyView
where
    R: Record + Clone + PartialEq + Send + Sync + 'static,
{
    let boxes: Vec<_> =
        frames.iter().map(|frame| (frame.clone(), queries::boxes(frame.frame_no.clone()))).collect();
    let known = boxes.clone();
    // Starts when all boxes are read or failed: a later box would restart all reads.
    let origins = Memo::new(move |_| {
        let mut origins = Vec::new();
        for (frame, query) in &known {
            match query.data() {
                Some(boxes) => origins.extend(boxes.records.iter().map(|one| {
                    let name = name_or(one.name.as_deref(), one.box_no.as_str()).to_owned();
                    Origin { data_box: Some((one.box_no.clone(), name)), ..frame.clone() }
                })),
                None if query.load().failure.is_some() => {}
                None => return None,
            }
        }
        Some(origins)
    });
    let failing: Vec<Listing> = boxes
        .iter()
        .map(|(frame, query)| {
            let (query, load) = (*query, *query);
            Listing {
                names: frame.names(),
                // This list has no rows. It is here to show its failure.
                rows: Arc::new(move || query.data().map(|_| Vec::new())),
                load: Signal::derive(move || load.load()),
                refresh: query.refresh,
                parts: None,
            }
        })
        .collect();
    (move || {
        let mut listings = failing.clone();
        let origins = origins.get();
        let known = origins.is_some();
        listings.extend(origins.unwrap_or_default().iter().map(|origin| shown.listing(origin, window)));
        merged(&shown, listings, frames_load, known)
    })
    .into_any()
}

/// The table over lists that are being read. `known`: whether all lists are known.
fn merged<R>(shown: &Lists<R>, listings: Vec<Listing>, frames_load: Signal<Load>, known: bool) -> AnyView {
    table(shown.name, heads(&shown.columns), listings, frames_load, known)
}

fn table(
    name: &'static str,
    heads: Arc<[Head]>,
    listings: Vec<Listing>,
    frames_load: Signal<Load>,
    known: bool,
) -> AnyView {
    let listings = StoredValue::new(listings);
    let rows = rows_signal(move || {
        let read: Vec<_> =
            listings.with_value(|all| all.iter().filter_map(|listing| (listing.rows)()).collect());
        // Without any list the table is empty; before the first answer it is loading.
        if !known || (read.is_empty() && !listings.with_value(Vec::is_empty)) {
            return None;
        }
        let mut read: Vec<Ranked> = read.into_iter().flatten().collect();
        read.sort_by(|(a, _), (b, _)| a.compare(b));
        Some(read.into_iter().map(|(_, row)| row).collect())
    });
    let load = Signal::derive(move || {
        listings.with_value(|listings| {
            listings.iter().map(|listing| listing.load.get()).fold(frames_load.get(), whole)
        })
    });
    let queries = Console::expect().queries;
    let progress = Signal::derive(move || listings.with_value(|listings| progress(listings)));
    view! {
        {failures(listings, texts().frame_failed)}
        {unread_lists(listings)}
        {incomplete_lists(listings)}
        <ReadTable
            name=name
            id=""
            heads=heads
            rows=rows
            load=load
            progress=progress
            refresh=Callback::new(move |()| queries.invalidate())
        />
    }
    .into_any()
}

/// The state of two reads together: loading while either is, and as old as the older one. Failures
/// and incomplete lists are reported separately.
pub(super) fn whole(sum: Load, one: Load) -> Load {
    Load {
        loading: sum.loading || one.loading,
        failure: sum.failure,
        read_at: match (sum.read_at, one.read_at) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        },
        completeness: sum.completeness,
    }
}

/// How much of all lists was read, while one of them arrives in parts; tracked.
fn progress(listings: &[Listing]) -> Option<Progress> {
    let parts = || listings.iter().filter_map(|listing| listing.parts);
    if !parts().any(|parts| parts.is_arriving.get()) {
        return None;
    }
    let mut sum = Progress { read: 0, total: Some(0) };
    for parts in parts() {
        // Of a list that has not been answered nobody knows how long it is.
        let Progress { read, total } = parts.progress.get().unwrap_or(Progress { read: 0, total: None });
        sum.read += read;
        sum.total = sum.total.zip(total).map(|(sum, total)| sum.saturating_add(total));
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_longest_is_first_and_the_newest_of_the_others() {
        let rank = |waits, applied: &str| Rank { waits, applied: applied.to_owned() };
        let mut ranks = [
            rank(false, "2024-03-01"),
            rank(true, "2024-03-05"),
            rank(false, "2024-03-09"),
            rank(true, ""),
            rank(true, "2024-03-02"),
        ];
        ranks.sort_by(Rank::compare);
        let order: Vec<(bool, &str)> = ranks.iter().map(|rank| (rank.waits, rank.applied.as_str())).collect();
        let expected = [
            (true, ""),
            (true, "2024-03-02"),
            (true, "2024-03-05"),
            (false, "2024-03-09"),
            (false, "2024-03-01"),
        ];
        assert_eq!(order, expected);
    }
}
