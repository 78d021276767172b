//! `/frames/{frameNo}/boxes/{boxNo}/{hadoop,linux,tensorflow}/{instanceNo}`

use std::sync::Arc;

use databoxframe::data_box::{ConnectionLink, HadoopCluster, LinuxServer, Mount, NodeSpec, TensorFlowServer};
use databoxframe::{Id, Record};
use leptos::prelude::*;
use serde_json::{Map, Value};

use crate::components::{
    Cell, Column, Crumb, Detail, Head, PageHeader, Row, Rows, TableId, details, heads, rows_signal,
};
use crate::locale::{Texts, texts};
use crate::pages::load;
use crate::pages::table::{ReadTable, other_fields, source};
use crate::pages::trail::trail_in_box;
use crate::queries;
use crate::query_cache::Load;
use crate::router::{BoxTab, InfraKind, Route};
use crate::status_cells;

fn nodes(t: &'static Texts) -> Vec<Column<NodeSpec>> {
    vec![
        Column::new("name", t.name, |node: &NodeSpec, &()| Cell::text(node.name.as_deref())),
        Column::new("spec", t.spec, |node: &NodeSpec, &()| Cell::text(node.spec.as_deref())),
        Column::new("count", t.infra.node_count, |node: &NodeSpec, &()| {
            status_cells::count(node.node_count.as_ref())
        }),
        other_fields(t, |node: &NodeSpec| &node.extra),
    ]
}

fn links(t: &'static Texts) -> Vec<Column<ConnectionLink>> {
    vec![
        Column::new("application", t.infra.application, |link: &ConnectionLink, &()| {
            Cell::text(link.application.as_deref())
        }),
        Column::new("url", t.infra.url, |link: &ConnectionLink, &()| Cell::external(link.url.as_deref())),
        other_fields(t, |link: &ConnectionLink| &link.extra),
    ]
}

fn mounts(t: &'static Texts) -> Vec<Column<Mount>> {
    vec![
        Column::new("name", t.name, |mount: &Mount, &()| Cell::text(mount.name.as_deref())),
        Column::new("path", t.infra.path, |mount: &Mount, &()| Cell::text(mount.path.as_deref())),
        other_fields(t, |mount: &Mount| &mount.extra),
    ]
}

/// An answer of one of three kinds, so that the rest of the page is compiled once.
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

/// A table of the page.
struct Part {
    name: &'static str,
    id: TableId,
    heads: Arc<[Head]>,
    rows: Signal<Rows>,
}

/// A table of some of an answer's records.
fn part<R: Record + Clone + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    id: TableId,
    columns: Vec<Column<R>>,
    newest: &Newest,
    records: fn(&Answer) -> &[R],
) -> Part {
    let (heads, newest) = (heads(&columns), newest.clone());
    let (columns, context) = (Arc::from(columns), Arc::new(()));
    let rows = rows_signal(move || {
        let records = records(&newest()?).to_vec();
        Some(Row::all(Arc::new(records), &columns, &context, source()))
    });
    Part { name, id, heads, rows }
}

/// The tables of an answer. The first table shows a failure; the others are then hidden, unless
/// they have rows.
fn tables(parts: Vec<Part>, load: Signal<Load>, refresh: Callback<()>) -> AnyView {
    let quiet = Signal::derive(move || Load { failure: None, ..load.get() });
    let failed = Memo::new(move |_| load.with(|load| load.failure.is_some()));
    let one = |(index, Part { name, id, heads, rows }): (usize, Part)| {
        let load = if index == 0 { load } else { quiet };
        let there = move || index == 0 || !failed.get() || rows.with(Option::is_some);
        view! {
            <Show when=there>
                <ReadTable name=name id=id heads=heads.clone() rows=rows load=load refresh=refresh />
            </Show>
        }
        .into_any()
    };
    parts.into_iter().enumerate().map(one).collect::<Vec<AnyView>>().into_any()
}

/// Fields of the answer itself that the API reference does not list.
fn answer_fields(newest: Newest) -> AnyView {
    let t = texts();
    (move || match newest() {
        Some(answer) if !answer.extra().is_empty() => {
            details(&[Detail::new(t.other_fields, status_cells::extra(answer.extra()))])
        }
        _ => ().into_any(),
    })
    .into_any()
}

/// One server or cluster: its nodes, applications to connect to, and mounts.
#[component]
pub fn InfraPage(
    /// Number of the frame.
    frame_no: Id,
    /// Number of the box.
    box_no: Id,
    /// Kind of the instance.
    kind: InfraKind,
    /// Number of the instance.
    instance_no: Id,
) -> impl IntoView {
    let t = texts();
    let infra = queries::box_infra(frame_no.clone(), box_no.clone());
    let mut trail = trail_in_box(&frame_no, &box_no);
    let tab = Route::DataBoxTab(frame_no.clone(), box_no.clone(), BoxTab::Infrastructure);
    trail.push(Crumb::new(tab, t.infra_table));
    let number = instance_no.clone();
    let name = Signal::derive(move || {
        // The nodes of a cluster share a number: the first node stands for all.
        let data = infra.data();
        let item = data.iter().flat_map(|infra| &infra.records);
        let mut item = item.filter(|item| item.instance_no.as_ref() == Some(&number));
        let name = item.next().and_then(|item| item.name.as_deref()).filter(|name| !name.is_empty());
        name.unwrap_or(number.as_str()).to_owned()
    });
    let (newest, load, refresh): (Newest, _, _) = match kind {
        InfraKind::Hadoop => {
            let query = queries::hadoop(frame_no, box_no, instance_no);
            (Arc::new(move || query.data().map(Answer::Hadoop)), load(query), query.refresh)
        }
        InfraKind::Linux => {
            let query = queries::linux(frame_no, box_no, instance_no);
            (Arc::new(move || query.data().map(Answer::Linux)), load(query), query.refresh)
        }
        InfraKind::TensorFlow => {
            let query = queries::tensorflow(frame_no, box_no, instance_no);
            (Arc::new(move || query.data().map(Answer::TensorFlow)), load(query), query.refresh)
        }
    };
    let node_table =
        || part(t.infra.nodes, TableId::one_of_several("nodes"), nodes(t), &newest, Answer::nodes);
    let link_table =
        || part(t.infra.links, TableId::one_of_several("links"), links(t), &newest, Answer::links);
    let mount_table =
        || part(t.infra.mounts, TableId::one_of_several("mounts"), mounts(t), &newest, Answer::mounts);
    let parts = match kind {
        InfraKind::Hadoop => vec![node_table(), link_table(), mount_table()],
        InfraKind::Linux => vec![mount_table()],
        InfraKind::TensorFlow => vec![link_table(), mount_table()],
    };
    view! {
        <PageHeader title=name trail=trail />
        {tables(parts, load, refresh)}
        {answer_fields(newest)}
    }
}
