//! Copying from the page: the original texts, without their marks.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{ClipboardEvent, Element, Node, Range};

/// Selector of a mark.
const MARK: &str = "[data-real]";

/// Takes over copying of selections that have marks. The browser copies all others.
pub fn install() {
    thread_local! {
        static INSTALLED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }
    if INSTALLED.replace(true) {
        return;
    }
    let copied = Closure::<dyn Fn(ClipboardEvent)>::new(|event: ClipboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // Text in inputs is copied by the browser, whatever else is selected.
        if target.is_some_and(|target| target.matches("input, textarea").unwrap_or_default()) {
            return;
        }
        if let (Some(text), Some(data)) = (selected(), event.clipboard_data())
            && data.set_data("text/plain", &text).is_ok()
        {
            event.prevent_default();
        }
    });
    // Fails only for an empty event name. The listener lives as long as the page.
    let _ = document().add_event_listener_with_callback("copy", copied.into_js_value().unchecked_ref());
}

/// The selected text, if there are marks in it.
fn selected() -> Option<String> {
    let selection = window().get_selection().ok().flatten()?;
    let mut text = Copied::default();
    // Several ranges in a browser that can select cells one by one.
    for index in 0..selection.range_count() {
        text.range(&selection.get_range_at(index).ok()?);
        text.separate("\n");
    }
    text.marked.then_some(text.written)
}

/// The text that is being assembled.
#[derive(Default)]
struct Copied {
    written: String,
    /// Whether there was a mark.
    marked: bool,
    /// Separator before the next text.
    between: String,
}

impl Copied {
    fn range(&mut self, range: &Range) {
        let Some(common) = range.common_ancestor_container().ok().filter(|_| !range.collapsed()) else {
            return;
        };
        // A selection of only a part of a mark copies the whole original character.
        let within = common.dyn_ref::<Element>().cloned().or_else(|| common.parent_element());
        if let Some(mark) = within.and_then(|element| element.closest(MARK).ok().flatten()) {
            return self.node(&mark);
        }
        if let Ok(fragment) = range.clone_contents() {
            self.node(&fragment);
        }
    }

    fn node(&mut self, node: &Node) {
        if node.node_type() == Node::TEXT_NODE {
            return self.push(&node.node_value().unwrap_or_default());
        }
        let element = node.dyn_ref::<Element>();
        if let Some(real) = element.and_then(|element| element.get_attribute("data-real")) {
            self.marked = true;
            return self.push(&real);
        }
        let (before, after) = around(element.map(Element::tag_name).unwrap_or_default().as_str());
        self.separate(before);
        let mut child = node.first_child();
        while let Some(one) = child {
            self.node(&one);
            child = one.next_sibling();
        }
        self.separate(after);
    }

    fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.written.is_empty() {
            self.written.push_str(&self.between);
        }
        self.between.clear();
        self.written.push_str(text);
    }

    /// Cells are separated by tabs, other blocks by line breaks.
    fn separate(&mut self, with: &str) {
        match with {
            "\n" if !self.between.ends_with('\n') => {
                self.between.clear();
                self.between.push('\n');
            }
            "\t" => self.between.push('\t'),
            _ => {}
        }
    }
}

/// Separator around an element of this name.
fn around(name: &str) -> (&'static str, &'static str) {
    match name {
        "TD" | "TH" => ("", "\t"),
        "TR" | "P" | "DIV" | "LI" | "DT" | "DD" | "DL" | "OL" | "UL" | "H1" | "H2" | "H3" | "SECTION"
        | "PRE" | "TABLE" | "THEAD" | "TBODY" | "HEADER" | "FORM" | "FIELDSET" | "LEGEND" | "MAIN"
        | "NAV" | "DIALOG" | "DETAILS" | "SUMMARY" | "BR" => ("\n", "\n"),
        _ => ("", ""),
    }
}
