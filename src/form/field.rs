//! A field of a form: label, control, hint, and what is wrong with it.

use std::sync::Arc;

use databoxframe::product::{Product, SPECS};
use databoxframe::rule::{CharacterClass, PASSWORD};
use leptos::prelude::*;

use super::names::pasted_names;
use super::rows::focus_soon;
use super::values::{dom_id, in_row};
use super::{Form, password};
use crate::components::{Button, ButtonVariant};
use crate::locale::texts;
use crate::untrusted::line;

/// How something is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name in a list: several lines that are put there become several rows.
    Name,
    /// Several lines.
    Lines,
    /// A whole number.
    Number,
    /// A spec code; offered are those of the list with this name.
    Spec(&'static str),
    /// A password that is made up here.
    Password,
}

/// A field, named as the API names it.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The API's name of it.
    pub name: &'static str,
    /// How it is typed.
    pub kind: Kind,
    /// Whether it may stay empty.
    pub optional: bool,
}

impl Field {
    /// A field that has to be filled in.
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, optional: false }
    }

    /// A field that may stay empty.
    pub const fn optional(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, optional: true }
    }
}

/// The label of a field, with the word that it may stay empty.
pub(super) fn label(name: &str, id: &str, optional: bool) -> AnyView {
    let t = texts();
    let label = (t.forms.label)(name).unwrap_or_default();
    let note = if optional {
        view! { " "<span class="optional">{t.forms.optional}</span> }.into_any()
    } else {
        ().into_any()
    };
    let id = id.to_owned();
    view! { <label for=id>{label}{note}</label> }.into_any()
}

/// What is wrong with a field, below it.
pub(super) fn problem(form: Form, key: String, id: &str) -> AnyView {
    let id = format!("{id}-problem");
    view! { <p class="field-error" id=id>{move || form.trouble(&key)}</p> }.into_any()
}

/// Shows a field in a row, or outside all rows (`row` is empty).
pub fn field(form: Form, row: &str, field: Field, hint: Option<String>) -> AnyView {
    let key = in_row(row, field.name);
    let id = dom_id(&key);
    let value = form.text(key.clone());
    let wrong = {
        let key = key.clone();
        move || (!form.trouble(&key).is_empty()).then_some("true")
    };
    let described = format!("{id}-hint {id}-problem");
    let required = (!field.optional).then_some("true");
    let shown = RwSignal::new(false);
    let on_input = {
        let key = key.clone();
        move |event: leptos::ev::Event| form.set(&key, event_target_value(&event))
    };
    let label = label(field.name, &id, field.optional);
    let problem = problem(form, key.clone(), &id);
    let hint_id = format!("{id}-hint");
    let (control, extra) = match field.kind {
        Kind::Lines => {
            let control = view! {
                <textarea
                    id=id
                    rows="3"
                    aria-describedby=described
                    aria-invalid=wrong
                    aria-required=required
                    prop:value=value
                    on:input=on_input
                ></textarea>
            };
            (control.into_any(), ().into_any())
        }
        kind => {
            let (list, mode, auto) = match kind {
                Kind::Spec(name) => (Some(list_id(name)), Some("numeric"), "off"),
                Kind::Number => (None, Some("numeric"), "off"),
                Kind::Password => (None, None, "new-password"),
                Kind::Name | Kind::Lines => (None, None, "off"),
            };
            let hidden = kind == Kind::Password;
            let rows = (kind == Kind::Name).then(|| row.to_owned());
            let (pasted, dropped) = (spread(form, rows.clone(), field.name), spread(form, rows, field.name));
            let input_type = move || if hidden && !shown.get() { "password" } else { "text" };
            let control = view! {
                <input
                    id=id
                    type=input_type
                    list=list
                    inputmode=mode
                    autocomplete=auto
                    spellcheck="false"
                    autocapitalize="off"
                    aria-describedby=described
                    aria-invalid=wrong
                    aria-required=required
                    prop:value=value
                    on:input=on_input
                    on:paste=move |event| pasted(&event, event.clipboard_data())
                    on:drop=move |event| dropped(&event, event.data_transfer())
                />
            };
            let extra = if hidden { password_tools(form, key, shown, value) } else { ().into_any() };
            (control.into_any(), extra)
        }
    };
    view! {
        <div class="field">
            {label}
            {control}
            <p class="hint" id=hint_id>{hint}</p>
            {problem}
            {extra}
        </div>
    }
    .into_any()
}

/// Takes several lines as names, one for each row from `row` on. A browser would put them into one
/// line, without a word.
fn spread(
    form: Form,
    row: Option<String>,
    field: &'static str,
) -> impl Fn(&web_sys::Event, Option<web_sys::DataTransfer>) {
    move |event, data| {
        let text = data.and_then(|data| data.get_data("text").ok());
        if let (Some(row), Some(names)) = (&row, text.as_deref().and_then(pasted_names)) {
            event.prevent_default();
            let mut last = String::new();
            form.change(|values| last = values.spread(row, field, &names));
            focus_soon(dom_id(&in_row(&last, field)));
        }
    }
}

/// "Show", "Generate", and the policy as it is met.
fn password_tools(form: Form, key: String, shown: RwSignal<bool>, value: Memo<String>) -> AnyView {
    let t = texts();
    let show = Signal::derive(move || if shown.get() { t.forms.hide } else { t.forms.show }.to_owned());
    let toggle = Callback::new(move |()| shown.update(|shown| *shown = !*shown));
    let generate = Callback::new(move |()| {
        if let Some(made) = password::random() {
            form.set(&key, made);
            // Nobody can write down what is hidden.
            shown.set(true);
        }
    });
    let policy = move || {
        let value = value.get();
        let mixed =
            [CharacterClass::Upper, CharacterClass::Lower, CharacterClass::Digit, CharacterClass::Special]
                .iter()
                .all(|class| value.chars().any(|c| class.contains(c)));
        let allowed = value.chars().all(|c| c.is_ascii_graphic() && !PASSWORD.forbidden.contains(&c));
        let length = PASSWORD.length;
        let rules = [
            (length.check(&value).is_none(), (t.forms.policy_length)(length.min, length.max)),
            (mixed, t.forms.policy_mix.to_owned()),
            (allowed && !value.is_empty(), t.forms.policy_forbidden.to_owned()),
        ];
        let rules: Vec<AnyView> = rules
            .into_iter()
            .map(|(met, rule)| {
                let mark = if met { "✓ " } else { "○ " };
                view! { <li class=if met { "met" } else { "" }>{mark}{rule}</li> }.into_any()
            })
            .collect();
        view! { <ul class="policy">{rules}</ul> }.into_any()
    };
    view! {
        <div class="field-tools">
            <Button label=show variant=ButtonVariant::Plain on_press=toggle />
            <Button label=t.forms.generate variant=ButtonVariant::Plain on_press=generate />
        </div>
        {policy}
    }
    .into_any()
}

fn list_id(name: &str) -> String {
    format!("specs-{name}")
}

/// Spec codes that are offered for a kind of server.
#[derive(Clone, Copy, Debug)]
pub struct SpecList {
    /// Its name.
    pub name: &'static str,
    /// The products whose codes they are.
    pub products: &'static [Product],
}

/// A code with what it stands for.
pub type KnownSpec = (Product, String, String);

/// The codes of a list: those of the documents, then those that the account uses.
pub fn spec_list(list: SpecList, used: Signal<Arc<Vec<KnownSpec>>>) -> AnyView {
    let t = texts();
    let options = move || {
        let mut known: Vec<(String, String)> = SPECS
            .iter()
            .filter(|spec| list.products.contains(&spec.product))
            .map(|spec| {
                (spec.id.to_string(), format!("{}: {} vCPU, {} GB", spec.name, spec.vcpu, spec.memory_gb))
            })
            .collect();
        used.with(|used| {
            for (product, code, name) in used.iter() {
                if list.products.contains(product) && known.iter().all(|(other, _)| other != code) {
                    known.push((code.clone(), name.clone()));
                }
            }
        });
        let options: Vec<AnyView> = known
            .into_iter()
            .map(|(code, name)| view! { <option value=code>{line(&name).words(t)}</option> }.into_any())
            .collect();
        options.into_any()
    };
    view! { <datalist id=list_id(list.name)>{options}</datalist> }.into_any()
}
