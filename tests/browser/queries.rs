//! Queries that several observe: one fetch and one poll for all, until the last of them goes away.

use crate::support::answers::{FRAMES, REVIEW, frame, frames, list, refusal, review};
use crate::support::client::ask;
use crate::support::time::{Timers, holds, idle};
use crate::support::{Answer, Page};
use databoxframe::Id;
use databoxframe_console::console::Console;
use databoxframe_console::gateway::MAX_READS;
use databoxframe_console::queries;
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

type Shown = [RwSignal<bool>; 2];

/// What a page sees of the frames: how many came, and whether they are being read.
fn observer(name: &'static str) -> impl IntoView {
    let query = queries::frames();
    let came = move || query.so_far().map_or(0, |frames| frames.records.len());
    let reads = move || if query.load().loading { "reading" } else { "resting" };
    move || view! { <p>{format!("{name}: {} {}", came(), reads())}</p> }
}

/// Two pages that observe the frames, each while it is shown.
fn observers(shown: [bool; 2]) -> (Page, Shown, Console) {
    let (page, (shown, console)) = Page::open("/", move |console| {
        let [one, other] = shown.map(RwSignal::new);
        let view = view! {
            <Show when=move || one.get()>{observer("one")}</Show>
            <Show when=move || other.get()>{observer("other")}</Show>
        };
        (view, ([one, other], console))
    });
    (page, shown, console)
}

async fn says(page: &Page, said: &[&str]) {
    let texts = || page.texts("p");
    holds(&format!("{said:?}, not {:?}", texts()), || texts() == said).await;
    idle().await;
    assert_eq!(texts(), said);
}

fn reads(page: &Page) -> usize {
    page.gateway.sent_to(FRAMES).len()
}

fn two() -> Answer {
    frames(&[frame(83, "Alpha"), frame(84, "Beta")])
}

/// The first 100 frames of 250.
fn first_of_250() -> Answer {
    let frames: Vec<Value> = (1..=100).map(|number| frame(number, "Frame")).collect();
    Answer::ok(&json!({ "totalCount": 250, "content": frames }))
}

#[wasm_bindgen_test]
async fn all_who_observe_a_query_share_a_fetch() {
    let (page, _shown, console) = observers([true, true]);
    let sent = page.gateway.request(0).await;
    says(&page, &["one: 0 reading", "other: 0 reading"]).await;
    assert_eq!(reads(&page), 1);
    sent.answer(&two());
    says(&page, &["one: 2 resting", "other: 2 resting"]).await;
    // After a write too, and again if one ends while it is being read.
    console.queries.invalidate();
    let sent = page.gateway.request(1).await;
    idle().await;
    assert_eq!(reads(&page), 2);
    console.queries.invalidate();
    idle().await;
    assert_eq!(reads(&page), 2);
    sent.answer(&frames(&[]));
    let sent = page.gateway.request(2).await;
    idle().await;
    assert_eq!(reads(&page), 3);
    sent.answer(&two());
    says(&page, &["one: 2 resting", "other: 2 resting"]).await;
    assert_eq!(reads(&page), 3);
}

#[wasm_bindgen_test]
async fn a_fetch_ends_with_the_last_who_observes_it() {
    for first in [0, 1] {
        let (page, shown, console) = observers([true, true]);
        let sent = page.gateway.request(0).await;
        shown[first].set(false);
        idle().await;
        assert!(!sent.aborted());
        sent.answer(&two());
        says(&page, &[["other: 2 resting", "one: 2 resting"][first]]).await;
        console.queries.invalidate();
        let sent = page.gateway.request(1).await;
        shown[1 - first].set(false);
        holds("it is cancelled", || sent.aborted()).await;
        console.queries.invalidate();
        idle().await;
        assert_eq!(reads(&page), 2);
    }
}

#[wasm_bindgen_test]
async fn a_change_is_polled_once_for_all_while_one_observes_it() {
    let (page, shown, _) = observers([true, true]);
    let timers = Timers::hold();
    let mut changing = frame(83, "Alpha");
    changing["statusCode"] = json!("SET_ING");
    page.gateway.always(FRAMES, frames(&[changing]));
    says(&page, &["one: 1 resting", "other: 1 resting"]).await;
    timers.elapse(3_000.0);
    holds("it is read again", || reads(&page) == 2).await;
    idle().await;
    shown[0].set(false);
    idle().await;
    assert_eq!(reads(&page), 2, "a poll for each");
    timers.elapse(3_000.0);
    holds("it is read again", || reads(&page) == 3).await;
    shown[1].set(false);
    idle().await;
    timers.elapse(60_000.0);
    idle().await;
    assert_eq!(reads(&page), 3);
}

#[wasm_bindgen_test]
async fn a_fetch_that_was_given_up_leaves_the_next_one_alone() {
    for pauses in [false, true] {
        let (page, [one, other], _) = observers([true, false]);
        let timers = Timers::hold();
        let sent = page.gateway.request(0).await;
        if pauses {
            sent.answer(&refusal(503, "Later").header("retry-after", "5"));
            idle().await;
        } else {
            sent.ends_late();
        }
        one.set(false);
        other.set(true);
        page.gateway.request(1).await.answer(&first_of_250());
        page.gateway.request(3).await;
        says(&page, &["other: 100 reading"]).await;
        timers.elapse(5_000.0);
        sent.answer(&two());
        says(&page, &["other: 100 reading"]).await;
        assert_eq!(reads(&page), 4);
    }
}

#[wasm_bindgen_test]
async fn what_is_read_ahead_goes_first_as_soon_as_somebody_looks_at_it() {
    let ids = || (Id::from(83), Id::from(381), Id::from(1543));
    let (page, (ahead, shown, console)) = Page::open("/", move |console| {
        let [ahead, shown] = [false, false].map(RwSignal::new);
        let reads_ahead = move || {
            let (frame_no, box_no, export_apply_id) = ids();
            queries::prefetch_review(console.queries, frame_no, box_no, export_apply_id);
        };
        let looks = move || {
            let (frame_no, box_no, export_apply_id) = ids();
            let query = queries::review(frame_no, box_no, export_apply_id);
            move || query.data().map(|list| view! { <p>{list.content.len()}</p> })
        };
        let view = view! {
            <Show when=move || ahead.get()>{reads_ahead()}</Show>
            <Show when=move || shown.get()>{looks()}</Show>
        };
        (view, (ahead, shown, console))
    });
    // They fill the queue.
    let _under_way: Vec<_> = (0..MAX_READS).map(|_| ask(console)).collect();
    page.gateway.request(MAX_READS - 1).await;
    ahead.set(true);
    idle().await;
    let _waiting = ask(console);
    shown.set(true);
    idle().await;
    let sent = page.gateway.sent();
    let reviews = sent.iter().filter(|sent| sent.operation() == REVIEW).count();
    assert_eq!((sent.len(), reviews), (MAX_READS, 0));
    sent[0].answer(&two());
    page.gateway.request_to(REVIEW, 0).await.answer(&list(&[review(1543, "a", "2024-01-31 10:20:30")]));
    says(&page, &["1"]).await;
    assert_eq!(page.gateway.sent_to(REVIEW).len(), 1);
}
