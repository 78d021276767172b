//! The dialog of a bulk write.

use leptos::html;
use leptos::prelude::*;

use super::outcome::{ItemState, summary};
use super::{Bulk, Item, MANY, Run};
use crate::components::{Button, ButtonVariant, Dialog, TextField};
use crate::locale::texts;
use crate::untrusted::{line, sentence};
use crate::write::facts::facts_view;
use crate::write::input::input_field;
use crate::write::is_send_chord;

/// The dialog. `sent` runs when everything was sent; `close` receives whether anything was.
pub fn bulk_dialog(bulk: Bulk, sent: Callback<()>, close: Callback<bool>) -> AnyView {
    let t = texts();
    let Bulk { title, lead, input, items, left_out } = bulk.clone();
    let run = Run::new(bulk, sent, close);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        run.submit();
    };
    let submit_by_key = move |event: leptos::ev::KeyboardEvent| {
        if is_send_chord(&event) {
            event.prevent_default();
            run.submit();
        }
    };
    let rows: Vec<AnyView> = items.iter().enumerate().map(|(index, item)| row(index, item, run)).collect();
    let count = Memo::new(move |_| run.count());
    let number_field = move || {
        let count = count.get();
        if count < MANY {
            return ().into_any();
        }
        let on_input = Callback::new(move |text| run.typed_number.set(text));
        let label = (t.actions.type_name)(&count.to_string());
        view! { <TextField id="confirm-name" label=label value=run.typed_number on_input=on_input /> }
            .into_any()
    };
    let said = move || {
        if run.started() && !run.busy.get() {
            run.states.with(|states| summary(states, t))
        } else {
            String::new()
        }
    };
    // Once nothing is left to send there is nothing to type either.
    let is_open = Memo::new(move |_| run.busy.get() || run.how_many(ItemState::is_open) > 0);
    let input = move || input.filter(|_| is_open.get()).map(|input| input_field(input, run.typed, run.tried));
    let list = NodeRef::<html::Ol>::new();
    Effect::new(move |was_open: Option<bool>| {
        let is_open = is_open.get();
        if was_open == Some(true) && !is_open {
            // The field or the button that had the focus is gone.
            request_animation_frame(move || {
                if let Some(list) = list.try_get_untracked().flatten() {
                    let _ = list.focus();
                }
            });
        }
        is_open
    });
    let cancel = Callback::new(move |()| run.cancel());
    view! {
        <Dialog title=title(t) on_cancel=cancel>
            <form on:submit=submit on:keydown=submit_by_key novalidate>
                <p>{lead(t)}</p>
                {left_out_view(&left_out)}
                <ol class="bulk" tabindex="0" node_ref=list>{rows}</ol>
                {input}
                {number_field}
                <p role="status">{said}</p>
                {buttons(run)}
            </form>
        </Dialog>
    }
    .into_any()
}

/// What can't be written.
fn left_out_view(left_out: &[(String, String)]) -> AnyView {
    if left_out.is_empty() {
        return ().into_any();
    }
    let one = |(name, reason): &(String, String)| {
        view! { <li><strong>{line(name)}</strong>": "{sentence(reason)}</li> }.into_any()
    };
    let items: Vec<AnyView> = left_out.iter().map(one).collect();
    let title = (texts().trust.not_decided)(left_out.len());
    view! { <section class="notice"><p>{title}</p><ul class="list-names">{items}</ul></section> }.into_any()
}

/// An item: whether it is sent, its details, and what became of it.
fn row(index: usize, item: &Item, run: Run) -> AnyView {
    let states = run.states;
    let t = run.t;
    let said = move || {
        states.with(|states| {
            let words = states.get(index).map_or("", |one| one.words(t));
            (!words.is_empty()).then(|| sentence(words).view())
        })
    };
    let is_in = move || states.with(|states| !matches!(states.get(index), Some(ItemState::TakenOut)));
    let toggle = move |_event| run.take(index, untrack(|| !is_in()));
    let only = run.bulk.with_value(|bulk| bulk.items.len() == 1);
    let name = line(&item.name);
    let head = if only {
        view! { <strong>{name}</strong> }.into_any()
    } else {
        view! {
            <label class="bulk-item">
                <input
                    type="checkbox"
                    prop:checked=is_in
                    disabled=move || run.started()
                    on:change=toggle
                />
                <strong>{name}</strong>
            </label>
        }
        .into_any()
    };
    view! { <li>{head}<p class="bulk-result">{said}</p>{facts_view(&item.about)}</li> }.into_any()
}

fn buttons(run: Run) -> AnyView {
    let t = run.t;
    let cancel_label = Signal::derive(move || {
        let label = match (run.busy.get(), run.started()) {
            (true, _) => t.trust.stop,
            (false, true) => t.close,
            (false, false) => t.cancel,
        };
        label.to_owned()
    });
    let availability = Signal::derive(move || run.availability());
    let action = run.bulk.with_value(|bulk| bulk.items.first().map(Item::action));
    let variant = match action {
        Some(action) if action.is_danger() => ButtonVariant::Danger,
        _ => ButtonVariant::Primary,
    };
    let send = move || {
        let (left, again) = (run.how_many(ItemState::is_open), run.started() && !run.busy.get());
        if left == 0 && again {
            return ().into_any();
        }
        let label = if again {
            (t.trust.retry_many)(left)
        } else {
            action.map(|action| action.label_of_many(run.count(), t)).unwrap_or_default()
        };
        view! { <Button label=label variant=variant availability=availability submits=true /> }.into_any()
    };
    let cancel = Callback::new(move |()| run.cancel());
    view! {
        <div class="dialog-actions">
            <Button label=cancel_label on_press=cancel />
            {send}
        </div>
    }
    .into_any()
}
