//! A write: shown as it will be sent, confirmed, checked against what was shown, sent once, and
//! compared with how it was before.
//!
//! [`operation::Write`] is what is known about each of the 13 writes; [`Proposal`] is one that
//! waits for its confirmation. [`attempt`] sends it, [`stage`] says what may follow.

pub mod attempt;
mod bulk;
mod dialog;
mod drafts;
pub mod guard;
mod input;
pub mod operation;
pub mod operations;
mod outcome;
mod request;
mod services;
pub mod snapshot;
pub mod stage;

pub use bulk::{Bulk, BulkDialog, Item as BulkItem, bulk_dialog};
pub use dialog::{WriteDialog, confirmation};
pub use drafts::ConfirmationDrafts;
pub use guard::Unguarded;
pub use operation::Proposal;
pub use request::Edit;

use leptos::prelude::*;
use std::sync::Arc;

use databoxframe::Id;
use databoxframe::operation::Harm;
use databoxframe::rule::{Length, Range};

use crate::locale::{Text, Texts};
use crate::untrusted::{apart, has_visible, line, same_name, typable};

/// A write with everything that its dialog shows.
#[derive(Clone)]
pub struct Draft {
    /// The question.
    pub title: Text,
    /// What it does.
    pub lead: Text,
    /// The action, as its button calls it.
    pub action: Text,
    /// What it is about.
    pub facts: Vec<Fact>,
    /// What is asked for.
    pub input: Option<Input>,
    /// What is said about what was typed.
    pub notice: Option<Notice>,
    /// What has to be typed before data is lost.
    pub confirmation: Option<TypedConfirmation>,
    /// The write and its guard.
    pub proposal: Proposal,
    /// The form that it was made of.
    pub done: Option<OfForm>,
}

/// The form that a write was made of. It ends when the write took effect.
#[derive(Clone)]
pub struct OfForm {
    /// Forgets its draft, also if its page is gone by then.
    pub forget: Arc<dyn Fn() + Send + Sync>,
    /// Leaves its page, if that is still there.
    pub leave: Callback<()>,
}

impl Draft {
    /// What has to be typed. A write that destroys a resource can't do without: if nothing else is
    /// asked for, it is the resource's number.
    pub fn typed_confirmation(&self) -> Option<TypedConfirmation> {
        let write = self.proposal.write("");
        let of_resource = || match (write.spec().harm, write.target()) {
            (Harm::None | Harm::Change | Harm::Final, _) => None,
            (
                Harm::Destroy,
                Target::Frame(number)
                | Target::FrameVolume(_, number)
                | Target::DataBox(_, number)
                | Target::BoxVolume(_, _, number)
                | Target::Export(_, _, number),
            ) => Some(TypedConfirmation { name: String::new(), number }),
        };
        self.confirmation.clone().or_else(of_resource)
    }

    /// Whether something is lost for good by this write, so that its button warns.
    pub fn destroys(&self) -> bool {
        self.typed_confirmation().is_some()
    }

    /// What it is about in one line: its first fact.
    fn subject(&self, t: &Texts) -> String {
        self.facts.first().map(|fact| fact.value.words(t)).unwrap_or_default()
    }
}

/// Says something about what was typed, if there is anything to say.
pub type Notice = Arc<dyn Fn(&str, &'static Texts) -> Option<String> + Send + Sync>;

/// A fact that a confirmation shows.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it is.
    pub label: Text,
    /// Its value.
    pub value: FactValue,
}

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactValue {
    /// One line.
    Line(String),
    /// Several lines.
    Lines(String),
    /// Several values, one below the other.
    List(Vec<String>),
}

impl FactValue {
    fn words(&self, t: &Texts) -> String {
        match self {
            Self::Line(text) | Self::Lines(text) => line(text).words(t),
            Self::List(texts) => apart(texts.iter().map(|text| line(text).words(t)), ","),
        }
    }
}

impl Fact {
    /// A fact of one line.
    pub fn line(label: Text, text: impl Into<String>) -> Self {
        Self { label, value: FactValue::Line(text.into()) }
    }

    /// A fact of several lines.
    pub fn lines(label: Text, text: impl Into<String>) -> Self {
        Self { label, value: FactValue::Lines(text.into()) }
    }

    /// A list.
    pub fn list(label: Text, texts: Vec<String>) -> Self {
        Self { label, value: FactValue::List(texts) }
    }
}

/// What is typed to confirm that data is lost: the name of the resource, or its number if the name
/// has nothing that could be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedConfirmation {
    /// The name, as the API wrote it.
    pub name: String,
    /// The number.
    pub number: Id,
}

impl TypedConfirmation {
    /// Whether this was typed.
    pub fn is(&self, typed: &str) -> bool {
        same_name(typed, typable(&self.name, self.number.as_str()))
    }

    /// What is asked.
    pub fn label(&self, t: &'static Texts) -> String {
        if has_visible(&self.name) {
            (t.actions.type_name)(&line(&self.name).words(t))
        } else {
            (t.writes.type_number)(self.number.as_str())
        }
    }
}

/// What a confirmation asks for.
#[derive(Clone, Copy)]
pub enum Input {
    /// Why, and how long that may be.
    Reason(Length),
    /// A size in GB.
    Size(Range),
}

/// The resource that a write is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A frame.
    Frame(Id),
    /// A volume of a frame.
    FrameVolume(Id, Id),
    /// A box of a frame.
    DataBox(Id, Id),
    /// A volume of a box.
    BoxVolume(Id, Id, Id),
    /// An export request of a box.
    Export(Id, Id, Id),
}

/// The requests that something was typed for: which operation, about which resources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftKey {
    operation: &'static str,
    targets: Vec<Target>,
}

impl DraftKey {
    /// The key of these proposals, in whatever order.
    pub fn of<'a>(proposals: impl IntoIterator<Item = &'a Proposal>) -> Self {
        let mut operation = "";
        let mut targets = Vec::new();
        for proposal in proposals {
            let write = proposal.write("");
            operation = write.spec().name;
            targets.push(write.target());
        }
        targets.sort();
        Self { operation, targets }
    }
}
