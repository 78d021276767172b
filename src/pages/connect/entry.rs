//! A line that is typed on the Connect page: its label, its input, and what is wrong with it.

use leptos::html;
use leptos::prelude::*;
use zeroize::Zeroizing;

/// A line. What is typed stays in the document: nothing keeps a copy of a secret.
#[derive(Clone, Copy)]
pub struct Entry {
    /// Its id in the document and its name in the form.
    id: &'static str,
    input: NodeRef<html::Input>,
    /// What is wrong with it, in words; empty if nothing is.
    problem: RwSignal<String>,
}

/// How a line is shown.
pub struct InputOptions {
    /// What it is called.
    pub label: &'static str,
    /// `text` or `password`.
    pub kind: &'static str,
    /// What a password manager may fill in.
    pub autocomplete: &'static str,
    /// What follows it, if anything but the person sets it.
    pub value: Option<Signal<String>>,
    /// What is said below it.
    pub hint: &'static str,
}

impl InputOptions {
    /// A line of text.
    pub fn text(label: &'static str, autocomplete: &'static str) -> Self {
        Self { label, kind: "text", autocomplete, value: None, hint: "" }
    }

    /// Something secret.
    pub fn secret(label: &'static str, autocomplete: &'static str) -> Self {
        Self { kind: "password", ..Self::text(label, autocomplete) }
    }
}

impl Entry {
    /// An empty line.
    pub fn new(id: &'static str) -> Self {
        Self { id, input: NodeRef::new(), problem: RwSignal::new(String::new()) }
    }

    /// What is typed; overwritten when it is dropped.
    pub fn value(self) -> Zeroizing<String> {
        Zeroizing::new(self.input.get_untracked().map(|input| input.value()).unwrap_or_default())
    }

    /// Puts another text into the line.
    pub fn set(self, text: &str) {
        if let Some(input) = self.input.get_untracked() {
            input.set_value(text);
        }
        self.say(String::new());
    }

    /// Says what is wrong with it; nothing, if that is empty.
    pub fn say(self, problem: String) {
        if self.problem.with_untracked(|said| *said != problem) {
            self.problem.set(problem);
        }
    }

    /// Says what is wrong with it, and leads there.
    pub fn refuse(self, problem: String) {
        self.say(problem);
        if let Some(input) = self.input.get_untracked() {
            // What is folded away can't have the focus.
            if let Ok(Some(details)) = input.closest("details") {
                let _ = details.set_attribute("open", "");
            }
            let _ = input.focus();
        }
    }

    /// The line. `on_input` hears that something was typed.
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
