//! Actions and form parts that frames and data boxes share.

pub(super) mod actions;
pub(super) mod counting;
pub(super) mod existing;
pub(super) mod form_lists;
pub(super) mod form_summary;
