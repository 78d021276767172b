//! What a confirmation asks for.

use leptos::prelude::*;

use super::Input;
use crate::components::TextField;
use crate::console::Console;
use crate::dom::view;
use crate::locale::texts;
use crate::reactive::{Callback, RwSignal, follow};

/// What is typed into it. A reason outlives a lock and a change of language; a size is typed anew.
pub fn typed(input: Option<Input>, console: Console) -> RwSignal<String> {
    match input {
        Some(Input::Reason(_)) => {
            let path = console.router.address().with_untracked(|address| address.path.clone());
            console.drafts.reason(&path)
        }
        Some(Input::Size(_)) | None => RwSignal::new(String::new()),
    }
}

/// The field for it, with what was typed so far.
pub fn input_field(input: Input, typed: RwSignal<String>) -> AnyView {
    let t = texts();
    match input {
        Input::Reason(rule) => view! {
            <label class="field">
                <span>{t.reason}</span>
                <textarea
                    required
                    rows="3"
                    maxlength=rule.max.to_string()
                    prop:value=follow(typed)
                    on:input=move |event| typed.set(event_target_value(&event))
                ></textarea>
            </label>
        }
        .into_any(),
        Input::Size(rule) => {
            let hint = (t.actions.size_rule)(rule.min, rule.max, rule.step);
            let on_input = Callback::new(move |text| typed.set(text));
            view! { <TextField id="new-size" label=t.actions.new_size value=typed on_input=on_input hint=hint /> }
                .into_any()
        }
    }
}
