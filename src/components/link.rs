//! Links of the console as cells.

use crate::components::Cell;
use crate::router::Location;

/// A cell with a link to a page of the console.
pub fn link(target: impl Into<Location>, text: impl Into<String>) -> Cell {
    Cell::Link { href: target.into().to_string(), text: text.into() }
}
