//! Frames, data boxes and requests that this page has read, and destinations by number. Nothing is
//! read for this.

use databoxframe::Id;
use databoxframe::data_box::DataBox;
use databoxframe::export::ExportRequest;
use databoxframe::export_review::ExportReview;
use databoxframe::frame::Frame;
use databoxframe::import::ImportRequest;

use super::entry::{Act, Entry, Group, Standing};
use super::matching::Haystack;
use crate::locale::{Texts, current};
use crate::navigation::NAVIGATION;
use crate::queries::{Window, cached_boxes, cached_exports, cached_frames, cached_imports, cached_reviews};
use crate::query_cache::QueryCache;
use crate::router::Route;
use crate::untrusted::name_or;

/// What the cache has.
#[derive(Clone, Copy)]
pub struct KnownResources {
    /// The cache.
    pub queries: QueryCache,
    /// The texts.
    pub t: &'static Texts,
}

fn go(route: &Route) -> Act {
    Act::Go(route.into())
}

/// A text of an answer.
fn given(text: Option<&str>) -> Option<String> {
    text.filter(|text| !text.is_empty()).map(str::to_owned)
}

impl KnownResources {
    /// The frames, tracked.
    pub fn frames(self) -> Vec<Frame> {
        cached_frames(self.queries).map(|frames| frames.records.clone()).unwrap_or_default()
    }

    fn boxes(self, frame: &Frame) -> Vec<DataBox> {
        let boxes = cached_boxes(self.queries, frame.frame_no.clone());
        boxes.map(|boxes| boxes.records.clone()).unwrap_or_default()
    }

    fn frame(frame: &Frame) -> Entry {
        let number = frame.frame_no.as_str();
        let name = given(frame.name.as_deref());
        let details = name.iter().map(|_| number.to_owned()).collect();
        let title = name.unwrap_or_else(|| number.to_owned());
        Entry::new(Group::Frames, title, details, go(&Route::Frame(frame.frame_no.clone())))
    }

    fn data_box(frame: &Frame, data_box: &DataBox) -> Entry {
        let (frame_no, box_no) = (frame.frame_no.clone(), data_box.box_no.clone());
        let title = name_or(data_box.name.as_deref(), box_no.as_str()).to_owned();
        let details = vec![format!("{frame_no}/{box_no}"), frame_name(frame)];
        Entry::new(Group::DataBoxes, title, details, go(&Route::DataBox(frame_no, box_no)))
    }

    /// A request. `about`: its list, file, number and box.
    fn request(frame: &Frame, route: &Route, about: (&str, Option<&str>, &Id, Option<&str>)) -> Entry {
        let (list, file, number, data_box) = about;
        let title = name_or(file, number.as_str()).to_owned();
        let frame = frame_name(frame);
        let places = given(data_box).into_iter().chain([frame]);
        // Not by its list or its places, which would find all of them.
        let texts = [title.clone(), number.to_string()];
        let details = [list.to_owned(), number.to_string()].into_iter().chain(places).collect();
        let haystack = Haystack::new(texts.iter().map(String::as_str));
        Entry {
            group: Group::Requests,
            title,
            details,
            haystack,
            standing: Standing::default(),
            act: go(route),
        }
    }

    fn review(self, frame: &Frame, one: &ExportReview) -> Entry {
        let (box_no, number) = (one.box_no.clone(), one.export_apply_id.clone());
        let route = Route::Review(frame.frame_no.clone(), box_no, number);
        let file = one.source_file.as_deref();
        let about = (self.t.nav_reviews, file, &one.export_apply_id, one.box_name.as_deref());
        Self::request(frame, &route, about)
    }

    fn import(self, frame: &Frame, one: &ImportRequest) -> Option<Entry> {
        let (box_no, number) = (one.box_no.clone()?, one.import_apply_id.clone());
        let route = Route::Import(frame.frame_no.clone(), box_no, number);
        let file = one.source_file.as_deref();
        let about = (self.t.nav_imports, file, &one.import_apply_id, one.box_name.as_deref());
        Some(Self::request(frame, &route, about))
    }

    fn export(self, frame: &Frame, data_box: &DataBox, one: &ExportRequest) -> Entry {
        let (box_no, number) = (data_box.box_no.clone(), one.export_apply_id.clone());
        let route = Route::Export(frame.frame_no.clone(), box_no, number);
        let file = one.source_file.as_deref();
        let about = (self.t.nav_exports, file, &one.export_apply_id, data_box.name.as_deref());
        Self::request(frame, &route, about)
    }

    /// Frames and data boxes, tracked.
    pub fn places(self) -> Vec<Entry> {
        let frames = self.frames();
        let boxes = frames.iter().flat_map(|frame| {
            self.boxes(frame).iter().map(|one| Self::data_box(frame, one)).collect::<Vec<_>>()
        });
        frames.iter().map(Self::frame).chain(boxes).collect()
    }

    /// Requests, tracked.
    pub fn requests(self) -> Vec<Entry> {
        let mut all = Vec::new();
        for frame in &self.frames() {
            let number = &frame.frame_no;
            if let Some(reviews) = cached_reviews(self.queries, number.clone(), Window::default()) {
                all.extend(reviews.records.iter().map(|one| self.review(frame, one)));
            }
            if let Some(imports) = cached_imports(self.queries, number.clone(), None) {
                all.extend(imports.records.iter().filter_map(|one| self.import(frame, one)));
            }
            for data_box in &self.boxes(frame) {
                if let Some(exports) = cached_exports(self.queries, number.clone(), data_box.box_no.clone()) {
                    all.extend(exports.records.iter().map(|one| self.export(frame, data_box, one)));
                }
            }
        }
        all
    }

    /// The entry of a page; tracked. With its name if that was read, else with its number.
    pub fn page(self, route: &Route) -> Entry {
        let t = self.t;
        let by_number = |group, title: String| Entry::new(group, title, Vec::new(), go(route));
        let of_form = |text, number: &Id| Entry::new(Group::Pages, text, vec![number.to_string()], go(route));
        let found = match route {
            Route::Frame(number)
            | Route::DataBox(number, _)
            | Route::Review(number, ..)
            | Route::Import(number, ..)
            | Route::Export(number, ..) => self
                .frames()
                .iter()
                .find(|frame| frame.frame_no == *number)
                .and_then(|frame| self.inside(frame, route)),
            _ => None,
        };
        found.unwrap_or_else(|| match route {
            Route::Frame(number) | Route::FrameTab(number, _) => {
                by_number(Group::Frames, (t.palette.frame)(number.as_str()))
            }
            Route::DataBox(frame, number) | Route::DataBoxTab(frame, number, _) => {
                let title = (t.palette.data_box)(&format!("{frame}/{number}"));
                by_number(Group::DataBoxes, title)
            }
            Route::Review(frame, number, request) => {
                let title = (t.palette.review)(&format!("{frame}/{number}/{request}"));
                by_number(Group::Requests, title)
            }
            Route::Import(frame, number, request) => {
                let title = (t.palette.import)(&format!("{frame}/{number}/{request}"));
                by_number(Group::Requests, title)
            }
            Route::Export(frame, number, request) => {
                let title = (t.palette.export)(&format!("{frame}/{number}/{request}"));
                by_number(Group::Requests, title)
            }
            Route::RequestImport => {
                Entry::of_text(Group::Pages, |t| t.forms.request_import, current(), go(route))
            }
            Route::RequestExport => {
                Entry::of_text(Group::Pages, |t| t.forms.request_export, current(), go(route))
            }
            Route::ModifyFrame(number) => of_form(t.forms.modify_frame, number),
            Route::CreateDataBox(number) => of_form(t.forms.create_box, number),
            Route::ModifyDataBox(_, number) => of_form(t.forms.modify_box, number),
            Route::Infra(_, _, _, number) => of_form(t.infra_table, number),
            other @ (Route::Connect
            | Route::NotFound
            | Route::Overview
            | Route::Frames
            | Route::Imports
            | Route::Exports
            | Route::Reviews
            | Route::Buckets
            | Route::Activity
            | Route::Settings) => {
                let named = NAVIGATION.into_iter().find(|(route, _)| route == other);
                let text = named.map_or((|t: &'static Texts| t.nav_overview) as _, |(_, text)| text);
                Entry::of_text(Group::Pages, text, current(), go(other))
            }
        })
    }

    /// What is in a frame.
    fn inside(self, frame: &Frame, route: &Route) -> Option<Entry> {
        let number = frame.frame_no.clone();
        match route {
            Route::Frame(_) => Some(Self::frame(frame)),
            Route::DataBox(_, box_no) => {
                let boxes = self.boxes(frame);
                boxes.iter().find(|one| one.box_no == *box_no).map(|one| Self::data_box(frame, one))
            }
            Route::Review(_, box_no, id) => {
                let reviews = cached_reviews(self.queries, number, Window::default())?;
                let mut all = reviews.records.iter();
                let found = all.find(|one| one.box_no == *box_no && one.export_apply_id == *id);
                found.map(|one| self.review(frame, one))
            }
            Route::Import(_, box_no, id) => {
                let imports = cached_imports(self.queries, number, None)?;
                let mut all = imports.records.iter();
                let found = all.find(|one| one.box_no.as_ref() == Some(box_no) && one.import_apply_id == *id);
                found.and_then(|one| self.import(frame, one))
            }
            Route::Export(_, box_no, id) => {
                let exports = cached_exports(self.queries, number, box_no.clone())?;
                let found = exports.records.iter().find(|one| one.export_apply_id == *id)?;
                let data_box = self.boxes(frame).into_iter().find(|one| one.box_no == *box_no)?;
                Some(self.export(frame, &data_box, found))
            }
            _ => None,
        }
    }

    /// Destinations of what was typed: the path of a page, or numbers as in `83`, `83/381` and
    /// `83/381/1543`; and lists searched for it.
    pub fn typed(self, typed: &str) -> Vec<Entry> {
        let exact = routes(typed);
        let guess =
            exact.len() == 1 && matches!(exact.first(), Some(Route::Frame(_))) && !typed.starts_with('/');
        let standing = if guess { Standing::Last } else { Standing::First };
        let exact = exact.into_iter().map(|route| self.page(&route).standing(standing));
        let lists = [Route::Reviews, Route::Exports, Route::Imports].into_iter().map(|route| {
            let page = self.page(&route);
            let title = (self.t.palette.search_in)(&page.title, typed);
            let act = Act::Go(route.with([("q", typed)]));
            Entry::new(Group::Lists, title, Vec::new(), act).standing(Standing::Last)
        });
        exact.chain(lists).collect()
    }
}

fn frame_name(frame: &Frame) -> String {
    name_or(frame.name.as_deref(), frame.frame_no.as_str()).to_owned()
}

/// The pages that a typed path or typed numbers may name.
fn routes(typed: &str) -> Vec<Route> {
    if typed.starts_with('/') {
        let route = Route::parse(typed);
        let leads = !matches!(route, Route::NotFound | Route::Connect);
        return leads.then_some(route).into_iter().collect();
    }
    let numbers: Vec<Id> = typed.split('/').map(|part| Id::new(part.trim())).collect();
    if !numbers.iter().all(|number| number.number().is_some()) {
        return Vec::new();
    }
    match numbers.as_slice() {
        [frame] => vec![Route::Frame(frame.clone())],
        [frame, number] => vec![Route::DataBox(frame.clone(), number.clone())],
        [frame, number, request] => {
            let of = |make: fn(Id, Id, Id) -> Route| make(frame.clone(), number.clone(), request.clone());
            vec![of(Route::Review), of(Route::Export), of(Route::Import)]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_paths_lead_to_pages() {
        let paths = |typed: &str| routes(typed).iter().map(Route::path).collect::<Vec<_>>();
        assert_eq!(paths("83"), ["/frames/83"]);
        assert_eq!(paths("83/381"), ["/frames/83/boxes/381"]);
        assert_eq!(paths("83 / 381"), ["/frames/83/boxes/381"]);
        assert_eq!(
            paths("83/381/1543"),
            ["/reviews/83/381/1543", "/exports/83/381/1543", "/imports/83/381/1543"]
        );
        assert_eq!(paths("/settings"), ["/settings"]);
        for typed in
            ["", "/", "83/", "83/x", "1/2/3/4", "+7", "/nothing", "/connect", "99999999999999999999999"]
        {
            assert!(paths(typed).is_empty() || typed == "/", "{typed}: {:?}", paths(typed));
        }
    }
}
