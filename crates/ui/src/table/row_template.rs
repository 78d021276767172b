//! The elements of rows. A page turn makes a thousand cells, and most of its time went into their
//! attributes: the empty cells are made once, and each row has a copy of them.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue, intern, throw_val};
use web_sys::{DocumentFragment, Element, Node};

use super::column::Head;
use crate::Cell;
use crate::cell::PlainCell;

/// Names of attributes that the cells of many rows have: the browser is given each as a text once.
const ATTRIBUTES: [&str; 5] = ["class", "data-nothing", "href", "role", "title"];

/// Most badges that are kept to be copied.
const MAX_BADGES: usize = 32;

/// The empty cells of a row.
#[derive(Clone)]
pub struct RowTemplate {
    columns: Arc<[usize]>,
    cells: StoredValue<DocumentFragment, LocalStorage>,
    /// Badges in the cells of their columns: a column has few different ones.
    badges: StoredValue<Vec<(usize, Cell, Node)>, LocalStorage>,
}

impl RowTemplate {
    /// Of the columns shown. The owner keeps it.
    pub fn new(columns: &Arc<[usize]>, heads: &[Head]) -> Self {
        for name in ATTRIBUTES {
            intern(name);
        }
        let cells = empty_cells(columns, heads).unwrap_or_else(|error| throw_val(error));
        Self {
            columns: columns.clone(),
            cells: StoredValue::new_local(cells),
            badges: StoredValue::new_local(Vec::new()),
        }
    }

    /// A row with its cells. Roles are said: a table that is laid out as cards would lose its own.
    pub fn row(&self, cells: Arc<[Cell]>) -> AnyView {
        let template = self.clone();
        let fill = move |row: Element, ()| {
            template.fill(&row, &cells).unwrap_or_else(|error| throw_val(error));
        };
        view! { <tr role="row" use:fill></tr> }.into_any()
    }

    fn fill(&self, row: &Element, cells: &[Cell]) -> Result<(), JsValue> {
        let Some(copy) = self.cells.try_with_value(|cells| cells.clone_node_with_deep(true)) else {
            return Ok(());
        };
        let copy = copy?;
        let mut next = copy.first_child();
        let mut views = Vec::new();
        for column in self.columns.iter() {
            let (Some(place), Some(cell)) = (next, cells.get(*column)) else { break };
            next = place.next_sibling();
            let place: &Element = place.unchecked_ref();
            if let Some(plain) = cell.plain() {
                plain.fill(place)?;
            } else if let Some(badge) = self.badge(*column, cell) {
                copy.replace_child(&badge?, place)?;
            } else {
                let mut view = cell.view().build();
                view.mount(place, None);
                views.push(view);
                self.keep_badge(*column, cell, place)?;
            }
        }
        // They live as long as their row.
        StoredValue::new_local(views);
        row.append_child(&copy)?;
        Ok(())
    }

    /// A copy of the cell with the same badge, if there was one.
    fn badge(&self, column: usize, cell: &Cell) -> Option<Result<Node, JsValue>> {
        self.badges.with_value(|badges| {
            let (.., badge) = badges.iter().find(|(other, badge, _)| *other == column && badge == cell)?;
            Some(badge.clone_node_with_deep(true))
        })
    }

    fn keep_badge(&self, column: usize, cell: &Cell, place: &Element) -> Result<(), JsValue> {
        if matches!(cell, Cell::Badge { .. }) && self.badges.with_value(Vec::len) < MAX_BADGES {
            let copy = place.clone_node_with_deep(true)?;
            self.badges.update_value(|badges| badges.push((column, cell.clone(), copy)));
        }
        Ok(())
    }
}

impl PlainCell {
    fn fill(&self, place: &Element) -> Result<(), JsValue> {
        place.set_text_content(Some(&self.text));
        if self.is_nothing {
            place.set_attribute("data-nothing", "")?;
        }
        self.title.as_ref().map_or(Ok(()), |title| place.set_attribute("title", title))
    }
}

fn empty_cells(columns: &[usize], heads: &[Head]) -> Result<DocumentFragment, JsValue> {
    let cells = document().create_document_fragment();
    for column in columns {
        let Some(head) = heads.get(*column) else { continue };
        cells.append_child(&empty_cell(*column, head)?)?;
    }
    Ok(cells)
}

fn empty_cell(column: usize, head: &Head) -> Result<Node, JsValue> {
    let cell = document().create_element(if column == 0 { "th" } else { "td" })?;
    if column == 0 {
        cell.set_attribute("role", "rowheader")?;
        cell.set_attribute("scope", "row")?;
        return Ok(cell.into());
    }
    cell.set_attribute("role", "cell")?;
    cell.set_attribute("data-title", head.title)?;
    if let Some(class) = head.class() {
        cell.set_attribute("class", class)?;
    }
    Ok(cell.into())
}
