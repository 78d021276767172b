//! What a person typed into a form.

use databoxframe::Id;

use super::reading::Row;

/// The values of a form, by key: `name`, or `list/row/name` in the rows of a list. Names are
/// the API's field names, so that a documented limit that is broken finds its field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    // Lists: a form holds a few dozen values, and a map of its own type is 5 KB of code.
    texts: Vec<(String, String)>,
    /// The rows of each list that a person added, in their order.
    rows: Vec<(String, Vec<String>)>,
    /// Rows are numbered for good: a removed one gives its number to nobody.
    next: u32,
    /// Whether anything was typed or chosen.
    pub touched: bool,
    /// Whether sending was tried: from then on the form says what is wrong.
    pub tried: bool,
}

/// The list of a row or a name in it: everything a key is made of.
const SEPARATOR: char = '/';
/// What is done to something that exists; see [`Values::changed`].
pub const ACTION: &str = "actionType";
/// What something that is returned is called. Not sent.
pub const RETURNED: &str = "(returned)";

impl Values {
    /// A value, empty if there is none.
    pub fn get(&self, key: &str) -> &str {
        self.texts.iter().find(|(other, _)| other == key).map_or("", |(_, text)| text)
    }

    /// Keeps a value; an empty one is none.
    pub fn set(&mut self, key: &str, text: String) {
        match self.texts.iter_mut().find(|(other, _)| other == key) {
            Some((_, old)) if !text.is_empty() => *old = text,
            Some(_) => self.texts.retain(|(other, _)| other != key),
            None if text.is_empty() => {}
            None => self.texts.push((key.to_owned(), text)),
        }
    }

    /// The keys of the rows that were added to a list, in order: `list/n1`.
    pub fn added(&self, list: &str) -> Vec<String> {
        self.rows.iter().find(|(other, _)| other == list).map(|(_, rows)| rows.clone()).unwrap_or_default()
    }

    /// The keys of what exists and is to be changed or returned: `list/e123`.
    fn changed(&self, list: &str) -> Vec<String> {
        let prefix = format!("{list}{SEPARATOR}e");
        let suffix = format!("{SEPARATOR}{ACTION}");
        self.texts
            .iter()
            .filter(|(key, _)| key.starts_with(&prefix))
            .filter_map(|(key, _)| key.strip_suffix(&suffix))
            .map(str::to_owned)
            .collect()
    }

    /// What is returned, by its name.
    pub fn returned(&self) -> Vec<String> {
        let texts = self.texts.iter().filter(|(key, _)| key.ends_with(RETURNED));
        texts.map(|(_, name)| name.clone()).collect()
    }

    /// What is returned of one list, by its name.
    pub fn returned_of(&self, list: &str) -> Vec<String> {
        let names = self.changed(list).into_iter().map(|row| self.get(&in_row(&row, RETURNED)).to_owned());
        names.filter(|name| !name.is_empty()).collect()
    }

    /// Puts names into a list, one into each row: from `row` on if nothing is typed there, after
    /// the last one otherwise. The key of the last row that got one.
    pub fn spread(&mut self, row: &str, field: &str, names: &[String]) -> String {
        let list = row.split(SEPARATOR).next().unwrap_or_default().to_owned();
        let mut free = Some(row.to_owned()).filter(|row| self.get(&in_row(row, field)).trim().is_empty());
        let mut last = row.to_owned();
        for name in names {
            last = free.take().unwrap_or_else(|| self.add_row(&list));
            self.set(&in_row(&last, field), name.clone());
        }
        last
    }

    /// The keys of all rows of a list that a request holds, in the request's order.
    pub fn sent(&self, list: &str) -> Vec<String> {
        self.changed(list).into_iter().chain(self.added(list)).collect()
    }

    /// The rows of a list that a request holds, to be read.
    pub fn each<T>(&self, list: &str, mut read: impl FnMut(Row<'_>) -> T) -> Vec<T> {
        self.sent(list).iter().map(|key| read(Row::of(self, key))).collect()
    }

    /// Adds an empty row; its key.
    pub fn add_row(&mut self, list: &str) -> String {
        self.next += 1;
        let key = format!("{list}{SEPARATOR}n{}", self.next);
        match self.rows.iter_mut().find(|(other, _)| other == list) {
            Some((_, rows)) => rows.push(key.clone()),
            None => self.rows.push((list.to_owned(), vec![key.clone()])),
        }
        key
    }

    /// Removes a row with its values.
    pub fn remove_row(&mut self, list: &str, row: &str) {
        if let Some((_, rows)) = self.rows.iter_mut().find(|(other, _)| other == list) {
            rows.retain(|other| other != row);
        }
        self.forget_row(row);
    }

    /// Removes the values of a row.
    pub fn forget_row(&mut self, row: &str) {
        let prefix = format!("{row}{SEPARATOR}");
        self.texts.retain(|(key, _)| !key.starts_with(&prefix));
    }

    /// The values that belong to no row.
    pub fn top(&self) -> Row<'_> {
        Row::of(self, "")
    }

    /// The key of the field that a path of the API means:
    /// `dataBoxInfo.nasList[1].nasSize` → `nasList/n4/nasSize`.
    pub fn key_of(&self, path: &str) -> String {
        let path = path.strip_prefix("dataBoxInfo.").unwrap_or(path);
        let Some((list, rest)) = path.split_once('[') else { return path.to_owned() };
        let Some((index, name)) = rest.split_once(']') else { return path.to_owned() };
        let row = index.parse::<usize>().ok().and_then(|index| self.sent(list).get(index).cloned());
        match (row, name.strip_prefix('.')) {
            (Some(row), Some(name)) => in_row(&row, name),
            (Some(row), None) => row,
            (None, _) => list.to_owned(),
        }
    }
}

/// The key of a field in a row, or of one outside all rows (`row` is empty).
pub fn in_row(row: &str, name: &str) -> String {
    if row.is_empty() { name.to_owned() } else { format!("{row}{SEPARATOR}{name}") }
}

/// The row of something that exists.
pub fn existing_row(list: &str, number: &Id) -> String {
    format!("{list}{SEPARATOR}e{number}")
}

/// The name at the end of a key, and whether it is one in a row.
pub fn name_of(key: &str) -> (&str, bool) {
    match key.rsplit_once(SEPARATOR) {
        Some((_, name)) => (name, true),
        None => (key, false),
    }
}

/// The `id` of a field's control in the document.
pub fn dom_id(key: &str) -> String {
    format!("f-{}", key.replace(SEPARATOR, "-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Action;

    #[test]
    fn paths_find_their_fields_after_rows_were_removed() {
        let mut values = Values::default();
        let first = values.add_row("nasList");
        let second = values.add_row("nasList");
        values.set(&in_row(&first, "nasSize"), "500".into());
        values.remove_row("nasList", &first);
        assert_eq!(values.key_of("dataBoxInfo.nasList[0].nasSize"), in_row(&second, "nasSize"));
        assert_eq!(values.key_of("dataBoxInfo.sslVpnCount"), "sslVpnCount");
        assert_eq!(values.key_of("nasList"), "nasList");
        assert_eq!(values.key_of("nasList[7].count"), "nasList");
        assert_eq!(values.get(&in_row(&first, "nasSize")), "");
    }

    #[test]
    fn what_exists_comes_before_what_is_new_and_only_if_it_changes() {
        let mut values = Values::default();
        values.add_row("nasList");
        let row = existing_row("nasList", &Id::from(9001));
        assert_eq!(values.sent("nasList"), ["nasList/n1"]);
        values.set(&in_row(&row, ACTION), "DELETE".into());
        assert_eq!(values.sent("nasList"), ["nasList/e9001", "nasList/n1"]);
        let numbers = values.each("nasList", |row| (row.existing(), row.action()));
        assert_eq!(numbers[0], (Id::from(9001), Action::Delete));
        assert_eq!(numbers[1].1, Action::Create);
        values.set(&in_row(&row, ACTION), String::new());
        assert_eq!(values.sent("nasList"), ["nasList/n1"]);
    }

    #[test]
    fn names_go_into_rows_of_their_own() {
        let names = |values: &Values| values.each("files", |row| row.text("fileName"));
        let mut values = Values::default();
        let first = values.add_row("files");
        let last = values.spread(&first, "fileName", &["a".into(), "b".into(), "c".into()]);
        assert_eq!((names(&values), last.as_str()), (vec!["a".into(), "b".into(), "c".into()], "files/n3"));
        // What is there stays.
        values.spread(&first, "fileName", &["d".into(), "e".into()]);
        assert_eq!(names(&values), ["a", "b", "c", "d", "e"]);
    }
}
