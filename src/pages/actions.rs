//! The changes to frames and boxes that need no form, as drafts to be confirmed.

use std::sync::Arc;

use databoxframe::code::Phase;
use databoxframe::data_box::{
    BoxSummary, ChangeDataBoxNasVolumeSize, ReturnDataBox, SetBlockExternalNetwork,
};
use databoxframe::frame::{ChangeDataBoxFrameNasVolumeSize, ReturnDataBoxFrame};
use databoxframe::rule::NAS_SIZE_GB;
use databoxframe::{Amount, Id, prepare};

use crate::locale::{Text, Texts};
use crate::paging::Paged;
use crate::write::{Draft, Input};

/// Why something in this phase can't be changed. Whether the others allow it is not
/// documented: then the service decides.
pub fn blocked_by(phase: Option<Phase>, t: &Texts) -> Option<String> {
    match phase {
        Some(Phase::Returning) => Some(t.actions.returning.to_owned()),
        Some(Phase::Returned) => Some(t.actions.returned.to_owned()),
        _ => None,
    }
}

/// How many records a list has; "at least" so many if it may not be whole.
pub fn counted<R>(list: &Paged<R>, t: &Texts) -> String {
    let count = list.records.len();
    if list.completeness.is_complete() { count.to_string() } else { (t.lists.at_least)(count) }
}

/// Returns a frame with all its boxes.
pub fn return_frame(frame_no: Id, name: String, boxes: Option<String>, infra: Option<String>) -> Draft {
    Draft {
        title: |t| t.actions.return_frame_title,
        lead: |t| t.actions.return_frame_lead,
        facts: vec![
            ((|t| t.frame) as Text, name.clone()),
            (|t| t.boxes_table, boxes.unwrap_or_default()),
            (|t| t.actions.servers_and_volumes, infra.unwrap_or_default()),
        ],
        input: None,
        confirm_name: Some(name),
        expected: None,
        frame_no: None,
        done: None,
        prepare: Arc::new(move |_| prepare(&ReturnDataBoxFrame { frame_no: frame_no.clone() })),
    }
}

/// Returns a box with everything in it.
pub fn return_box(
    (frame_no, box_no): (Id, Id),
    name: String,
    summary: Option<&BoxSummary>,
    infra: Option<String>,
) -> Draft {
    let amount = |pick: fn(&BoxSummary) -> Option<&Amount>| {
        summary.and_then(pick).map(|amount| amount.as_str().to_owned()).unwrap_or_default()
    };
    Draft {
        title: |t| t.actions.return_box_title,
        lead: |t| t.actions.return_box_lead,
        facts: vec![
            ((|t| t.data_box) as Text, name.clone()),
            (|t| t.actions.servers_and_volumes, infra.unwrap_or_default()),
            (|t| t.ssl_vpn_count, amount(|summary| summary.ssl_vpn_count.as_ref())),
            (|t| t.export_count, amount(|summary| summary.export_apply_count.as_ref())),
        ],
        input: None,
        confirm_name: Some(name),
        expected: None,
        frame_no: None,
        done: None,
        prepare: Arc::new(move |_| {
            prepare(&ReturnDataBox { frame_no: frame_no.clone(), box_no: box_no.clone() })
        }),
    }
}

/// Blocks or allows a box's external network.
pub fn external_network((frame_no, box_no): (Id, Id), name: String, block: bool) -> Draft {
    Draft {
        title: if block { |t| t.actions.block_title } else { |t| t.actions.allow_title },
        lead: if block { |t| t.actions.block_lead } else { |t| t.actions.allow_lead },
        facts: vec![((|t| t.data_box) as Text, name)],
        input: None,
        confirm_name: None,
        expected: None,
        frame_no: None,
        done: None,
        prepare: Arc::new(move |_| {
            let (frame_no, box_no) = (frame_no.clone(), box_no.clone());
            prepare(&SetBlockExternalNetwork { frame_no, box_no, block })
        }),
    }
}

/// Gives a NAS volume of a frame, or of one of its boxes, another size.
pub fn resize_nas(
    frame_no: Id,
    box_no: Option<Id>,
    nas_instance_no: Id,
    name: String,
    size: Option<String>,
) -> Draft {
    Draft {
        title: |t| t.actions.resize_title,
        lead: |t| t.actions.resize_lead,
        facts: vec![((|t| t.name) as Text, name), (|t| t.size, size.unwrap_or_default())],
        input: Some(Input::Size(NAS_SIZE_GB)),
        confirm_name: None,
        expected: None,
        frame_no: None,
        done: None,
        prepare: Arc::new(move |typed| {
            // What is no number is out of every range.
            let volume_size = typed.trim().parse().unwrap_or(0);
            let (frame_no, nas_instance_no) = (frame_no.clone(), nas_instance_no.clone());
            match box_no.clone() {
                Some(box_no) => {
                    prepare(&ChangeDataBoxNasVolumeSize { frame_no, box_no, nas_instance_no, volume_size })
                }
                None => prepare(&ChangeDataBoxFrameNasVolumeSize { frame_no, nas_instance_no, volume_size }),
            }
        }),
    }
}
