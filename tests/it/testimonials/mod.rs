//! Testimonials: prepared, approved by the ente that speaks, read by everybody; and every road closed when they may not be.

mod answers;
mod examples;
mod heirs;
mod interview;
mod sight;
mod writing;
