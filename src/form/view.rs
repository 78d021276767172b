//! The form as a whole: what is wrong at the top, sections, a summary, and the way out.

use std::sync::Arc;

use leptos::prelude::*;

use super::rows::focus_soon;
use super::values::{Values, dom_id};
use super::{Form, Trouble};
use crate::components::{Availability, Button, ButtonVariant, DisabledReason};
use crate::console::Console;
use crate::locale::{Text, texts};
use crate::write::{Draft, Fact, OfForm, TypedConfirmation, WriteDialog};

/// The `id` of the list of what is wrong.
const ERRORS: &str = "form-errors";

/// A part of a form with a heading. `name`: what the API calls the list in it, if it is one.
pub fn section(
    title: &'static str,
    name: &'static str,
    hint: Option<String>,
    form: Form,
    content: AnyView,
) -> AnyView {
    let id = dom_id(name);
    let problem_id = format!("{id}-problem");
    let hint = hint.map(|hint| view! { <p class="hint">{hint}</p> }.into_any());
    let problem = if name.is_empty() {
        ().into_any()
    } else {
        let text = move || form.trouble(name);
        view! { <p class="field-error" id=problem_id>{text}</p> }.into_any()
    };
    view! {
        <section class="panel form-section">
            <h2 id=id tabindex="-1">{title}</h2>
            {hint}
            {content}
            {problem}
        </section>
    }
    .into_any()
}

/// What is asked before the request of a form is sent.
#[derive(Clone, Copy)]
pub struct Question {
    /// The question.
    pub title: Text,
    /// What it does.
    pub lead: Text,
    /// The action, as its button calls it.
    pub action: Text,
}

/// What the request is about, at that moment.
pub type Facts = Arc<dyn Fn() -> Vec<Fact> + Send + Sync>;

/// What has to be typed if the request returns something, at that moment.
pub type Confirm = Arc<dyn Fn() -> TypedConfirmation + Send + Sync>;

/// The form around its sections. `confirm`: what has to be typed if something is returned; `aside`: a summary; `back`: where it leads when it was sent or
/// is discarded; `availability`: whether there is anything to send.
#[component]
pub fn FormView(
    form: Form,
    question: Question,
    facts: Facts,
    #[prop(optional)] confirm: Option<Confirm>,
    sections: Vec<AnyView>,
    #[prop(optional_no_strip)] aside: Option<AnyView>,
    back: String,
    #[prop(optional, into)] availability: Signal<Availability>,
) -> impl IntoView {
    let t = texts();
    let router = Console::here().router;
    let waiting = RwSignal::new(None::<Draft>);
    let leave = {
        let back = back.clone();
        Callback::new(move |()| {
            form.close();
            router.go(&back);
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !availability.with_untracked(Availability::is_ready) {
            return;
        }
        let Some(proposal) = form.submit() else { return focus_first(form.troubles_now()) };
        let mut facts = facts();
        // What deletes data asks for the name of what it is deleted from.
        let returned = form.values_now(Values::returned);
        let confirmation = confirm.as_ref().filter(|_| !returned.is_empty()).map(|confirm| confirm());
        if !returned.is_empty() {
            facts.push(Fact::list(|t| t.forms.given_back, returned));
        }
        waiting.set(Some(Draft {
            title: question.title,
            lead: question.lead,
            action: question.action,
            facts,
            input: None,
            notice: None,
            confirmation,
            proposal,
            done: Some(OfForm { key: form.key.get_value(), leave }),
        }));
    };
    let discard = Callback::new(move |()| router.go(&back));
    view! {
        <form class="form" on:submit=submit novalidate>
            {errors(form)}
            <div class="form-body">
                <div class="form-sections">{sections}</div>
                {aside}
            </div>
            <div class="form-actions">
                <Button label=t.forms.review variant=ButtonVariant::Primary availability=availability submits=true />
                <Button label=t.forms.discard on_press=discard />
                <DisabledReason availability=availability />
            </div>
        </form>
        <WriteDialog draft=waiting />
    }
}

/// What is wrong, with links to the fields.
fn errors(form: Form) -> AnyView {
    let t = texts();
    (move || {
        let troubles = form.troubles();
        if troubles.is_empty() {
            return ().into_any();
        }
        let items: Vec<AnyView> = troubles
            .into_iter()
            .map(|Trouble { key, label, text, .. }| {
                let id = dom_id(&key);
                let href = format!("#{id}");
                let jump = move |event: leptos::ev::MouseEvent| {
                    event.prevent_default();
                    focus_soon(id.clone());
                };
                view! { <li><a href=href on:click=jump>{label}</a>": "{text}</li> }.into_any()
            })
            .collect();
        view! {
            <div class="alert alert-danger" role="alert" id=ERRORS>
                <p class="alert-title">{t.forms.errors}</p>
                <ul>{items}</ul>
            </div>
        }
        .into_any()
    })
    .into_any()
}

fn focus_first(troubles: Vec<Trouble>) {
    let first = troubles.first().map_or_else(|| ERRORS.to_owned(), |trouble| dom_id(&trouble.key));
    focus_soon(first);
}
