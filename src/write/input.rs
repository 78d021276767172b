//! What a confirmation asks for.

use leptos::prelude::*;

use super::Input;
use crate::components::TextField;
use crate::dom::view;
use crate::locale::texts;
use crate::reactive::{Callback, RwSignal, follow};

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
