//! The selected requests of the list, and the decision on all of them.

use std::sync::Arc;

use databoxframe::export_review::{Decidable, ExportReview};
use leptos::prelude::*;

use super::decide::Decide;
use super::decision::Decision;
use crate::components::{Availability, Button, ButtonVariant, Cell, SelectableLink};
use crate::locale::Texts;
use crate::pages::requests::origin::Origin;
use crate::resource::{ResourceKey, review_key};
use crate::untrusted::name_or;

/// A selected request: its origin, and its row when it was selected.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticked {
    pub key: ResourceKey,
    /// Where it is listed.
    pub origin: Origin,
    /// Its row when it was selected.
    pub review: ExportReview,
}

/// Selected requests.
pub type Picked = RwSignal<Vec<Ticked>>;

/// Number of requests deselected since the last selection, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deselected {
    /// No longer waiting for review.
    decided: usize,
    /// No longer listed.
    gone: usize,
}

/// The selection of a page.
#[derive(Clone, Copy)]
pub struct Ticks {
    pub picked: Picked,
    pub deselected: RwSignal<Deselected>,
}

impl Ticks {
    fn toggle(self, key: &ResourceKey, origin: &Origin, review: &ExportReview) {
        self.deselected.set(Deselected::default());
        self.picked.update(|picked| {
            let before = picked.len();
            picked.retain(|one| one.key != *key);
            if picked.len() == before {
                let (key, origin, review) = (key.clone(), origin.clone(), review.clone());
                picked.push(Ticked { key, origin, review });
            }
        });
    }

    /// Deselects requests that can't be decided any more, and counts them.
    pub fn keep(self, stands: impl Fn(&Ticked) -> Standing) {
        let (mut kept, mut lost) = (self.picked.get_untracked(), self.deselected.get_untracked());
        let before = kept.len();
        kept.retain(|one| match stands(one) {
            Standing::Waits => true,
            Standing::Decided => {
                lost.decided += 1;
                false
            }
            Standing::Gone => {
                lost.gone += 1;
                false
            }
        });
        if kept.len() < before {
            self.picked.set(kept);
            self.deselected.set(lost);
        }
    }
}

/// Current state of a selected request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Waits,
    Decided,
    Gone,
}

pub fn standing(one: &Ticked, origin: &Origin, listed: &[ExportReview]) -> Standing {
    if one.origin.frame_no != origin.frame_no {
        // A request of another list.
        return Standing::Waits;
    }
    match listed.iter().find(|review| review_key(&origin.frame_no, review) == one.key) {
        Some(review) if review.decidable() == Decidable::Yes => Standing::Waits,
        Some(_) => Standing::Decided,
        None => Standing::Gone,
    }
}

/// A link to a request, with a checkbox if it waits for review.
pub fn name_cell(origin: &Origin, review: &ExportReview, ticks: Ticks) -> Cell {
    let frame_no = &origin.frame_no;
    let href = format!("/reviews/{frame_no}/{}/{}", review.box_no, review.export_apply_id);
    let text = name_or(review.source_file.as_deref(), review.export_apply_id.as_str()).to_owned();
    if review.decidable() != Decidable::Yes {
        return Cell::Link { href, text };
    }
    let key = review_key(frame_no, review);
    let wanted = key.clone();
    let ticked = move || ticks.picked.with(|picked| picked.iter().any(|one| one.key == wanted));
    let (origin, review) = (origin.clone(), review.clone());
    let toggle = move || ticks.toggle(&key, &origin, &review);
    Cell::SelectableLink(SelectableLink { href, text, ticked: Arc::new(ticked), toggle: Arc::new(toggle) })
}

/// Number of selected requests, and the buttons of the decisions.
pub fn decisions(picked: Picked, decide: Decide, t: &'static Texts) -> AnyView {
    let availability = Signal::derive(move || {
        let none = picked.with(Vec::is_empty);
        Availability::disabled_by(none.then_some(t.trust.none_selected))
    });
    let begin = move |decision| Callback::new(move |()| decide.begin(picked.get_untracked(), decision));
    let count = move || match picked.with(Vec::len) {
        0 => String::new(),
        count => (t.trust.selected)(count),
    };
    view! {
        <Button label=t.trust.approve_selected availability=availability on_press=begin(Decision::Approve) />
        <Button
            label=t.trust.reject_selected
            variant=ButtonVariant::Danger
            availability=availability
            on_press=begin(Decision::Reject)
        />
        <span class="hint" role="status">{count}</span>
    }
    .into_any()
}

/// A note about deselected requests.
pub fn deselected(deselected: RwSignal<Deselected>, t: &'static Texts) -> impl IntoView {
    let lines = move || {
        let Deselected { decided, gone } = deselected.get();
        let lines = [(decided, t.lists.decided), (gone, t.lists.gone)];
        let lines = lines.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(count));
        lines.map(|line| view! { <p class="notice">{line}</p> }).collect_view()
    };
    view! { <div class="live" role="status">{lines}</div> }
}
