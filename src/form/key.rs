//! Keys of the fields of a form.

use databoxframe::Id;

use super::field::{FieldDef, ListDef};

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowKey {
    /// Name of the list in the API.
    pub list: &'static str,
    /// Identity of the row.
    pub id: RowId,
}

/// Identity of a row in its list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RowId {
    /// A new row, with a number that no other row of the form has.
    Added(u32),
    /// An existing resource, by its number.
    Existing(Id),
}

impl RowKey {
    /// The row of an existing resource.
    pub fn existing(list: ListDef, number: Id) -> Self {
        Self { list: list.name, id: RowId::Existing(number) }
    }

    fn dom_id(&self) -> String {
        let list = list_dom_id(self.list);
        match &self.id {
            RowId::Added(number) => format!("{list}-n{number}"),
            RowId::Existing(number) => format!("{list}-e{number}"),
        }
    }
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldKey {
    /// The row, if the field is in one.
    pub row: Option<RowKey>,
    /// Name of the field in the API.
    pub name: &'static str,
}

impl FieldKey {
    /// The `id` of the control.
    pub fn dom_id(&self) -> String {
        let Self { row, name } = self;
        row.as_ref().map_or_else(|| format!("f-{name}"), |row| format!("{}-{name}", row.dom_id()))
    }
}

/// The `id` of the heading of a list.
pub fn list_dom_id(list: &str) -> String {
    format!("f-{list}")
}

/// The place of an error in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A field, with its list if it is in a row.
    Field(FieldKey, FieldDef, Option<ListDef>),
    /// A list.
    List(ListDef),
    /// A path of the API without a field in the form.
    Request(String),
}

impl Place {
    /// The `id` of the element, if there is one.
    pub fn dom_id(&self) -> Option<String> {
        match self {
            Self::Field(key, ..) => Some(key.dom_id()),
            Self::List(list) => Some(list_dom_id(list.name)),
            Self::Request(_) => None,
        }
    }

    /// Whether the place is this field.
    pub fn is_field(&self, key: &FieldKey) -> bool {
        matches!(self, Self::Field(own, ..) if own == key)
    }
}
