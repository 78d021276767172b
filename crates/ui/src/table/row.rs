//! Rows, keyed so that unchanged rows stay in the document.

use std::any::Any;
use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::column::{Column, Share};
use crate::Cell;

/// A row; its first cell names it. It shares its record with the list, and makes cells only when
/// they are asked for.
#[derive(Clone)]
pub struct Row {
    /// Tells the row from all others of its table, also from its own earlier states.
    serial: u64,
    sheet: Arc<dyn Sheet>,
    /// Its record's place in the list.
    place: usize,
}

/// Rows, or none while nothing was read.
pub type Rows = Option<Arc<Vec<Row>>>;

/// What an export needs to know of records, besides their cells.
pub struct Source<R, C> {
    /// The record as answered, as JSON.
    pub json: fn(&R) -> &str,
    /// What the records of a list belong to, as in the name of a file; empty if to nothing.
    pub of: fn(&C) -> &str,
}

impl<R, C> Clone for Source<R, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R, C> Copy for Source<R, C> {}

impl<R, C> std::fmt::Debug for Source<R, C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Source")
    }
}

impl<R, C> Source<R, C> {
    /// Of records that come from nowhere.
    pub fn none() -> Self {
        Self { json: |_| "null", of: |_| "" }
    }
}

/// A list of records of any type, with its columns.
trait Sheet: Any + Send + Sync {
    fn width(&self) -> usize;
    fn cell(&self, place: usize, column: usize) -> Cell;
    fn share(&self, place: usize, column: usize) -> Share;
    fn json(&self, place: usize) -> &str;
    /// What its records belong to.
    fn of(&self) -> &str;
    /// Whether a record is the same as one of another list.
    fn same(&self, place: usize, other: &dyn Sheet, other_place: usize) -> bool;
    fn as_any(&self) -> &dyn Any;
}

struct Records<L, R, C> {
    list: Arc<L>,
    columns: Arc<[Column<R, C>]>,
    context: Arc<C>,
    source: Source<R, C>,
    record: PhantomData<fn() -> R>,
}

impl<L: AsRef<[R]>, R, C> Records<L, R, C> {
    fn record(&self, place: usize) -> Option<&R> {
        (*self.list).as_ref().get(place)
    }
}

impl<L, R, C> Sheet for Records<L, R, C>
where
    L: AsRef<[R]> + Send + Sync + 'static,
    R: PartialEq + 'static,
    C: PartialEq + Send + Sync + 'static,
{
    fn width(&self) -> usize {
        self.columns.len()
    }

    fn cell(&self, place: usize, column: usize) -> Cell {
        match (self.record(place), self.columns.get(column)) {
            (Some(record), Some(column)) => column.cell(record, &self.context),
            _ => Cell::None,
        }
    }

    fn share(&self, place: usize, column: usize) -> Share {
        match (self.record(place), self.columns.get(column)) {
            (Some(record), Some(column)) => column.share(record, &self.context),
            _ => Share::None,
        }
    }

    fn json(&self, place: usize) -> &str {
        self.record(place).map_or("null", self.source.json)
    }

    fn of(&self) -> &str {
        (self.source.of)(&self.context)
    }

    fn same(&self, place: usize, other: &dyn Sheet, other_place: usize) -> bool {
        let Some(other) = other.as_any().downcast_ref::<Self>() else { return false };
        let is_same_list = Arc::ptr_eq(&self.list, &other.list) && place == other_place;
        let is_same_context = Arc::ptr_eq(&self.context, &other.context) || self.context == other.context;
        is_same_context && (is_same_list || self.record(place) == other.record(other_place))
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
        write!(f, "{} {:?}", self.serial, self.cells())
    }
}

impl Row {
    /// The rows of a list's records, in its order. Their serials are given with those of their table.
    pub fn all<L, R, C>(
        list: Arc<L>,
        columns: &Arc<[Column<R, C>]>,
        context: &Arc<C>,
        source: Source<R, C>,
    ) -> Vec<Self>
    where
        L: AsRef<[R]> + Send + Sync + 'static,
        R: PartialEq + 'static,
        C: PartialEq + Send + Sync + 'static,
    {
        let count = (*list).as_ref().len();
        let (columns, context) = (columns.clone(), context.clone());
        let sheet: Arc<dyn Sheet> = Arc::new(Records { list, columns, context, source, record: PhantomData });
        (0..count).map(|place| Self { serial: 0, sheet: sheet.clone(), place }).collect()
    }

    /// The number that tells it from others.
    pub fn serial(&self) -> u64 {
        self.serial
    }

    /// Whether both are made of one list, as it was read.
    pub fn is_of_one_list_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.sheet, &other.sheet)
    }

    /// Makes the cell of a column.
    pub fn cell(&self, column: usize) -> Cell {
        self.sheet.cell(self.place, column)
    }

    /// What it adds to the total of a column.
    pub fn share(&self, column: usize) -> Share {
        self.sheet.share(self.place, column)
    }

    /// Makes all its cells.
    pub fn cells(&self) -> Vec<Cell> {
        (0..self.sheet.width()).map(|column| self.cell(column)).collect()
    }

    /// Its record as answered, as JSON.
    pub fn json(&self) -> &str {
        self.sheet.json(self.place)
    }

    /// What its list belongs to, empty if to nothing.
    pub fn of(&self) -> &str {
        self.sheet.of()
    }

    fn unchanged(&self, before: &Self) -> bool {
        self.sheet.same(self.place, &*before.sheet, before.place)
    }
}

/// The newest serial of all tables.
static NEWEST: AtomicU64 = AtomicU64::new(0);

/// A number that no row has.
pub fn new_serial() -> u64 {
    NEWEST.fetch_add(1, Ordering::Relaxed) + 1
}

/// Rows with their serials: unchanged ones have those of `before`, all others new ones.
pub fn numbered(mut rows: Vec<Row>, before: Option<&[Row]>) -> Vec<Row> {
    let before = before.unwrap_or_default();
    // Most stay where they are, and need no search.
    let same = rows.iter().zip(before).take_while(|(row, old)| row.unchanged(old)).count();
    for (row, old) in rows.iter_mut().zip(before).take(same) {
        row.serial = old.serial;
    }
    let name = |row: &Row| row.cell(0).as_str().to_owned();
    let mut known: HashMap<String, Vec<&Row>> = HashMap::new();
    // Backwards, so that of rows of one name the first is taken first.
    for row in before.iter().skip(same).rev() {
        known.entry(name(row)).or_default().push(row);
    }
    for row in rows.iter_mut().skip(same) {
        let candidates = if known.is_empty() { None } else { known.get_mut(&name(row)) };
        let place = candidates.as_ref().and_then(|rows| rows.iter().rposition(|old| row.unchanged(old)));
        row.serial = match (candidates, place) {
            (Some(candidates), Some(place)) => candidates.remove(place).serial,
            _ => new_serial(),
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
        rows_in(things, 0)
    }

    fn rows_in(things: &[Thing], context: u8) -> Vec<Row> {
        let columns = [Column::new("name", "Name", |thing: &Thing, _: &u8| Cell::Text(thing.0.into()))];
        Row::all(Arc::new(things.to_vec()), &Arc::from(columns), &Arc::new(context), Source::none())
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
    fn a_row_in_another_context_is_another() {
        let before = numbered(rows_in(&[Thing("a", 0)], 0), None);
        let after = numbered(rows_in(&[Thing("a", 0)], 1), Some(&before));
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
