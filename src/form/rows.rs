//! Lists in a form: rows that are added and removed, and what exists already.

use databoxframe::Id;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::Form;
use super::field::{Field, field};
use super::values::{ACTION, RETURNED, dom_id, existing_row, in_row};
use crate::components::{Availability, Button, ButtonVariant, Choice, Select};
use crate::locale::texts;
use crate::untrusted::line;

/// A list of a request.
#[derive(Clone, Copy, Debug)]
pub struct ListDef {
    /// The API's name of it.
    pub name: &'static str,
    /// The fields of a new entry.
    pub fields: &'static [Field],
    /// The fields of what exists and is changed; none if it can only be returned.
    pub changes: &'static [Field],
    /// Most new entries.
    pub most: usize,
}

/// Something that exists, as a form shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Existing {
    /// Its number.
    pub number: Id,
    /// What it is called.
    pub name: String,
    /// What is known of it, one by one.
    pub facts: Vec<String>,
    /// Its size in GB, of a volume whose size is known.
    pub gb: Option<u64>,
    /// What its fields hold when it is to be changed, by name.
    pub now: Vec<(&'static str, String)>,
    /// Whether it can be changed.
    pub availability: Availability,
}

/// The new entries of a list, with buttons to add and remove them.
pub fn added_rows(form: Form, list: ListDef) -> AnyView {
    let t = texts();
    let item = (t.forms.item)(list.name);
    let rows = Memo::new(move |_| form.values(|values| values.added(list.name)));
    let add_id = format!("{}-add", dom_id(list.name));
    let back = add_id.clone();
    let shown = move || {
        let rows: Vec<AnyView> = rows
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, key)| row(form, list, key, &(t.forms.row)(item, index + 1), &back))
            .collect();
        rows.into_any()
    };
    let add = Callback::new(move |()| {
        let mut key = String::new();
        form.change(|values| key = values.add_row(list.name));
        if let Some(first) = list.fields.first() {
            focus_soon(dom_id(&in_row(&key, first.name)));
        }
    });
    let full = Signal::derive(move || rows.with(|rows| rows.len() >= list.most));
    view! {
        {shown}
        <Show when=move || !full.get()><div id=add_id.clone() tabindex="-1" class="add-row">
                        <Button label=(t.forms.add)(item) on_press=add />
                    </div></Show>
    }
    .into_any()
}

fn row(form: Form, list: ListDef, key: String, title: &str, back: &str) -> AnyView {
    let t = texts();
    let fields = fields_view(form, &key, list.fields);
    let back = back.to_owned();
    let remove = Callback::new(move |()| {
        form.change(|values| values.remove_row(list.name, &key));
        // Where the focus was is gone.
        focus_soon(back.clone());
    });
    view! {
        <fieldset class="row">
            <legend>{title.to_owned()}</legend>
            {fields}
            <Button label=(t.forms.remove)(title) variant=ButtonVariant::Plain on_press=remove />
        </fieldset>
    }
    .into_any()
}

fn fields_view(form: Form, row: &str, fields: &'static [Field]) -> AnyView {
    let fields: Vec<AnyView> = fields.iter().map(|one| field(form, row, *one, None)).collect();
    view! { <div class="row-fields">{fields}</div> }.into_any()
}

/// What exists of a list: each is kept, changed or returned.
pub fn existing_rows(form: Form, list: ListDef, existing: Signal<Vec<Existing>>) -> AnyView {
    let t = texts();
    // Made anew only when other things exist, not whenever they are read.
    let existing = Memo::new(move |_| existing.get());
    (move || {
        let existing = existing.get();
        if existing.is_empty() {
            return view! { <p class="hint">{t.forms.none_exists}</p> }.into_any();
        }
        let rows: Vec<AnyView> = existing.into_iter().map(|one| existing_row_view(form, list, one)).collect();
        rows.into_any()
    })
    .into_any()
}

fn existing_row_view(form: Form, list: ListDef, existing: Existing) -> AnyView {
    let t = texts();
    let Existing { number, name, facts, now, availability, .. } = existing;
    let key = existing_row(list.name, &number);
    let action_key = in_row(&key, ACTION);
    let action = form.text(action_key.clone());
    let mut choices = vec![Choice { value: String::new(), text: t.forms.keep.to_owned() }];
    if !list.changes.is_empty() {
        choices.push(Choice { value: "UPDATE".to_owned(), text: t.forms.change.to_owned() });
    }
    choices.push(Choice { value: "DELETE".to_owned(), text: t.forms.give_back.to_owned() });
    let choose = {
        let (key, called) = (key.clone(), name.clone());
        Callback::new(move |chosen: String| {
            form.change(|values| {
                values.forget_row(&key);
                if chosen == "UPDATE" {
                    for (name, text) in &now {
                        values.set(&in_row(&key, name), text.clone());
                    }
                }
                if chosen == "DELETE" {
                    values.set(&in_row(&key, RETURNED), called.clone());
                }
                values.set(&action_key, chosen);
            });
        })
    };
    let control = match availability.reason().map(str::to_owned) {
        Some(reason) => view! { <p class="hint">{reason}</p> }.into_any(),
        None => view! {
            <Select label=t.forms.action value=action choices=choices on_change=choose inline=true />
        }
        .into_any(),
    };
    let changes = if list.changes.is_empty() {
        ().into_any()
    } else {
        view! { <Show when=move || action.with(|action| action == "UPDATE")>{fields_view(form, &key, list.changes)}</Show> }.into_any()
    };
    let facts: Vec<AnyView> = facts.iter().map(|fact| view! { <li>{line(fact)}</li> }.into_any()).collect();
    view! {
        <fieldset class="row row-existing">
            <legend>{line(&name)}</legend>
            <ul class="hint facts">{facts}</ul>
            {control}
            {changes}
        </fieldset>
    }
    .into_any()
}

/// Gives the focus to an element as soon as it is there.
pub fn focus_soon(id: String) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        // A control inside, if it is only a place.
        let inner =
            element.as_ref().and_then(|element| element.query_selector("button, input").ok().flatten());
        let target: Option<web_sys::HtmlElement> =
            inner.or(element).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(target) = target {
            // Without focus the form is still usable.
            let _ = target.focus();
        }
    });
}
