//! Pages of successions.
