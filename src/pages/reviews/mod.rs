//! Export review.

mod decide;
mod review;
mod review_list;
mod selection;

pub use review::ReviewPage;
pub use review_list::ReviewsPage;
