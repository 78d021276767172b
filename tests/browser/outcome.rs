//! What became of a write, whatever the answer says: refusals that answer a repeated copy, copies
//! that all took effect, answers without words.

use std::sync::Arc;

use crate::support::answers::{APPROVE, REVIEW, list, receipt, refusal, review};
use crate::support::gateway::Sent;
use crate::support::page::script;
use crate::support::time::{Timers, holds, idle};
use crate::support::{Answer, Page};
use databoxframe::Id;
use databoxframe::import::ApplyFileImport;
use databoxframe::rule::ANY_LENGTH;
use databoxframe_console::console::Console;
use databoxframe_console::form::{Field, FieldKey, FormKey, Values};
use databoxframe_console::locale::Locale;
use databoxframe_console::notices::{Kind, Notice};
use databoxframe_console::router::Location;
use databoxframe_console::write::{AfterSuccess, Draft, Fact, Proposal, Unguarded, WriteDialog};
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const IMPORT: &str = "apply-file-import";
const IMPORTS: &str = "get-import-apply-list";

fn waiting() -> Value {
    review(1543, "result.csv", "2024-01-31 10:20:30")
}

fn approved() -> Answer {
    let mut approved = waiting();
    approved["status"] = "COPY_CMPL".into();
    list(&[approved])
}

/// The dialog of an approval.
async fn approving() -> Page {
    let page = Page::open_connected("/reviews/83/381/1543", &[(REVIEW, list(&[waiting()]))]).await;
    holds("a decision can be taken", || page.find_button("Approve").is_some() && !page.is_blocked("Approve"))
        .await;
    page.press("Approve");
    page.dialog().await;
    page
}

/// An approval that was sent, answered so; how the request is after it.
async fn answered(answer: &Answer, after: Answer) -> Page {
    let page = approving().await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    page.gateway.always(REVIEW, after);
    sent.answer(answer);
    page
}

#[wasm_bindgen_test]
async fn a_refusal_of_what_took_effect_is_shown_as_an_effect() {
    let page = answered(&refusal(400, "Already reviewed"), approved()).await;
    page.shows("The request took effect nevertheless:").await;
    page.shows("Status: Waiting for review → Approved and copied").await;
    assert!(page.find_submit().is_none() && page.find_button("Send again…").is_none());
    page.enter();
    idle().await;
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1);
}

#[wasm_bindgen_test]
async fn the_outcome_stands_above_the_facts_and_has_the_focus() {
    let gone = json!({ "error": { "errorCode": "130000", "message": "no", "details": "" } });
    for (answer, said) in [
        (refusal(400, "The bucket is full"), "The bucket is full"),
        (Answer::json(500, &gone), "Outcome unknown"),
    ] {
        let page = answered(&answer, list(&[waiting()])).await;
        page.shows(said).await;
        let text = page.dialog().await.inner_text();
        assert!(text.find(said).unwrap() < text.find("result.csv").unwrap(), "{text}");
        holds("it has the focus", || {
            page.find("[role=dialog] :focus").is_some_and(|one| one.inner_text().contains(said))
        })
        .await;
    }
}

#[wasm_bindgen_test]
async fn after_a_refusal_a_status_that_nobody_knows_is_no_effect() {
    let mut other = waiting();
    other["status"] = "NEW_CODE".into();
    let page = answered(&refusal(400, "Already reviewed"), list(&[other])).await;
    page.shows("Outcome unknown").await;
    page.shows("Whether that is its effect is not known").await;
    page.shows("Already reviewed").await;
    assert!(!page.says("It took effect all the same"));
    assert!(page.find_submit().is_none() && page.find_button("Send again…").is_none());
}

#[wasm_bindgen_test]
async fn a_refusal_is_compared_before_it_can_be_sent_again() {
    let page = approving().await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    let reads = page.gateway.sent_to(REVIEW).len();
    page.gateway.wait(REVIEW);
    sent.answer(&refusal(400, "The bucket is full"));
    page.shows("Comparing").await;
    assert!(page.is_submit_blocked());
    page.submit();
    page.enter();
    idle().await;
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1, "sent before it was compared");
    for number in [reads, reads + 1] {
        page.gateway.request_to(REVIEW, number).await.answer(&list(&[waiting()]));
    }
    holds("it can be sent again", || !page.is_submit_blocked()).await;
    assert!(!page.says("took effect"));
}

#[wasm_bindgen_test]
async fn a_refusal_that_cannot_be_compared_says_so() {
    let page = answered(&refusal(400, "The bucket is full"), refusal(403, "Not you")).await;
    page.shows("Whether an earlier copy of the request took effect could not be checked").await;
}

#[wasm_bindgen_test]
async fn what_may_have_acted_is_never_called_refused() {
    for (status, code) in
        [(500, "130000"), (500, "139999"), (500, "900"), (503, "500"), (409, "RELAY_REPEATED"), (408, "x")]
    {
        let error = json!({ "error": { "errorCode": code, "message": "no", "details": "" } });
        let page = answered(&Answer::json(status, &error), list(&[waiting()])).await;
        page.shows("Outcome unknown").await;
        page.shows("nothing has changed so far").await;
        assert!(page.find_submit().is_none(), "{code}");
        page.has_button("Send again…").await;
        assert_eq!(page.gateway.sent_to(APPROVE).len(), 1, "{code}");
    }
}

#[wasm_bindgen_test]
async fn an_answer_without_words_gets_a_sentence() {
    for empty in ["", " ", "\u{200b}"] {
        let page = answered(&receipt(empty), approved()).await;
        holds("it is announced", || page.announced("result.csv: approved")).await;
    }
}

fn request(number: u64, file: &str) -> Value {
    json!({ "importApplyId": number.to_string(), "sourceFileName": file, "status": "INIT" })
}

fn import(files: &[&str]) -> Draft {
    let file_names: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
    let import = ApplyFileImport {
        frame_no: Id::from(83),
        box_no: Id::from(381),
        memo: None,
        source_bucket: "bucket".into(),
        file_names: file_names.clone(),
        target_nas_instance_no: Id::from(7),
    };
    Draft {
        title: |t| t.forms.import_title,
        lead: |t| t.forms.import_confirm,
        facts: vec![Fact::list(|t| t.file, file_names)],
        input: None,
        notice: None,
        confirmation: None,
        proposal: Proposal::new(import, Unguarded),
        done: None,
    }
}

/// The dialog over a request to import these files, sent after the list was read.
async fn importing(files: &[&str]) -> Page {
    let import = import(files);
    let (page, notices) = Page::open("/", move |console| {
        let draft = RwSignal::new(Some(import));
        (view! { <WriteDialog draft=draft /> }.into_any(), console.notices)
    });
    SHOWN.set(Some(notices));
    page.dialog().await;
    page
}

thread_local! {
    static SHOWN: std::cell::Cell<Option<databoxframe_console::notices::Notices>> =
        const { std::cell::Cell::new(None) };
}

fn is_bad(notice: &Notice) -> bool {
    notice.kind == Kind::Bad
}

fn text(notice: &Notice) -> String {
    notice.title(Locale::English.texts())
}

fn notices() -> Vec<Notice> {
    SHOWN.get().map(|notices| untrack(|| notices.get())).unwrap_or_default()
}

/// How many further reads of all pages there are, each answered with these requests.
async fn listed(page: &Page, number: usize, requests: &[Value]) {
    page.gateway.request_to(IMPORTS, number).await.answer(&list(requests));
}

fn made(number: u64) -> Answer {
    Answer::ok(&json!({ "totalCount": 1, "content": [{ "importApplyId": number.to_string() }] }))
}

#[wasm_bindgen_test]
async fn copies_that_all_took_effect_are_named() {
    let page = importing(&["a.csv"]).await;
    page.submit();
    listed(&page, 0, &[request(1, "a.csv")]).await;
    page.gateway.request_to(IMPORT, 0).await.answer(&made(2));
    listed(&page, 1, &[request(1, "a.csv"), request(2, "a.csv"), request(3, "a.csv")]).await;
    holds("it is said", || notices().iter().any(is_bad)).await;
    let said = text(&notices().into_iter().find(is_bad).unwrap());
    assert!(
        said.contains("more than once") && said.contains("Import 2") && said.contains("Import 3"),
        "{said}"
    );
    assert!(!said.contains("Import 1"), "{said}");
}

#[wasm_bindgen_test]
async fn one_new_request_for_each_file_is_as_it_should_be() {
    let page = importing(&["a.csv", "b.csv"]).await;
    page.submit();
    listed(&page, 0, &[]).await;
    page.gateway.request_to(IMPORT, 0).await.answer(&made(2));
    listed(&page, 1, &[request(2, "a.csv"), request(3, "b.csv")]).await;
    idle().await;
    assert!(!notices().iter().any(is_bad), "{:?}", notices());
}

#[wasm_bindgen_test]
async fn a_success_that_has_changed_nothing_is_looked_at_again_and_shown_calmly() {
    for late in [true, false] {
        let page = importing(&["a.csv"]).await;
        let timers = Timers::hold();
        page.submit();
        listed(&page, 0, &[]).await;
        page.gateway.request_to(IMPORT, 0).await.answer(&made(2));
        listed(&page, 1, &[]).await;
        let shown = || notices().into_iter().find(|notice| text(notice).contains("nothing has changed"));
        idle().await;
        assert_eq!(shown(), None, "services accept first and act later");
        holds("it is looked at again", || {
            timers.elapse(10_000.0);
            page.gateway.sent_to(IMPORTS).len() == 3
        })
        .await;
        let made = [request(2, "a.csv")];
        listed(&page, 2, if late { &made } else { &[] }).await;
        idle().await;
        if late {
            assert_eq!(shown(), None);
        } else {
            holds("it is shown", || shown().is_some()).await;
            let (text, bad) = shown().map(|notice| (text(&notice), is_bad(&notice))).unwrap();
            assert!(!bad && text.contains("Request import") && text.contains("a.csv"), "{text}");
        }
    }
}

const MEMO: FieldKey = Field::lines("memo", |t| t.memo, ANY_LENGTH).key();

fn of_import() -> FormKey {
    FormKey::of(&Location::parse("/imports/new"))
}

#[wasm_bindgen_test]
async fn a_form_is_forgotten_even_if_its_page_was_locked_before_the_answer() {
    let (page, console) = Page::open("/imports/new", |console: Console| {
        // What was typed into the form.
        console.drafts.open(&of_import(), || {
            let mut values = Values::default();
            values.set(&MEMO, "typed".to_owned());
            values
        });
        let content = move || match console.session.get() {
            Some(_) => {
                let forget = Arc::new(move || console.drafts.forget(&of_import()));
                let form = AfterSuccess { forget, leave: Callback::new(|()| ()) };
                let draft = RwSignal::new(Some(Draft { done: Some(form), ..import(&["a.csv"]) }));
                view! { <WriteDialog draft=draft /> }.into_any()
            }
            None => ().into_any(),
        };
        (content, console)
    });
    let typed = || {
        let values = console.drafts.open(&of_import(), Values::default);
        values.with_untracked(|values| values.get(&MEMO).to_owned())
    };
    page.dialog().await;
    page.submit();
    listed(&page, 0, &[]).await;
    let sent = page.gateway.request_to(IMPORT, 0).await;
    console.lock(None);
    page.no_dialog().await;
    assert_eq!(typed(), "typed", "its outcome is not known yet");
    sent.answer(&made(2));
    let shown =
        || untrack(|| console.notices.get()).iter().any(|notice| notice.messages().concat().contains('2'));
    holds("it is shown", shown).await;
    assert_eq!(typed(), "");
}

#[wasm_bindgen_test]
async fn a_new_request_is_found_by_its_number_whatever_the_service_calls_the_file() {
    let page = importing(&["a.csv"]).await;
    page.submit();
    listed(&page, 0, &[request(1, "a.csv")]).await;
    page.gateway.request_to(IMPORT, 0).await.fail();
    listed(&page, 1, &[request(1, "a.csv"), request(2, "/A.CSV")]).await;
    page.shows("New: Import 2\u{2003}/A.CSV").await;
    assert!(page.find_button("Send again…").is_none());
}

#[wasm_bindgen_test]
async fn every_page_is_read_before_it_is_called_unchanged() {
    let page = importing(&["a.csv"]).await;
    page.submit();
    let full: Vec<Value> = (1..=1000).map(|number| request(number, "old.csv")).collect();
    let answer = async |number: usize, total: usize, requests: &[Value]| {
        let answer = Answer::ok(&json!({ "totalCount": total, "content": requests }));
        page.gateway.request_to(IMPORTS, number).await.answer(&answer);
    };
    answer(0, 1000, &full).await;
    answer(1, 1000, &[]).await;
    page.gateway.request_to(IMPORT, 0).await.fail();
    answer(2, 1001, &full).await;
    answer(3, 1001, &[request(1001, "a.csv")]).await;
    page.shows("New: Import 1001\u{2003}a.csv").await;
}

#[wasm_bindgen_test]
async fn without_a_state_before_nothing_is_called_unchanged() {
    let page = importing(&["a.csv"]).await;
    page.submit();
    page.gateway.request_to(IMPORTS, 0).await.answer(&refusal(403, "Not you"));
    page.gateway.request_to(IMPORT, 0).await.fail();
    page.shows("No comparison is possible: the state before sending could not be read.").await;
    assert!(!page.says("nothing has changed") && page.find_button("Send again…").is_none());
}

#[wasm_bindgen_test]
async fn files_are_shown_as_a_list() {
    let items = |page: &Page| page.texts("[role=dialog] dd li");
    assert_eq!(items(&importing(&["a.csv", "b.csv"]).await), ["a.csv", "b.csv"]);
    assert_eq!(items(&importing(&["a.csv, b.csv"]).await), ["a.csv, b.csv"]);
}

#[wasm_bindgen_test]
async fn no_two_writes_are_signed_with_the_same_time() {
    let page = approving().await;
    script("Date.now = () => 1700000000000");
    for number in 0..2 {
        holds("it can be sent", || page.find_submit().is_some() && !page.is_submit_blocked()).await;
        page.submit();
        page.gateway.request_to(APPROVE, number).await.answer(&refusal(400, "No"));
    }
    let sent = page.gateway.sent_to(APPROVE);
    let times: Vec<String> = sent.iter().map(|sent| sent.header("x-ncp-apigw-timestamp")).collect();
    assert_eq!(times, ["1700000000000", "1700000000001"]);
}

#[wasm_bindgen_test]
async fn what_was_confirmed_with_these_keys_is_not_signed_with_others() {
    let page = approving().await;
    page.gateway.wait(REVIEW);
    let reads = page.gateway.sent_to(REVIEW).len();
    page.submit();
    let read = page.gateway.request_to(REVIEW, reads).await;
    page.link("Settings").click();
    page.has_button("Lock now").await.click();
    holds("it is locked", || page.path_is("/connect")).await;
    page.enter_keys("ANOTHER-KEY", "another-secret");
    holds("others are connected", || !page.path_is("/connect")).await;
    read.answer(&list(&[waiting()]));
    idle().await;
    assert!(page.gateway.sent_to(APPROVE).is_empty(), "sent with other keys");
    assert!(!page.announced("Approve"), "announced to others");
}

/// An approval whose page was left while it was sent, and its request.
async fn left_while_sending() -> (Page, Sent) {
    let page = approving().await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    page.link("Settings").click();
    page.no_dialog().await;
    (page, sent)
}

#[wasm_bindgen_test]
async fn after_its_page_was_left_it_is_said_once_whether_a_refusal_was_compared() {
    for (now, said) in [(list(&[waiting()]), false), (refusal(403, "Not you"), true), (approved(), false)] {
        let (page, sent) = left_while_sending().await;
        page.gateway.always(REVIEW, now);
        sent.answer(&refusal(400, "The bucket is full"));
        holds("it is announced", || page.announced("The bucket is full")).await;
        idle().await;
        let shown = page.texts(".alert-notice");
        assert_eq!(shown.len(), 1, "{shown:?}");
        assert_eq!(shown[0].contains("could not be checked"), said, "{shown:?}");
    }
    // What was found after a lost answer too.
    let (page, sent) = left_while_sending().await;
    page.gateway.always(REVIEW, approved());
    sent.fail();
    holds("it is announced", || page.announced("Outcome unknown")).await;
    idle().await;
    let shown = page.texts(".alert-notice");
    assert!(shown.len() == 1 && shown[0].contains("Approved and copied"), "{shown:?}");
}
