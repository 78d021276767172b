//! Input of a confirmation.

use leptos::prelude::*;

use super::Input;
use super::reasons::saved_reasons;
use crate::components::TextField;
use crate::locale::{current, explain_value, texts};
use crate::number::parse_gb;
use databoxframe::rule::Problem;

/// The `id` of the error.
const PROBLEM: &str = "input-problem";

impl Input {
    /// The error of a value.
    pub fn problem(self, typed: &str) -> Option<Problem> {
        match self {
            Self::Reason(rule) => rule.check(typed),
            Self::Size(rule) => match parse_gb(typed) {
                Ok(size) => rule.check(size),
                Err(error) => Some(error.of_field(Problem::OutOfRange(rule))),
            },
        }
    }
}

/// The field of the input. `tried`: whether sending was tried, so that a missing value is an error.
pub fn input_field(input: Input, typed: RwSignal<String>, tried: RwSignal<bool>) -> AnyView {
    let t = texts();
    let problem = move || {
        let said = tried.get() || typed.with(|typed| !typed.is_empty());
        typed.with(|typed| {
            let problem = input.problem(typed).filter(|_| said);
            problem.map(|problem| explain_value(&problem, typed, current())).unwrap_or_default()
        })
    };
    let problem = Memo::new(move |_| problem());
    let invalid = Signal::derive(move || problem.with(|problem| !problem.is_empty()));
    let field = match input {
        Input::Reason(_) => view! {
            <label class="field">
                <span>{t.reason}</span>
                <textarea
                    rows="3"
                    aria-required="true"
                    aria-invalid=move || invalid.get().then_some("true")
                    aria-describedby=PROBLEM
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                ></textarea>
            </label>
        }
        .into_any(),
        Input::Size(rule) => {
            let hint = (t.actions.size_rule)(rule.min, rule.max, rule.step);
            let on_input = Callback::new(move |text| typed.set(text));
            view! {
                <TextField
                    id="new-size"
                    label=t.actions.new_size
                    value=typed
                    on_input=on_input
                    hint=hint
                    invalid=invalid
                    problem=PROBLEM
                />
            }
            .into_any()
        }
    };
    let saved = matches!(input, Input::Reason(_)).then(|| saved_reasons(input, typed));
    view! {
        {field}
        <p class="field-error" id=PROBLEM aria-live="polite">{move || problem.get()}</p>
        {saved}
    }
    .into_any()
}
