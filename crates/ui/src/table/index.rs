//! Which rows are shown, in which order.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::row::Row;
use crate::Cell;
use crate::fold::fold;
use crate::untrusted::nfc;

/// What rows are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Index of the column.
    pub column: usize,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// Rows with what searches and filters compare of them, made once for all key presses.
#[derive(Debug, PartialEq)]
pub struct Index {
    rows: Arc<Vec<Row>>,
    /// The folded text of each row.
    texts: Vec<String>,
    /// The filtered columns.
    values: Vec<(usize, Vec<Value>)>,
}

/// The value of a row in a filtered column.
#[derive(Debug, PartialEq)]
struct Value {
    /// The folded key.
    key: String,
    /// The folded text.
    text: String,
}

impl Index {
    /// Of rows whose `filtered` columns have a choice above the table.
    pub fn new(rows: Arc<Vec<Row>>, filtered: &[usize]) -> Self {
        let text = |row: &Row| {
            let text: String = row.cells.iter().flat_map(|cell| [cell.as_str(), "\n"]).collect();
            fold(&text)
        };
        let value = |row: &Row, column: usize| {
            let cell = row.cells.get(column).unwrap_or(&Cell::None);
            Value { key: fold(cell.key()), text: fold(cell.as_str()) }
        };
        let column = |column: &usize| (*column, rows.iter().map(|row| value(row, *column)).collect());
        let (texts, values) = (rows.iter().map(text).collect(), filtered.iter().map(column).collect());
        Self { rows, texts, values }
    }

    /// The rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The indices of rows that pass the search text (each word somewhere in the row) and the
    /// chosen values, in the order of `sort`; ties, and all rows without one, keep their order.
    pub fn arrange(&self, search: &str, chosen: &[(usize, String)], sort: Option<Sort>) -> Vec<usize> {
        let search = fold(search);
        let words: Vec<&str> = search.split_whitespace().collect();
        let chosen: Vec<(&[Value], Vec<&str>)> =
            chosen.iter().map(|(column, value)| self.accepted(*column, value)).collect();
        let passes = |index: usize| {
            chosen.iter().all(|(values, accepted)| {
                values.get(index).is_some_and(|value| accepted.contains(&value.text.as_str()))
            }) && self.texts.get(index).is_some_and(|text| words.iter().all(|word| text.contains(word)))
        };
        let mut shown: Vec<usize> = (0..self.rows.len()).filter(|index| passes(*index)).collect();
        if let Some(Sort { column, descending }) = sort {
            let cell = |index: usize| self.rows.get(index).and_then(|row| row.cells.get(column));
            shown.sort_by(|a, b| {
                let order = match (cell(*a), cell(*b)) {
                    (Some(a), Some(b)) => a.compare(b),
                    _ => Ordering::Equal,
                };
                if descending { order.reverse() } else { order }
            });
        }
        shown
    }

    /// The texts that a chosen value stands for: what reads alike is one choice, also of two codes.
    fn accepted(&self, column: usize, value: &str) -> (&[Value], Vec<&str>) {
        let value = fold(value);
        let values = self.values.iter().find(|(other, _)| *other == column);
        let values = values.map_or(&[][..], |(_, values)| values);
        let mut accepted: Vec<&str> = Vec::new();
        for one in values.iter().filter(|one| one.key == value) {
            if !accepted.contains(&one.text.as_str()) {
                accepted.push(&one.text);
            }
        }
        (values, accepted)
    }

    /// The different values of a filtered column in the order of their texts, as (key, text).
    pub fn distinct(&self, column: usize) -> Vec<(String, String)> {
        let (values, _) = self.accepted(column, "");
        let cell = |index: usize| self.rows.get(index).and_then(|row| row.cells.get(column));
        let cell = |index: usize| cell(index).unwrap_or(&Cell::None);
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        let mut distinct: Vec<(String, String)> = Vec::new();
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|a, b| cell(*a).compare(cell(*b)));
        for index in order {
            let (key, text) = (cell(index).key(), cell(index).as_str());
            let Some(value) = values.get(index).filter(|_| !key.is_empty()) else { continue };
            match known.get(value.text.as_str()).and_then(|place| distinct.get_mut(*place)) {
                None => {
                    known.insert(&value.text, distinct.len());
                    distinct.push((key.to_owned(), text.to_owned()));
                }
                // Of several ways of writing the composed one is offered: it carries no mark.
                Some(offered) if nfc(&offered.1) != offered.1 && nfc(text) == text => {
                    *offered = (key.to_owned(), text.to_owned());
                }
                Some(_) => {}
            }
        }
        distinct
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::column::Column;

    /// A row of these cells.
    fn row(cells: Vec<Cell>) -> Row {
        let columns: Vec<Column<Vec<Cell>>> = (0..cells.len())
            .map(|index| Column::new("", "", move |cells: &Vec<Cell>, &()| cells[index].clone()))
            .collect();
        Row::new(&columns, &cells, &())
    }

    fn rows() -> Vec<Row> {
        [("10", "Alpha", 5.0), ("9", "베타 file", 50.0), ("100", "Gamma file", 1.0)]
            .map(|(id, name, size)| {
                let amount = Cell::Amount { text: format!("{size} MB"), value: Some(size) };
                row(vec![Cell::Text(id.into()), Cell::Text(name.into()), amount])
            })
            .to_vec()
    }

    /// With the first two columns filtered.
    fn index(rows: &[Row]) -> Index {
        Index::new(Arc::new(rows.to_vec()), &[0, 1])
    }

    fn ids<'a>(
        index: &'a Index,
        search: &str,
        chosen: &[(usize, String)],
        sort: Option<Sort>,
    ) -> Vec<&'a str> {
        let arranged = index.arrange(search, chosen, sort);
        arranged.into_iter().map(|place| index.rows()[place].cells[0].as_str()).collect()
    }

    #[test]
    fn filters_by_every_word_in_any_cell() {
        assert_eq!(ids(&index(&rows()), "FILE 베타", &[], None), ["9"]);
        assert_eq!(ids(&index(&rows()), "file", &[(0, "100".into())], None), ["100"]);
        assert!(index(&rows()).arrange("nothing", &[], None).is_empty());
    }

    #[test]
    fn sorts_numbers_as_numbers_and_keeps_the_order_given_otherwise() {
        assert_eq!(ids(&index(&rows()), "", &[], None), ["10", "9", "100"]);
        assert_eq!(
            ids(&index(&rows()), "", &[], Some(Sort { column: 0, descending: false })),
            ["9", "10", "100"]
        );
        assert_eq!(
            ids(&index(&rows()), "", &[], Some(Sort { column: 2, descending: true })),
            ["9", "10", "100"]
        );
    }

    #[test]
    fn a_filter_offers_each_value_once_and_chooses_states_by_code() {
        let mut rows = rows();
        rows.extend(rows.clone());
        let texts: Vec<String> = index(&rows).distinct(1).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["Alpha", "Gamma file", "베타 file"]);

        rows[0].cells[1] = Cell::badge(crate::Tone::Good, "In use", "USE");
        assert!(index(&rows).distinct(1).contains(&("USE".into(), "In use".into())));
        assert_eq!(ids(&index(&rows), "", &[(1, "USE".into())], None), ["10"]);
    }

    #[test]
    fn letter_case_is_overlooked_in_searches_and_in_chosen_values() {
        let names = ["ΟΔΟΣ.csv", "Straße", "ЛАБ", "лаб"];
        let rows: Vec<Row> = names
            .iter()
            .enumerate()
            .map(|(index, name)| row(vec![Cell::Text(index.to_string()), Cell::Text((*name).into())]))
            .collect();
        let index = index(&rows);
        assert_eq!(ids(&index, "οδος", &[], None), ["0"]);
        assert_eq!(ids(&index, "STRASSE", &[], None), ["1"]);
        assert_eq!(ids(&index, "Лаб", &[], None), ["2", "3"]);
        // One name is one choice, and the choice is all of its rows.
        assert_eq!(index.distinct(1).len(), 3);
        assert_eq!(ids(&index, "", &[(1, "лаб".into())], None), ["2", "3"]);
    }

    #[test]
    fn two_codes_of_one_text_are_one_choice() {
        let badge = |code| Cell::badge(crate::Tone::Good, "Requested", code);
        let request = |id: &str, cell| row(vec![Cell::Text(id.into()), cell]);
        // Sorted by their text they stay in this order: a code came again after the other.
        let rows = [request("1", badge("INIT")), request("2", badge("REQ")), request("3", badge("INIT"))];
        let index = index(&rows);
        assert_eq!(index.distinct(1), [("INIT".to_owned(), "Requested".to_owned())]);
        assert_eq!(ids(&index, "", &[(1, "REQ".into())], None), ["1", "2", "3"]);
    }

    #[test]
    fn any_names_have_an_order() {
        // As text, "1a" is before "9" and after "10".
        let names = (0..40).map(|number| match number % 4 {
            0 => format!("{number}"),
            1 => format!("{number}a"),
            2 => format!("+{number}"),
            _ => format!("0{number}"),
        });
        let cells: Vec<Cell> = names.map(Cell::Text).chain([Cell::None]).collect();
        for (a, b) in cells.iter().flat_map(|a| cells.iter().map(move |b| (a, b))) {
            assert_eq!(a.compare(b), b.compare(a).reverse(), "{a:?} {b:?}");
            for c in &cells {
                let transitive = a.compare(b).is_le() && b.compare(c).is_le();
                assert!(!transitive || a.compare(c).is_le(), "{a:?} {b:?} {c:?}");
            }
        }
    }
}
