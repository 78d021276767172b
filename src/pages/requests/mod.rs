//! What pages of imports, exports and reviews share: lists over boxes, rows, forms.

pub(super) mod lists;
pub(super) mod request;
pub(super) mod request_form;
pub(super) mod request_rows;
