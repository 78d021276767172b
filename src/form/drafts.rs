//! Unsaved drafts of forms, reasons and edited bodies: they outlive their page and their dialog, so
//! that a change of language, a lost connection, a lock or Escape loses nothing that was typed. In
//! memory only.

use databoxframe::Id;

use super::values::Values;
use crate::router::{Address, Route};
use crate::write::{DraftKey, Edit};
use leptos::prelude::*;

/// What a form is for: its page, and the frame and data box that a link to it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormKey {
    route: Route,
    /// Number of the frame in the query, if it is one.
    pub frame_no: Option<Id>,
    /// Number of the data box in the query, if it is one.
    pub box_no: Option<Id>,
}

impl FormKey {
    /// Of the form at this address.
    pub fn of(address: &Address) -> Self {
        let number = |name| Some(Id::new(address.get(name))).filter(|id| id.number().is_some());
        Self { route: Route::parse(&address.path), frame_no: number("frame"), box_no: number("box") }
    }
}

/// Drafts: of forms by what they are for, of confirmations by the requests they are about.
#[derive(Clone, Copy)]
pub struct Drafts {
    forms: StoredValue<Vec<(FormKey, ArcRwSignal<Values>)>>,
    reasons: StoredValue<Vec<(DraftKey, ArcRwSignal<String>)>>,
    edits: StoredValue<Vec<(DraftKey, ArcRwSignal<Option<Edit>>)>>,
}

impl Drafts {
    /// None yet.
    pub fn new() -> Self {
        Self {
            forms: StoredValue::new(Vec::new()),
            reasons: StoredValue::new(Vec::new()),
            edits: StoredValue::new(Vec::new()),
        }
    }

    /// The form as it was left; made by `begin` the first time.
    pub fn open(self, key: &FormKey, begin: impl FnOnce() -> Values) -> RwSignal<Values> {
        kept(self.forms, key, begin)
    }

    /// The reason for these requests, as it was left.
    pub fn reason(self, key: &DraftKey) -> RwSignal<String> {
        kept(self.reasons, key, String::new)
    }

    /// The edited body of this request, as it was left.
    pub fn edit(self, key: &DraftKey) -> RwSignal<Option<Edit>> {
        kept(self.edits, key, || None)
    }

    /// Forgets a form.
    pub fn forget(self, key: &FormKey) {
        self.forms.update_value(|drafts| drafts.retain(|(other, _)| other != key));
    }

    /// Forgets what was typed for these requests.
    pub fn forget_confirmation(self, key: &DraftKey) {
        self.reasons.update_value(|drafts| drafts.retain(|(other, _)| other != key));
        self.edits.update_value(|drafts| drafts.retain(|(other, _)| other != key));
    }

    /// Forgets all: they may hold passwords.
    pub fn clear(self) {
        self.forms.update_value(Vec::clear);
        self.reasons.update_value(Vec::clear);
        self.edits.update_value(Vec::clear);
    }
}

/// The draft of a key; made by `begin` the first time.
fn kept<K, T>(all: StoredValue<Vec<(K, ArcRwSignal<T>)>>, key: &K, begin: impl FnOnce() -> T) -> RwSignal<T>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + Default + Send + Sync + 'static,
{
    let one = all.try_update_value(|all| {
        if let Some((_, one)) = all.iter().find(|(other, _)| other == key) {
            return one.clone();
        }
        let one = ArcRwSignal::new(begin());
        all.push((key.clone(), one.clone()));
        one
    });
    RwSignal::from(one.unwrap_or_default())
}

impl Default for Drafts {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_for_the_frame_and_box_of_its_link() {
        let key = |address: &str| FormKey::of(&Address::parse(address));
        let addresses = [
            "/imports/new",
            "/imports/new?frame=83",
            "/imports/new?frame=83&box=381",
            "/imports/new?frame=83&box=382",
            "/imports/new?frame=84&box=381",
            "/exports/new?frame=83&box=381",
            "/frames/83/modify",
            "/frames/83/boxes/381/modify",
        ];
        let keys = addresses.map(key);
        for (index, one) in keys.iter().enumerate() {
            assert_eq!(keys.iter().position(|other| other == one), Some(index), "{one:?}");
        }
        // What does not say what it is for makes no difference.
        assert_eq!(key("/imports/new?frame=x&q=1"), key("/imports/new"));
        assert_eq!(key("/imports/new?box=381&frame=83"), key("/imports/new?frame=83&box=381"));
    }
}
