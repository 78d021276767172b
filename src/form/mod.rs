//! Forms: what was typed, what is wrong with it, and how both are shown.
//!
//! A form knows no operation: a page defines its fields as typed handles, named as the API names
//! them, and says how a request is made of their values. What the api crate finds wrong with the
//! request is shown at the field that its path names.

mod choice;
mod drafts;
mod error;
mod field;
#[expect(clippy::module_inception, reason = "one file for the type that the module is about")]
mod form;
mod input;
mod key;
mod name_error;
mod names;
pub mod password;
mod reader;
mod rows;
mod specs;
mod values;
mod view;

pub use choice::{ChoiceField, Choices, Offer};
pub use drafts::{FormDrafts, FormKey};
pub use error::{FieldError, Reason};
pub use field::{Control, Field, FieldDef, FieldValue, Filled, ListDef, NumberLimits, SpecList};
pub use form::Form;
pub use input::FormField;
pub use key::{FieldKey, Place, RowId, RowKey};
pub use names::NameError;
pub use reader::{FormReader, ReadFields, RowReader};
pub use rows::{Existing, ListSection};
pub use specs::{KnownSpec, SpecOptions};
pub use values::{Action, Change, Values};
pub use view::{FormSection, FormSections, FormView, Question};
