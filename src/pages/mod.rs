//! One module for each route, named like it.

mod activity;
mod buckets;
mod connect;
mod data_box;
mod frame;
mod frames;
mod not_found;
mod review;
mod reviews;
mod settings;

pub use activity::ActivityPage;
pub use buckets::BucketsPage;
pub use connect::ConnectPage;
pub use data_box::DataBoxPage;
pub use frame::FramePage;
pub use frames::FramesPage;
pub use not_found::NotFoundPage;
pub use review::ReviewPage;
pub use reviews::ReviewsPage;
pub use settings::SettingsPage;

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::Row;
use crate::locale::{Texts, texts};
use crate::queries::Query;

/// The rows of a query's data, made anew when data or language change.
fn rows<T: Send + Sync + 'static>(
    query: &Query<T>,
    make: fn(&T, &'static Texts) -> Vec<Row>,
) -> Signal<Option<Arc<Vec<Row>>>> {
    let state = query.state.clone();
    Signal::from(Memo::new(move |_| {
        let texts = texts();
        state.with(|state| state.data.as_ref().map(|data| Arc::new(make(data, texts))))
    }))
}

/// What "Refresh" and "Try again" do.
fn refresh<T>(query: &Query<T>) -> Option<Callback<()>> {
    let refresh = StoredValue::new_local(query.refresh.clone());
    Some(Callback::new(move |()| refresh.with_value(|refresh| refresh())))
}
