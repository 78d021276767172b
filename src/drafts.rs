//! Unsaved drafts. They outlive their page and their dialog, so that a change of language, a lost
//! connection, a lock or Escape loses no input. In memory only.

use leptos::prelude::*;

/// Drafts by key.
pub struct Drafts<K: 'static, T: 'static>(StoredValue<Vec<(K, ArcRwSignal<T>)>>);

impl<K, T> Drafts<K, T>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + Default + Send + Sync + 'static,
{
    /// No drafts.
    pub fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    /// The draft of a key, created by `begin` the first time.
    pub fn open(self, key: &K, begin: impl FnOnce() -> T) -> RwSignal<T> {
        let one = self.0.try_update_value(|all| {
            if let Some((_, one)) = all.iter().find(|(other, _)| other == key) {
                return one.clone();
            }
            let one = ArcRwSignal::new(begin());
            all.push((key.clone(), one.clone()));
            one
        });
        RwSignal::from(one.unwrap_or_default())
    }

    /// Removes a draft.
    pub fn forget(self, key: &K) {
        self.0.update_value(|all| all.retain(|(other, _)| other != key));
    }

    /// Removes all drafts: they may hold passwords.
    pub fn clear(self) {
        self.0.update_value(Vec::clear);
    }
}

impl<K, T> Default for Drafts<K, T>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + Default + Send + Sync + 'static,
{
    fn default() -> Self {
        Self::new()
    }
}

// Derived implementations would require the same of the value.
impl<K, T> Clone for Drafts<K, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, T> Copy for Drafts<K, T> {}
