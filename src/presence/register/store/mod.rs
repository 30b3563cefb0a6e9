//! Scans of registers and the closing of days, in the database and in the store of files.

mod closing;
mod scans;

pub use closing::close;
pub use scans::{Replacement, attach, named, replace, scans};

/// The folder of the store of files.
const FOLDER: &str = "registri";
