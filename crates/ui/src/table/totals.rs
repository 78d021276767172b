//! The totals of columns below a table, over the rows that pass search and filters.

use leptos::prelude::*;

use super::Shown;
use super::column::Total;
use super::index::Sum;
use crate::format;
use crate::texts::texts;

/// A line for each column that is added up; none while no row should have an amount.
pub fn totals(shown: &Shown) -> AnyView {
    let heads = shown.state.heads.iter().enumerate();
    let lines: Vec<AnyView> = heads
        .filter_map(|(column, head)| {
            let total = head.total?;
            Some(line(sum(shown, column), total))
        })
        .collect();
    if lines.is_empty() { ().into_any() } else { view! { <div class="totals">{lines}</div> }.into_any() }
}

fn sum(shown: &Shown, column: usize) -> Memo<Sum> {
    let (index, arranged, slices) = (shown.index, shown.arranged, shown.slices);
    Memo::new(move |before: Option<&Sum>| {
        let (Some(index), Some(arranged)) = (index.get(), arranged.get()) else { return Sum::default() };
        let is_ready = slices.work(|time| untrack(|| index.with(|index| index.prepare_sum(column, time))));
        if !is_ready {
            return before.copied().unwrap_or_default();
        }
        index.with(|index| index.sum(column, &arranged.order))
    })
}

fn line(sum: Memo<Sum>, Total { title, unit }: Total) -> AnyView {
    let t = texts();
    (move || {
        let Sum { amount, known, unknown } = sum.get();
        let known = (known > 0).then(|| (t.lists.total)(&unit.of(&format::number(amount)), known));
        let unknown = (unknown > 0).then(|| (t.lists.total_unknown)(unknown));
        let parts: Vec<String> = [known, unknown].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| view! { <p>{format!("{title}: {}", parts.join(" · "))}</p> })
    })
    .into_any()
}
