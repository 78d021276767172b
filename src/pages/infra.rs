//! `/frames/{frameNo}/boxes/{boxNo}/{hadoop,linux,tensorflow}/{instanceNo}`

use databoxframe::Id;
use databoxframe::data_box::{ConnectionLink, Mount, NodeSpec};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::{load, rows, title};
use crate::codes;
use crate::components::{Cell, Column, Crumb, DataTable, Detail, PageHeader, Row, Rows, details};
use crate::locale::{Text, texts};
use crate::queries::{Load, Query};
use crate::reactive::{dynamic, flag, nothing, when};
use crate::reads;
use crate::router::{InfraKind, Route};

const NODES: &[Column] = &[
    Column::new("name", |t| t.name),
    Column::new("spec", |t| t.spec),
    Column::new("count", |t| t.infra.node_count),
    Column::OTHER,
];

const LINKS: &[Column] = &[
    Column::new("application", |t| t.infra.application),
    Column::new("url", |t| t.infra.url),
    Column::OTHER,
];

const MOUNTS: &[Column] =
    &[Column::new("name", |t| t.name), Column::new("path", |t| t.infra.path), Column::OTHER];

fn node_rows(nodes: &[NodeSpec]) -> Vec<Row> {
    let row = |node: &NodeSpec| Row {
        cells: vec![
            Cell::text(node.name.as_deref()),
            Cell::text(node.spec.as_deref()),
            codes::count(node.node_count.as_ref()),
            codes::extra(&node.extra),
        ],
    };
    nodes.iter().map(row).collect()
}

fn link_rows(links: &[ConnectionLink]) -> Vec<Row> {
    let row = |link: &ConnectionLink| Row {
        cells: vec![
            Cell::text(link.application.as_deref()),
            Cell::external(link.url.as_deref()),
            codes::extra(&link.extra),
        ],
    };
    links.iter().map(row).collect()
}

fn mount_rows(mounts: &[Mount]) -> Vec<Row> {
    let row = |mount: &Mount| Row {
        cells: vec![
            Cell::text(mount.name.as_deref()),
            Cell::text(mount.path.as_deref()),
            codes::extra(&mount.extra),
        ],
    };
    mounts.iter().map(row).collect()
}

/// A part of the one answer that this page shows.
struct Part {
    name: Text,
    id: &'static str,
    columns: &'static [Column],
    rows: Signal<Rows>,
}

fn links(rows: Signal<Rows>) -> Part {
    Part { name: |t| t.infra.links, id: "links", columns: LINKS, rows }
}

fn mounts(rows: Signal<Rows>) -> Part {
    Part { name: |t| t.infra.mounts, id: "mounts", columns: MOUNTS, rows }
}

/// The tables of an answer. The first one tells of a failure; the others are not there
/// then, unless they have something to show.
fn tables(parts: Vec<Part>, load: Signal<Load>, refresh: Callback<()>) -> AnyView {
    let quiet = Signal::derive(move || Load { failure: None, ..load.get() });
    let failed = flag(move || load.with(|load| load.failure.is_some()));
    let mut views = Vec::new();
    for (index, Part { name, id, columns, rows }) in parts.into_iter().enumerate() {
        let load = if index == 0 { load } else { quiet };
        let table = move || {
            view! { <DataTable name=name id=id columns=columns rows=rows load=load refresh=refresh /> }
                .into_any()
        };
        let there = move || index == 0 || !failed.get() || rows.with(Option::is_some);
        views.push(when(there, table));
    }
    views.into_any()
}

/// Fields of the answer itself that the documents don't know.
fn other_fields<T: Send + Sync + 'static>(query: Query<T>, extra: fn(&T) -> &Map<String, Value>) -> AnyView {
    let t = texts();
    dynamic(move || match query.data() {
        Some(data) if !extra(&data).is_empty() => {
            details(&[Detail::new(t.other_fields, codes::extra(extra(&data)))])
        }
        _ => nothing(),
    })
}

/// One server or cluster: its nodes, applications to connect to, and mounts.
#[component]
pub fn InfraPage(
    /// Number of its frame.
    frame_no: Id,
    /// Number of its box.
    box_no: Id,
    /// What it is.
    kind: InfraKind,
    /// Its number.
    instance_no: Id,
) -> AnyView {
    let t = texts();
    let frame = reads::frame(frame_no.clone());
    let summary = reads::box_summary(frame_no.clone(), box_no.clone());
    let infra = reads::box_infra(frame_no.clone(), box_no.clone());
    let frame_name = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let box_name = title(summary, |summary| summary.name.as_deref(), box_no.to_string());
    let trail = vec![
        Crumb::new("/frames".into(), t.frames),
        Crumb::new(Route::Frame(frame_no.clone()).path(), frame_name),
        Crumb::new(Route::DataBox(frame_no.clone(), box_no.clone()).path(), box_name),
    ];
    let number = instance_no.clone();
    let name = Signal::derive(move || {
        // The nodes of a cluster share a number: the first one stands for all.
        let data = infra.data();
        let item = data.iter().flat_map(|infra| &infra.content);
        let mut item = item.filter(|item| item.instance_no.as_ref() == Some(&number));
        let name = item.next().and_then(|item| item.name.as_deref()).filter(|name| !name.is_empty());
        name.unwrap_or(number.as_str()).to_owned()
    });
    let content = match kind {
        InfraKind::Hadoop => {
            let query = reads::hadoop(frame_no, box_no, instance_no);
            let nodes = rows(query, |cluster, _| node_rows(&cluster.nodes));
            let parts = vec![
                Part { name: |t| t.infra.nodes, id: "nodes", columns: NODES, rows: nodes },
                links(rows(query, |cluster, _| link_rows(&cluster.connections))),
                mounts(rows(query, |cluster, _| mount_rows(&cluster.mounts))),
            ];
            (tables(parts, load(query), query.refresh), other_fields(query, |cluster| &cluster.extra))
        }
        InfraKind::Linux => {
            let query = reads::linux(frame_no, box_no, instance_no);
            let parts = vec![mounts(rows(query, |server, _| mount_rows(&server.mounts)))];
            (tables(parts, load(query), query.refresh), other_fields(query, |server| &server.extra))
        }
        InfraKind::TensorFlow => {
            let query = reads::tensorflow(frame_no, box_no, instance_no);
            let parts = vec![
                links(rows(query, |server, _| link_rows(&server.connections))),
                mounts(rows(query, |server, _| mount_rows(&server.mounts))),
            ];
            (tables(parts, load(query), query.refresh), other_fields(query, |server| &server.extra))
        }
    };
    view! {
        <PageHeader title=name trail=trail />
        {content}
    }
    .into_any()
}
