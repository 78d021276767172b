//! What could not be read of several lists, by the names of the lists.

use std::sync::Arc;

use leptos::prelude::*;

use super::listing::{Listing, whole};
use crate::components::FailureAlert;
use crate::locale::{incomplete, texts};
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

/// Which lists could not be read, and why; the others stay usable. Once for all that failed
/// alike: a relay that is down is one thing to know, not one for each box. `lead`: their introduction.
pub fn failures(listings: Signal<Arc<[Listing]>>, lead: &'static str) -> AnyView {
    let failed = Memo::new(move |_| {
        let mut groups: Vec<(Vec<Vec<String>>, Load, Vec<usize>)> = Vec::new();
        listings.with(|listings| {
            for (index, listing) in listings.iter().enumerate() {
                let load = Load { loading: false, ..listing.load.get() };
                if load.failure.is_none() || !listing.unread().is_empty() {
                    continue;
                }
                match groups.iter_mut().find(|(_, other, _)| other.failure == load.failure) {
                    Some((lists, other, indices)) => {
                        *other = whole(other.clone(), load);
                        lists.push(listing.names.clone());
                        indices.push(index);
                    }
                    None => groups.push((vec![listing.names.clone()], load, vec![index])),
                }
            }
        });
        groups
    });
    (move || {
        let groups: Vec<AnyView> = failed
            .get()
            .into_iter()
            .map(|(lists, load, indices)| {
                let stale = Signal::stored(load.stale_since());
                let retry = Callback::new(move |()| {
                    listings.with_untracked(|listings| {
                        for listing in indices.iter().filter_map(|index| listings.get(*index)) {
                            listing.refresh.run(());
                        }
                    });
                });
                view! {
                    <div class="frame-failure">
                        <p>{lead}</p>
                        {names_view(lists)}
                        <FailureAlert failure=Signal::stored(load.failure) retry=retry stale=stale />
                    </div>
                }
                .into_any()
            })
            .collect();
        if groups.is_empty() { ().into_any() } else { groups.into_any() }
    })
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
