//! Actions on frames and boxes without a form, as proposals to be confirmed.

use std::cmp::Ordering;
use std::sync::Arc;

use databoxframe::code::{BoxStatus, Phase};
use databoxframe::data_box::{
    BoxSummary, ChangeDataBoxNasVolumeSize, DataBox, ReturnDataBox, SetBlockExternalNetwork,
};
use databoxframe::frame::{ChangeDataBoxFrameNasVolumeSize, ReturnDataBoxFrame};
use databoxframe::rule::NAS_SIZE_GB;
use databoxframe::{Amount, Flag, Id};

use crate::components::{Availability, Cell};
use crate::locale::Texts;
use crate::number::parse_gb;
use crate::paging::Paged;
use crate::status_cells;
use crate::write::operations::{box_item, box_network_item, frame_item};
use crate::write::snapshot::Item;
use crate::write::{Draft, Fact, Input, Proposal, TypedConfirmation};

/// What can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A frame.
    Frame,
    /// A data box.
    DataBox,
    /// A server or volume.
    Item,
}

/// Whether a resource in this phase can be changed. For the other phases this is not documented: the
/// service decides.
pub fn can_change(subject: Subject, phase: Option<Phase>, t: &Texts) -> Availability {
    let (returning, returned) = match subject {
        Subject::Frame => (t.actions.returning_frame, t.actions.returned_frame),
        Subject::DataBox => (t.actions.returning_box, t.actions.returned_box),
        Subject::Item => (t.actions.returning_item, t.actions.returned_item),
    };
    match phase {
        Some(Phase::Returning) => Availability::Disabled(returning.to_owned()),
        Some(Phase::Returned) => Availability::Disabled(returned.to_owned()),
        _ => Availability::Ready,
    }
}

/// Number of records of a list; "at least" that many if the list may be incomplete.
pub fn counted<R>(list: &Paged<R>, t: &Texts) -> String {
    let count = list.records.len();
    if list.completeness.is_complete() { count.to_string() } else { (t.lists.at_least)(count) }
}

/// Number of boxes of a list; those that were returned apart, which the service does not count.
pub fn counted_boxes(list: &Paged<DataBox>, t: &Texts) -> String {
    let returned = returned(list);
    if returned == 0 || !list.completeness.is_complete() {
        return counted(list, t);
    }
    (t.actions.and_returned)(&(list.records.len() - returned).to_string(), returned)
}

fn returned(list: &Paged<DataBox>) -> usize {
    let is_returned = |one: &&DataBox| one.status.as_ref().map(BoxStatus::phase) == Some(Phase::Returned);
    list.records.iter().filter(is_returned).count()
}

/// Number of boxes as the service counts them, with those that were returned if that is why the list
/// has more.
pub fn box_count(count: Option<&Amount>, list: Option<&Paged<DataBox>>, t: &Texts) -> Cell {
    match list.filter(|list| explains(list, count)) {
        Some(list) => Cell::Text(counted_boxes(list, t)),
        None => status_cells::count(count),
    }
}

/// Whether the list has as many boxes that were not returned.
fn explains(list: &Paged<DataBox>, count: Option<&Amount>) -> bool {
    let others = list.records.len().checked_sub(returned(list));
    count.and_then(Amount::whole) == others.and_then(|others| u64::try_from(others).ok())
}

/// Returns a frame with all its boxes. `shown`: the name as read.
pub fn return_frame(
    frame_no: Id,
    shown: Option<&str>,
    boxes: Option<String>,
    infra: Option<String>,
) -> Draft {
    let name = shown.unwrap_or_default().to_owned();
    Draft {
        title: |t| t.actions.return_frame_title,
        lead: |t| t.actions.return_frame_lead,
        facts: vec![
            Fact::line(|t| t.frame, name.clone()),
            Fact::line(|t| t.number, frame_no.as_str()),
            Fact::line(|t| t.boxes_table, boxes.unwrap_or_default()),
            Fact::line(|t| t.actions.own_servers_and_volumes, infra.unwrap_or_default()),
        ],
        input: None,
        notice: None,
        confirmation: Some(TypedConfirmation { name, number: frame_no.clone() }),
        proposal: Proposal::new(
            ReturnDataBoxFrame { frame_no: frame_no.clone() },
            frame_item(&frame_no, shown),
        ),
        done: None,
    }
}

/// Returns a box with everything in it.
pub fn return_box(
    (frame_no, box_no): (Id, Id),
    summary: Option<&BoxSummary>,
    infra: Option<String>,
) -> Draft {
    let amount = |pick: fn(&BoxSummary) -> Option<&Amount>| {
        summary.and_then(pick).map(|amount| amount.as_str().to_owned()).unwrap_or_default()
    };
    let shown = summary.and_then(|summary| summary.name.as_deref());
    let name = shown.unwrap_or_default().to_owned();
    let guard = box_item(&box_no, shown);
    Draft {
        title: |t| t.actions.return_box_title,
        lead: |t| t.actions.return_box_lead,
        facts: vec![
            Fact::line(|t| t.data_box, name.clone()),
            Fact::line(|t| t.number, box_no.as_str()),
            Fact::line(|t| t.actions.servers_and_volumes, infra.unwrap_or_default()),
            Fact::line(|t| t.ssl_vpn_count, amount(|summary| summary.ssl_vpn_count.as_ref())),
            Fact::line(|t| t.export_count, amount(|summary| summary.export_apply_count.as_ref())),
        ],
        input: None,
        notice: None,
        confirmation: Some(TypedConfirmation { name, number: box_no.clone() }),
        proposal: Proposal::new(ReturnDataBox { frame_no, box_no }, guard),
        done: None,
    }
}

/// Blocks or allows the external network of a box. `shown`: whether it is blocked, as read.
pub fn external_network(
    (frame_no, box_no): (Id, Id),
    name: String,
    shown: Option<&Flag>,
    block: bool,
) -> Draft {
    let guard = box_network_item(&box_no, shown);
    Draft {
        title: if block { |t| t.actions.block_title } else { |t| t.actions.allow_title },
        lead: if block { |t| t.actions.block_lead } else { |t| t.actions.allow_lead },
        facts: vec![Fact::line(|t| t.data_box, name), Fact::line(|t| t.number, box_no.as_str())],
        input: None,
        notice: None,
        confirmation: None,
        proposal: Proposal::new(SetBlockExternalNetwork { frame_no, box_no, block }, guard),
        done: None,
    }
}

/// A NAS volume to be resized.
#[derive(Clone)]
pub struct Volume {
    /// Number of the volume.
    pub instance_no: Id,
    /// Name of the volume.
    pub name: String,
    /// Size in GB, as the API wrote it.
    pub size: Option<String>,
    /// Properties that must be unchanged when the write is sent.
    pub shown: Item,
}

/// Resizes a volume of a frame.
pub fn resize_frame_volume(frame_no: Id, volume: Volume) -> Draft {
    let nas_instance_no = volume.instance_no.clone();
    let proposal = Proposal::asking(volume.shown.clone(), move |typed| ChangeDataBoxFrameNasVolumeSize {
        frame_no: frame_no.clone(),
        nas_instance_no: nas_instance_no.clone(),
        volume_size: typed_size(typed),
    });
    resize(volume, proposal)
}

/// Resizes a volume of a box.
pub fn resize_box_volume((frame_no, box_no): (Id, Id), volume: Volume) -> Draft {
    let nas_instance_no = volume.instance_no.clone();
    let proposal = Proposal::asking(volume.shown.clone(), move |typed| ChangeDataBoxNasVolumeSize {
        frame_no: frame_no.clone(),
        box_no: box_no.clone(),
        nas_instance_no: nas_instance_no.clone(),
        volume_size: typed_size(typed),
    });
    resize(volume, proposal)
}

/// A text that is not a number is out of range.
fn typed_size(typed: &str) -> u64 {
    parse_gb(typed).unwrap_or_default()
}

fn resize(volume: Volume, proposal: Proposal) -> Draft {
    let now_gb = volume.size.as_deref().and_then(|size| parse_gb(size).ok());
    let size = volume.size.unwrap_or_default();
    Draft {
        title: |t| t.actions.resize_title,
        lead: |t| t.actions.resize_lead,
        facts: vec![
            Fact::line(|t| t.name, volume.name),
            Fact::line(|t| t.number, volume.instance_no.as_str()),
            Fact::line(|t| t.size, size),
        ],
        input: Some(Input::Size(NAS_SIZE_GB)),
        notice: Some(Arc::new(move |typed, t| resize_notice(now_gb, typed, t))),
        confirmation: None,
        proposal,
        done: None,
    }
}

/// A note on a new size, compared with the current one, while typing.
fn resize_notice(now_gb: Option<u64>, typed: &str, t: &Texts) -> Option<String> {
    let (now, new) = (now_gb?, parse_gb(typed).ok()?);
    match new.cmp(&now) {
        Ordering::Less => Some((t.entry.shrinks)(now, new)),
        Ordering::Equal => Some((t.entry.same_size)(now)),
        Ordering::Greater => None,
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::data_box::GetDataBoxList;
    use databoxframe::rule::Problem;
    use databoxframe::{Reply, decode};

    use super::*;
    use crate::locale::Locale;
    use crate::paging::Completeness;

    #[test]
    fn a_volume_that_shrinks_is_said_to() {
        let notice = |now, typed| resize_notice(now, typed, Locale::English.texts());
        for typed in ["600", "６００", "600 GB", " 600.0 "] {
            let said = notice(Some(1200), typed).unwrap();
            assert!(said.contains("shrinks from 1200 GB to 600 GB"), "{typed}: {said}");
        }
        assert!(notice(Some(1200), "1,200 GB").unwrap().contains("already has 1200 GB"));
        assert!(
            resize_notice(Some(1200), "600", Locale::Korean.texts()).unwrap().contains("1200GB에서 600GB로")
        );
        for (now, typed) in [(Some(1200), "1,300"), (None, "600"), (Some(1200), ""), (Some(1200), "6oo")] {
            assert_eq!(notice(now, typed), None, "{now:?} {typed}");
        }
    }

    #[test]
    fn a_size_is_sent_as_it_is_meant_and_otherwise_said_to_be_wrong() {
        let volume = Volume {
            instance_no: Id::from(9001),
            name: "nas".into(),
            size: Some("1200 GB".into()),
            shown: frame_volume(),
        };
        let draft = resize_frame_volume(Id::from(83), volume);
        let (input, proposal) = (draft.input.unwrap(), draft.proposal);
        for typed in ["1500", "１５００", "1,500 GB", "1500.0", " 1500\u{200b}"] {
            assert_eq!(input.problem(typed), None, "{typed:?}");
            let body = proposal.prepare(typed).unwrap().body.unwrap();
            assert_eq!(body["volumeSize"].to_string(), "1500", "{typed:?}");
        }
        for (typed, problem) in [
            ("", Problem::Required),
            (" ", Problem::Required),
            ("x", Problem::NotANumber),
            ("1.000", Problem::NotANumber),
            ("550", Problem::OutOfRange(NAS_SIZE_GB)),
            ("99999999999999999999999", Problem::OutOfRange(NAS_SIZE_GB)),
        ] {
            assert_eq!(input.problem(typed), Some(problem), "{typed:?}");
            assert!(proposal.prepare(typed).is_err(), "{typed:?}");
        }
    }

    #[test]
    fn returned_boxes_are_counted_apart() {
        let t = Locale::English.texts();
        let list = |statuses: &[&str]| {
            let one = |status: &&str| format!(r#"{{ "dataBoxNo": "1", "statusCode": "{status}" }}"#);
            let all = statuses.iter().map(one).collect::<Vec<_>>().join(",");
            let body = format!(r#"{{ "totalCount": {}, "content": [{all}] }}"#, statuses.len());
            let reply = Reply { status: 200, content_type: Some("application/json"), body: body.as_bytes() };
            let list = decode::<GetDataBoxList>(&reply).unwrap();
            Paged { records: list.content, completeness: Completeness::Complete, unread: None }
        };
        assert_eq!(counted_boxes(&list(&["USE", "ING"]), t), "2");
        let five = list(&["USE", "RTN", "TERMT", "USE", "INIT"]);
        assert_eq!(counted_boxes(&five, t), "4 and 1 returned");
        assert!(explains(&five, Some(&Amount::new("4"))));
        assert!(!explains(&five, Some(&Amount::new("5"))) && !explains(&five, None));
    }

    fn frame_volume() -> Item {
        Item { id: crate::write::snapshot::ItemId::Frame(Id::from(83)), properties: Vec::new() }
    }
}
