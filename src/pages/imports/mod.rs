//! Import requests.

mod import;
mod import_list;
mod request_import;

pub use import::ImportPage;
pub use import_list::ImportsPage;
pub use request_import::RequestImportPage;
