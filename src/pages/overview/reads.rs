//! What the page reads of each frame, side by side: the lists that the pages of frames, imports and
//! reviews read too, so that those stand at once.

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::data_box::{BoxInfra, BoxSummary, DataBox};
use databoxframe::frame::FrameInfra;
use leptos::prelude::*;

use super::counts::Request;
use crate::locale::Texts;
use crate::pages::load;
use crate::pages::requests::listing::Listing;
use crate::paging::Paged;
use crate::queries::{self, Window};
use crate::query_cache::{Load, Query};

/// Requests, once they were read.
pub type Requests = Option<Arc<[Request]>>;

/// A list of requests that is read.
#[derive(Clone, Copy)]
pub struct RequestRead {
    /// The requests.
    pub requests: Memo<Requests>,
    /// How reading them stands.
    pub load: Signal<Load>,
    /// Reads them again.
    pub refresh: Callback<()>,
}

impl RequestRead {
    /// Of a query that is observed.
    pub fn new<R: Send + Sync + 'static>(query: Query<Paged<R>>, request: fn(&R) -> Request) -> Self {
        let requests = Memo::new(move |_| Some(query.data()?.records.iter().map(request).collect()));
        Self { requests, load: load(query), refresh: query.refresh }
    }

    /// Whether they could not be read, and nothing older is there; tracked.
    pub fn is_missing(self) -> bool {
        self.requests.with(Option::is_none) && self.load.with(|load| load.failure.is_some())
    }
}

/// What is read of a frame.
#[derive(Clone)]
pub struct FrameReads {
    /// Its number.
    pub frame_no: Id,
    /// Its name, or its number.
    pub name: String,
    /// Its boxes.
    pub boxes: Query<Paged<DataBox>>,
    /// Its own infrastructure.
    pub infra: Query<Paged<FrameInfra>>,
    /// Its export requests.
    pub exports: RequestRead,
    /// Its import requests.
    pub imports: RequestRead,
}

impl FrameReads {
    /// Begins to read.
    pub fn new(frame_no: Id, name: String) -> Self {
        Self {
            boxes: queries::boxes(frame_no.clone()),
            infra: queries::frame_infra(frame_no.clone()),
            exports: RequestRead::new(
                queries::reviews(frame_no.clone(), Window::default()),
                Request::of_export,
            ),
            imports: RequestRead::new(
                queries::imports(frame_no.clone(), None, Window::default()),
                Request::of_import,
            ),
            frame_no,
            name,
        }
    }

    /// Its reads, to say which failed.
    pub fn listings(&self, t: &Texts) -> Vec<Listing> {
        let one = |what: &str, load, refresh| {
            Listing::without_rows(vec![self.name.clone(), what.to_owned()], load, refresh)
        };
        vec![
            one(t.boxes_table, load(self.boxes), self.boxes.refresh),
            one(t.infra_table, load(self.infra), self.infra.refresh),
            one(t.infra.imports, self.imports.load, self.imports.refresh),
            one(t.reviews_table, self.exports.load, self.exports.refresh),
        ]
    }
}

/// What is read of a box.
#[derive(Clone)]
pub struct BoxReads {
    box_no: Id,
    /// Its name, or its number.
    pub name: String,
    /// Its summary.
    pub summary: Query<BoxSummary>,
    /// Its infrastructure.
    pub infra: Query<Paged<BoxInfra>>,
    /// Its export requests, which name their buckets.
    pub exports: RequestRead,
}

impl BoxReads {
    /// Begins to read.
    pub fn new(frame_no: &Id, box_no: Id, name: String) -> Self {
        Self {
            summary: queries::box_summary(frame_no.clone(), box_no.clone()),
            infra: queries::box_infra(frame_no.clone(), box_no.clone()),
            exports: RequestRead::new(
                queries::exports(frame_no.clone(), box_no.clone(), Window::default()),
                Request::of_box_export,
            ),
            box_no,
            name,
        }
    }

    /// Whether it is this box that is read.
    pub fn is_of(&self, one: &DataBox) -> bool {
        self.box_no == one.box_no
    }

    /// Whether anything is being read; tracked.
    pub fn is_loading(&self) -> bool {
        self.summary.load().loading
            || self.infra.load().loading
            || self.exports.load.with(|load| load.loading)
    }

    /// Whether anything could not be read, and nothing older is there; tracked.
    pub fn is_missing(&self) -> bool {
        let summary = self.summary.data().is_none() && self.summary.load().failure.is_some();
        let infra = self.infra.data().is_none() && self.infra.load().failure.is_some();
        summary || infra || self.exports.is_missing()
    }

    /// Its reads, to say which failed.
    pub fn listings(&self, frame: &str, t: &Texts) -> Vec<Listing> {
        let one = |what: &str, load, refresh| {
            Listing::without_rows(vec![frame.to_owned(), self.name.clone(), what.to_owned()], load, refresh)
        };
        vec![
            one(t.forms.summary, load(self.summary), self.summary.refresh),
            one(t.infra_table, load(self.infra), self.infra.refresh),
            one(t.infra.exports, self.exports.load, self.exports.refresh),
        ]
    }
}
