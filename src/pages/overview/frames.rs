//! How each frame stands: its status and boxes, its picture, and how full its volumes are.

use std::sync::Arc;

use databoxframe::code::{BoxStatus, Phase};
use databoxframe::data_box::DataBox;
use databoxframe::frame::{Frame, FrameDetail};
use databoxframe::{Amount, Flag, Id};
use leptos::html;
use leptos::prelude::*;

use super::near::when_near;
use super::reads::{BoxReads, FrameReads};
use super::topology::{level, shared, topology};
use crate::components::chart::{Chart, Level, chart, levels};
use crate::components::format::grouped;
use crate::components::{Cell, Detail, details};
use crate::locale::{Texts, texts};
use crate::pages::requests::list_failures::failures;
use crate::pages::time;
use crate::paging::Paged;
use crate::query_cache::Query;
use crate::resource::ResourceKey;
use crate::router::Route;
use crate::status_cells;
use crate::untrusted::{line, name_or};

/// A box whose parts are worth reading: not one that was returned, or that is closed to this key.
fn is_read(one: &DataBox) -> bool {
    let phase = one.status.as_ref().map(BoxStatus::phase);
    phase != Some(Phase::Returned) && one.disabled != Some(Flag::Yes)
}

/// How many boxes are in each state, in words.
fn states(boxes: &[DataBox], t: &'static Texts) -> Vec<Cell> {
    let mut states: Vec<(Cell, usize)> = Vec::new();
    for one in boxes {
        // Boxes in one state differ by what the service calls it.
        let state = status_cells::box_status(one.status.as_ref(), None, t);
        match states.iter_mut().find(|(other, _)| *other == state) {
            Some((_, count)) => *count += 1,
            None => states.push((state, 1)),
        }
    }
    let counted = |(mut state, count): (Cell, usize)| {
        if let Cell::Badge { text, .. } = &mut state {
            *text = format!("{count} {text}");
        }
        state
    };
    states.into_iter().map(counted).collect()
}

/// The volumes of a frame, and those of each of its boxes as one; tracked.
fn volumes(frame: &FrameReads, boxes: &[BoxReads], t: &'static Texts) -> Vec<Level> {
    let mut all = frame.infra.data().map(|infra| shared(&infra.records, t).1).unwrap_or_default();
    for one in boxes {
        let Some(summary) = one.summary.data() else { continue };
        let size = summary.nas_total_gb.as_ref().and_then(Amount::whole);
        all.extend(level(one.name.clone(), summary.nas_used_gb.as_ref(), size, t));
    }
    all
}

/// All volumes as one.
fn sum(volumes: &[Level], t: &'static Texts) -> Cell {
    let (used, size) =
        volumes.iter().fold((0, 0), |(used, size), one| (used + one.used.unwrap_or(0), size + one.size));
    if size == 0 {
        return Cell::None;
    }
    Cell::Meter {
        text: (t.gb_of)(&grouped(&used.to_string()), &grouped(&size.to_string())),
        used,
        total: size,
    }
}

/// The facts about a frame.
fn facts(
    list: Query<Paged<Frame>>,
    frame: &FrameReads,
    volumes: Memo<Vec<Level>>,
    t: &'static Texts,
) -> AnyView {
    let data = list.data();
    let row = data.iter().flat_map(|list| &list.records).find(|row| row.frame_no == frame.frame_no);
    let status = row.map_or(Cell::None, |row| {
        let status = status_cells::frame_status(row.status.as_ref(), row.status_name.as_deref(), t);
        status_cells::changing(status, &ResourceKey::Frame(frame.frame_no.clone()), t)
    });
    let boxes = frame.boxes.data().map(|boxes| states(&boxes.records, t)).unwrap_or_default();
    let boxes: Vec<AnyView> = boxes.iter().map(|state| view! { {state.view()} " " }.into_any()).collect();
    view! {
        <div class="frame-facts">
            {details(&[Detail::new(t.status, status), Detail::new(t.nas_use, volumes.with(|volumes| sum(volumes, t)))])}
            <p class="frame-states"><span class="hint">{t.boxes_table}</span> " " {boxes}</p>
        </div>
    }
    .into_any()
}

/// How full the volumes are.
fn filling(frame: &FrameReads, volumes: Memo<Vec<Level>>, t: &'static Texts) -> AnyView {
    let title = (t.overview.nas_of)(&line(&frame.name).words(t));
    let infra = frame.infra;
    let name = title.clone();
    chart(Chart {
        title: Signal::stored(title),
        note: view! { <p class="hint">{t.overview.nas_note}</p> }.into_any(),
        busy: Signal::derive(move || infra.load().loading),
        picture: Box::new(move || volumes.with(|volumes| levels(volumes))),
        table: Box::new(move || volumes.with(|volumes| Level::table(volumes, name.clone(), t.name))),
    })
}

/// Numbers and names of the boxes whose parts are worth reading, as soon as anybody looks.
fn known_boxes(boxes: Query<Paged<DataBox>>, near: RwSignal<bool>) -> Memo<Vec<(Id, String)>> {
    Memo::new(move |_| {
        if !near.get() {
            return Vec::new();
        }
        let named = |one: &DataBox| {
            (one.box_no.clone(), name_or(one.name.as_deref(), one.box_no.as_str()).to_owned())
        };
        let boxes = boxes.data();
        boxes.iter().flat_map(|boxes| &boxes.records).filter(|one| is_read(one)).map(named).collect()
    })
}

/// Begins to read these boxes; tracked.
fn box_reads(frame_no: &Id, known: Memo<Vec<(Id, String)>>) -> Vec<BoxReads> {
    known.get().into_iter().map(|(number, name)| BoxReads::new(frame_no, number, name)).collect()
}

/// The picture of one frame, on its own page.
pub fn frame_picture(frame_no: &Id, detail: Query<FrameDetail>) -> AnyView {
    let (t, now, frame_no, number) = (texts(), time::now_to_the_minute(), frame_no.clone(), frame_no.clone());
    // Its name is a part of the picture.
    let name = Memo::new(move |_| match detail.data() {
        Some(detail) => Some(name_or(detail.name.as_deref(), number.as_str()).to_owned()),
        None => detail.load().failure.map(|_| number.to_string()),
    });
    (move || {
        let frame = FrameReads::new(frame_no.clone(), name.get()?);
        let known = known_boxes(frame.boxes, RwSignal::new(true));
        let own = frame.listings(t);
        let content = move || {
            let boxes = box_reads(&frame.frame_no, known);
            let of_boxes = boxes.iter().flat_map(|one| one.listings(&frame.name, t));
            let listings = own.iter().cloned().chain(of_boxes).collect::<Vec<_>>();
            view! {
                {failures(Signal::stored(listings.into()), |_| t.overview.unread.to_owned(), Signal::stored(false))}
                {topology(frame.clone(), Signal::stored(boxes), now)}
            }
        };
        Some(content.into_any())
    })
    .into_any()
}

/// One frame. What is in its boxes is read when it comes near the screen.
fn frame_part(index: usize, list: Query<Paged<Frame>>, frame: FrameReads, now: Memo<i64>) -> AnyView {
    let t = texts();
    let section = NodeRef::<html::Section>::new();
    let near = when_near(section);
    let known = known_boxes(frame.boxes, near);
    let page = Route::Frame(frame.frame_no.clone()).href();
    let heading = format!("frame-{index}");
    let id = heading.clone();
    let title = frame.name.clone();
    let content = move || {
        let boxes = box_reads(&frame.frame_no, known);
        let listings = boxes.iter().flat_map(|one| one.listings(&frame.name, t)).collect::<Vec<_>>();
        let (of, reads) = (frame.clone(), boxes.clone());
        let volumes = Memo::new(move |_| volumes(&of, &reads, t));
        let of = frame.clone();
        view! {
            {failures(Signal::stored(listings.into()), |_| t.overview.unread.to_owned(), Signal::stored(false))}
            {move || facts(list, &of, volumes, t)}
            {topology(frame.clone(), Signal::stored(boxes), now)}
            {filling(&frame, volumes, t)}
        }
    };
    view! {
        <section class="frame-part" aria-labelledby=heading node_ref=section>
            <h2 id=id><a href=page>{line(&title)}</a></h2>
            {content}
        </section>
    }
    .into_any()
}

/// All frames.
pub fn frames(list: Query<Paged<Frame>>, frames: &Arc<[FrameReads]>, now: Memo<i64>) -> AnyView {
    let part = |(index, frame): (usize, &FrameReads)| frame_part(index, list, frame.clone(), now);
    frames.iter().enumerate().map(part).collect::<Vec<AnyView>>().into_any()
}
