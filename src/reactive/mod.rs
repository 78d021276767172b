//! Views, effects and futures with their closures boxed, and values whose types are erased:
//! Leptos makes its machinery anew for each type of closure and of value, and one type keeps
//! one copy of it in the download.

mod cells;

pub use cells::{ArcRwSignal, Memo, RwSignal, Signal, StoredValue};

use leptos::prelude::{AnyView, Effect, IntoAny as _};

/// A view made anew whenever what it reads changes.
pub fn dynamic(view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    boxed(Box::new(view))
}

fn boxed(view: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    (move || view()).into_any()
}

/// A view that is there while `condition` holds. Made anew only when that changes.
pub fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let condition = flag(condition);
    let view: Box<dyn Fn() -> AnyView + Send + Sync> = Box::new(view);
    boxed_when(condition, view)
}

fn boxed_when(condition: Memo<bool>, view: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    dynamic(move || if condition.get() { view() } else { nothing() })
}

/// A condition that tells of changes only.
pub fn flag(condition: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    Memo::new(condition)
}

/// A text that follows what it reads.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    boxed_text(Box::new(text))
}

fn boxed_text(text: Box<dyn Fn() -> String + Send + Sync>) -> AnyView {
    (move || text()).into_any()
}

/// What an attribute or a property follows: all are of these two types.
pub type Follow<T> = Box<dyn Fn() -> T + Send + Sync>;

/// An attribute or a property that follows a text.
pub fn follow(text: impl Into<Signal<String>>) -> Follow<String> {
    let text = text.into();
    Box::new(move || text.get())
}

/// `aria-…="true"` or `"false"`.
pub fn truth(holds: impl Fn() -> bool + Send + Sync + 'static) -> Follow<String> {
    Box::new(move || if holds() { "true" } else { "false" }.to_owned())
}

/// An attribute with this text while something holds, and none otherwise.
pub fn only_while(
    text: &'static str,
    holds: impl Fn() -> bool + Send + Sync + 'static,
) -> Follow<Option<String>> {
    Box::new(move || holds().then(|| text.to_owned()))
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
