//! The face: shell, fields, tables, charts, dates and the pages of failure. Knows no feature.

pub mod charts;
pub mod conditions;
pub mod contacts;
pub mod dates;
mod desk_paths;
pub mod edition;
mod enrolment_paths;
pub mod failure;
pub mod feedback;
pub mod fields;
pub mod footer;
pub mod header;
pub mod imports;
mod library_paths;
pub mod listing;
pub mod mail;
pub mod page;
pub mod paths;
mod presence_paths;
pub mod prose;
pub mod qr;
pub mod reply;
mod seminar_paths;
pub mod sitemap;
pub mod steps;
pub mod table;
pub mod words;
