//! Seminars and their giornate: planned, shown, published, cancelled.

pub mod store;
