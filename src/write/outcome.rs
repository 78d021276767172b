//! What a dialog says about a write that did not simply take effect.

use leptos::prelude::*;

use crate::components::{Button, warning};
use crate::dom::view;
use crate::gateway::Failure;
use crate::locale::{Text, explain, texts};
use crate::reactive::{Callback, RwSignal, dynamic, nothing, when};
use crate::untrusted::line;

/// What was found by comparing.
#[derive(Clone, PartialEq)]
pub enum Compared {
    /// Nothing can be compared.
    Never,
    /// It is under way.
    Reading,
    /// It could not be read.
    Failed(Failure),
    /// What has changed; nothing, if it is empty.
    Found(Vec<String>),
}

/// That nobody knows what became of it, what a comparison says, and, once it was seen that
/// nothing has changed, the way to another attempt.
pub fn unknown(compared: RwSignal<Compared>, again: Callback<()>, send_again: Callback<()>) -> AnyView {
    let t = texts();
    let said = dynamic(move || match compared.get() {
        Compared::Never => nothing(),
        Compared::Reading => view! { <p>{t.trust.comparing}</p> }.into_any(),
        Compared::Failed(failure) => {
            let explained = explain(&failure, t);
            view! { <p>{t.trust.not_compared}" "{explained.title}" · "{line(&explained.facts)}</p> }
                .into_any()
        }
        Compared::Found(lines) if lines.is_empty() => view! { <p>{t.trust.unchanged}</p> }.into_any(),
        Compared::Found(lines) => listed(|t| t.trust.changed_since, lines),
    });
    let unchanged = move || compared.get() == Compared::Found(Vec::new());
    let compare = move || view! { <Button label=t.trust.compare_again on_press=again /> }.into_any();
    let send = move || view! { <Button label=t.trust.send_again on_press=send_again /> }.into_any();
    view! {
        <p class="alert-title">{t.outcome_unknown}</p>
        <p>{t.outcome_unknown_advice}</p>
        <div role="status">{said}</div>
        <div class="request-actions">
            {when(move || matches!(compared.get(), Compared::Failed(_) | Compared::Found(_)), compare)}
            {when(unchanged, send)}
        </div>
    }
    .into_any()
}

/// Lines below what they are about.
pub fn listed(title: Text, lines: Vec<String>) -> AnyView {
    let lines: Vec<AnyView> =
        lines.into_iter().map(|text| view! { <li>{line(&text)}</li> }.into_any()).collect();
    view! {
        {warning(title(texts()).to_owned())}
        <ul>{lines}</ul>
    }
    .into_any()
}
