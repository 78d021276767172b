//! Activity: the changes made in this tab, and every request since the page was opened.

mod changes;
mod filter;
mod groups;
mod har;
mod page;
mod row;
#[cfg(test)]
mod tests;

pub use page::ActivityPage;
