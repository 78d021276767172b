//! Density and the widths of columns: chosen, kept on this device, taken back.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::Page;
use crate::support::answers::{FRAMES, frame, frames};
use crate::support::page::{focused, press_key, storage};
use crate::support::time::holds;

async fn frames_page() -> Page {
    let page = Page::open_connected("/frames", &[(FRAMES, frames(&[frame(83, "Alpha")]))]).await;
    page.shows("Alpha").await;
    page
}

/// Makes the table again, of what is kept.
async fn left_and_back(page: &Page) {
    page.follow("/activity");
    holds("it is gone", || page.find("[role=separator]").is_none()).await;
    page.follow("/frames");
    page.shows("Alpha").await;
}

/// The handle of a column.
fn handle(page: &Page, column: &str) -> HtmlElement {
    page.the(&format!("[role=separator][aria-label='Width of {column}']"))
}

/// What it says: its value in words, its number.
fn said(handle: &HtmlElement) -> (String, u32) {
    let get = |name: &str| handle.get_attribute(name).unwrap();
    (get("aria-valuetext"), get("aria-valuenow").parse().unwrap())
}

/// How wide the column is on screen.
fn width(handle: &HtmlElement) -> f64 {
    handle.parent_element().unwrap().get_bounding_client_rect().width()
}

/// How many columns are given a width.
fn given(page: &Page) -> usize {
    page.all("col")
        .iter()
        .filter(|col| col.get_attribute("style").is_some_and(|style| !style.is_empty()))
        .count()
}

/// What is kept for tables on this device.
fn kept() -> Vec<String> {
    let storage = storage();
    (0..storage.length().unwrap())
        .filter_map(|index| storage.key(index).unwrap())
        .filter(|name| name.starts_with("dbf.table."))
        .map(|name| storage.get_item(&name).unwrap().unwrap())
        .collect()
}

/// Moves the pointer to these places over a handle, pressed from the first to the last.
fn drag(handle: &HtmlElement, places: &[i32]) {
    let send = Function::new_with_args(
        "handle, kind, clientX",
        "handle.dispatchEvent(new PointerEvent(kind, { bubbles: true, cancelable: true, pointerId: 1, button: 0, clientX }));",
    );
    let send = |kind: &str, x: i32| {
        send.call3(&JsValue::NULL, handle, &kind.into(), &x.into()).unwrap();
    };
    send("pointerdown", places[0]);
    for x in &places[1..] {
        send("pointermove", *x);
    }
    send("pointerup", *places.last().unwrap());
}

#[wasm_bindgen_test]
async fn a_width_is_changed_by_keyboard_and_made_automatic_again() {
    let page = frames_page().await;
    let handle = handle(&page, "Boxes");
    handle.focus().unwrap();
    let before = width(&handle).ceil() as u32;
    assert_eq!(said(&handle), ("Automatic".to_owned(), before.max(64)));
    assert_eq!(given(&page), 0);
    press_key("ArrowRight", "ArrowRight", "{}");
    press_key("ArrowRight", "ArrowRight", "{}");
    press_key("ArrowLeft", "ArrowLeft", "{}");
    let chosen = before + 16;
    holds("it is wider", || said(&handle) == (format!("{chosen} px"), chosen)).await;
    assert!((width(&handle) - f64::from(chosen)).abs() < 1.0, "{} {chosen}", width(&handle));
    assert_eq!(kept(), [format!("||||boxes={chosen}")]);
    assert!(focused(&handle), "the handle is made again");
    left_and_back(&page).await;
    let handle = self::handle(&page, "Boxes");
    assert_eq!(said(&handle), (format!("{chosen} px"), chosen));
    assert_eq!(given(&page), 1);
    handle.focus().unwrap();
    press_key("Escape", "Escape", "{}");
    holds("nothing is given", || given(&page) == 0).await;
    assert!(kept().is_empty());
    // The heading's button still sorts, and is not pressed by its handle.
    page.press("Boxes");
    holds("it sorts", || page.find("th[aria-sort=ascending]").is_some()).await;
}

#[wasm_bindgen_test]
async fn a_width_follows_the_pointer_in_both_directions_and_is_kept_when_it_is_let_go() {
    let page = frames_page().await;
    let handle = handle(&page, "Created");
    let others = || {
        let all = page.all("[role=separator]");
        all[..all.len() - 1].iter().map(width).collect::<Vec<f64>>()
    };
    let (start, before) = (width(&handle).ceil() as u32, others());
    for (end, then) in [(700, start + 200), (380, start + 80), (320, start - 100)] {
        drag(&handle, &[500, 560, end]);
        holds("it follows", || said(&handle).1 == then && (width(&handle) - f64::from(then)).abs() < 1.0)
            .await;
    }
    assert!(before.iter().zip(others()).all(|(before, now)| (before - now).abs() <= 1.0), "others moved");
    assert_eq!(kept().len(), 1);
    let double = web_sys::Event::new("dblclick").unwrap();
    handle.dispatch_event(&double).unwrap();
    holds("it is automatic", || said(&handle).0 == "Automatic" && kept().is_empty()).await;
    assert!(page.find("th[aria-sort=ascending]").is_none(), "a drag sorts nothing");
}

#[wasm_bindgen_test]
async fn no_width_is_out_of_bounds_however_far_the_pointer_goes() {
    let page = frames_page().await;
    let handle = handle(&page, "Number");
    drag(&handle, &[500, 900_000]);
    holds("it is the widest", || said(&handle).1 == 960).await;
    drag(&handle, &[500, i32::MIN]);
    holds("it is the narrowest", || said(&handle).1 == 64).await;
    assert_eq!(kept(), ["||||number=64"]);
}

#[wasm_bindgen_test]
async fn density_is_chosen_kept_and_reset_with_the_widths() {
    let page = frames_page().await;
    let density = |page: &Page| page.the(".table-section").get_attribute("data-density");
    assert_eq!(density(&page), None);
    handle(&page, "Boxes").focus().unwrap();
    press_key("ArrowRight", "ArrowRight", "{}");
    page.press("Columns");
    page.dialog().await;
    page.choose("Density", "compact");
    holds("rows are close together", || density(&page).as_deref() == Some("compact")).await;
    page.press("Close");
    left_and_back(&page).await;
    assert_eq!((density(&page).as_deref(), given(&page)), (Some("compact"), 1));
    page.press("Columns");
    page.dialog().await;
    page.press("Reset");
    holds("it is as it was", || density(&page).is_none() && given(&page) == 0).await;
    assert!(kept().is_empty(), "{:?}", kept());
    assert_eq!(page.field::<web_sys::HtmlSelectElement>("Density").value(), "");
}

#[wasm_bindgen_test]
async fn the_name_of_a_heading_is_not_that_of_its_handle_too() {
    let page = frames_page().await;
    for heading in page.all("thead th") {
        assert_eq!(heading.get_attribute("aria-label"), heading.text_content());
        assert!(heading.query_selector("[role=separator][tabindex='0']").unwrap().is_some());
    }
    assert!(page.all("button [role=separator]").is_empty());
}
