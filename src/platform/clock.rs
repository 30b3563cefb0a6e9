//! The clock, passed in: a test *is* nine o'clock on the day it needs.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::domain::moment::Moment;

/// Where "now" comes from. A request asks once.
#[derive(Debug, Clone)]
pub enum Clock {
    System,
    /// Stands still until somebody moves it; clones share the hands.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    pub fn fixed(at: Moment) -> Clock {
        Clock::Fixed(Arc::new(AtomicI64::new(at.millis())))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that reads the system clock")]
    pub fn now(&self) -> Moment {
        match self {
            // A machine whose clock stands before 1970 gets the epoch: sessions then simply expire.
            Clock::System => Moment::from_millis(
                SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX)),
            ),
            Clock::Fixed(hands) => Moment::from_millis(hands.load(Ordering::SeqCst)),
        }
    }

    /// Moves a fixed clock; the system clock does not obey.
    pub fn set(&self, at: Moment) {
        if let Clock::Fixed(hands) = self {
            hands.store(at.millis(), Ordering::SeqCst);
        }
    }
}
