//! What pages of frames and of data boxes share: actions, and the parts of their forms.

pub(super) mod actions;
pub(super) mod existing;
pub(super) mod form_lists;
pub(super) mod form_summary;
