//! The widths of columns, chosen with the pointer or the keyboard at the end of each heading. The
//! browser lays the columns out by their `col`: no cell has a width of its own.

use std::sync::Arc;

use leptos::ev::{FocusEvent, KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::Columns;
use super::column::Head;
use super::layout::{ChosenLayout, WIDTHS};
use super::state::TableState;
use crate::texts::texts;

/// What a press of an arrow key adds or takes away, in px.
const STEP: u32 = 16;

/// The widths of a table's columns.
#[derive(Clone, Copy)]
pub struct Widths {
    layout: ChosenLayout,
    heads: StoredValue<Arc<[Head]>>,
    columns: Columns,
    /// What the columns measured before one was changed, by their index: the others stay as they are.
    measured: RwSignal<Vec<(usize, u32)>>,
}

impl Widths {
    /// Of the columns that are shown.
    pub fn new(state: &TableState, columns: Columns) -> Self {
        let heads = StoredValue::new(state.heads.clone());
        Self { layout: state.layout, heads, columns, measured: RwSignal::new(Vec::new()) }
    }

    fn chosen(self, column: usize) -> Option<u32> {
        self.layout.width(&self.heads.with_value(|heads| heads.get(column).copied())?)
    }

    /// Of how many columns the width was chosen: `some` or `all`, nothing if of none; tracked.
    pub fn how_many(self) -> Option<&'static str> {
        let columns = self.columns.get();
        match columns.iter().filter(|column| self.chosen(**column).is_some()).count() {
            0 => None,
            count if count == columns.len() => Some("all"),
            _ => Some("some"),
        }
    }

    /// The width of a column; tracked. Room that is left belongs to the last one.
    fn of(self, column: usize) -> Option<u32> {
        self.chosen(column).or_else(|| {
            let is_last = self.columns.with(|columns| columns.last() == Some(&column));
            self.how_many().filter(|_| !is_last)?;
            self.measured.with(|all| all.iter().find(|(other, _)| *other == column).map(|(_, width)| *width))
        })
    }

    /// The elements that tell the browser the widths.
    pub fn view(self) -> AnyView {
        let one = move |column: usize| {
            view! { <col style:width=move || self.of(column).map(|width| format!("{width}px")) /> }
        };
        view! {
            <colgroup>
                <For each=move || self.columns.get().to_vec() key=|column| *column children=one />
            </colgroup>
        }
        .into_any()
    }

    /// Measures the columns before the first one is changed.
    fn measure(self, heading: &Element) {
        let is_changed = untrack(|| self.how_many()).is_some();
        if is_changed && self.measured.with_untracked(|all| !all.is_empty()) {
            return;
        }
        let headings = heading.parent_element().map(|row| row.children());
        let width = |place: usize| {
            let heading = headings.as_ref()?.item(u32::try_from(place).ok()?)?;
            // Rounded up, so that nothing breaks that did not.
            Some(px(heading.get_bounding_client_rect().width().ceil()))
        };
        let columns = self.columns.get_untracked();
        let all = columns.iter().enumerate().filter_map(|(place, column)| Some((*column, width(place)?)));
        self.measured.set(all.collect());
    }

    /// Chooses the width of a column.
    fn choose(self, head: &Head, heading: &Element, width: u32) {
        self.measure(heading);
        self.layout.set_width(head, Some(width));
    }

    /// Gives a column its own width back.
    fn make_automatic(self, head: &Head) {
        self.measured.set(Vec::new());
        self.layout.set_width(head, None);
    }

    /// The handle at the end of a heading.
    pub fn handle(self, head: Head) -> AnyView {
        let (t, layout) = (texts(), self.layout);
        // While the width is automatic: what it was when somebody came here.
        let seen = RwSignal::new(*WIDTHS.start());
        let now = move || layout.width(&head).unwrap_or_else(|| seen.get());
        let words = move || {
            layout.width(&head).map_or_else(|| t.lists.automatic.to_owned(), |width| (t.lists.px)(width))
        };
        let focus = move |event: FocusEvent| {
            if let Some((_, heading)) = handle_of(&event) {
                seen.set(width_of(&heading));
            }
        };
        let key = move |event: KeyboardEvent| {
            let Some((_, heading)) = handle_of(&event) else { return };
            let width = || untrack(|| layout.width(&head)).unwrap_or_else(|| width_of(&heading));
            match event.key().as_str() {
                "ArrowLeft" => self.choose(&head, &heading, width().saturating_sub(STEP)),
                "ArrowRight" => self.choose(&head, &heading, width().saturating_add(STEP)),
                "Home" | "Escape" => self.make_automatic(&head),
                _ => return,
            }
            event.prevent_default();
        };
        let drag = Drag { widths: self, head: StoredValue::new(head), start: StoredValue::new(None) };
        view! {
            <span
                class="column-width"
                role="separator"
                tabindex="0"
                aria-orientation="vertical"
                aria-label=(t.lists.width_of)(head.title)
                aria-valuemin=WIDTHS.start().to_string()
                aria-valuemax=WIDTHS.end().to_string()
                aria-valuenow=move || now().to_string()
                aria-valuetext=words
                on:focus=focus
                on:keydown=key
                on:dblclick=move |_| self.make_automatic(&head)
                on:pointerdown=move |event| drag.begin(&event)
                on:pointermove=move |event| drag.go_on(&event)
                on:pointerup=move |_| drag.end()
                on:pointercancel=move |_| drag.end()
            ></span>
        }
        .into_any()
    }
}

/// A handle that follows the pointer.
#[derive(Clone, Copy)]
struct Drag {
    widths: Widths,
    head: StoredValue<Head>,
    /// Where it began, and the width of the column there.
    start: StoredValue<Option<(i32, u32)>>,
}

impl Drag {
    fn begin(self, event: &PointerEvent) {
        let Some((handle, heading)) = handle_of(event).filter(|_| event.button() == 0) else { return };
        // Without it the pointer has to stay over the handle.
        let _ = handle.set_pointer_capture(event.pointer_id());
        self.start.set_value(Some((event.client_x(), width_of(&heading))));
        self.widths.measure(&heading);
    }

    fn go_on(self, event: &PointerEvent) {
        let Some((x, width)) = self.start.get_value() else { return };
        let width = width.saturating_add_signed(event.client_x().saturating_sub(x));
        self.head.with_value(|head| self.widths.layout.resize(head, width));
    }

    fn end(self) {
        self.start.set_value(None);
        self.head.with_value(|head| self.widths.layout.end_resizing(head));
    }
}

/// A handle and its heading.
fn handle_of(event: &web_sys::Event) -> Option<(HtmlElement, Element)> {
    let handle: HtmlElement = event.current_target()?.dyn_into().ok()?;
    let heading = handle.parent_element()?;
    Some((handle, heading))
}

/// How wide an element is, in whole px.
fn width_of(element: &Element) -> u32 {
    px(element.get_bounding_client_rect().width().round())
}

/// Saturates; no width is negative.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
const fn px(width: f64) -> u32 {
    width as u32
}
