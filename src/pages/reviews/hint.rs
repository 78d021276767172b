//! What stands beside the list while no request is chosen.

use databoxframe::export_review::Decidable;
use leptos::prelude::*;

use super::desk::Desk;
use crate::components::{Availability, Button, ButtonVariant};
use crate::console::Console;
use crate::locale::Texts;
use crate::pages::overview::{WaitingReviews, waiting_reviews};
use crate::pages::time;
use crate::queries::{Window, cached_frames, cached_reviews};
use crate::query_cache::QueryCache;

/// When the request was made that waits longest, of those that were read; tracked.
fn oldest(queries: QueryCache) -> Option<i64> {
    let frames = cached_frames(queries)?;
    let lists = frames
        .records
        .iter()
        .filter_map(|frame| cached_reviews(queries, frame.frame_no.clone(), Window::default()));
    let of_list = |list: std::sync::Arc<crate::paging::Paged<_>>| {
        let waiting = |review: &databoxframe::export_review::ExportReview| {
            (review.decidable() == Decidable::Yes).then(|| review.applied.as_ref()?.date()).flatten()
        };
        list.records.iter().filter_map(waiting).map(time::seconds).min()
    };
    lists.filter_map(of_list).min()
}

/// How many requests wait, and the way to the first.
pub fn hint(desk: Desk, t: &'static Texts) -> AnyView {
    let Console { queries, shortcuts, .. } = Console::expect();
    let now = time::now_to_the_minute();
    let waiting = Memo::new(move |_| waiting_reviews(queries));
    let number = move || {
        Some(match waiting.get()? {
            waiting if waiting.any() => (t.overview.nav_waiting)(&waiting.number()),
            _ => t.overview.none_waiting.to_owned(),
        })
    };
    let age = move || {
        let oldest = oldest(queries)?;
        let is_one = waiting.get().is_some_and(|waiting| waiting.number() == "1");
        let words = if is_one { t.overview.age } else { t.overview.oldest };
        Some(words(&time::length_text(now.get() - oldest)))
    };
    let any = move || waiting.get().as_ref().is_some_and(WaitingReviews::any);
    let start = Callback::new(move |()| desk.start());
    let availability = Signal::derive(move || Availability::busy_if(!desk.has_rows()));
    view! {
        <div class="panel desk-hint">
            <p class="need-number">{number}" "<span class="since">{age}</span></p>
            <p class="hint">{t.desk.choose}</p>
            <Show when=any>
                <Button
                    label=t.desk.start
                    variant=ButtonVariant::Primary
                    availability=availability
                    on_press=start
                />
            </Show>
            <div class="keyed">
                <Button
                    label=t.shortcuts.title
                    variant=ButtonVariant::Plain
                    on_press=Callback::new(move |()| shortcuts.list())
                    keys=shortcuts.name("?")
                />
                {shortcuts.hint(crate::shortcuts::Key::QuestionMark)}
            </div>
        </div>
    }
    .into_any()
}
