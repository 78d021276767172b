//! The connection check, with keys that are typed and with those in use.

use crate::support::answers::{FRAMES, frame, frames, nothing};
use crate::support::page::{ACCESS_KEY, SECRET_KEY, config};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use js_sys::Date;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const IMPORTS: &str = "get-import-apply-list";
const CHECK: &str = "Check connection";

fn open() -> Page {
    Page::open_app("/connect", Ok(config()))
}

/// Types keys and presses the button.
async fn check(page: &Page, access: &str) {
    page.has_button(CHECK).await;
    page.fill("Access key", access);
    page.fill("Secret key", SECRET_KEY);
    page.press(CHECK);
}

/// With the time of now.
fn dated(answer: Answer) -> Answer {
    answer.header("date", &String::from(Date::new_0().to_utc_string()))
}

fn one_frame() -> Answer {
    frames(&[frame(83, "Alpha")])
}

fn refused() -> Answer {
    let body = r#"{"error":{"errorCode":"200","message":"Authentication Failed"}}"#;
    Answer::text(401, "application/json", body)
}

/// The verdict on each property, once it is shown.
async fn verdicts(page: &Page) -> Vec<String> {
    page.element("ul[aria-label='Connection check']").await;
    page.texts("ul[aria-label='Connection check'] .badge")
}

const OK: &str = "OK";
const MEND: &str = "Fix needed";
const NOT_YET: &str = "Not checked";

#[wasm_bindgen_test]
async fn a_good_relay_has_ticks_only_and_the_keys_stay_where_they_are() {
    let page = open();
    check(&page, ACCESS_KEY).await;
    let plain = page.gateway.request_to(FRAMES, 0).await;
    assert!(page.announced("Checking…"));
    assert!(!plain.path().contains('?'), "{}", plain.path());
    plain.answer(&dated(one_frame()));
    let query = page.gateway.request_to(IMPORTS, 0).await;
    // With what is easily changed.
    let expected = "?dataBoxFrameNo=83&pageNo=1&pageSize=1\
        &status=%ED%95%9C%EA%B8%80%20a%2Bb%2F%2Fc%252F%26%3D~";
    assert_eq!(query.path().split_once("get-import-apply-list").unwrap().1, expected);
    query.answer(&dated(nothing()));
    assert_eq!(verdicts(&page).await, [OK; 7]);
    holds("it is announced", || page.announced("Checked /relay: nothing to fix.")).await;
    page.shows("In sync with the gateway.").await;
    page.shows("fine for development").await;
    assert_eq!(page.field::<HtmlInputElement>("Secret key").value(), SECRET_KEY);

    page.gateway.always(FRAMES, one_frame());
    page.press("Connect");
    page.shows("Alpha").await;
    page.link("Activity").click();
    page.shows("pageSize=1&status=%ED%95%9C").await;
}

#[wasm_bindgen_test]
async fn there_is_one_check_at_a_time_and_none_without_keys() {
    let page = open();
    page.has_button(CHECK).await.click();
    page.shows("Required").await;
    page.fill("Gateway", "https://gateway.example/path");
    check(&page, ACCESS_KEY).await;
    page.shows("without a path").await;
    page.fill("Gateway", "https://gateway.example");
    idle().await;
    assert!(page.gateway.sent().is_empty());
    check(&page, ACCESS_KEY).await;
    let sent = page.gateway.request(0).await;
    holds("it is blocked", || page.is_blocked(CHECK)).await;
    page.press(CHECK);
    idle().await;
    assert_eq!(page.gateway.sent().len(), 1, "sent twice");
    assert!(page.alerts().is_empty());
    sent.fail();
    assert_eq!(verdicts(&page).await, [MEND, OK, NOT_YET, NOT_YET, NOT_YET, OK, OK]);
    assert!(page.announced(": 1 problem to fix."));
    assert_eq!(page.gateway.sent().len(), 1, "a check repeats nothing");
    page.press(CHECK);
    page.gateway.request(1).await;
    assert!(page.find("ul.findings").is_none(), "what was found is over");
}

#[wasm_bindgen_test]
async fn what_is_wrong_is_said_with_how_to_mend_it() {
    for (plain, query, expected, says) in [
        (
            refused(),
            None,
            [OK, OK, MEND, NOT_YET, OK, OK, OK],
            "the keys are wrong, the relay changes the path",
        ),
        (one_frame(), Some(refused()), [OK, OK, OK, MEND, OK, OK, OK], "byte for byte"),
        (Answer::html(502), None, [MEND, OK, NOT_YET, NOT_YET, NOT_YET, OK, OK], "a web page"),
    ] {
        let page = open();
        page.gateway.always(FRAMES, dated(plain));
        page.gateway.always(IMPORTS, dated(query.unwrap_or_else(nothing)));
        check(&page, ACCESS_KEY).await;
        assert_eq!(verdicts(&page).await, expected, "{says}");
        assert!(page.says(says), "{says}: {}", page.text());
    }
    let page = open();
    page.gateway.always(FRAMES, one_frame());
    page.gateway.always(IMPORTS, nothing());
    check(&page, ACCESS_KEY).await;
    assert_eq!(verdicts(&page).await, [OK, OK, OK, OK, MEND, OK, OK]);
    assert!(page.says("proxy_pass_header Date"));
}

#[wasm_bindgen_test]
async fn a_relay_elsewhere_has_to_let_this_page_read_date() {
    for (relay, judged) in [
        ("https://relay.example/dbf", "https://relay.example is on another origin"),
        ("https://proxy.example/{url}", "https://proxy.example takes whole URLs"),
    ] {
        for (is_dated, cors, date) in [(true, OK, OK), (false, MEND, NOT_YET)] {
            let page = open();
            let dated = if is_dated { dated } else { |answer| answer };
            page.gateway.always(FRAMES, dated(one_frame()));
            page.gateway.always(IMPORTS, dated(nothing()));
            page.has_button(CHECK).await;
            page.fill("Relay", relay);
            // Before anything is sent.
            page.shows("cors-anywhere").await;
            check(&page, ACCESS_KEY).await;
            assert_eq!(verdicts(&page).await, [OK, cors, OK, OK, date, OK, "Your decision"]);
            assert!(page.texts("ul.findings p").iter().any(|said| said.contains(judged)), "{judged}");
        }
    }
}

#[wasm_bindgen_test]
async fn the_connection_in_use_is_checked_in_settings_and_forgotten_keys_sign_nothing_more() {
    let page = Page::open_connected("/settings", &[(FRAMES, dated(one_frame()))]).await;
    page.gateway.always(IMPORTS, dated(nothing()));
    page.has_button(CHECK).await.click();
    assert_eq!(verdicts(&page).await, [OK; 7]);
    assert_eq!(page.gateway.sent_to(IMPORTS)[0].header("x-ncp-iam-access-key"), ACCESS_KEY);

    page.gateway.wait(FRAMES);
    let before = page.gateway.sent_to(FRAMES).len();
    page.press(CHECK);
    let sent = page.gateway.request_to(FRAMES, before).await;
    page.press("Forget keys");
    holds("it is cancelled", || sent.aborted()).await;
    sent.answer(&dated(one_frame()));
    idle().await;
    assert_eq!(page.gateway.sent_to(IMPORTS).len(), 1, "signed with keys that were forgotten");
}

#[wasm_bindgen_test]
async fn what_other_keys_were_answered_is_not_kept_for_these() {
    let page = open();
    page.gateway.always(FRAMES, dated(frames(&[frame(84, "Theirs")])));
    page.gateway.always(IMPORTS, dated(nothing()));
    check(&page, "OTHER").await;
    verdicts(&page).await;
    page.gateway.always(FRAMES, one_frame());
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    page.shows("Alpha").await;
    page.link("Activity").click();
    page.unfold();
    page.shows("Alpha").await;
    assert!(!page.says("Theirs") && !page.says("status="));
}

#[wasm_bindgen_test]
async fn what_deceives_in_a_relay_is_marked_in_what_is_said() {
    let page = open();
    page.gateway.always(FRAMES, dated(one_frame()));
    page.gateway.always(IMPORTS, dated(nothing()));
    page.has_button(CHECK).await;
    page.fill("Relay", "/rel\u{430}\u{202e}y");
    check(&page, ACCESS_KEY).await;
    verdicts(&page).await;
    holds("it is marked", || page.announced("Checked /relа⟨Cyrillic⟩⟨U+202E⟩y: nothing to fix.")).await;
}

#[wasm_bindgen_test]
async fn keys_that_no_request_can_carry_are_not_checked() {
    let page = open();
    page.has_button(CHECK).await;
    for (access, secret, field) in [
        ("ABㅊCD", SECRET_KEY, "Access key"),
        ("한글", SECRET_KEY, "Access key"),
        ("AB\u{200b}CD", SECRET_KEY, "Access key"),
        (ACCESS_KEY, "secㅊret", "Secret key"),
        (ACCESS_KEY, "sec\u{200b}ret", "Secret key"),
    ] {
        page.fill("Access key", access);
        page.fill("Secret key", secret);
        page.press(CHECK);
        let refused = || page.field::<HtmlInputElement>(field).get_attribute("aria-invalid").is_some();
        holds(&format!("{access:?} {secret:?} is refused"), refused).await;
        assert!(!page.is_blocked(CHECK) && !page.announced("Checking…"), "{access:?}");
    }
    idle().await;
    assert!(page.gateway.sent().is_empty());
    // Around it they do no harm.
    page.gateway.always(FRAMES, dated(one_frame()));
    page.gateway.always(IMPORTS, dated(nothing()));
    check(&page, &format!("\u{200b}{ACCESS_KEY}\u{feff}")).await;
    assert_eq!(verdicts(&page).await, [OK; 7]);
}
