//! Pages: home and personal area, and those that every public site has.

mod home;
mod public;

pub use home::{AreaPage, Task, area, home};
pub use public::{Statistics, accessibility, assistance, legal, map, privacy, statistics, thanks};
