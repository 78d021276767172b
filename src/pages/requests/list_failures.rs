//! What could not be read of several lists, by the names of the lists.

use std::sync::Arc;

use leptos::prelude::*;

use super::listing::{Listing, whole};
use crate::components::{Button, Icon, disclosure, focus_near, format};
use crate::gateway::Failure;
use crate::locale::{explain, incomplete, texts};
use crate::pages::list_parts::unread_rows;
use crate::paging::{Completeness, UnreadRows};
use crate::query_cache::Load;
use crate::untrusted::line;

/// Names of lists, each apart from the others and each of its parts too.
fn names_view(lists: Vec<Vec<String>>) -> AnyView {
    let part = |name: &String| view! { <span>{line(name)}</span> }.into_any();
    let item = |names: Vec<String>| {
        let parts: Vec<AnyView> = names.iter().map(part).collect();
        view! { <li class="facts">{parts}</li> }.into_any()
    };
    view! { <ul class="list-names">{lists.into_iter().map(item).collect::<Vec<AnyView>>()}</ul> }.into_any()
}

/// Lists that could not be read for the same reason: their names, their state, their places.
#[derive(Clone, PartialEq)]
struct Failed {
    lists: Vec<Vec<String>>,
    load: Load,
    places: Vec<usize>,
}

/// Those that failed; tracked.
fn failed(listings: &[Listing]) -> Vec<Failed> {
    let mut groups: Vec<Failed> = Vec::new();
    for (place, listing) in listings.iter().enumerate() {
        let load = Load { loading: false, ..listing.load.get() };
        if load.failure.is_none() || !listing.unread().is_empty() {
            continue;
        }
        match groups.iter_mut().find(|group| group.load.failure == load.failure) {
            Some(group) => {
                group.load = whole(group.load.clone(), load);
                group.lists.push(listing.names.clone());
                group.places.push(place);
            }
            None => groups.push(Failed { lists: vec![listing.names.clone()], load, places: vec![place] }),
        }
    }
    groups
}

/// Which lists could not be read, and why; the others stay usable. Once for all that failed
/// alike: a relay that is down is one thing to know, not one for each box. `lead`: their introduction;
/// `is_all`: whether nothing could be read, which leaves room for all that is known of it.
pub fn failures(
    listings: Signal<Arc<[Listing]>>,
    lead: impl Fn(usize) -> String + Copy + Send + Sync + 'static,
    is_all: Signal<bool>,
) -> AnyView {
    let groups = Memo::new(move |_| listings.with(|listings| failed(listings)));
    let group = move |Failed { lists, load, places }: Failed| {
        let retry = Callback::new(move |()| {
            listings.with_untracked(|listings| {
                for listing in places.iter().filter_map(|place| listings.get(*place)) {
                    listing.refresh.run(());
                }
            });
        });
        let failure = load.failure.clone()?;
        Some(failed_lists(lead(lists.len()), lists, &failure, load.stale_since(), retry, is_all))
    };
    (move || groups.get().into_iter().filter_map(group).collect::<Vec<AnyView>>()).into_any()
}

/// Most names that stand beside what failed.
const MAX_NAMED: usize = 3;

/// What failed in a line; the rest folds.
fn failed_lists(
    lead: String,
    mut lists: Vec<Vec<String>>,
    failure: &Failure,
    stale: Option<f64>,
    retry: Callback<()>,
    is_all: Signal<bool>,
) -> AnyView {
    let t = texts();
    let explained = explain(failure, t);
    let others = lists.split_off(lists.len().min(MAX_NAMED));
    let others = (!others.is_empty()).then(|| names_view(others));
    let facts =
        (!explained.facts.is_empty()).then(|| view! { <p class="alert-facts">{line(&explained.facts)}</p> });
    let raw = (!explained.raw.is_empty()).then(|| disclosure(t.raw_error, &explained.raw));
    let stale = stale.map(|at| view! { <p><strong>{(t.trust.stale)(&format::time(at))}</strong></p> });
    // The button goes with the failure.
    let again = Callback::new(move |()| {
        focus_near();
        retry.run(());
    });
    view! {
        <div class="alert alert-danger list-failure" role="alert">
            <p class="alert-title">{Icon::Failed.view()}<span>{lead}</span></p>
            {names_view(lists)}
            <details open=is_all.get_untracked()>
                <summary>{explained.title}</summary>
                {others}
                {facts}
                <p>{explained.advice}</p>
                {raw}
            </details>
            <Button label=t.try_again icon=Icon::Refresh on_press=again />
            {stale}
        </div>
    }
    .into_any()
}

/// Which rows of which lists could not be read; each gap can be read again alone.
pub fn unread_lists(listings: Signal<Arc<[Listing]>>) -> AnyView {
    let gaps = Memo::new(move |_| {
        let gaps = |(index, listing): (usize, &Listing)| {
            Some((index, listing.unread())).filter(|(_, gaps)| !gaps.is_empty())
        };
        listings.with(|listings| listings.iter().enumerate().filter_map(gaps).collect::<Vec<_>>())
    });
    let view = move |(index, gaps): (usize, Arc<[UnreadRows]>)| {
        listings.with_untracked(|listings| {
            let listing = listings.get(index)?;
            let read_pages = listing.parts?.read_pages;
            let names = names_view(vec![listing.names.clone()]);
            Some(view! { <div class="frame-failure">{names}{unread_rows(Signal::stored(gaps), read_pages)}</div> }.into_any())
        })
    };
    (move || gaps.get().into_iter().filter_map(view).collect::<Vec<AnyView>>()).into_any()
}

/// Which lists may not be whole, and why: once for all that are so in the same way.
pub fn incomplete_lists(listings: Signal<Arc<[Listing]>>) -> AnyView {
    let t = texts();
    let said = Memo::new(move |_| {
        let mut groups: Vec<(Completeness, Vec<Vec<String>>)> = Vec::new();
        listings.with(|listings| {
            for listing in listings.iter() {
                let completeness = listing.load.with(|load| load.completeness);
                if completeness.is_complete() || !listing.unread().is_empty() {
                    continue;
                }
                match groups.iter_mut().find(|(other, _)| *other == completeness) {
                    Some((_, lists)) => lists.push(listing.names.clone()),
                    None => groups.push((completeness, vec![listing.names.clone()])),
                }
            }
        });
        groups
    });
    let group = move |(completeness, lists): (Completeness, Vec<Vec<String>>)| {
        let text = incomplete(completeness, lists.len(), t)?;
        Some(view! { <div class="alert alert-attention"><p>{text}</p>{names_view(lists)}</div> }.into_any())
    };
    let shown = move || said.get().into_iter().filter_map(group).collect::<Vec<AnyView>>().into_any();
    view! { <div class="live" role="status">{shown}</div> }.into_any()
}
