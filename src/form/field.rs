//! Fields and lists of forms as typed handles: label, control, limits, value.

use std::fmt;

use databoxframe::product::Product;
use databoxframe::rule::{ANY_COUNT, Items, Length, NAME, PASSWORD, PasswordRule, Problem, Range};
use databoxframe::{Id, Password};

use super::key::{FieldKey, RowKey};
use super::values::Values;
use crate::locale::Text;
use crate::number::{NumberError, parse_gb, parse_whole};
use crate::untrusted::has_visible;

/// A field with a value of type `T`.
pub struct Field<T: FieldValue> {
    def: FieldDef,
    limits: T::Limits,
}

/// The part of a field that does not depend on the type of its value.
#[derive(Clone, Copy)]
pub struct FieldDef {
    /// Name in the API.
    pub name: &'static str,
    /// Label.
    pub label: Text,
    /// Control.
    pub control: Control,
    /// Whether the field may be empty.
    pub optional: bool,
}

/// Control of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// A name in a list. Several pasted lines become several rows.
    Name,
    /// Several lines of text.
    Lines,
    /// A whole number.
    Number,
    /// A spec code with suggestions.
    Spec(SpecList),
    /// A password, which the console can generate.
    Password,
    /// One of several values.
    Choice,
    /// No control.
    Hidden,
}

/// Spec codes suggested for a kind of server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpecList {
    /// Part of the `id` of the list of suggestions.
    pub name: &'static str,
    /// Products of the codes.
    pub products: &'static [Product],
}

/// A list of a form.
#[derive(Clone, Copy, Debug)]
pub struct ListDef {
    /// Name in the API.
    pub name: &'static str,
    /// Label.
    pub label: Text,
    /// Label of one entry.
    pub item: Text,
    /// Label of the button that adds an entry.
    pub add: Text,
    /// Fields of a new entry.
    pub fields: &'static [FieldDef],
    /// Fields of an existing entry to change; empty if it can only be returned.
    pub changes: &'static [FieldDef],
    /// Allowed number of entries in a request.
    pub count: Items,
}

/// A type of field values.
pub trait FieldValue: Sized {
    /// Limits of the value.
    type Limits: Copy;
    /// Whether a text counts as empty.
    fn is_absent(text: &str) -> bool;
    /// Parses a text.
    ///
    /// # Errors
    /// All limits that the text breaks.
    fn parse(text: &str, limits: Self::Limits) -> Result<Self, Vec<Problem>>;
}

/// Limits of a number.
#[derive(Clone, Copy, Debug)]
pub struct NumberLimits {
    range: Range,
    /// Whether the unit GB may follow the number.
    is_gb: bool,
}

/// A value that the console fills in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Filled {
    /// Name of the field in the API.
    pub name: &'static str,
    /// The value as text.
    pub text: String,
}

impl<T: FieldValue> Field<T> {
    const fn new(name: &'static str, label: Text, control: Control, limits: T::Limits) -> Self {
        Self { def: FieldDef { name, label, control, optional: false }, limits }
    }

    /// A field with one of several values, which are read from the API.
    pub const fn choice(name: &'static str, label: Text, limits: T::Limits) -> Self {
        Self::new(name, label, Control::Choice, limits)
    }

    /// A value that is kept for the request and not shown.
    pub const fn hidden(name: &'static str, label: Text, limits: T::Limits) -> Self {
        Self::new(name, label, Control::Hidden, limits)
    }

    /// The same field, optional.
    pub const fn optional(self) -> Field<Option<T>> {
        Field { def: FieldDef { optional: true, ..self.def }, limits: self.limits }
    }

    /// The part that does not depend on the type.
    pub const fn def(self) -> FieldDef {
        self.def
    }

    /// Label.
    pub const fn label(self) -> Text {
        self.def.label
    }

    /// Key of the field outside all rows.
    pub const fn key(self) -> FieldKey {
        FieldKey { row: None, name: self.def.name }
    }

    /// Key of the field in a row.
    pub fn at(self, row: &RowKey) -> FieldKey {
        FieldKey { row: Some(row.clone()), name: self.def.name }
    }

    /// The field with a value filled in.
    pub const fn filled(self, text: String) -> Filled {
        Filled { name: self.def.name, text }
    }

    /// Parses the value of the field.
    ///
    /// # Errors
    /// All limits that the value breaks.
    pub fn read(self, values: &Values, row: Option<&RowKey>) -> Result<T, Vec<Problem>> {
        T::parse(values.get(&self.def.key_in(row)), self.limits)
    }
}

impl Field<String> {
    /// A field of several lines.
    pub const fn lines(name: &'static str, label: Text, length: Length) -> Self {
        Self::new(name, label, Control::Lines, length)
    }

    /// A field for a file name.
    pub const fn file_name(name: &'static str, label: Text) -> Self {
        Self::new(name, label, Control::Name, NAME)
    }
}

impl Field<u64> {
    /// A field for a whole number.
    pub const fn number(name: &'static str, label: Text, range: Range) -> Self {
        Self::new(name, label, Control::Number, NumberLimits { range, is_gb: false })
    }

    /// A field for a size in GB.
    pub const fn gb(name: &'static str, label: Text, range: Range) -> Self {
        Self::new(name, label, Control::Number, NumberLimits { range, is_gb: true })
    }

    /// A field for a spec code.
    pub const fn spec(name: &'static str, label: Text, list: SpecList) -> Self {
        Self::new(name, label, Control::Spec(list), NumberLimits { range: ANY_COUNT, is_gb: false })
    }

    /// The same field with other limits, for limits that depend on other fields.
    pub const fn within(self, range: Range) -> Self {
        Self { limits: NumberLimits { range, ..self.limits }, ..self }
    }

    /// The number, without a check of its limits.
    ///
    /// # Errors
    /// If the text is not a number.
    pub fn typed(self, values: &Values, row: Option<&RowKey>) -> Result<u64, NumberError> {
        self.limits.parse(values.get(&self.def.key_in(row)))
    }
}

impl Field<Password> {
    /// A field for a password, which the console can generate.
    pub const fn password(name: &'static str, label: Text) -> Self {
        Self::new(name, label, Control::Password, PASSWORD)
    }
}

impl FieldDef {
    /// Key of the field in a row, or outside all rows.
    pub fn key_in(self, row: Option<&RowKey>) -> FieldKey {
        FieldKey { row: row.cloned(), name: self.name }
    }
}

impl NumberLimits {
    fn parse(self, text: &str) -> Result<u64, NumberError> {
        if self.is_gb { parse_gb(text) } else { parse_whole(text) }
    }
}

impl FieldValue for u64 {
    type Limits = NumberLimits;

    fn is_absent(text: &str) -> bool {
        parse_whole(text) == Err(NumberError::Empty)
    }

    fn parse(text: &str, limits: NumberLimits) -> Result<Self, Vec<Problem>> {
        let range = limits.range;
        let number = limits.parse(text).map_err(|error| vec![error.of_field(Problem::OutOfRange(range))])?;
        range.check(number).map_or(Ok(number), |problem| Err(vec![problem]))
    }
}

impl FieldValue for String {
    type Limits = Length;

    fn is_absent(text: &str) -> bool {
        !has_visible(text)
    }

    fn parse(text: &str, length: Length) -> Result<Self, Vec<Problem>> {
        length.check(text).map_or_else(|| Ok(text.to_owned()), |problem| Err(vec![problem]))
    }
}

impl FieldValue for Id {
    type Limits = ();

    fn is_absent(text: &str) -> bool {
        text.trim().is_empty()
    }

    fn parse(text: &str, (): ()) -> Result<Self, Vec<Problem>> {
        let id = Self::new(text.trim());
        match id.number() {
            Some(_) => Ok(id),
            None if Self::is_absent(text) => Err(vec![Problem::Required]),
            None => Err(vec![Problem::NotANumber]),
        }
    }
}

impl FieldValue for Password {
    type Limits = PasswordRule;

    fn is_absent(text: &str) -> bool {
        text.is_empty()
    }

    /// Not trimmed: spaces in a password are kept.
    fn parse(text: &str, rule: PasswordRule) -> Result<Self, Vec<Problem>> {
        let problems = rule.check(text);
        if problems.is_empty() { Ok(Self::new(text.to_owned())) } else { Err(problems) }
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    type Limits = T::Limits;

    fn is_absent(text: &str) -> bool {
        T::is_absent(text)
    }

    fn parse(text: &str, limits: T::Limits) -> Result<Self, Vec<Problem>> {
        if T::is_absent(text) { Ok(None) } else { T::parse(text, limits).map(Some) }
    }
}

// Derived implementations would require the same of `T`.
impl<T: FieldValue> Clone for Field<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: FieldValue> Copy for Field<T> {}

impl<T: FieldValue> From<Field<T>> for FieldDef {
    fn from(field: Field<T>) -> Self {
        field.def
    }
}

// Labels are functions, which can't be compared.
impl PartialEq for FieldDef {
    fn eq(&self, other: &Self) -> bool {
        (self.name, self.control, self.optional) == (other.name, other.control, other.optional)
    }
}

impl Eq for FieldDef {}

impl fmt::Debug for FieldDef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for ListDef {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for ListDef {}

#[cfg(test)]
mod tests {
    use databoxframe::rule::{IMPORT_MEMO, NAS_SIZE_GB};

    use super::*;

    const MEMO: Field<String> = Field::lines("memo", |t| t.field.memo, IMPORT_MEMO);
    const SIZE: Field<u64> = Field::gb("nasSize", |t| t.field.nas_size, NAS_SIZE_GB);
    const BOX: Field<Id> = Field::choice("dataBoxNo", |t| t.field.box_no, ());

    fn read<T: FieldValue>(field: Field<T>, text: &str) -> Result<T, Vec<Problem>> {
        let mut values = Values::default();
        values.set(&field.key(), text.to_owned());
        field.read(&values, None)
    }

    #[test]
    fn a_field_gives_its_value_or_what_is_wrong_with_it() {
        assert_eq!(read(SIZE, "５００ GB"), Ok(500));
        assert_eq!(read(SIZE, ""), Err(vec![Problem::Required]));
        assert_eq!(read(SIZE, "500 TB"), Err(vec![Problem::NotANumber]));
        for text in ["550", "99999999999999999999"] {
            assert_eq!(read(SIZE, text), Err(vec![Problem::OutOfRange(NAS_SIZE_GB)]), "{text}");
        }
        assert_eq!(read(BOX, " 381 "), Ok(Id::from(381)));
        assert_eq!(read(BOX, " "), Err(vec![Problem::Required]));
        assert_eq!(read(BOX, "x"), Err(vec![Problem::NotANumber]));
        assert_eq!(read(MEMO, "\u{200b}"), Err(vec![Problem::Invisible]));
    }

    #[test]
    fn what_is_not_typed_is_absent_and_what_is_typed_wrong_is_not() {
        assert_eq!(read(SIZE.optional(), " \u{200b}"), Ok(None));
        assert_eq!(read(SIZE.optional(), "12 TB"), Err(vec![Problem::NotANumber]));
        assert_eq!(read(MEMO.optional(), " \u{3000}"), Ok(None));
        assert_eq!(read(MEMO.optional(), &"x".repeat(51)), Err(vec![Problem::WrongLength(IMPORT_MEMO)]));
        assert_eq!(read(BOX.optional(), ""), Ok(None));
        let password = Field::password("userPassword", |t| t.field.password);
        assert!(read(password.optional(), "").unwrap().is_none());
        assert!(read(password.optional(), " ").is_err(), "a blank is no missing password");
    }
}
