//! The origin of a list of requests.

use databoxframe::Id;

use crate::pages::table::InFrame;

/// A frame, or one of its data boxes, whose requests are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Number of the frame.
    pub frame_no: Id,
    /// Name of the frame.
    pub frame_name: String,
    /// Number and name of the box, if the list belongs to one box.
    pub data_box: Option<(Id, String)>,
}

impl InFrame for Origin {
    fn frame_no(&self) -> &str {
        self.frame_no.as_str()
    }
}

impl Origin {
    /// A data box on a page of its own.
    pub fn of_box(frame_no: Id, box_no: Id) -> Self {
        Self { frame_no, frame_name: String::new(), data_box: Some((box_no, String::new())) }
    }

    /// Number of the box, if the list belongs to one box.
    pub fn box_no(&self) -> Option<&Id> {
        self.data_box.as_ref().map(|(number, _)| number)
    }

    /// Names of the frame and of the box, if there is one.
    pub fn names(&self) -> Vec<String> {
        let data_box = self.data_box.iter().map(|(_, name)| name.clone());
        std::iter::once(self.frame_name.clone()).chain(data_box).collect()
    }
}
