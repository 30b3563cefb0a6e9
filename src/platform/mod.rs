//! The plant: database, clock, configuration, errors. Knows no feature and no HTML.

pub mod antivirus;
pub mod archive;
pub mod asking;
pub mod assets;
pub mod audit;
pub mod calendar;
pub mod clock;
pub mod config;
pub mod content;
pub mod courseware;
pub mod db;
pub mod documents;
pub mod error;
pub mod federation;
pub mod holdings;
pub mod jobs;
pub mod mail;
pub mod media;
pub mod outbox;
pub mod pictures;
pub mod random;
pub mod search;
pub mod sign_in;
pub mod spreadsheet;
pub mod tls;

pub use clock::Clock;
pub use error::{Error, Result};
