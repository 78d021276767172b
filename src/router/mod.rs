//! The URL: which page it names, and how pages read and change it.
//!
//! Why it is not leptos_router: docs/decisions/0003-own-router.md.

mod bar;
mod base;
mod history;
mod location;
mod places;
mod route;
mod scroll;
mod steps;

pub use base::href;
pub use history::{ClickedLink, Router, inner_link, use_router};
pub use location::Location;
pub use route::{BoxTab, FrameTab, InfraKind, Route};
pub use scroll::{after_requests, focus_heading};
