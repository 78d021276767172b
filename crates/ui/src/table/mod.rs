//! The table: filter, sort and page over rows of cells; skeleton and empty states.
//!
//! Not generic over what it shows: pages turn records into rows by their [`Column`]s.

mod body;
mod chooser;
mod column;
mod export;
mod index;
mod layout;
mod order;
mod pager;
mod row;
mod row_template;
mod selection;
mod shown;
mod slices;
mod state;
mod toolbar;
mod totals;
mod views;
mod width;

use std::sync::Arc;

use leptos::prelude::*;

use crate::url::UrlState;

pub use column::{Column, Head, Total, Unit, heads};
use index::Sort;
use layout::ChosenLayout;
pub use layout::Keep;
pub use order::{Ordered, RowOrder};
pub use row::{Row, Rows, Source, numbered};
pub use selection::SelectionActions;
use shown::Shown;
use state::TableState;
pub use views::{InitialView, all_rows};
use width::Widths;

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

/// Which table it is, in every language and version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableId {
    /// Under which its layout and views are kept.
    kept_as: &'static str,
    /// Before the names of its parameters in the URL.
    prefix: &'static str,
}

impl TableId {
    /// The only table of its page.
    pub const fn only(kept_as: &'static str) -> Self {
        Self { kept_as, prefix: "" }
    }

    /// One of several tables of a page.
    pub const fn one_of_several(name: &'static str) -> Self {
        Self { kept_as: name, prefix: name }
    }
}

/// A table. `name`: its caption and accessible name. Children stand above the rows: what could not be read, and why.
#[component]
pub fn DataTable(
    name: &'static str,
    id: TableId,
    heads: Arc<[Head]>,
    #[prop(into)] rows: Signal<Rows>,
    #[prop(into)] status: Signal<TableStatus>,
    refresh: Callback<()>,
    /// How much of the rows was read, while they arrive.
    #[prop(optional, into)]
    progress: ViewFn,
    #[prop(optional_no_strip)] initial: Option<InitialView>,
    /// Filters that are not of a column, beside the others.
    #[prop(optional_no_strip)]
    filters: Option<ViewFn>,
    children: Children,
) -> impl IntoView {
    let layout = ChosenLayout::of(id);
    let density = move || layout.with(|layout| layout.compact.then_some("compact"));
    let columns = shown_columns(&heads, rows, layout);
    let views = views::Views::of(id, initial);
    let state = TableState { url: UrlState::here(), prefix: id.prefix, heads, layout, views };
    views::open(&state);
    let shown = Shown::new(state, name, rows, status, progress, refresh);
    order::provide(&shown);
    let busy = shown.is_busy();
    let widths = Widths::new(&shown.state, columns);
    let (foot, totals) = (pager::foot(&shown), totals::totals(&shown));
    let (export, exported) = export::export(&shown, columns);
    view! {
        <section class="table-section" data-density=density>
            {toolbar::toolbar(&shown, columns, export, filters)}
            {exported}
            {children()}
            {selection::bar(&shown)}
            <div class="table-scroll" data-scroll="" tabindex="0" role="group" aria-label=name>
                <table
                    role="table"
                    aria-label=name
                    aria-busy=move || busy.get().to_string()
                    data-widths=move || widths.how_many()
                >
                    {widths.view()}
                    <thead role="rowgroup">
                        <tr role="row">{headings(&shown.state, columns, widths)}</tr>
                    </thead>
                    {body::body(shown, columns)}
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
    let chosen = {
        let heads = heads.clone();
        Memo::new(move |_| -> Vec<usize> {
            layout.with(|layout| {
                layout.columns(&heads).into_iter().filter(|column| !layout.hides(&heads, *column)).collect()
            })
        })
    };
    Memo::new(move |_| {
        let chosen = chosen.get();
        let is_optional = |column: usize| heads.get(column).is_some_and(|head| head.optional);
        rows.with(|rows| {
            let rows = rows.as_ref().map_or(&[][..], |rows| rows.as_slice());
            let used = |column: usize| rows.iter().any(|row| row.cell(column).is_something());
            untrack(|| chosen.into_iter().filter(|column| !is_optional(*column) || used(*column)).collect())
        })
    })
}

fn headings(state: &TableState, columns: Columns, widths: Widths) -> AnyView {
    let state = state.clone();
    let one = move |index: usize| {
        let head = state.heads.get(index).copied();
        head.map(|head| heading(state.clone(), index, head, widths))
    };
    view! { <For each=move || columns.get().to_vec() key=|index| *index children=one /> }.into_any()
}

fn heading(state: TableState, index: usize, head: Head, widths: Widths) -> AnyView {
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
        // Its name is not that of the handle too.
        <th role="columnheader" scope="col" class=head.class() aria-label=head.title aria-sort=sorted>
            <button type="button" on:click=move |_| state.toggle_sort(index)>{head.title}</button>
            {widths.handle(head)}
        </th>
    }
    .into_any()
}
