//! Forms: values, errors, and their view.
//!
//! A form knows no operation. A page defines its fields as typed handles with the names of the API,
//! and makes a request of their values. Limits that the api crate finds broken are shown at the
//! field of their path.

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
pub use key::{ErrorPlace, FieldKey, RowId, RowKey};
pub use names::NameError;
pub use reader::{FormReader, ReadFields, RowReader};
pub use rows::{Existing, ListSection};
pub use specs::{KnownSpec, SpecOptions};
pub use values::{RowChange, RowOperation, Values};
pub use view::{FormSection, FormSections, FormView, Question};
