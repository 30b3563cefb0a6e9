//! Affianca: self-assessment and training of small Italian municipalities on the reception of foreign citizens.

pub mod access;
pub mod assessments;
pub mod domain;
pub mod enti;
pub mod people;
pub mod platform;
pub mod ui;
pub mod web;
