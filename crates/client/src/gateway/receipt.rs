//! Receipts: the answers to writes that took effect.

use databoxframe::export::ExportApplied;
use databoxframe::import::ImportApplied;
use databoxframe::{Id, List};

/// The receipt of a write that took effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// Message of the service, may be empty.
    Message(String),
    /// Numbers of the created requests, one for each file.
    Applied(Vec<String>),
}

/// The response to a write.
pub trait HasReceipt {
    /// The receipt, if the answer is one.
    fn receipt(self) -> Option<Receipt>;
}

/// The receipt of all writes but the two that create requests for files.
impl HasReceipt for databoxframe::Receipt {
    fn receipt(self) -> Option<Receipt> {
        self.return_message.map(|message| Receipt::Message(message.into()))
    }
}

impl HasReceipt for List<ImportApplied> {
    fn receipt(self) -> Option<Receipt> {
        applied(self.content.into_iter().map(|file| file.import_apply_id))
    }
}

impl HasReceipt for List<ExportApplied> {
    fn receipt(self) -> Option<Receipt> {
        applied(self.content.into_iter().map(|file| file.export_apply_id))
    }
}

/// The receipt of a request for files needs at least one number.
fn applied(numbers: impl Iterator<Item = Option<Id>>) -> Option<Receipt> {
    let numbers: Vec<String> = numbers.flatten().map(|id| id.to_string()).collect();
    (!numbers.is_empty()).then_some(Receipt::Applied(numbers))
}
