//! Export review.

mod decide;
mod decision;
mod desk;
mod earlier;
mod hint;
mod order;
mod review;
mod review_list;
mod scroll;
mod selection;
mod views;
mod wide;

pub use desk::ReviewDesk;
