//! The changes to frames and boxes that need no form, as drafts to be confirmed.

use std::cmp::Ordering;
use std::sync::Arc;

use databoxframe::code::Phase;
use databoxframe::data_box::{
    BoxSummary, ChangeDataBoxNasVolumeSize, ReturnDataBox, SetBlockExternalNetwork,
};
use databoxframe::frame::{ChangeDataBoxFrameNasVolumeSize, ReturnDataBoxFrame};
use databoxframe::rule::{NAS_SIZE_GB, Problem, Violation};
use databoxframe::{Amount, Id, prepare};

use crate::form::parse_gb;
use crate::locale::{Text, Texts};
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

/// Returns a frame with all its boxes.
pub fn return_frame(frame_no: Id, name: String, boxes: Option<usize>, infra: Option<usize>) -> Draft {
    let count = |count: Option<usize>| count.map(|count| count.to_string()).unwrap_or_default();
    Draft {
        title: |t| t.actions.return_frame_title,
        lead: |t| t.actions.return_frame_lead,
        facts: vec![
            ((|t| t.frame) as Text, name.clone()),
            (|t| t.boxes_table, count(boxes)),
            (|t| t.actions.servers_and_volumes, count(infra)),
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
    infra: Option<usize>,
) -> Draft {
    let amount = |pick: fn(&BoxSummary) -> Option<&Amount>| {
        summary.and_then(pick).map(|amount| amount.as_str().to_owned()).unwrap_or_default()
    };
    Draft {
        title: |t| t.actions.return_box_title,
        lead: |t| t.actions.return_box_lead,
        facts: vec![
            ((|t| t.data_box) as Text, name.clone()),
            (|t| t.actions.servers_and_volumes, infra.map(|count| count.to_string()).unwrap_or_default()),
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
            let volume_size = parse_gb(typed).map_err(|problem| {
                let problem = problem.of_field(Problem::OutOfRange(NAS_SIZE_GB));
                vec![Violation { path: "volumeSize".to_owned(), problem }]
            })?;
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

/// What is said of a new size beside the volume's present one, as soon as it is typed.
#[cfg_attr(not(test), expect(dead_code, reason = "shown by the dialog once a draft can hold it"))]
pub fn resize_notice(now_gb: Option<u64>, typed: &str, t: &Texts) -> Option<String> {
    let (now, new) = (now_gb?, parse_gb(typed).ok()?);
    match new.cmp(&now) {
        Ordering::Less => Some((t.entry.shrinks)(now, new)),
        Ordering::Equal => Some((t.entry.same_size)(now)),
        Ordering::Greater => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn a_volume_that_shrinks_is_said_to() {
        let notice = |now, typed| resize_notice(now, typed, Locale::English.texts());
        for typed in ["600", "６００", "600 GB", " 600.0 "] {
            let said = notice(Some(1200), typed).unwrap();
            assert!(said.contains("shrinks from 1200 GB to 600 GB"), "{typed}: {said}");
        }
        assert!(notice(Some(1200), "1,200 GB").unwrap().contains("1200 GB already"));
        assert!(
            resize_notice(Some(1200), "600", Locale::Korean.texts()).unwrap().contains("1200GB에서 600GB로")
        );
        for (now, typed) in [(Some(1200), "1,300"), (None, "600"), (Some(1200), ""), (Some(1200), "6oo")] {
            assert_eq!(notice(now, typed), None, "{now:?} {typed}");
        }
    }

    #[test]
    fn a_size_is_sent_as_it_is_meant_and_otherwise_said_to_be_wrong() {
        let draft = resize_nas(Id::from(83), None, Id::from(9001), "nas".into(), Some("1200 GB".into()));
        let size = |typed: &str| match (draft.prepare)(typed) {
            Ok(unsigned) => Ok(unsigned.body.unwrap()["volumeSize"].to_string()),
            Err(violations) => Err(violations[0].problem.clone()),
        };
        for typed in ["1500", "１５００", "1,500 GB", "1500.0", " 1500\u{200b}"] {
            assert_eq!(size(typed), Ok("1500".into()), "{typed:?}");
        }
        for (typed, problem) in [
            ("", Problem::Required),
            (" ", Problem::Required),
            ("x", Problem::NotANumber),
            ("1.000", Problem::NotANumber),
            ("550", Problem::OutOfRange(NAS_SIZE_GB)),
            ("99999999999999999999999", Problem::OutOfRange(NAS_SIZE_GB)),
        ] {
            assert_eq!(size(typed), Err(problem), "{typed:?}");
        }
    }
}
