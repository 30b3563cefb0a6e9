//! Accounts in the database: links by letter, passwords, addresses.

pub mod address;
pub mod links;
pub mod password;
pub mod preferences;
