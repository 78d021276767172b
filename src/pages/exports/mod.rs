//! Export requests.

mod export;
pub(super) mod export_list;
mod request_export;

pub use export::ExportPage;
pub use export_list::ExportsPage;
pub use request_export::RequestExportPage;
