//! Language, theme and the browser's storage; where the focus goes.

use crate::support::Page;
use crate::support::answers::{BOXES, FRAME, FRAME_INFRA, FRAMES, frame, frames, nothing, refusal};
use crate::support::page::{config, focused, storage};
use crate::support::time::{holds, idle};
use databoxframe_console::connection::Config;
use databoxframe_console::locale::Locale;
use databoxframe_console::preferences::{Preferences, Theme};
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlSelectElement};

/// An attribute of the document element.
fn root(name: &str) -> Option<String> {
    document().document_element().unwrap().get_attribute(name)
}

async fn settings() -> Page {
    let page = Page::open_connected("/settings", &[]).await;
    page.shows(concat!("Data Box Frame Console ", env!("CARGO_PKG_VERSION"))).await;
    page.has_button("Forget keys").await;
    page
}

/// The language the console starts in, as the Connect page shows it.
async fn starts_in(configured: Option<&str>) -> String {
    let config = Config { language: configured.map(str::to_owned), ..config() };
    let page = Page::open_app("/connect", Ok(config));
    holds("there is a heading", || page.find("h1").is_some()).await;
    holds("the document says its language", || root("lang").is_some()).await;
    root("lang").unwrap()
}

#[wasm_bindgen_test]
async fn a_language_changes_every_text_at_once() {
    let page = settings().await;
    page.choose("Language", "ko");
    holds("the heading is Korean", || page.texts("h1") == ["설정"]).await;
    holds("the document says so", || root("lang").as_deref() == Some("ko")).await;
    holds("so does the window", || document().title().starts_with("설정")).await;
    // Names, keys and the languages' own names are not translated; no other word is English.
    let stays = [
        "Data Box Frame",
        "OpenAPI",
        "JSON",
        "Ctrl",
        "Test",
        "TEST-ACCESS-KEY",
        "English",
        "gateway.example",
        "https",
        "relay",
    ];
    let text = stays.iter().fold(page.text(), |text, word| text.replace(word, ""));
    let english: Vec<&str> = text
        .split(|character: char| !character.is_ascii_alphabetic())
        .filter(|word| word.len() > 3)
        .collect();
    assert!(english.is_empty(), "{english:?} in:\n{text}");

    page.choose("언어", "en");
    holds("the heading is English", || page.texts("h1") == ["Settings"]).await;
    holds("the document says so", || root("lang").as_deref() == Some("en")).await;
}

#[wasm_bindgen_test]
async fn the_focus_stays_on_the_choice_of_language() {
    let page = settings().await;
    page.field::<HtmlElement>("Language").focus().unwrap();
    page.choose("Language", "ko");
    holds("the page is Korean", || page.texts("h1") == ["설정"]).await;
    holds("the focus is back", || focused(&page.field::<HtmlElement>("언어"))).await;
    idle().await;
    assert!(focused(&page.field::<HtmlElement>("언어")), "the heading took it away");
}

#[wasm_bindgen_test]
async fn failures_are_explained_in_the_language() {
    let page = settings().await;
    page.choose("Language", "ko");
    holds("the page is Korean", || page.texts("h1") == ["설정"]).await;
    page.gateway.always(FRAMES, refusal(403, "권한이 없습니다"));
    page.link("프레임").click();
    let alert = page.alert().await;
    assert!(alert.contains("HTTP 403") && alert.contains("권한이 없습니다"), "{alert}");
    assert_eq!(page.gateway.sent_to(FRAMES).last().unwrap().header("x-ncp-lang"), "ko-KR");
    page.has_button("다시 시도").await;
}

#[wasm_bindgen_test]
async fn a_choice_is_remembered_and_goes_before_the_companys() {
    let page = settings().await;
    page.choose("Language", "ko");
    holds("the page is Korean", || page.texts("h1") == ["설정"]).await;
    let next = || Preferences::new(Some(Locale::English)).locale.get_untracked();
    assert_eq!(Owner::new().with(next), Locale::Korean);
}

#[wasm_bindgen_test]
async fn a_company_can_choose_the_language_to_start_with() {
    assert_eq!(starts_in(Some("ko")).await, "ko");
    assert_eq!(starts_in(Some("en")).await, "en");
    // What it can't be asked for is left to the browser.
    let browsers = Locale::from_tag(&window().navigator().language().unwrap()).unwrap_or_default();
    assert_eq!(starts_in(Some("tlh")).await, browsers.tag());
    assert_eq!(starts_in(None).await, browsers.tag());
}

#[wasm_bindgen_test]
async fn a_theme_is_applied_and_remembered() {
    let page = settings().await;
    assert_eq!(root("data-theme"), None, "the system's, until another is chosen");
    for theme in [Theme::Dark, Theme::Light] {
        page.choose("Theme", theme.code());
        holds("the theme is applied", || root("data-theme").as_deref() == Some(theme.code())).await;
        assert_eq!(page.field::<HtmlSelectElement>("Theme").value(), theme.code());
        assert_eq!(Owner::new().with(|| Preferences::new(None).theme.get_untracked()), theme);
    }
    page.choose("Theme", Theme::System.code());
    holds("the system's theme is back", || root("data-theme").is_none()).await;
}

#[wasm_bindgen_test]
async fn what_is_stored_by_something_else_changes_nothing() {
    let page = Page::open("/", |_| {
        for key in ["dbf.lang", "dbf.theme"] {
            storage().set_item(key, "<nonsense>").unwrap();
        }
        ((), Preferences::new(Some(Locale::Korean)))
    });
    assert_eq!(page.1.locale.get_untracked(), Locale::Korean);
    assert_eq!(page.1.theme.get_untracked(), Theme::System);
}

#[wasm_bindgen_test]
async fn a_browser_that_forbids_storage_loses_only_the_memory() {
    let page = Page::open_app_without_storage("/connect?next=%2Fsettings", Ok(config()));
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.enter_keys("KEY", "secret");
    page.has_button("Forget keys").await;
    page.choose("Theme", "dark");
    holds("the theme is applied", || root("data-theme").as_deref() == Some("dark")).await;
    page.choose("Language", "ko");
    holds("the page is Korean", || page.texts("h1") == ["설정"]).await;
    page.link("프레임").click();
    page.shows("Alpha").await;
}

#[wasm_bindgen_test]
async fn a_page_that_opens_is_named_and_gets_the_focus() {
    let answers = [(BOXES, nothing()), (FRAME_INFRA, nothing())];
    let page = Page::open_connected("/frames", &answers).await;
    page.gateway.always(FRAME, crate::support::Answer::ok(&frame(83, "Alpha")));
    page.shows("Alpha").await;
    page.link("Alpha").click();
    holds("the page is there", || page.texts("h1") == ["Alpha"]).await;
    holds("its heading has the focus", || focused(&page.the("h1"))).await;
    holds("the window is named after it", || document().title() == "Alpha · Data Box Frame").await;
    assert_eq!(page.texts("nav[aria-label=Main] a[aria-current=page]"), ["Frames"]);
    // Typing a filter must not throw it back to the heading.
    page.link("Data boxes").click();
    holds("there is a table", || page.find_field::<HtmlElement>("Search").is_some()).await;
    let search: HtmlElement = page.field("Search");
    search.focus().unwrap();
    page.fill("Search", "x");
    idle().await;
    assert!(focused(&search));
}

#[wasm_bindgen_test]
async fn a_page_asks_for_its_data_before_its_heading_gets_the_focus() {
    let page = Page::open_connected("/settings", &[("get-bucket-list", nothing())]).await;
    page.has_button("Forget keys").await;
    page.link("Buckets").click();
    let request = page.gateway.request_to("get-bucket-list", 0).await;
    // The focus makes the browser lay out the page.
    assert_ne!(request.focus(), Some("H1"));
    holds("the heading has the focus", || focused(&page.the("h1"))).await;
}

#[wasm_bindgen_test]
async fn a_heading_leaves_the_focus_where_somebody_took_it() {
    let page = Page::open_connected("/settings", &[("get-bucket-list", nothing())]).await;
    page.has_button("Forget keys").await;
    page.link("Buckets").click();
    // In the turn of the click: no timer runs before.
    for _ in 0..1_000 {
        JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await.unwrap();
    }
    assert_eq!(page.gateway.sent_to("get-bucket-list").len(), 1);
    let elsewhere = page.link("Imports");
    elsewhere.focus().unwrap();
    holds("the window is named", || document().title() == "Buckets · Data Box Frame").await;
    idle().await;
    assert!(focused(&elsewhere));
}
