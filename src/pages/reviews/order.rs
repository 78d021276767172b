//! The requests in the order in which the list shows them, to go from one to the next.

use crate::components::{Cell, Ordered, SelectableLink};

/// How far from where it was last a request is looked for while rows arrive or somebody types.
const NEAR: usize = 500;

/// A request in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The path of its page.
    pub path: String,
    /// The file.
    pub file: String,
    /// Selects it; only of a request that waits for review.
    pub pick: Option<SelectableLink>,
}

/// Rows that can be named one by one.
pub trait Rows {
    /// How many there are.
    fn count(&self) -> usize;
    /// The request of a row.
    fn entry(&self, index: usize) -> Option<Entry>;
}

impl Rows for Ordered {
    fn count(&self) -> usize {
        self.len()
    }

    fn entry(&self, index: usize) -> Option<Entry> {
        match self.name(index)? {
            Cell::Link { href, text } => Some(Entry { path: href, file: text, pick: None }),
            Cell::SelectableLink(pick) => {
                Some(Entry { path: pick.href.clone(), file: pick.text.clone(), pick: Some(pick) })
            }
            _ => None,
        }
    }
}

/// The place of a request, looked for near `from` first and then everywhere.
pub fn place(rows: &dyn Rows, path: &str, from: usize) -> Option<usize> {
    near(rows, path, from).or_else(|| find(rows, path, 0..rows.count()))
}

/// The place of a request that is not far from `from`.
pub fn near(rows: &dyn Rows, path: &str, from: usize) -> Option<usize> {
    find(rows, path, from.saturating_sub(NEAR)..from.saturating_add(NEAR).min(rows.count()))
}

fn find(rows: &dyn Rows, path: &str, mut places: std::ops::Range<usize>) -> Option<usize> {
    places.find(|index| rows.entry(*index).is_some_and(|entry| entry.path == path))
}

/// The first request that waits, from a place on and then from the beginning; never the request of
/// this path. Not far from either: those that wait stand together, unless somebody sorts them apart.
pub fn next_waiting(rows: &dyn Rows, path: &str, from: usize) -> Option<(usize, Entry)> {
    let from = from.min(rows.count());
    let places = (from..rows.count()).take(NEAR).chain((0..from).take(NEAR));
    let entry = |index| Some((index, rows.entry(index)?));
    places.filter_map(entry).find(|(_, entry)| entry.pick.is_some() && entry.path != path)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    /// Requests by their paths; one in capitals waits.
    struct List(&'static [&'static str]);

    impl Rows for List {
        fn count(&self) -> usize {
            self.0.len()
        }

        fn entry(&self, index: usize) -> Option<Entry> {
            let name = *self.0.get(index)?;
            let pick = || SelectableLink {
                href: name.into(),
                text: name.into(),
                ticked: Arc::new(|| false),
                toggle: Arc::new(|| {}),
            };
            let pick = name.starts_with(char::is_uppercase).then(pick);
            Some(Entry { path: name.into(), file: name.into(), pick })
        }
    }

    fn next(list: &List, path: &str, from: usize) -> Option<String> {
        next_waiting(list, path, from).map(|(_, entry)| entry.path)
    }

    #[test]
    fn the_next_one_that_waits_is_below_or_else_at_the_top() {
        let list = List(&["A", "B", "C", "d", "E", "f"]);
        assert_eq!(next(&list, "A", 1).as_deref(), Some("B"));
        assert_eq!(next(&list, "C", 3).as_deref(), Some("E"));
        assert_eq!(next(&list, "E", 5).as_deref(), Some("A"));
        assert_eq!(next(&list, "gone", 99).as_deref(), Some("A"));
        assert_eq!(next(&List(&["A", "b"]), "A", 1), None, "never itself");
        assert_eq!(next(&List(&[]), "A", 0), None);
    }

    #[test]
    fn a_request_is_found_wherever_it_moved() {
        let list = List(&["A", "B", "C"]);
        assert_eq!(place(&list, "C", 0), Some(2));
        assert_eq!(place(&list, "A", 2), Some(0));
        assert_eq!(place(&list, "gone", 1), None);
    }
}
