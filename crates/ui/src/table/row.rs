//! Rows, told apart so that one that is unchanged stays in the document.

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::column::Column;
use crate::Cell;

/// A row; its first cell names it.
#[derive(Clone)]
pub struct Row {
    /// Tells the row from all others of its table, also from its own earlier states.
    pub serial: u64,
    /// One for each column.
    pub cells: Vec<Cell>,
    /// What the cells show; their actions may use more of it than can be seen.
    record: Arc<dyn Record>,
}

/// Rows, or none while nothing was read.
pub type Rows = Option<Arc<Vec<Row>>>;

/// A record of any type, compared with its successor.
trait Record: Any + Send + Sync {
    fn same(&self, other: &dyn Record) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<R: PartialEq + Any + Send + Sync> Record for R {
    fn same(&self, other: &dyn Record) -> bool {
        other.as_any().downcast_ref::<R>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Rows of equal serials show the same.
impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.serial == other.serial
    }
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:?}", self.serial, self.cells)
    }
}

impl Row {
    /// The row of a record. Its serial is given with those of its table.
    pub fn new<R, C>(columns: &[Column<R, C>], record: &R, context: &C) -> Self
    where
        R: Clone + PartialEq + Send + Sync + 'static,
    {
        let cells = columns.iter().map(|column| column.cell(record, context)).collect();
        Self { serial: 0, cells, record: Arc::new(record.clone()) }
    }

    /// The name, by which an earlier state of a row is looked for.
    fn name(&self) -> &str {
        self.cells.first().map_or("", Cell::as_str)
    }

    fn unchanged(&self, before: &Self) -> bool {
        self.cells == before.cells && self.record.same(&*before.record)
    }
}

/// The newest serial of all tables.
static NEWEST: AtomicU64 = AtomicU64::new(0);

/// Rows with their serials: unchanged ones have those of `before`, all others new ones.
pub fn numbered(mut rows: Vec<Row>, before: Option<&[Row]>) -> Vec<Row> {
    let before = before.unwrap_or_default();
    let mut known: HashMap<&str, Vec<&Row>> = HashMap::new();
    // Backwards, so that of rows of one name the first is taken first.
    for row in before.iter().rev() {
        known.entry(row.name()).or_default().push(row);
    }
    for row in &mut rows {
        let candidates = known.get_mut(row.name());
        let place = candidates.as_ref().and_then(|rows| rows.iter().rposition(|old| row.unchanged(old)));
        row.serial = match (candidates, place) {
            (Some(candidates), Some(place)) => candidates.remove(place).serial,
            _ => NEWEST.fetch_add(1, Ordering::Relaxed) + 1,
        };
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name, and something that no cell shows.
    #[derive(Clone, PartialEq)]
    struct Thing(&'static str, u8);

    fn rows(things: &[Thing]) -> Vec<Row> {
        let columns = [Column::new("name", "Name", |thing: &Thing, &()| Cell::Text(thing.0.into()))];
        things.iter().map(|thing| Row::new(&columns, thing, &())).collect()
    }

    fn serials(rows: &[Row]) -> Vec<u64> {
        rows.iter().map(|row| row.serial).collect()
    }

    #[test]
    fn unchanged_rows_keep_their_serials_wherever_they_move() {
        let first = serials(&numbered(rows(&[Thing("a", 0), Thing("b", 0)]), None));
        let before = numbered(rows(&[Thing("a", 0), Thing("b", 0)]), None);
        let after = numbered(rows(&[Thing("c", 0), Thing("b", 0), Thing("a", 0)]), Some(&before));
        assert_eq!(serials(&after)[1..], [before[1].serial, before[0].serial]);
        assert!(!serials(&before).contains(&after[0].serial) && !first.contains(&before[0].serial));
    }

    #[test]
    fn a_row_whose_hidden_part_changed_is_another() {
        let before = numbered(rows(&[Thing("a", 0)]), None);
        let after = numbered(rows(&[Thing("a", 1)]), Some(&before));
        assert_ne!(after[0].serial, before[0].serial);
    }

    #[test]
    fn twins_have_serials_of_their_own() {
        let twins = [Thing("a", 0), Thing("a", 0), Thing("a", 0)];
        let before = numbered(rows(&twins), None);
        let different: std::collections::BTreeSet<u64> = serials(&before).into_iter().collect();
        assert_eq!(different.len(), 3);
        assert_eq!(serials(&numbered(rows(&twins), Some(&before))), serials(&before));
        assert_eq!(serials(&numbered(rows(&twins[..2]), Some(&before))), serials(&before)[..2]);
    }
}
