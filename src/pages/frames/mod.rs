//! Data Box Frames.

mod columns;
mod frame;
mod frame_list;
mod modify_frame;

pub use frame::FramePage;
pub use frame_list::FramesPage;
pub use modify_frame::ModifyFramePage;
