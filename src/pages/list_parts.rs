//! Lists that arrive in parts: how much of them was read, and which rows could not be.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::FailureAlert;
use crate::locale::{progress as said_progress, texts, unread as said_unread};
use crate::paging::{Progress, UnreadRows};

/// Announcements of a list: the start and the end of its reading. The numbers
/// between are for the eye.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Nothing,
    MoreRows,
    AllRows,
}

/// How much of a list was read, while it arrives in parts. `failed`: whether some of it, or all, could
/// not be read, which an alert says.
#[component]
pub fn ReadProgress(
    #[prop(into)] progress: Signal<Option<Progress>>,
    #[prop(into)] failed: Signal<bool>,
) -> impl IntoView {
    let t = texts();
    let is_reading = Memo::new(move |_| progress.with(Option::is_some));
    let said = Memo::new(move |before: Option<&Said>| match (is_reading.get(), before) {
        (true, _) => Said::MoreRows,
        (false, Some(Said::MoreRows | Said::AllRows)) if !failed.get() => Said::AllRows,
        (false, _) => Said::Nothing,
    });
    let announced = move || match said.get() {
        Said::Nothing => "",
        Said::MoreRows => t.lists.more_rows,
        Said::AllRows => t.lists.all_rows,
    };
    let text = move || progress.get().map(|progress| said_progress(progress, t)).unwrap_or_default();
    let total = move || progress.get().and_then(|progress| progress.total);
    let max = move || total().map(|total| total.to_string());
    // Without a value the bar says that something is under way, not how much.
    let value =
        move || progress.get().filter(|_| total().is_some()).map(|progress| progress.read.to_string());
    view! {
        <Show when=move || is_reading.get()>
            <span class="read-progress">
                <progress aria-label=t.lists.reading max=max value=value></progress>
                <span>{text}</span>
            </span>
        </Show>
        <span class="visually-hidden" role="status">{announced}</span>
    }
}

/// Which rows could not be read, and why; each gap can be read again alone.
pub fn unread_rows(unread: Signal<Arc<[UnreadRows]>>, read_pages: Callback<Vec<u64>>) -> AnyView {
    let t = texts();
    let gaps = Memo::new(move |_| unread.get());
    let gap = move |rows: &UnreadRows| {
        let pages = rows.pages.clone();
        let retry = Callback::new(move |()| read_pages.run(pages.clone()));
        view! {
            <div class="frame-failure">
                <p>{said_unread(rows, t)}</p>
                <FailureAlert failure=Signal::stored(Some(rows.failure.clone())) retry=retry />
            </div>
        }
        .into_any()
    };
    (move || gaps.with(|gaps| gaps.iter().map(gap).collect::<Vec<AnyView>>())).into_any()
}
