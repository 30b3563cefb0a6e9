//! The library: what is known and can be looked up. Domande frequenti, and the search over all that is released.

mod holdings;

pub use holdings::HOLDINGS;
