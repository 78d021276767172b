//! Every text a person reads, in English and Korean: `en.ftl` and `ko.ftl`, checked by the build
//! (`build.rs`). A key or a placeholder that one of them lacks does not compile.

#[cfg(test)]
mod catalogue;
mod check;
mod clock;
mod config;
mod edit;
mod entry;
mod failure;
mod keys;
mod labels;
mod lists;
mod mismatch;
mod problem;
mod generated {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use check::{properties, said, verdict};
pub use clock::clock;
pub use config::config_error;
pub use edit::edit_problem;
pub use entry::{name_problem, over_quota};
pub use failure::{Explained, explain, field_names};
pub use generated::{DemoTexts, MarksTexts, Texts};
pub use keys::{caution, gateway_error, key_error, relay_error, vault_error};
pub use labels::field_label;
pub use lists::{incomplete, older_requests};
pub use problem::{explain_problem, explain_value};

use leptos::prelude::*;

use crate::console::Console;

/// A language of the console.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// Korean.
    Korean,
}

impl Locale {
    /// All, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::Korean];

    /// The HTML language tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Korean => "ko",
        }
    }

    /// The language of a tag like `ko-KR`, if it is one of the console's.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// Its own name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Korean => "한국어",
        }
    }

    /// Its texts.
    pub const fn texts(self) -> &'static Texts {
        match self {
            Self::English => &generated::EN,
            Self::Korean => &generated::KO,
        }
    }

    /// What the service is asked to answer in.
    pub const fn api(self) -> databoxframe::Language {
        match self {
            Self::English => databoxframe::Language::English,
            Self::Korean => databoxframe::Language::Korean,
        }
    }
}

/// Picks one text of a language.
pub type Text = fn(&'static Texts) -> &'static str;

/// The chosen language.
pub fn current() -> Locale {
    Console::here().preferences.locale.get_untracked()
}

/// The texts of the chosen language. Not tracked: choosing another one makes the whole page
/// anew, so that no text has to be able to change.
pub fn texts() -> &'static Texts {
    current().texts()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_choose_languages() {
        assert_eq!(Locale::from_tag("ko-KR"), Some(Locale::Korean));
        assert_eq!(Locale::from_tag("EN"), Some(Locale::English));
        assert_eq!(Locale::from_tag("fr"), None);
        assert_eq!(Locale::from_tag(""), None);
    }
}
