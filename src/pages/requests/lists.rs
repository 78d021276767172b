//! The lists of several frames or boxes as one table, read side by side.

use std::sync::Arc;

use databoxframe::date::Stamp;
use leptos::prelude::*;

use super::origin::Origin;
use crate::components::url_state::UrlState;
use crate::components::{Column, DateField, FailureAlert, Head, Row, heads, rows_signal};
use crate::console::Console;
use crate::locale::{incomplete, texts};
use crate::pages::table::ReadTable;
use crate::paging::{Completeness, Paged};
use crate::queries::{self, Window};
use crate::query_cache::{Load, Query};
use crate::untrusted::{line, name_or};

/// Names of lists, each apart from the others and each of its parts too.
fn names_view(lists: Vec<Vec<String>>) -> AnyView {
    let part = |name: &String| view! { <span>{line(name)}</span> }.into_any();
    let item = |names: Vec<String>| {
        let parts: Vec<AnyView> = names.iter().map(part).collect();
        view! { <li class="facts">{parts}</li> }.into_any()
    };
    view! { <ul class="list-names">{lists.into_iter().map(item).collect::<Vec<AnyView>>()}</ul> }.into_any()
}

/// What orders a request among those of all lists: what waits for somebody comes first, then the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rank {
    /// Whether it waits for somebody.
    pub waits: bool,
    /// When it was requested, as the API wrote it.
    pub applied: String,
}

impl Rank {
    /// Of a request of this time.
    pub fn new(waits: bool, applied: Option<&Stamp>) -> Self {
        Self { waits, applied: applied.map_or("", |stamp| stamp.as_str()).to_owned() }
    }
}

/// A row with its rank.
type Ranked = (Rank, Row);

/// One of the lists, whatever its records are.
#[derive(Clone)]
pub struct Listing {
    names: Vec<String>,
    rows: Arc<dyn Fn() -> Option<Vec<Ranked>> + Send + Sync>,
    load: Signal<Load>,
    refresh: Callback<()>,
}

impl Listing {
    /// A read whose data is shown elsewhere.
    pub fn without_rows(names: Vec<String>, load: Signal<Load>, refresh: Callback<()>) -> Self {
        Self { names, rows: Arc::new(|| None), load, refresh }
    }
}

/// Begins to read the list of an origin.
pub type Read<R> = dyn Fn(&Origin, Window) -> Query<Paged<R>> + Send + Sync;

/// Is told the frames there are.
pub type Known = dyn Fn(&[Origin]) + Send + Sync;

/// What such a table shows.
pub struct Lists<R: 'static> {
    /// The table's name.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<Column<R, Origin>>,
    /// What orders a request.
    pub rank: fn(&R) -> Rank,
    /// Whether there is a list for each box, not only for each frame.
    pub by_box: bool,
    /// Begins to read one of the lists.
    pub read: Arc<Read<R>>,
    /// Is told which frames there are, as soon as that is known and whenever it changes.
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
    /// Begins to read the list of an origin.
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
    let url = UrlState::new();
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
            <DateField label=t.infra.from value=day(from) on_change=set("from") />
            <DateField label=t.infra.to value=to on_change=set("to") />
            {time}
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
    // Read only when all boxes are known or failed: a box that comes later would restart all reads.
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
                // Rows of its own it has none; it is here to be told if it can't be read.
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

/// The table over lists that are being read. `known`: whether these are all.
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
        // Nothing to read is read; nothing read yet is not.
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
    let queries = Console::here().queries;
    view! {
        {failures(listings, texts().frame_failed)}
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

/// Two reads as one: loading while any is, and as old as its oldest part. Failures of single
/// lists, and which of them may not be whole, are told apart.
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

/// Which lists may not be whole, and why: once for all that are so in the same way.
pub fn incomplete_lists(listings: StoredValue<Vec<Listing>>) -> AnyView {
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

/// Which lists could not be read, and why; the others stay usable. Once for all that failed
/// alike: a relay that is down is one thing to know, not one for each box. `lead`: what is said of them.
pub fn failures(listings: StoredValue<Vec<Listing>>, lead: &'static str) -> AnyView {
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
                        <p>{lead}</p>
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
