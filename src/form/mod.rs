//! Forms: what was typed, what is wrong with it, and how both are shown.
//!
//! A form knows no operation: a page says which fields there are, named as the API names them,
//! and how a request is made of their values. What the api crate finds wrong with the request
//! is shown at the field that its path names.

mod choice;
mod drafts;
mod field;
mod name_problem;
mod names;
pub mod number;
pub mod password;
mod reading;
mod rows;
mod values;
mod view;

pub use choice::{Choices, Offer, choice};
pub use drafts::{Drafts, FormKey};
pub use field::{Field, Kind, KnownSpec, SpecList, field, spec_list};
pub use names::NameProblem;
pub use number::{NumberProblem, parse_gb, parse_whole};
pub use reading::{Action, FieldError, Reading, Row, Wrong};
pub use rows::{Existing, ListDef, added_rows, existing_rows, focus_soon};
pub use values::{Values, in_row};
pub use view::{Confirm, FormView, Question, section};

use std::sync::Arc;

use leptos::prelude::*;

use crate::locale::{Texts, current, explain_value, field_label, item_label, texts};
use crate::router::Router;
use crate::write::Proposal;
use values::name_of;

/// Makes a write of the values, or says what is wrong with them.
pub type Build = Arc<dyn Fn(&Values) -> Result<Proposal, Vec<FieldError>> + Send + Sync>;

/// Something wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The field's key.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// What is wrong, in words.
    pub text: String,
    /// Whether it is said before sending is tried.
    early: bool,
}

/// The form of the current address.
#[derive(Clone, Copy)]
pub struct Form {
    values: RwSignal<Values>,
    build: StoredValue<Build>,
    troubles: Memo<Vec<Trouble>>,
    key: StoredValue<FormKey>,
    /// What is shown of the values that were chosen: name, value, texts.
    chosen: StoredValue<Vec<(&'static str, String, Vec<String>)>>,
    // Kept, because what ends a form is called from where there is no page around it.
    drafts: Drafts,
    router: Router,
}

impl Form {
    /// Opens the form as it was left, or as `begin` makes it.
    pub fn open(begin: impl FnOnce() -> Values, build: Build) -> Self {
        let (drafts, router) = (expect_context::<Drafts>(), expect_context::<Router>());
        let key = router.address().with_untracked(FormKey::of);
        let values = drafts.open(&key, begin);
        let build = StoredValue::new(build);
        let troubles = Memo::new(move |_| values.with(|values| troubles(values, &build.get_value())));
        Effect::new(move |_| router.hold(values.with(|values| values.touched)));
        on_cleanup(move || router.hold(false));
        let (key, chosen) = (StoredValue::new(key), StoredValue::new(Vec::new()));
        Self { values, build, troubles, key, chosen, drafts, router }
    }

    /// Takes note of what is shown of a value that is chosen.
    fn note_chosen(self, name: &'static str, value: String, shown: Vec<String>) {
        self.chosen.update_value(|chosen| {
            chosen.retain(|(other, ..)| *other != name);
            chosen.push((name, value, shown));
        });
    }

    /// What is chosen in a field, as the texts that were offered. From the data that was offered, not from the document,
    /// where a browser's translation or an extension may have put something else.
    pub fn chosen(self, name: &str) -> Vec<String> {
        let value = self.values_now(|values| values.get(name).to_owned());
        let of_value =
            |(other, known, _): &&(&'static str, String, Vec<String>)| *other == name && *known == value;
        let shown = self.chosen.with_value(|all| all.iter().find(of_value).map(|(.., shown)| shown.clone()));
        shown.unwrap_or_else(|| vec![value])
    }

    /// The values, tracked.
    pub fn values<T>(self, read: impl FnOnce(&Values) -> T) -> T {
        self.values.with(read)
    }

    /// The values, untracked.
    pub fn values_now<T>(self, read: impl FnOnce(&Values) -> T) -> T {
        self.values.with_untracked(read)
    }

    /// A value that tells of changes only.
    pub fn text(self, key: impl Into<String>) -> Memo<String> {
        let key = key.into();
        Memo::new(move |_| self.values.with(|values| values.get(&key).to_owned()))
    }

    /// Takes what was typed or chosen.
    pub fn set(self, key: &str, text: String) {
        self.change(|values| values.set(key, text));
    }

    /// Changes the values as a person asked for it.
    pub fn change(self, change: impl FnOnce(&mut Values)) {
        self.values.update(|values| {
            values.touched = true;
            change(values);
        });
    }

    /// Fills in what nobody typed: it asks for no confirmation when the page is left.
    pub fn preset(self, key: &str, text: String) {
        self.values.update(|values| values.set(key, text));
    }

    /// What is wrong, once sending was tried; tracked.
    pub fn troubles(self) -> Vec<Trouble> {
        if self.values.with(|values| values.tried) { self.troubles.get() } else { Vec::new() }
    }

    /// What is wrong; untracked.
    pub fn troubles_now(self) -> Vec<Trouble> {
        self.troubles.get_untracked()
    }

    /// What is wrong with one field, in words; tracked. Before sending was tried, what more typing
    /// can't make right.
    pub fn trouble(self, key: &str) -> String {
        let tried = self.values.with(|values| values.tried);
        self.troubles.with(|troubles| {
            let texts: Vec<&str> = troubles
                .iter()
                .filter(|trouble| trouble.key == key && (tried || trouble.early))
                .map(|trouble| trouble.text.as_str())
                .collect();
            texts.join(" ")
        })
    }

    /// The write, if nothing is wrong with it. From now on the form says what is.
    pub fn submit(self) -> Option<Proposal> {
        let built = self.values.with_untracked(|values| (self.build.get_value())(values));
        if built.is_err() {
            self.values.update(|values| values.tried = true);
        }
        built.ok()
    }

    /// Ends the form: it was sent, or is given up.
    pub fn close(self) {
        self.router.hold(false);
        self.key.with_value(|key| self.drafts.forget(key));
    }
}

fn troubles(values: &Values, build: &Build) -> Vec<Trouble> {
    let errors = build(values).err().unwrap_or_default();
    let t = texts();
    errors
        .into_iter()
        .map(|FieldError { key, wrong }| {
            let value = values.get(&key);
            Trouble {
                early: wrong.is_final(value),
                label: label_of(values, &key, t),
                text: explain(&wrong, value, &key, t),
                key,
            }
        })
        .collect()
}

/// What is wrong with a field, in words.
fn explain(wrong: &Wrong, value: &str, key: &str, t: &Texts) -> String {
    match wrong {
        Wrong::Limit(problem) => explain_value(problem, value, current()),
        Wrong::Name(problem) => {
            let list = key.split('/').next().unwrap_or_default();
            name_problem::name_problem(*problem, &|index| (t.forms.row)(item_label(list, t), index + 1), t)
        }
    }
}

/// What a field is called in the list of what is wrong: with its row, if it is in one.
fn label_of(values: &Values, key: &str, t: &Texts) -> String {
    let (name, in_a_row) = name_of(key);
    let label = field_label(name, t);
    let list = key.split('/').next().unwrap_or_default();
    let row = values.added(list).iter().position(|row| key.starts_with(&format!("{row}/")));
    match row {
        Some(index) => (t.forms.in_row)(label, &(t.forms.row)(item_label(list, t), index + 1)),
        None if in_a_row => (t.forms.in_row)(label, item_label(list, t)),
        None => label.to_owned(),
    }
}
