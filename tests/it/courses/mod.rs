//! Courses: enrolling, reading, tests, completion, the desk.

mod desk;
mod folder;
mod learning;
mod merging;
mod quiz;
mod shipped;
mod updates;

pub use folder::*;
