//! A field with its label, control and error.

use databoxframe::rule::{CharacterClass, PASSWORD};
use leptos::prelude::*;
use web_sys::DataTransfer;

use super::field::{Control, FieldDef};
use super::key::{FieldKey, RowKey};
use super::names::pasted_names;
use super::{Form, password, specs};
use crate::components::{Button, ButtonVariant, focus_soon};
use crate::locale::texts;

/// Label of a field, marked if the field is optional.
#[component]
pub(super) fn FieldLabel(field: FieldDef, #[prop(into)] id: String) -> impl IntoView {
    let t = texts();
    view! {
        <label for=id>
            {(field.label)(t)}
            {field.optional.then(|| view! { " "<span class="optional">{t.forms.optional}</span> })}
        </label>
    }
}

/// Error below a field.
#[component]
pub(super) fn FieldErrorText(form: Form, key: FieldKey) -> impl IntoView {
    let id = error_id(&key);
    view! { <p class="field-error" id=id>{move || form.field_error(&key)}</p> }
}

/// The `id` of the error of a field.
pub(super) fn error_id(key: &FieldKey) -> String {
    format!("{}-problem", key.dom_id())
}

/// The `id` of the password policy of a field.
fn policy_id(key: &FieldKey) -> String {
    format!("{}-policy", key.dom_id())
}

/// A field, in a row or outside all rows.
#[component]
pub fn FormField(
    form: Form,
    #[prop(into)] field: FieldDef,
    #[prop(optional)] row: Option<RowKey>,
) -> impl IntoView {
    let key = field.key_in(row.as_ref());
    let shown = RwSignal::new(false);
    let used = RwSignal::new(false);
    let control = match field.control {
        Control::Lines => text_area(form, &key, field).into_any(),
        _ => input(form, &key, field, shown, used).into_any(),
    };
    let tools = (field.control == Control::Password)
        .then(|| view! { <PasswordTools form=form key=key.clone() shown=shown used=used /> });
    view! {
        <div class="field" on:focusin=move |_| used.set(true)>
            <FieldLabel field=field id=key.dom_id() />
            {control}
            <FieldErrorText form=form key=key />
            {tools}
        </div>
    }
}

fn text_area(form: Form, key: &FieldKey, field: FieldDef) -> impl IntoView {
    let (invalid, on_input) = bound(form, key);
    view! {
        <textarea
            id=key.dom_id()
            rows="3"
            aria-describedby=error_id(key)
            aria-invalid=invalid
            aria-required=(!field.optional).then_some("true")
            prop:value=form.text_of(key.clone())
            on:input=on_input
        ></textarea>
    }
}

fn input(
    form: Form,
    key: &FieldKey,
    field: FieldDef,
    shown: RwSignal<bool>,
    used: RwSignal<bool>,
) -> impl IntoView {
    let (list, mode, autocomplete) = match field.control {
        Control::Spec(list) => (Some(specs::dom_id(list)), Some("numeric"), "off"),
        Control::Number => (None, Some("numeric"), "off"),
        Control::Password => (None, None, "new-password"),
        Control::Name | Control::Lines | Control::Choice | Control::Hidden => (None, None, "off"),
    };
    let is_password = field.control == Control::Password;
    let (error, policy) = (error_id(key), format!("{} {}", error_id(key), policy_id(key)));
    // The policy is there once the field was used.
    let described_by = move || if is_password && used.get() { policy.clone() } else { error.clone() };
    let input_type = move || if is_password && !shown.get() { "password" } else { "text" };
    let (invalid, on_input) = bound(form, key);
    let names = key.row.clone().filter(|_| field.control == Control::Name);
    let (pasted, dropped) = (spread(form, names.clone(), field.name), spread(form, names, field.name));
    view! {
        <input
            id=key.dom_id()
            type=input_type
            list=list
            inputmode=mode
            autocomplete=autocomplete
            spellcheck="false"
            autocapitalize="off"
            aria-describedby=described_by
            aria-invalid=invalid
            aria-required=(!field.optional).then_some("true")
            prop:value=form.text_of(key.clone())
            on:input=on_input
            on:paste=move |event| pasted(&event, event.clipboard_data())
            on:drop=move |event| dropped(&event, event.data_transfer())
        />
    }
}

/// Whether a field is invalid, and the handler of its input.
pub(super) fn bound(
    form: Form,
    key: &FieldKey,
) -> (
    impl Fn() -> Option<&'static str> + Send + Sync + Clone + use<>,
    impl Fn(leptos::ev::Event) + Clone + use<>,
) {
    let (invalid, typed) = (key.clone(), key.clone());
    let invalid = move || (!form.field_error(&invalid).is_empty()).then_some("true");
    let on_input = move |event: leptos::ev::Event| form.set(&typed, event_target_value(&event));
    (invalid, on_input)
}

/// Reads several pasted lines as names, one for each row from `row` on. A browser would silently
/// join them into one line.
fn spread(
    form: Form,
    row: Option<RowKey>,
    name: &'static str,
) -> impl Fn(&web_sys::Event, Option<DataTransfer>) {
    move |event, data| {
        let text = data.and_then(|data| data.get_data("text").ok());
        if let (Some(row), Some(names)) = (&row, text.as_deref().and_then(pasted_names)) {
            event.prevent_default();
            let mut last = row.clone();
            form.change(|values| last = values.spread(row, name, &names));
            focus_soon(FieldKey { row: Some(last), name }.dom_id());
        }
    }
}

/// "Show", "Generate", and, once the field was used, the password policy with the rules that are met.
#[component]
fn PasswordTools(form: Form, key: FieldKey, shown: RwSignal<bool>, used: RwSignal<bool>) -> impl IntoView {
    let t = texts();
    let (value, policy) = (form.text_of(key.clone()), policy_id(&key));
    let show = Signal::derive(move || if shown.get() { t.forms.hide } else { t.forms.show }.to_owned());
    let toggle = Callback::new(move |()| shown.update(|shown| *shown = !*shown));
    let generate = Callback::new(move |()| {
        if let Some(made) = password::random() {
            form.set(&key, made);
            // Shown, because nobody can write down a hidden password.
            shown.set(true);
        }
    });
    view! {
        <div class="field-tools">
            <Button label=show variant=ButtonVariant::Plain on_press=toggle />
            <Button label=t.forms.generate variant=ButtonVariant::Plain on_press=generate />
        </div>
        <Show when=move || used.get()>
            <PasswordPolicy value=value id=policy.clone() />
        </Show>
    }
}

#[component]
fn PasswordPolicy(value: Memo<String>, id: String) -> impl IntoView {
    let t = texts();
    let length = PASSWORD.length;
    let is_short_enough = move || value.with(|value| length.check(value).is_none());
    let is_mixed = move || {
        let classes =
            [CharacterClass::Upper, CharacterClass::Lower, CharacterClass::Digit, CharacterClass::Special];
        value.with(|value| classes.iter().all(|class| value.chars().any(|c| class.contains(c))))
    };
    let is_allowed = move || {
        let allowed = |c: char| c.is_ascii_graphic() && !PASSWORD.forbidden.contains(&c);
        value.with(|value| !value.is_empty() && value.chars().all(allowed))
    };
    view! {
        <ul class="policy" id=id>
            <PolicyRule met=Signal::derive(is_short_enough) rule=(t.forms.policy_length)(length.min, length.max) />
            <PolicyRule met=Signal::derive(is_mixed) rule=t.forms.policy_mix />
            <PolicyRule met=Signal::derive(is_allowed) rule=t.forms.policy_forbidden />
        </ul>
    }
}

#[component]
fn PolicyRule(met: Signal<bool>, #[prop(into)] rule: String) -> impl IntoView {
    let t = texts();
    view! {
        <li class:met=met>
            <span aria-hidden="true">{move || if met.get() { "✓ " } else { "○ " }}</span>
            <span class="visually-hidden">
                {move || if met.get() { t.forms.policy_met } else { t.forms.policy_unmet }} " "
            </span>
            {rule}
        </li>
    }
}
