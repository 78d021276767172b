//! `/buckets`

use databoxframe::List;
use databoxframe::bucket::Bucket;
use leptos::prelude::*;

use super::{refresh, rows};
use crate::codes;
use crate::components::{Cell, Column, DataTable, Load, PageHeader, Row};
use crate::locale::{Texts, tr};
use crate::reads;

const COLUMNS: &[Column] = &[
    Column { id: "name", title: |t| t.name },
    // Which value means what is not documented: shown under the API's own name.
    Column { id: "disabled", title: |t| t.disabled_flag },
    Column { id: "other", title: |t| t.other_fields },
];

fn make_rows(buckets: &List<Bucket>, t: &'static Texts) -> Vec<Row> {
    let row = |bucket: &Bucket| Row {
        cells: vec![
            Cell::text(bucket.name.as_deref()),
            codes::flag(bucket.disabled.as_ref(), t.yes, t.no),
            codes::extra(&bucket.extra),
        ],
    };
    buckets.content.iter().map(row).collect()
}

/// The Object Storage buckets.
#[component]
pub fn BucketsPage() -> impl IntoView {
    let buckets = reads::buckets();
    view! {
        <PageHeader title=Signal::derive(move || tr(|t| t.buckets).get().to_owned()) />
        <DataTable
            name=|t| t.buckets_table
            id=""
            columns=COLUMNS
            rows=rows(&buckets, make_rows)
            load=Load::signal(&buckets)
            refresh=refresh(&buckets)
        />
    }
}
