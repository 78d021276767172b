//! How a person wants a table: which columns, in which order, how wide and how dense, and how many rows
//! on a page.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::TableId;
use super::column::Head;

/// Keeps texts on this device, by their names. The application provides it as a context; without it,
/// and where storage fails, choices hold until the table is left.
#[derive(Clone, Copy, Debug)]
pub struct Keep {
    /// Reads what was kept.
    pub read: fn(&str) -> Option<String>,
    /// Keeps a text, or forgets it.
    pub write: fn(&str, Option<&str>),
}

/// The choices for one table; none is the table as it is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Names of the columns that are not shown.
    hidden: Vec<String>,
    /// Names of the columns in their order.
    order: Vec<String>,
    /// Rows on a page.
    pub rows: Option<usize>,
    /// Whether rows stand close together.
    pub compact: bool,
    /// Names of columns whose width was chosen, each with it.
    widths: Vec<(String, u32)>,
    /// Names of columns that are shown although they are off at first.
    shown: Vec<String>,
}

/// Between the names of columns, as they are kept.
const BETWEEN_NAMES: char = ',';
/// Between the choices.
const BETWEEN_CHOICES: char = '|';
/// Between the name of a column and its width.
const BEFORE_WIDTH: char = '=';
/// How compact rows are kept.
const COMPACT: &str = "compact";
/// The widths that a column can be given, in px.
pub const WIDTHS: RangeInclusive<u32> = 64..=960;

impl Layout {
    /// Reads choices as they are kept. What can't be read is left out.
    fn parse(text: &str) -> Self {
        let mut parts = text.split(BETWEEN_CHOICES);
        let mut names = || -> Vec<String> {
            let names = parts.next().unwrap_or_default().split(BETWEEN_NAMES);
            names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
        };
        let (hidden, order) = (names(), names());
        let rows = parts.next().and_then(|rows| rows.parse().ok());
        let compact = parts.next() == Some(COMPACT);
        let mut widths: Vec<(String, u32)> = Vec::new();
        for part in parts.next().unwrap_or_default().split(BETWEEN_NAMES) {
            let Some((name, width)) = part.split_once(BEFORE_WIDTH) else { continue };
            let width = width.parse().ok().filter(|width| WIDTHS.contains(width));
            if let Some(width) = width.filter(|_| widths.iter().all(|(other, _)| other != name)) {
                widths.push((name.to_owned(), width));
            }
        }
        let shown = parts.next().unwrap_or_default().split(BETWEEN_NAMES);
        let shown = shown.filter(|name| !name.is_empty()).map(str::to_owned).collect();
        Self { hidden, order, rows, compact, widths, shown }
    }

    fn write(&self) -> String {
        let names = |names: &[String]| names.join(&BETWEEN_NAMES.to_string());
        let rows = self.rows.map(|rows| rows.to_string()).unwrap_or_default();
        let density = if self.compact { COMPACT } else { "" }.to_owned();
        let width = |(name, width): &(String, u32)| format!("{name}{BEFORE_WIDTH}{width}");
        let widths: Vec<String> = self.widths.iter().map(width).collect();
        let choices =
            [names(&self.hidden), names(&self.order), rows, density, names(&widths), names(&self.shown)];
        choices.join(&BETWEEN_CHOICES.to_string()).trim_end_matches(BETWEEN_CHOICES).to_owned()
    }

    /// The chosen width of a column in px, if one was chosen.
    pub fn width(&self, head: &Head) -> Option<u32> {
        self.widths.iter().find(|(name, _)| name == head.id).map(|(_, width)| *width)
    }

    /// Chooses the width of a column, or takes the choice back.
    pub fn set_width(&mut self, head: &Head, width: Option<u32>) {
        self.widths.retain(|(name, _)| name != head.id);
        self.widths.extend(width.map(|width| (head.id.to_owned(), within(width))));
    }

    /// Whether a column is not to be shown. The first one always is: it names the rows.
    pub fn hides(&self, heads: &[Head], column: usize) -> bool {
        let Some(head) = heads.get(column).filter(|_| column > 0) else { return false };
        let has = |names: &[String]| names.iter().any(|name| name == head.id);
        if head.off { !has(&self.shown) } else { has(&self.hidden) }
    }

    /// All columns in their order, the first one first. One that the order does not name is last.
    pub fn columns(&self, heads: &[Head]) -> Vec<usize> {
        let rank = |column: &usize| {
            let id = heads.get(*column).map(|head| head.id);
            let place = self.order.iter().position(|name| Some(name.as_str()) == id);
            (*column > 0, place.unwrap_or(usize::MAX))
        };
        let mut columns: Vec<usize> = (0..heads.len()).collect();
        columns.sort_by_key(rank);
        columns
    }

    /// Shows a column, or not any more.
    pub fn toggle(&mut self, heads: &[Head], column: usize) {
        let Some(head) = heads.get(column) else { return };
        let names = if head.off { &mut self.shown } else { &mut self.hidden };
        let before = names.len();
        names.retain(|name| name != head.id);
        if names.len() == before {
            names.push(head.id.to_owned());
        }
    }

    /// Shows the columns that are on at first, in their own order, as wide and as dense as the table is made.
    pub fn reset(&mut self) {
        *self = Self { rows: self.rows, ..Self::default() };
    }

    /// Swaps a column with its neighbour to the left or to the right.
    pub fn shift(&mut self, heads: &[Head], column: usize, is_left: bool) {
        let mut columns = self.columns(heads);
        let Some(at) = columns.iter().position(|one| *one == column) else { return };
        let Some(other) = (if is_left { at.checked_sub(1) } else { Some(at + 1) }) else { return };
        if at > 0 && (1..columns.len()).contains(&other) {
            columns.swap(at, other);
        }
        let id = |column: usize| heads.get(column).map(|head| head.id.to_owned());
        self.order = columns.into_iter().filter_map(id).collect();
    }
}

/// The nearest width that a column can be given.
fn within(width: u32) -> u32 {
    width.clamp(*WIDTHS.start(), *WIDTHS.end())
}

/// The choices as a signal, kept for this table on this device.
#[derive(Clone, Copy)]
pub struct ChosenLayout {
    layout: RwSignal<Layout>,
    /// The name of the column whose width is being changed, with its width: kept when that ends.
    resized: RwSignal<Option<(&'static str, u32)>>,
    name: &'static str,
    keep: Option<Keep>,
}

impl ChosenLayout {
    /// Those for a table.
    pub fn of(id: TableId) -> Self {
        let (name, keep) = (id.kept_as, use_context::<Keep>());
        let kept = keep.and_then(|keep| (keep.read)(name));
        let layout = RwSignal::new(kept.map(|kept| Layout::parse(&kept)).unwrap_or_default());
        Self { layout, resized: RwSignal::new(None), name, keep }
    }

    /// Uses them; tracked.
    pub fn with<T>(self, work: impl FnOnce(&Layout) -> T) -> T {
        self.layout.with(work)
    }

    /// The width of a column in px, if one was chosen or is being chosen; tracked.
    pub fn width(self, head: &Head) -> Option<u32> {
        let resized = self.resized.get().filter(|(name, _)| *name == head.id).map(|(_, width)| width);
        resized.or_else(|| self.with(|layout| layout.width(head)))
    }

    /// Shows a column with another width while it is being changed.
    pub fn resize(self, head: &Head, width: u32) {
        self.resized.set(Some((head.id, within(width))));
    }

    /// Keeps the width that a column was given, if it was given one.
    pub fn end_resizing(self, head: &Head) {
        if let Some((_, width)) = self.resized.get_untracked() {
            self.set_width(head, Some(width));
        }
    }

    /// Chooses and keeps the width of a column, or takes the choice back.
    pub fn set_width(self, head: &Head, width: Option<u32>) {
        self.change(|layout| layout.set_width(head, width));
        self.resized.set(None);
    }

    /// Changes and keeps them.
    pub fn change(self, work: impl FnOnce(&mut Layout)) {
        self.layout.update(work);
        let Some(keep) = self.keep else { return };
        let text =
            self.layout.with_untracked(|layout| (*layout != Layout::default()).then(|| layout.write()));
        (keep.write)(self.name, text.as_deref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: usize) -> Layout {
        Layout { rows: Some(rows), ..Layout::default() }
    }

    fn heads() -> Vec<Head> {
        ["name", "number", "status", "size"].map(|id| Head::new(id, id)).to_vec()
    }

    #[test]
    fn choices_are_read_as_they_were_written() {
        let mut layout = rows(50);
        layout.toggle(&heads(), 2);
        layout.shift(&heads(), 3, true);
        layout.compact = true;
        layout.set_width(&heads()[3], Some(200));
        layout.set_width(&heads()[0], Some(320));
        assert_eq!(Layout::parse(&layout.write()), layout);
        // As the versions before density and widths kept it.
        assert_eq!(Layout::parse("status||50"), Layout { hidden: vec!["status".into()], ..rows(50) });
        assert_eq!(Layout::parse(&Layout::default().write()), Layout::default());
    }

    #[test]
    fn what_is_kept_may_be_anything() {
        let wide = "||||name=,=,name=9e9,name=-1,name=1,name=961,gone=100,size,=size=70,size=7 0";
        for text in ["", "|", "||", "a|b|c|d", "name|name,name,gone|-1|COMPACT|100", "||||||compact", wide] {
            let layout = Layout::parse(text);
            assert!(!layout.compact && heads().iter().all(|head| layout.width(head).is_none()), "{text}");
            let mut columns = layout.columns(&heads());
            assert_eq!((columns[0], layout.hides(&heads(), 0)), (0, false), "{text}");
            columns.sort_unstable();
            assert_eq!(columns, [0, 1, 2, 3], "{text}");
        }
    }

    #[test]
    fn a_column_moves_but_not_before_the_one_that_names_the_rows() {
        let (heads, mut layout) = (heads(), Layout::default());
        layout.shift(&heads, 3, true);
        assert_eq!(layout.columns(&heads), [0, 1, 3, 2]);
        layout.shift(&heads, 1, true);
        assert_eq!(layout.columns(&heads), [0, 1, 3, 2]);
        layout.shift(&heads, 2, false);
        layout.shift(&heads, 0, false);
        assert_eq!(layout.columns(&heads), [0, 1, 3, 2]);
        // A later version has another column.
        layout.order.retain(|name| name != "number");
        assert_eq!(layout.columns(&heads), [0, 3, 2, 1]);
    }

    #[test]
    fn a_width_is_chosen_within_bounds_and_taken_back() {
        let (heads, mut layout) = (heads(), rows(50));
        for (chosen, kept) in [(200, 200), (1, 64), (u32::MAX, 960)] {
            layout.set_width(&heads[1], Some(chosen));
            assert_eq!((layout.width(&heads[1]), layout.width(&heads[2])), (Some(kept), None));
        }
        // The first of two counts.
        assert_eq!(Layout::parse("||||size=100,size=200").width(&heads[3]), Some(100));
        layout.set_width(&heads[1], None);
        assert_eq!(layout, rows(50));
        layout.set_width(&heads[1], Some(100));
        layout.compact = true;
        layout.reset();
        assert_eq!(layout, rows(50));
    }

    #[test]
    fn a_column_that_is_off_at_first_is_shown_when_it_is_chosen_and_stays_so() {
        let (mut heads, mut layout) = (heads(), Layout::default());
        heads[2].off = true;
        assert!(layout.hides(&heads, 2) && !layout.hides(&heads, 3));
        layout.toggle(&heads, 2);
        layout.toggle(&heads, 3);
        let mut layout = Layout::parse(&layout.write());
        assert!(!layout.hides(&heads, 2) && layout.hides(&heads, 3));
        layout.reset();
        assert!(layout.hides(&heads, 2) && !layout.hides(&heads, 3));
        // The first column names the rows.
        heads[0].off = true;
        assert!(!layout.hides(&heads, 0));
    }

    #[test]
    fn a_hidden_column_is_shown_again() {
        let (heads, mut layout) = (heads(), Layout::default());
        layout.toggle(&heads, 2);
        assert!(layout.hides(&heads, 2) && !layout.hides(&heads, 1));
        layout.toggle(&heads, 2);
        assert_eq!(layout, Layout::default());
    }
}
