//! The origin of a list of requests.

use databoxframe::Id;
use databoxframe::data_box::DataBox;
use databoxframe::frame::Frame;

use crate::pages::table::InFrame;
use crate::untrusted::name_or;

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
    /// A frame.
    pub fn of_frame(frame: &Frame) -> Self {
        let frame_no = frame.frame_no.clone();
        let frame_name = name_or(frame.name.as_deref(), frame_no.as_str()).to_owned();
        Self { frame_no, frame_name, data_box: None }
    }

    /// A data box of this frame.
    pub fn with_box(&self, one: &DataBox) -> Self {
        let name = name_or(one.name.as_deref(), one.box_no.as_str()).to_owned();
        Self { data_box: Some((one.box_no.clone(), name)), ..self.clone() }
    }

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
