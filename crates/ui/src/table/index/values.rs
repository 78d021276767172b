//! The values of a column that can be chosen above the table.

use std::collections::{BTreeMap, HashMap};

use crate::cell::SortKey;
use crate::fold::fold;
use crate::table::row::Row;
use crate::untrusted::nfc;

/// The values of a column, as far as they were looked at. There are few different ones.
#[derive(Debug, Default)]
pub struct Values {
    /// For each row, the place of its value.
    rows: Vec<u32>,
    different: Vec<Value>,
    places: HashMap<String, u32>,
}

#[derive(Debug)]
struct Value {
    key: String,
    text: String,
    folded_key: String,
    folded_text: String,
    order: SortKey,
}

impl Values {
    /// How many rows were looked at.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Looks at the next rows.
    pub fn extend(&mut self, rows: &[Row], column: usize) {
        let mut name = String::new();
        for row in rows {
            let cell = row.cell(column);
            name.clear();
            name.extend([cell.key(), "\0", cell.as_str()]);
            let place = self.places.get(&name).copied().unwrap_or_else(|| {
                let place = u32::try_from(self.different.len()).unwrap_or(u32::MAX);
                let (key, text) = (cell.key().to_owned(), cell.as_str().to_owned());
                let (folded_key, folded_text) = (fold(&key), fold(&text));
                let order = cell.clone().sort_key();
                self.different.push(Value { key, text, folded_key, folded_text, order });
                self.places.insert(name.clone(), place);
                place
            });
            self.rows.push(place);
        }
    }

    /// For each row, whether a chosen value stands for it: what reads alike is one choice, also of
    /// two codes.
    pub fn accepted(&self, value: &str) -> impl Iterator<Item = bool> {
        let value = fold(value);
        let chosen = self.different.iter().filter(|one| one.folded_key == value);
        let chosen: Vec<&str> = chosen.map(|one| one.folded_text.as_str()).collect();
        let accepted: Vec<bool> =
            self.different.iter().map(|one| chosen.contains(&one.folded_text.as_str())).collect();
        self.rows.iter().map(move |place| accepted.get(*place as usize) == Some(&true))
    }

    /// The different values in the order of their texts, as (key, text).
    pub fn distinct(&self) -> Vec<(String, String)> {
        let mut ordered: Vec<&Value> = self.different.iter().filter(|one| !one.key.is_empty()).collect();
        ordered.sort_by(|a, b| a.order.compare(&b.order));
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        let mut distinct: Vec<(String, String)> = Vec::new();
        for value in ordered {
            let (key, text) = (&value.key, &value.text);
            match known.get(value.folded_text.as_str()).and_then(|place| distinct.get_mut(*place)) {
                None => {
                    known.insert(&value.folded_text, distinct.len());
                    distinct.push((key.clone(), text.clone()));
                }
                // Of several ways of writing the composed one is offered: it carries no mark.
                Some(offered) if nfc(&offered.1) != offered.1 && nfc(text) == *text => {
                    *offered = (key.clone(), text.clone());
                }
                Some(_) => {}
            }
        }
        distinct
    }
}
