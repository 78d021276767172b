//! A field with one of several values, which are read from the API.

use databoxframe::Id;
use leptos::prelude::*;

use super::Form;
use super::field::FieldDef;
use super::input::{FieldErrorText, FieldLabel, bound, error_id};
use super::key::FieldKey;
use crate::locale::{Texts, texts};
use crate::untrusted::{apart, line};

/// A value that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The stored value.
    pub value: String,
    /// The parts of the label. A number comes before a name.
    pub texts: Vec<String>,
}

impl Offer {
    /// An option whose label is its value.
    pub fn plain(value: String) -> Self {
        Self { texts: vec![value.clone()], value }
    }

    /// An option with a number and perhaps a name.
    pub fn numbered(number: &Id, name: Option<&str>) -> Self {
        let name = name.filter(|name| !name.is_empty()).map(str::to_owned);
        let texts = std::iter::once(number.to_string()).chain(name).collect();
        Self { value: number.to_string(), texts }
    }

    /// The label in one line.
    fn line(&self, t: &Texts) -> String {
        apart(self.texts.iter().map(|text| line(text).words(t)), "")
    }
}

/// The options of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choices {
    /// No options until this other field has a value.
    Requires(FieldDef),
    /// Loading, or failed.
    Loading,
    /// The options.
    Of(Vec<Offer>),
}

impl Choices {
    fn find(&self, value: &str) -> Option<&Offer> {
        match self {
            Self::Of(offers) => offers.iter().find(|offer| offer.value == value),
            Self::Requires(_) | Self::Loading => None,
        }
    }

    /// The options of a select whose value is `value`.
    fn options(self, chosen: &str, t: &'static Texts) -> Vec<Offer> {
        let (first, offers) = match self {
            Self::Requires(other) => ((t.forms.choose_first)((other.label)(t)), Vec::new()),
            // The current value stays while the options load.
            Self::Loading if !chosen.is_empty() => {
                (t.loading.to_owned(), vec![Offer::plain(chosen.to_owned())])
            }
            Self::Loading => (t.loading.to_owned(), Vec::new()),
            Self::Of(offers) if offers.is_empty() => (t.forms.nothing_to_choose.to_owned(), offers),
            Self::Of(offers) => (t.forms.choose.to_owned(), offers),
        };
        std::iter::once(Offer { value: String::new(), texts: vec![first] }).chain(offers).collect()
    }
}

/// A select outside all rows with the options `choices`. A value that is no longer among them is
/// cleared, and the form says so.
#[component]
pub fn ChoiceField(
    form: Form,
    #[prop(into)] field: FieldDef,
    #[prop(into)] choices: Signal<Choices>,
) -> impl IntoView {
    let t = texts();
    let key = field.key_in(None);
    let value = form.text(field);
    // Skipped if the options are the same as before.
    let choices = Memo::new(move |_| choices.get());
    let cleared = RwSignal::new(false);
    keep_valid(form, &key, value, choices, cleared);
    let (invalid, on_input) = bound(form, &key);
    let on_change = move |event: leptos::ev::Event| {
        cleared.set(false);
        on_input(event);
    };
    let options = move || {
        let chosen = value.get();
        let option = |offer: Offer| {
            let (selected, shown) = (offer.value == chosen, offer.line(t));
            view! { <option value=offer.value selected=selected>{shown}</option> }
        };
        choices.get().options(&chosen, t).into_iter().map(option).collect_view()
    };
    view! {
        <div class="field">
            <FieldLabel field=field id=key.dom_id() />
            <select
                id=key.dom_id()
                aria-describedby=error_id(&key)
                aria-invalid=invalid
                aria-required="true"
                on:change=on_change
            >
                {options}
            </select>
            <p class="hint" role="status">
                {move || cleared.get().then(|| (t.forms.cleared)((field.label)(t)))}
            </p>
            <FieldErrorText form=form key=key />
        </div>
    }
}

/// Clears a value that is not among the options, and stores the label of the current one.
fn keep_valid(
    form: Form,
    key: &FieldKey,
    value: Memo<String>,
    choices: Memo<Choices>,
    cleared: RwSignal<bool>,
) {
    let key = key.clone();
    Effect::new(move |_| {
        let chosen = value.get();
        choices.with(|choices| match choices.find(&chosen) {
            Some(offer) => form.note_chosen(key.clone(), offer.value.clone(), offer.texts.clone()),
            None if chosen.is_empty() || *choices == Choices::Loading => {}
            None => {
                form.preset(&key, String::new());
                cleared.set(true);
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn no_name_imitates_a_number() {
        let t = Locale::English.texts();
        let shown = |number: u64, name| Offer::numbered(&Id::from(number), name).line(t);
        assert_eq!(shown(83, Some("Alpha")), "83\u{2003}Alpha");
        assert_eq!((shown(83, None), shown(83, Some(""))), ("83".into(), "83".into()));
        for name in
            ["real (12345)", "12345", "12345\u{2003}real", "\u{202e}54321", "12345 · real", "\u{2003}"]
        {
            let line = shown(999, Some(name));
            let (number, rest) = line.split_once('\u{2003}').unwrap();
            assert_eq!((number, rest.contains('\u{2003}')), ("999", false), "{name:?}");
        }
        assert_eq!(shown(999, Some("real (12345)")), "999\u{2003}real (12345)");
        let account = Offer { value: "7".into(), texts: vec!["a\u{2003}b".into(), "c@example.com".into()] };
        assert_eq!(account.line(t), "a⟨U+2003⟩b\u{2003}c@example.com");
    }
}
