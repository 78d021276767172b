//! Two tabs of one browser: keys that are dropped in one are dropped in the other, and what is
//! forgotten in one is not opened in the other.

use crate::support::Page;
use crate::support::answers::{APPROVE, FRAMES, REVIEW, frame, frames, list, refusal, review};
use crate::support::gateway::Sent;
use crate::support::page::{ACCESS_KEY, GATEWAY, SECRET_KEY, config, script, storage};
use crate::support::time::{advance_clock, holds, idle};
use databoxframe_console::connection::vault::{self, Content, SaveRequest};
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const PASSPHRASE: &str = "correct horse battery";

/// Another tab, which records messages and sends some.
struct Tab;

impl Tab {
    fn open() -> Self {
        script(
            "globalThis.tab?.close(); globalThis.third?.close();
             globalThis.heard = []; globalThis.passed = [];
             globalThis.tab = new BroadcastChannel('dbf.session');
             tab.onmessage = ({ data }) => heard.push(data);
             globalThis.third = new BroadcastChannel('dbf.session');
             third.onmessage = ({ data }) => passed.push(data);",
        );
        Self
    }

    fn send(&self, word: &str) {
        script(&format!("tab.postMessage('{word}')"));
    }

    /// Whether it went through, so that every tab that was open before has heard it.
    fn passed(&self, word: &str) -> bool {
        script(&format!("return passed.includes('{word}')")).is_truthy()
    }

    fn heard(&self) -> String {
        script("return JSON.stringify(heard)").as_string().unwrap()
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        script("tab.close(); third.close();");
    }
}

/// The browser reports a change that another tab made to the storage.
fn stored_elsewhere(key: &str, value: &str) {
    script(&format!("dispatchEvent(new StorageEvent('storage', {{ key: '{key}', newValue: '{value}' }}))"));
}

#[wasm_bindgen_test]
async fn the_buttons_reach_every_tab_and_carry_no_key() {
    for (button, word) in [("Forget keys", "forget"), ("Lock now", "lock")] {
        let page = Page::settings().await;
        let other = Tab::open();
        page.press(button);
        holds("the message arrives", || other.heard() == format!("[\"{word}\"]")).await;
        holds("it holds here too", || page.is_without_keys()).await;
        assert_eq!(storage().length().unwrap(), 0, "a trace");
    }
}

#[wasm_bindgen_test]
async fn keys_dropped_in_another_tab_are_dropped_here() {
    let page = Page::open_connected("/exports/new", &[]).await;
    let typed = || page.find_field::<HtmlInputElement>("Purpose").map(|field| field.value());
    holds("there is a form", || typed().is_some()).await;
    page.fill("Purpose", "half a sentence");
    let other = Tab::open();
    other.send("something else");
    idle().await;
    assert!(!page.is_without_keys());
    other.send("lock");
    holds("it is locked", || page.is_without_keys()).await;
    page.shows("Locked.").await;
    let sent = page.gateway.sent().len();
    idle().await;
    assert_eq!(page.gateway.sent().len(), sent, "something is sent without keys");
    assert_eq!(other.heard(), "[]", "sent again and again");
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    holds("it is as it was", || typed().as_deref() == Some("half a sentence")).await;

    other.send("lock");
    holds("it is locked", || page.is_without_keys()).await;
    other.send("forget");
    holds("nothing is kept", || !page.says("Locked.")).await;
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    holds("the form is empty", || typed().as_deref() == Some("")).await;
}

#[wasm_bindgen_test]
async fn a_browser_without_channels_uses_the_storage() {
    let channel =
        script("const kept = BroadcastChannel; globalThis.BroadcastChannel = undefined; return kept;");
    let page = Page::settings().await;
    stored_elsewhere("dbf.other", "forget 1");
    idle().await;
    assert!(!page.is_without_keys());
    stored_elsewhere("dbf.tab-message", "lock 1700000000000");
    holds("it is locked", || page.is_without_keys()).await;

    // Another document of this origin hears it, as another tab does.
    script(
        "globalThis.heard = []; globalThis.frame = document.createElement('iframe'); document.body.append(frame);
         frame.contentWindow.addEventListener('storage', ({ key, newValue }) => heard.push([key, newValue]));",
    );
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    page.has_button("Forget keys").await.click();
    let heard = || script("return JSON.stringify(heard)").as_string().unwrap();
    holds("the message arrives", || heard().contains("[\"dbf.tab-message\",\"forget ")).await;
    assert!(!heard().contains(ACCESS_KEY) && !heard().contains(SECRET_KEY));
    assert_eq!(storage().get_item("dbf.tab-message").unwrap(), None, "a trace");
    script("frame.remove()");
    assert!(Reflect::set(&window(), &"BroadcastChannel".into(), &channel).unwrap());
}

#[wasm_bindgen_test]
async fn an_idle_tab_does_not_lock_one_in_use() {
    let page = Page::settings().await;
    let other = Tab::open();
    advance_clock(15.1 * 60_000.0);
    script("dispatchEvent(new Event('focus'))");
    holds("it is locked", || page.is_without_keys()).await;
    idle().await;
    assert_eq!(other.heard(), "[]");
}

#[wasm_bindgen_test]
async fn what_is_being_tried_does_not_connect_after_keys_were_dropped() {
    for (word, connects) in [("forget", false), ("lock", false), ("", true)] {
        let page = Page::open_app("/connect", Ok(config()));
        page.enter_keys(ACCESS_KEY, SECRET_KEY);
        let sent = page.gateway.request(0).await;
        let other = Tab::open();
        other.send(word);
        // A third tab, which hears it after this one.
        holds("it was heard", || other.passed(word)).await;
        page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
        sent.answer(&frames(&[frame(83, "Alpha")]));
        if connects {
            page.shows("Alpha").await;
        } else {
            page.shows("Not connected: the keys were forgotten or locked in another tab in the meantime.")
                .await;
            assert!(page.is_without_keys());
        }
    }
}

/// A page that remembers these, each with the same passphrase.
async fn remembering(names: &[&str]) -> Page {
    let page = Page::open_app("/connect", Ok(config()));
    for name in names {
        let content = Content {
            access_key: format!("KEY-OF-{name}"),
            secret_key: SECRET_KEY.to_owned().into(),
            gateway: GATEWAY.into(),
            relay: "/relay".into(),
            connection: "Test".into(),
        };
        let passphrase = PASSPHRASE.to_owned().into();
        let request = SaveRequest { name: (*name).into(), passphrase, content };
        assert!(vault::add(request.seal().await.unwrap()));
    }
    let page = page.reload_app("/connect?next=%2Fsettings", config());
    page.gateway.always(FRAMES, frames(&[]));
    page.has_button("Unlock").await;
    page
}

fn forget_elsewhere(name: &str) {
    let record = vault::list().into_iter().find(|record| record.name() == Some(name)).unwrap();
    vault::forget(&record);
}

#[wasm_bindgen_test]
async fn what_is_forgotten_in_another_tab_is_offered_no_more() {
    let page = remembering(&["Home", "Work"]).await;
    page.choose("Remembered connection", "1");
    holds("it is chosen", || page.find_button("Forget Work").is_some()).await;
    forget_elsewhere("Home");
    stored_elsewhere("dbf.vault", "whatever");
    holds("it is gone", || page.texts("main select option") == ["Work"]).await;
    // What was chosen is chosen still, not what is in its place now.
    assert!(page.find_button("Forget Work").is_some());
    page.fill("Passphrase", PASSPHRASE);
    page.press("Unlock");
    assert_eq!(page.gateway.request(0).await.header("x-ncp-iam-access-key"), "KEY-OF-Work");
    page.has_button("Forget Work").await;
    forget_elsewhere("Work");
    stored_elsewhere("dbf.vault", "");
    holds("nor in Settings", || page.find_button("Forget Work").is_none()).await;
}

#[wasm_bindgen_test]
async fn what_is_forgotten_in_another_tab_is_not_opened_here() {
    // Before it is opened, with no word of it, and while it is.
    for while_opening in [false, true] {
        let page = remembering(&["Work"]).await;
        if !while_opening {
            forget_elsewhere("Work");
        }
        page.fill("Passphrase", PASSPHRASE);
        page.press("Unlock");
        if while_opening {
            forget_elsewhere("Work");
        }
        page.shows("This was forgotten in another tab.").await;
        holds("it is not offered", || page.find_button("Unlock").is_none()).await;
        idle().await;
        assert!(page.gateway.sent().is_empty() && page.is_without_keys());
    }
}

#[wasm_bindgen_test]
async fn what_is_opened_while_the_language_changes_connects_unless_it_was_forgotten() {
    for is_forgotten in [false, true] {
        let page = remembering(&["Work"]).await;
        page.fill("Passphrase", PASSPHRASE);
        page.press("Unlock");
        if is_forgotten {
            forget_elsewhere("Work");
        }
        page.choose("Language", "ko");
        if is_forgotten {
            page.shows("다른 탭에서 삭제한 연결입니다.").await;
            idle().await;
            assert!(page.gateway.sent().is_empty() && page.is_without_keys());
        } else {
            holds("it goes on", || page.path_is("/settings")).await;
        }
    }
}

/// An approval that was sent, and its request.
async fn approving() -> (Page, Sent) {
    let waiting = list(&[review(1543, "result.csv", "2024-01-31 10:20:30")]);
    let page = Page::open_connected("/reviews/83/381/1543", &[(REVIEW, waiting)]).await;
    holds("a decision can be taken", || page.find_button("Approve").is_some() && !page.is_blocked("Approve"))
        .await;
    page.press("Approve");
    page.dialog().await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    (page, sent)
}

#[wasm_bindgen_test]
async fn what_became_of_a_write_is_kept_behind_a_lock_once_and_not_after_its_keys_were_forgotten() {
    for (word, kept) in [("lock", 1), ("forget", 0)] {
        for before in ["the answer", "the comparison", "the end"] {
            let (page, sent) = approving().await;
            let other = Tab::open();
            let drop_keys = async || {
                other.send(word);
                holds("the keys are dropped", || page.is_without_keys()).await;
            };
            let reads = page.gateway.sent_to(REVIEW).len();
            page.gateway.wait(REVIEW);
            if before == "the answer" {
                drop_keys().await;
            }
            sent.answer(&refusal(400, "The bucket is full"));
            if before == "the comparison" {
                page.shows("Comparing").await;
                drop_keys().await;
            }
            idle().await;
            page.gateway.always(REVIEW, refusal(403, "Not you"));
            for read in &page.gateway.sent_to(REVIEW)[reads..] {
                read.answer(&refusal(403, "Not you"));
            }
            if before == "the end" {
                page.shows("could not be checked").await;
                drop_keys().await;
            }
            idle().await;
            page.enter_keys(ACCESS_KEY, SECRET_KEY);
            holds("it is connected", || !page.is_without_keys()).await;
            idle().await;
            let notices = page.texts(".alert-notice");
            assert_eq!(notices.len(), kept, "{word} before {before}: {notices:?}");
            assert!(notices.iter().all(|text| text.contains("could not be checked")), "{notices:?}");
        }
    }
}
