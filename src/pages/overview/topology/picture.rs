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
/// Width of a letter in bold, at most: of a Latin and of a Korean one.
const LATIN: u32 = 8;
const FULL: u32 = 14;
/// From line to line.
const LINE: u32 = 15;

fn text(class: &'static str, x: u32, y: u32, text: String) -> AnyView {
    view! { <text class=class x=x.to_string() y=y.to_string()>{text}</text> }.into_any()
}

/// A text in bold that fits into so many pixels, with an ellipsis if it was cut. A name that deceives is
/// shown whole: its marks could be cut.
fn fitted(text: &str, width: u32) -> String {
    if text.contains('⟨') {
        return text.to_owned();
    }
    let mut left = width;
    let mut end = None;
    for (at, letter) in text.char_indices() {
        let letter_width = if letter.is_ascii() { LATIN } else { FULL };
        if left < letter_width {
            // Where the ellipsis has room.
            return format!("{}…", text.get(..end.unwrap_or_default()).unwrap_or_default());
        }
        left -= letter_width;
        if left >= LATIN {
            end = Some(at + letter.len_utf8());
        }
    }
    text.to_owned()
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
        text("strong", 28, 20, fitted(&line(&one.name).words(t), place.width - 28 - EDGE)),
    ];
    let mut lines = vec![("small", line(one.status.as_str()).words(t))];
    let network = line(one.network.as_str()).words(t);
    lines.push((if one.open { "small open" } else { "small" }, network));
    if one.missing || one.closed {
        let reason = if one.closed { t.disabled_flag } else { t.overview.not_loaded };
        lines.push(("small open", reason.to_owned()));
    }
    if !small {
        lines.extend(one.servers.words().chunks(2).map(|pair| ("small", pair.join(" · "))));
    }
    lines.retain(|(_, text)| !text.is_empty());
    // Above the bar.
    let room = place.height - if small { 18 } else { 32 };
    let rows = (38..room).step_by(LINE as usize).zip(lines);
    content.extend(rows.map(|(y, (class, words))| text(class, EDGE, y, words)));
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
    let of_servers =
        vec![text("strong", EDGE, 20, t.overview.admin_servers.to_owned()), text("small", EDGE, 40, servers)];
    let of_volume = |volume: &Level, place: &Rectangle| {
        let width = place.width - 2 * EDGE;
        let name = format!("{} {}", t.infra.nas, line(&volume.name).words(t));
        let mut content = vec![text("strong", EDGE, 20, fitted(&name, width))];
        content.extend(bar(volume, 28, width));
        content.push(text("small", EDGE, 46, line(&volume.text).words(t)));
        content
    };
    let target = links::frame(model);
    let drawn = |place: &Rectangle, content| card("card card-shared", *place, Some(&target), content);
    let mut places = places.iter();
    let servers = places.next().map(|place| drawn(place, of_servers));
    let volumes =
        model.volumes.iter().zip(places).map(|(volume, place)| drawn(place, of_volume(volume, place)));
    servers.into_iter().chain(volumes).collect()
}

fn node(place: Rectangle, target: &Location, title: String, lines: Vec<String>) -> AnyView {
    let mut content = vec![text("strong", EDGE, 20, fitted(&title, place.width - 2 * EDGE))];
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
        let middle = (y1 + y2) / 2;
        (format!("M{x1} {y1}V{middle}H{x2}V{}", y2 - 8), format!("M{x2} {y2}l-5-9h10z"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_ends_with_an_ellipsis() {
        assert_eq!(fitted("NAS pub83n1", 148), "NAS pub83n1");
        assert_eq!(fitted("NAS a-name-that-is-too-long", 148), "NAS a-name-that-i…");
        assert_eq!(fitted("가나다라", 28), "가…");
        assert_eq!(fitted("a", 0), "…");
        assert_eq!(fitted("a-long-name⟨U+202E⟩", 28), "a-long-name⟨U+202E⟩");
    }
}
