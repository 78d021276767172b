//! The request as it will be sent: shown, copied as a script, and edited.

use std::sync::Arc;

use databoxframe::rule::Violation;
use databoxframe::{EditProblem, UnsignedRequest};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::DraftKey;
use super::operation::{AnyWrite, Edited, Proposal, other_target};
use super::services::Services;
use crate::components::{Availability, Button, ButtonVariant, Icon, focus_soon};
use crate::locale::{Texts, edit_problem, field_names, texts};
use crate::texts::{api_language, current};
use crate::untrusted;

/// Why there is no request to send.
pub enum Unready {
    /// Broken limits.
    Limits(Vec<Violation>),
    /// An invalid edited body.
    Edit(EditProblem),
    /// The edited body names another resource, in this field.
    OtherTarget(&'static str),
}

/// A body edited by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The original body, passwords hidden.
    base: String,
    /// The edited text.
    text: String,
}

/// A valid request.
pub struct Ready {
    /// The write of the request.
    pub write: Arc<dyn AnyWrite>,
    /// The request.
    pub unsigned: UnsignedRequest,
}

/// The request of a confirmation.
#[derive(Clone)]
pub struct Request {
    proposal: Proposal,
    /// Value of the input.
    typed: RwSignal<String>,
    /// The edited body, if there is one.
    edit: RwSignal<Option<Edit>>,
    /// Whether it is shown.
    open: RwSignal<bool>,
}

impl Request {
    /// The request with its draft, unless the draft belongs to another body.
    pub fn new(proposal: Proposal, key: &DraftKey, typed: RwSignal<String>) -> Self {
        let edit = Services::expect().drafts.edit(key);
        let request = Self { proposal, typed, edit, open: RwSignal::new(false) };
        let base = untrack(|| request.plain().map(|plain| plain.body_text(true)).ok());
        if request
            .edit
            .with_untracked(|edit| edit.as_ref().is_some_and(|edit| Some(&edit.base) != base.as_ref()))
        {
            request.edit.set(None);
        }
        // What differs from the form is not hidden.
        request.open.set(request.edit.with_untracked(Option::is_some));
        request
    }

    /// Shows it: something in it is wrong.
    pub fn unfold(&self) {
        self.open.set(true);
    }

    fn plain(&self) -> Result<UnsignedRequest, Vec<Violation>> {
        self.typed.with(|typed| self.proposal.prepare(typed))
    }

    /// The request as it will be sent; tracked.
    ///
    /// # Errors
    /// Why the request can't be sent.
    pub fn ready(&self) -> Result<Ready, Unready> {
        let write = self.typed.with(|typed| self.proposal.write(typed));
        let plain = write.prepare().map_err(Unready::Limits)?;
        self.edit.with(|edit| {
            let Some(edit) = edit else { return Ok(Ready { write: write.clone(), unsigned: plain.clone() }) };
            let unsigned = plain.with_edited_body(&edit.text).map_err(Unready::Edit)?;
            if unsigned.body == plain.body {
                return Ok(Ready { write: write.clone(), unsigned: plain.clone() });
            }
            match other_target(&plain, &unsigned) {
                Some(field) => Err(Unready::OtherTarget(field)),
                None => Ok(Ready { write: Arc::new(Edited(write.clone())), unsigned }),
            }
        })
    }

    /// The error of the edited body; tracked.
    fn edit_problem(&self, t: &Texts) -> Option<String> {
        match self.ready() {
            Err(Unready::Edit(problem)) => Some(edit_problem(&problem, t)),
            Err(Unready::OtherTarget(field)) => Some((t.writes.other_target)(field)),
            Ok(_) | Err(Unready::Limits(_)) => None,
        }
    }

    /// Why the request can't be sent, as text; tracked.
    fn obstacle(&self) -> Option<String> {
        let t = texts();
        match self.ready() {
            Ok(_) => None,
            Err(Unready::Limits(violations)) => Some((t.forms.check_first)(&field_names(&violations, t))),
            Err(_) => self.edit_problem(t),
        }
    }
}

/// Method, path and body, passwords hidden, with buttons to copy and edit.
pub fn request_view(request: &Request) -> AnyView {
    let t = texts();
    let (edited, open) = (request.edit, request.open);
    let is_edited = move || edited.with(Option::is_some);
    let folded = move |event: leptos::ev::Event| {
        let shown = js_sys::Reflect::get(&event_target::<JsValue>(&event), &"open".into());
        open.set(shown.is_ok_and(|shown| shown.is_truthy()));
    };
    let shown = request.clone();
    let line = move || match shown.plain() {
        Ok(unsigned) => format!("{} {}", unsigned.spec.method.as_str(), unsigned.path_and_query),
        Err(violations) => (t.forms.check_first)(&field_names(&violations, t)),
    };
    let shown = request.clone();
    let body = move || {
        let shown = shown.clone();
        let body = move || {
            untrusted::raw(&shown.plain().map(|plain| plain.body_text(true)).unwrap_or_default()).view()
        };
        view! { <pre tabindex="0" role="region" aria-label=t.forms.json_body>{body}</pre> }.into_any()
    };
    let shown = request.clone();
    let begin = Callback::new(move |()| {
        if let Ok(plain) = untrack(|| shown.plain()) {
            let base = plain.body_text(true);
            edited.set(Some(Edit { text: base.clone(), base }));
            focus_soon("edited-body".to_owned());
        }
    });
    let undo = Callback::new(move |()| edited.set(None));
    let label =
        Signal::derive(move || if is_edited() { t.forms.undo_edit } else { t.forms.edit_json }.to_owned());
    let toggle = Callback::new(move |()| if untrack(is_edited) { undo.run(()) } else { begin.run(()) });
    // Always enabled.
    let shown = request.clone();
    let availability =
        Signal::derive(move || Availability::disabled_by(if is_edited() { None } else { shown.obstacle() }));
    let edit = request.clone();
    let request = request.clone();
    view! {
        <details prop:open=open on:toggle=folded>
            <summary>{t.will_send}</summary>
            <p class="path">{line}</p>
            <Show when=move || !is_edited()>{body()}</Show>
            <Show when=is_edited>{editor(&edit)}</Show>
            <div class="request-actions">
                {copy_button(request)}
                <Button label=label variant=ButtonVariant::Plain availability=availability on_press=toggle />
            </div>
        </details>
    }
    .into_any()
}

/// The editor of the body, with its first error.
fn editor(request: &Request) -> AnyView {
    let t = texts();
    let edited = request.edit;
    let value = Signal::derive(move || edited.get().map(|edit| edit.text).unwrap_or_default());
    let rows = untrack(|| value.get()).lines().count().clamp(4, 16).to_string();
    let request = request.clone();
    let problem = move || request.edit_problem(t).unwrap_or_default();
    let on_input = move |event| {
        let text = event_target_value(&event);
        edited.update(|edit| {
            if let Some(edit) = edit {
                edit.text = text;
            }
        });
    };
    view! {
        <div class="field">
            <label for="edited-body">{t.forms.json_body}</label>
            <p class="hint" id="edited-hint">{t.forms.edit_hint}</p>
            <textarea
                id="edited-body"
                class="code"
                rows=rows
                spellcheck="false"
                autocapitalize="off"
                aria-describedby="edited-hint edited-problem"
                prop:value=value
                on:input=on_input
            ></textarea>
            <p class="field-error" id="edited-problem" aria-live="polite">{problem}</p>
        </div>
    }
    .into_any()
}

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

fn copy_button(request: Request) -> AnyView {
    let t = texts();
    let Services { session, .. } = Services::expect();
    let language = api_language(current());
    let copied = RwSignal::new(Copied::No);
    let shown = request.clone();
    let availability = Signal::derive(move || Availability::disabled_by(shown.obstacle()));
    let copy = Callback::new(move |()| {
        let (Some(connection), Ok(ready)) = (session.current(), untrack(|| request.ready())) else {
            return;
        };
        let unsigned = ready.unsigned;
        // To the gateway itself: only browsers need a relay.
        let url = format!("{}{}", connection.gateway, unsigned.path_and_query);
        let script = unsigned.curl(&url, connection.credentials.access_key(), language);
        spawn_local(async move {
            let done = to_clipboard(&script).await;
            copied.set(if done { Copied::Yes } else { Copied::Refused(script.into()) });
        });
    });
    let outcome = move || match copied.get() {
        Copied::No => ().into_any(),
        Copied::Yes => view! { <span class="hint">{t.forms.copied}</span> }.into_any(),
        Copied::Refused(script) => {
            let script = script.to_string();
            view! {
                <div class="field">
                    <label for="curl-script">{t.forms.copy_by_hand}</label>
                    <textarea id="curl-script" class="code" rows="6" readonly prop:value=script></textarea>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <Button label=t.forms.copy_curl icon=Icon::Copy variant=ButtonVariant::Plain availability=availability on_press=copy />
        <span role="status">{outcome}</span>
    }
    .into_any()
}

/// Copies a text. Browsers allow that only over https and after a click.
async fn to_clipboard(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // The clipboard does not exist without a secure context, whatever its type says.
    let navigator = window.navigator();
    let there = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|value| value.is_object());
    there && wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
