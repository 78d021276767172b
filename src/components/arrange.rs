//! Rows, and in which order which of them are shown.

use std::cmp::Ordering;

use super::Cell;
use crate::locale::Text;

/// A column.
#[derive(Clone, Copy)]
pub struct Column {
    /// Its name in the address bar.
    pub id: &'static str,
    /// Its heading.
    pub title: Text,
    /// Whether it is left out while it is empty in all rows.
    pub optional: bool,
}

impl Column {
    /// A column that is always there.
    pub const fn new(id: &'static str, title: Text) -> Self {
        Self { id, title, optional: false }
    }

    /// The column of what the documents do not know.
    pub const OTHER: Self = Self { id: "other", title: |t| t.other_fields, optional: true };
}

/// A row; its first cell names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// Rows that pass the search text (each word somewhere in the row) and the chosen values,
/// in the order asked for (`column`, whether descending); ties and no order keep the order given.
pub fn arrange(
    rows: &[Row],
    search: &str,
    chosen: &[(usize, String)],
    sort: Option<(usize, bool)>,
) -> Vec<Row> {
    let words: Vec<String> = search.split_whitespace().map(str::to_ascii_lowercase).collect();
    let shown: Vec<&Row> = rows.iter().filter(|row| passes(row, &words, chosen)).collect();
    let Some((column, descending)) = sort else {
        return shown.into_iter().cloned().collect();
    };
    let order = sorted_indices(shown.len(), &|a, b| {
        let cell = |index: usize| shown.get(index).and_then(|row| row.cells.get(column));
        let order = match (cell(a), cell(b)) {
            (Some(a), Some(b)) => a.compare(b),
            _ => Ordering::Equal,
        };
        if descending { order.reverse() } else { order }
    });
    order.into_iter().filter_map(|index| shown.get(index).map(|row| (*row).clone())).collect()
}

fn passes(row: &Row, words: &[String], chosen: &[(usize, String)]) -> bool {
    chosen.iter().all(|(column, value)| row.cells.get(*column).is_some_and(|cell| cell.key() == value))
        && (words.is_empty() || {
            let text: String = row.cells.iter().flat_map(|cell| [cell.as_str(), "\n"]).collect();
            // Korean has no case, and the table of all others' is 6 KB of the download.
            let text = text.to_ascii_lowercase();
            words.iter().all(|word| text.contains(word))
        })
}

/// The indices up to `count` in the order of `compare`; equal ones keep their order. One
/// sort for everything: each type of its own would cost 5 KB of download.
pub fn sorted_indices(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    indices.sort_by(|a, b| compare(*a, *b));
    indices
}

/// The different values of a column in the order of their texts, as (key, text).
pub fn distinct(rows: &[Row], column: usize) -> Vec<(String, String)> {
    let cells: Vec<&Cell> = rows.iter().filter_map(|row| row.cells.get(column)).collect();
    let cell = |index: usize| cells.get(index).copied().unwrap_or(&Cell::None);
    let mut distinct: Vec<(String, String)> = Vec::new();
    for index in sorted_indices(cells.len(), &|a, b| cell(a).compare(cell(b))) {
        let (key, text) = (cell(index).key(), cell(index).as_str());
        if !key.is_empty() && distinct.last().is_none_or(|(last, _)| last != key) {
            distinct.push((key.to_owned(), text.to_owned()));
        }
    }
    distinct
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        [("10", "Alpha", 5.0), ("9", "베타 file", 50.0), ("100", "Gamma file", 1.0)]
            .map(|(id, name, size)| Row {
                cells: vec![
                    Cell::Text(id.into()),
                    Cell::Text(name.into()),
                    Cell::Amount { text: format!("{size} MB"), value: Some(size) },
                ],
            })
            .to_vec()
    }

    fn ids(rows: &[Row]) -> Vec<&str> {
        rows.iter().map(|row| row.cells[0].as_str()).collect()
    }

    #[test]
    fn filters_by_every_word_in_any_cell() {
        assert_eq!(ids(&arrange(&rows(), "FILE 베타", &[], None)), ["9"]);
        assert_eq!(ids(&arrange(&rows(), "file", &[(0, "100".into())], None)), ["100"]);
        assert!(arrange(&rows(), "nothing", &[], None).is_empty());
    }

    #[test]
    fn sorts_numbers_as_numbers_and_keeps_the_order_given_otherwise() {
        assert_eq!(ids(&arrange(&rows(), "", &[], None)), ["10", "9", "100"]);
        assert_eq!(ids(&arrange(&rows(), "", &[], Some((0, false)))), ["9", "10", "100"]);
        assert_eq!(ids(&arrange(&rows(), "", &[], Some((2, true)))), ["9", "10", "100"]);
    }

    #[test]
    fn a_filter_offers_each_value_once_and_chooses_states_by_code() {
        let mut rows = rows();
        rows.extend(rows.clone());
        let texts: Vec<String> = distinct(&rows, 1).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["Alpha", "Gamma file", "베타 file"]);

        rows[0].cells[1] = Cell::badge(crate::components::Tone::Good, "In use", "USE");
        assert!(distinct(&rows, 1).contains(&("USE".into(), "In use".into())));
        assert_eq!(ids(&arrange(&rows, "", &[(1, "USE".into())], None)), ["10"]);
    }
}
