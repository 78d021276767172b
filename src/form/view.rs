//! The form as a whole: what is wrong at the top, sections, and the way out.

use std::sync::Arc;

use leptos::prelude::*;

use super::Form;
use super::error::FieldError;
use super::field::ListDef;
use super::key::list_dom_id;
use super::values::Values;
use crate::components::{Availability, Button, ButtonVariant, DisabledReason, focus_soon};
use crate::locale::{Text, current, texts};
use crate::router::Router;
use crate::write::{Draft, Fact, OfForm, TypedConfirmation, WriteDialog};

/// The `id` of the list of what is wrong.
const ERRORS: &str = "form-errors";

/// The sections of a form, beside its summary if it has one.
#[component]
pub fn FormSections(children: Children) -> impl IntoView {
    view! { <div class="form-sections">{children()}</div> }
}

/// A part of a form with a heading. `list`: what is in it, if it is a list.
#[component]
pub fn FormSection(
    form: Form,
    title: Text,
    #[prop(optional)] list: Option<ListDef>,
    #[prop(optional_no_strip)] hint: Option<String>,
    children: Children,
) -> impl IntoView {
    let id = list.map(|list| list_dom_id(list.name));
    let error = list.map(|list| {
        let id = format!("{}-problem", list_dom_id(list.name));
        view! { <p class="field-error" id=id>{move || form.list_error(list)}</p> }
    });
    view! {
        <section class="panel form-section">
            <h2 id=id tabindex="-1">{title(texts())}</h2>
            {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
            {children()}
            {error}
        </section>
    }
}

/// What is asked before the request of a form is sent.
#[derive(Clone)]
pub struct Question {
    /// The question.
    pub title: Text,
    /// What it does.
    pub lead: Text,
    /// The action, as its button calls it.
    pub action: Text,
    /// What the request is about, at that moment.
    pub facts: Arc<dyn Fn() -> Vec<Fact> + Send + Sync>,
    /// What has to be typed if the request returns something, at that moment.
    pub confirm: Option<Arc<dyn Fn() -> TypedConfirmation + Send + Sync>>,
}

impl Question {
    /// What is asked now; none if something is wrong with the form.
    fn ask(&self, form: Form, leave: Callback<()>) -> Option<Draft> {
        let proposal = form.submit()?;
        let mut facts = (self.facts)();
        // What deletes data asks for the name of what it is deleted from.
        let returned = form.values_now(Values::returned);
        let confirmation = self.confirm.as_ref().filter(|_| !returned.is_empty()).map(|confirm| confirm());
        if !returned.is_empty() {
            facts.push(Fact::list(|t| t.forms.given_back, returned));
        }
        Some(Draft {
            title: self.title,
            lead: self.lead,
            action: self.action,
            facts,
            input: None,
            notice: None,
            confirmation,
            proposal,
            done: Some(OfForm { forget: form.forget(), leave }),
        })
    }
}

/// The form around its sections. `back`: where it leads when it was sent or is discarded;
/// `availability`: whether there is anything to send.
#[component]
pub fn FormView(
    form: Form,
    question: Question,
    #[prop(into)] back: String,
    #[prop(optional, into)] availability: Signal<Availability>,
    children: Children,
) -> impl IntoView {
    let t = texts();
    let router = expect_context::<Router>();
    let waiting = RwSignal::new(None::<Draft>);
    let back = StoredValue::new(back);
    let discard = Callback::new(move |()| back.with_value(|back| router.go(back)));
    let leave = Callback::new(move |()| {
        form.close();
        discard.run(());
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !availability.with_untracked(Availability::is_ready) {
            return;
        }
        match question.ask(form, leave) {
            Some(draft) => waiting.set(Some(draft)),
            None => focus_first(&form.errors_now()),
        }
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <Errors form=form />
            <div class="form-body">{children()}</div>
            <div class="form-actions">
                <Button
                    label=t.forms.review
                    variant=ButtonVariant::Primary
                    availability=availability
                    submits=true
                />
                <Button label=t.forms.discard on_press=discard />
                <DisabledReason availability=availability />
            </div>
        </form>
        <WriteDialog draft=waiting />
    }
}

/// What is wrong, with links to the fields.
#[component]
fn Errors(form: Form) -> impl IntoView {
    let t = texts();
    // Not made again with each key.
    let errors =
        Memo::new(move |_| form.errors().iter().map(|error| ErrorLine::new(form, error)).collect::<Vec<_>>());
    move || {
        let errors = errors.get();
        (!errors.is_empty()).then(|| {
            view! {
                <div class="alert alert-danger" role="alert" id=ERRORS>
                    <p class="alert-title">{t.forms.errors}</p>
                    <ul>{errors.into_iter().map(ErrorLine::view).collect_view()}</ul>
                </div>
            }
        })
    }
}

/// A field error in words.
#[derive(Clone, PartialEq, Eq)]
struct ErrorLine {
    /// The `id` of its place, if that is there.
    id: Option<String>,
    label: String,
    text: String,
}

impl ErrorLine {
    fn new(form: Form, error: &FieldError) -> Self {
        let id = error.place.dom_id();
        form.values(|values| Self {
            id,
            label: error.label(values, texts()),
            text: error.text(values, current()),
        })
    }

    fn view(self) -> AnyView {
        let Self { id, label, text } = self;
        let Some(id) = id else { return view! { <li>{label}": "{text}</li> }.into_any() };
        let href = format!("#{id}");
        let jump = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            focus_soon(id.clone());
        };
        view! { <li><a href=href on:click=jump>{label}</a>": "{text}</li> }.into_any()
    }
}

fn focus_first(errors: &[FieldError]) {
    let first = errors.iter().find_map(|error| error.place.dom_id());
    focus_soon(first.unwrap_or_else(|| ERRORS.to_owned()));
}
