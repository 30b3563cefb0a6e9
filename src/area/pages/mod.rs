//! Pages of the area.

mod assistance;
mod calendar;
mod home;
mod notices;
mod opinion;
mod personal;
mod sitemap;
mod statistics;

pub use assistance::assistance;
pub use calendar::Calendar;
pub use home::{Farewell, Home, home};
pub use notices::{accessibility, legal_notes, notice_text, privacy};
pub use opinion::{Unfinished, thanks, unfinished};
pub use personal::{Begun, Personal, Task, personal};
pub use sitemap::site_map;
pub use statistics::{Statistics, statistics};
