//! Routes of imports.
