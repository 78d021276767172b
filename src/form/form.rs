//! An open form: values, errors, end.

use std::sync::Arc;

use databoxframe::Id;
use leptos::prelude::*;

use super::drafts::{FormDrafts, FormKey};
use super::error::FieldError;
use super::field::{Field, FieldDef, FieldValue, ListDef};
use super::key::{ErrorPlace, FieldKey};
use super::reader::FormReader;
use super::values::Values;
use crate::locale::{Text, current};
use crate::router::Router;
use crate::write::operation::Write;
use crate::write::{Fact, Proposal, Unguarded};

type Build = Arc<dyn Fn(&Values) -> Result<Proposal, Vec<FieldError>> + Send + Sync>;

/// The form of the current page.
#[derive(Clone, Copy)]
pub struct Form {
    values: RwSignal<Values>,
    build: StoredValue<Build>,
    errors: Memo<Vec<FieldError>>,
    key: StoredValue<FormKey>,
    /// Labels of the chosen options.
    chosen: StoredValue<Vec<Chosen>>,
    // Stored, because the end of a form may come when there is no owner for a context.
    drafts: FormDrafts,
    router: Router,
}

/// A chosen option: field, value and the parts of its label.
struct Chosen {
    field: FieldKey,
    value: String,
    texts: Vec<String>,
}

impl Form {
    /// Opens the form with its draft, or with the values of `begin`. `make` returns nothing if a
    /// field that it reads is invalid. No form depends on what a table showed: it names resources
    /// by number.
    pub fn open<W>(
        begin: impl FnOnce() -> Values,
        make: impl Fn(&FormReader<'_>) -> Option<W> + Send + Sync + 'static,
    ) -> Self
    where
        W: Write<Shown = Unguarded>,
    {
        Self::open_any(
            begin,
            Arc::new(move |values| values.request(&make).map(|write| Proposal::new(write, Unguarded))),
        )
    }

    fn open_any(begin: impl FnOnce() -> Values, build: Build) -> Self {
        let (drafts, router) = (expect_context::<FormDrafts>(), expect_context::<Router>());
        let key = router.location().with_untracked(FormKey::of);
        let values = drafts.open(&key, begin);
        let build = StoredValue::new(build);
        let errors =
            Memo::new(move |_| values.with(|values| build.get_value()(values)).err().unwrap_or_default());
        Effect::new(move |_| router.set_blocked(values.with(|values| values.touched)));
        on_cleanup(move || router.set_blocked(false));
        let (key, chosen) = (StoredValue::new(key), StoredValue::new(Vec::new()));
        Self { values, build, errors, key, chosen, drafts, router }
    }

    /// Stores the label of a chosen option.
    pub(super) fn note_chosen(self, field: FieldKey, value: String, texts: Vec<String>) {
        self.chosen.update_value(|chosen| {
            chosen.retain(|other| other.field != field);
            chosen.push(Chosen { field, value, texts });
        });
    }

    /// The label of the chosen option of a field, as a fact for the confirmation. From the data,
    /// not from the DOM, which a translation by the browser or an extension may have changed.
    pub fn chosen<T: FieldValue>(self, field: Field<T>) -> Fact {
        let key = field.key();
        let value = self.values_now(|values| values.get(&key).to_owned());
        let known = |one: &&Chosen| one.field == key && one.value == value;
        let texts = self.chosen.with_value(|all| all.iter().find(known).map(|one| one.texts.clone()));
        match texts.as_deref() {
            Some([number, name]) if *number == value => {
                Fact::numbered(field.label(), &Id::from(number.as_str()), name)
            }
            Some([text]) => Fact::line(field.label(), text.as_str()),
            _ => Fact::list(field.label(), texts.unwrap_or_else(|| vec![value])),
        }
    }

    /// The value of a field of several lines, as a fact for the confirmation.
    pub fn typed<T: FieldValue>(self, field: Field<T>) -> Fact {
        Fact::lines(field.label(), self.values_now(|values| values.get(&field.key()).to_owned()))
    }

    /// The values of a field in all rows, as a fact for the confirmation.
    pub fn typed_in_rows<T: FieldValue>(self, list: ListDef, label: Text, field: Field<T>) -> Fact {
        let texts = self.values_now(|values| {
            let rows = values.added(list);
            rows.iter().map(|row| values.get(&field.at(row)).to_owned()).collect()
        });
        Fact::list(label, texts)
    }

    /// The values, tracked.
    pub fn values<T>(self, read: impl FnOnce(&Values) -> T) -> T {
        self.values.with(read)
    }

    /// The values, untracked.
    pub fn values_now<T>(self, read: impl FnOnce(&Values) -> T) -> T {
        self.values.with_untracked(read)
    }

    /// The value of a field outside all rows.
    pub fn text(self, field: impl Into<FieldDef>) -> Memo<String> {
        self.text_of(field.into().key_in(None))
    }

    /// The value of a field.
    pub(super) fn text_of(self, key: FieldKey) -> Memo<String> {
        Memo::new(move |_| self.values.with(|values| values.get(&key).to_owned()))
    }

    /// Sets a value that the user entered.
    pub(super) fn set(self, key: &FieldKey, text: String) {
        self.change(|values| values.set(key, text));
    }

    /// Changes the values for the user.
    pub(super) fn change(self, change: impl FnOnce(&mut Values)) {
        self.values.update(|values| {
            values.touched = true;
            change(values);
        });
    }

    /// Fills in values without the user: they need no confirmation when the page is left.
    pub(super) fn preset(self, key: &FieldKey, text: String) {
        self.values.update(|values| values.set(key, text));
    }

    /// The errors, once the form was submitted; tracked.
    pub(super) fn errors(self) -> Vec<FieldError> {
        if self.values.with(|values| values.tried) { self.errors.get() } else { Vec::new() }
    }

    /// The errors; untracked.
    pub(super) fn errors_now(self) -> Vec<FieldError> {
        self.errors.get_untracked()
    }

    /// The error of a field as text; tracked.
    pub(super) fn field_error(self, key: &FieldKey) -> String {
        self.error_text(|place| place.is_field(key))
    }

    /// The error of a list as text; tracked.
    pub(super) fn list_error(self, list: ListDef) -> String {
        self.error_text(|place| *place == ErrorPlace::List(list))
    }

    /// Before the form is submitted, only errors that more input can't fix.
    fn error_text(self, matches: impl Fn(&ErrorPlace) -> bool) -> String {
        self.errors.with(|errors| {
            let here: Vec<&FieldError> = errors.iter().filter(|error| matches(&error.place)).collect();
            if here.is_empty() {
                // A memo, so that other values cause no update.
                return String::new();
            }
            self.values.with(|values| {
                let said = here.iter().filter(|error| values.tried || error.is_final(values));
                said.map(|error| error.text(values, current())).collect::<Vec<_>>().join(" ")
            })
        })
    }

    /// The write, if the form has no errors. From now on errors are shown.
    pub(super) fn submit(self) -> Option<Proposal> {
        let built = self.values.with_untracked(|values| self.build.get_value()(values));
        if built.is_err() {
            self.values.update(|values| values.tried = true);
        }
        built.ok()
    }

    /// Removes the draft, also after the page is gone.
    pub(super) fn forget(self) -> Arc<dyn Fn() + Send + Sync> {
        let (drafts, key) = (self.drafts, self.key.get_value());
        Arc::new(move || drafts.forget(&key))
    }

    /// Ends the form: it was sent or discarded.
    pub(super) fn close(self) {
        self.router.set_blocked(false);
        self.key.with_value(|key| self.drafts.forget(key));
    }
}
