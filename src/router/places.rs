//! Where a person was: the URL that each page was left at, how far it was scrolled, and which link
//! led away from it.

use super::location::Location;
use super::route::Route;

/// Most pages that are remembered.
const MAX_PLACES: usize = 100;

/// How far a page is scrolled, in pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scroll {
    /// The window.
    pub window: f64,
    /// The parts of the page that scroll by themselves, in their order.
    pub parts: Vec<f64>,
}

/// A page as it was left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeftPage {
    /// Its path.
    pub path: String,
    /// Its URL, with search, filters, order and page.
    pub url: String,
    /// How far it was scrolled.
    pub scroll: Scroll,
    /// The link that had the focus, by its `href`.
    pub link: Option<String>,
}

/// The pages that were left, each once, the one that was left last at the end.
#[derive(Debug, Default)]
pub struct LeftPages(Vec<LeftPage>);

impl LeftPages {
    /// Remembers a page.
    pub fn leave(&mut self, place: LeftPage) {
        self.0.retain(|one| one.path != place.path);
        if self.0.len() >= MAX_PLACES {
            self.0.remove(0);
        }
        self.0.push(place);
    }

    /// The URL that a page was left at.
    pub fn url(&self, path: &str) -> Option<&str> {
        self.0.iter().find(|place| place.path == path).map(|place| place.url.as_str())
    }

    /// How a URL was left, if its page was last left at this very one.
    pub fn at(&self, url: &str) -> Option<&LeftPage> {
        let url = Location::parse(url).to_string();
        self.0.iter().find(|place| place.url == url)
    }

    /// Which of these pages was left last.
    pub fn latest<'a>(&self, pages: &[&'a Route]) -> Option<&'a Route> {
        self.0.iter().rev().find_map(|place| pages.iter().find(|page| page.path() == place.path).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(url: &str) -> LeftPage {
        let path = Location::parse(url).path().to_owned();
        LeftPage { path, url: url.to_owned(), ..LeftPage::default() }
    }

    #[test]
    fn a_page_is_found_as_it_was_left_last() {
        let mut places = LeftPages::default();
        for url in ["/imports?q=a", "/exports", "/imports?q=b%20c&page=2"] {
            places.leave(left(url));
        }
        assert_eq!(places.url("/imports"), Some("/imports?q=b%20c&page=2"));
        assert_eq!(places.url("/buckets"), None);
        assert!(places.at("/imports?q=b+c&page=2").is_some(), "written in another way");
        assert!(places.at("/imports?q=a").is_none() && places.at("/imports").is_none());
        let pages = [&Route::Exports, &Route::Imports, &Route::Buckets];
        assert_eq!(places.latest(&pages), Some(&Route::Imports));
        places.leave(left("/exports"));
        assert_eq!(places.latest(&pages), Some(&Route::Exports));
        assert_eq!(places.latest(&[&Route::Buckets]), None);
    }

    #[test]
    fn only_the_newest_are_remembered() {
        let mut places = LeftPages::default();
        (0..=MAX_PLACES).for_each(|number| places.leave(left(&format!("/frames/{number}"))));
        assert_eq!((places.url("/frames/0"), places.0.len()), (None, MAX_PLACES));
        assert!(places.url("/frames/1").is_some());
    }
}
