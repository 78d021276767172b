//! From the values of a form to a request, with all errors.

use std::cell::RefCell;

use databoxframe::rule::Problem;
use databoxframe::{Operation, validate};

use super::error::{FieldError, Reason};
#[cfg(test)]
use super::field::FieldDef;
use super::field::{Field, FieldValue, ListDef};
use super::key::{ErrorPlace, FieldKey, RowKey};
use super::names::name_errors;
use super::values::{RowOperation, Values};

/// Reads the values of a form and collects errors. There is a request only without errors.
pub struct FormReader<'a> {
    values: &'a Values,
    errors: RefCell<Vec<FieldError>>,
    /// All fields and lists that were read, to find the place of a limit that the API's own check
    /// finds broken.
    places: RefCell<Vec<ErrorPlace>>,
}

impl Values {
    /// Makes a request of the values. `make` returns nothing if a field that it reads is invalid.
    ///
    /// # Errors
    /// All errors.
    pub fn request<O: Operation>(
        &self,
        make: impl FnOnce(&FormReader<'_>) -> Option<O>,
    ) -> Result<O, Vec<FieldError>> {
        let reader = FormReader { values: self, errors: RefCell::default(), places: RefCell::default() };
        let made = make(&reader);
        let mut errors = reader.errors.take();
        match made {
            Some(operation) if errors.is_empty() => {
                errors.extend(validate(&operation).into_iter().map(|violation| FieldError {
                    place: reader.place_of(&violation.path),
                    reason: Reason::Limit(violation.problem),
                }));
                if errors.is_empty() { Ok(operation) } else { Err(errors) }
            }
            _ => Err(errors),
        }
    }
}

impl FormReader<'_> {
    /// The rows of a list that belong to the request. All are read, also after an invalid one.
    pub fn each<T>(&self, list: ListDef, read: impl Fn(&RowReader<'_>) -> Option<T>) -> Option<Vec<T>> {
        let rows = self.values.sent(list);
        self.places.borrow_mut().push(ErrorPlace::List(list));
        if rows.len() < list.count.min || rows.len() > list.count.max {
            let problem = if rows.is_empty() { Problem::Required } else { Problem::WrongCount(list.count) };
            self.note(ErrorPlace::List(list), Reason::Limit(problem));
        }
        let read = |(key, action): &(RowKey, RowOperation)| {
            read(&RowReader { reader: self, row: Some((list, key)), action: action.clone() })
        };
        let read: Vec<Option<T>> = rows.iter().map(read).collect();
        read.into_iter().collect()
    }

    /// Reader of the fields outside all rows.
    pub fn read<F: ReadFields>(&self, fields: F) -> Option<F::Values> {
        fields.read(&RowReader { reader: self, row: None, action: RowOperation::Create })
    }

    /// Number of rows of a list in the request.
    pub fn count(&self, list: ListDef) -> usize {
        self.values.sent(list).len()
    }

    /// Adds an error if both lists are empty.
    pub fn need_one_of(&self, lists: [ListDef; 2]) {
        if lists.iter().all(|list| self.count(*list) == 0) {
            let [first, _] = lists;
            let problem = Problem::NeedsOneOf(lists.map(|list| list.name));
            self.note(ErrorPlace::List(first), Reason::Limit(problem));
        }
    }

    /// Adds the errors of the names in a list, including duplicates.
    pub fn check_names(&self, list: ListDef, field: Field<String>) {
        let rows = self.values.added(list);
        let names: Vec<&str> = rows.iter().map(|row| self.values.get(&field.at(row))).collect();
        for (index, error) in name_errors(&names) {
            if let Some(row) = rows.get(index) {
                let place = ErrorPlace::Field(field.at(row), field.def(), Some(list));
                self.note(place, Reason::Name(error));
            }
        }
    }

    /// The fields that were read, in order.
    #[cfg(test)]
    pub fn fields_read(&self) -> Vec<FieldDef> {
        let field = |place: &ErrorPlace| match place {
            ErrorPlace::Field(_, field, _) => Some(*field),
            ErrorPlace::List(_) | ErrorPlace::Request(_) => None,
        };
        self.places.borrow().iter().filter_map(field).collect()
    }

    fn note(&self, place: ErrorPlace, reason: Reason) {
        self.errors.borrow_mut().push(FieldError { place, reason });
    }

    /// The place of a path of the API: `dataBoxInfo.nasList[1].nasSize` is a field of a row.
    fn place_of(&self, path: &str) -> ErrorPlace {
        let own = path.strip_prefix("dataBoxInfo.").unwrap_or(path);
        let places = self.places.borrow();
        let place = places.iter().find(|place| match place {
            // The API spells one name in two ways: `edgeNodeProdSpecId`, `EdgeNodeProdSpecId`.
            ErrorPlace::Field(key, _, list) => self.path_of(key, *list).eq_ignore_ascii_case(own),
            ErrorPlace::List(list) => list.name == own,
            ErrorPlace::Request(_) => false,
        });
        place.cloned().unwrap_or_else(|| ErrorPlace::Request(path.to_owned()))
    }

    fn path_of(&self, key: &FieldKey, list: Option<ListDef>) -> String {
        let index = list.zip(key.row.as_ref()).and_then(|(list, row)| {
            let index = self.values.sent(list).iter().position(|(other, _)| other == row)?;
            Some(format!("{}[{index}].{}", list.name, key.name))
        });
        index.unwrap_or_else(|| key.name.to_owned())
    }
}

/// Reads the fields of a row.
pub struct RowReader<'a> {
    reader: &'a FormReader<'a>,
    /// `None` outside all rows.
    row: Option<(ListDef, &'a RowKey)>,
    action: RowOperation,
}

impl RowReader<'_> {
    /// The values of several fields as a tuple. Each field is read, also after an invalid one.
    pub fn read<F: ReadFields>(&self, fields: F) -> Option<F::Values> {
        fields.read(self)
    }

    /// The action of the row.
    pub fn action(&self) -> RowOperation {
        self.action.clone()
    }

    fn one<T: FieldValue>(&self, field: Field<T>) -> Option<T> {
        let (list, key) = self.row.unzip();
        let place = ErrorPlace::Field(field.def().key_in(key), field.def(), list);
        self.reader.places.borrow_mut().push(place.clone());
        match field.read(self.reader.values, key) {
            Ok(value) => Some(value),
            Err(problems) => {
                for problem in problems {
                    self.reader.note(place.clone(), Reason::Limit(problem));
                }
                None
            }
        }
    }
}

/// Several fields that are read together, so that all errors are found at once.
pub trait ReadFields {
    /// Their values.
    type Values;
    /// Reads them.
    fn read(self, row: &RowReader<'_>) -> Option<Self::Values>;
}

impl<T: FieldValue> ReadFields for Field<T> {
    type Values = T;

    fn read(self, row: &RowReader<'_>) -> Option<T> {
        row.one(self)
    }
}

macro_rules! read_fields {
    ($($type:ident $field:ident),+) => {
        impl<$($type: FieldValue),+> ReadFields for ($(Field<$type>,)+) {
            type Values = ($($type,)+);

            fn read(self, row: &RowReader<'_>) -> Option<Self::Values> {
                let ($($field,)+) = self;
                // Reads all fields before the first missing value returns.
                $(let $field = row.one($field);)+
                Some(($($field?,)+))
            }
        }
    };
}

read_fields!(A a, B b);
read_fields!(A a, B b, C c);
read_fields!(A a, B b, C c, D d);
read_fields!(A a, B b, C c, D d, E e);
read_fields!(A a, B b, C c, D d, E e, F f);
read_fields!(A a, B b, C c, D d, E e, F f, G g);

#[cfg(test)]
#[path = "reader_tests.rs"]
mod tests;
