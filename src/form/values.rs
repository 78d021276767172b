//! Values that a user typed into a form.

use std::collections::HashMap;

use databoxframe::Id;

use super::field::{Filled, ListDef};
use super::key::{FieldKey, RowId, RowKey};

/// The values of a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    texts: HashMap<FieldKey, String>,
    /// Added rows, in order.
    added: Vec<RowKey>,
    /// Changed and returned resources, in the order of the choice.
    changes: Vec<(RowKey, Change)>,
    /// Last number of a row. Numbers of removed rows are not reused.
    next: u32,
    /// Whether the user has entered anything.
    pub touched: bool,
    /// Whether the form was submitted: from then on errors are shown.
    pub tried: bool,
}

/// The action on an existing resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Change of spec or size.
    Update,
    /// Return, with the name for the confirmation.
    Return(String),
}

/// The action of a row in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Creates a resource.
    Create,
    /// Changes the resource of this number.
    Update(Id),
    /// Returns the resource of this number.
    Delete(Id),
}

impl Values {
    /// A value, empty if there is none.
    pub fn get(&self, key: &FieldKey) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    /// Sets a value; an empty one removes it.
    pub fn set(&mut self, key: &FieldKey, text: String) {
        if text.is_empty() {
            self.texts.remove(key);
        } else {
            self.texts.insert(key.clone(), text);
        }
    }

    /// The rows that were added to a list, in order.
    pub fn added(&self, list: ListDef) -> Vec<RowKey> {
        self.added.iter().filter(|row| row.list == list.name).cloned().collect()
    }

    /// The action on an existing resource; none if it is kept.
    pub fn change(&self, row: &RowKey) -> Option<&Change> {
        self.changes.iter().find(|(other, _)| other == row).map(|(_, change)| change)
    }

    /// Sets the action on an existing resource. `now`: the values of its fields for a change.
    pub fn set_change(&mut self, row: &RowKey, change: Option<Change>, now: &[Filled]) {
        self.remove_row(row);
        if change == Some(Change::Update) {
            for Filled { name, text } in now {
                self.set(&FieldKey { row: Some(row.clone()), name }, text.clone());
            }
        }
        self.changes.extend(change.map(|change| (row.clone(), change)));
    }

    /// Names of the returned resources.
    pub fn returned(&self) -> Vec<String> {
        let name = |(_, change): &(RowKey, Change)| match change {
            Change::Return(name) => Some(name.clone()),
            Change::Update => None,
        };
        self.changes.iter().filter_map(name).collect()
    }

    /// Names of the returned resources of one list.
    pub fn returned_of(&self, list: ListDef) -> Vec<String> {
        let name = |(row, change): &(RowKey, Change)| match change {
            Change::Return(name) if row.list == list.name => Some(name.clone()),
            _ => None,
        };
        self.changes.iter().filter_map(name).collect()
    }

    /// Puts names into a list, one for each row: from `row` on if that row is empty, otherwise
    /// after the last row. Returns the last row with a name.
    pub fn spread(&mut self, row: &RowKey, field: &'static str, names: &[String]) -> RowKey {
        let in_row = |row: &RowKey| FieldKey { row: Some(row.clone()), name: field };
        let mut free = Some(row.clone()).filter(|row| self.get(&in_row(row)).trim().is_empty());
        let mut last = row.clone();
        for name in names {
            last = free.take().unwrap_or_else(|| self.add(row.list));
            self.set(&in_row(&last), name.clone());
        }
        last
    }

    /// The rows of a list in a request, in the request's order, with their actions.
    pub fn sent(&self, list: ListDef) -> Vec<(RowKey, Action)> {
        let changed = self.changes.iter().filter(|(row, _)| row.list == list.name);
        let changed = changed.filter_map(|(row, change)| match (&row.id, change) {
            (RowId::Existing(number), Change::Update) => Some((row.clone(), Action::Update(number.clone()))),
            (RowId::Existing(number), Change::Return(_)) => {
                Some((row.clone(), Action::Delete(number.clone())))
            }
            (RowId::Added(_), _) => None,
        });
        changed.chain(self.added(list).into_iter().map(|row| (row, Action::Create))).collect()
    }

    /// Adds an empty row.
    pub fn add_row(&mut self, list: ListDef) -> RowKey {
        self.add(list.name)
    }

    fn add(&mut self, list: &'static str) -> RowKey {
        self.next += 1;
        let row = RowKey { list, id: RowId::Added(self.next) };
        self.added.push(row.clone());
        row
    }

    /// Removes a row with its values.
    pub fn remove_row(&mut self, row: &RowKey) {
        self.added.retain(|other| other != row);
        self.changes.retain(|(other, _)| other != row);
        self.texts.retain(|key, _| key.row.as_ref() != Some(row));
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::rule::Items;

    use super::*;
    use crate::form::Field;

    const FILE_NAME: Field<String> = Field::file_name("fileName", |t| t.field.file_name);
    const LIST: ListDef = ListDef {
        name: "sourceFileInfoList",
        label: |t| t.field.files,
        item: |t| t.item.file,
        add: |t| t.add.file,
        fields: &[FILE_NAME.def()],
        changes: &[],
        count: Items { min: 0, max: 9 },
    };

    #[test]
    fn what_exists_comes_before_what_is_new_and_only_if_it_changes() {
        let mut values = Values::default();
        let added = (values.add_row(LIST), Action::Create);
        let row = RowKey::existing(LIST, Id::from(9001));
        assert_eq!(values.sent(LIST), std::slice::from_ref(&added));
        values.set_change(&row, Some(Change::Update), &[FILE_NAME.filled("as it is".into())]);
        assert_eq!(values.sent(LIST), [(row.clone(), Action::Update(Id::from(9001))), added.clone()]);
        assert_eq!(values.get(&FILE_NAME.at(&row)), "as it is");
        values.set_change(&row, Some(Change::Return("a, b".into())), &[]);
        assert_eq!(values.sent(LIST), [(row.clone(), Action::Delete(Id::from(9001))), added.clone()]);
        assert_eq!((values.returned(), values.get(&FILE_NAME.at(&row))), (vec!["a, b".into()], ""));
        values.set_change(&row, None, &[]);
        assert_eq!((values.sent(LIST), values.returned()), (vec![added], Vec::new()));
    }

    #[test]
    fn a_removed_row_takes_its_values_with_it() {
        let mut values = Values::default();
        let first = values.add_row(LIST);
        values.set(&FILE_NAME.at(&first), "a".into());
        values.remove_row(&first);
        let second = values.add_row(LIST);
        assert_ne!(first, second);
        assert_eq!((values.get(&FILE_NAME.at(&first)), values.added(LIST)), ("", vec![second]));
    }

    #[test]
    fn names_go_into_rows_of_their_own() {
        let names = |values: &Values| {
            let rows = values.added(LIST);
            rows.iter().map(|row| values.get(&FILE_NAME.at(row)).to_owned()).collect::<Vec<_>>()
        };
        let mut values = Values::default();
        let first = values.add_row(LIST);
        let last = values.spread(&first, "fileName", &["a".into(), "b".into(), "c".into()]);
        assert_eq!((names(&values), last.id), (vec!["a".into(), "b".into(), "c".into()], RowId::Added(3)));
        // What is there stays.
        values.spread(&first, "fileName", &["d".into(), "e".into()]);
        assert_eq!(names(&values), ["a", "b", "c", "d", "e"]);
    }
}
