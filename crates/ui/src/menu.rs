//! A button that opens a menu.

use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, Node, NodeList};

use crate::reason::Reason;
use crate::untrusted::line;
use crate::{Availability, Icon};

/// An entry of a menu.
#[derive(Clone, Copy, Debug)]
pub struct MenuItem {
    /// What it says.
    pub label: &'static str,
    /// Does it.
    pub press: Callback<()>,
}

/// An entry that a person named.
#[derive(Clone, Debug)]
pub struct NamedItem {
    /// The name.
    pub name: String,
    /// What is said of it, after the name.
    pub note: &'static str,
    /// Does it.
    pub press: Callback<()>,
}

/// How far the items stay from the edges of what is in view, in px.
const MARGIN: f64 = 8.0;

/// How far a menu from `left` to `right` has to move so that all of it is seen between these edges. Its
/// beginning is seen where there is no room for both.
fn shift(left: f64, right: f64, edges: (f64, f64)) -> f64 {
    let by_end = (edges.1 - MARGIN - right).min(0.0);
    by_end.max(edges.0 + MARGIN - left)
}

/// The left and right edge of what is seen of an element: those of the window, and of what scrolls
/// around it.
fn edges(element: &Element) -> (f64, f64) {
    let width = document().document_element().map_or(0.0, |root| f64::from(root.client_width()));
    let around = std::iter::successors(element.parent_element(), |one| one.parent_element());
    let clips = |one: &Element| {
        let style = window().get_computed_style(one).ok().flatten();
        let overflow = style.and_then(|style| style.get_property_value("overflow-x").ok());
        overflow.is_some_and(|overflow| overflow != "visible")
    };
    around.filter(|one| one.parent_element().is_some() && clips(one)).fold((0.0, width), |edges, one| {
        let rect = one.get_bounding_client_rect();
        (edges.0.max(rect.left()), edges.1.min(rect.right()))
    })
}

/// An open or closed menu, with the place of the focus in it.
#[derive(Clone)]
struct MenuState {
    is_open: RwSignal<bool>,
    /// How far the items are moved into view, in px.
    shift: RwSignal<f64>,
    at: StoredValue<usize>,
    button: NodeRef<html::Button>,
    menu: NodeRef<html::Div>,
}

impl MenuState {
    fn new() -> Self {
        Self {
            is_open: RwSignal::new(false),
            shift: RwSignal::new(0.0),
            at: StoredValue::new(0),
            button: NodeRef::new(),
            menu: NodeRef::new(),
        }
    }

    /// Opens it with the focus on an item.
    fn open(&self, at: usize) {
        self.is_open.set(true);
        self.shift.set(0.0);
        let state = self.clone();
        // The items have no size and can't have the focus before they are shown.
        request_animation_frame(move || {
            state.bring_into_view();
            state.focus(at);
        });
    }

    /// Moves the items to where all of them are seen.
    fn bring_into_view(&self) {
        let Some(menu) = self.menu.try_get_untracked().flatten() else { return };
        let rect = menu.get_bounding_client_rect();
        self.shift.try_set(shift(rect.left(), rect.right(), edges(&menu)));
    }

    /// Closes it; the focus goes back to the button.
    fn close(&self) {
        self.is_open.set(false);
        if let Some(button) = self.button.get_untracked() {
            let _ = button.focus();
        }
    }

    fn items(&self) -> Option<NodeList> {
        self.menu.try_get_untracked()??.query_selector_all("[role=menuitem]").ok()
    }

    fn focus(&self, at: usize) {
        self.at.try_set_value(at);
        let item = self.items().and_then(|items| items.item(u32::try_from(at).ok()?));
        if let Some(item) = item.and_then(|item| item.dyn_into::<HtmlElement>().ok()) {
            let _ = item.focus();
        }
    }

    fn last(&self) -> usize {
        self.items().map_or(0, |items| items.length().saturating_sub(1) as usize)
    }

    fn button_key(&self, event: &ev::KeyboardEvent) {
        match event.key().as_str() {
            "ArrowDown" => self.open(0),
            "ArrowUp" => self.open(self.last()),
            _ => return,
        }
        event.prevent_default();
    }

    fn item_key(&self, event: &ev::KeyboardEvent) {
        let (at, last) = (self.at.get_value(), self.last());
        match event.key().as_str() {
            "ArrowDown" => self.focus(if at == last { 0 } else { at + 1 }),
            "ArrowUp" => self.focus(at.checked_sub(1).unwrap_or(last)),
            "Home" => self.focus(0),
            "End" => self.focus(last),
            "Escape" => self.close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Whether the focus moves out of what listens.
fn is_left(event: &ev::FocusEvent) -> bool {
    let inside = |whole: HtmlElement| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        whole.contains(to.as_ref())
    };
    let whole = event.current_target().and_then(|whole| whole.dyn_into().ok());
    !whole.is_some_and(inside)
}

/// A button that opens a menu. Arrows, Home and End move in it, Escape closes it. `named`: stand before
/// the others.
#[component]
pub fn Menu(
    label: &'static str,
    items: Vec<MenuItem>,
    #[prop(optional, into)] named: Signal<Vec<NamedItem>>,
    #[prop(optional, into)] icon: Option<Icon>,
    #[prop(optional, into)] availability: Signal<Availability>,
) -> impl IntoView {
    let state = MenuState::new();
    let (is_open, shift, keyed) = (state.is_open, state.shift, state.clone());
    let button = menu_button(&state, label, icon, availability);
    let items: Vec<AnyView> =
        items.into_iter().map(|item| item_view(&state, item.press, item.label.into_any())).collect();
    let of_name = state.clone();
    let named = move || {
        let items = named.get().into_iter();
        items.map(|item| named_view(&of_name, item)).collect::<Vec<AnyView>>()
    };
    view! {
        <div class="menu" on:focusout=move |event| if is_left(&event) { is_open.set(false) }>
            {button}
            <div
                class="menu-items"
                role="menu"
                node_ref=state.menu
                aria-label=label
                hidden=move || !is_open.get()
                style:translate=move || Some(shift.get()).filter(|px| *px != 0.0).map(|px| format!("{}px", px as i32))
                on:keydown=move |event| keyed.item_key(&event)
                // Some browsers take the focus away before the click.
                on:mousedown=move |event| event.prevent_default()
            >
                {named}
                {items}
            </div>
        </div>
    }
}

/// The button that opens and closes the menu.
fn menu_button(
    state: &MenuState,
    label: &'static str,
    icon: Option<Icon>,
    availability: Signal<Availability>,
) -> AnyView {
    let is_open = state.is_open;
    let off = move || (!availability.with(Availability::is_ready)).then_some("true");
    let reason = Reason::new(availability);
    let is_ready = move || availability.with_untracked(Availability::is_ready);
    let (pressed, keyed) = (state.clone(), state.clone());
    let press = move |event: ev::MouseEvent| match is_open.get_untracked() {
        true => pressed.close(),
        false if is_ready() => pressed.open(0),
        false => reason.show(&event),
    };
    let key = move |event: ev::KeyboardEvent| {
        if is_ready() {
            keyed.button_key(&event);
        }
    };
    view! {
        <button
            type="button"
            class="button"
            node_ref=state.button
            aria-haspopup="menu"
            aria-expanded=move || is_open.get().to_string()
            aria-disabled=off
            title=move || reason.text()
            on:click=press
            on:keydown=key
            on:blur=move |_| reason.hide()
        >
            {icon.map(Icon::view)}
            {label}
            {Icon::Chevron.view()}
        </button>
        {reason.view()}
    }
    .into_any()
}

fn named_view(state: &MenuState, item: NamedItem) -> AnyView {
    let note = (!item.note.is_empty()).then(|| view! { " " <span class="hint">{item.note}</span> });
    item_view(state, item.press, view! { {line(&item.name).view()}{note} }.into_any())
}

fn item_view(state: &MenuState, press: Callback<()>, label: AnyView) -> AnyView {
    let state = state.clone();
    let press = move |_event| {
        state.close();
        press.run(());
    };
    view! {
        <button type="button" role="menuitem" tabindex="-1" on:click=press>
            {label}
        </button>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::shift;

    #[test]
    fn a_menu_moves_no_further_than_into_view() {
        let window = (0.0, 390.0);
        assert_eq!(shift(100.0, 300.0, window), 0.0);
        assert_eq!(shift(-123.0, 95.0, window), 131.0);
        assert_eq!(shift(300.0, 420.0, window), -38.0);
        // Wider than what is in view.
        assert_eq!(shift(-20.0, 480.0, window), 28.0);
        assert_eq!(shift(-123.0, 95.0, (20.0, 420.0)), 151.0);
    }
}
