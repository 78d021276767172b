//! The decisions on an export request: what each says, asks for and sends.

use databoxframe::Id;
use databoxframe::export_review::{ExportFileApprove, ExportFileReject, ExportReview};
use databoxframe::rule::REJECT_REASON;

use crate::locale::Texts;
use crate::status_cells;
use crate::texts::Text;
use crate::write::snapshot::Item;
use crate::write::{Fact, Input, Proposal};

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The file may leave.
    Approve,
    /// It may not, for a reason that the applicant is given.
    Reject,
}

impl Decision {
    /// Title and effect for so many requests.
    pub fn wording(self, count: usize) -> (Text, Text) {
        match (self, count) {
            (Self::Approve, 1) => (|t| t.approve_title, |t| t.approve_lead),
            (Self::Approve, _) => (|t| t.trust.approve_title, |t| t.trust.approve_lead),
            (Self::Reject, 1) => (|t| t.reject_title, |t| t.reject_lead),
            (Self::Reject, _) => (|t| t.trust.reject_title, |t| t.trust.reject_lead),
        }
    }

    /// What it asks for.
    pub fn input(self) -> Option<Input> {
        match self {
            Self::Approve => None,
            Self::Reject => Some(Input::Reason(REJECT_REASON)),
        }
    }

    /// The write, about a request as it was shown: numbers of its frame, its box and itself.
    pub fn proposal(self, ids: (Id, Id, Id), shown: Item) -> Proposal {
        let (frame_no, box_no, export_apply_id) = ids;
        match self {
            Self::Approve => Proposal::new(ExportFileApprove { frame_no, box_no, export_apply_id }, shown),
            Self::Reject => Proposal::asking(shown, move |reason| ExportFileReject {
                frame_no: frame_no.clone(),
                box_no: box_no.clone(),
                export_apply_id: export_apply_id.clone(),
                reject_reason: reason.to_owned(),
            }),
        }
    }
}

/// Facts for a decision, besides the file.
pub fn decision_facts(review: &ExportReview, frame_no: &Id, frame_name: &str, t: &Texts) -> Vec<Fact> {
    // Without `..`: a new field is shown here, or said to be elsewhere.
    let ExportReview {
        export_apply_id,
        box_name,
        box_no,
        ssl_vpn_id,
        applied,
        description,
        export_purpose,
        memo,
        file_size_mb,
        // Shown above these facts.
        source_file: _,
        // Whoever decides knows it to wait.
        status: _,
        reviewed: _,
        // On the request's own page, and guarded.
        extra: _,
        answered: _,
    } = review;
    let text = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    vec![
        Fact::lines(|t| t.purpose, text(export_purpose)),
        Fact::lines(|t| t.description, text(description)),
        Fact::line(|t| t.applicant, text(ssl_vpn_id)),
        Fact::line(|t| t.size, status_cells::amount(file_size_mb.as_ref(), t.mb).as_str()),
        Fact::numbered(|t| t.frame, frame_no, frame_name),
        Fact::numbered(|t| t.data_box, box_no, box_name.as_deref().unwrap_or_default()),
        Fact::lines(|t| t.memo, text(memo)),
        Fact::date(|t| t.requested, applied.as_ref()),
        Fact::line(|t| t.request_no, export_apply_id.as_str()),
    ]
}
