//! Routes of successions.
