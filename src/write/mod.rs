//! A write: shown as it will be sent, confirmed, sent once, and its outcome told. If nobody knows
//! the outcome, what the write is about is read again and compared with how it was before.

mod attempt;
mod bulk;
mod dialog;
mod input;
mod look;
mod outcome;
mod request;

pub use bulk::{Bulk, BulkDialog, Item, bulk_dialog};
pub use dialog::{WriteDialog, confirmation};
pub use look::{Seen, brief_of, seen_of};

use std::sync::Arc;

use databoxframe::rule::{Length, Range, Violation};
use databoxframe::{Id, Unsigned};

use crate::locale::Text;
use crate::reactive::Callback;

/// A request for what was typed so far, or the limits it breaks.
pub type Prepare = Arc<dyn Fn(&str) -> Result<Unsigned, Vec<Violation>> + Send + Sync>;

/// A write that waits for its confirmation.
#[derive(Clone)]
pub struct Draft {
    /// The question.
    pub title: Text,
    /// What it does.
    pub lead: Text,
    /// What it is about, as it was seen.
    pub facts: Vec<(Text, String)>,
    /// What is asked for.
    pub input: Option<Input>,
    /// The name that has to be typed first, if it can't be undone.
    pub confirm_name: Option<String>,
    /// The request, with what was typed so far.
    pub prepare: Prepare,
    /// What was shown of the thing it is about: if it is not so any more, nothing is sent.
    pub expected: Option<Seen>,
    /// The frame of a request that does not name one.
    pub frame_no: Option<Id>,
    /// What follows when it took effect.
    pub done: Option<Callback<()>>,
}

/// What a confirmation asks for.
#[derive(Clone, Copy)]
pub enum Input {
    /// Why, and how long that may be.
    Reason(Length),
    /// A size in GB.
    Size(Range),
}
