//! Tables of queries.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::{Map, Value};

use super::load;
use crate::codes;
use crate::components::{
    Column, DataTable, FailureAlert, Head, Incomplete, Row, Rows, TableStatus, heads, rows_signal,
};
use crate::locale::Texts;
use crate::paging::Paged;
use crate::query_cache::{Load, Query};

/// The table of one list. `context`: what its records have in common.
pub fn table<R, C>(
    name: &'static str,
    id: &'static str,
    columns: Vec<Column<R, C>>,
    context: C,
    query: Query<Paged<R>>,
) -> AnyView
where
    R: Clone + PartialEq + Send + Sync + 'static,
    C: Send + Sync + 'static,
{
    let heads = heads(&columns);
    let rows = rows_signal(move || {
        let row = |record| Row::new(&columns, record, &context);
        Some(query.data()?.records.iter().map(row).collect())
    });
    view! { <ReadTable name=name id=id heads=heads rows=rows load=load(query) refresh=query.refresh /> }
        .into_any()
}

/// A table with its failure or incompleteness above its rows.
#[component]
pub fn ReadTable(
    name: &'static str,
    id: &'static str,
    heads: Arc<[Head]>,
    rows: Signal<Rows>,
    load: Signal<Load>,
    refresh: Callback<()>,
) -> impl IntoView {
    let status = Signal::derive(move || {
        load.with(|load| TableStatus {
            loading: load.loading,
            failed: load.failure.is_some(),
            read_at: load.read_at,
        })
    });
    let failure = Signal::derive(move || load.with(|load| load.failure.clone()));
    let stale = Signal::derive(move || load.with(Load::stale_since));
    view! {
        <DataTable name=name id=id heads=heads rows=rows status=status refresh=refresh>
            <FailureAlert failure=failure retry=refresh stale=stale />
            <Incomplete load=load />
        </DataTable>
    }
}

/// The column of fields that the API reference does not list.
pub fn other_fields<R: 'static, C>(t: &Texts, fields: fn(&R) -> &Map<String, Value>) -> Column<R, C> {
    Column::new("other", t.other_fields, move |record: &R, _: &C| codes::extra(fields(record))).optional()
}
