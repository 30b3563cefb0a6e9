//! Instants in UTC and Italian civil days.
