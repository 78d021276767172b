//! Signals, memos and stored values whose machinery is in the download once.
//!
//! They have the names and the methods of Leptos's own, which are made anew for each type they
//! hold: some forty types weighed more than all pages together. Here each holds a shared
//! pointer to a value of any type, and only reading it back knows which.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude as theirs;
use leptos::prelude::{Get as _, GetUntracked as _, GetValue as _, Set as _, SetValue as _, Track as _};

type Held = Arc<dyn Any + Send + Sync>;

fn held<T: 'static>(held: &Held) -> &T {
    match held.downcast_ref() {
        Some(value) => value,
        // Whoever holds a typed handle put this type in.
        None => unreachable!("a value of another type"),
    }
}

/// Changes a value in place if nobody else looks at it, else a copy.
fn change<T: Clone + Send + Sync + 'static, U>(current: &mut Held, change: impl FnOnce(&mut T) -> U) -> U {
    if Arc::get_mut(current).is_none() {
        let copy: T = held::<T>(current).clone();
        *current = Arc::new(copy);
    }
    match Arc::get_mut(current).and_then(|value| value.downcast_mut()) {
        Some(value) => change(value),
        None => unreachable!("nobody else has the copy"),
    }
}

macro_rules! handle {
    ($(#[$meta:meta])* $name:ident holds $inner:ty) => {
        $(#[$meta])*
        pub struct $name<T>($inner, PhantomData<fn() -> T>);

        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        impl<T> std::fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    };
}

handle! {
    /// A value that tells of its changes.
    RwSignal holds theirs::RwSignal<Held>
}

/// The next value, taken out so that it is changed in place; put back by [`put`].
fn take(signal: theirs::RwSignal<Held>) -> Option<Held> {
    use leptos::prelude::UpdateUntracked as _;
    signal.try_update_untracked(|held| std::mem::replace(held, Arc::new(())))
}

fn put(signal: theirs::RwSignal<Held>, value: Held) {
    signal.try_set(value);
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// Holds a value.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self(theirs::RwSignal::new(Arc::new(value)), PhantomData)
    }

    /// Looks at the value, tracked.
    #[track_caller]
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(held(&self.0.get()))
    }

    /// Looks at the value, untracked.
    #[track_caller]
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(held(&self.0.get_untracked()))
    }

    /// Looks at the value, untracked; nothing if its owner is gone.
    pub fn try_with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        self.0.try_get_untracked().map(|value| look(held(&value)))
    }

    /// Whether its owner is gone.
    pub fn is_disposed(self) -> bool {
        use leptos::prelude::IsDisposed as _;
        self.0.is_disposed()
    }

    /// Tells of changes from now on.
    #[track_caller]
    pub fn track(self) {
        self.0.track();
    }

    /// Holds another value; nothing happens if its owner is gone.
    pub fn set(self, value: T) {
        put(self.0, Arc::new(value));
    }
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// The value, tracked.
    #[track_caller]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, untracked.
    #[track_caller]
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Changes the value, which must not be read meanwhile; nothing happens if its owner is gone.
    pub fn update(self, by: impl FnOnce(&mut T)) {
        self.try_update(by);
    }

    /// Changes the value, which must not be read meanwhile; what the change gives, or nothing if
    /// its owner is gone.
    pub fn try_update<U>(self, by: impl FnOnce(&mut T) -> U) -> Option<U> {
        let mut value = take(self.0)?;
        let given = change(&mut value, by);
        put(self.0, value);
        Some(given)
    }
}

/// A value that tells of its changes and belongs to no owner.
pub struct ArcRwSignal<T>(theirs::ArcRwSignal<Held>, PhantomData<fn() -> T>);

impl<T> Clone for ArcRwSignal<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T: Clone + Send + Sync + 'static> ArcRwSignal<T> {
    /// Holds a value.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self(theirs::ArcRwSignal::new(Arc::new(value)), PhantomData)
    }

    /// Looks at the value, untracked.
    #[track_caller]
    pub fn with_untracked<U>(&self, look: impl FnOnce(&T) -> U) -> U {
        look(held(&self.0.get_untracked()))
    }

    /// Looks at the value, tracked.
    #[track_caller]
    pub fn with<U>(&self, look: impl FnOnce(&T) -> U) -> U {
        look(held(&self.0.get()))
    }

    /// Changes the value, which must not be read meanwhile.
    pub fn update<U>(&self, by: impl FnOnce(&mut T) -> U) -> U {
        use leptos::prelude::UpdateUntracked as _;
        let mut value = self.0.try_update_untracked(|held| std::mem::replace(held, Arc::new(())));
        let given = match &mut value {
            Some(value) => change(value, by),
            None => unreachable!("it lives as long as its handles"),
        };
        if let Some(value) = value {
            self.0.set(value);
        }
        given
    }
}

impl<T: Clone + Default + Send + Sync + 'static> Default for ArcRwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<ArcRwSignal<T>> for RwSignal<T> {
    #[track_caller]
    fn from(signal: ArcRwSignal<T>) -> Self {
        Self(signal.0.into(), PhantomData)
    }
}

/// A closure behind one method. `dyn Fn` has three, and the two that nobody calls are in the
/// download for each closure too.
pub trait Run<A, T> {
    /// Calls it.
    fn run(&self, argument: A) -> T;
}

/// A closure without an argument, as [`Run`].
pub(super) struct Plain<F>(pub(super) F);

impl<T, F: Fn() -> T> Run<(), T> for Plain<F> {
    fn run(&self, (): ()) -> T {
        (self.0)()
    }
}

/// A closure with an argument, as [`Run`].
struct Taking<F>(F);

impl<A, F: Fn(A)> Run<A, ()> for Taking<F> {
    fn run(&self, argument: A) {
        (self.0)(argument);
    }
}

/// Something to read.
pub type Getter<T> = Box<dyn Run<(), T> + Send + Sync>;

/// A value of any type that can be compared with another.
trait Compare: Any + Send + Sync {
    fn same(&self, other: &dyn Compare) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + Any + Send + Sync> Compare for T {
    fn same(&self, other: &dyn Compare) -> bool {
        other.as_any().downcast_ref::<T>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// What a memo holds.
#[derive(Clone)]
pub struct Compared(Arc<dyn Compare>);

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(&*other.0)
    }
}

handle! {
    /// A value computed from others that tells of changes only.
    Memo holds theirs::Memo<Compared>
}

fn boxed_memo(compute: Getter<Compared>) -> theirs::Memo<Compared> {
    theirs::Memo::new(move |_| compute.run(()))
}

fn compared<T: 'static>(compared: &Compared) -> &T {
    match compared.0.as_any().downcast_ref() {
        Some(value) => value,
        None => unreachable!("a value of another type"),
    }
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Computes the value now and whenever what it reads changes.
    pub fn new(compute: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(boxed_memo(Box::new(Plain(move || Compared(Arc::new(compute()))))), PhantomData)
    }

    /// Looks at the value, tracked.
    #[track_caller]
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(compared(&self.0.get()))
    }

    /// Looks at the value, untracked.
    #[track_caller]
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(compared(&self.0.get_untracked()))
    }
}

impl<T: PartialEq + Clone + Send + Sync + 'static> Memo<T> {
    /// The value, tracked.
    #[track_caller]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, untracked.
    #[track_caller]
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

handle! {
    /// A value that stays where it is, for closures that are called often.
    StoredValue holds theirs::StoredValue<Held>
}

impl<T: Send + Sync + 'static> StoredValue<T> {
    /// Keeps a value.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self(theirs::StoredValue::new(Arc::new(value)), PhantomData)
    }

    /// Looks at the value.
    #[track_caller]
    pub fn with_value<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(held(&self.0.get_value()))
    }

    /// Looks at the value; nothing if its owner is gone.
    pub fn try_with_value<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        self.0.try_get_value().map(|value| look(held(&value)))
    }

    /// Keeps another value; nothing happens if its owner is gone.
    pub fn set_value(self, value: T) {
        self.0.try_set_value(Arc::new(value));
    }
}

impl<T: Clone + Send + Sync + 'static> StoredValue<T> {
    /// The value; nothing if its owner is gone.
    pub fn try_get_value(self) -> Option<T> {
        self.try_with_value(T::clone)
    }

    /// The value.
    #[track_caller]
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }

    /// Changes the value, which must not be read meanwhile; nothing happens if its owner is gone.
    pub fn update_value(self, by: impl FnOnce(&mut T)) {
        self.try_update_value(by);
    }

    /// Changes the value, which must not be read meanwhile; what the change gives, or nothing if
    /// its owner is gone.
    pub fn try_update_value<U>(self, by: impl FnOnce(&mut T) -> U) -> Option<U> {
        use leptos::prelude::UpdateValue as _;
        let mut value = self.0.try_update_value(|held| std::mem::replace(held, Arc::new(())))?;
        let given = change(&mut value, by);
        self.0.try_set_value(value);
        Some(given)
    }
}

handle! {
    /// A value that is read from others whenever somebody asks.
    Signal holds theirs::StoredValue<Held>
}

impl<T: Send + Sync + 'static> Signal<T> {
    /// Reads the value with `read`.
    #[track_caller]
    pub fn derive(read: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let read: Getter<T> = Box::new(Plain(read));
        Self(theirs::StoredValue::new(Arc::new(read)), PhantomData)
    }

    /// The value, tracked.
    #[track_caller]
    pub fn get(self) -> T {
        held::<Getter<T>>(&self.0.get_value()).run(())
    }

    /// The value, untracked.
    #[track_caller]
    pub fn get_untracked(self) -> T {
        theirs::untrack(|| self.get())
    }

    /// Looks at the value, tracked.
    #[track_caller]
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.get())
    }

    /// Looks at the value, untracked.
    #[track_caller]
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.get_untracked())
    }
}

impl<T: Clone + Send + Sync + 'static> Signal<T> {
    /// Always this value.
    #[track_caller]
    pub fn stored(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}

impl<T: Clone + Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        Self::stored(T::default())
    }
}

impl<T: Clone + Send + Sync + 'static> From<T> for Signal<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

impl From<&str> for Signal<String> {
    #[track_caller]
    fn from(value: &str) -> Self {
        Self::stored(value.to_owned())
    }
}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Signal<T> {
    #[track_caller]
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: PartialEq + Clone + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    #[track_caller]
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}

type Taker<A> = Box<dyn Run<A, ()> + Send + Sync>;

handle! {
    /// Something to do.
    Callback holds theirs::StoredValue<Held>
}

impl<A: 'static> Callback<A> {
    /// Does it with a closure.
    #[track_caller]
    pub fn new(run: impl Fn(A) + Send + Sync + 'static) -> Self {
        let run: Taker<A> = Box::new(Taking(run));
        Self(theirs::StoredValue::new(Arc::new(run)), PhantomData)
    }

    /// Does it.
    #[track_caller]
    pub fn run(self, argument: A) {
        held::<Taker<A>>(&self.0.get_value()).run(argument);
    }

    /// Does it, unless its owner is gone.
    pub fn try_run(self, argument: A) {
        if let Some(value) = self.0.try_get_value() {
            held::<Taker<A>>(&value).run(argument);
        }
    }
}

#[cfg(test)]
mod tests;
