//! The button.

use leptos::prelude::*;

use crate::Icon;
use crate::reason::Reason;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonVariant {
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

impl ButtonVariant {
    const fn class(self) -> &'static str {
        match self {
            Self::Normal => "button",
            Self::Primary => "button button-primary",
            Self::Danger => "button button-danger",
            Self::Plain => "button button-plain",
        }
    }
}

/// Whether something can be done now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Availability {
    /// It can.
    #[default]
    Ready,
    /// Not while work is under way.
    Busy,
    /// Not for this reason.
    Disabled(String),
}

impl Availability {
    /// Busy while work is under way.
    pub const fn busy_if(busy: bool) -> Self {
        if busy { Self::Busy } else { Self::Ready }
    }

    /// Disabled if there is a reason.
    pub fn disabled_by(reason: Option<impl Into<String>>) -> Self {
        reason.map_or(Self::Ready, |reason| Self::Disabled(reason.into()))
    }

    /// This, or the other if nothing is against this.
    pub fn and(self, other: impl FnOnce() -> Self) -> Self {
        if self.is_ready() { other() } else { self }
    }

    /// Whether it can be done.
    pub const fn is_ready(&self) -> bool {
        matches!(self, Self::Ready)
    }

    /// Why it can't be done, if that is known.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Disabled(reason) => Some(reason),
            Self::Ready | Self::Busy => None,
        }
    }
}

/// A button. While it is not available it keeps its place in the tab order and says why, also when it
/// is pressed, so that nobody has to guess what is missing. `form`: the id of the form that it submits,
/// if it stands outside of it. `reason_beside`: a [`DisabledReason`] says why already.
#[component]
pub fn Button(
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] variant: ButtonVariant,
    #[prop(optional, into)] icon: Option<Icon>,
    #[prop(optional, into)] availability: Signal<Availability>,
    #[prop(optional)] submits: bool,
    #[prop(optional)] reason_beside: bool,
    #[prop(optional, into)] form: Option<&'static str>,
    #[prop(optional)] on_press: Option<Callback<()>>,
    /// The key that does the same, as `aria-keyshortcuts` names it.
    #[prop(optional)]
    keys: Option<Signal<Option<&'static str>>>,
) -> impl IntoView {
    let off = move || (!availability.with(Availability::is_ready)).then_some("true");
    let reason = Reason::new(availability);
    let press = move |event: leptos::ev::MouseEvent| {
        if !availability.with_untracked(Availability::is_ready) {
            // Also keeps a form from being submitted.
            event.prevent_default();
            if !reason_beside {
                reason.show(&event);
            }
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            type=if submits { "submit" } else { "button" }
            class=variant.class()
            form=form
            aria-disabled=off
            aria-keyshortcuts=move || keys.and_then(|keys| keys.get())
            title=move || reason.text()
            on:click=press
            on:blur=move |_| reason.hide()
        >
            {icon.map(Icon::view)}
            {move || label.get()}
        </button>
        {reason.view()}
    }
}

/// Why the buttons above are disabled, as text.
#[component]
pub fn DisabledReason(#[prop(into)] availability: Signal<Availability>) -> impl IntoView {
    move || {
        let reason = availability.with(|one| one.reason().map(str::to_owned));
        reason.map(|reason| view! { <p class="hint">{reason}</p> })
    }
}

#[cfg(test)]
mod tests {
    use super::Availability::{self, *};

    #[test]
    fn the_first_obstacle_is_shown() {
        let reason = || Disabled("returned".to_owned());
        assert_eq!(Availability::busy_if(true).and(reason), Busy);
        assert_eq!(Availability::busy_if(false).and(reason), reason());
        assert_eq!(Availability::disabled_by(None::<&str>).and(|| Busy), Busy);
        assert_eq!(Availability::disabled_by(Some("returned")).reason(), Some("returned"));
        assert_eq!((Busy.reason(), Busy.is_ready(), Ready.is_ready()), (None, false, true));
    }
}
