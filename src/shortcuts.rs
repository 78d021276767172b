//! Keyboard shortcuts of a single key. A page registers its own with what they do; a dialog lists
//! them all. They can be switched off (WCAG 2.1.4), and never act while somebody types.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};

use crate::components::{Button, Dialog};
use crate::locale::{Text, texts};
use crate::preferences::Preferences;

/// Where keys are text, or choose an entry.
const TYPED_INTO: &str =
    "textarea, select, [contenteditable], [role=menu], [role=listbox], [role=combobox], [role=textbox]";
/// What is in front of the page.
const IN_FRONT: &str = "dialog[open], [role=dialog]:not(dialog), [role=alertdialog]:not(dialog)";
/// Inputs into which nothing is typed.
const NOT_TYPED_INTO: [&str; 5] = ["checkbox", "radio", "button", "submit", "reset"];

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A letter, lower case.
    Letter(char),
    /// `/`
    Slash,
    /// `?`
    QuestionMark,
    /// The arrows up and down. The list in which they move handles them itself.
    Arrows,
}

/// What sends the changes that a dialog shows.
const SEND_KEYS: &str = "Ctrl+Enter";
/// Keys of the export review, also where they do nothing now: whoever asks for all learns of them.
const OF_REVIEW: [(Key, Text); 7] = [
    (Key::Letter('j'), |t| t.shortcuts.next),
    (Key::Letter('k'), |t| t.shortcuts.previous),
    (Key::Arrows, |t| t.shortcuts.arrows),
    (Key::Letter('x'), |t| t.shortcuts.tick),
    (Key::Slash, |t| t.shortcuts.search),
    (Key::Letter('a'), |t| t.shortcuts.approve),
    (Key::Letter('r'), |t| t.shortcuts.reject),
];

/// What counts of the press of a key.
#[derive(Clone, Copy, Debug)]
struct Press<'a> {
    /// What it types.
    key: &'a str,
    /// Where the key is, on any keyboard.
    code: &'a str,
    shift: bool,
}

impl Key {
    /// What stands on it.
    pub fn label(self) -> String {
        match self {
            Self::Letter(letter) => letter.to_ascii_uppercase().to_string(),
            Self::Slash => "/".to_owned(),
            Self::QuestionMark => "?".to_owned(),
            Self::Arrows => "↑ ↓".to_owned(),
        }
    }

    /// Whether it was pressed. What types no Latin sign, as with Korean input (`A` types `ㅁ`), is
    /// recognised by its place.
    fn is(self, press: Press) -> bool {
        let typed = if press.key.len() == 1 { press.key.chars().next() } else { None };
        match (self, typed) {
            (Self::Letter(letter), Some(typed)) => !press.shift && typed.eq_ignore_ascii_case(&letter),
            (Self::Letter(letter), None) => {
                !press.shift
                    && press.code.strip_prefix("Key") == Some(&*letter.to_ascii_uppercase().to_string())
            }
            // On some keyboards both need the shift key.
            (Self::Slash, Some(typed)) => typed == '/',
            (Self::QuestionMark, Some(typed)) => typed == '?',
            (Self::Slash, None) => !press.shift && press.code == "Slash",
            (Self::QuestionMark, None) => press.shift && press.code == "Slash",
            (Self::Arrows, _) => false,
        }
    }
}

/// A shortcut.
#[derive(Clone, Copy)]
pub struct Shortcut {
    /// Its key.
    pub key: Key,
    /// What it does.
    pub text: Text,
    /// Does it.
    pub press: Callback<()>,
}

/// The shortcuts of what is on screen.
#[derive(Clone, Copy)]
pub struct Shortcuts {
    /// With the number of the part of the page that registered them; the newest last.
    registered: RwSignal<Vec<(u32, Shortcut)>>,
    last: StoredValue<u32>,
    is_listed: RwSignal<bool>,
    preferences: Preferences,
}

impl Shortcuts {
    /// Listens to the keyboard.
    pub fn new(preferences: Preferences) -> Self {
        let shortcuts = Self {
            registered: RwSignal::new(Vec::new()),
            last: StoredValue::new(0),
            is_listed: RwSignal::new(false),
            preferences,
        };
        let listener = window_event_listener(leptos::ev::keydown, move |event| shortcuts.pressed(&event));
        on_cleanup(move || listener.remove());
        shortcuts
    }

    /// Registers shortcuts until the current owner ends.
    pub fn register(self, new: impl IntoIterator<Item = Shortcut>) {
        let number = self.last.get_value().wrapping_add(1);
        self.last.set_value(number);
        self.registered.update(|list| list.extend(new.into_iter().map(|shortcut| (number, shortcut))));
        on_cleanup(move || {
            self.registered.try_update(|list| list.retain(|(other, _)| *other != number));
        });
    }

    /// Whether they are switched on; tracked.
    pub fn are_on(self) -> bool {
        self.preferences.shortcuts.get()
    }

    /// The key for `aria-keyshortcuts` of the button that does the same.
    pub fn name(self, key: &'static str) -> Signal<Option<&'static str>> {
        Signal::derive(move || self.are_on().then_some(key))
    }

    /// The key beside the button that does the same, for the eye.
    pub fn hint(self, key: Key) -> AnyView {
        view! {
            <Show when=move || self.are_on()>
                <kbd aria-hidden="true">{key.label()}</kbd>
            </Show>
        }
        .into_any()
    }

    /// Opens the list of all shortcuts.
    pub fn list(self) {
        self.is_listed.set(true);
    }

    fn pressed(self, event: &KeyboardEvent) {
        // The page may be gone.
        let is_on = self.preferences.shortcuts.try_get_untracked().unwrap_or_default();
        if !is_on || !may_act(event) {
            return;
        }
        let (key, code) = (event.key(), event.code());
        let press = Press { key: &key, code: &code, shift: event.shift_key() };
        let found = self.registered.try_with_untracked(|list| {
            list.iter().rev().map(|(_, shortcut)| *shortcut).find(|shortcut| shortcut.key.is(press))
        });
        if let Some(shortcut) = found.flatten() {
            // The key is not typed into what opens.
            event.prevent_default();
            shortcut.press.try_run(());
        }
    }
}

/// Whether a key press may be a shortcut.
fn may_act(event: &KeyboardEvent) -> bool {
    if event.default_prevented()
        || event.repeat()
        || event.is_composing()
        || event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
    {
        return false;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_typed_into = target.is_some_and(|target| {
        let input = target.dyn_ref::<HtmlInputElement>();
        input.is_some_and(|input| !NOT_TYPED_INTO.contains(&input.type_().as_str()))
            || target.closest(TYPED_INTO).ok().flatten().is_some()
    });
    !is_typed_into && document().query_selector(IN_FRONT).ok().flatten().is_none()
}

/// The dialog that lists all shortcuts, and the key that opens it.
#[component]
pub fn ShortcutsDialog(
    /// What is listed.
    shortcuts: Shortcuts,
    /// The keys that open the command palette.
    palette_keys: &'static str,
) -> impl IntoView {
    let t = texts();
    let open = Callback::new(move |()| shortcuts.list());
    shortcuts.register([Shortcut { key: Key::QuestionMark, text: |t| t.shortcuts.help, press: open }]);
    let close = Callback::new(move |()| shortcuts.is_listed.set(false));
    let row = |key: String, text: &'static str| {
        view! { <div><dt><kbd>{key}</kbd></dt><dd>{text}</dd></div> }.into_any()
    };
    let rows = move || {
        let all = shortcuts.registered.get_untracked();
        let others = all.iter().filter(|(_, one)| OF_REVIEW.iter().all(|(key, _)| *key != one.key));
        let anywhere = others.map(|(_, one)| row(one.key.label(), (one.text)(t))).chain([
            row(palette_keys.to_owned(), t.palette.title),
            row(SEND_KEYS.to_owned(), t.shortcuts.send),
        ]);
        let of_review = OF_REVIEW.iter().map(|(key, text)| row(key.label(), text(t)));
        (of_review.collect::<Vec<AnyView>>(), anywhere.collect::<Vec<AnyView>>())
    };
    let dialog = move || {
        let (of_review, anywhere) = rows();
        view! {
            <Dialog title=t.shortcuts.title on_cancel=close>
                <h3>{t.reviews}</h3>
                <dl class="shortcuts">{of_review}</dl>
                <h3>{t.shortcuts.anywhere}</h3>
                <dl class="shortcuts">{anywhere}</dl>
                <p class="hint">{t.shortcuts.switch_off}</p>
                <div class="dialog-actions">
                    <Button label=t.close on_press=close />
                </div>
            </Dialog>
        }
    };
    view! { <Show when=move || shortcuts.is_listed.get()>{dialog()}</Show> }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(key: Key, typed: &str, code: &str, shift: bool) -> bool {
        key.is(Press { key: typed, code, shift })
    }

    #[test]
    fn a_letter_is_known_by_what_it_types() {
        assert!(is(Key::Letter('a'), "a", "KeyA", false));
        assert!(is(Key::Letter('a'), "A", "KeyA", false), "caps lock");
        assert!(is(Key::Letter('a'), "a", "KeyQ", false), "a French keyboard");
        assert!(!is(Key::Letter('q'), "a", "KeyQ", false), "not by its place too");
        assert!(!is(Key::Letter('a'), "A", "KeyA", true), "a modifier");
        assert!(!is(Key::Letter('a'), "Alt", "AltLeft", false));
    }

    #[test]
    fn with_korean_input_a_key_is_known_by_its_place() {
        for (letter, typed, code) in [('a', "ㅁ", "KeyA"), ('j', "ㅓ", "KeyJ"), ('r', "Process", "KeyR")] {
            assert!(is(Key::Letter(letter), typed, code, false), "{typed}");
            assert!(!is(Key::Letter(letter), typed, code, true), "{typed}");
        }
        assert!(!is(Key::Letter('a'), "ㅁ", "KeyS", false));
        assert!(is(Key::Slash, "Process", "Slash", false) && is(Key::QuestionMark, "Process", "Slash", true));
    }

    #[test]
    fn signs_are_known_on_any_keyboard() {
        assert!(is(Key::Slash, "/", "Slash", false) && is(Key::Slash, "/", "Digit7", true));
        assert!(is(Key::QuestionMark, "?", "Slash", true) && is(Key::QuestionMark, "?", "Minus", true));
        assert!(!is(Key::Slash, "?", "Slash", true) && !is(Key::QuestionMark, "/", "Slash", false));
    }
}
