//! The command palette: how it opens, what it finds, what a choice does.

use crate::support::answers::{
    BOXES, FRAME, FRAME_INFRA, FRAMES, REVIEW, REVIEWS, frame, frames, list, nothing, review,
};
use crate::support::page::{focused, location, script, send, storage};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

/// Presses a key where the focus is.
fn key(how: &str) {
    script(&format!(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, {how} }}))"
    ));
}

fn open(page: &Page) {
    page.button("Search or go to… (Command palette)Ctrl+K").click();
}

fn field(page: &Page) -> HtmlInputElement {
    wasm_bindgen::JsCast::unchecked_into(page.the("[role=combobox]"))
}

fn type_in(page: &Page, text: &str) {
    let field = field(page);
    field.set_value(text);
    send(&field, "input");
}

fn options(page: &Page) -> Vec<String> {
    page.all(".palette-title").iter().map(HtmlElement::inner_text).collect()
}

/// The option that is active, as a screen reader finds it.
fn active(page: &Page) -> String {
    let id = field(page).get_attribute("aria-activedescendant").unwrap_or_default();
    let option = page.the(&format!("[role=option][id={id}]"));
    assert_eq!(option.get_attribute("aria-selected").as_deref(), Some("true"), "{id}");
    assert_eq!(page.all("[role=option][aria-selected=true]").len(), 1);
    option.inner_text()
}

async fn finds(page: &Page, typed: &str, first: &str) {
    type_in(page, typed);
    holds(&format!("{typed:?} finds {first:?}"), || options(page).first().is_some_and(|one| one == first))
        .await;
}

fn answers() -> Vec<(&'static str, Answer)> {
    let data_box = json!({ "dataBoxNo": "381", "dataBoxName": "Lab", "statusCode": "SET_USE" });
    vec![
        (FRAMES, frames(&[frame(83, "clinical-cohort"), frame(84, "a\u{202e}lpha")])),
        (REVIEWS, list(&[review(1543, "result.csv", "2024-03-01 00:00:00")])),
        (BOXES, list(&[data_box])),
        (FRAME_INFRA, nothing()),
        (FRAME, Answer::ok(&frame(83, "clinical-cohort"))),
    ]
}

async fn reviews_page() -> Page {
    let page = Page::open_connected("/reviews?view=all", &answers()).await;
    page.shows("result.csv").await;
    page
}

#[wasm_bindgen_test]
async fn the_pointer_moves_the_choice() {
    let page = reviews_page().await;
    open(&page);
    page.dialog().await;
    let third = page.all("[role=option]").swap_remove(2);
    send(&third, "mousemove");
    holds("one option stands out", || active(&page) == third.inner_text()).await;
    send(&third, "mousemove");
    assert_eq!(active(&page), third.inner_text());
}

#[wasm_bindgen_test]
async fn it_opens_by_key_and_gives_the_focus_back() {
    let page = reviews_page().await;
    let search: HtmlElement = page.field("Search");
    search.focus().unwrap();
    for how in
        ["key: 'k', ctrlKey: true", "key: 'K', metaKey: true", "key: 'ㅏ', code: 'KeyK', ctrlKey: true"]
    {
        key(how);
        page.dialog().await;
        holds("its field has the focus", || focused(&field(&page))).await;
        assert_eq!(page.the("[role=dialog]").get_attribute("aria-label").as_deref(), Some("Command palette"));
        page.escape();
        page.no_dialog().await;
        assert!(focused(&search), "{how}");
    }
    // The same key closes it.
    key("key: 'k', ctrlKey: true");
    page.dialog().await;
    key("key: 'k', ctrlKey: true");
    page.no_dialog().await;
    for how in ["key: 'k'", "key: 'k', ctrlKey: true, shiftKey: true", "key: 'j', ctrlKey: true"] {
        key(how);
    }
    idle().await;
    assert!(page.find_dialog().is_none());
}

#[wasm_bindgen_test]
async fn it_finds_by_name_and_number_and_reads_nothing() {
    let page = reviews_page().await;
    page.follow("/frames/83");
    page.element("main a[href='/frames/83/boxes/381']").await;
    page.follow("/reviews");
    page.shows("result.csv").await;
    let sent = page.gateway.sent().len();
    open(&page);
    page.dialog().await;
    finds(&page, "rslt", "result.csv").await;
    finds(&page, "1543", "result.csv").await;
    finds(&page, "ㅂㅊ", "Exports").await;
    assert!(options(&page).contains(&"Export review".to_owned()), "{:?}", options(&page));
    finds(&page, "clin", "clinical-cohort").await;
    finds(&page, "lab", "Lab").await;
    finds(&page, "83/381", "Lab").await;
    finds(&page, "9/7", "Data box 9/7").await;
    type_in(&page, "9/7/5");
    let requests = ["Export review request 9/7/5", "Export request 9/7/5", "Import request 9/7/5"];
    holds("three requests may be meant", || options(&page).starts_with(&requests.map(str::to_owned))).await;
    holds("the number of results is announced", || page.announced("6 results")).await;
    finds(&page, "ㅂㅊ ㅅㅅ", "Export review").await;
    assert_eq!(page.gateway.sent().len(), sent, "it read something");
    finds(&page, "9/7", "Data box 9/7").await;
    key("key: 'Enter'");
    page.no_dialog().await;
    holds("it leads there", || location() == "/frames/9/boxes/7").await;
}

#[wasm_bindgen_test]
async fn a_list_is_searched_for_what_is_not_found() {
    let page = reviews_page().await;
    open(&page);
    page.dialog().await;
    finds(&page, "né w?", "Export review: “né w?”").await;
    key("key: 'Enter'");
    page.no_dialog().await;
    holds("the list is searched", || location() == "/reviews?q=n%C3%A9%20w%3F").await;
    assert_eq!(page.field::<HtmlInputElement>("Search").value(), "né w?");
}

#[wasm_bindgen_test]
async fn keys_move_among_the_options() {
    let page = reviews_page().await;
    open(&page);
    page.dialog().await;
    let all = options(&page);
    assert!(all.len() > 12, "{all:?}");
    let is = |index: usize| active(&page).starts_with(&all[index]);
    assert!(is(0));
    let last = all.len() - 1;
    for (pressed, index) in [
        ("ArrowUp", last),
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("PageDown", 9),
        ("End", last),
        ("PageUp", last - 8),
        ("Home", 0),
    ] {
        key(&format!("key: '{pressed}'"));
        holds(&format!("{pressed} leads to {}", all[index]), || is(index)).await;
        assert!(focused(&field(&page)));
    }
    // What is found anew has its first option active.
    key("key: 'End'");
    finds(&page, "settings", "Settings").await;
    assert!(active(&page).starts_with("Settings"));
}

#[wasm_bindgen_test]
async fn a_key_of_a_composition_chooses_nothing() {
    let page = reviews_page().await;
    open(&page);
    page.dialog().await;
    finds(&page, "bucket", "Buckets").await;
    key("key: 'Enter', isComposing: true");
    key("key: 'Process', keyCode: 229");
    key("key: 'ArrowDown', isComposing: true");
    idle().await;
    assert!(page.find_dialog().is_some() && active(&page).starts_with("Buckets"));
    key("key: 'Enter'");
    holds("Enter alone does", || location() == "/buckets").await;
}

#[wasm_bindgen_test]
async fn where_somebody_was_comes_first() {
    let page = reviews_page().await;
    open(&page);
    page.dialog().await;
    assert_eq!(page.texts(".palette-group")[0], "This page", "nowhere else yet");
    page.escape();
    page.no_dialog().await;
    page.follow("/frames/83");
    page.element("main a[href='/frames/83/boxes/381']").await;
    page.follow("/frames/83/infrastructure");
    holds("its tab is open", || page.path_is("/frames/83/infrastructure")).await;
    page.follow("/settings");
    page.has_button("Forget keys").await;
    open(&page);
    page.dialog().await;
    assert_eq!(page.texts(".palette-group")[0], "Recent");
    assert_eq!(options(&page)[..2], ["clinical-cohort", "Export review"]);
    page.escape();
    page.no_dialog().await;
    page.press("Forget keys");
    holds("it is without keys", || page.is_without_keys()).await;
    key("key: 'k', ctrlKey: true");
    idle().await;
    assert!(page.find_dialog().is_none(), "not on the Connect page");
    page.enter_keys("OTHER-KEY", "secret");
    page.has_button("Forget keys").await;
    open(&page);
    page.dialog().await;
    assert!(!page.says("clinical-cohort 83"), "{}", page.text());
    assert_ne!(page.texts(".palette-group")[0], "Recent");
}

#[wasm_bindgen_test]
async fn the_actions_of_the_page_are_pressed() {
    let page = Page::open_connected("/frames/83", &answers()).await;
    page.element("main a[href='/frames/83/boxes/381']").await;
    open(&page);
    page.dialog().await;
    finds(&page, "return", "Return frame").await;
    key("key: 'Enter'");
    holds("the dialog of the action is open", || {
        page.find_dialog().is_some_and(|dialog| dialog.inner_text().contains("Return this frame?"))
    })
    .await;
    // Never over a confirmation.
    key("key: 'k', ctrlKey: true");
    idle().await;
    assert!(page.find("[role=combobox]").is_none());
    page.escape();
    page.no_dialog().await;
    let reads = page.gateway.sent_to(FRAME).len();
    open(&page);
    page.dialog().await;
    finds(&page, "refresh", "Refresh page").await;
    key("key: 'Enter'");
    holds("the page is read again", || page.gateway.sent_to(FRAME).len() > reads).await;
}

#[wasm_bindgen_test]
async fn commands_change_language_and_theme_and_lock() {
    let page = reviews_page().await;
    open(&page);
    page.dialog().await;
    finds(&page, "theme dark", "Theme: Dark").await;
    key("key: 'Enter'");
    holds("the theme is stored", || storage().get_item("dbf.theme").unwrap().as_deref() == Some("dark"))
        .await;
    page.no_dialog().await;
    open(&page);
    page.dialog().await;
    finds(&page, "한국", "Language: 한국어").await;
    key("key: 'Enter'");
    holds("the page is Korean", || page.texts("h1") == ["반출 심사"]).await;
    page.the("#command-palette").click();
    page.dialog().await;
    finds(&page, "language", "언어: English").await;
    finds(&page, "lock now", "지금 잠그기").await;
    key("key: 'Enter'");
    holds("it is locked", || page.is_without_keys()).await;
    assert!(page.find_dialog().is_none());
}

#[wasm_bindgen_test]
async fn names_are_shown_as_everywhere() {
    let page = reviews_page().await;
    page.gateway.always(REVIEW, nothing());
    open(&page);
    page.dialog().await;
    finds(&page, "lpha", "a⟨U+202E⟩lpha").await;
}

#[wasm_bindgen_test]
async fn icons_are_for_the_eye_only() {
    let page = reviews_page().await;
    open(&page);
    page.dialog().await;
    let icons = page.all("svg.icon");
    assert!(icons.len() > 20, "{}", icons.len());
    for icon in icons {
        assert_eq!(icon.get_attribute("aria-hidden").as_deref(), Some("true"));
    }
    for place in ["nav a", ".palette-option"] {
        let all = page.all(place);
        assert!(
            !all.is_empty() && all.iter().all(|one| one.query_selector("svg.icon").unwrap().is_some()),
            "{place}"
        );
    }
}

#[wasm_bindgen_test]
async fn the_menu_of_the_account_locks_from_every_page() {
    let page = reviews_page().await;
    page.button("Account").click();
    holds("the menu has the focus", || {
        page.find("[role=menuitem]:focus").is_some_and(|item| item.inner_text() == "Lock now")
    })
    .await;
    page.the("[role=menuitem]:focus").click();
    holds("it is locked", || page.is_without_keys()).await;
    page.shows("Locked.").await;
}

#[wasm_bindgen_test]
async fn filters_fold_on_narrow_screens() {
    let page = reviews_page().await;
    let fold = page.button("Filters");
    assert_eq!(fold.get_attribute("aria-expanded").as_deref(), Some("false"));
    let id = fold.get_attribute("aria-controls").unwrap();
    assert!(page.the(&format!("[id='{id}']")).query_selector("select").unwrap().is_some());
    fold.click();
    holds("it says that it is open", || fold.get_attribute("aria-expanded").as_deref() == Some("true")).await;
    page.choose("Status", "REQ_CMPL");
    holds("it counts what is set", || page.find_button("Filters (1)").is_some()).await;
    let dates = page.the("[role=group][aria-label=Dates]");
    assert!(page.the(&format!("[id='{id}']")).contains(Some(&dates)));
}
