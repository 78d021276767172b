//! What a write does, in words: the button that sends it, and the notice afterwards.

use crate::texts::Texts;

/// Most names that one sentence lists.
const MAX_NAMED: usize = 5;

/// What a write does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Creates a data box.
    CreateBox,
    /// Changes the infrastructure of a data box.
    ModifyBox,
    /// Changes the infrastructure of a frame.
    ModifyFrame,
    /// Resizes a volume.
    Resize,
    /// Blocks the external network of a data box.
    BlockNetwork,
    /// Allows the external network of a data box.
    AllowNetwork,
    /// Returns a data box.
    ReturnBox,
    /// Returns a frame.
    ReturnFrame,
    /// Requests an import.
    RequestImport,
    /// Requests an export.
    RequestExport,
    /// Cancels an export request.
    CancelExport,
    /// Approves an export request.
    Approve,
    /// Rejects an export request.
    Reject,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::CreateBox,
        Self::ModifyBox,
        Self::ModifyFrame,
        Self::Resize,
        Self::BlockNetwork,
        Self::AllowNetwork,
        Self::ReturnBox,
        Self::ReturnFrame,
        Self::RequestImport,
        Self::RequestExport,
        Self::CancelExport,
        Self::Approve,
        Self::Reject,
    ];

    /// The name in stored records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CreateBox => "create-box",
            Self::ModifyBox => "modify-box",
            Self::ModifyFrame => "modify-frame",
            Self::Resize => "resize",
            Self::BlockNetwork => "block-network",
            Self::AllowNetwork => "allow-network",
            Self::ReturnBox => "return-box",
            Self::ReturnFrame => "return-frame",
            Self::RequestImport => "request-import",
            Self::RequestExport => "request-export",
            Self::CancelExport => "cancel-export",
            Self::Approve => "approve",
            Self::Reject => "reject",
        }
    }

    /// The action of a stored name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }

    /// Label of the button that sends it.
    pub const fn label(self, t: &Texts) -> &'static str {
        match self {
            Self::CreateBox => t.forms.create_box,
            Self::ModifyBox => t.forms.modify_box,
            Self::ModifyFrame => t.forms.modify_frame,
            Self::Resize => t.actions.resize,
            Self::BlockNetwork => t.actions.block,
            Self::AllowNetwork => t.actions.allow,
            Self::ReturnBox => t.actions.return_box,
            Self::ReturnFrame => t.actions.return_frame,
            Self::RequestImport => t.forms.request_import,
            Self::RequestExport => t.forms.request_export,
            Self::CancelExport => t.infra.cancel_export,
            Self::Approve => t.approve,
            Self::Reject => t.reject,
        }
    }

    /// Label of the button that sends several.
    pub fn label_of_many(self, count: usize, t: &Texts) -> String {
        match self {
            _ if count == 1 => self.label(t).to_owned(),
            Self::Approve => (t.done.approve_many)(count),
            Self::Reject => (t.done.reject_many)(count),
            other => (t.done.label_many)(other.label(t), count),
        }
    }

    /// Whether it refuses, withdraws or returns something: its button has the danger colour.
    pub const fn is_danger(self) -> bool {
        match self {
            Self::ReturnBox | Self::ReturnFrame | Self::CancelExport | Self::Reject => true,
            Self::CreateBox
            | Self::ModifyBox
            | Self::ModifyFrame
            | Self::Resize
            | Self::BlockNetwork
            | Self::AllowNetwork
            | Self::RequestImport
            | Self::RequestExport
            | Self::Approve => false,
        }
    }

    /// What was done, as the end of a sentence.
    const fn done(self, t: &Texts) -> &'static str {
        match self {
            Self::CreateBox => t.done.create_box,
            Self::ModifyBox | Self::ModifyFrame => t.done.modify,
            Self::Resize => t.done.resize,
            Self::BlockNetwork => t.done.block,
            Self::AllowNetwork => t.done.allow,
            Self::ReturnBox | Self::ReturnFrame => t.done.give_back,
            Self::RequestImport => t.done.import,
            Self::RequestExport => t.done.export,
            Self::CancelExport => t.done.cancel,
            Self::Approve => t.done.approve,
            Self::Reject => t.done.reject,
        }
    }

    /// What was done to these, each in words, such as "a.csv: approved".
    pub fn done_to(self, names: &[String], t: &Texts) -> String {
        let listed = listed(names, t);
        match (self, names.len()) {
            (Self::Approve, count @ 2..) => (t.done.approved)(count, &listed),
            (Self::Reject, count @ 2..) => (t.done.rejected)(count, &listed),
            (Self::CancelExport, count @ 2..) => (t.done.cancelled)(count, &listed),
            (other, _) => (t.done.sentence)(&listed, other.done(t)),
        }
    }
}

/// Names, each in words, in one line; of many only the first.
pub fn listed(names: &[String], t: &Texts) -> String {
    let listed = names.get(..MAX_NAMED).unwrap_or(names).join(", ");
    match names.len().saturating_sub(MAX_NAMED) {
        0 => listed,
        more => format!("{listed} {}", (t.watch.more)(more)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Locale;

    fn names(count: usize) -> Vec<String> {
        (1..=count).map(|number| format!("{number}.csv")).collect()
    }

    #[test]
    fn each_action_has_a_name_of_its_own() {
        for action in Action::ALL {
            assert_eq!(Action::of_name(action.name()), Some(action));
        }
        assert_eq!(Action::of_name("approved"), None);
    }

    #[test]
    fn a_button_says_what_it_does_and_to_how_many() {
        let (en, ko) = (Locale::English.texts(), Locale::Korean.texts());
        assert_eq!(Action::Approve.label_of_many(1, en), "Approve");
        assert_eq!(Action::Approve.label_of_many(5, en), "Approve 5 requests");
        assert_eq!(Action::Reject.label_of_many(2, en), "Reject 2 requests");
        assert_eq!(Action::Reject.label_of_many(2, ko), "신청 2건 반려");
        assert_eq!(Action::ReturnBox.label_of_many(2, en), "Return data box (2)");
        let labels: Vec<&str> = Action::ALL.iter().map(|action| action.label(en)).collect();
        let mut unique = labels.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), labels.len(), "{labels:?}");
    }

    #[test]
    fn what_was_done_names_its_subjects() {
        let (en, ko) = (Locale::English.texts(), Locale::Korean.texts());
        assert_eq!(Action::Approve.done_to(&names(1), en), "1.csv: approved");
        assert_eq!(Action::Approve.done_to(&names(3), en), "3 requests approved: 1.csv, 2.csv, 3.csv");
        assert_eq!(Action::Reject.done_to(&names(2), ko), "신청 2건 반려됨: 1.csv, 2.csv");
        assert_eq!(Action::ReturnBox.done_to(&names(2), en), "1.csv, 2.csv: return requested");
        let many = Action::Approve.done_to(&names(7), en);
        assert_eq!(many, "7 requests approved: 1.csv, 2.csv, 3.csv, 4.csv, 5.csv and 2 more");
    }
}
