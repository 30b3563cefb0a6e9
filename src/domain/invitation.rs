//! What a letter tells a calendar (iTIP, RFC 5546): here is an appointment, it has moved, it is off.

use serde::{Deserialize, Serialize};

use super::moment::Moment;

/// What the calendar is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Put it in, or bring what is there up to date.
    Request,
    /// Take it out.
    Cancel,
}

impl Method {
    /// As bodies and their media types spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
        }
    }
}

/// Travels with a letter; who organises and who is invited is known when the letter leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub method: Method,
    pub occasion: Occasion,
}

/// Something in a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    /// The same whatever happens to it; the host is put behind it.
    pub id: String,
    /// Rises with every change (RFC 5545, 3.8.7.4).
    pub sequence: i64,
    /// When it was last changed.
    pub changed_at: Moment,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub title: String,
    /// In one line.
    pub place: String,
    pub text: String,
    /// Its page, a local path.
    pub path: String,
    pub is_cancelled: bool,
}
