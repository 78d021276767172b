//! A text field on the Connect page: label, input and error.

use leptos::html;
use leptos::prelude::*;
use zeroize::Zeroizing;

/// A text field. Its value stays in the DOM: no copy of a secret is kept.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The `id` of the input, and its name in the form.
    id: &'static str,
    input: NodeRef<html::Input>,
    /// Error as text; empty if there is none.
    problem: RwSignal<String>,
}

/// Attributes of a text field.
pub struct InputOptions {
    /// Label.
    pub label: &'static str,
    /// `text` or `password`.
    pub kind: &'static str,
    /// Value of `autocomplete`, for password managers.
    pub autocomplete: &'static str,
    /// Value that the console sets, if it does.
    pub value: Option<Signal<String>>,
    /// Hint below the field.
    pub hint: &'static str,
}

impl InputOptions {
    /// A line of text.
    pub fn text(label: &'static str, autocomplete: &'static str) -> Self {
        Self { label, kind: "text", autocomplete, value: None, hint: "" }
    }

    /// A password field.
    pub fn secret(label: &'static str, autocomplete: &'static str) -> Self {
        Self { kind: "password", ..Self::text(label, autocomplete) }
    }
}

impl Entry {
    /// An empty field.
    pub fn new(id: &'static str) -> Self {
        Self { id, input: NodeRef::new(), problem: RwSignal::new(String::new()) }
    }

    /// The value, overwritten on drop.
    pub fn value(self) -> Zeroizing<String> {
        Zeroizing::new(self.input.get_untracked().map(|input| input.value()).unwrap_or_default())
    }

    /// Sets the value.
    pub fn set(self, text: &str) {
        if let Some(input) = self.input.get_untracked() {
            input.set_value(text);
        }
        self.say(String::new());
    }

    /// Shows an error; an empty text removes it.
    pub fn say(self, problem: String) {
        if self.problem.with_untracked(|said| *said != problem) {
            self.problem.set(problem);
        }
    }

    /// Shows an error and focuses the field.
    pub fn refuse(self, problem: String) {
        self.say(problem);
        if let Some(input) = self.input.get_untracked() {
            // A field in a closed disclosure can't have the focus.
            if let Ok(Some(details)) = input.closest("details") {
                let _ = details.set_attribute("open", "");
            }
            let _ = input.focus();
        }
    }

    /// Gives it the focus.
    pub fn focus(self) {
        // The page may be gone by the next frame.
        if let Some(input) = self.input.try_get_untracked().flatten() {
            // Without focus the page is still usable.
            let _ = input.focus();
        }
    }

    /// The field with its label. `on_input` runs on each input.
    pub fn view(self, look: InputOptions, on_input: Callback<()>) -> AnyView {
        let Self { id, input, problem } = self;
        let hint_id = format!("{id}-hint");
        let problem_id = format!("{id}-problem");
        let hint = if look.hint.is_empty() {
            ().into_any()
        } else {
            view! { <p class="hint" id=hint_id.clone()>{look.hint}</p> }.into_any()
        };
        let described =
            if look.hint.is_empty() { problem_id.clone() } else { format!("{hint_id} {problem_id}") };
        view! {
            <div class="field">
                <label for=id>{look.label}</label>
                <input
                    id=id
                    name=id
                    type=look.kind
                    autocomplete=look.autocomplete
                    spellcheck="false"
                    autocapitalize="off"
                    aria-describedby=described
                    aria-invalid=move || problem.with(|said| !said.is_empty()).then_some("true")
                    prop:value=move || look.value.map(|value| value.get())
                    on:input=move |_| on_input.run(())
                    node_ref=input
                />
                <p class="field-error" id=problem_id aria-live="polite">{move || problem.get()}</p>
                {hint}
            </div>
        }
        .into_any()
    }
}
