//! The pages of the testimonials.

mod desk;
mod draft;
mod list;
mod own;
mod steps;
mod suspensions;
mod told;

pub use desk::{New, lines, new};
pub use draft::{Draft, draft};
pub use list::{List, feed, list};
pub use own::{Own, own, own_one};
pub use steps::{Step, step};
pub use suspensions::{Suspensions, suspensions};
pub use told::{Illustrated, Page, one, preview, suspended};
