//! Unsaved drafts of forms, and their keys.

use databoxframe::Id;

use super::values::Values;
use crate::drafts::Drafts;
use crate::router::{Location, Route};

/// Key of a form: its page, and the frame and data box that a link to it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormKey {
    route: Route,
    /// Number of the frame in the query, if it is a number.
    pub frame_no: Option<Id>,
    /// Number of the data box in the query, if it is a number.
    pub box_no: Option<Id>,
}

impl FormKey {
    /// The key of the form at this location.
    pub fn of(location: &Location) -> Self {
        let number = |name| Some(Id::new(location.get(name))).filter(|id| id.number().is_some());
        Self { route: location.route(), frame_no: number("frame"), box_no: number("box") }
    }
}

/// Unsaved drafts of forms, by key.
pub type FormDrafts = Drafts<FormKey, Values>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_for_the_frame_and_box_of_its_link() {
        let key = |url: &str| FormKey::of(&Location::parse(url));
        let urls = [
            "/imports/new",
            "/imports/new?frame=83",
            "/imports/new?frame=83&box=381",
            "/imports/new?frame=83&box=382",
            "/imports/new?frame=84&box=381",
            "/exports/new?frame=83&box=381",
            "/frames/83/modify",
            "/frames/83/boxes/381/modify",
        ];
        let keys = urls.map(key);
        for (index, one) in keys.iter().enumerate() {
            assert_eq!(keys.iter().position(|other| other == one), Some(index), "{one:?}");
        }
        // Other parameters make no difference.
        assert_eq!(key("/imports/new?frame=x&q=1"), key("/imports/new"));
        assert_eq!(key("/imports/new?box=381&frame=83"), key("/imports/new?frame=83&box=381"));
    }
}
