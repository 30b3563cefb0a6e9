//! Affianca: self-assessment and training of small Italian municipalities on the reception of foreign citizens.

pub mod access;
pub mod domain;
pub mod platform;
