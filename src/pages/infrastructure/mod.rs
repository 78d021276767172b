//! What pages of frames and of data boxes share: actions, and the parts of their forms.

pub(super) mod actions;
pub(super) mod box_form;
pub(super) mod form_summary;
