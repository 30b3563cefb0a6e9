//! Letters as lists tell them: to whom and on what, never what they say.

use crate::domain::moment::Moment;

#[derive(Debug, Clone)]
pub struct Posted {
    pub subject: String,
    pub to: String,
    pub address: String,
    pub posted_at: Moment,
    pub sent_at: Option<Moment>,
    /// Given up.
    pub failed: bool,
}
