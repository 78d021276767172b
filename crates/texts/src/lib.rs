//! Every text a person reads, in English and Korean: `en.ftl` and `ko.ftl`, checked by the build
//! (`build.rs`). A key or a placeholder that one of them lacks does not compile.

mod generated {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use generated::{DemoTexts, MarksTexts, Texts, grouped};

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

    /// The language of a tag like `ko-KR`, if the console has it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// Own name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Korean => "한국어",
        }
    }

    /// Texts.
    pub const fn texts(self) -> &'static Texts {
        match self {
            Self::English => &generated::EN,
            Self::Korean => &generated::KO,
        }
    }
}

/// Picks one text of a language.
pub type Text = fn(&'static Texts) -> &'static str;

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
