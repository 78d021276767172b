//! What a frame is made of, and what goes into it and out of it.

use std::collections::BTreeMap;

use databoxframe::data_box::{BoxInfra, BoxSummary, DataBox};
use databoxframe::frame::{FrameInfra, FrameInfraKind};
use databoxframe::product::Product;
use databoxframe::{Amount, Flag, Id};

use super::super::counts::{Request, RequestOutcome};
use crate::components::Cell;
use crate::components::chart::Level;
use crate::components::format::grouped;
use crate::locale::Texts;
use crate::status_cells;
use crate::untrusted::name_or;

/// Most buckets on a side; the others are one together.
const MAX_BUCKETS: usize = 6;

/// A bucket, and how many requests came from it or went to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Its name; none for all further ones together.
    pub bucket: Option<String>,
    /// How many requests.
    pub count: usize,
}

/// The buckets of the requests since a time, those of the most requests first. `outcome`: only of
/// those that became this.
pub fn flows(
    requests: &[Request],
    since: i64,
    outcome: Option<RequestOutcome>,
    flows: &mut BTreeMap<String, usize>,
) {
    let counted = requests.iter().filter(|request| {
        request.applied.is_some_and(|applied| applied >= since)
            && outcome.is_none_or(|outcome| request.outcome == outcome)
    });
    for request in counted {
        *flows.entry(request.bucket.as_deref().unwrap_or_default().to_owned()).or_default() += 1;
    }
}

/// The buckets of the most requests, and the others as one.
pub fn largest(flows: BTreeMap<String, usize>) -> Vec<Flow> {
    let mut all: Vec<Flow> =
        flows.into_iter().map(|(bucket, count)| Flow { bucket: Some(bucket), count }).collect();
    all.sort_by_key(|flow| std::cmp::Reverse(flow.count));
    if all.len() > MAX_BUCKETS {
        let others = all.split_off(MAX_BUCKETS - 1);
        all.push(Flow { bucket: None, count: others.iter().map(|flow| flow.count).sum() });
    }
    all
}

/// Servers and clusters by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Servers(BTreeMap<&'static str, usize>);

impl Servers {
    /// Of the rows of an infrastructure list.
    pub fn of(infra: &[BoxInfra]) -> Self {
        let mut servers = Self::default();
        let mut clusters: Vec<&Id> = Vec::new();
        for item in infra {
            let kind = match &item.product {
                Some(Product::Connect) => "Connect",
                Some(Product::LinuxCentos | Product::LinuxUbuntu) => "Linux",
                Some(Product::TensorFlowCpu | Product::TensorFlowGpu) => "TensorFlow",
                Some(Product::HadoopEdge | Product::HadoopMaster | Product::HadoopWorker) => {
                    // The nodes of a cluster share its number.
                    match &item.instance_no {
                        Some(number) if clusters.contains(&number) => continue,
                        Some(number) => clusters.push(number),
                        None => {}
                    }
                    "Hadoop"
                }
                _ => continue,
            };
            *servers.0.entry(kind).or_default() += 1;
        }
        servers
    }

    /// Each kind with its number.
    pub fn words(&self) -> Vec<String> {
        self.0.iter().map(|(kind, count)| format!("{kind} {count}")).collect()
    }
}

/// How full a volume, or all volumes of a box, are; none without a size.
pub fn level(name: String, used: Option<&Amount>, size: Option<u64>, t: &Texts) -> Option<Level> {
    let size = size.filter(|size| *size > 0)?;
    let used = used.and_then(Amount::whole);
    let text = match used {
        Some(used) => (t.gb_of)(&grouped(&used.to_string()), &grouped(&size.to_string())),
        None => (t.gb)(&grouped(&size.to_string())),
    };
    Some(Level { name, used, size, text })
}

/// What is known of a box.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxModel {
    /// Its number.
    pub box_no: Id,
    /// Its name, or its number.
    pub name: String,
    /// Its status.
    pub status: Cell,
    /// Whether its external network is blocked, in words.
    pub network: Cell,
    /// Whether its external network is open.
    pub open: bool,
    /// Its servers.
    pub servers: Servers,
    /// How full its volumes are.
    pub nas: Option<Level>,
    /// Something of it could not be read.
    pub missing: bool,
    /// It is closed to this key.
    pub closed: bool,
}

impl BoxModel {
    /// Of a row of the list and, if they were read, its summary and infrastructure.
    pub fn new(item: &DataBox, summary: Option<&BoxSummary>, infra: Option<&[BoxInfra]>, t: &Texts) -> Self {
        let name = name_or(item.name.as_deref(), item.box_no.as_str()).to_owned();
        let blocked = summary.and_then(|summary| summary.external_network_blocked.as_ref());
        let nas = summary.and_then(|summary| {
            let size = summary.nas_total_gb.as_ref().and_then(Amount::whole);
            level(name.clone(), summary.nas_used_gb.as_ref(), size, t)
        });
        Self {
            box_no: item.box_no.clone(),
            name,
            status: status_cells::box_status(item.status.as_ref(), item.status_name.as_deref(), t),
            network: network(blocked, t),
            open: blocked == Some(&Flag::No),
            servers: infra.map(Servers::of).unwrap_or_default(),
            nas,
            missing: false,
            closed: item.disabled == Some(Flag::Yes),
        }
    }
}

/// Whether the external network is blocked, in words that say what is.
fn network(blocked: Option<&Flag>, t: &Texts) -> Cell {
    let mut cell = status_cells::network(blocked, t);
    if let Cell::Badge { text, .. } = &mut cell {
        *text = if blocked == Some(&Flag::No) { t.overview.network_open } else { t.overview.network_blocked }
            .to_owned();
    }
    cell
}

/// What a frame has of its own: how many admin servers, and its volumes.
pub fn shared(infra: &[FrameInfra], t: &Texts) -> (usize, Vec<Level>) {
    let servers = infra.iter().filter(|item| item.kind() == FrameInfraKind::Server).count();
    let volume = |item: &FrameInfra| {
        let size = item.spec_name.as_deref().and_then(|size| Amount::new(size).whole());
        level(item.name.as_deref().unwrap_or_default().to_owned(), item.used_gb.as_ref(), size, t)
    };
    (servers, infra.iter().filter(|item| item.is_nas()).filter_map(volume).collect())
}

/// A frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Its number.
    pub frame_no: Id,
    /// Its name.
    pub name: String,
    /// Admin servers; none before they were read.
    pub servers: Option<usize>,
    /// Shared volumes.
    pub volumes: Vec<Level>,
    /// Its boxes.
    pub boxes: Vec<BoxModel>,
    /// Where imports of the last 30 days came from.
    pub sources: Vec<Flow>,
    /// Export requests of the last 30 days; none before they were read.
    pub requests: Option<usize>,
    /// Export requests that wait for review.
    pub waiting: usize,
    /// Where approved exports of the last 30 days went.
    pub targets: Vec<Flow>,
    /// The first second of the last 30 days.
    pub since: i64,
}

#[cfg(test)]
mod tests {
    use databoxframe::data_box::GetDataBoxInfraList;
    use databoxframe::{Reply, decode};

    use super::super::super::counts::tests::request;
    use super::*;
    use crate::locale::Locale;

    fn from(bucket: &str, applied: i64, outcome: RequestOutcome) -> Request {
        Request { bucket: Some(bucket.into()), ..request(applied, outcome, "") }
    }

    #[test]
    fn buckets_are_counted_since_a_time_and_by_outcome() {
        let requests = [
            from("a", 5, RequestOutcome::Done),
            from("a", 9, RequestOutcome::Failed),
            from("b", 9, RequestOutcome::Done),
            from("a", 10, RequestOutcome::Done),
        ];
        let mut counted = BTreeMap::new();
        flows(&requests, 6, None, &mut counted);
        assert_eq!(counted.into_iter().collect::<Vec<_>>(), [("a".to_owned(), 2), ("b".to_owned(), 1)]);
        let mut counted = BTreeMap::new();
        flows(&requests, 6, Some(RequestOutcome::Done), &mut counted);
        assert_eq!(counted.into_iter().collect::<Vec<_>>(), [("a".to_owned(), 1), ("b".to_owned(), 1)]);
    }

    #[test]
    fn many_buckets_are_the_largest_and_the_others() {
        let all: BTreeMap<String, usize> = (1..=9).map(|number| (format!("b{number}"), number)).collect();
        let shown = largest(all);
        assert_eq!(shown.len(), MAX_BUCKETS);
        assert_eq!(shown[0], Flow { bucket: Some("b9".into()), count: 9 });
        assert_eq!(shown[5], Flow { bucket: None, count: 10 });
    }

    #[test]
    fn the_nodes_of_a_cluster_are_one() {
        let rows = [
            r#"{ "productCode": "CON", "instanceNo": "1" }"#,
            r#"{ "productCode": "SVR_LNX_CENT", "instanceNo": "2" }"#,
            r#"{ "productCode": "SVR_LNX_UBUNTU", "instanceNo": "3" }"#,
            r#"{ "productCode": "HD_E", "instanceNo": "4" }"#,
            r#"{ "productCode": "HD_W", "instanceNo": "4" }"#,
            r#"{ "productCode": "HD_M", "instanceNo": "5" }"#,
            r#"{ "productCode": "NAS", "instanceNo": "6" }"#,
        ];
        let body = format!(r#"{{ "totalCount": 7, "content": [{}] }}"#, rows.join(","));
        let reply = Reply { status: 200, content_type: Some("application/json"), body: body.as_bytes() };
        let list = decode::<GetDataBoxInfraList>(&reply).unwrap();
        assert_eq!(Servers::of(&list.content).words(), ["Connect 1", "Hadoop 2", "Linux 2"]);
    }

    #[test]
    fn a_level_needs_a_size() {
        let t = Locale::English.texts();
        let of = |used: Option<&str>, size| level("n".into(), used.map(Amount::new).as_ref(), size, t);
        assert_eq!(
            of(Some("12.5"), Some(500)).map(|level| (level.used, level.text)),
            Some((Some(12), "12 of 500 GB".into()))
        );
        assert_eq!(of(None, Some(500)).map(|level| (level.used, level.text)), Some((None, "500 GB".into())));
        assert_eq!((of(Some("1"), None), of(Some("1"), Some(0))), (None, None));
    }
}
