//! Why something can't be done now, beside what was pressed: a `title` is seen by a mouse only.

use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use crate::Availability;

/// How far from what was pressed, in px.
const DISTANCE: f64 = 4.0;

/// Shows a reason until the focus moves on, Escape is pressed, or something else is.
#[derive(Clone, Copy)]
pub struct Reason {
    text: Memo<String>,
    /// Where it is shown.
    place: RwSignal<Option<Place>>,
}

/// Its edges, each as far from the same edge of the window.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    left: Option<f64>,
    right: Option<f64>,
    top: Option<f64>,
    bottom: Option<f64>,
}

impl Place {
    /// Beside an element, on its side where there is more room.
    fn beside(element: &HtmlElement) -> Self {
        let rect = element.get_bounding_client_rect();
        let size = |size: Result<_, _>| size.ok().and_then(|size: wasm_bindgen::JsValue| size.as_f64());
        let width = size(window().inner_width()).unwrap_or_default();
        let height = size(window().inner_height()).unwrap_or_default();
        let is_left = rect.left() + rect.right() <= width;
        let is_above = rect.top() + rect.bottom() <= height;
        Self {
            left: is_left.then(|| rect.left().max(0.0)),
            right: (!is_left).then(|| (width - rect.right()).max(0.0)),
            top: is_above.then(|| rect.bottom() + DISTANCE),
            bottom: (!is_above).then(|| height - rect.top() + DISTANCE),
        }
    }
}

impl Reason {
    /// Of what is not available; while it has none, nothing is shown.
    pub fn new(availability: Signal<Availability>) -> Self {
        let text = Memo::new(move |_| availability.with(|one| one.reason().unwrap_or_default().to_owned()));
        Self { text, place: RwSignal::new(None) }
    }

    /// The text; tracked.
    pub fn text(self) -> String {
        self.text.get()
    }

    /// Shows it beside what was pressed.
    pub fn show(self, event: &ev::MouseEvent) {
        let pressed = event.current_target().and_then(|pressed| pressed.dyn_into().ok());
        self.place.set(pressed.map(|pressed| Place::beside(&pressed)));
    }

    /// Shows it no more.
    pub fn hide(self) {
        self.place.try_set(None);
    }

    /// What is shown, if anything is.
    pub fn view(self) -> AnyView {
        let is_shown =
            Memo::new(move |_| self.place.with(Option::is_some) && self.text.with(|text| !text.is_empty()));
        view! { <Show when=move || is_shown.get()>{self.popover()}</Show> }.into_any()
    }

    /// Above everything, and closed by Escape or a press elsewhere by the browser.
    fn popover(self) -> AnyView {
        let popover = NodeRef::<html::Span>::new();
        let said = RwSignal::new(String::new());
        Effect::new(move |_| {
            let Some(popover) = popover.get() else { return };
            // A browser without popovers shows it in its place.
            let _ = popover.show_popover();
            // What comes into a region that is there is announced.
            request_animation_frame(move || {
                said.try_set(self.text.try_get_untracked().unwrap_or_default());
            });
        });
        let toggled = move |_event| {
            let is_open =
                |popover: web_sys::HtmlSpanElement| popover.matches(":popover-open").unwrap_or(true);
            // Told later, perhaps after the page is gone.
            if !popover.try_get_untracked().flatten().is_some_and(is_open) {
                self.hide();
            }
        };
        let scrolled = window_event_listener(ev::scroll, move |_event| self.hide());
        on_cleanup(move || scrolled.remove());
        let px = move |edge: fn(&Place) -> Option<f64>| {
            move || Some(format!("{}px", self.place.get().as_ref().and_then(edge)? as i32))
        };
        view! {
            <span
                class="reason"
                role="status"
                popover="auto"
                node_ref=popover
                style:left=px(|place| place.left)
                style:right=px(|place| place.right)
                style:top=px(|place| place.top)
                style:bottom=px(|place| place.bottom)
                on:toggle=toggled
            >
                {said}
            </span>
        }
        .into_any()
    }
}
