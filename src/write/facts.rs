//! The facts of a write, as the confirmation shows them.

use leptos::prelude::*;

use super::{Fact, FactValue};
use crate::locale::texts;
use crate::untrusted::{line, lines};

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
    };
    let facts: Vec<AnyView> = facts
        .iter()
        .map(|fact| view! { <div><dt>{(fact.label)(t)}</dt><dd>{value(&fact.value)}</dd></div> }.into_any())
        .collect();
    view! { <dl class="details">{facts}</dl> }.into_any()
}
