//! The text of each row, as a search compares it.

use crate::Cell;
use crate::fold::fold;
use crate::table::row::Row;

/// Ends the text of a row among others; a name that has it has a blank there.
const END: char = '\u{1e}';

/// The folded text of each row, as far as it was made.
#[derive(Debug, Default)]
pub struct Texts(Vec<Box<str>>);

impl Texts {
    /// How many rows have theirs.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Makes those of the next rows, with one call of the browser for all of them.
    pub fn extend(&mut self, rows: &[Row]) {
        let mut all = String::new();
        for row in rows {
            for cell in row.cells() {
                let text = cell.as_str();
                if text.contains(END) {
                    all.extend(text.split(END))
                } else {
                    all.push_str(text)
                }
                all.push('\n');
                // Also as somebody types it, without groups of digits.
                if let Cell::Amount { text, written, .. } = cell
                    && text != written
                {
                    all.push_str(&written.replace(END, ""));
                    all.push('\n');
                }
            }
            all.push(END);
        }
        self.0.extend(fold(&all).split_terminator(END).map(Box::from));
    }

    /// Keeps those of the first rows.
    pub fn truncate(&mut self, count: usize) {
        self.0.truncate(count);
    }

    /// The texts.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|text| &**text)
    }
}
