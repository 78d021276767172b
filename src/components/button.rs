//! The button.

use leptos::prelude::*;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As any other.
    #[default]
    Normal,
    /// The one to press next.
    Primary,
    /// It destroys or refuses something.
    Danger,
    /// As a link.
    Plain,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Normal => "button",
            Self::Primary => "button button-primary",
            Self::Danger => "button button-danger",
            Self::Plain => "button button-plain",
        }
    }
}

/// A button. While it is `blocked` it keeps its place in the tab order and says why, so that
/// nobody has to guess what is missing; an empty reason means that work is under way. `form`: the
/// id of the form that it submits, if it stands outside of it.
#[component]
pub fn Button(
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] look: Look,
    #[prop(optional, into)] blocked: Signal<Option<String>>,
    #[prop(optional)] submits: bool,
    #[prop(optional, into)] form: Option<&'static str>,
    #[prop(optional)] on_press: Option<Callback<()>>,
) -> impl IntoView {
    let off = move || blocked.with(Option::is_some).then_some("true");
    let reason = move || blocked.get().unwrap_or_default();
    let press = move |event: leptos::ev::MouseEvent| {
        if blocked.with_untracked(Option::is_some) {
            // Also keeps a form from being submitted.
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            type=if submits { "submit" } else { "button" }
            class=look.class()
            form=form
            aria-disabled=off
            title=reason
            on:click=press
        >
            {move || label.get()}
        </button>
    }
}

/// Buttons of a page or dialog, with the reason why they are blocked below.
#[component]
pub fn Blocked(#[prop(into)] reason: Signal<Option<String>>) -> impl IntoView {
    move || match reason.get() {
        Some(reason) if !reason.is_empty() => view! { <p class="hint">{reason}</p> }.into_any(),
        _ => ().into_any(),
    }
}
