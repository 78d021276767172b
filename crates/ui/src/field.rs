//! Fields of a form: a label, a control, a hint, and what is wrong with it.

use leptos::prelude::*;

use crate::Icon;
use crate::texts::texts;
use crate::untrusted::{line, sentence};

/// A value that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is kept.
    pub value: String,
    /// What is shown.
    pub text: String,
}

impl Choice {
    /// A value that is shown as it is.
    pub fn plain(value: String) -> Self {
        Self { text: value.clone(), value }
    }
}

/// One of several values. `inline`: beside its label, as above a table.
#[component]
pub fn Select(
    #[prop(into)] label: String,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    on_change: Callback<String>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional)] inline: bool,
) -> impl IntoView {
    let t = texts();
    let options = move || {
        // Tracked, so that the browser's own choice never differs from the value.
        let value = value.get();
        let options: Vec<AnyView> = choices
            .get()
            .into_iter()
            .map(|choice| {
                let selected = choice.value == value;
                view! { <option value=choice.value selected=selected>{line(&choice.text).words(t)}</option> }
                    .into_any()
            })
            .collect();
        options.into_any()
    };
    view! {
        <label class=if inline { "filter" } else { "field" }>
            <span>{label}</span>
            <select id=id on:change=move |event| on_change.run(event_target_value(&event))>{options}</select>
        </label>
    }
}

/// A line of text. `id`: of the input in the document; `problem`: of its error.
#[component]
pub fn TextField(
    id: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] value: Signal<String>,
    on_input: Callback<String>,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] invalid: Signal<bool>,
    #[prop(optional)] problem: &'static str,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described = if hint.is_empty() { problem.to_owned() } else { format!("{hint_id} {problem}") };
    let described = Some(described.trim().to_owned()).filter(|ids| !ids.is_empty());
    // Outside the label: it describes the field, it does not name it.
    let hint = if hint.is_empty() {
        ().into_any()
    } else {
        view! { <p class="hint" id=hint_id>{hint}</p> }.into_any()
    };
    view! {
        <div class="field">
            <label for=id>{sentence(&label)}</label>
            <input
                id=id
                type="text"
                spellcheck="false"
                aria-describedby=described
                aria-invalid=move || invalid.get().then_some("true")
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            {hint}
        </div>
    }
}

/// A field for a search. Its label is its placeholder.
#[component]
pub fn SearchField(
    label: &'static str,
    #[prop(into)] value: Signal<String>,
    on_input: Callback<String>,
    /// Nobody types any more.
    on_blur: Callback<()>,
    /// Somebody is about to type.
    #[prop(optional)]
    on_focus: Option<Callback<()>>,
) -> impl IntoView {
    let focus = move |_event| {
        if let Some(on_focus) = on_focus {
            on_focus.run(());
        }
    };
    // Browsers take the focus away from a field that they remove: its page may be gone by then.
    let blur = move |_event| {
        let _ = on_blur.try_run(());
    };
    view! {
        <label class="search">
            {Icon::Search.view()}
            <span class="visually-hidden">{label}</span>
            <input
                type="search"
                placeholder=label
                prop:value=value
                on:focus=focus
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=blur
            />
        </label>
    }
}

/// A day, `YYYY-MM-DD`, chosen with the browser's own calendar.
#[component]
pub fn DateField(
    #[prop(into)] label: String,
    #[prop(into)] value: Signal<String>,
    on_change: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="filter">
            <span>{label}</span>
            <input type="date" prop:value=value on:change=move |event| on_change.run(event_target_value(&event)) />
        </label>
    }
}
