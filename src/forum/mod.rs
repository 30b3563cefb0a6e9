//! The forum telematico: announced days in which enti put quesiti to the programme's experts.

mod holdings;

pub use holdings::HOLDINGS;
