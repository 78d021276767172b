//! What stands above a table whose rows can be ticked: how many are, and what can be done with them. It
//! stays in view while something is ticked.

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
    /// Visits those of the rows that pass the filters, or of the others; tracked.
    fn each(self, passing: bool, mut visit: impl FnMut(&SelectableLink)) {
        self.shown.with_value(|shown| {
            let Some(index) = shown.index.get() else { return };
            let passes = shown.arranged.with(|arranged| {
                let Some(arranged) = arranged else { return Vec::new() };
                let mut passes = vec![false; arranged.rows.len()];
                for place in arranged.order.iter() {
                    if let Some(one) = passes.get_mut(*place as usize) {
                        *one = true;
                    }
                }
                passes
            });
            untrack(|| {
                index.with(|index| {
                    for (row, pick) in index.picks(self.column) {
                        if passes.get(*row as usize).copied().unwrap_or_default() == passing {
                            visit(pick);
                        }
                    }
                });
            });
        });
    }

    /// How many there are; of those that are ticked, or not, if that is asked.
    fn count(self, passing: bool, ticked: Option<bool>) -> usize {
        let mut count = 0;
        self.each(passing, |pick| {
            count += usize::from(ticked.is_none_or(|ticked| (pick.ticked)() == ticked));
        });
        count
    }

    /// Those that are ticked, or not.
    fn ticked(self, passing: bool, ticked: bool) -> Vec<SelectableLink> {
        let mut found = Vec::new();
        self.each(passing, |pick| {
            if (pick.ticked)() == ticked {
                found.push(pick.clone());
            }
        });
        found
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
    let matching = Memo::new(move |_| boxes.count(true, None));
    let left = Memo::new(move |_| {
        ticked.track();
        boxes.count(true, Some(false))
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
    let count = Memo::new(move |_| if ticked.get() == 0 { 0 } else { boxes.count(false, Some(true)) });
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
