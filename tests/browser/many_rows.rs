//! Tables of many rows: cells are made for those on screen, and typing does not wait for the others.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::support::Page;
use crate::support::time::idle;
use databoxframe_console::components::{
    Cell, Column, DataTable, Row, Source, TableId, TableStatus, heads, rows_signal,
};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// A record of a list that only this test has.
#[derive(Clone, PartialEq)]
struct Entry {
    number: usize,
    name: String,
}

/// Entries with names that differ.
fn entries(count: usize) -> Vec<Entry> {
    let entry = |number| Entry { number, name: format!("Entry {number} {}", "가나다라".repeat(10)) };
    (1..=count).map(entry).collect()
}

/// How often the cells of a column were made.
type Made = Arc<AtomicUsize>;

/// A page with a table of entries.
fn entries_page(url: &str, records: RwSignal<Arc<Vec<Entry>>>, made: Made) -> Page {
    let columns: Arc<[Column<Entry>]> = Arc::from([
        Column::new("name", "Name", |entry: &Entry, &()| Cell::Text(entry.name.clone())),
        Column::new("number", "Number", move |entry: &Entry, &()| {
            made.fetch_add(1, Ordering::Relaxed);
            Cell::Text(entry.number.to_string())
        }),
    ]);
    let table = move |_| {
        let heads = heads(&columns);
        let context = Arc::new(());
        let rows = rows_signal(move || Some(Row::all(records.get(), &columns, &context, Source::none())));
        let status = Signal::stored(TableStatus::default());
        let refresh = Callback::new(|()| ());
        (
            view! { <DataTable name="Entries" id=TableId::only("entries") heads=heads rows=rows status=status refresh=refresh>""</DataTable> },
            (),
        )
    };
    Page::open(url, table).0
}

#[wasm_bindgen_test]
async fn only_the_rows_shown_have_cells() {
    let made = Made::default();
    let records = RwSignal::new(Arc::new(entries(1_000)));
    let page = entries_page("/frames", records, made.clone());
    page.shows("1–100 of 1,000").await;
    assert_eq!(made.swap(0, Ordering::Relaxed), 100);
    page.press("Next");
    page.shows("101–200 of 1,000").await;
    assert_eq!(made.swap(0, Ordering::Relaxed), 100);
    // Read again: only what is on screen is compared.
    let mut changed = entries(1_000);
    changed[500].name = "Another".into();
    records.set(Arc::new(changed));
    idle().await;
    assert_eq!(made.swap(0, Ordering::Relaxed), 100);
    // The first search looks at all rows, the next ones at none but those they show.
    page.fill("Search", "998");
    page.column_is("Number", &["998"]).await;
    made.store(0, Ordering::Relaxed);
    page.fill("Search", "another");
    page.column_is("Number", &["501"]).await;
    assert_eq!(made.load(Ordering::Relaxed), 1);
}

#[wasm_bindgen_test]
async fn unchanged_rows_stay_in_the_document() {
    let records = RwSignal::new(Arc::new(entries(150)));
    let page = entries_page("/frames", records, Made::default());
    page.shows("1–100 of 150").await;
    let rows = page.all("tbody tr");
    let is_kept = |row: &web_sys::HtmlElement| row.is_connected();
    // One goes, one changes, one comes.
    let mut newer = entries(151);
    newer[1].name = "Another".into();
    newer.remove(0);
    records.set(Arc::new(newer));
    page.shows("Another").await;
    assert!(!is_kept(&rows[0]) && !is_kept(&rows[1]));
    assert!(rows[2..].iter().all(is_kept));
    // A search that they pass, and another order.
    page.fill("Search", "가나");
    page.shows("1–100 of 149").await;
    page.press("Number");
    page.press("Number");
    page.column_is(
        "Number",
        &(52..=151)
            .rev()
            .map(|number| number.to_string())
            .collect::<Vec<_>>()
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>(),
    )
    .await;
    assert!(rows[51..].iter().all(is_kept) && !is_kept(&rows[2]));
}

#[wasm_bindgen_test]
async fn who_types_while_rows_are_looked_at_finds_what_was_typed_last() {
    let records = RwSignal::new(Arc::new(entries(30_000)));
    let page = entries_page("/frames", records, Made::default());
    page.shows("1–100 of 30,000").await;
    let start = js_sys::Date::now();
    page.fill("Search", "1");
    idle().await;
    // Reading them all takes longer than a slice; what is shown stays until then.
    assert!(page.says("1–100 of 30,000"), "after {} ms", js_sys::Date::now() - start);
    page.fill("Search", "12");
    page.fill("Search", "2999");
    assert!(js_sys::Date::now() - start < 1_000.0, "typing waits");
    let found = [2_999]
        .into_iter()
        .chain([12_999, 22_999])
        .chain(29_990..30_000)
        .map(|number: u32| number.to_string());
    let found: Vec<String> = found.collect();
    page.column_is("Number", &found.iter().map(String::as_str).collect::<Vec<_>>()).await;
    idle().await;
    assert_eq!(page.column("Number").len(), 13);
}
