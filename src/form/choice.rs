//! One of several values in a form, where what can be chosen is read first.

use databoxframe::Id;
use leptos::prelude::*;

use super::Form;
use super::field::{label, problem};
use super::values::dom_id;
use crate::locale::{Texts, field_label, texts};
use crate::untrusted::line;

/// Stands between the texts of an [`Offer`], where there can be no markup. In a text itself it would
/// be marked, so that no name can imitate a number beside it.
const GAP: &str = "\u{2003}";

/// A value that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is kept.
    pub value: String,
    /// What is shown, each apart from the others: a number comes before a name.
    pub texts: Vec<String>,
}

impl Offer {
    /// A value that is shown as it is.
    pub fn plain(value: String) -> Self {
        Self { texts: vec![value.clone()], value }
    }

    /// Something with a number and perhaps a name.
    pub fn numbered(number: &Id, name: Option<&str>) -> Self {
        let name = name.filter(|name| !name.is_empty()).map(str::to_owned);
        let texts = std::iter::once(number.to_string()).chain(name).collect();
        Self { value: number.to_string(), texts }
    }

    /// As one line.
    fn line(&self, t: &Texts) -> String {
        self.texts.iter().map(|text| line(text).words(t)).collect::<Vec<_>>().join(GAP)
    }
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choices {
    /// Something else has to be chosen first; which.
    After(&'static str),
    /// It is being read, or could not be.
    Unread,
    /// These.
    Of(Vec<Offer>),
}

/// A field outside all rows whose value is one of `choices`. A choice that became invalid is
/// cleared, and it is said so.
pub fn choice(
    form: Form,
    name: &'static str,
    choices: impl Fn() -> Choices + Send + Sync + 'static,
) -> AnyView {
    boxed(form, name, Memo::new(move |_| choices()))
}

fn boxed(form: Form, name: &'static str, choices: Memo<Choices>) -> AnyView {
    let t = texts();
    let id = dom_id(name);
    let value = form.text(name);
    let cleared = RwSignal::new(false);
    Effect::new(move |_| {
        let chosen = value.get();
        let gone = choices.with(|choices| match choices {
            Choices::Of(choices) => choices.iter().all(|choice| choice.value != chosen),
            Choices::After(_) => true,
            Choices::Unread => false,
        });
        choices.with(|choices| {
            if let Choices::Of(choices) = choices
                && let Some(choice) = choices.iter().find(|choice| choice.value == chosen)
            {
                form.note_chosen(name, choice.value.clone(), choice.texts.clone());
            }
        });
        if !chosen.is_empty() && gone {
            form.preset(name, String::new());
            cleared.set(true);
        }
    });
    let options = move || {
        let chosen = value.get();
        let (first, rest) = match choices.get() {
            Choices::After(other) => ((t.forms.choose_first)(field_label(other, t)), Vec::new()),
            Choices::Unread => (t.loading.to_owned(), Vec::new()),
            Choices::Of(choices) if choices.is_empty() => (t.forms.nothing_to_choose.to_owned(), choices),
            Choices::Of(choices) => (t.forms.choose.to_owned(), choices),
        };
        // What was chosen stays there while the others are read.
        let unread = choices.with(|choices| *choices == Choices::Unread) && !chosen.is_empty();
        let kept = if unread { vec![Offer::plain(chosen.clone())] } else { Vec::new() };
        let options: Vec<AnyView> = std::iter::once(Offer { value: String::new(), texts: vec![first] })
            .chain(kept)
            .chain(rest)
            .map(|choice| {
                let selected = choice.value == chosen;
                let shown = choice.line(t);
                view! { <option value=choice.value selected=selected>{shown}</option> }.into_any()
            })
            .collect();
        options.into_any()
    };
    let wrong = move || (!form.trouble(name).is_empty()).then_some("true");
    let described = format!("{id}-problem");
    let said = move || {
        if cleared.get() { (t.forms.cleared)(field_label(name, t)) } else { String::new() }
    };
    let on_change = move |event: leptos::ev::Event| {
        cleared.set(false);
        form.set(name, event_target_value(&event));
    };
    view! {
        <div class="field">
            {label(name, &id, false)}
            <select
                id=id.clone()
                aria-describedby=described
                aria-invalid=wrong
                aria-required="true"
                on:change=on_change
            >
                {options}
            </select>
            <p class="hint" role="status">{said}</p>
            {problem(form, name.to_owned(), &id)}
        </div>
    }
    .into_any()
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
            let (number, rest) = line.split_once(GAP).unwrap();
            assert_eq!((number, rest.contains(GAP)), ("999", false), "{name:?}");
        }
        assert_eq!(shown(999, Some("real (12345)")), "999\u{2003}real (12345)");
        let account = Offer { value: "7".into(), texts: vec!["a\u{2003}b".into(), "c@example.com".into()] };
        assert_eq!(account.line(t), "a⟨U+2003⟩b\u{2003}c@example.com");
    }
}
