//! A page as a person looks at it and uses it.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement, HtmlLabelElement, HtmlSelectElement};

use super::{Page, call, send};
use crate::support::time::{self, until};

impl Page {
    /// The visible text.
    pub fn text(&self) -> String {
        self.host.inner_text()
    }

    /// Whether a person can read this.
    pub fn says(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// All elements of a selector.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.host.query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.item(index).unwrap().unchecked_into()).collect()
    }

    /// The first element of a selector.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.all(selector).into_iter().next()
    }

    /// The first element of a selector, which is there.
    pub fn the(&self, selector: &str) -> HtmlElement {
        self.find(selector).unwrap_or_else(|| panic!("no {selector} in:\n{}", self.host.inner_html()))
    }

    /// The texts of all elements of a selector.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|element| element.text_content().unwrap()).collect()
    }

    /// As soon as an element is there.
    pub async fn element(&self, selector: &str) -> HtmlElement {
        until(&format!("there is {selector}"), || self.find(selector)).await
    }

    /// As soon as a person can read this.
    pub async fn shows(&self, text: &str) {
        time::holds(&format!("it shows {text:?}"), || self.says(text)).await;
    }

    /// The button of this name, if there is one.
    pub fn find_button(&self, name: &str) -> Option<HtmlElement> {
        // Not in a closed menu.
        self.all("button:not([hidden] *)")
            .into_iter()
            .find(|button| button.text_content().unwrap().trim() == name)
    }

    /// The button of this name.
    pub fn button(&self, name: &str) -> HtmlElement {
        self.find_button(name).unwrap_or_else(|| panic!("no button {name} in:\n{}", self.text()))
    }

    /// Presses the button of this name.
    pub fn press(&self, name: &str) {
        self.button(name).click();
    }

    /// As soon as there is a button of this name.
    pub async fn has_button(&self, name: &str) -> HtmlElement {
        until(&format!("there is a button {name}"), || self.find_button(name)).await
    }

    /// The control of this label, if there is one.
    pub fn find_field<T: JsCast>(&self, label: &str) -> Option<T> {
        let called = |element: &HtmlElement| {
            let name = match element.query_selector("span").unwrap() {
                Some(span) => span.text_content(),
                None => element.text_content(),
            };
            name.unwrap().trim() == label
        };
        let label = self.all("label").into_iter().find(called)?;
        label.unchecked_into::<HtmlLabelElement>().control().map(JsCast::unchecked_into)
    }

    /// The control of this label.
    pub fn field<T: JsCast>(&self, label: &str) -> T {
        self.find_field(label).unwrap_or_else(|| panic!("no field {label} in:\n{}", self.text()))
    }

    /// The link of this text.
    pub fn link(&self, text: &str) -> HtmlElement {
        let links = self.all("a[href]");
        let link = links.into_iter().find(|link| link.text_content().unwrap() == text);
        link.unwrap_or_else(|| panic!("no link {text} in:\n{}", self.text()))
    }

    /// Follows a link to a URL of the console.
    pub fn follow(&self, url: &str) {
        let link = document().create_element("a").unwrap();
        link.set_attribute("href", url).unwrap();
        self.host.append_child(&link).unwrap();
        link.unchecked_ref::<HtmlElement>().click();
        link.remove();
    }

    /// The alerts, each as a person reads it.
    pub fn alerts(&self) -> Vec<String> {
        self.all("[role=alert]").iter().map(HtmlElement::inner_text).collect()
    }

    /// The only alert, as soon as there is one.
    pub async fn alert(&self) -> String {
        until("there is an alert", || self.find("[role=alert]")).await;
        let alerts = self.alerts();
        assert_eq!(alerts.len(), 1, "{alerts:?}");
        alerts[0].clone()
    }

    /// The headings of the only table.
    pub fn headings(&self) -> Vec<String> {
        self.texts("thead th")
    }

    /// The cells below a heading of the only table, from above.
    pub fn column(&self, heading: &str) -> Vec<String> {
        let headings = self.headings();
        let index = headings.iter().position(|text| text == heading);
        let index = index.unwrap_or_else(|| panic!("no column {heading} among {headings:?}"));
        self.texts(&format!("tbody tr:not([aria-hidden]) > :nth-child({})", index + 1))
    }

    /// As soon as the cells below a heading are these.
    pub async fn column_is(&self, heading: &str, cells: &[&str]) {
        time::holds(&format!("{heading} is {cells:?}"), || {
            self.headings().iter().any(|text| text == heading) && self.column(heading) == cells
        })
        .await;
    }

    /// The dialog, if one is open.
    pub fn find_dialog(&self) -> Option<HtmlElement> {
        self.find("[role=dialog][open]")
    }

    /// The dialog, as soon as one is open.
    pub async fn dialog(&self) -> HtmlElement {
        until("a dialog is open", || self.find_dialog()).await
    }

    /// As soon as no dialog is open.
    pub async fn no_dialog(&self) {
        time::holds("no dialog is open", || self.find_dialog().is_none()).await;
    }

    /// Asks the dialog to close, as the Escape key does.
    pub fn escape(&self) {
        call(&self.the("[role=dialog]"), "requestClose");
    }

    /// Closes the dialog without asking, as a browser does on a second Escape.
    pub fn force_close(&self) {
        call(&self.the("[role=dialog]"), "close");
    }

    /// Submits the form of the dialog, as the Enter key does, whatever its button looks like.
    pub fn enter(&self) {
        call(&self.the("[role=dialog] form"), "requestSubmit");
    }

    /// The button that sends what the open dialog shows, if there is one.
    pub fn find_submit(&self) -> Option<HtmlElement> {
        self.find("[role=dialog][open] button[type=submit]")
    }

    /// The button that sends what the open dialog shows.
    pub fn submit_button(&self) -> HtmlElement {
        self.find_submit().unwrap_or_else(|| panic!("nothing sends in:\n{}", self.text()))
    }

    /// As soon as there is a button that sends.
    pub async fn has_submit(&self) -> HtmlElement {
        until("there is a button that sends", || self.find_submit()).await
    }

    /// Presses the button that sends.
    pub fn submit(&self) {
        self.submit_button().click();
    }

    /// Whether the button that sends says that it can't be pressed.
    pub fn is_submit_blocked(&self) -> bool {
        self.submit_button().get_attribute("aria-disabled").as_deref() == Some("true")
    }

    /// Whether a button says that it can't be pressed.
    pub fn is_blocked(&self, name: &str) -> bool {
        self.button(name).get_attribute("aria-disabled").as_deref() == Some("true")
    }

    /// Whether a message was announced.
    pub fn announced(&self, text: &str) -> bool {
        self.all("[role=status]").iter().any(|region| region.inner_text().contains(text))
    }

    /// Whether the only table says that it is being read.
    pub fn is_busy(&self) -> bool {
        self.the("table").get_attribute("aria-busy").as_deref() == Some("true")
    }

    /// Unfolds everything that is folded.
    pub fn unfold(&self) {
        for details in self.all("details") {
            details.set_attribute("open", "").unwrap();
        }
    }

    /// Types into the input of this label.
    pub fn fill(&self, label: &str, text: &str) {
        // A textarea has the same `value`.
        let input: HtmlInputElement = self.field(label);
        input.set_value(text);
        send(&input, "input");
    }

    /// Chooses in the select of this label.
    pub fn choose(&self, label: &str, value: &str) {
        let select: HtmlSelectElement = self.field(label);
        select.set_value(value);
        send(&select, "change");
    }
}
