//! Saved views of a table.

use crate::support::Page;
use crate::support::answers::{FRAMES, frame, frames};
use crate::support::page::{location, storage};
use crate::support::time::holds;
use databoxframe_console::pages::FramesPage;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

fn frames_page(url: &str) -> Page {
    let page = Page::open(url, |_| (view! { <FramesPage /> }, ())).0;
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha"), frame(84, "Beta"), frame(85, "Gamma")]));
    page
}

/// What this browser keeps of the views, as the name of its place and the text.
fn kept() -> Option<(String, String)> {
    let storage = storage();
    let names = (0..storage.length().unwrap()).map(|index| storage.key(index).unwrap().unwrap());
    let name = names.into_iter().find(|name| name.contains("views"))?;
    let text = storage.get_item(&name).unwrap().unwrap();
    Some((name, text))
}

async fn manage(page: &Page) {
    page.press("Views");
    page.has_button("Save and manage views…").await.click();
    page.dialog().await;
}

async fn save(page: &Page, name: &str) {
    page.fill("Name of the current view", name);
    holds("it can be saved", || page.find_button("Save view").is_some() && !page.is_blocked("Save view"))
        .await;
    page.submit();
    holds("it is listed", || page.texts(".view-name").iter().any(|one| one == name)).await;
}

fn default_of(page: &Page, name: &str) -> HtmlInputElement {
    use wasm_bindgen::JsCast as _;
    page.the(&format!("input[aria-label='Open the table with {name}']")).unchecked_into()
}

#[wasm_bindgen_test]
async fn a_view_is_saved_shown_replaced_and_removed() {
    let page = frames_page("/frames?q=alpha&sort=-name&page=1");
    page.column_is("Name", &["Alpha"]).await;
    manage(&page).await;
    assert!(page.says("No saved views.") && page.is_blocked("Save view"));
    save(&page, "Mine").await;
    page.press("Close");
    page.no_dialog().await;
    page.press("Clear filters");
    page.press("Name");
    page.column_is("Name", &["Alpha", "Beta", "Gamma"]).await;

    page.press("Views");
    page.has_button("Mine").await.click();
    page.column_is("Name", &["Alpha"]).await;
    holds("a link shows the same", || location() == "/frames?q=alpha&sort=-name").await;

    page.fill("Search", "beta");
    page.column_is("Name", &["Beta"]).await;
    manage(&page).await;
    page.fill("Name of the current view", "Mine");
    page.has_button("Replace view").await;
    page.submit();
    page.press("Close");
    page.no_dialog().await;
    page.press("Clear filters");
    page.press("Views");
    page.has_button("Mine").await.click();
    page.column_is("Name", &["Beta"]).await;

    manage(&page).await;
    page.the("button[aria-label='Remove Mine']").click();
    page.shows("No saved views.").await;
    assert_eq!(kept(), None);
}

#[wasm_bindgen_test]
async fn a_menu_is_in_view_wherever_its_button_is() {
    let page = frames_page("/frames");
    page.column_is("Name", &["Alpha", "Beta", "Gamma"]).await;
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some(
        ".menu { position: absolute; left: 0 } .menu-items { position: absolute; right: 0; width: 20rem }",
    ));
    document().head().unwrap().append_child(&style).unwrap();
    page.press("Views");
    let left = || page.the("[role=menu]:not([hidden])").get_bounding_client_rect().left();
    holds("all of it is seen", || page.find("[role=menuitem]:focus").is_some() && left() >= 0.0).await;
    style.remove();
}

#[wasm_bindgen_test]
async fn a_table_opens_with_its_default_view_unless_the_url_says_more() {
    let page = frames_page("/frames?q=beta");
    page.column_is("Name", &["Beta"]).await;
    manage(&page).await;
    save(&page, "Mine").await;
    default_of(&page, "Mine").click();
    holds("it is the default", || kept().is_some_and(|(_, text)| text.starts_with("default"))).await;
    let (name, text) = kept().unwrap();
    // Not by its columns: a version with another one opens with the same view.
    assert_eq!(name, "dbf.table.frames.views");

    let open = |url: &str| {
        let storing = (name.clone(), text.clone());
        let page = Page::open(url, move |_| {
            storage().set_item(&storing.0, &storing.1).unwrap();
            (view! { <FramesPage /> }, ())
        })
        .0;
        page.gateway.always(FRAMES, frames(&[frame(83, "Alpha"), frame(84, "Beta"), frame(85, "Gamma")]));
        page
    };
    let page = open("/frames");
    page.column_is("Name", &["Beta"]).await;
    holds("the URL says it", || location() == "/frames?q=beta").await;
    let page = open("/frames?q=gamma");
    page.column_is("Name", &["Gamma"]).await;
}
