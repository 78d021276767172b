//! Tables of queries.

use std::sync::Arc;

use databoxframe::{Id, Record};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::list_parts::{ReadProgress, unread_rows};
use super::load;
use crate::components::{
    Column, DataTable, FailureAlert, Head, Incomplete, InitialView, Row, Rows, Source, TableId, TableStatus,
    heads, rows_signal,
};
use crate::locale::Texts;
use crate::paging::{Completeness, Paged, Progress};
use crate::query_cache::{Load, Query};
use crate::status_cells;

/// What the records of a list have in common, and with it the frame that they belong to.
pub trait InFrame {
    /// Number of the frame, empty if there is none.
    fn frame_no(&self) -> &str;
}

impl InFrame for () {
    fn frame_no(&self) -> &str {
        ""
    }
}

impl InFrame for Id {
    fn frame_no(&self) -> &str {
        self.as_str()
    }
}

/// A frame and one of its boxes.
impl InFrame for (Id, Id) {
    fn frame_no(&self) -> &str {
        self.0.as_str()
    }
}

/// What an export says of the records of a list.
pub fn source<R: Record, C: InFrame>() -> Source<R, C> {
    Source { json: R::answered, of: C::frame_no }
}

/// The table of one list. `context`: what its records have in common.
pub fn table<R, C>(
    name: &'static str,
    id: TableId,
    columns: Vec<Column<R, C>>,
    context: C,
    query: Query<Paged<R>>,
) -> AnyView
where
    R: Record + Clone + PartialEq + Send + Sync + 'static,
    C: InFrame + PartialEq + Send + Sync + 'static,
{
    let heads = heads(&columns);
    let (columns, context) = (Arc::from(columns), Arc::new(context));
    let rows = rows_signal(move || Some(Row::all(query.so_far()?, &columns, &context, source())));
    let load = Signal::derive(move || {
        let load = load(query).get();
        match load.completeness {
            // Its gaps are said one by one.
            Completeness::UnreadPages => Load { failure: None, completeness: Completeness::Complete, ..load },
            _ => load,
        }
    });
    let (progress, unread) =
        (Signal::derive(move || query.progress()), Signal::derive(move || query.unread()));
    view! {
        <ReadTable name=name id=id heads=heads rows=rows load=load progress=progress refresh=query.refresh>
            {unread_rows(unread, query.read_pages)}
        </ReadTable>
    }
    .into_any()
}

/// A table with its failures above its rows; its children are more of these.
#[component]
pub fn ReadTable(
    name: &'static str,
    id: TableId,
    heads: Arc<[Head]>,
    rows: Signal<Rows>,
    load: Signal<Load>,
    /// Whether its children say why nothing could be read.
    #[prop(optional, into)]
    nothing_read: Signal<bool>,
    #[prop(optional, into)] progress: Signal<Option<Progress>>,
    refresh: Callback<()>,
    #[prop(optional_no_strip)] initial: Option<InitialView>,
    #[prop(optional_no_strip)] filters: Option<ViewFn>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let status = Signal::derive(move || {
        let nothing_read = nothing_read.get();
        load.with(|load| TableStatus {
            loading: load.loading,
            failed: load.failure.is_some() || nothing_read,
            read_at: load.read_at.filter(|_| !nothing_read),
        })
    });
    let failure = Signal::derive(move || load.with(|load| load.failure.clone()));
    let stale = Signal::derive(move || load.with(Load::stale_since));
    let failed = Signal::derive(move || load.with(|load| load.failure.is_some()));
    let read_progress = move || view! { <ReadProgress progress=progress failed=failed /> };
    view! {
        <DataTable
            name=name
            id=id
            heads=heads
            rows=rows
            status=status
            refresh=refresh
            progress=read_progress
            initial=initial
            filters=filters
        >
            <FailureAlert failure=failure retry=refresh stale=stale />
            <Incomplete load=load />
            {children.map(|children| children())}
        </DataTable>
    }
}

/// The column of fields that the API reference does not list.
pub fn other_fields<R: 'static, C>(t: &Texts, fields: fn(&R) -> &Map<String, Value>) -> Column<R, C> {
    Column::new("other", t.other_fields, move |record: &R, _: &C| status_cells::extra(fields(record)))
        .optional()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::sources::sources;

    /// Two tables of one id would share their columns and views.
    #[test]
    fn each_table_has_an_id_of_its_own() {
        let mut known = BTreeSet::new();
        for (path, source) in sources("src/pages") {
            for rest in source.split("TableId::").skip(1).filter(|rest| rest.contains("(\"")) {
                let Some(id) = rest.split('"').nth(1) else { continue };
                assert!(known.insert(id.to_owned()), "{id} again in {}", path.display());
            }
        }
        assert!(known.len() > 10, "{known:?}");
    }
}
