//! The table: filter, sort and page over rows of cells; skeleton and empty states.
//!
//! Not generic over what it shows: pages turn records into rows by their [`Column`]s.

mod chooser;
mod column;
mod export;
mod index;
mod layout;
mod order;
mod pager;
mod row;
mod selection;
mod shown;
mod slices;
mod state;
mod toolbar;
mod totals;
mod views;

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::texts::texts;
use crate::url::UrlState;
use crate::{Cell, Icon};

pub use column::{Column, Head, Total, Unit, heads};
use index::Sort;
use layout::ChosenLayout;
pub use layout::Keep;
pub use order::{Ordered, RowOrder};
pub use row::{Row, Rows, Source, numbered};
pub use selection::SelectionActions;
use shown::{Shown, ShownRow};
use state::TableState;

/// Rows of the skeleton that stands where data will be.
const SKELETON_ROWS: usize = 5;

/// How the reading of a table's records stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TableStatus {
    /// They are being read.
    pub loading: bool,
    /// The last attempt failed.
    pub failed: bool,
    /// When they were last read, milliseconds since 1970.
    pub read_at: Option<f64>,
}

/// A table. `name`: its caption and accessible name; `id`: its prefix in the URL, empty for the only
/// table of a page. Children stand above the rows: what could not be read, and why.
#[component]
pub fn DataTable(
    name: &'static str,
    id: &'static str,
    heads: Arc<[Head]>,
    #[prop(into)] rows: Signal<Rows>,
    #[prop(into)] status: Signal<TableStatus>,
    refresh: Callback<()>,
    /// How much of the rows was read, while they arrive.
    #[prop(optional, into)]
    progress: ViewFn,
    children: Children,
) -> impl IntoView {
    let layout = ChosenLayout::of(id, &heads);
    let columns = shown_columns(&heads, rows, layout);
    let views = views::Views::of(id, &heads);
    let state = TableState { url: UrlState::here(), prefix: id, heads, layout, views };
    views::open(&state);
    let shown = Shown::new(state, name, rows, status, progress, refresh);
    order::tell(&shown);
    let busy = shown.is_busy();
    let (foot, totals) = (pager::foot(&shown), totals::totals(&shown));
    let (export, exported) = export::export(&shown, columns);
    view! {
        <section class="table-section">
            {toolbar::toolbar(&shown, export)}
            {exported}
            {children()}
            {selection::bar(&shown)}
            <div class="table-scroll" data-scroll="" tabindex="0" role="group" aria-label=name>
                <table role="table" aria-label=name aria-busy=move || busy.get().to_string()>
                    <thead role="rowgroup">
                        <tr role="row">{headings(&shown.state, columns)}</tr>
                    </thead>
                    {bodies(shown, columns)}
                </table>
            </div>
            {totals}
            {foot}
        </section>
    }
}

/// Rows whose unchanged ones stay in the document.
pub fn rows_signal(rows: impl Fn() -> Option<Vec<Row>> + Send + Sync + 'static) -> Signal<Rows> {
    let rows = Memo::new(move |before: Option<&Rows>| {
        let before = before.and_then(Option::as_ref).map(|rows| rows.as_slice());
        Some(Arc::new(numbered(rows()?, before)))
    });
    rows.into()
}

/// The columns that are shown, in their order.
type Columns = Memo<Arc<[usize]>>;

/// Which columns are shown: those that are not hidden, an optional one only while a row has something
/// in it.
fn shown_columns(heads: &Arc<[Head]>, rows: Signal<Rows>, layout: ChosenLayout) -> Columns {
    let heads = heads.clone();
    Memo::new(move |_| {
        let chosen: Vec<usize> = layout.with(|layout| {
            layout.columns(&heads).into_iter().filter(|column| !layout.hides(&heads, *column)).collect()
        });
        let is_optional = |column: usize| heads.get(column).is_some_and(|head| head.optional);
        rows.with(|rows| {
            let rows = rows.as_ref().map_or(&[][..], |rows| rows.as_slice());
            let used = |column: usize| rows.iter().any(|row| row.cell(column).is_something());
            untrack(|| chosen.into_iter().filter(|column| !is_optional(*column) || used(*column)).collect())
        })
    })
}

fn headings(state: &TableState, columns: Columns) -> AnyView {
    let state = state.clone();
    let one = move |index: usize| {
        let head = state.heads.get(index).copied();
        head.map(|head| heading(state.clone(), index, head))
    };
    view! { <For each=move || columns.get().to_vec() key=|index| *index children=one /> }.into_any()
}

fn heading(state: TableState, index: usize, head: Head) -> AnyView {
    if head.actions {
        return view! { <th role="columnheader" scope="col" class=head.class()>{head.title}</th> }.into_any();
    }
    let sorted = {
        let state = state.clone();
        move || match state.sort() {
            Some(Sort { column, descending }) if column == index => {
                if descending {
                    "descending"
                } else {
                    "ascending"
                }
            }
            _ => "none",
        }
    };
    view! {
        <th role="columnheader" scope="col" class=head.class() aria-sort=sorted>
            <button type="button" on:click=move |_| state.toggle_sort(index)>{head.title}</button>
        </th>
    }
    .into_any()
}

/// What tells a row in the document from others: itself, and which columns it was made with.
type RowKey = (u64, Arc<[usize]>);

/// The rows of a body, in order. One that shares no row with the one before has the next number.
#[derive(Clone, PartialEq)]
struct Page {
    number: u32,
    rows: Vec<(ShownRow, Arc<[usize]>)>,
}

fn key((row, columns): &(ShownRow, Arc<[usize]>)) -> RowKey {
    (row.key, columns.clone())
}

/// The body. When all rows are others, as after a page turn, a new one takes its place: to exchange
/// the rows one by one takes longer.
fn bodies(shown: Shown, columns: Columns) -> AnyView {
    let rows = shown.rows();
    let page = Memo::new(move |before: Option<&Page>| {
        let columns = columns.get();
        let rows: Vec<_> = rows.get().into_iter().map(|row| (row, columns.clone())).collect();
        let number = before.map_or(0, |before| {
            let known: HashSet<RowKey> = before.rows.iter().map(key).collect();
            let keeps_one = rows.iter().any(|row| known.contains(&key(row)));
            before.number.wrapping_add(u32::from(!keeps_one))
        });
        Page { number, rows }
    });
    let number = Memo::new(move |_| page.with(|page| page.number));
    let one = move |number: u32| {
        // A body that is about to go keeps its rows.
        let rows = Memo::new(move |before: Option<&Vec<_>>| {
            page.with(|page| match before {
                Some(before) if page.number != number => before.clone(),
                _ => page.rows.clone(),
            })
        });
        body(&shown, rows)
    };
    view! { <For each=move || [number.get()] key=|number| *number children=one /> }.into_any()
}

fn body(shown: &Shown, rows: Memo<Vec<(ShownRow, Arc<[usize]>)>>) -> AnyView {
    let t = texts();
    let heads = shown.state.heads.clone();
    let span = heads.len();
    let shown = shown.clone();
    let empty = move || match shown
        .arranged
        .with(|arranged| arranged.as_ref().map(|one| one.order.is_empty()))
    {
        None if shown.status.get().loading || !shown.status.get().failed => skeleton(span),
        None | Some(false) => ().into_any(),
        Some(true) => {
            let text = if shown.state.filtered() { t.empty_filtered } else { t.empty };
            view! { <tr role="row"><td role="cell" class="empty" colspan=span.to_string()>{Icon::Empty.view()}{text}</td></tr> }
                .into_any()
        }
    };
    view! {
        <tbody role="rowgroup">
            {empty}
            <For each=move || rows.get() key=key children=move |(row, columns)| row_view(&row.cells, &columns, &heads) />
        </tbody>
    }
    .into_any()
}

/// Roles are said: a table that is laid out as cards would lose its own.
fn row_view(cells: &[Cell], columns: &[usize], heads: &[Head]) -> AnyView {
    let one = |index: &usize| {
        let (cell, head) = (cells.get(*index)?, heads.get(*index)?);
        Some(if *index == 0 {
            view! { <th role="rowheader" scope="row">{cell.view()}</th> }.into_any()
        } else if let Some(text) = cell.plain() {
            // Most cells: one step instead of a text node and its place.
            view! { <td role="cell" class=head.class() data-title=head.title prop:textContent=text></td> }
                .into_any()
        } else {
            view! { <td role="cell" class=head.class() data-title=head.title>{cell.view()}</td> }.into_any()
        })
    };
    let cells: Vec<AnyView> = columns.iter().filter_map(one).collect();
    view! { <tr role="row">{cells}</tr> }.into_any()
}

fn skeleton(columns: usize) -> AnyView {
    let cell = || view! { <td><span class="skeleton"></span></td> }.into_any();
    let row = |_| {
        let cells: Vec<AnyView> = (0..columns).map(|_| cell()).collect();
        view! { <tr aria-hidden="true">{cells}</tr> }.into_any()
    };
    (0..SKELETON_ROWS).map(row).collect::<Vec<AnyView>>().into_any()
}
