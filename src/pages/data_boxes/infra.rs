//! `/frames/{frameNo}/boxes/{boxNo}/{hadoop,linux,tensorflow}/{instanceNo}`

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::data_box::{ConnectionLink, HadoopCluster, LinuxServer, Mount, NodeSpec, TensorFlowServer};
use leptos::prelude::*;
use serde_json::{Map, Value};

use crate::codes;
use crate::components::{Cell, Column, Crumb, DataTable, Detail, PageHeader, Row, details, rows_memo};
use crate::locale::{Text, texts};
use crate::pages::{load, title};
use crate::queries;
use crate::query_cache::Load;
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

/// An answer of one of the three kinds, so that the rest of the page is in the download once.
enum Answer {
    Hadoop(Arc<HadoopCluster>),
    Linux(Arc<LinuxServer>),
    TensorFlow(Arc<TensorFlowServer>),
}

impl Answer {
    fn nodes(&self) -> &[NodeSpec] {
        match self {
            Self::Hadoop(cluster) => &cluster.nodes,
            Self::Linux(_) | Self::TensorFlow(_) => &[],
        }
    }

    fn links(&self) -> &[ConnectionLink] {
        match self {
            Self::Hadoop(cluster) => &cluster.connections,
            Self::TensorFlow(server) => &server.connections,
            Self::Linux(_) => &[],
        }
    }

    fn mounts(&self) -> &[Mount] {
        match self {
            Self::Hadoop(cluster) => &cluster.mounts,
            Self::Linux(server) => &server.mounts,
            Self::TensorFlow(server) => &server.mounts,
        }
    }

    fn extra(&self) -> &Map<String, Value> {
        match self {
            Self::Hadoop(cluster) => &cluster.extra,
            Self::Linux(server) => &server.extra,
            Self::TensorFlow(server) => &server.extra,
        }
    }
}

/// Reads the newest answer, tracked.
type Newest = Arc<dyn Fn() -> Option<Answer> + Send + Sync>;

/// A table of the page: its name, its prefix in the address bar, its columns and its rows.
type Part = (Text, &'static str, &'static [Column], fn(&Answer) -> Vec<Row>);

const NODE_PART: Part = (|t| t.infra.nodes, "nodes", NODES, |answer| node_rows(answer.nodes()));
const LINK_PART: Part = (|t| t.infra.links, "links", LINKS, |answer| link_rows(answer.links()));
const MOUNT_PART: Part = (|t| t.infra.mounts, "mounts", MOUNTS, |answer| mount_rows(answer.mounts()));

/// The tables of an answer. The first one tells of a failure; the others are not there
/// then, unless they have something to show.
fn tables(parts: &[Part], newest: &Newest, load: Signal<Load>, refresh: Callback<()>) -> AnyView {
    let quiet = Signal::derive(move || Load { failure: None, ..load.get() });
    let failed = Memo::new(move |_| load.with(|load| load.failure.is_some()));
    let mut views = Vec::new();
    for (index, (name, id, columns, make)) in parts.iter().copied().enumerate() {
        let newest = newest.clone();
        let rows = rows_memo(move || newest().map(|answer| Arc::new(make(&answer))));
        let load = if index == 0 { load } else { quiet };
        let table = move || {
            view! { <DataTable name=name id=id columns=columns rows=rows load=load refresh=refresh /> }
                .into_any()
        };
        let there = move || index == 0 || !failed.get() || rows.with(Option::is_some);
        views.push(view! { <Show when=there>{table()}</Show> }.into_any());
    }
    views.into_any()
}

/// Fields of the answer itself that the documents don't know.
fn other_fields(newest: Newest) -> AnyView {
    let t = texts();
    (move || match newest() {
        Some(answer) if !answer.extra().is_empty() => {
            details(&[Detail::new(t.other_fields, codes::extra(answer.extra()))])
        }
        _ => ().into_any(),
    })
    .into_any()
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
) -> impl IntoView {
    let t = texts();
    let frame = queries::frame(frame_no.clone());
    let summary = queries::box_summary(frame_no.clone(), box_no.clone());
    let infra = queries::box_infra(frame_no.clone(), box_no.clone());
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
        let item = data.iter().flat_map(|infra| &infra.records);
        let mut item = item.filter(|item| item.instance_no.as_ref() == Some(&number));
        let name = item.next().and_then(|item| item.name.as_deref()).filter(|name| !name.is_empty());
        name.unwrap_or(number.as_str()).to_owned()
    });
    let (parts, newest, load, refresh): (&[Part], Newest, _, _) = match kind {
        InfraKind::Hadoop => {
            let query = queries::hadoop(frame_no, box_no, instance_no);
            let newest = Arc::new(move || query.data().map(Answer::Hadoop));
            (&[NODE_PART, LINK_PART, MOUNT_PART], newest, load(query), query.refresh)
        }
        InfraKind::Linux => {
            let query = queries::linux(frame_no, box_no, instance_no);
            (&[MOUNT_PART], Arc::new(move || query.data().map(Answer::Linux)), load(query), query.refresh)
        }
        InfraKind::TensorFlow => {
            let query = queries::tensorflow(frame_no, box_no, instance_no);
            let newest = Arc::new(move || query.data().map(Answer::TensorFlow));
            (&[LINK_PART, MOUNT_PART], newest, load(query), query.refresh)
        }
    };
    view! {
        <PageHeader title=name trail=trail />
        {tables(parts, &newest, load, refresh)}
        {other_fields(newest)}
    }
}
