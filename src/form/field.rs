//! Fields and lists of forms as typed handles: how they are called, typed, limited and read.

use std::fmt;

use databoxframe::product::Product;
use databoxframe::rule::{ANY_COUNT, Items, Length, NAME, PASSWORD, PasswordRule, Problem, Range};
use databoxframe::{Id, Password};

use super::key::{FieldKey, RowKey};
use super::values::Values;
use crate::locale::Text;
use crate::number::{NumberError, parse_gb, parse_whole};
use crate::untrusted::has_visible;

/// A field whose value is a `T`.
pub struct Field<T: FieldValue> {
    def: FieldDef,
    limits: T::Limits,
}

/// What of a field does not depend on the type of its value.
#[derive(Clone, Copy)]
pub struct FieldDef {
    /// The API's name of it.
    pub name: &'static str,
    /// What it is called.
    pub label: Text,
    /// How it is typed.
    pub control: Control,
    /// Whether it may stay empty.
    pub optional: bool,
}

/// How something is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// A name in a list: several lines that are put there become several rows.
    Name,
    /// Several lines.
    Lines,
    /// A whole number.
    Number,
    /// A spec code, of which these are offered.
    Spec(SpecList),
    /// A password, which can be made up here.
    Password,
    /// One of several values.
    Choice,
    /// It is not shown.
    Hidden,
}

/// Spec codes that are offered for a kind of server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpecList {
    /// A part of its `id` in the document.
    pub name: &'static str,
    /// The products whose codes they are.
    pub products: &'static [Product],
}

/// A list of a request.
#[derive(Clone, Copy, Debug)]
pub struct ListDef {
    /// The API's name of it.
    pub name: &'static str,
    /// What it is called.
    pub label: Text,
    /// What one entry is called.
    pub item: Text,
    /// The button that adds one.
    pub add: Text,
    /// The fields of a new entry.
    pub fields: &'static [FieldDef],
    /// The fields of what exists and is changed; none if it can only be returned.
    pub changes: &'static [FieldDef],
    /// How many entries a request holds.
    pub count: Items,
}

/// What a field can hold.
pub trait FieldValue: Sized {
    /// What limits it.
    type Limits: Copy;
    /// Whether nothing was typed.
    fn is_absent(text: &str) -> bool;
    /// The value that a text means.
    ///
    /// # Errors
    /// All that is wrong with the text.
    fn parse(text: &str, limits: Self::Limits) -> Result<Self, Vec<Problem>>;
}

/// The bounds of a number.
#[derive(Clone, Copy, Debug)]
pub struct NumberLimits {
    range: Range,
    /// Whether the unit GB may stand behind it.
    is_gb: bool,
}

/// Something typed into a field by the console.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Filled {
    /// The API's name of the field.
    pub name: &'static str,
    /// The text.
    pub text: String,
}

impl<T: FieldValue> Field<T> {
    const fn new(name: &'static str, label: Text, control: Control, limits: T::Limits) -> Self {
        Self { def: FieldDef { name, label, control, optional: false }, limits }
    }

    /// One of several values, which are read.
    pub const fn choice(name: &'static str, label: Text, limits: T::Limits) -> Self {
        Self::new(name, label, Control::Choice, limits)
    }

    /// A value that is kept for the request and not shown.
    pub const fn hidden(name: &'static str, label: Text, limits: T::Limits) -> Self {
        Self::new(name, label, Control::Hidden, limits)
    }

    /// The same field, which may stay empty.
    pub const fn optional(self) -> Field<Option<T>> {
        Field { def: FieldDef { optional: true, ..self.def }, limits: self.limits }
    }

    /// What of it does not depend on its type.
    pub const fn def(self) -> FieldDef {
        self.def
    }

    /// What it is called.
    pub const fn label(self) -> Text {
        self.def.label
    }

    /// Its key outside all rows.
    pub const fn key(self) -> FieldKey {
        FieldKey { row: None, name: self.def.name }
    }

    /// Its key in a row.
    pub fn at(self, row: &RowKey) -> FieldKey {
        FieldKey { row: Some(row.clone()), name: self.def.name }
    }

    /// The field with a text in it.
    pub const fn filled(self, text: String) -> Filled {
        Filled { name: self.def.name, text }
    }

    /// Its value.
    ///
    /// # Errors
    /// All that is wrong with what was typed.
    pub fn read(self, values: &Values, row: Option<&RowKey>) -> Result<T, Vec<Problem>> {
        T::parse(values.get(&self.def.key_in(row)), self.limits)
    }
}

impl Field<String> {
    /// Several lines.
    pub const fn lines(name: &'static str, label: Text, length: Length) -> Self {
        Self::new(name, label, Control::Lines, length)
    }

    /// The name of a file.
    pub const fn file_name(name: &'static str, label: Text) -> Self {
        Self::new(name, label, Control::Name, NAME)
    }
}

impl Field<u64> {
    /// A whole number.
    pub const fn number(name: &'static str, label: Text, range: Range) -> Self {
        Self::new(name, label, Control::Number, NumberLimits { range, is_gb: false })
    }

    /// A size in GB.
    pub const fn gb(name: &'static str, label: Text, range: Range) -> Self {
        Self::new(name, label, Control::Number, NumberLimits { range, is_gb: true })
    }

    /// The code of a spec.
    pub const fn spec(name: &'static str, label: Text, list: SpecList) -> Self {
        Self::new(name, label, Control::Spec(list), NumberLimits { range: ANY_COUNT, is_gb: false })
    }

    /// The same field with other bounds, if they depend on other fields.
    pub const fn within(self, range: Range) -> Self {
        Self { limits: NumberLimits { range, ..self.limits }, ..self }
    }

    /// The number that was typed, whatever its bounds.
    ///
    /// # Errors
    /// Why it is none.
    pub fn typed(self, values: &Values, row: Option<&RowKey>) -> Result<u64, NumberError> {
        self.limits.parse(values.get(&self.def.key_in(row)))
    }
}

impl Field<Password> {
    /// A password, which can be made up here.
    pub const fn password(name: &'static str, label: Text) -> Self {
        Self::new(name, label, Control::Password, PASSWORD)
    }
}

impl FieldDef {
    /// Its key in a row, or outside all rows.
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

    /// As typed: a space in it is its owner's mistake to see.
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

// Derived, these would ask the same of `T`.
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

// Of labels it can't be told whether they are the same.
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
