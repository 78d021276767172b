//! The facts of a write, as the confirmation shows them.

use leptos::prelude::*;

use super::{Fact, FactValue};
use crate::locale::texts;
use crate::status_cells;
use crate::untrusted::{has_visible, line, lines};

/// The facts of a write.
pub(super) fn facts_view(facts: &[Fact]) -> AnyView {
    let t = texts();
    if facts.is_empty() {
        return ().into_any();
    }
    let value = |value: &FactValue| match value {
        FactValue::Line(text) | FactValue::Lines(text) if text.is_empty() => {
            view! { <span class="none">{t.no_text}</span> }.into_any()
        }
        FactValue::Line(text) => line(text).view(),
        FactValue::Lines(text) => lines(text).view(),
        FactValue::List(texts) => {
            let items: Vec<AnyView> =
                texts.iter().map(|text| view! { <li>{line(text)}</li> }.into_any()).collect();
            view! { <ul class="fact-list">{items}</ul> }.into_any()
        }
        FactValue::Date(date) => status_cells::date(date.as_ref()).view(),
        FactValue::Numbered(name, number) if !has_visible(name) => line(number.as_str()).view(),
        // Apart from the name, which could hold another number.
        FactValue::Numbered(name, number) => {
            view! { {line(name)} " " <span class="fact-number">"("{line(number.as_str())}")"</span> }
                .into_any()
        }
    };
    let facts: Vec<AnyView> = facts
        .iter()
        .map(|fact| view! { <div><dt>{(fact.label)(t)}</dt><dd>{value(&fact.value)}</dd></div> }.into_any())
        .collect();
    view! { <dl class="details">{facts}</dl> }.into_any()
}
