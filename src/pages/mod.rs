//! The pages: one file for each route, in the folder of its area, beside the helpers of that area.

mod activity;
mod buckets;
mod connect;
mod data_boxes;
mod exports;
mod frames;
mod imports;
mod infrastructure;
mod list_parts;
mod not_found;
mod overview;
mod requests;
mod reviews;
mod settings;
mod table;
mod time;
mod trail;

pub use activity::ActivityPage;
pub use buckets::BucketsPage;
pub use connect::ConnectPage;
pub use connect::demo::banner as demo_banner;
pub use data_boxes::{CreateDataBoxPage, DataBoxPage, InfraPage, ModifyDataBoxPage};
pub use exports::{ExportPage, ExportsPage, RequestExportPage};
pub use frames::{FramePage, FramesPage, ModifyFramePage};
pub use imports::{ImportPage, ImportsPage, RequestImportPage};
pub use not_found::NotFoundPage;
pub use overview::{OverviewPage, WaitingReviews, waiting_reviews};
pub use reviews::ReviewDesk;
pub use settings::{SettingsPage, language_choice, theme_choice};

use databoxframe::error::Meaning;
use leptos::prelude::*;

use crate::components::{Detail, FailureAlert, details};
use crate::gateway::Failure;
use crate::locale::{Texts, texts};
use crate::query_cache::{Load, Query};
use crate::untrusted::name_or;

/// State of a query.
fn load<T: Send + Sync + 'static>(query: Query<T>) -> Signal<Load> {
    Signal::derive(move || query.load())
}

/// Details of a query's data, and the failure if it could not be read.
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

/// What the page is about does not exist, or is closed to this key: nothing can be done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Absent {
    Missing,
    Closed,
}

impl Absent {
    /// By the failure of a query that never had data.
    fn of<T: Send + Sync + 'static>(query: Query<T>) -> Memo<Option<Self>> {
        Memo::new(move |_| {
            if query.data().is_some() {
                return None;
            }
            match query.load().failure? {
                Failure::Answer(error) => match error.meaning() {
                    Meaning::NoSuchThing => Some(Self::Missing),
                    Meaning::Permission => Some(Self::Closed),
                    _ => None,
                },
                _ => None,
            }
        })
    }
}

/// Title from a query's data; `fallback` until it is read.
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
