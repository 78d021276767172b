//! Views, effects and futures with their closures boxed, and values whose types are erased:
//! Leptos makes its machinery anew for each type of closure and of value, and one type keeps
//! one copy of it in the download.

mod cells;

use cells::Plain;
pub use cells::{ArcRwSignal, Callback, Getter, Memo, Run, RwSignal, Signal, StoredValue};

use std::sync::{Arc, Mutex};

use leptos::prelude::{AnyView, Effect, IntoAny as _};
use leptos::tachys::reactive_graph::ReactiveFunction;

/// A view made anew whenever what it reads changes.
pub fn dynamic(view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    boxed(Box::new(Plain(view)))
}

fn boxed(view: Getter<AnyView>) -> AnyView {
    (move || view.run(())).into_any()
}

/// A view that is there while `condition` holds. Made anew only when that changes.
pub fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    boxed_when(flag(condition), Box::new(Plain(view)))
}

fn boxed_when(condition: Memo<bool>, view: Getter<AnyView>) -> AnyView {
    dynamic(move || if condition.get() { view.run(()) } else { nothing() })
}

/// A condition that tells of changes only.
pub fn flag(condition: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    Memo::new(condition)
}

/// A text that follows what it reads.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    boxed_text(Box::new(Plain(text)))
}

fn boxed_text(text: Getter<String>) -> AnyView {
    (move || text.run(())).into_any()
}

/// What an attribute or a property follows.
pub struct Follow<T>(Getter<T>);

impl<T: Send + 'static> ReactiveFunction for Follow<T> {
    type Output = T;

    fn invoke(&mut self) -> T {
        self.0.run(())
    }

    fn into_shared(self) -> Arc<Mutex<dyn FnMut() -> T + Send>> {
        Arc::new(Mutex::new(move || self.0.run(())))
    }
}

impl<T> Follow<T> {
    /// Follows what `read` gives.
    pub fn new(read: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(Box::new(Plain(read)))
    }
}

/// An attribute or a property that follows a text.
pub fn follow(text: impl Into<Signal<String>>) -> Follow<String> {
    let text = text.into();
    Follow::new(move || text.get())
}

/// `aria-…="true"` or `"false"`.
pub fn truth(holds: impl Fn() -> bool + Send + Sync + 'static) -> Follow<String> {
    Follow::new(move || if holds() { "true" } else { "false" }.to_owned())
}

/// An attribute with this text while something holds, and none otherwise.
pub fn only_while(
    text: &'static str,
    holds: impl Fn() -> bool + Send + Sync + 'static,
) -> Follow<Option<String>> {
    Follow::new(move || holds().then(|| text.to_owned()))
}

/// Runs now and whenever what it reads changes, after the page is drawn.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}

/// No view.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Runs a future of this page to its end.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    boxed_spawn(Box::pin(future));
}

fn boxed_spawn(future: std::pin::Pin<Box<dyn Future<Output = ()>>>) {
    leptos::task::spawn_local(future);
}
