//! Copies a request as a script for a shell.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Availability, Button, ButtonVariant, Icon};
use crate::texts::texts;
use databoxframe_ui::copy_text;

/// Result of copying.
#[derive(Clone, PartialEq)]
enum Copied {
    /// Not copied.
    No,
    /// Copied to the clipboard.
    Yes,
    /// Refused by the browser: the script to copy by hand.
    Refused(Arc<str>),
}

/// The button "Copy as curl", and what became of it. `make`: the script; `id`: of the field from which it
/// is copied by hand.
#[component]
pub fn CopyScript(
    id: String,
    #[prop(optional, into)] availability: Signal<Availability>,
    make: Callback<(), Option<String>>,
) -> impl IntoView {
    let t = texts();
    let copied = RwSignal::new(Copied::No);
    let copy = Callback::new(move |()| {
        let Some(script) = make.run(()) else { return };
        spawn_local(async move {
            let done = copy_text(&script).await;
            copied.try_set(if done { Copied::Yes } else { Copied::Refused(script.into()) });
        });
    });
    let outcome = move || match copied.get() {
        Copied::No => ().into_any(),
        Copied::Yes => view! { <span class="hint">{t.forms.copied}</span> }.into_any(),
        Copied::Refused(script) => {
            let (id, script) = (id.clone(), script.to_string());
            view! {
                <div class="field">
                    <label for=id.clone()>{t.forms.copy_by_hand}</label>
                    <textarea id=id class="code" rows="6" readonly prop:value=script></textarea>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <Button label=t.forms.copy_curl icon=Icon::Copy variant=ButtonVariant::Plain availability=availability on_press=copy />
        <span role="status">{outcome}</span>
    }
}
