//! Where the parts of the picture lead.

use super::model::{BoxModel, Flow, Model};
use crate::pages::time::day_text;
use crate::router::{Location, Route};

/// The frame.
pub fn frame(model: &Model) -> Location {
    Route::Frame(model.frame_no.clone()).into()
}

/// A box.
pub fn data_box(model: &Model, one: &BoxModel) -> Location {
    Route::DataBox(model.frame_no.clone(), one.box_no.clone()).into()
}

/// The frame's export requests of the last 30 days, the waiting ones first.
pub fn review(model: &Model) -> Location {
    of(model, &Route::Reviews, None)
}

/// The imports from a bucket.
pub fn source(model: &Model, flow: &Flow) -> Location {
    of(model, &Route::Imports, flow.bucket.as_deref())
}

/// The exports to a bucket.
pub fn target(model: &Model, flow: &Flow) -> Location {
    of(model, &Route::Exports, flow.bucket.as_deref())
}

/// The requests of the frame in the last 30 days, of one bucket if there is one.
fn of(model: &Model, list: &Route, bucket: Option<&str>) -> Location {
    let since = day_text(model.since);
    list.with([("frame", model.name.as_str()), ("from", since.as_str()), ("q", bucket.unwrap_or_default())])
}
