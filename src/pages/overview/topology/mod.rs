//! A frame as a picture: what it is made of, and what goes in and out.

mod layout;
mod links;
mod list;
mod model;
mod picture;

use std::collections::BTreeMap;

use leptos::html;
use leptos::prelude::*;

pub use model::{level, shared};

use super::counts::{Group, RequestOutcome};
use super::days::starts;
use super::reads::{BoxReads, FrameReads, RequestRead};
use crate::locale::{Texts, texts};
use crate::untrusted::line;
use model::{BoxModel, Model, flows, largest};

/// Days whose requests the picture counts.
const DAYS: usize = 30;

/// What is known of a frame; tracked.
fn model(frame: &FrameReads, boxes: &[BoxReads], now: Memo<i64>, t: &Texts) -> Model {
    let since = starts(now.get(), DAYS).first().copied().unwrap_or_default();
    let infra = frame.infra.data().map(|infra| shared(&infra.records, t));
    let (servers, volumes) = match infra {
        Some((servers, volumes)) => (Some(servers), volumes),
        None => (None, Vec::new()),
    };
    let mut sources = BTreeMap::new();
    count(frame.imports, since, None, &mut sources);
    let mut targets = BTreeMap::new();
    boxes.iter().for_each(|one| count(one.exports, since, Some(RequestOutcome::Done), &mut targets));
    let exports = frame.exports.requests.get();
    let requests = exports.as_deref().map(|all| {
        all.iter().filter(|request| request.applied.is_some_and(|applied| applied >= since)).count()
    });
    let waiting = exports.as_deref().map(Group::waiting).unwrap_or_default().count;
    let data = frame.boxes.data();
    let box_model = |item| {
        let reads = boxes.iter().find(|reads| reads.is_of(item));
        let summary = reads.and_then(|reads| reads.summary.data());
        let infra = reads.and_then(|reads| reads.infra.data());
        let mut one =
            BoxModel::new(item, summary.as_deref(), infra.as_ref().map(|infra| &infra.records[..]), t);
        one.missing = reads.is_some_and(BoxReads::is_missing);
        one
    };
    Model {
        frame_no: frame.frame_no.clone(),
        name: frame.name.clone(),
        servers,
        volumes,
        boxes: data.iter().flat_map(|boxes| &boxes.records).map(box_model).collect(),
        sources: largest(sources),
        requests,
        waiting,
        targets: largest(targets),
        since,
    }
}

fn count(
    read: RequestRead,
    since: i64,
    outcome: Option<RequestOutcome>,
    counted: &mut BTreeMap<String, usize>,
) {
    read.requests.with(|requests| flows(requests.as_deref().unwrap_or_default(), since, outcome, counted));
}

/// The picture of a frame with its list. `boxes`: what is read of its boxes, as soon as they are known.
pub fn topology(frame: FrameReads, boxes: Signal<Vec<BoxReads>>, now: Memo<i64>) -> AnyView {
    let t = texts();
    let name = (t.overview.topology)(&line(&frame.name).words(t));
    let loads = frame.clone();
    let busy = move || {
        let own =
            loads.boxes.load().loading || loads.infra.load().loading || loads.imports.load.get().loading;
        own || boxes.with(|boxes| boxes.iter().any(BoxReads::is_loading))
    };
    let model = Memo::new(move |_| boxes.with(|boxes| model(&frame, boxes, now, t)));
    let place = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0_u32);
    let measure = move || {
        if let Some(place) = place.get_untracked() {
            width.set(u32::try_from(place.client_width()).unwrap_or_default());
        }
    };
    Effect::new(move |_| {
        place.track();
        measure();
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    let drawn = move || match width.get() {
        // Not measured yet; one pixel is for the edge.
        0..3 => ().into_any(),
        width => model.with(|model| picture::picture(model, width - 2, t)),
    };
    view! {
        <figure class="panel chart topology" aria-label=name aria-busy=move || busy().to_string()>
            <div node_ref=place>{drawn}</div>
            {move || model.with(|model| list::list(model, t))}
            <p class="hint">{t.overview.topology_note}</p>
        </figure>
    }
    .into_any()
}
