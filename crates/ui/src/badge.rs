//! A state in a word, with a colour and a shape; the word carries the meaning.

use leptos::prelude::*;

use crate::untrusted::sentence;

/// What kind of state it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Good,
    /// Something is under way.
    Busy,
    /// Somebody has to act.
    Attention,
    /// Something failed.
    Bad,
    /// Over, or nothing special.
    Quiet,
}

impl Tone {
    /// The class of its colour in a picture.
    pub const fn fill(self) -> &'static str {
        match self {
            Self::Good => "tone-good",
            Self::Busy => "tone-busy",
            Self::Attention => "tone-attention",
            Self::Bad => "tone-bad",
            Self::Quiet => "tone-quiet",
        }
    }

    /// Its colour, and a shape for those who do not see colours.
    const fn class(self) -> &'static str {
        match self {
            Self::Good => "badge badge-good",
            Self::Busy => "badge badge-busy",
            Self::Attention => "badge badge-attention",
            Self::Bad => "badge badge-bad",
            Self::Quiet => "badge badge-quiet",
        }
    }
}

/// A badge. `text`: as it is shown; `code`: what the API wrote, on hover.
pub fn badge(tone: Tone, text: String, code: String) -> AnyView {
    view! { <span class=tone.class() title=code>{sentence(&text)}</span> }.into_any()
}
