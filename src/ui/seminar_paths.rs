//! Addresses of the seminars: their calendar and days for everybody, their planning at the desk.

use crate::domain::ids::ClassDayId;

/// The giornate to come, and those that were.
pub const SEMINARS: &str = "/seminari";

/// A giornata as everybody sees it.
pub fn class_day(id: &ClassDayId) -> String {
    format!("{SEMINARS}/{id}")
}
