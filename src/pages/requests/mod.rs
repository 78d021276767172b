//! Lists, columns and form parts that imports, exports and reviews share.

pub(super) mod columns;
mod dates;
pub(super) mod list_failures;
pub(super) mod listing;
pub(super) mod lists;
pub(super) mod new_request;
pub(super) mod origin;
pub(super) mod request;
pub(super) mod request_form;
