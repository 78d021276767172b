//! The arguments of a request that passed the contract, read by name.

use serde_json::{Map, Value};

use super::validate::as_number;
use crate::answer::Refusal;
use crate::time::Timestamp;

/// The fields of a checked query or body, or of one item in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arguments(Map<String, Value>);

impl Arguments {
    pub(super) fn new(fields: Map<String, Value>) -> Self {
        Self(fields)
    }

    /// A number or id, if given.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        self.0.get(name).and_then(|value| as_number(value, true))
    }

    /// A number or id that has to be there.
    pub(crate) fn required(&self, name: &str) -> Result<u64, Refusal> {
        self.number(name).ok_or_else(|| Refusal::parameter(name, "is required"))
    }

    /// A text, if given.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }

    /// A text, empty if not given.
    pub(crate) fn text_or_empty(&self, name: &str) -> String {
        self.text(name).unwrap_or_default().to_owned()
    }

    /// A flag, if given.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.0.get(name).and_then(Value::as_bool)
    }

    /// A point in time, if given.
    pub(crate) fn time(&self, name: &str) -> Option<Timestamp> {
        self.text(name).and_then(Timestamp::from_filter)
    }

    /// The object of that name; an empty one if not given.
    pub(crate) fn object(&self, name: &str) -> Self {
        self.0.get(name).and_then(Value::as_object).cloned().map(Self).unwrap_or_default()
    }

    /// The items of the list of that name; none if not given.
    pub(crate) fn items(&self, name: &str) -> Vec<Self> {
        let items = self.0.get(name).and_then(Value::as_array);
        items.into_iter().flatten().filter_map(|item| item.as_object().cloned().map(Self)).collect()
    }
}
