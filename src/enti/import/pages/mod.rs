//! Pages of imports: the list with its upload, one file, the format.

mod file;
mod format;
mod list;

pub use file::{FilePage, Seen, file};
pub use format::format;
pub use list::{ListPage, list};
