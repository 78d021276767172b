//! The lists of several frames or boxes as one table, read side by side.

use std::cmp::Reverse;
use std::sync::Arc;

use databoxframe::Id;
use leptos::prelude::*;

use crate::components::arrange::sorted_indices;
use crate::components::url_state::UrlState;
use crate::components::{Column, DataTable, DateField, FailureAlert, Row, rows_memo};
use crate::console::Console;
use crate::locale::{Text, Texts, incomplete, texts};
use crate::paging::{Completeness, Paged};
use crate::queries::{self, Window};
use crate::query_cache::{Load, Query};
use crate::untrusted::{line, name_or};

/// Where a list comes from: a frame, or one of its boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Number of the frame.
    pub frame_no: Id,
    /// Name of the frame.
    pub frame_name: String,
    /// Number and name of the box, if the list is one box's.
    pub data_box: Option<(Id, String)>,
}

impl Origin {
    /// The names of the frame, and of the box if it is one's.
    fn names(&self) -> Vec<String> {
        let data_box = self.data_box.iter().map(|(_, name)| name.clone());
        std::iter::once(self.frame_name.clone()).chain(data_box).collect()
    }
}

/// Names of lists, each apart from the others and each of its parts too.
fn names_view(lists: Vec<Vec<String>>) -> AnyView {
    let part = |name: &String| view! { <span>{line(name)}</span> }.into_any();
    let item = |names: Vec<String>| {
        let parts: Vec<AnyView> = names.iter().map(part).collect();
        view! { <li class="facts">{parts}</li> }.into_any()
    };
    view! { <ul class="list-names">{lists.into_iter().map(item).collect::<Vec<AnyView>>()}</ul> }.into_any()
}

/// A row with what orders it: what waits for somebody comes first, then the newest.
pub struct Ordered {
    /// Whether it waits for somebody.
    pub waits: bool,
    /// When it was requested, as the API wrote it.
    pub applied: String,
    /// The row.
    pub row: Row,
}

/// One of the lists, whatever its records are.
#[derive(Clone)]
pub struct Listing {
    names: Vec<String>,
    rows: Arc<dyn Fn() -> Option<Vec<Ordered>> + Send + Sync>,
    load: Signal<Load>,
    refresh: Callback<()>,
}

impl Listing {
    /// The list of a query, whose records `make` turns into rows.
    pub fn new<T: Send + Sync + 'static>(
        origin: &Origin,
        query: Query<Paged<T>>,
        make: impl Fn(&Origin, &T, &'static Texts) -> Ordered + Send + Sync + 'static,
    ) -> Self {
        let t = texts();
        let (origin, names) = (origin.clone(), origin.names());
        let rows =
            move || Some(query.data()?.records.iter().map(|record| make(&origin, record, t)).collect());
        let load = Signal::derive(move || query.load());
        Self { names, rows: Arc::new(rows), load, refresh: query.refresh }
    }
}

/// Begins to read the list of an origin.
pub type Begin = dyn Fn(&Origin, Window) -> Listing + Send + Sync;

/// Is told the frames there are.
pub type Known = dyn Fn(&[Origin]) + Send + Sync;

/// What such a table shows.
#[derive(Clone)]
pub struct Lists {
    /// The table's name.
    pub name: Text,
    /// Its columns.
    pub columns: &'static [Column],
    /// The columns whose values can be chosen above it.
    pub filters: &'static [&'static str],
    /// Whether there is a list for each box, not only for each frame.
    pub by_box: bool,
    /// Begins to read one of the lists.
    pub begin: Arc<Begin>,
    /// Is told which frames there are, as soon as that is known and whenever it changes.
    pub known: Option<Arc<Known>>,
}

/// The table of all lists.
pub fn lists(shown: Lists) -> AnyView {
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
                origins.iter().map(|origin| (shown.begin)(origin, window)).collect(),
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
fn by_box(shown: Lists, frames: &[Origin], window: Window, frames_load: Signal<Load>) -> AnyView {
    let boxes: Vec<_> =
        frames.iter().map(|frame| (frame.clone(), queries::boxes(frame.frame_no.clone()))).collect();
    let known = boxes.clone();
    // Begun only when all are known or failed: a list that comes later would begin all anew.
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
        listings.extend(origins.unwrap_or_default().iter().map(|origin| (shown.begin)(origin, window)));
        merged(&shown, listings, frames_load, known)
    })
    .into_any()
}

/// The table over lists that are being read. `known`: whether these are all.
fn merged(shown: &Lists, listings: Vec<Listing>, frames_load: Signal<Load>, known: bool) -> AnyView {
    let listings = StoredValue::new(listings);
    let rows = rows_memo(move || {
        let read: Vec<Ordered> = listings
            .with_value(|listings| {
                let read: Vec<_> = listings.iter().filter_map(|listing| (listing.rows)()).collect();
                // Nothing to read is read; nothing read yet is not.
                (known && (listings.is_empty() || !read.is_empty())).then_some(read)
            })?
            .into_iter()
            .flatten()
            .collect();
        let key = |index: usize| read.get(index).map(|one| (!one.waits, Reverse(one.applied.as_str())));
        let order = sorted_indices(read.len(), &|a, b| key(a).cmp(&key(b)));
        Some(Arc::new(
            order.into_iter().filter_map(|index| read.get(index)).map(|one| one.row.clone()).collect(),
        ))
    });
    let load = Signal::derive(move || {
        listings.with_value(|listings| {
            listings.iter().map(|listing| listing.load.get()).fold(frames_load.get(), whole)
        })
    });
    let queries = Console::here().queries;
    view! {
        {failures(listings)}
        {incomplete_lists(listings)}
        <DataTable
            name=shown.name
            id=""
            columns=shown.columns
            filters=shown.filters
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

/// Which lists could not be read, and why; the others stay usable. Once for all that failed
/// alike: a relay that is down is one thing to know, not one for each box.
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
