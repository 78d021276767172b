//! The pages above those of a box: its frame, the boxes, the box, its tabs.

use databoxframe::Id;

use super::title;
use crate::components::Crumb;
use crate::locale::{Text, texts};
use crate::queries;
use crate::router::{BoxTab, FrameTab, Route, use_router};

/// The pages above that of a box.
pub fn trail_to_box(frame_no: &Id) -> Vec<Crumb> {
    let t = texts();
    let frame = queries::frame(frame_no.clone());
    let frame_name = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    vec![
        Crumb::new(Route::Frames, t.frames),
        Crumb::new(Route::Frame(frame_no.clone()), frame_name),
        Crumb::new(Route::FrameTab(frame_no.clone(), FrameTab::Boxes), t.boxes_table),
    ]
}

/// The same with the box.
pub fn trail_in_box(frame_no: &Id, box_no: &Id) -> Vec<Crumb> {
    let summary = queries::box_summary(frame_no.clone(), box_no.clone());
    let name = title(summary, |summary| summary.name.as_deref(), box_no.to_string());
    let mut trail = trail_to_box(frame_no);
    trail.push(Crumb::new(Route::DataBox(frame_no.clone(), box_no.clone()), name));
    trail
}

/// A list of requests of all boxes, and the tab with those of one box.
#[derive(Clone, Copy)]
pub struct Section {
    /// The list.
    pub list: &'static Route,
    /// What it is called.
    pub name: Text,
    /// The tab.
    pub tab: BoxTab,
}

impl Section {
    /// The tab of this box, if a person came from the box and not from the list.
    pub fn tab_of_origin(self, frame_no: &Id, box_no: &Id) -> Option<Route> {
        let data_box = Route::DataBox(frame_no.clone(), box_no.clone());
        let tab = Route::DataBoxTab(frame_no.clone(), box_no.clone(), self.tab);
        let latest = use_router().latest(&[self.list, &data_box, &tab]);
        latest.is_some_and(|latest| latest != self.list).then(|| tab.clone())
    }

    /// The pages above a request of this box: those a person came from.
    pub fn trail(self, frame_no: &Id, box_no: &Id) -> Vec<Crumb> {
        let t = texts();
        let Some(tab) = self.tab_of_origin(frame_no, box_no) else {
            return vec![Crumb::new(self.list.clone(), (self.name)(t))];
        };
        let mut trail = trail_in_box(frame_no, box_no);
        trail.push(Crumb::new(tab, (self.name)(t)));
        trail
    }
}
