//! Pages of an account.

pub mod address;
pub mod password;
pub mod preferences;
pub mod recovery;
pub mod sessions;
