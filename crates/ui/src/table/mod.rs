//! The table: filter, sort and page over rows of cells; skeleton and empty states.
//!
//! Not generic over what it shows: pages turn records into rows by their [`Column`]s.

mod chooser;
mod column;
mod export;
mod index;
mod layout;
mod pager;
mod row;
mod shown;
mod slices;
mod state;
mod toolbar;
mod totals;

use std::sync::Arc;

use leptos::prelude::*;

use crate::Cell;
use crate::texts::texts;
use crate::url::UrlState;

pub use column::{Column, Head, Total, Unit, heads};
use index::Sort;
use layout::ChosenLayout;
pub use layout::Keep;
pub use row::{Row, Rows, Source, numbered};
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
    let state = TableState { url: UrlState::here(), prefix: id, heads, layout };
    let shown = Shown::new(state, name, rows, status, progress, refresh);
    let busy = move || status.get().loading.to_string();
    let (foot, totals) = (pager::foot(&shown), totals::totals(&shown));
    let (export, exported) = export::export(&shown, columns);
    view! {
        <section class="table-section">
            {toolbar::toolbar(&shown, export)}
            {exported}
            {children()}
            {toolbar::hidden_ticks(&shown)}
            <div class="table-scroll" data-scroll="" tabindex="0" role="group" aria-label=name>
                <table role="table" aria-label=name aria-busy=busy>
                    <thead role="rowgroup">
                        <tr role="row">{headings(&shown.state, columns)}</tr>
                    </thead>
                    <tbody role="rowgroup">{body(shown, columns)}</tbody>
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
        let head = state.heads.get(index).copied().unwrap_or(Head::new("", ""));
        heading(state.clone(), index, head)
    };
    view! { <For each=move || columns.get().to_vec() key=|index| *index children=one /> }.into_any()
}

fn heading(state: TableState, index: usize, Head { title, actions, .. }: Head) -> AnyView {
    if actions {
        return view! { <th role="columnheader" scope="col" class="row-actions">{title}</th> }.into_any();
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
        <th role="columnheader" scope="col" aria-sort=sorted>
            <button type="button" on:click=move |_| state.toggle_sort(index)>{title}</button>
        </th>
    }
    .into_any()
}

/// What tells a row in the document from others: itself, and which columns it was made with.
type RowKey = (u64, Arc<[usize]>);

fn body(shown: Shown, columns: Columns) -> AnyView {
    let t = texts();
    let span = shown.state.heads.len();
    let heads = shown.state.heads.clone();
    let empty = {
        let shown = shown.clone();
        move || match shown.arranged.with(|arranged| arranged.as_ref().map(|one| one.order.is_empty())) {
            None if shown.status.get().loading || !shown.status.get().failed => skeleton(span),
            None | Some(false) => ().into_any(),
            Some(true) => {
                let text = if shown.state.filtered() { t.empty_filtered } else { t.empty };
                view! { <tr role="row"><td role="cell" class="empty" colspan=span.to_string()>{text}</td></tr> }.into_any()
            }
        }
    };
    let rows = shown.rows();
    let each = move || {
        let columns = columns.get();
        rows.get().into_iter().map(|row| (row, columns.clone())).collect::<Vec<_>>()
    };
    let key = |(row, columns): &(ShownRow, Arc<[usize]>)| -> RowKey { (row.key, columns.clone()) };
    view! {
        {empty}
        <For each=each key=key children=move |(row, columns)| row_view(&row.cells, &columns, &heads) />
    }
    .into_any()
}

/// Roles are said: a table that is laid out as cards would lose its own.
fn row_view(cells: &[Cell], columns: &[usize], heads: &[Head]) -> AnyView {
    let one = |index: &usize| {
        let (cell, Head { title, actions, .. }) = (cells.get(*index)?.view(), *heads.get(*index)?);
        Some(if *index == 0 {
            view! { <th role="rowheader" scope="row">{cell}</th> }.into_any()
        } else {
            let class = actions.then_some("row-actions");
            view! { <td role="cell" class=class data-title=title>{cell}</td> }.into_any()
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
