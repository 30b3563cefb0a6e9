//! Words of successions.
