//! The desk of the segreteria: its tables, its contacts, and what it may not see.

mod contacts;
mod enti;
mod files;
mod people;
