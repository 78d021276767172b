//! The view of a form: errors, sections, buttons.

use std::sync::Arc;

use leptos::prelude::*;

use super::Form;
use super::error::FieldError;
use super::field::ListDef;
use super::key::list_dom_id;
use super::values::Values;
use crate::components::{Availability, Button, ButtonVariant, DisabledReason, focus_soon, places_in_page};
use crate::locale::{Text, current, texts};
use crate::router::Router;
use crate::write::{AfterSuccess, Draft, Fact, TypedConfirmation, WriteDialog};

/// The `id` of the list of errors.
const ERRORS: &str = "form-errors";

/// The sections of a form, beside its summary if there is one.
#[component]
pub fn FormSections(children: Children) -> impl IntoView {
    view! { <div class="form-sections">{children()}</div> }
}

/// A section with a heading. `list`: the list in it, if it has one.
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

/// Texts of the confirmation of a form.
#[derive(Clone)]
pub struct Question {
    /// The question.
    pub title: Text,
    /// Effect of the request.
    pub lead: Text,
    /// Facts of the request, read when it is submitted.
    pub facts: Arc<dyn Fn() -> Vec<Fact> + Send + Sync>,
    /// Name to type if the request returns something, read when it is submitted.
    pub confirm: Option<Arc<dyn Fn() -> TypedConfirmation + Send + Sync>>,
}

impl Question {
    /// The proposal to confirm; `None` if the form has errors.
    fn ask(&self, form: Form, leave: Callback<()>) -> Option<Draft> {
        let proposal = form.submit()?;
        let mut facts = (self.facts)();
        // A request that deletes data asks for the name of the frame or box.
        let returned = form.values_now(Values::returned);
        let confirmation = self.confirm.as_ref().filter(|_| !returned.is_empty()).map(|confirm| confirm());
        if !returned.is_empty() {
            facts.push(Fact::list(|t| t.forms.given_back, returned));
        }
        Some(Draft {
            title: self.title,
            lead: self.lead,
            facts,
            input: None,
            notice: None,
            confirmation,
            proposal,
            done: Some(AfterSuccess { forget: form.forget(), leave }),
        })
    }
}

/// The form around its sections. `back`: the page after it was sent or discarded; `availability`:
/// whether there is anything to send.
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
                    reason_beside=true
                />
                <Button label=t.forms.discard on_press=discard />
                <DisabledReason availability=availability />
            </div>
        </form>
        <WriteDialog draft=waiting />
    }
}

/// The errors, with links to the fields.
#[component]
fn Errors(form: Form) -> impl IntoView {
    let t = texts();
    // A memo, so that typing does not re-create the list.
    let errors = Memo::new(move |_| {
        let lines: Vec<_> = form.errors().iter().map(|error| ErrorLine::new(form, error)).collect();
        in_order_of_page(lines, |line| line.id.clone())
    });
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

/// A field error as text.
#[derive(Clone, PartialEq, Eq)]
struct ErrorLine {
    /// The `id` of the field, if it exists.
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
    let ids = errors.iter().filter_map(|error| error.place.dom_id()).collect();
    let first = in_order_of_page(ids, |id| Some(id.clone())).into_iter().next();
    focus_soon(first.unwrap_or_else(|| ERRORS.to_owned()));
}

/// Items in the order of their elements in the page, those without an element last.
fn in_order_of_page<T>(items: Vec<T>, id: impl Fn(&T) -> Option<String>) -> Vec<T> {
    let places = places_in_page(&items.iter().map(id).collect::<Vec<_>>());
    let mut placed: Vec<(usize, T)> = places.into_iter().zip(items).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, item)| item).collect()
}
