//! Which field of a form is meant.

use databoxframe::Id;

use super::field::{FieldDef, ListDef};

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowKey {
    /// The API's name of the list.
    pub list: &'static str,
    /// Which of its rows.
    pub id: RowId,
}

/// Which row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RowId {
    /// One that was added, by a number that no other row of the form gets.
    Added(u32),
    /// Something that exists, by its number.
    Existing(Id),
}

impl RowKey {
    /// The row of something that exists.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldKey {
    /// Its row, if it is in one.
    pub row: Option<RowKey>,
    /// The API's name of it.
    pub name: &'static str,
}

impl FieldKey {
    /// The `id` of its control in the document.
    pub fn dom_id(&self) -> String {
        let Self { row, name } = self;
        row.as_ref().map_or_else(|| format!("f-{name}"), |row| format!("{}-{name}", row.dom_id()))
    }
}

/// The `id` of a list's heading in the document.
pub fn list_dom_id(list: &str) -> String {
    format!("f-{list}")
}

/// Where in a form something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a field; with its list, if it is in a row.
    Field(FieldKey, FieldDef, Option<ListDef>),
    /// In a list as a whole.
    List(ListDef),
    /// In what no field of the form holds, by the API's path.
    Request(String),
}

impl Place {
    /// The `id` of what it is in the document, if it is there.
    pub fn dom_id(&self) -> Option<String> {
        match self {
            Self::Field(key, ..) => Some(key.dom_id()),
            Self::List(list) => Some(list_dom_id(list.name)),
            Self::Request(_) => None,
        }
    }

    /// Whether it is this field.
    pub fn is_field(&self, key: &FieldKey) -> bool {
        matches!(self, Self::Field(own, ..) if own == key)
    }
}
