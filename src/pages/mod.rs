//! One module for each route, named like it.

mod actions;
mod activity;
mod attempt;
mod box_form;
mod buckets;
mod check;
mod connect;
mod create_data_box;
mod data_box;
mod demo;
mod entry;
mod exports;
mod form_summary;
mod frame;
mod frames;
mod imports;
mod infra;
mod lists;
mod modify_data_box;
mod modify_frame;
mod not_found;
mod remembered;
mod request;
mod request_export;
mod request_form;
mod request_import;
mod request_rows;
mod review;
mod reviews;
mod settings;

pub use activity::ActivityPage;
pub use buckets::BucketsPage;
pub use connect::ConnectPage;
pub use create_data_box::CreateDataBoxPage;
pub use data_box::DataBoxPage;
pub use demo::banner as demo_banner;
pub use exports::ExportsPage;
pub use frame::FramePage;
pub use frames::FramesPage;
pub use imports::ImportsPage;
pub use infra::InfraPage;
pub use modify_data_box::ModifyDataBoxPage;
pub use modify_frame::ModifyFramePage;
pub use not_found::NotFoundPage;
pub use request::{ExportPage, ImportPage};
pub use request_export::RequestExportPage;
pub use request_import::RequestImportPage;
pub use review::ReviewPage;
pub use reviews::ReviewsPage;
pub use settings::SettingsPage;

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::{Detail, FailureAlert, Row, Rows, details, rows_memo};
use crate::locale::{Texts, texts};
use crate::queries::{Load, Query};
use crate::untrusted::name_or;

/// The rows of a query's data.
fn rows<T: Send + Sync + 'static>(
    query: Query<T>,
    make: impl Fn(&T, &'static Texts) -> Vec<Row> + Send + Sync + 'static,
) -> Signal<Rows> {
    let t = texts();
    rows_memo(move || query.data().map(|data| Arc::new(make(&data, t))))
}

/// How a query stands.
fn load<T: Send + Sync + 'static>(query: Query<T>) -> Signal<Load> {
    Signal::derive(move || query.load())
}

/// The details of a query's data, and why they could not be read.
fn details_of<T: Send + Sync + 'static>(
    query: Query<T>,
    make: impl Fn(&T, &'static Texts) -> Vec<Detail> + Send + Sync + 'static,
) -> AnyView {
    let t = texts();
    let failure = Signal::derive(move || query.load().failure);
    let stale = Signal::derive(move || query.load().stale_since());
    let busy = move || query.load().loading.to_string();
    let items = move || query.data().map(|data| details(&make(&data, t)));
    view! {
        <FailureAlert failure=failure retry=query.refresh stale=stale />
        <div aria-busy=busy>{items}</div>
    }
    .into_any()
}

/// A title from a query's data; `fallback` until it is there.
fn title<T: Send + Sync + 'static>(
    query: Query<T>,
    name: fn(&T) -> Option<&str>,
    fallback: String,
) -> Signal<String> {
    Signal::derive(move || match query.data() {
        Some(data) => name_or(name(&data), &fallback).to_owned(),
        None => fallback.clone(),
    })
}
