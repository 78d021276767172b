//! The picture of a frame. It is for the eye and the mouse: the list beside it says the same and
//! has the links for everybody.

use leptos::prelude::*;

use super::layout::{Arrow, Layout, Parts, Rectangle, layout};
use super::links;
use super::model::{BoxModel, Flow, Model};
use crate::components::Cell;
use crate::components::chart::Level;
use crate::locale::Texts;
use crate::router::Location;
use crate::untrusted::line;

/// Inside of a card, to its edge.
const EDGE: u32 = 10;

fn text(class: &'static str, x: u32, y: u32, text: String) -> AnyView {
    view! { <text class=class x=x.to_string() y=y.to_string()>{text}</text> }.into_any()
}

fn rect(class: &'static str, place: Rectangle) -> AnyView {
    let Rectangle { x, y, width, height } = place;
    view! {
        <rect
            class=class
            x=x.to_string()
            y=y.to_string()
            width=width.to_string()
            height=height.to_string()
            rx="6"
        />
    }
    .into_any()
}

/// A part with a frame around it, cut off at its edge; it leads somewhere, if `target` says where.
fn card(class: &'static str, place: Rectangle, target: Option<&Location>, content: Vec<AnyView>) -> AnyView {
    let Rectangle { x, y, width, height } = place;
    let edge = rect(class, Rectangle { x: 0, y: 0, width, height });
    let drawn = view! {
        <svg x=x.to_string() y=y.to_string() width=width.to_string() height=height.to_string()>
            {edge}
            {content}
        </svg>
    }
    .into_any();
    match target {
        Some(target) => view! { <g><a href=target.href() tabindex="-1">{drawn}</a></g> }.into_any(),
        None => drawn,
    }
}

/// How full something is.
fn bar(level: &Level, y: u32, width: u32) -> [AnyView; 2] {
    let used = level.thousandths().unwrap_or_default().min(1_000);
    let filled = u32::try_from(u64::from(width) * used / 1_000).unwrap_or(width);
    let place = |width| Rectangle { x: EDGE, y, width, height: 6 };
    [rect("tone-rest", place(width)), rect(level.class(), place(filled))]
}

/// The class of a status' colour.
fn dot(status: &Cell) -> &'static str {
    match status {
        Cell::Badge { tone, .. } => tone.fill(),
        _ => "tone-rest",
    }
}

fn box_card(model: &Model, one: &BoxModel, place: Rectangle, small: bool, t: &'static Texts) -> AnyView {
    let mut content = vec![
        view! { <circle class=dot(&one.status) cx="16" cy="16" r="5" /> }.into_any(),
        text("strong", 28, 20, line(&one.name).words(t)),
    ];
    let (status, network) = (line(one.status.as_str()).words(t), line(one.network.as_str()).words(t));
    let state: Vec<String> = [status, network].into_iter().filter(|text| !text.is_empty()).collect();
    content.push(text(if one.open { "small open" } else { "small" }, EDGE, 38, state.join(" · ")));
    if one.missing || one.closed {
        let reason = if one.closed { t.disabled_flag } else { t.overview.not_loaded };
        content.push(text("small open", EDGE, 55, reason.to_owned()));
    }
    let words = one.servers.words();
    if !small {
        for (row, pair) in (0_u32..).zip(words.chunks(2)) {
            content.push(text("small", EDGE, 56 + 15 * row, pair.join(" · ")));
        }
    }
    if let Some(nas) = &one.nas {
        let y = place.height - if small { 14 } else { 28 };
        content.extend(bar(nas, y, place.width - 2 * EDGE));
        if !small {
            content.push(text("small", EDGE, place.height - 8, line(&nas.text).words(t)));
        }
    }
    card(if one.open { "card card-open" } else { "card" }, place, Some(&links::data_box(model, one)), content)
}

/// The cards of what the frame has of its own.
fn shared(model: &Model, places: &[Rectangle], t: &'static Texts) -> Vec<AnyView> {
    let servers = model.servers.map_or_else(|| t.no_text.to_owned(), |count| count.to_string());
    let mut contents = vec![vec![
        text("strong", EDGE, 20, t.overview.admin_servers.to_owned()),
        text("small", EDGE, 40, servers),
    ]];
    contents.extend(model.volumes.iter().map(|volume| {
        let mut content = vec![text(
            "strong",
            EDGE,
            20,
            format!("{} {}", t.overview.shared_nas, line(&volume.name).words(t)),
        )];
        content.extend(bar(volume, 28, 150));
        content.push(text("small", EDGE, 46, line(&volume.text).words(t)));
        content
    }));
    let target = links::frame(model);
    let place = |(place, content): (&Rectangle, Vec<AnyView>)| {
        card("card card-shared", *place, Some(&target), content)
    };
    places.iter().zip(contents).map(place).collect()
}

fn node(place: Rectangle, target: &Location, title: String, lines: Vec<String>) -> AnyView {
    let mut content = vec![text("strong", EDGE, 20, title)];
    let rows = (0_u32..).zip(lines).map(|(row, line)| text("small", EDGE, 38 + 15 * row, line));
    content.extend(rows);
    card("card card-outside", place, Some(target), content)
}

fn bucket(flow: &Flow, t: &'static Texts) -> String {
    flow.bucket.as_deref().map_or_else(|| t.overview.other_buckets.to_owned(), |name| line(name).words(t))
}

fn arrow(arrow: &Arrow) -> AnyView {
    let ((x1, y1), (x2, y2)) = (arrow.from, arrow.to);
    let (path, head) = if arrow.down {
        (format!("M{x1} {y1}V{}", y2 - 8), format!("M{x2} {y2}l-5-9h10z"))
    } else {
        let middle = (x1 + x2) / 2;
        (format!("M{x1} {y1}H{middle}V{y2}H{}", x2 - 8), format!("M{x2} {y2}l-9-5v10z"))
    };
    view! { <path class="arrow" d=path /><path class="arrow-head" d=head /> }.into_any()
}

/// The picture, as wide as this.
pub fn picture(model: &Model, width: u32, t: &'static Texts) -> AnyView {
    let parts = Parts {
        shared: 1 + model.volumes.len(),
        boxes: model.boxes.len(),
        sources: model.sources.len(),
        targets: model.targets.len(),
    };
    let all = layout(width, parts);
    let Layout { width, height, fence, .. } = all;
    let title = links::frame(model);
    let mut drawn = vec![
        rect("fence", fence),
        card(
            "none",
            Rectangle { x: fence.x, y: fence.y, width: fence.width, height: 32 },
            Some(&title),
            vec![text("title", EDGE + 2, 22, line(&model.name).words(t))],
        ),
    ];
    drawn.extend(all.arrows.iter().map(arrow));
    drawn.extend(shared(model, &all.shared, t));
    drawn.extend(
        model.boxes.iter().zip(&all.boxes).map(|(one, place)| box_card(model, one, *place, all.small, t)),
    );
    drawn.extend(model.sources.iter().zip(&all.sources).map(|(flow, place)| {
        node(*place, &links::source(model, flow), bucket(flow, t), vec![(t.overview.imports)(flow.count)])
    }));
    let requests = model.requests.map_or_else(|| t.no_text.to_owned(), t.overview.requests);
    let waiting = (model.waiting > 0).then(|| (t.overview.nav_waiting)(&model.waiting.to_string()));
    drawn.push(node(
        all.review,
        &links::review(model),
        t.reviews.to_owned(),
        std::iter::once(requests).chain(waiting).collect(),
    ));
    drawn.extend(model.targets.iter().zip(&all.targets).map(|(flow, place)| {
        node(
            *place,
            &links::target(model, flow),
            bucket(flow, t),
            vec![(t.overview.approved_count)(flow.count)],
        )
    }));
    view! {
        <svg
            class="topology-picture"
            width=width.to_string()
            height=height.to_string()
            viewBox=format!("-1 -1 {} {}", width + 2, height + 2)
            aria-hidden="true"
        >
            {drawn}
        </svg>
    }
    .into_any()
}
