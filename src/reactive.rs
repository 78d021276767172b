//! Views, effects and futures with their closures boxed: Leptos makes its machinery anew for each
//! type of closure, and one type keeps one copy of it in the download.

use leptos::prelude::*;

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
    dynamic(move || if condition.get() { view() } else { nothing() })
}

/// A condition that tells of changes only.
pub fn flag(condition: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    let condition: Box<dyn Fn() -> bool + Send + Sync> = Box::new(condition);
    boxed_flag(condition)
}

fn boxed_flag(condition: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
    Memo::new(move |_| condition())
}

/// A text that follows what it reads.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    Signal::derive(text).into_any()
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
