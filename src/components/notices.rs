//! Notices, each with its close button. Good news goes by itself.

use std::time::Duration;

use leptos::prelude::*;

use super::{Button, ButtonVariant, Icon, focus_main, focus_soon};
use crate::notices::{Kind, Notice, Notices};
use crate::notifications;
use crate::texts::texts;
use crate::untrusted::sentence;

/// How long a passing notice is shown.
const SHOWN: Duration = Duration::from_secs(10);

/// The notices, newest last.
#[component]
pub fn NoticeList() -> impl IntoView {
    let notices: Notices = expect_context();
    view! {
        <For
            each=move || notices.get()
            key=|notice| notice.number
            children=move |notice| shown(notice, notices)
        />
    }
}

/// The `id` of a notice.
fn dom_id(number: u32) -> String {
    format!("notice-{number}")
}

/// The `id` of its title, so that the close buttons of several are told apart.
fn title_id(number: u32) -> String {
    format!("notice-{number}-title")
}

fn shown(notice: Notice, notices: Notices) -> AnyView {
    let t = texts();
    let number = notice.number;
    // Others of its kind may join it.
    let current = Memo::new(move |before: Option<&Notice>| {
        notices.find(number).unwrap_or_else(|| before.unwrap_or(&notice).clone())
    });
    let held = Held::new();
    pass(number, notices, current, held);
    let close = Callback::new(move |()| match notices.close(number) {
        Some(next) => focus_soon(dom_id(next)),
        None => focus_main(),
    });
    // What was good news may be followed by bad news of the same request.
    let is_bad = Memo::new(move |_| current.with(|notice| notice.kind == Kind::Bad));
    let class = move || {
        if is_bad.get() { "alert alert-notice alert-attention" } else { "alert alert-notice alert-good" }
    };
    let icon = move || if is_bad.get() { Icon::Attention.view() } else { Icon::Done.view() };
    let title = move || current.with(|notice| sentence(&notice.title(t)).view());
    let messages = move || {
        let messages = current.with(Notice::messages);
        let message = |text: &String| view! { <p class="notice-message">{sentence(text)}</p> }.into_any();
        messages.iter().map(message).collect::<Vec<AnyView>>()
    };
    view! {
        <div
            id=dom_id(number)
            class=class
            role="group"
            aria-labelledby=title_id(number)
            on:mouseenter=move |_| held.pointer.set(true)
            on:mouseleave=move |_| held.pointer.set(false)
            on:focusin=move |_| held.focus.set(true)
            on:focusout=move |_| held.focus.set(false)
        >
            <div>
                <p class="notice-title" id=title_id(number)>{icon}<span>{title}</span></p>
                {messages}
            </div>
            <Button label=t.close icon=Icon::Close variant=ButtonVariant::Plain on_press=close />
        </div>
    }
    .into_any()
}

/// Whether somebody is about to read or close a notice.
#[derive(Clone, Copy)]
struct Held {
    pointer: RwSignal<bool>,
    focus: RwSignal<bool>,
}

impl Held {
    fn new() -> Self {
        Self { pointer: RwSignal::new(false), focus: RwSignal::new(false) }
    }

    fn get(self) -> bool {
        self.pointer.get() || self.focus.get()
    }
}

/// Closes a notice of good news after a while, counted from its last change, its last use and its last time in a
/// hidden tab.
fn pass(number: u32, notices: Notices, current: Memo<Notice>, held: Held) {
    let again = RwSignal::new(());
    Effect::new(move |_| {
        let is_bad = current.with(|notice| notice.kind == Kind::Bad);
        again.track();
        if is_bad || held.get() {
            return;
        }
        let end = move || {
            if notifications::hidden() {
                again.try_set(());
            } else {
                notices.close(number);
            }
        };
        if let Ok(timer) = set_timeout_with_handle(end, SHOWN) {
            on_cleanup(move || timer.clear());
        }
    });
}
