//! The idle lock: its time, the data it drops and the data it keeps.

use crate::support::answers::{APPROVE, FRAMES, REVIEW, frame, frames, list, receipt, refusal, review};
use crate::support::page::{ACCESS_KEY, SECRET_KEY, config, focused, location, script, storage};
use crate::support::time::{Timers, advance_clock, holds, idle};
use crate::support::{Answer, Page};
use databoxframe_console::connection::Config;
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

const MINUTE: f64 = 60_000.0;
const FORM: &str = "/exports/new";

/// The page hears of something.
fn event(name: &str) {
    window().dispatch_event(&Event::new(name).unwrap()).unwrap();
}

/// The pointer is there on the screen now, or something moved below it.
fn pointer(x: i32, y: i32) {
    let at = format!("{{ screenX: {x}, screenY: {y} }}");
    script(&format!("dispatchEvent(new PointerEvent('pointermove', {at}))"));
}

/// So many minutes after the page was opened, whatever timers did meanwhile.
async fn after(minutes: f64) {
    advance_clock(minutes * MINUTE);
    event("focus");
    idle().await;
}

fn warned(page: &Page) -> bool {
    page.find("[role=alertdialog][open]").is_some()
}

#[wasm_bindgen_test]
async fn an_idle_page_locks_and_leads_back() {
    let page =
        Page::open_connected("/reviews?status=REQ_CMPL", &[(crate::support::answers::REVIEWS, list(&[]))])
            .await;
    after(13.9).await;
    assert!(!page.is_without_keys() && !warned(&page));
    after(15.1).await;
    holds("it is locked", || page.is_without_keys()).await;
    page.shows("there was no input for 15 minutes").await;
    let sent = page.gateway.sent().len();
    after(16.0).await;
    assert_eq!(page.gateway.sent().len(), sent, "something is sent without keys");
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    holds("it leads back", || location() == "/reviews?status=REQ_CMPL").await;
    after(17.0).await;
    assert!(!page.is_without_keys(), "locked again at once");
}

#[wasm_bindgen_test]
async fn a_warning_comes_first_and_can_be_answered() {
    let page = Page::settings().await;
    after(14.1).await;
    holds("it warns", || warned(&page)).await;
    holds("the button has the focus", || focused(&page.button("Stay"))).await;
    // Moving the pointer does not prove that the warning was read.
    pointer(1, 1);
    pointer(2, 1);
    idle().await;
    assert!(warned(&page));
    page.press("Stay");
    holds("the warning is over", || !warned(&page)).await;
    after(28.0).await;
    assert!(!page.is_without_keys() && !warned(&page), "counted from the answer");
    after(28.2).await;
    holds("it warns again", || warned(&page)).await;
    after(29.2).await;
    holds("it is locked", || page.is_without_keys() && !warned(&page)).await;
}

#[wasm_bindgen_test]
async fn input_counts_but_not_when_it_is_too_late() {
    let page = Page::settings().await;
    let mut now = 0.0;
    for name in ["pointerdown", "keydown", "wheel", "click", "input"] {
        now += 13.0;
        advance_clock(now * MINUTE);
        event(name);
        idle().await;
        assert!(!page.is_without_keys() && !warned(&page), "{name}");
    }
    pointer(10, 10);
    for (x, y) in [(11, 10), (11, 9)] {
        now += 13.0;
        advance_clock(now * MINUTE);
        pointer(x, y);
        idle().await;
        assert!(!page.is_without_keys() && !warned(&page), "moved to {x}, {y}");
    }
    // As after a night's sleep of the computer: no timer ran, and then somebody comes.
    advance_clock((now + 600.0) * MINUTE);
    pointer(50, 50);
    holds("it is locked", || page.is_without_keys()).await;
}

#[wasm_bindgen_test]
async fn a_pointer_that_rests_is_no_input() {
    let page = Page::settings().await;
    // A browser tells of it whenever something moves below it.
    for minute in [0.0, 5.0, 10.0, 13.9] {
        advance_clock(minute * MINUTE);
        pointer(300, 200);
        idle().await;
        assert!(!page.is_without_keys() && !warned(&page), "after {minute}");
    }
    advance_clock(14.5 * MINUTE);
    pointer(300, 200);
    holds("it warns", || warned(&page)).await;
    advance_clock(15.1 * MINUTE);
    pointer(300, 200);
    holds("it is locked", || page.is_without_keys()).await;
}

#[wasm_bindgen_test]
async fn a_clock_that_is_set_back_does_not_put_the_lock_off() {
    let page = Page::settings().await;
    after(-600.0).await;
    assert!(!page.is_without_keys());
    after(-584.0).await;
    holds("it is locked", || page.is_without_keys()).await;
}

/// A form with something typed into it, behind the lock.
async fn locked_form() -> Page {
    let page = Page::open_connected(FORM, &[]).await;
    holds("there is a form", || page.find_field::<HtmlInputElement>("Purpose").is_some()).await;
    page.fill("Purpose", "half a sentence");
    after(15.1).await;
    holds("it is locked", || page.is_without_keys()).await;
    assert!(!page.says("half a sentence"));
    page
}

fn purpose(page: &Page) -> Option<String> {
    page.find_field::<HtmlInputElement>("Purpose").map(|field| field.value())
}

#[wasm_bindgen_test]
async fn an_unfinished_form_is_kept_for_the_same_key() {
    let page = locked_form().await;
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    holds("it is as it was", || purpose(&page).as_deref() == Some("half a sentence")).await;
    assert_eq!(location(), FORM);
}

#[wasm_bindgen_test]
async fn an_unfinished_form_is_not_shown_to_another() {
    let page = locked_form().await;
    page.enter_keys("ANOTHER-KEY", SECRET_KEY);
    holds("the form is empty", || purpose(&page).as_deref() == Some("")).await;
    page.link("Activity").click();
    holds("so is the record", || page.path_is("/activity")).await;
    assert!(!page.says(ACCESS_KEY));
}

#[wasm_bindgen_test]
async fn a_write_under_way_puts_the_lock_off() {
    let mut waiting = review(1543, "result.csv", "2024-01-31 10:20:30");
    waiting["exportPurpose"] = "Paper".into();
    let page = Page::open_connected("/reviews/83/381/1543", &[(REVIEW, list(&[waiting]))]).await;
    holds("a decision can be taken", || page.find_button("Approve").is_some() && !page.is_blocked("Approve"))
        .await;
    page.press("Approve");
    page.dialog().await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    after(60.0).await;
    assert!(!page.is_without_keys() && !sent.aborted());
    sent.answer(&receipt("It is approved."));
    holds("its outcome is announced", || page.announced("It is approved.")).await;
    after(60.2).await;
    holds("it is locked", || page.is_without_keys()).await;
    assert!(!page.says("It is approved."), "seen by whoever passes by");
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    holds("it is announced to who sent it", || page.announced("It is approved.")).await;
}

/// An approval that was refused, although an earlier copy of it took effect.
const TOOK_EFFECT: &str = "A repeated copy of the request was refused";

fn with_status(status: &str) -> Answer {
    let mut review = review(1543, "result.csv", "2024-01-31 10:20:30");
    review["status"] = status.into();
    list(&[review])
}

/// The page of an approval that was refused while its request can't be read.
async fn refused() -> Page {
    let page = Page::open_connected("/reviews/83/381/1543", &[(REVIEW, with_status("REQ_CMPL"))]).await;
    holds("a decision can be taken", || page.find_button("Approve").is_some() && !page.is_blocked("Approve"))
        .await;
    page.press("Approve");
    page.dialog().await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    page.gateway.wait(REVIEW);
    sent.answer(&refusal(400, "Already reviewed"));
    page.shows("Comparing").await;
    page
}

/// Answers whatever waits for the state of the request: it was approved.
async fn approved(page: &Page) {
    answered(page, "COPY_CMPL").await;
}

/// Answers whatever waits for the state of the request.
async fn answered(page: &Page, status: &str) {
    page.gateway.always(REVIEW, with_status(status));
    // What was answered before stays as it was.
    for read in page.gateway.sent_to(REVIEW) {
        read.answer(&with_status(status));
    }
    idle().await;
}

/// On a locked page: the effect is shown to nobody, and after connecting only to who sent the write.
async fn is_reported_to_its_sender(page: &Page, key: &str) {
    assert!(!page.says(TOOK_EFFECT), "seen by whoever passes by");
    page.enter_keys(key, SECRET_KEY);
    holds("it leads back", || page.path_is("/reviews/83/381/1543")).await;
    if key == ACCESS_KEY {
        holds("it is announced", || page.announced(TOOK_EFFECT)).await;
    } else {
        idle().await;
        assert!(!page.says(TOOK_EFFECT), "shown to another");
    }
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1);
}

#[wasm_bindgen_test]
async fn a_lock_while_it_is_compared_keeps_what_became_of_it_for_who_sent_it() {
    for key in [ACCESS_KEY, "ANOTHER-KEY"] {
        let page = refused().await;
        after(15.1).await;
        holds("it is locked", || page.is_without_keys()).await;
        approved(&page).await;
        is_reported_to_its_sender(&page, key).await;
    }
}

#[wasm_bindgen_test]
async fn a_lock_while_it_is_compared_keeps_the_refusal_though_nothing_changed() {
    let page = refused().await;
    after(15.1).await;
    holds("it is locked", || page.is_without_keys()).await;
    answered(&page, "REQ_CMPL").await;
    assert!(!page.says("Already reviewed"), "seen by whoever passes by");
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    holds("it is announced", || page.announced("Already reviewed")).await;
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1);
}

#[wasm_bindgen_test]
async fn a_lock_after_it_took_effect_keeps_that_for_who_sent_it() {
    for key in [ACCESS_KEY, "ANOTHER-KEY"] {
        let page = refused().await;
        approved(&page).await;
        page.shows(TOOK_EFFECT).await;
        after(15.1).await;
        holds("it is locked", || page.is_without_keys()).await;
        is_reported_to_its_sender(&page, key).await;
    }
}

#[wasm_bindgen_test]
async fn what_is_read_for_a_decision_is_not_signed_again_after_a_lock() {
    let page = Page::open_connected("/reviews/83/381/1543", &[(REVIEW, with_status("REQ_CMPL"))]).await;
    holds("a decision can be taken", || page.find_button("Approve").is_some() && !page.is_blocked("Approve"))
        .await;
    page.press("Approve");
    page.dialog().await;
    page.gateway.wait(REVIEW);
    let reads = page.gateway.sent_to(REVIEW).len();
    let timers = Timers::hold();
    page.submit();
    let read = page.gateway.request_to(REVIEW, reads).await;
    read.answer(&refusal(503, "Later").header("retry-after", "5"));
    idle().await;
    after(15.1).await;
    holds("it is locked", || page.is_without_keys()).await;
    timers.elapse(5_000.0);
    idle().await;
    assert_eq!(page.gateway.sent_to(REVIEW).len(), reads + 1, "signed with dropped keys");
    assert!(page.gateway.sent_to(APPROVE).is_empty());
}

#[wasm_bindgen_test]
async fn a_person_can_choose_a_shorter_time_and_lock_at_once() {
    let page = Page::settings().await;
    let times = page.field::<HtmlSelectElement>("Idle lock").text_content().unwrap();
    assert_eq!(times, "5 min10 min15 min");
    page.choose("Idle lock", "5");
    after(5.1).await;
    holds("it is locked", || page.is_without_keys()).await;
    page.shows("5 minutes").await;
    assert_eq!(storage().get_item("dbf.idle").unwrap().as_deref(), Some("5"));
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    page.has_button("Lock now").await.click();
    holds("it is locked", || page.is_without_keys()).await;
    page.shows("Locked.").await;
}

#[wasm_bindgen_test]
async fn a_company_can_do_without_and_its_limit_holds() {
    let page = Page::open_app("/connect?next=%2Fsettings", Ok(Config { idle_lock_minutes: 0, ..config() }));
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    page.has_button("Forget keys").await;
    after(10_000.0).await;
    assert!(!page.is_without_keys() && !warned(&page));
    page.choose("Idle lock", "60");
    // What was chosen then is too long for this company.
    let page = page.reload_app("/connect?next=%2Fsettings", config());
    page.gateway.always(FRAMES, frames(&[]));
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    page.has_button("Forget keys").await;
    assert_eq!(page.field::<HtmlSelectElement>("Idle lock").value(), "15");
    after(15.1).await;
    holds("it is locked", || page.is_without_keys()).await;
}

#[wasm_bindgen_test]
async fn a_page_that_the_browser_keeps_for_coming_back_has_no_keys() {
    let page = Page::settings().await;
    let left = |kept: bool| {
        let event = Event::new("pagehide").unwrap();
        Reflect::set(&event, &"persisted".into(), &kept.into()).unwrap();
        window().dispatch_event(&event).unwrap();
    };
    left(false);
    idle().await;
    assert!(!page.is_without_keys());
    left(true);
    holds("it is locked", || page.is_without_keys()).await;
}
