//! The wiring: static files, headers of every response, and the frame that every page is given.

pub mod assets;
pub mod frame;
pub mod headers;
