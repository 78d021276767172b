//! What is wrong with a form.

use databoxframe::rule::Problem;

use super::field::ListDef;
use super::key::{Place, RowKey};
use super::name_error::explain_name;
use super::names::NameError;
use super::values::Values;
use crate::locale::{Locale, Texts, explain_value};

/// Something that is wrong with a field, or with another part of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Where.
    pub place: Place,
    /// What.
    pub reason: Reason,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It breaks a documented limit.
    Limit(Problem),
    /// It is no name of a file that anybody would mean.
    Name(NameError),
}

impl FieldError {
    /// Whether more typing can't make it right: then it is said before sending is tried.
    pub fn is_final(&self, values: &Values) -> bool {
        match &self.reason {
            Reason::Limit(Problem::NotANumber) => true,
            Reason::Limit(Problem::WrongLength(length)) => self.value(values).chars().count() > length.max,
            _ => false,
        }
    }

    /// What is called so, with its row if it is in one.
    pub fn label(&self, values: &Values, t: &'static Texts) -> String {
        match &self.place {
            Place::Field(key, field, Some(list)) => {
                let added = key.row.as_ref().and_then(|row| position(values, *list, row));
                let item = (list.item)(t);
                let row = added.map_or_else(|| item.to_owned(), |index| (t.forms.row)(item, index + 1));
                (t.forms.in_row)((field.label)(t), &row)
            }
            Place::Field(_, field, None) => (field.label)(t).to_owned(),
            Place::List(list) => (list.label)(t).to_owned(),
            Place::Request(path) => path.clone(),
        }
    }

    /// What is wrong, in words.
    pub fn text(&self, values: &Values, locale: Locale) -> String {
        let t = locale.texts();
        match (&self.reason, &self.place) {
            (Reason::Limit(problem), _) => explain_value(problem, self.value(values), locale),
            (Reason::Name(error), place) => explain_name(
                *error,
                &|index| match place {
                    Place::Field(.., Some(list)) => (t.forms.row)((list.item)(t), index + 1),
                    _ => (index + 1).to_string(),
                },
                t,
            ),
        }
    }

    fn value<'a>(&self, values: &'a Values) -> &'a str {
        match &self.place {
            Place::Field(key, ..) => values.get(key),
            Place::List(_) | Place::Request(_) => "",
        }
    }
}

/// The place of a row among those that were added to its list.
fn position(values: &Values, list: ListDef, row: &RowKey) -> Option<usize> {
    values.added(list).iter().position(|added| added == row)
}
