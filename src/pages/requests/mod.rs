//! What pages of imports, exports and reviews share: lists over boxes, columns, forms.

pub(super) mod columns;
mod list_failures;
pub(super) mod lists;
pub(super) mod origin;
pub(super) mod request;
pub(super) mod request_form;
