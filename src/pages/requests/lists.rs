//! Lists of several frames or boxes as one table, read side by side.

use std::sync::Arc;

use databoxframe::date::Stamp;
use databoxframe_ui::url::UrlState;
use leptos::prelude::*;

use super::origin::Origin;
use crate::components::{Column, DateField, FailureAlert, Head, Row, heads, rows_signal};
use crate::console::Console;
use crate::locale::{incomplete, texts};
use crate::pages::table::ReadTable;
use crate::paging::{Completeness, Paged};
use crate::queries::{self, Window};
use crate::query_cache::{Load, Query};
use crate::untrusted::{line, name_or};

/// Names of lists, separated unambiguously.
fn names_view(lists: Vec<Vec<String>>) -> AnyView {
    let part = |name: &String| view! { <span>{line(name)}</span> }.into_any();
    let item = |names: Vec<String>| {
        let parts: Vec<AnyView> = names.iter().map(part).collect();
        view! { <li class="facts">{parts}</li> }.into_any()
    };
    view! { <ul class="list-names">{lists.into_iter().map(item).collect::<Vec<AnyView>>()}</ul> }.into_any()
}

/// Rank of a request among all lists: waiting requests first, then the newest.
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
}

/// A row with its rank.
type Ranked = (Rank, Row);

/// One of the lists, independent of the type of its records.
#[derive(Clone)]
struct Listing {
    names: Vec<String>,
    rows: Arc<dyn Fn() -> Option<Vec<Ranked>> + Send + Sync>,
    load: Signal<Load>,
    refresh: Callback<()>,
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

impl<R: Clone + PartialEq + Send + Sync + 'static> Lists<R> {
    /// Starts to read the list of an origin.
    fn listing(&self, origin: &Origin, window: Window) -> Listing {
        let query = (self.read)(origin, window);
        let (origin, names, columns, rank) =
            (origin.clone(), origin.names(), self.columns.clone(), self.rank);
        let rows = move || {
            let row = |record| (rank(record), Row::new(&columns, record, &origin));
            Some(query.data()?.records.iter().map(row).collect())
        };
        let load = Signal::derive(move || query.load());
        Listing { names, rows: Arc::new(rows), load, refresh: query.refresh }
    }
}

/// The table of all lists.
pub fn lists<R: Clone + PartialEq + Send + Sync + 'static>(shown: Lists<R>) -> AnyView {
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
    let set = move |name: &'static str| {
        Callback::new(move |text: String| {
            url.set(vec![(name.to_owned(), text), ("page".to_owned(), String::new())])
        })
    };
    view! {
        <div class="window">
            <DateField label=t.infra.from value=from on_change=set("from") />
            <DateField label=t.infra.to value=to on_change=set("to") />
            <span class="hint">{t.date_note}</span>
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
    R: Clone + PartialEq + Send + Sync + 'static,
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
        read.sort_by(|(a, _), (b, _)| b.waits.cmp(&a.waits).then_with(|| b.applied.cmp(&a.applied)));
        Some(read.into_iter().map(|(_, row)| row).collect())
    });
    let load = Signal::derive(move || {
        listings.with_value(|listings| {
            listings.iter().map(|listing| listing.load.get()).fold(frames_load.get(), whole)
        })
    });
    let queries = Console::expect().queries;
    view! {
        {failures(listings)}
        {incomplete_lists(listings)}
        <ReadTable
            name=name
            id=""
            heads=heads
            rows=rows
            load=load
            refresh=Callback::new(move |()| queries.invalidate())
        />
    }
    .into_any()
}

/// The state of two reads together: loading while either is, and as old as the older one. Failures
/// and incomplete lists are reported separately.
fn whole(sum: Load, one: Load) -> Load {
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

/// Which lists may be incomplete, and why; grouped by reason.
fn incomplete_lists(listings: StoredValue<Vec<Listing>>) -> AnyView {
    let t = texts();
    let said = Memo::new(move |_| {
        let mut groups: Vec<(Completeness, Vec<Vec<String>>)> = Vec::new();
        listings.with_value(|listings| {
            for listing in listings {
                let completeness = listing.load.with(|load| load.completeness);
                if completeness.is_complete() {
                    continue;
                }
                match groups.iter_mut().find(|(other, _)| *other == completeness) {
                    Some((_, lists)) => lists.push(listing.names.clone()),
                    None => groups.push((completeness, vec![listing.names.clone()])),
                }
            }
        });
        groups
    });
    let group = move |(completeness, lists): (Completeness, Vec<Vec<String>>)| {
        let text = incomplete(completeness, lists.len(), t)?;
        Some(view! { <div class="alert alert-attention"><p>{text}</p>{names_view(lists)}</div> }.into_any())
    };
    let shown = move || said.get().into_iter().filter_map(group).collect::<Vec<AnyView>>().into_any();
    view! { <div class="live" role="status">{shown}</div> }.into_any()
}

/// Which lists could not be read, and why; the others stay usable. Grouped by failure: a relay that
/// is down is one message, not one for each box.
fn failures(listings: StoredValue<Vec<Listing>>) -> AnyView {
    let t = texts();
    let failed = Memo::new(move |_| {
        let mut groups: Vec<(Vec<Vec<String>>, Load, Vec<usize>)> = Vec::new();
        listings.with_value(|listings| {
            for (index, listing) in listings.iter().enumerate() {
                let load = Load { loading: false, ..listing.load.get() };
                if load.failure.is_none() {
                    continue;
                }
                match groups.iter_mut().find(|(_, other, _)| other.failure == load.failure) {
                    Some((lists, other, indices)) => {
                        *other = whole(other.clone(), load);
                        lists.push(listing.names.clone());
                        indices.push(index);
                    }
                    None => groups.push((vec![listing.names.clone()], load, vec![index])),
                }
            }
        });
        groups
    });
    (move || {
        let groups: Vec<AnyView> = failed
            .get()
            .into_iter()
            .map(|(lists, load, indices)| {
                let stale = Signal::stored(load.stale_since());
                let retry = Callback::new(move |()| {
                    listings.with_value(|listings| {
                        for listing in indices.iter().filter_map(|index| listings.get(*index)) {
                            listing.refresh.run(());
                        }
                    });
                });
                view! {
                    <div class="frame-failure">
                        <p>{t.frame_failed}</p>
                        {names_view(lists)}
                        <FailureAlert failure=Signal::stored(load.failure) retry=retry stale=stale />
                    </div>
                }
                .into_any()
            })
            .collect();
        if groups.is_empty() { ().into_any() } else { groups.into_any() }
    })
    .into_any()
}
