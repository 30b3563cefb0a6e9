//! Members of associations, as of today, and those who left.

pub mod store;
