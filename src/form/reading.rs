//! From what was typed to the fields of a request, with what is wrong on the way.

use std::cell::RefCell;

use databoxframe::rule::{ANY_COUNT, Problem};
use databoxframe::{Id, Password, validate};

use super::names::{NameProblem, name_problems};
use super::number::{NumberProblem, parse_gb, parse_whole};
use super::values::{ACTION, Values, in_row};
use crate::untrusted::has_visible;
use crate::write::operation::Write;
use crate::write::{Proposal, Unguarded};

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It breaks a documented limit.
    Limit(Problem),
    /// It is no name of a file that anybody would mean.
    Name(NameProblem),
}

/// A field with what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's key.
    pub key: String,
    /// What is wrong.
    pub wrong: Wrong,
}

impl Wrong {
    /// Whether more typing can't make it right: then it is said before sending is tried.
    pub fn is_final(&self, value: &str) -> bool {
        match self {
            Self::Limit(Problem::NotANumber) => true,
            Self::Limit(Problem::WrongLength(length)) => value.chars().count() > length.max,
            _ => false,
        }
    }
}

/// Values that are read for a request: each that can't be used is noted.
pub struct Reading<'a> {
    values: &'a Values,
    errors: RefCell<Vec<FieldError>>,
}

impl Values {
    /// The write that is made of the values. No form depends on what was shown: what it changes is
    /// named by number.
    ///
    /// # Errors
    /// Every field that can't be used, or breaks a limit.
    pub fn request<W>(&self, make: impl FnOnce(&Reading<'_>) -> W) -> Result<Proposal, Vec<FieldError>>
    where
        W: Write<Shown = Unguarded>,
    {
        let reading = Reading { values: self, errors: RefCell::default() };
        let write = make(&reading);
        let violations = validate(&write);
        let mut errors = reading.errors.into_inner();
        let noted = errors.len();
        for violation in violations {
            let key = self.key_of(&violation.path);
            // What stands in the request for a value that can't be read breaks limits too.
            if errors.iter().take(noted).all(|error| error.key != key) {
                errors.push(FieldError { key, wrong: Wrong::Limit(violation.problem) });
            }
        }
        if errors.is_empty() { Ok(Proposal::new(write, Unguarded)) } else { Err(errors) }
    }
}

impl Reading<'_> {
    /// The rows of a list that a request holds.
    pub fn each<T>(&self, list: &str, mut read: impl FnMut(Row<'_>) -> T) -> Vec<T> {
        let rows = self.values.sent(list);
        rows.iter().map(|key| read(Row { values: self.values, key, errors: Some(&self.errors) })).collect()
    }

    /// The values that belong to no row.
    pub fn top(&self) -> Row<'_> {
        Row { values: self.values, key: "", errors: Some(&self.errors) }
    }

    /// Notes what is wrong with the names in a list, also with each other.
    pub fn check_names(&self, list: &str, field: &str) {
        let names = self.values.each(list, |row| row.text(field));
        let keys = self.values.sent(list);
        for (index, problem) in name_problems(&names) {
            if let Some(row) = keys.get(index) {
                let wrong = Wrong::Name(problem);
                self.errors.borrow_mut().push(FieldError { key: in_row(row, field), wrong });
            }
        }
    }
}

/// Values as the fields of a request want them.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    values: &'a Values,
    key: &'a str,
    /// Where what can't be used is noted.
    errors: Option<&'a RefCell<Vec<FieldError>>>,
}

impl<'a> Row<'a> {
    /// A row that is only looked at.
    pub(super) fn of(values: &'a Values, key: &'a str) -> Self {
        Self { values, key, errors: None }
    }

    /// A text, empty if there is none.
    pub fn text(&self, name: &str) -> String {
        self.values.get(&in_row(self.key, name)).to_owned()
    }

    /// A text, if anything of it can be seen.
    pub fn optional_text(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| has_visible(text))
    }

    /// What was typed as a number, or why it is none.
    pub fn whole(&self, name: &str) -> Result<u64, NumberProblem> {
        parse_whole(self.values.get(&in_row(self.key, name)))
    }

    /// The same for a size in GB.
    pub fn whole_gb(&self, name: &str) -> Result<u64, NumberProblem> {
        parse_gb(self.values.get(&in_row(self.key, name)))
    }

    /// A number.
    pub fn number(&self, name: &str) -> u64 {
        self.usable(name, self.whole(name))
    }

    /// A number, if anything was typed.
    pub fn optional_number(&self, name: &str) -> Option<u64> {
        self.if_typed(name, self.whole(name))
    }

    /// A size in GB.
    pub fn gb(&self, name: &str) -> u64 {
        self.usable(name, self.whole_gb(name))
    }

    /// A size in GB, if anything was typed.
    pub fn optional_gb(&self, name: &str) -> Option<u64> {
        self.if_typed(name, self.whole_gb(name))
    }

    fn if_typed(&self, name: &str, parsed: Result<u64, NumberProblem>) -> Option<u64> {
        (parsed != Err(NumberProblem::Empty)).then(|| self.usable(name, parsed))
    }

    /// What stands in the request; without meaning if something is noted.
    fn usable(&self, name: &str, parsed: Result<u64, NumberProblem>) -> u64 {
        match parsed {
            Ok(number) => number,
            // Every documented limit is smaller: the field's own one is told.
            Err(NumberProblem::TooLarge) => u64::MAX,
            Err(problem) => {
                if let Some(errors) = self.errors {
                    let wrong = Wrong::Limit(problem.of_field(Problem::OutOfRange(ANY_COUNT)));
                    errors.borrow_mut().push(FieldError { key: in_row(self.key, name), wrong });
                }
                0
            }
        }
    }

    /// A number that names something; empty if nothing is chosen.
    pub fn id(&self, name: &str) -> Id {
        Id::new(self.text(name).trim())
    }

    /// A number that names something, if one is chosen.
    pub fn optional_id(&self, name: &str) -> Option<Id> {
        Some(self.id(name)).filter(|id| !id.as_str().is_empty())
    }

    /// A password, as typed: a space in it is its owner's mistake to see.
    pub fn password(&self, name: &str) -> Password {
        Password::new(self.text(name))
    }

    /// A password, if one was typed.
    pub fn optional_password(&self, name: &str) -> Option<Password> {
        (!self.text(name).is_empty()).then(|| self.password(name))
    }

    /// The number of what exists, from its row's key.
    pub fn existing(&self) -> Id {
        let number = self.key.rsplit_once('/').and_then(|(_, row)| row.strip_prefix('e'));
        Id::new(number.unwrap_or_default())
    }

    /// What is done in this row; [`Action::Create`] in an added one.
    pub fn action(&self) -> Action {
        match self.text(ACTION).as_str() {
            "UPDATE" => Action::Update,
            "DELETE" => Action::Delete,
            _ => Action::Create,
        }
    }
}

/// What is done to a server or a volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It is new.
    Create,
    /// It gets another spec or size.
    Update,
    /// It is returned.
    Delete,
}

#[cfg(test)]
mod tests {
    use databoxframe::frame::{ModifyDataBoxFrameAdminInfra, NasChange};
    use databoxframe::import::ApplyFileImport;
    use databoxframe::rule::NAS_SIZE_GB;

    use super::*;

    /// A request for new volumes, as it is sent, or what is wrong with it.
    fn volumes(count: &str, size: &str) -> Result<String, Vec<(String, Wrong)>> {
        let mut values = Values::default();
        let row = values.add_row("nasList");
        values.set(&in_row(&row, "count"), count.into());
        values.set(&in_row(&row, "nasSize"), size.into());
        let request = values.request(|values| ModifyDataBoxFrameAdminInfra {
            frame_no: Id::from(83),
            memo: None,
            admin_servers: Vec::new(),
            nas: values.each("nasList", |row| NasChange::Create {
                count: row.number("count"),
                nas_size: row.gb("nasSize"),
            }),
        });
        let body =
            |proposal: Proposal| format!("{:?}", proposal.prepare("").unwrap().body.unwrap()["nasList"][0]);
        request.map(body).map_err(|errors| errors.into_iter().map(|error| (error.key, error.wrong)).collect())
    }

    #[test]
    fn numbers_are_sent_as_they_are_meant_and_otherwise_said_to_be_wrong() {
        let sent = volumes("1", "500").unwrap();
        for (count, size) in
            [("１", "５００"), (" 1 ", "500 GB"), ("1\u{200b}", "500.0"), ("01", "\u{feff}500\u{a0}")]
        {
            assert_eq!(volumes(count, size).as_ref(), Ok(&sent), "{count:?} {size:?}");
        }
        assert_eq!(volumes("1", "1,000").unwrap(), volumes("1", "1000").unwrap());
        let size = |problem| Err(vec![("nasList/n1/nasSize".to_owned(), Wrong::Limit(problem))]);
        assert_eq!(volumes("1", ""), size(Problem::Required));
        assert_eq!(volumes("1", " \u{3000}"), size(Problem::Required));
        assert_eq!(volumes("1", "five"), size(Problem::NotANumber));
        assert_eq!(volumes("1", "500 TB"), size(Problem::NotANumber));
        assert_eq!(volumes("1", "550"), size(Problem::OutOfRange(NAS_SIZE_GB)));
        assert_eq!(volumes("1", "99999999999999999999"), size(Problem::OutOfRange(NAS_SIZE_GB)));
        // The unit belongs to a size only.
        let count = |problem| Err(vec![("nasList/n1/count".to_owned(), Wrong::Limit(problem))]);
        assert_eq!(volumes("1 GB", "500"), count(Problem::NotANumber));
        assert_eq!(volumes("", "500"), count(Problem::Required));
        assert_eq!(volumes("0", "500"), count(Problem::OutOfRange(ANY_COUNT)));
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let mut values = Values::default();
        for name in ["a.csv", "", "a.csv "] {
            let row = values.add_row("sourceFileInfoList");
            values.set(&in_row(&row, "fileName"), name.into());
        }
        values.set("dataBoxNo", "381".into());
        let request = values.request(|values| {
            values.check_names("sourceFileInfoList", "fileName");
            ApplyFileImport {
                frame_no: values.top().id("dataBoxFrameNo"),
                box_no: values.top().id("dataBoxNo"),
                memo: None,
                source_bucket: "b".into(),
                file_names: values.each("sourceFileInfoList", |row| row.text("fileName")),
                target_nas_instance_no: Id::from(1),
            }
        });
        let errors: Vec<_> =
            request.err().unwrap().into_iter().map(|error| (error.key, error.wrong)).collect();
        let name = |row: &str| format!("sourceFileInfoList/{row}/fileName");
        assert_eq!(
            errors,
            [
                (name("n3"), Wrong::Name(NameProblem::Ends(' '))),
                (name("n3"), Wrong::Name(NameProblem::SameAs(0))),
                ("dataBoxFrameNo".into(), Wrong::Limit(Problem::Required)),
                (name("n2"), Wrong::Limit(Problem::Required)),
            ]
        );
    }

    #[test]
    fn what_is_not_typed_is_absent_and_what_is_typed_wrong_is_not() {
        let mut values = Values::default();
        values.set("a", "12 TB".into());
        values.set("b", "  ".into());
        values.set("c", "\u{200b}".into());
        let top = values.top();
        assert_eq!(
            (top.optional_gb("a"), top.optional_gb("b"), top.optional_number("c")),
            (Some(0), None, None)
        );
        assert_eq!((top.optional_text("b"), top.optional_text("c")), (None, None));
        assert_eq!(
            (top.whole("a"), top.whole("b")),
            (Err(NumberProblem::NotDigits), Err(NumberProblem::Empty))
        );
    }
}
