//! One of several values in a form, where what can be chosen is read first.

use leptos::prelude::*;

use super::Form;
use super::field::{label, problem};
use super::values::dom_id;
use crate::components::Choice;
use crate::dom::view;
use crate::locale::{field_label, texts};
use crate::reactive::{Memo, RwSignal, dynamic, effect, only_while, text};
use crate::untrusted::line;

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choices {
    /// Something else has to be chosen first; which.
    After(&'static str),
    /// It is being read, or could not be.
    Unread,
    /// These.
    Of(Vec<Choice>),
}

/// A field outside all rows whose value is one of `choices`. A choice that became invalid is
/// cleared, and it is said so.
pub fn choice(
    form: Form,
    name: &'static str,
    choices: impl Fn() -> Choices + Send + Sync + 'static,
) -> AnyView {
    boxed(form, name, Memo::new(choices))
}

fn boxed(form: Form, name: &'static str, choices: Memo<Choices>) -> AnyView {
    let t = texts();
    let id = dom_id(name);
    let value = form.text(name);
    let cleared = RwSignal::new(false);
    effect(move || {
        let chosen = value.get();
        let gone = choices.with(|choices| match choices {
            Choices::Of(choices) => choices.iter().all(|choice| choice.value != chosen),
            Choices::After(_) => true,
            Choices::Unread => false,
        });
        choices.with(|choices| {
            if let Choices::Of(choices) = choices
                && let Some(choice) = choices.iter().find(|choice| choice.value == chosen)
            {
                form.note_chosen(name, choice.value.clone(), choice.text.clone());
            }
        });
        if !chosen.is_empty() && gone {
            form.preset(name, String::new());
            cleared.set(true);
        }
    });
    let options = dynamic(move || {
        let chosen = value.get();
        let (first, rest) = match choices.get() {
            Choices::After(other) => ((t.forms.choose_first)(field_label(other, t)), Vec::new()),
            Choices::Unread => (t.loading.to_owned(), Vec::new()),
            Choices::Of(choices) if choices.is_empty() => (t.forms.nothing_to_choose.to_owned(), choices),
            Choices::Of(choices) => (t.forms.choose.to_owned(), choices),
        };
        // What was chosen stays there while the others are read.
        let unread = choices.with(|choices| *choices == Choices::Unread) && !chosen.is_empty();
        let kept = if unread { vec![Choice::plain(chosen.clone())] } else { Vec::new() };
        let options: Vec<AnyView> = std::iter::once(Choice { value: String::new(), text: first })
            .chain(kept)
            .chain(rest)
            .map(|choice| {
                let selected = choice.value == chosen;
                view! { <option value=choice.value selected=selected>{line(&choice.text).to_string()}</option> }
                    .into_any()
            })
            .collect();
        options.into_any()
    });
    let wrong = only_while("true", move || !form.trouble(name).is_empty());
    let described = format!("{id}-problem");
    let said =
        text(move || if cleared.get() { (t.forms.cleared)(field_label(name, t)) } else { String::new() });
    let on_change = move |event: leptos::ev::Event| {
        cleared.set(false);
        form.set(name, event_target_value(&event));
    };
    view! {
        <div class="field">
            {label(name, &id, false)}
            <select
                id=id.clone()
                aria-describedby=described
                aria-invalid=wrong
                aria-required="true"
                on:change=on_change
            >
                {options}
            </select>
            <p class="hint" role="status">{said}</p>
            {problem(form, name.to_owned(), &id)}
        </div>
    }
    .into_any()
}
