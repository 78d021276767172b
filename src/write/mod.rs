//! Writes: shown as they will be sent, confirmed, checked by a guard, sent once, and compared with
//! the state before.
//!
//! [`operation::Write`] describes each of the 13 writes; a [`Proposal`] is a write that waits for
//! its confirmation. [`attempt`] sends it, [`stage`] is the state machine of its dialog.

pub mod attempt;
mod bulk;
pub mod change_log;
mod dialog;
mod drafts;
mod facts;
pub mod guard;
mod input;
pub mod operation;
pub mod operations;
mod outcome;
mod reasons;
mod request;
mod services;
pub mod snapshot;
pub mod stage;

pub use bulk::{Bulk, BulkDialog, Item as BulkItem, bulk_dialog};
pub use change_log::ChangeLog;
pub use dialog::{WriteDialog, confirmation};
pub use drafts::ConfirmationDrafts;
pub use guard::Unguarded;
pub use operation::Proposal;
pub use request::Edit;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;

use databoxframe::Id;
use databoxframe::date::Stamp;
use databoxframe::operation::Harm;
use databoxframe::rule::{Length, Range};

use crate::action::{Action, listed};
use crate::locale::{Text, Texts};
use crate::resource::{RequestKey, ResourceKey};
use crate::untrusted::{has_visible, line, same_name, typable};

/// Whether Ctrl+Enter or Cmd+Enter was pressed, which sends what a dialog shows. A chord, because one
/// key shall not decide; a held key sends nothing again.
fn is_send_chord(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.repeat()
}

/// A write with the texts of its dialog.
#[derive(Clone)]
pub struct Draft {
    /// Title.
    pub title: Text,
    /// Effect.
    pub lead: Text,
    /// Facts.
    pub facts: Vec<Fact>,
    /// Input.
    pub input: Option<Input>,
    /// Note on the value of the input.
    pub notice: Option<Notice>,
    /// Text to type before data is deleted, or may leave unseen.
    pub confirmation: Option<TypedConfirmation>,
    /// The write and its guard.
    pub proposal: Proposal,
    /// What follows, if it takes effect.
    pub done: Option<AfterSuccess>,
}

/// What follows a write that took effect.
#[derive(Clone)]
pub struct AfterSuccess {
    /// Removes the draft of its form, also after the page is gone.
    pub forget: Arc<dyn Fn() + Send + Sync>,
    /// Leaves the page, if it is still there.
    pub leave: Callback<()>,
}

impl Draft {
    /// The text to type. A write that destroys a resource, or opens it, always has one: by default the
    /// resource's number.
    pub fn typed_confirmation(&self) -> Option<TypedConfirmation> {
        let write = self.proposal.write("");
        let of_resource = || match write.harm() {
            Harm::None | Harm::Change | Harm::Final => None,
            Harm::Open | Harm::Destroy => {
                Some(TypedConfirmation { name: String::new(), number: write.target().number().clone() })
            }
        };
        self.confirmation.clone().or_else(of_resource)
    }

    /// What the write does.
    pub fn action(&self) -> Action {
        self.proposal.write("").action()
    }

    /// Whether the button has the danger colour: the write refuses, returns, opens or deletes something.
    /// `typed`: the value of the input.
    pub fn is_danger(&self, typed: &str, t: &'static Texts) -> bool {
        let is_note_of_danger = || {
            let note = self.notice.as_ref().and_then(|notice| notice(typed, t));
            note.is_some_and(|note| note.is_danger)
        };
        self.action().is_danger() || self.typed_confirmation().is_some() || is_note_of_danger()
    }

    /// The subject of the write in one line: its first fact, or its number.
    fn subject(&self, t: &Texts) -> String {
        let named = self.facts.first().map(|fact| match &fact.value {
            FactValue::List(texts) => {
                listed(&texts.iter().map(|text| line(text).words(t)).collect::<Vec<_>>(), t)
            }
            FactValue::Line(text) | FactValue::Lines(text) => line(text).words(t),
            FactValue::Date(date) => line(date.as_ref().map_or("", |date| date.as_str())).words(t),
            FactValue::Numbered(name, _) => line(name).words(t),
        });
        let number = || self.proposal.write("").target().number().to_string();
        named.filter(|text| has_visible(text)).unwrap_or_else(number)
    }
}

/// The note on the value of the input, if there is one.
pub type Notice = Arc<dyn Fn(&str, &'static Texts) -> Option<Note> + Send + Sync>;

/// A note on a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub text: String,
    /// Whether data may be lost with the value.
    pub is_danger: bool,
}

/// A fact of a confirmation.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Label.
    pub label: Text,
    /// Value.
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
    /// A date of the API.
    Date(Option<Stamp>),
    /// The name of a frame or a box, and its number.
    Numbered(String, Id),
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

    /// A frame or a box by its name and its number, if they are different.
    pub fn numbered(label: Text, number: &Id, name: &str) -> Self {
        let name = if name == number.as_str() { "" } else { name };
        Self { label, value: FactValue::Numbered(name.to_owned(), number.clone()) }
    }

    /// A date.
    pub fn date(label: Text, date: Option<&Stamp>) -> Self {
        Self { label, value: FactValue::Date(date.cloned()) }
    }

    /// A list.
    pub fn list(label: Text, texts: Vec<String>) -> Self {
        Self { label, value: FactValue::List(texts) }
    }
}

/// The text to type before data is deleted: the name of the resource, or its number if the name has
/// no visible characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedConfirmation {
    /// The name, as the API wrote it.
    pub name: String,
    /// The number.
    pub number: Id,
}

impl TypedConfirmation {
    /// Whether a text matches.
    pub fn is(&self, typed: &str) -> bool {
        same_name(typed, typable(&self.name, self.number.as_str()))
    }

    /// Label of the field.
    pub fn label(&self, t: &'static Texts) -> String {
        if has_visible(&self.name) {
            (t.actions.type_name)(&line(&self.name).words(t))
        } else {
            (t.writes.type_number)(self.number.as_str())
        }
    }
}

/// The input of a confirmation.
#[derive(Clone, Copy)]
pub enum Input {
    /// A reason, with its greatest length in characters.
    Reason(Length),
    /// A size in GB.
    Size(Range),
}

/// The resource of a write.
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

impl Target {
    /// Number of the resource.
    pub const fn number(&self) -> &Id {
        match self {
            Self::Frame(number)
            | Self::FrameVolume(_, number)
            | Self::DataBox(_, number)
            | Self::BoxVolume(_, _, number)
            | Self::Export(_, _, number) => number,
        }
    }

    /// The key of the request, if it is one.
    pub fn request(&self) -> Option<ResourceKey> {
        let Self::Export(frame_no, box_no, request_id) = self.clone() else { return None };
        Some(ResourceKey::Export(RequestKey { frame_no, box_no: Some(box_no), request_id }))
    }
}

/// Key of the input of confirmations: the operation and its resources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftKey {
    operation: &'static str,
    targets: Vec<Target>,
}

impl DraftKey {
    /// The key of these proposals, independent of their order.
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
