//! Export review.

mod review;
mod review_list;

pub use review::ReviewPage;
pub use review_list::ReviewsPage;
