//! Lists in a form: added rows, and existing resources.

use databoxframe::Id;
use leptos::prelude::*;

use super::field::{FieldDef, Filled, ListDef};
use super::input::FormField;
use super::key::{RowKey, list_dom_id};
use super::values::RowChange;
use super::view::FormSection;
use super::{Form, Values};
use crate::components::{Availability, Button, ButtonVariant, Choice, Select, focus_soon};
use crate::locale::texts;
use crate::untrusted::line;

/// An existing resource in a form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Existing {
    /// Number.
    pub number: Id,
    /// Label.
    pub name: String,
    /// Known properties.
    pub facts: Vec<String>,
    /// Size of a volume in GB, if known.
    pub gb: Option<u64>,
    /// Values of its fields when it is changed.
    pub now: Vec<Filled>,
    /// Whether the resource can be changed.
    pub availability: Availability,
}

/// A list of a form: existing resources above new entries.
#[component]
pub fn ListSection(
    form: Form,
    list: ListDef,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] existing: Option<Signal<Vec<Existing>>>,
) -> impl IntoView {
    view! {
        <FormSection form=form title=list.label list=list hint=hint>
            {existing.map(|existing| view! { <ExistingRows form=form list=list existing=existing /> })}
            <AddedRows form=form list=list />
        </FormSection>
    }
}

/// The new entries of a list, with buttons to add and remove them.
#[component]
fn AddedRows(form: Form, list: ListDef) -> impl IntoView {
    let t = texts();
    let rows = Memo::new(move |_| form.values(|values| values.added(list)));
    let is_full = move || rows.with(|rows| rows.len() >= list.count.max);
    let add = Callback::new(move |()| {
        let mut added = None;
        form.change(|values| added = Some(values.add_row(list)));
        if let Some(first) = list.fields.first() {
            focus_soon(first.key_in(added.as_ref()).dom_id());
        }
    });
    view! {
        <For
            each=move || rows.get()
            key=RowKey::clone
            children=move |row| view! { <AddedRow form=form list=list rows=rows row=row /> }
        />
        <Show when=move || !is_full()>
            <div id=add_id(list) tabindex="-1" class="add-row">
                <Button label=(list.add)(t) on_press=add />
            </div>
        </Show>
    }
}

/// The `id` of the button that adds a row.
fn add_id(list: ListDef) -> String {
    format!("{}-add", list_dom_id(list.name))
}

#[component]
fn AddedRow(form: Form, list: ListDef, rows: Memo<Vec<RowKey>>, row: RowKey) -> impl IntoView {
    let t = texts();
    let title = {
        let row = row.clone();
        // Rows after a removed one move up.
        Memo::new(move |_| {
            let index = rows.with(|rows| rows.iter().position(|other| *other == row));
            (t.forms.row)((list.item)(t), index.unwrap_or_default() + 1)
        })
    };
    let remove = {
        let row = row.clone();
        Callback::new(move |()| {
            form.change(|values| values.remove_row(&row));
            // The focused control is gone.
            focus_soon(add_id(list));
        })
    };
    let remove_label = Signal::derive(move || title.with(|title| (t.forms.remove)(title)));
    view! {
        <fieldset class="row">
            <legend>{title}</legend>
            <RowFields form=form row=row fields=list.fields />
            <Button label=remove_label variant=ButtonVariant::Plain on_press=remove />
        </fieldset>
    }
}

#[component]
fn RowFields(form: Form, row: RowKey, fields: &'static [FieldDef]) -> impl IntoView {
    let field = |field: &FieldDef| view! { <FormField form=form field=*field row=row.clone() /> };
    view! { <div class="row-fields">{fields.iter().map(field).collect_view()}</div> }
}

/// The existing resources of a list: keep, change or return each.
#[component]
fn ExistingRows(form: Form, list: ListDef, existing: Signal<Vec<Existing>>) -> impl IntoView {
    let t = texts();
    // Skipped if the resources are the same as before.
    let existing = Memo::new(move |_| existing.get());
    let is_empty = move || existing.with(Vec::is_empty);
    view! {
        <Show when=is_empty>
            <p class="hint">{t.forms.none_exists}</p>
        </Show>
        <For
            each=move || existing.get()
            key=Existing::clone
            children=move |existing| view! { <ExistingRow form=form list=list existing=existing /> }
        />
    }
}

#[component]
fn ExistingRow(form: Form, list: ListDef, existing: Existing) -> impl IntoView {
    let row = RowKey::existing(list, existing.number.clone());
    let change = {
        let row = row.clone();
        Memo::new(move |_| form.values(|values: &Values| values.change(&row).cloned()))
    };
    let fact = |fact: &String| view! { <li>{line(fact)}</li> };
    let facts = existing.facts.iter().map(fact).collect_view();
    let legend = line(&existing.name);
    let control = match existing.availability.reason().map(str::to_owned) {
        Some(reason) => view! { <p class="hint">{reason}</p> }.into_any(),
        None => {
            let row = row.clone();
            view! { <ChangeChoice form=form list=list existing=existing row=row change=change /> }.into_any()
        }
    };
    let fields = move || {
        let is_changed = change.with(|change| *change == Some(RowChange::Update));
        is_changed.then(|| view! { <RowFields form=form row=row.clone() fields=list.changes /> })
    };
    view! {
        <fieldset class="row row-existing">
            <legend>{legend}</legend>
            <ul class="hint facts">{facts}</ul>
            {control}
            {fields}
        </fieldset>
    }
}

/// The action on an existing resource.
#[component]
fn ChangeChoice(
    form: Form,
    list: ListDef,
    existing: Existing,
    row: RowKey,
    change: Memo<Option<RowChange>>,
) -> impl IntoView {
    const UPDATE: &str = "UPDATE";
    const RETURN: &str = "DELETE";
    let t = texts();
    let choice = |value: &str, text: &str| Choice { value: value.to_owned(), text: text.to_owned() };
    let mut choices = vec![choice("", t.forms.keep)];
    if !list.changes.is_empty() {
        choices.push(choice(UPDATE, t.forms.change));
    }
    choices.push(choice(RETURN, t.forms.give_back));
    let value = Signal::derive(move || {
        let value = change.with(|change| match change {
            None => "",
            Some(RowChange::Update) => UPDATE,
            Some(RowChange::Return(_)) => RETURN,
        });
        value.to_owned()
    });
    let choose = Callback::new(move |chosen: String| {
        let change = match chosen.as_str() {
            UPDATE => Some(RowChange::Update),
            RETURN => Some(RowChange::Return(existing.name.clone())),
            _ => None,
        };
        form.change(|values| values.set_change(&row, change, &existing.now));
    });
    view! { <Select label=t.forms.action value=value choices=choices on_change=choose inline=true /> }
}
