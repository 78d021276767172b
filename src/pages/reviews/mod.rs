//! Export review.

mod desk;
mod earlier;
mod hint;
mod order;
mod review;
mod review_list;
mod views;
mod wide;

pub use desk::ReviewDesk;
