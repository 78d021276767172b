//! The body of a table: its rows, a skeleton until they are there, a sentence when there is none.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::Columns;
use super::row_template::RowTemplate;
use super::shown::{Shown, ShownRow};
use super::toolbar::clear_button;
use super::views::empty_text;
use crate::Icon;

/// Rows of the skeleton that stands where data will be.
const SKELETON_ROWS: usize = 5;

/// The rows of a body, in order. One that shares no row with the one before, or has other columns,
/// has the next number.
#[derive(Clone, PartialEq)]
struct Page {
    number: u32,
    columns: Arc<[usize]>,
    rows: Vec<ShownRow>,
}

impl Page {
    fn next(before: Option<&Self>, columns: Arc<[usize]>, rows: Vec<ShownRow>) -> Self {
        let number = before.map_or(0, |before| {
            let known: HashSet<u64> = before.rows.iter().map(|row| row.key).collect();
            let keeps_one = rows.iter().any(|row| known.contains(&row.key));
            before.number.wrapping_add(u32::from(!keeps_one || before.columns != columns))
        });
        Self { number, columns, rows }
    }
}

/// The body. When all rows are others, as after a page turn, a new one takes its place: to exchange
/// the rows one by one takes longer.
pub fn body(shown: Shown, columns: Columns) -> AnyView {
    let rows = shown.rows();
    let page = Memo::new(move |before: Option<&Page>| Page::next(before, columns.get(), rows.get()));
    let number = Memo::new(move |_| page.with(|page| page.number));
    let one = move |number: u32| {
        // A body that is about to go keeps its rows.
        let rows = Memo::new(move |before: Option<&Vec<_>>| {
            page.with(|page| match before {
                Some(before) if page.number != number => before.clone(),
                _ => page.rows.clone(),
            })
        });
        let template =
            RowTemplate::new(&page.with_untracked(|page| page.columns.clone()), &shown.state.heads);
        one_body(&shown, rows, template)
    };
    view! { <For each=move || [number.get()] key=|number| *number children=one /> }.into_any()
}

fn one_body(shown: &Shown, rows: Memo<Vec<ShownRow>>, template: RowTemplate) -> AnyView {
    let span = shown.state.heads.len();
    let shown = shown.clone();
    let empty = move || match shown
        .arranged
        .with(|arranged| arranged.as_ref().map(|one| one.order.is_empty()))
    {
        None if shown.status.get().loading || !shown.status.get().failed => skeleton(span),
        None | Some(false) => ().into_any(),
        Some(true) => {
            let text = empty_text(&shown.state);
            let clear = shown.state.filtered().then(|| clear_button(StoredValue::new(shown.state.clone())));
            view! { <tr role="row"><td role="cell" class="empty" colspan=span.to_string()>{Icon::Empty.view()}{text}{clear}</td></tr> }
                .into_any()
        }
    };
    view! {
        <tbody role="rowgroup">
            {empty}
            <For each=move || rows.get() key=|row| row.key children=move |row| template.row(row.cells) />
        </tbody>
    }
    .into_any()
}

fn skeleton(columns: usize) -> AnyView {
    let cell = || view! { <td><span class="skeleton"></span></td> }.into_any();
    let row = |_| {
        let cells: Vec<AnyView> = (0..columns).map(|_| cell()).collect();
        view! { <tr aria-hidden="true">{cells}</tr> }.into_any()
    };
    (0..SKELETON_ROWS).map(row).collect::<Vec<AnyView>>().into_any()
}
