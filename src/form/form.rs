//! An open form: its values, what is wrong with them, and its end.

use std::sync::Arc;

use leptos::prelude::*;

use super::drafts::{FormDrafts, FormKey};
use super::error::FieldError;
use super::field::{Field, FieldDef, FieldValue, ListDef};
use super::key::{FieldKey, Place};
use super::reader::FormReader;
use super::values::Values;
use crate::locale::current;
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
    /// What was offered of the values that are chosen.
    chosen: StoredValue<Vec<Chosen>>,
    // Kept, because what ends a form is called from where there is no page around it.
    drafts: FormDrafts,
    router: Router,
}

/// A value that is chosen in a field, and the texts by which it was offered.
struct Chosen {
    field: FieldKey,
    value: String,
    texts: Vec<String>,
}

impl Form {
    /// Opens the form as it was left, or as `begin` makes it. `make` gives nothing if a field that
    /// it reads can't be used. No form depends on what was shown: what it changes is named by
    /// number.
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

    /// Takes note of the texts by which a value was offered that is chosen.
    pub(super) fn note_chosen(self, field: FieldKey, value: String, texts: Vec<String>) {
        self.chosen.update_value(|chosen| {
            chosen.retain(|other| other.field != field);
            chosen.push(Chosen { field, value, texts });
        });
    }

    /// What is chosen in a field, as a fact for the confirmation. From the data that was offered, not
    /// from the document, where a browser's translation or an extension may have put something else.
    pub fn chosen<T: FieldValue>(self, field: Field<T>) -> Fact {
        let key = field.key();
        let value = self.values_now(|values| values.get(&key).to_owned());
        let known = |one: &&Chosen| one.field == key && one.value == value;
        let texts = self.chosen.with_value(|all| all.iter().find(known).map(|one| one.texts.clone()));
        Fact::list(field.label(), texts.unwrap_or_else(|| vec![value]))
    }

    /// What was typed into a field of several lines, as a fact for the confirmation.
    pub fn typed(self, field: Field<String>) -> Fact {
        Fact::lines(field.label(), self.values_now(|values| values.get(&field.key()).to_owned()))
    }

    /// What was typed into a field of each row, as a fact for the confirmation.
    pub fn typed_in_rows(self, list: ListDef, field: Field<String>) -> Fact {
        let texts = self.values_now(|values| {
            let rows = values.added(list);
            rows.iter().map(|row| values.get(&field.at(row)).to_owned()).collect()
        });
        Fact::list(list.label, texts)
    }

    /// The values, tracked.
    pub fn values<T>(self, read: impl FnOnce(&Values) -> T) -> T {
        self.values.with(read)
    }

    /// The values, untracked.
    pub fn values_now<T>(self, read: impl FnOnce(&Values) -> T) -> T {
        self.values.with_untracked(read)
    }

    /// What was typed into a field outside all rows.
    pub fn text(self, field: impl Into<FieldDef>) -> Memo<String> {
        self.text_of(field.into().key_in(None))
    }

    /// What was typed into a field.
    pub(super) fn text_of(self, key: FieldKey) -> Memo<String> {
        Memo::new(move |_| self.values.with(|values| values.get(&key).to_owned()))
    }

    /// Takes what was typed or chosen.
    pub(super) fn set(self, key: &FieldKey, text: String) {
        self.change(|values| values.set(key, text));
    }

    /// Changes the values as a person asked for it.
    pub(super) fn change(self, change: impl FnOnce(&mut Values)) {
        self.values.update(|values| {
            values.touched = true;
            change(values);
        });
    }

    /// Fills in what nobody typed: it asks for no confirmation when the page is left.
    pub(super) fn preset(self, key: &FieldKey, text: String) {
        self.values.update(|values| values.set(key, text));
    }

    /// What is wrong, once sending was tried; tracked.
    pub(super) fn errors(self) -> Vec<FieldError> {
        if self.values.with(|values| values.tried) { self.errors.get() } else { Vec::new() }
    }

    /// What is wrong; untracked.
    pub(super) fn errors_now(self) -> Vec<FieldError> {
        self.errors.get_untracked()
    }

    /// What is wrong with a field, in words; tracked.
    pub(super) fn field_error(self, key: &FieldKey) -> String {
        self.error_text(|place| place.is_field(key))
    }

    /// What is wrong with a list as a whole, in words; tracked.
    pub(super) fn list_error(self, list: ListDef) -> String {
        self.error_text(|place| *place == Place::List(list))
    }

    /// Before sending was tried only what more typing can't make right.
    fn error_text(self, is_it: impl Fn(&Place) -> bool) -> String {
        self.errors.with(|errors| {
            let here: Vec<&FieldError> = errors.iter().filter(|error| is_it(&error.place)).collect();
            if here.is_empty() {
                // Not concerned by other values.
                return String::new();
            }
            self.values.with(|values| {
                let said = here.iter().filter(|error| values.tried || error.is_final(values));
                said.map(|error| error.text(values, current())).collect::<Vec<_>>().join(" ")
            })
        })
    }

    /// The write, if nothing is wrong with it. From now on the form says what is.
    pub(super) fn submit(self) -> Option<Proposal> {
        let built = self.values.with_untracked(|values| self.build.get_value()(values));
        if built.is_err() {
            self.values.update(|values| values.tried = true);
        }
        built.ok()
    }

    /// Forgets the form, also if its page is gone by then.
    pub(super) fn forget(self) -> Arc<dyn Fn() + Send + Sync> {
        let (drafts, key) = (self.drafts, self.key.get_value());
        Arc::new(move || drafts.forget(&key))
    }

    /// Ends the form: it was sent, or is given up.
    pub(super) fn close(self) {
        self.router.set_blocked(false);
        self.key.with_value(|key| self.drafts.forget(key));
    }
}
