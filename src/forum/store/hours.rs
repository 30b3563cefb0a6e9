//! The hours of a day among the columns of a statement.

use sqlx::FromRow;

use crate::domain::forum_day::Hours;
use crate::domain::moment::Moment;
use crate::platform::{Error, Result};

/// Columns as the table has them; all are empty beside a quesito that waits for no day.
#[derive(FromRow)]
pub(super) struct HoursRow {
    gathering_from: Option<Moment>,
    opens_at: Option<Moment>,
    closes_at: Option<Moment>,
    extended_to: Option<Moment>,
    published_at: Option<Moment>,
}

impl HoursRow {
    /// None where there is no day.
    pub(super) fn if_any(&self) -> Option<Hours> {
        let (extended_to, published_at) = (self.extended_to, self.published_at);
        Some(Hours {
            gathering_from: self.gathering_from?,
            opens_at: self.opens_at?,
            closes_at: self.closes_at?,
            extended_to,
            published_at,
        })
    }

    /// Of a statement that reads days.
    pub(super) fn hours(&self) -> Result<Hours> {
        self.if_any().ok_or_else(|| Error::Bug("a day of the forum without hours".into()))
    }
}
