//! Guards: conditions under which a write is sent.

use super::snapshot::{Change, Item, Snapshot};
use crate::gateway::Failure;
use crate::queries::not_found;

/// The condition under which a write is sent.
#[derive(Clone, Debug)]
pub enum Guard {
    /// No condition.
    Unconditional,
    /// The resource is unchanged.
    Unchanged {
        /// The properties that were shown.
        shown: Item,
    },
}

/// Guard of writes without a condition.
#[derive(Clone, Copy, Debug)]
pub struct Unguarded;

impl From<Unguarded> for Guard {
    fn from(_: Unguarded) -> Self {
        Self::Unconditional
    }
}

impl From<Item> for Guard {
    fn from(shown: Item) -> Self {
        Self::Unchanged { shown }
    }
}

/// Why a write was not sent.
#[derive(Clone, Debug)]
pub enum NotSent {
    /// The resource has changed since it was shown.
    Changed(Vec<Change>),
    /// The resource could not be read.
    Unread(Failure),
}

impl Guard {
    /// Checks the state read just before sending.
    ///
    /// # Errors
    /// Why the write may not be sent.
    pub fn check(&self, before: &Result<Snapshot, Failure>) -> Result<(), NotSent> {
        match (self, before) {
            (Self::Unconditional, _) => Ok(()),
            (Self::Unchanged { .. }, Err(failure)) => Err(NotSent::Unread(failure.clone())),
            (Self::Unchanged { shown }, Ok(before)) if !before.tells(shown) => {
                Err(NotSent::Unread(not_found()))
            }
            (Self::Unchanged { shown }, Ok(before)) => {
                let changes = before.changes_since(shown);
                if changes.is_empty() { Ok(()) } else { Err(NotSent::Changed(changes)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::Id;

    use super::*;
    use crate::write::snapshot::{ItemId, Property, Value};

    fn item(file: &str) -> Item {
        let properties = vec![(Property::File, Value::text(Some(file)))];
        Item { id: ItemId::Export(Id::from(1)), properties }
    }

    #[test]
    fn a_guarded_write_is_sent_only_if_it_is_what_was_shown() {
        let guard = Guard::from(item("a.csv"));
        assert!(guard.check(&Ok(Snapshot::of(item("a.csv")))).is_ok());
        for other in [Snapshot::of(item("b.csv")), Snapshot::default()] {
            assert!(matches!(guard.check(&Ok(other)), Err(NotSent::Changed(changes)) if changes.len() == 1));
        }
        assert!(matches!(guard.check(&Err(Failure::Timeout)), Err(NotSent::Unread(Failure::Timeout))));
        let incomplete = Snapshot { items: Vec::new(), incomplete: true };
        assert!(matches!(guard.check(&Ok(incomplete)), Err(NotSent::Unread(_))));
        // What could not be read has not changed to nothing.
        let without = Item { id: ItemId::Export(Id::from(1)), properties: Vec::new() };
        assert!(matches!(guard.check(&Ok(Snapshot::of(without))), Err(NotSent::Unread(_))));
    }

    #[test]
    fn an_unguarded_write_does_not_wait_for_a_read() {
        let guard = Guard::from(Unguarded);
        assert!(guard.check(&Err(Failure::Timeout)).is_ok());
        assert!(guard.check(&Ok(Snapshot::default())).is_ok());
    }
}
