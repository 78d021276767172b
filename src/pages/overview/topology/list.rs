//! The list beside the picture of a frame: the same in words, with the links for everybody.

use leptos::prelude::*;

use super::links;
use super::model::{BoxModel, Flow, Model};
use crate::components::{Cell, Tone, badge};
use crate::locale::Texts;
use crate::router::Location;
use crate::untrusted::line;

fn item(content: Vec<AnyView>) -> AnyView {
    view! { <li>{content}</li> }.into_any()
}

fn link(target: &Location, text: &str) -> AnyView {
    view! { <a href=target.href()>{line(text)}</a> " " }.into_any()
}

fn words(text: String) -> AnyView {
    view! { <span>{crate::untrusted::sentence(&text)}</span> " " }.into_any()
}

/// The box, its status, its network, its servers and its volumes: a column for each.
fn box_item(model: &Model, one: &BoxModel, t: &'static Texts) -> AnyView {
    let shown = |cell: &Cell| if cell.is_something() { cell.view() } else { ().into_any() };
    let nas = one.nas.as_ref().map(|nas| format!("{} {}", t.nas_use, line(&nas.text).words(t)));
    let mut notes: Vec<AnyView> = nas.map(words).into_iter().collect();
    if one.closed {
        notes.push(words(t.disabled_flag.to_owned()));
    }
    if one.missing {
        notes.push(badge(Tone::Bad, t.overview.not_loaded.to_owned(), String::new()));
    }
    view! {
        <li>
            <span>{link(&links::data_box(model, one), &one.name)}</span>
            " "
            <span>{shown(&one.status)}</span>
            " "
            <span>{shown(&one.network)}</span>
            " "
            <span>{one.servers.words().join(", ")}</span>
            " "
            <span>{notes}</span>
        </li>
    }
    .into_any()
}

fn flow(target: &Location, flow: &Flow, what: String, t: &'static Texts) -> AnyView {
    let name = flow.bucket.as_deref().unwrap_or(t.overview.other_buckets);
    item(vec![link(target, name), words(what)])
}

/// A part of the list with its heading.
fn part(title: &'static str, items: Vec<AnyView>) -> AnyView {
    if items.is_empty() {
        return ().into_any();
    }
    view! { <li><span class="hint">{title}</span><ul>{items}</ul></li> }.into_any()
}

/// The part of the boxes, over the whole width.
fn boxes_part(model: &Model, t: &'static Texts) -> AnyView {
    if model.boxes.is_empty() {
        return ().into_any();
    }
    let boxes: Vec<AnyView> = model.boxes.iter().map(|one| box_item(model, one, t)).collect();
    view! {
        <li class="topology-boxes"><span class="hint">{t.boxes_table}</span><ul>{boxes}</ul></li>
    }
    .into_any()
}

/// The list.
pub fn list(model: &Model, t: &'static Texts) -> AnyView {
    let mut own = Vec::new();
    if let Some(servers) = model.servers {
        own.push(item(vec![words(format!("{}: {servers}", t.overview.admin_servers))]));
    }
    own.extend(model.volumes.iter().map(|volume| {
        let name = line(&volume.name).words(t);
        item(vec![words(format!("{} {name}: {}", t.overview.shared_nas, line(&volume.text).words(t)))])
    }));
    let imports = model
        .sources
        .iter()
        .map(|one| flow(&links::source(model, one), one, (t.overview.imports)(one.count), t));
    let review = model.requests.map(|count| {
        let waiting = (t.overview.nav_waiting)(&model.waiting.to_string());
        item(vec![
            link(&links::review(model), t.reviews),
            words(format!("{}, {waiting}", (t.overview.requests)(count))),
        ])
    });
    let exports = model
        .targets
        .iter()
        .map(|one| flow(&links::target(model, one), one, (t.overview.approved_count)(one.count), t));
    view! {
        <ul class="topology-list">
            {boxes_part(model, t)}
            {part(t.overview.own_infra, own)}
            {part(t.overview.import_buckets, imports.collect())}
            {part(t.overview.export_buckets, review.into_iter().chain(exports).collect())}
        </ul>
    }
    .into_any()
}
