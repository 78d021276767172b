//! Data boxes and the instances in them.

mod columns;
mod create_data_box;
mod data_box;
mod infra;
mod modify_data_box;

pub use columns::box_columns;
pub use create_data_box::CreateDataBoxPage;
pub use data_box::DataBoxPage;
pub use infra::InfraPage;
pub use modify_data_box::ModifyDataBoxPage;
