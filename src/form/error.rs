//! Errors of a form.

use databoxframe::rule::Problem;

use super::field::ListDef;
use super::key::{ErrorPlace, RowKey};
use super::name_error::explain_name;
use super::names::NameError;
use super::values::Values;
use crate::locale::{Locale, Texts, explain_value};

/// An error of a field or of another part of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Place of the error.
    pub place: ErrorPlace,
    /// Kind of the error.
    pub reason: Reason,
}

/// Kinds of field errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A documented limit is broken.
    Limit(Problem),
    /// A file name that nobody would mean.
    Name(NameError),
}

impl FieldError {
    /// Whether more input can't fix the error. Such errors are shown before the form is submitted.
    pub fn is_final(&self, values: &Values) -> bool {
        match &self.reason {
            Reason::Limit(Problem::NotANumber) => true,
            Reason::Limit(Problem::WrongLength(length)) => self.value(values).chars().count() > length.max,
            _ => false,
        }
    }

    /// Label of the field, with its row if it has one.
    pub fn label(&self, values: &Values, t: &'static Texts) -> String {
        match &self.place {
            ErrorPlace::Field(key, field, Some(list)) => {
                let added = key.row.as_ref().and_then(|row| position(values, *list, row));
                let item = (list.item)(t);
                let row = added.map_or_else(|| item.to_owned(), |index| (t.forms.row)(item, index + 1));
                (t.forms.in_row)((field.label)(t), &row)
            }
            ErrorPlace::Field(_, field, None) => (field.label)(t).to_owned(),
            ErrorPlace::List(list) => (list.label)(t).to_owned(),
            ErrorPlace::Request(path) => path.clone(),
        }
    }

    /// The error as text.
    pub fn text(&self, values: &Values, locale: Locale) -> String {
        let t = locale.texts();
        match (&self.reason, &self.place) {
            (Reason::Limit(problem), _) => explain_value(problem, self.value(values), locale),
            (Reason::Name(error), place) => explain_name(
                *error,
                &|index| match place {
                    ErrorPlace::Field(.., Some(list)) => (t.forms.row)((list.item)(t), index + 1),
                    _ => (index + 1).to_string(),
                },
                t,
            ),
        }
    }

    fn value<'a>(&self, values: &'a Values) -> &'a str {
        match &self.place {
            ErrorPlace::Field(key, ..) => values.get(key),
            ErrorPlace::List(_) | ErrorPlace::Request(_) => "",
        }
    }
}

/// Position of a row among the added rows of its list.
fn position(values: &Values, list: ListDef, row: &RowKey) -> Option<usize> {
    values.added(list).iter().position(|added| added == row)
}
