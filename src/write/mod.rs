//! A write: shown as it will be sent, confirmed, sent once, and its outcome told.

mod dialog;
mod input;
mod request;

pub use dialog::WriteDialog;

use std::sync::Arc;

use databoxframe::Unsigned;
use databoxframe::rule::{Length, Range, Violation};

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
