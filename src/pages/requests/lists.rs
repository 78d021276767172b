//! Lists of several frames or boxes as one table, read side by side.

use std::sync::Arc;

use databoxframe::Record;
use databoxframe::data_box::DataBox;
use databoxframe_ui::url::UrlState;
use leptos::prelude::*;

use super::dates::Dates;
use super::list_failures::{failures, incomplete_lists, unread_lists};
use super::listing::{Listing, Listings, Parts, Rank, Ranked, progress, whole};
use super::origin::Origin;
use crate::components::{Column, Head, InitialView, Row, TableId, heads, rows_signal};
use crate::console::Console;
use crate::locale::texts;
use crate::pages::table::{ReadTable, source};
use crate::paging::{Paged, Progress};
use crate::queries::{self, Window};
use crate::query_cache::{Load, Query};

/// Starts to read the list of an origin.
pub type Read<R> = dyn Fn(&Origin, Window) -> Query<Paged<R>> + Send + Sync;

/// Receives the frames.
pub type OnOrigins = dyn Fn(&[Origin]) + Send + Sync;

/// Content of such a table.
pub struct Lists<R: 'static> {
    /// Name of the table.
    pub name: &'static str,
    /// Which table it is.
    pub id: TableId,
    /// Columns.
    pub columns: Vec<Column<R, Origin>>,
    /// Rank of a request.
    pub rank: fn(&R) -> Rank,
    /// Whether each box has a list of its own, not only each frame.
    pub by_box: bool,
    /// Starts to read one of the lists.
    pub read: Arc<Read<R>>,
    /// Receives the frames, as soon as they are read and whenever they change.
    pub known: Option<Arc<OnOrigins>>,
    /// What the table opens with while the person has no default view; `None` for all rows.
    pub initial: Option<InitialView>,
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

/// The table of all lists. It is one table however the lists change: what is unfolded
/// or open in it stays so.
pub fn lists<R: Record + Clone + PartialEq + Send + Sync + 'static>(shown: Lists<R>) -> AnyView {
    let dates = Dates::of(UrlState::here());
    let frames = queries::frames();
    let frames_load = Signal::derive(move || frames.load());
    let origins =
        Memo::new(move |_| Some(frames.data()?.records.iter().map(Origin::of_frame).collect::<Vec<_>>()));
    let known = shown.known.clone();
    Effect::new(move |_| {
        if let (Some(known), Some(origins)) = (&known, origins.get()) {
            known(&origins);
        }
    });
    let (name, id) = (shown.name, shown.id);
    let (heads, initial) = (heads(&shown.columns), shown.initial.clone());
    let listings = if shown.by_box {
        of_boxes(shown, origins, dates.window)
    } else {
        of_frames(shown, origins, dates.window)
    };
    table(name, id, heads, initial, dates, listings, frames_load)
}

/// A list for each frame.
fn of_frames<R>(shown: Lists<R>, frames: Memo<Option<Vec<Origin>>>, window: Memo<Window>) -> Memo<Listings>
where
    R: Record + Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| {
        let window = window.get();
        let Some(frames) = frames.get() else { return Listings::default() };
        Listings { all: frames.iter().map(|frame| shown.listing(frame, window)).collect(), is_complete: true }
    })
}

/// The boxes of a frame.
#[derive(Clone)]
struct Boxes {
    frame: Origin,
    query: Query<Paged<DataBox>>,
}

impl Boxes {
    /// It has no rows. It is here to show its failure.
    fn listing(&self) -> Listing {
        let query = self.query;
        Listing {
            names: self.frame.names(),
            rows: Arc::new(move || query.data().map(|_| Vec::new())),
            load: Signal::derive(move || query.load()),
            refresh: query.refresh,
            parts: None,
        }
    }
}

/// First the boxes of all frames, then a list for each box.
fn of_boxes<R>(shown: Lists<R>, frames: Memo<Option<Vec<Origin>>>, window: Memo<Window>) -> Memo<Listings>
where
    R: Record + Clone + PartialEq + Send + Sync + 'static,
{
    let boxes = Memo::new_with_compare(
        move |_| {
            let boxes = |frame: Origin| Boxes { query: queries::boxes(frame.frame_no.clone()), frame };
            Some(frames.get()?.into_iter().map(boxes).collect::<Arc<[Boxes]>>())
        },
        |_, _| true,
    );
    // Starts when all boxes are read or failed: a later box would restart all reads.
    let origins = Memo::new(move |_| {
        let mut origins = Vec::new();
        for Boxes { frame, query } in boxes.get()?.iter() {
            match query.data() {
                Some(boxes) => origins.extend(boxes.records.iter().map(|one| frame.with_box(one))),
                None if query.load().failure.is_some() => {}
                None => return None,
            }
        }
        Some(origins)
    });
    Memo::new(move |_| {
        let (boxes, origins, window) = (boxes.get().unwrap_or_default(), origins.get(), window.get());
        let is_complete = origins.is_some();
        let origins = origins.unwrap_or_default();
        let lists = origins.iter().map(|origin| shown.listing(origin, window));
        Listings { all: boxes.iter().map(Boxes::listing).chain(lists).collect(), is_complete }
    })
}

/// The table over lists that are being read.
fn table(
    name: &'static str,
    id: TableId,
    heads: Arc<[Head]>,
    initial: Option<InitialView>,
    dates: Dates,
    listings: Memo<Listings>,
    frames_load: Signal<Load>,
) -> AnyView {
    let all = Signal::derive(move || listings.with(|listings| listings.all.clone()));
    let nothing_read = Memo::new(move |_| listings.with(Listings::nothing_read));
    let rows = rows_signal(move || {
        let Listings { all, is_complete } = listings.get();
        let read: Vec<_> = all.iter().filter_map(|listing| (listing.rows)()).collect();
        // Without any list the table is empty; before the first answer it is loading.
        if !is_complete || nothing_read.get() || (read.is_empty() && !all.is_empty()) {
            return None;
        }
        let mut read: Vec<Ranked> = read.into_iter().flatten().collect();
        read.sort_by(|(a, _), (b, _)| a.compare(b));
        Some(read.into_iter().map(|(_, row)| row).collect())
    });
    let load = Signal::derive(move || {
        all.get().iter().map(|listing| listing.load.get()).fold(frames_load.get(), whole)
    });
    let queries = Console::expect().queries;
    let progress = Signal::derive(move || progress(&all.get()));
    view! {
        {failures(all, texts().lists.not_loaded, nothing_read.into())}
        {unread_lists(all)}
        {incomplete_lists(all)}
        <ReadTable
            name=name
            id=id
            heads=heads
            initial=initial
            filters=Some((move || dates.view()).into())
            rows=rows
            load=load
            nothing_read=nothing_read
            progress=progress
            refresh=Callback::new(move |()| queries.invalidate())
        />
    }
    .into_any()
}
