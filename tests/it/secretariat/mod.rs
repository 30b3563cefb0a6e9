//! The desk of the segreteria: its tables, its contacts, and what it may not see.

mod consents;
mod contacts;
mod enti;
mod files;
mod mailings;
mod merging;
mod people;
mod post;
mod reporting;
mod telephone;
