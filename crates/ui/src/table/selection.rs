//! What stands above a table whose rows can be ticked: how many are, and what can be done with them. It
//! stays in view while something is ticked.

use std::collections::HashSet;

use leptos::prelude::*;

use super::Shown;
use crate::texts::texts;
use crate::{Availability, Button, ButtonVariant, SelectableLink};

/// What a page offers for the ticked rows, beside their number; a context of its table.
#[derive(Clone)]
pub struct SelectionActions(pub ViewFn);

/// The boxes of a table, by what of them is shown.
#[derive(Clone, Copy)]
struct Boxes {
    shown: StoredValue<Shown>,
    column: usize,
}

impl Boxes {
    /// Those of the rows that pass the filters, or of the others; tracked.
    fn of(self, passing: bool) -> Vec<SelectableLink> {
        self.shown.with_value(|shown| {
            let Some(index) = shown.index.get() else { return Vec::new() };
            let rows: HashSet<u32> = shown
                .arranged
                .with(|arranged| arranged.iter().flat_map(|one| one.order.iter().copied()).collect());
            untrack(|| {
                index.with(|index| {
                    let picks = index.picks(self.column).iter();
                    let wanted = picks.filter(|(row, _)| rows.contains(row) == passing);
                    wanted.map(|(_, pick)| pick.clone()).collect()
                })
            })
        })
    }

    /// Those that are ticked, or not.
    fn ticked(self, passing: bool, ticked: bool) -> Vec<SelectableLink> {
        let boxes = self.of(passing);
        untrack(|| boxes.into_iter().filter(|pick| (pick.ticked)() == ticked).collect())
    }
}

fn toggle(boxes: &[SelectableLink]) {
    boxes.iter().for_each(|pick| (pick.toggle)());
}

/// The bar; nothing for a table without boxes.
pub fn bar(shown: &Shown) -> AnyView {
    let t = texts();
    let heads = shown.state.heads.iter().enumerate();
    let Some((column, ticked)) = heads.filter_map(|(column, head)| Some((column, head.ticked?))).next()
    else {
        return ().into_any();
    };
    let boxes = Boxes { shown: StoredValue::new(shown.clone()), column };
    let matching = Memo::new(move |_| boxes.of(true).len());
    let left = Memo::new(move |_| {
        ticked.track();
        boxes.ticked(true, false).len()
    });
    let label = Signal::derive(move || (t.lists.select_matching)(matching.get()));
    let availability = Signal::derive(move || {
        let reason = match (matching.get(), left.get()) {
            (0, _) => Some(t.lists.nothing_to_select),
            (_, 0) => Some(t.lists.all_selected),
            _ => None,
        };
        Availability::disabled_by(reason)
    });
    let select = Callback::new(move |()| untrack(|| toggle(&boxes.ticked(true, false))));
    let clear = Callback::new(move |()| {
        untrack(|| {
            toggle(&boxes.ticked(true, true));
            toggle(&boxes.ticked(false, true));
        });
    });
    let none = Signal::derive(move || {
        Availability::disabled_by((ticked.get() == 0).then_some(t.lists.nothing_selected))
    });
    let class = move || if ticked.get() == 0 { "selection-bar" } else { "selection-bar in-view" };
    let actions = use_context::<SelectionActions>().map(|SelectionActions(actions)| actions.run());
    view! {
        <div
            class=class
            role="group"
            aria-label=t.lists.selection
        >
            <Button label=label availability=availability on_press=select />
            <Button label=t.lists.clear_selection availability=none on_press=clear />
            {actions}
            {hidden(boxes, ticked)}
        </div>
    }
    .into_any()
}

/// Says how many ticked rows do not pass the filters, and offers to deselect them. "Clear filters"
/// shows them.
fn hidden(boxes: Boxes, ticked: Signal<usize>) -> AnyView {
    let t = texts();
    let count = Memo::new(move |_| if ticked.get() == 0 { 0 } else { boxes.ticked(false, true).len() });
    let deselect = Callback::new(move |()| untrack(|| toggle(&boxes.ticked(false, true))));
    let line = move || match count.get() {
        0 => ().into_any(),
        count => view! {
            <p class="hidden-ticks">
                {(t.lists.hidden)(count)}
                " "
                <Button label=t.lists.deselect_hidden variant=ButtonVariant::Plain on_press=deselect />
            </p>
        }
        .into_any(),
    };
    view! { <div class="live" role="status">{line}</div> }.into_any()
}
