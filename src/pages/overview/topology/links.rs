//! Where the parts of the picture lead.

use super::model::{BoxModel, Flow, Model};
use crate::pages::time::url_text;
use crate::router::{Route, encode};

/// The frame.
pub fn frame(model: &Model) -> String {
    Route::Frame(model.frame_no.clone()).path()
}

/// A box.
pub fn data_box(model: &Model, one: &BoxModel) -> String {
    Route::DataBox(model.frame_no.clone(), one.box_no.clone()).path()
}

/// The frame's export requests of the last 30 days, the waiting ones first.
pub fn review(model: &Model) -> String {
    of(model, "/reviews", None)
}

/// The imports from a bucket.
pub fn source(model: &Model, flow: &Flow) -> String {
    of(model, "/imports", flow.bucket.as_deref())
}

/// The exports to a bucket.
pub fn target(model: &Model, flow: &Flow) -> String {
    of(model, "/exports", flow.bucket.as_deref())
}

/// The requests of the frame in the last 30 days, of one bucket if there is one.
fn of(model: &Model, path: &str, bucket: Option<&str>) -> String {
    let bucket = bucket.map(|bucket| format!("&q={}", encode(bucket))).unwrap_or_default();
    format!(
        "{path}?frame={}&from={}{bucket}",
        encode(&model.name),
        &url_text(model.since).split('T').next().unwrap_or_default()
    )
}
