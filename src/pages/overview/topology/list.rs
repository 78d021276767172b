//! The list beside the picture of a frame: the same in words, with the links for everybody.

use leptos::prelude::*;

use super::links;
use super::model::{BoxModel, Flow, Model};
use crate::components::{Tone, badge};
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

fn box_item(model: &Model, one: &BoxModel, t: &'static Texts) -> AnyView {
    let mut content = vec![link(&links::data_box(model, one), &one.name), one.status.view(), " ".into_any()];
    if !one.network.as_str().is_empty() {
        content.extend([words(t.network.to_owned()), one.network.view(), " ".into_any()]);
    }
    let servers = Some(one.servers.words().join(", ")).filter(|servers| !servers.is_empty());
    let nas = one.nas.as_ref().map(|nas| format!("{} {}", t.nas_use, line(&nas.text).words(t)));
    content.extend([servers, nas].into_iter().flatten().map(words));
    if one.closed {
        content.push(words(t.disabled_flag.to_owned()));
    }
    if one.missing {
        content.push(badge(Tone::Bad, t.overview.not_loaded.to_owned(), String::new()));
    }
    item(content)
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
    let boxes = model.boxes.iter().map(|one| box_item(model, one, t)).collect();
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
            {part(t.overview.own_infra, own)}
            {part(t.boxes_table, boxes)}
            {part(t.overview.import_buckets, imports.collect())}
            {part(t.overview.export_buckets, review.into_iter().chain(exports).collect())}
        </ul>
    }
    .into_any()
}
