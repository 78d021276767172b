//! Reasons for rejection that a person saved, in this browser only.

use leptos::prelude::*;
use serde_json::Value;

use super::Input;
use crate::components::{Availability, Button, ButtonVariant, Choice, Select};
use crate::locale::texts;
use crate::storage::{self, Key};

/// Most reasons that are saved. The one that was not used for longest is dropped.
const MAX_REASONS: usize = 30;

/// The reasons of a stored text, last used first; none of another text.
fn parse(text: &str) -> Vec<String> {
    let stored: Option<Value> = serde_json::from_str(text).ok();
    let texts = stored.as_ref().and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    texts.filter(|text| !text.is_empty()).take(MAX_REASONS).map(str::to_owned).collect()
}

/// Puts a reason in front of the others.
fn to_front(reasons: &mut Vec<String>, reason: &str) {
    reasons.retain(|other| other != reason);
    reasons.insert(0, reason.to_owned());
    reasons.truncate(MAX_REASONS);
}

/// The field's text with a chosen reason: in place of another saved one, else behind what was typed.
fn chosen(typed: &str, reason: &str, saved: &[String]) -> String {
    if typed.trim().is_empty() || saved.iter().any(|other| other == typed) {
        reason.to_owned()
    } else {
        format!("{}\n{reason}", typed.trim_end())
    }
}

/// The saved reasons, as the browser has them now: another tab may have changed them.
fn read() -> Vec<String> {
    storage::read(Key::Reasons).map(|text| parse(&text)).unwrap_or_default()
}

/// Stores the reasons. Returns whether the browser did it.
fn store(reasons: &[String]) -> bool {
    let text = Value::from(reasons.to_vec()).to_string();
    storage::put(Key::Reasons, (!reasons.is_empty()).then_some(text.as_str()))
}

/// A reason was sent: if it is a saved one, it is offered first.
pub fn used(reason: &str) {
    let mut reasons = read();
    if reasons.iter().any(|other| other == reason) {
        to_front(&mut reasons, reason);
        store(&reasons);
    }
}

/// The choice of a saved reason, and the button that saves or removes the typed one.
pub fn saved_reasons(input: Input, typed: RwSignal<String>) -> AnyView {
    let t = texts();
    let (saved, said) = (RwSignal::new(read()), RwSignal::new(""));
    let is_saved = Memo::new(move |_| typed.with(|typed| saved.with(|saved| saved.contains(typed))));
    let choices = Signal::derive(move || {
        let none = Choice { value: String::new(), text: t.reasons.choose.to_owned() };
        let saved = saved.get().into_iter().map(Choice::plain);
        std::iter::once(none).chain(saved).collect::<Vec<Choice>>()
    });
    let value = Signal::derive(move || if is_saved.get() { typed.get() } else { String::new() });
    let choose = Callback::new(move |reason: String| {
        if !reason.is_empty() {
            said.set("");
            typed.update(|typed| *typed = saved.with_untracked(|saved| chosen(typed, &reason, saved)));
        }
    });
    let toggle = Callback::new(move |()| {
        let (mut reasons, reason) = (read(), typed.get_untracked());
        let removed = is_saved.get_untracked();
        if removed {
            reasons.retain(|other| *other != reason);
        } else {
            to_front(&mut reasons, &reason);
        }
        let stored = store(&reasons);
        said.set(match (stored, removed) {
            (false, _) => t.reasons.not_stored,
            (true, true) => t.reasons.removed,
            (true, false) => t.reasons.kept,
        });
        if stored {
            saved.set(reasons);
        }
    });
    let label =
        Signal::derive(move || if is_saved.get() { t.reasons.remove } else { t.reasons.save }.to_owned());
    let availability = Signal::derive(move || {
        let problem = typed.with(|typed| input.problem(typed));
        Availability::disabled_by((problem.is_some() && !is_saved.get()).then_some(t.reasons.first))
    });
    view! {
        <Show when=move || !saved.with(Vec::is_empty)>
            <Select label=t.reasons.saved value=value choices=choices on_change=choose />
        </Show>
        <div class="request-actions">
            <Button label=label variant=ButtonVariant::Plain availability=availability on_press=toggle />
            <span class="hint" role="status">{said}</span>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn the_last_used_is_first_and_the_longest_unused_goes() {
        let mut reasons = list(&["a", "b", "c"]);
        to_front(&mut reasons, "c");
        assert_eq!(reasons, ["c", "a", "b"]);
        for number in 0..MAX_REASONS {
            to_front(&mut reasons, &number.to_string());
        }
        assert_eq!((reasons.len(), reasons[0].as_str()), (MAX_REASONS, "29"));
        assert!(!reasons.contains(&"b".to_owned()));
    }

    #[test]
    fn other_texts_are_no_reasons() {
        for text in ["", "{}", "null", "[1,\"\"]", "[\"a\""] {
            assert_eq!(parse(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(parse(r#"["첫 줄\nsecond","b"]"#), ["첫 줄\nsecond", "b"]);
    }

    #[test]
    fn a_choice_never_replaces_what_was_typed() {
        let saved = list(&["a", "b"]);
        assert_eq!(chosen(" ", "a", &saved), "a");
        assert_eq!(chosen("b", "a", &saved), "a");
        assert_eq!(chosen("typed\n", "a", &saved), "typed\na");
    }
}
