//! Forms: typed and pasted values are read as meant, or are errors at their fields.

use crate::support::answers::{FRAME, FRAME_INFRA, frame, list};
use crate::support::page::{focused, send};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use leptos::prelude::document;
use serde_json::{Value, json};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    ClipboardEvent, ClipboardEventInit, DataTransfer, DragEvent, DragEventInit, Event, HtmlElement,
    HtmlInputElement,
};

/// The form for changing a frame with a volume of 9,600 GB, with a row for new volumes.
async fn volumes_form() -> Page {
    let volume = json!({
        "infraType": "NAS",
        "instanceName": "a, b",
        "instanceNo": "9001",
        "specName": "9600",
        "statusCode": "SET_USE",
    });
    let answers = [(FRAME, Answer::ok(&frame(83, "Alpha lab"))), (FRAME_INFRA, list(&[volume]))];
    let page = Page::open_connected("/frames/83/modify", &answers).await;
    page.shows("a, b").await;
    page.press("Add NAS volumes");
    page.element("#f-nasList-n1-count").await;
    page
}

/// The form for an import.
async fn import_form() -> Page {
    let page = Page::open_connected("/imports/new", &[]).await;
    page.element("#f-sourceFileInfoList-n1-fileName").await;
    page
}

fn field(page: &Page, key: &str) -> HtmlInputElement {
    page.the(&format!("#f-{key}")).unchecked_into()
}

fn fill(page: &Page, key: &str, text: &str) {
    let field = field(page, key);
    field.set_value(text);
    send(&field, "input");
}

fn problem(page: &Page, key: &str) -> String {
    page.the(&format!("#f-{key}-problem")).inner_text()
}

async fn problem_is(page: &Page, key: &str, text: &str) {
    holds(&format!("{key} says {text:?}"), || problem(page, key) == text).await;
}

async fn summary_says(page: &Page, text: &str) {
    let summary = || page.the("aside.form-summary").inner_text();
    holds(&format!("the summary says {text:?}"), || summary().contains(text)).await;
}

/// The body in the confirmation.
fn body(page: &Page) -> Value {
    let preview = page.texts("[role=dialog] pre").concat();
    serde_json::from_str(&preview[preview.find('{').unwrap()..]).unwrap()
}

fn data(text: &str) -> DataTransfer {
    let data = DataTransfer::new().unwrap();
    data.set_data("text/plain", text).unwrap();
    data
}

/// Pastes as a browser does; whether the browser would put it in as it is.
fn paste(target: &HtmlElement, text: &str) -> bool {
    let init = ClipboardEventInit::new();
    init.set_clipboard_data(Some(&data(text)));
    init.set_bubbles(true);
    init.set_cancelable(true);
    dispatch(target, &ClipboardEvent::new_with_event_init_dict("paste", &init).unwrap())
}

/// The same by drag and drop.
fn drop_text(target: &HtmlElement, text: &str) -> bool {
    let init = DragEventInit::new();
    init.set_data_transfer(Some(&data(text)));
    init.set_bubbles(true);
    init.set_cancelable(true);
    dispatch(target, &DragEvent::new_with_event_init_dict("drop", &init).unwrap())
}

fn dispatch(target: &HtmlElement, event: &Event) -> bool {
    target.dispatch_event(event).unwrap()
}

fn names(page: &Page) -> Vec<String> {
    let fields = page.all("input[id^='f-sourceFileInfoList-']");
    fields.into_iter().map(|field| field.unchecked_into::<HtmlInputElement>().value()).collect()
}

#[wasm_bindgen_test]
async fn a_number_is_the_same_in_the_field_the_summary_and_the_request() {
    let page = volumes_form().await;
    for (count, size) in
        [("2", "1000"), ("２", "１，０００"), ("2.0", "1,000 GB"), (" 2\u{200b}", "\u{feff}1000 ")]
    {
        fill(&page, "nasList-n1-count", count);
        fill(&page, "nasList-n1-nasSize", size);
        summary_says(&page, "2 new, 2,000 GB in total").await;
        assert_eq!(problem(&page, "nasList-n1-count") + &problem(&page, "nasList-n1-nasSize"), "");
        page.press("Review and send");
        page.dialog().await;
        assert_eq!(body(&page)["nasList"], json!([{ "actionType": "CREATE", "count": 2, "nasSize": 1000 }]));
        page.press("Cancel");
        page.no_dialog().await;
        fill(&page, "nasList-n1-nasSize", "");
        summary_says(&page, "1 incomplete").await;
    }
}

#[wasm_bindgen_test]
async fn what_is_no_number_is_said_to_be_none_and_what_is_missing_to_be_missing() {
    let page = volumes_form().await;
    summary_says(&page, "NAS volumes\n1 incomplete").await;
    idle().await;
    assert_eq!(problem(&page, "nasList-n1-count"), "", "not before anything was typed");
    // At once: no more typing makes it a number.
    fill(&page, "nasList-n1-nasSize", "500 TB");
    problem_is(&page, "nasList-n1-nasSize", "Digits only").await;
    assert!(page.alerts().is_empty(), "nothing was tried yet");
    // More typing may do.
    fill(&page, "nasList-n1-nasSize", "5");
    problem_is(&page, "nasList-n1-nasSize", "").await;
    page.press("Review and send");
    problem_is(&page, "nasList-n1-count", "Required").await;
    problem_is(&page, "nasList-n1-nasSize", "500 to 10,000 in steps of 100.").await;
    assert!(page.find_dialog().is_none());
    fill(&page, "nasList-n1-count", "99999999999999999999");
    problem_is(&page, "nasList-n1-count", "A whole number, at least 1.").await;
}

#[wasm_bindgen_test]
async fn more_than_ten_terabytes_are_said_at_once_and_in_the_question() {
    let page = volumes_form().await;
    fill(&page, "nasList-n1-count", "1");
    fill(&page, "nasList-n1-nasSize", "500");
    let said =
        "500 GB and the existing 9,600 GB are 10,100 GB, which exceeds the documented NAS limit of 10 TB";
    holds("it is said at once", || page.announced(said)).await;
    page.press("Review and send");
    let dialog = page.dialog().await;
    assert!(dialog.inner_text().contains(said), "{}", dialog.inner_text());
    page.press("Cancel");
    page.no_dialog().await;
    fill(&page, "nasList-n1-nasSize", "400");
    holds("10,000 GB are not too much", || !page.announced("10 TB")).await;
    // What is returned makes room, and is listed by its name.
    fill(&page, "nasList-n1-nasSize", "500");
    page.choose("Action", "DELETE");
    holds("there is room", || !page.announced("10 TB")).await;
    holds("it is listed", || page.texts("aside.form-summary li") == ["a, b"]).await;
}

#[wasm_bindgen_test]
async fn a_text_that_is_too_long_is_kept_and_said_with_its_excess() {
    let page = import_form().await;
    // 51 characters, 102 code units of UTF-16.
    fill(&page, "memo", &"𝒳".repeat(51));
    problem_is(&page, "memo", "1 to 50 characters. 1 too many.").await;
    assert_eq!(field(&page, "memo").value().chars().count(), 51);
    fill(&page, "memo", &"𝒳".repeat(50));
    problem_is(&page, "memo", "").await;
    assert!(page.find("form [maxlength]").is_none(), "it counts code units, and cuts");
}

#[wasm_bindgen_test]
async fn several_lines_become_several_files() {
    let page = import_form().await;
    let first: HtmlElement = field(&page, "sourceFileInfoList-n1-fileName").unchecked_into();
    assert!(paste(&first, "a.csv"), "one line is the browser's own affair");
    assert!(paste(&first, "a.csv\r\n"));
    assert!(!paste(&first, "a.csv\r\nb c.csv\n\n한글.csv\r\n"));
    holds("each has a row", || names(&page) == ["a.csv", "b c.csv", "한글.csv"]).await;
    holds("the focus is on the last", || focused(&page.the("#f-sourceFileInfoList-n3-fileName"))).await;
    // What is there stays; also what is dragged.
    let first: HtmlElement = field(&page, "sourceFileInfoList-n1-fileName").unchecked_into();
    assert!(!drop_text(&first, "d\ne\nf"));
    holds("each has a row", || names(&page) == ["a.csv", "b c.csv", "한글.csv", "d", "e", "f"]).await;
    page.press("Review and send");
    problem_is(&page, "sourceFileInfoList", "1 to 5 entries.").await;
    // A memo has lines of its own.
    assert!(paste(&field(&page, "memo"), "a\nb"));
}

#[wasm_bindgen_test]
async fn names_that_deceive_or_stand_twice_are_said_before_sending() {
    let page = import_form().await;
    let first: HtmlElement = field(&page, "sourceFileInfoList-n1-fileName").unchecked_into();
    paste(&first, "a.csv\na.csv\nb.csv \n가.csv\n\u{1100}\u{1161}.csv");
    holds("each has a row", || names(&page).len() == 5).await;
    page.press("Review and send");
    let row = |row: usize| format!("sourceFileInfoList-n{row}-fileName");
    problem_is(&page, &row(2), "Same name as File 1.").await;
    assert_eq!((problem(&page, &row(1)), problem(&page, &row(4))), (String::new(), String::new()));
    problem_is(&page, &row(3), "Ends with a space (U+0020).").await;
    assert!(problem(&page, &row(5)).starts_with("Same letters as File 4"));
    for (name, text) in [
        ("b\u{2028}.csv", "Contains a line break (U+2028)."),
        ("\u{200b}b.csv", "Starts with an invisible character (U+200B)."),
        ("b.csv", ""),
    ] {
        fill(&page, &row(3), name);
        problem_is(&page, &row(3), text).await;
    }
    assert!(page.find_dialog().is_none());
}

#[wasm_bindgen_test]
async fn a_draft_for_one_box_is_offered_for_no_other() {
    const ONE: &str = "/imports/new?frame=83&box=381";
    const OTHER: &str = "/imports/new?frame=83&box=382";
    let page = Page::open_connected(ONE, &[]).await;
    page.element("#f-memo").await;
    fill(&page, "memo", "for 381");
    let memo = |page: &Page| page.find("#f-memo").map(|_| field(page, "memo").value());
    for (url, text) in [(OTHER, ""), (ONE, "for 381"), ("/imports/new", ""), (OTHER, "")] {
        page.follow(url);
        holds(&format!("the memo of {url} is {text:?}"), || memo(&page).as_deref() == Some(text)).await;
    }
    fill(&page, "memo", "for 382");
    page.follow(ONE);
    holds("each has its own", || memo(&page).as_deref() == Some("for 381")).await;
}

#[wasm_bindgen_test]
async fn a_removed_row_leaves_the_others_as_they_are() {
    let page = volumes_form().await;
    page.press("Add admin server");
    page.element("#f-adminServerList-n2-userPassword").await;
    page.press("Add admin server");
    page.element("#f-adminServerList-n3-userPassword").await;
    fill(&page, "adminServerList-n3-userPassword", "Abcdef1!");
    let second = field(&page, "adminServerList-n3-userPassword");
    // Its own "Show", which only the field knows of.
    let row = second.closest("fieldset").unwrap().unwrap();
    row.query_selector(".field-tools button").unwrap().unwrap().unchecked_into::<HtmlElement>().click();
    holds("it is shown", || second.type_() == "text").await;
    page.press("Remove Admin server 1");
    holds("one is gone", || page.find("#f-adminServerList-n2-userPassword").is_none()).await;
    assert!(second.is_connected(), "the other is not made again");
    assert_eq!((second.type_(), second.value()), ("text".into(), "Abcdef1!".into()));
    let legend = row.query_selector("legend").unwrap().unwrap();
    holds("it is the first now", || legend.text_content().as_deref() == Some("Admin server 1")).await;
    assert!(page.find_button("Remove Admin server 1").is_some());
}

/// The description of an input, as a screen reader says it.
fn description(input: &HtmlElement) -> String {
    let ids = input.get_attribute("aria-describedby").unwrap_or_default();
    let spoken = |id: &str| {
        let element = document().get_element_by_id(id)?.clone_node_with_deep(true).ok()?;
        let element: web_sys::Element = element.unchecked_into();
        while let Ok(Some(hidden)) = element.query_selector("[aria-hidden=true]") {
            hidden.remove();
        }
        element.text_content()
    };
    ids.split_whitespace().filter_map(spoken).collect::<Vec<_>>().join(" ")
}

#[wasm_bindgen_test]
async fn a_password_is_described_by_the_rules_that_it_meets_and_does_not_meet() {
    let page = volumes_form().await;
    page.press("Add admin server");
    let name = "adminServerList-n2-userPassword";
    page.element(&format!("#f-{name}")).await;
    let input = field(&page, name);
    let says = |expected: [&str; 3]| {
        let said = description(&input);
        let rules = ["8 to 14 characters", "Upper and lower case, a digit", "None of "];
        expected.iter().zip(rules).all(|(state, rule)| said.contains(&format!("{state}: {rule}")))
    };
    input.focus().unwrap();
    fill(&page, name, "abc");
    holds("one rule is met", || says(["Not met", "Not met", "Met"])).await;
    fill(&page, name, "Abcdef1!");
    holds("all rules are met", || says(["Met", "Met", "Met"])).await;
    assert!(!description(&input).contains('\u{2713}'), "{}", description(&input));
}
