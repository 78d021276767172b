//! `/buckets`

use databoxframe::bucket::Bucket;
use leptos::prelude::*;

use super::table::{other_fields, table};
use crate::components::{Cell, Column, PageHeader, TableId};
use crate::locale::{Texts, texts};
use crate::queries;
use crate::status_cells;

fn columns(t: &'static Texts) -> Vec<Column<Bucket>> {
    vec![
        Column::new("name", t.name, |bucket: &Bucket, &()| Cell::text(bucket.name.as_deref())),
        Column::new("disabled", t.availability, move |bucket: &Bucket, &()| {
            status_cells::availability(bucket.disabled.as_ref(), t)
        }),
        other_fields(t, |bucket: &Bucket| &bucket.extra),
    ]
}

/// The Object Storage buckets.
#[component]
pub fn BucketsPage() -> impl IntoView {
    let t = texts();
    view! {
        <PageHeader title=t.buckets />
        {table(t.buckets_table, TableId::only("buckets"), columns(t), (), queries::buckets())}
    }
}
