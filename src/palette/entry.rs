//! What the palette offers.

use send_wrapper::SendWrapper;
use web_sys::HtmlElement;

use super::matching::Haystack;
use crate::components::Icon;
use crate::locale::{Locale, Text};
use crate::navigation;
use crate::preferences::Theme;
use crate::router::Location;

/// A heading of the results, in the order without a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Where somebody was before.
    Recent,
    /// Actions of the page.
    ThisPage,
    /// Pages of the console.
    Pages,
    /// What can be done anywhere.
    Commands,
    /// Frames.
    Frames,
    /// Data boxes.
    DataBoxes,
    /// Requests.
    Requests,
    /// Lists, searched for what was typed.
    Lists,
}

impl Group {
    /// The heading.
    pub const fn title(self) -> Text {
        match self {
            Self::Recent => |t| t.palette.recent,
            Self::ThisPage => |t| t.palette.this_page,
            Self::Pages => |t| t.palette.pages,
            Self::Commands => |t| t.palette.commands,
            Self::Frames => |t| t.frames,
            Self::DataBoxes => |t| t.boxes_table,
            Self::Requests => |t| t.palette.requests,
            Self::Lists => |t| t.palette.lists,
        }
    }
}

/// Where an entry stands among the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// By how well it matches.
    #[default]
    Matched,
    /// Above all that match: exactly this was typed.
    First,
    /// Below all that match: it may be meant.
    Last,
}

/// What an entry does.
#[derive(Clone, Debug)]
pub enum Act {
    /// Goes to a page.
    Go(Location),
    /// Presses a control of the page.
    Press(SendWrapper<HtmlElement>),
    /// Reads everything on the page again.
    Refresh,
    /// Chooses a language.
    Language(Locale),
    /// Chooses a theme.
    Theme(Theme),
    /// Locks the page.
    Lock,
    /// Forgets the keys.
    Forget,
}

impl Act {
    /// Where it leads.
    pub fn target(&self) -> Option<&Location> {
        match self {
            Self::Go(target) => Some(target),
            _ => None,
        }
    }
}

/// An entry of the palette.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its heading.
    pub group: Group,
    /// Its name, as the API wrote it.
    pub title: String,
    /// What tells it from others, as the API wrote it.
    pub details: Vec<String>,
    /// What is searched.
    pub haystack: Haystack,
    /// Where it stands.
    pub standing: Standing,
    /// What it does.
    pub act: Act,
}

impl Entry {
    /// An entry that is found by its title and details.
    pub fn new(group: Group, title: impl Into<String>, details: Vec<String>, act: Act) -> Self {
        let title = title.into();
        let haystack = Haystack::new([title.as_str()].into_iter().chain(details.iter().map(String::as_str)));
        Self { group, title, details, haystack, standing: Standing::default(), act }
    }

    /// A text of the console, found in all languages.
    pub fn of_text(group: Group, text: Text, locale: Locale, act: Act) -> Self {
        let others = Locale::ALL.into_iter().filter(|other| *other != locale);
        let texts = std::iter::once(locale).chain(others).map(|locale| text(locale.texts()));
        let haystack = Haystack::new(texts);
        let title = text(locale.texts()).to_owned();
        Self { group, title, details: Vec::new(), haystack, standing: Standing::default(), act }
    }

    /// Its icon.
    pub fn icon(&self) -> Icon {
        match &self.act {
            Act::Go(_) if self.group == Group::Lists => Icon::Search,
            Act::Go(target) => navigation::icon(&target.route()),
            Act::Press(_) => Icon::Go,
            Act::Refresh => Icon::Refresh,
            Act::Language(_) | Act::Theme(_) => Icon::Settings,
            Act::Lock => Icon::Lock,
            Act::Forget => Icon::Key,
        }
    }

    /// Found by other texts than its details.
    pub fn found_by<'a>(self, texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self { haystack: Haystack::new(texts), ..self }
    }

    /// Stands elsewhere.
    pub fn standing(self, standing: Standing) -> Self {
        Self { standing, ..self }
    }
}
