//! `/buckets`

use databoxframe::bucket::Bucket;
use leptos::prelude::*;

use super::{load, rows};
use crate::codes;
use crate::components::{Cell, Column, DataTable, PageHeader, Row};
use crate::locale::{Texts, texts};
use crate::queries;

const COLUMNS: &[Column] = &[
    Column::new("name", |t| t.name),
    // Which value means what is not documented: shown under the API's own name.
    Column::new("disabled", |t| t.disabled_flag),
    Column::OTHER,
];

fn row(bucket: &Bucket, t: &'static Texts) -> Row {
    Row {
        cells: vec![
            Cell::text(bucket.name.as_deref()),
            codes::flag(bucket.disabled.as_ref(), t.yes, t.no),
            codes::extra(&bucket.extra),
        ],
    }
}

/// The Object Storage buckets.
#[component]
pub fn BucketsPage() -> impl IntoView {
    let buckets = queries::buckets();
    view! {
        <PageHeader title=texts().buckets />
        <DataTable
            name=|t| t.buckets_table
            id=""
            columns=COLUMNS
            rows=rows(buckets, |buckets, t| buckets.records.iter().map(|bucket| row(bucket, t)).collect())
            load=load(buckets)
            refresh=buckets.refresh
        />
    }
}
