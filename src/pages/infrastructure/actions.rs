//! Actions on frames and boxes without a form, as proposals to be confirmed.

use std::cmp::Ordering;
use std::sync::Arc;

use databoxframe::code::Phase;
use databoxframe::data_box::{
    BoxSummary, ChangeDataBoxNasVolumeSize, DataBox, ReturnDataBox, SetBlockExternalNetwork,
};
use databoxframe::frame::{ChangeDataBoxFrameNasVolumeSize, FrameDetail, ReturnDataBoxFrame};
use databoxframe::rule::NAS_SIZE_GB;
use databoxframe::{Amount, Id};

use super::counting::Counted;
use crate::components::{Availability, Cell};
use crate::locale::Texts;
use crate::number::parse_gb;
use crate::paging::Paged;
use crate::status_cells;
use crate::write::operations::{box_network_item, box_return_item, frame_return_item};
use crate::write::snapshot::Item;
use crate::write::{Draft, Fact, Input, Note, Proposal, TypedConfirmation};

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

/// How much is in a list, in words; empty if it could not be read.
fn words(counted: Option<Counted>, t: &Texts) -> String {
    counted.map(|counted| counted.words(t)).unwrap_or_default()
}

/// Number of boxes as the service counts them, with those that were returned if that is why the list
/// has more.
pub fn box_count(count: Option<&Amount>, list: Option<&Paged<DataBox>>, t: &Texts) -> Cell {
    match list.map(Counted::of_boxes).filter(|list| explains(*list, count)) {
        Some(list) => Cell::Text(list.words(t)),
        None => status_cells::count(count),
    }
}

/// Whether the list has as many boxes that were not returned.
fn explains(list: Counted, count: Option<&Amount>) -> bool {
    let others = list.read.checked_sub(list.returned);
    count.and_then(Amount::whole) == others.and_then(|others| u64::try_from(others).ok())
}

/// Returns a frame with all its boxes, as they were read.
pub fn return_frame(
    frame_no: Id,
    frame: &FrameDetail,
    boxes: Option<Counted>,
    infra: Option<Counted>,
    t: &Texts,
) -> Draft {
    let name = frame.name.as_deref().unwrap_or_default().to_owned();
    let all = |counted: Option<Counted>| counted.and_then(Counted::all);
    let guard = frame_return_item(&frame_no, frame, all(boxes), all(infra));
    Draft {
        title: |t| t.actions.return_frame_title,
        lead: |t| t.actions.return_frame_lead,
        facts: vec![
            Fact::line(|t| t.frame, name.clone()),
            Fact::line(|t| t.number, frame_no.as_str()),
            Fact::line(|t| t.boxes_table, words(boxes, t)),
            Fact::line(|t| t.actions.own_servers_and_volumes, words(infra, t)),
        ],
        input: None,
        notice: None,
        confirmation: Some(TypedConfirmation { name, number: frame_no.clone() }),
        proposal: Proposal::new(ReturnDataBoxFrame { frame_no }, guard),
        done: None,
    }
}

/// Returns a box with everything in it, as it was read.
pub fn return_box(
    (frame_no, box_no): (Id, Id),
    summary: &BoxSummary,
    infra: Option<Counted>,
    t: &Texts,
) -> Draft {
    let amount = |amount: &Option<Amount>| amount.as_ref().map(Amount::to_string).unwrap_or_default();
    let name = summary.name.as_deref().unwrap_or_default().to_owned();
    let guard = box_return_item(&box_no, summary, infra.and_then(Counted::all));
    Draft {
        title: |t| t.actions.return_box_title,
        lead: |t| t.actions.return_box_lead,
        facts: vec![
            Fact::line(|t| t.data_box, name.clone()),
            Fact::line(|t| t.number, box_no.as_str()),
            Fact::line(|t| t.actions.servers_and_volumes, words(infra, t)),
            Fact::line(|t| t.ssl_vpn_count, amount(&summary.ssl_vpn_count)),
            Fact::line(|t| t.export_count, amount(&summary.export_apply_count)),
        ],
        input: None,
        notice: None,
        confirmation: Some(TypedConfirmation { name, number: box_no.clone() }),
        proposal: Proposal::new(ReturnDataBox { frame_no, box_no }, guard),
        done: None,
    }
}

/// Blocks or allows the external network of a box, as it was read.
pub fn external_network((frame_no, box_no): (Id, Id), summary: &BoxSummary, block: bool) -> Draft {
    let name = summary.name.as_deref().unwrap_or_default();
    let guard = box_network_item(&box_no, summary);
    Draft {
        title: if block { |t| t.actions.block_title } else { |t| t.actions.allow_title },
        lead: if block { |t| t.actions.block_lead } else { |t| t.actions.allow_lead },
        facts: vec![Fact::line(|t| t.data_box, name), Fact::line(|t| t.number, box_no.as_str())],
        input: None,
        notice: None,
        confirmation: (!block).then(|| TypedConfirmation { name: name.to_owned(), number: box_no.clone() }),
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
fn resize_notice(now_gb: Option<u64>, typed: &str, t: &Texts) -> Option<Note> {
    let (now, new) = (now_gb?, parse_gb(typed).ok()?);
    match new.cmp(&now) {
        Ordering::Less => Some(Note { text: (t.entry.shrinks)(now, new), is_danger: true }),
        Ordering::Equal => Some(Note { text: (t.entry.same_size)(now), is_danger: false }),
        Ordering::Greater => None,
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::data_box::{GetDataBoxList, GetDataBoxSummaryInfo};
    use databoxframe::frame::GetDataBoxFrameDetail;
    use databoxframe::rule::Problem;
    use databoxframe::{Reply, decode};
    use serde_json::json;

    use super::*;
    use crate::locale::Locale;
    use crate::paging::Completeness;
    use crate::write::FactValue;
    use crate::write::guard::Guard;
    use crate::write::snapshot::Snapshot;

    #[test]
    fn a_volume_that_shrinks_is_said_to() {
        let notice = |now, typed| resize_notice(now, typed, Locale::English.texts());
        for typed in ["600", "６００", "600 GB", " 600.0 "] {
            let Note { text, is_danger } = notice(Some(1200), typed).unwrap();
            assert!(is_danger && text.contains("shrinks from 1,200 GB to 600 GB"), "{typed}: {text}");
        }
        let same = notice(Some(1200), "1,200 GB").unwrap();
        assert!(!same.is_danger && same.text.contains("already has 1,200 GB"));
        let korean = resize_notice(Some(1200), "600", Locale::Korean.texts()).unwrap();
        assert!(korean.text.contains("1,200GB에서 600GB로"));
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
        let is_danger = |typed| draft.is_danger(typed, Locale::English.texts());
        assert!(is_danger("600") && !is_danger("1500") && !is_danger(""), "data may be lost");
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

    /// Whether a proposal's guard notices that another one is shown now.
    fn notices(shown: &Draft, now: &Draft) -> bool {
        let Guard::Unchanged { shown: item } = now.proposal.guard() else { panic!("unguarded") };
        shown.proposal.guard().check(&Ok(Snapshot::of(item.clone()))).is_err()
    }

    fn said(draft: &Draft) -> Vec<FactValue> {
        draft.facts.iter().map(|fact| fact.value.clone()).collect()
    }

    #[test]
    fn what_the_dialog_of_a_return_shows_is_guarded() {
        let t = Locale::English.texts();
        let count = |read| Some(Counted { read, returned: 0, more: false });
        let summary = |name: &str, accounts: u64, exports: u64| {
            let body = json!({ "dataBoxName": name, "sslVpnCount": accounts, "exportApplyCount": exports });
            let body = body.to_string();
            let reply = Reply { status: 200, content_type: None, body: body.as_bytes() };
            decode::<GetDataBoxSummaryInfo>(&reply).unwrap()
        };
        let ids = || (Id::from(83), Id::from(381));
        let a_box = |name, infra, accounts, exports| {
            return_box(ids(), &summary(name, accounts, exports), count(infra), t)
        };
        let shown = a_box("Lab", 2, 3, 4);
        assert!(!notices(&shown, &a_box("Lab", 2, 3, 4)));
        let others =
            [a_box("Lib", 2, 3, 4), a_box("Lab", 1, 3, 4), a_box("Lab", 2, 1, 4), a_box("Lab", 2, 3, 1)];
        for other in &others {
            assert!(said(&shown) != said(other) && notices(&shown, other), "{:?}", said(other));
        }
        // Besides its number, which identifies it, the dialog shows nothing else.
        assert_eq!(shown.facts.len(), others.len() + 1);

        let frame = |name: &str, boxes, infra| {
            let body = json!({ "dataBoxFrameName": name }).to_string();
            let reply = Reply { status: 200, content_type: None, body: body.as_bytes() };
            let frame = decode::<GetDataBoxFrameDetail>(&reply).unwrap();
            return_frame(Id::from(83), &frame, count(boxes), count(infra), t)
        };
        let shown = frame("Alpha", 1, 2);
        assert!(!notices(&shown, &frame("Alpha", 1, 2)));
        let others = [frame("Beta", 1, 2), frame("Alpha", 2, 2), frame("Alpha", 1, 3)];
        for other in &others {
            assert!(said(&shown) != said(other) && notices(&shown, other), "{:?}", said(other));
        }
        assert_eq!(shown.facts.len(), others.len() + 1);
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
        assert_eq!(Counted::of_boxes(&list(&["USE", "ING"])).words(t), "2");
        let five = Counted::of_boxes(&list(&["USE", "RTN", "TERMT", "USE", "INIT"]));
        assert_eq!(five.words(t), "4 and 1 returned");
        assert!(explains(five, Some(&Amount::new("4"))));
        assert!(!explains(five, Some(&Amount::new("5"))) && !explains(five, None));
    }

    fn frame_volume() -> Item {
        Item { id: crate::write::snapshot::ItemId::Frame(Id::from(83)), properties: Vec::new() }
    }
}
