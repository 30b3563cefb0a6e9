//! The ground: what is true without a computer. No async, no clock, no SQL, no HTML, no web server.

pub mod activation_code;
pub mod browser;
pub mod deed;
pub mod delivery;
pub mod direction;
pub mod edition;
pub mod ente;
pub mod fiscal_number;
pub mod ids;
pub mod lang;
pub mod letter;
pub mod mail_domain;
pub mod moment;
pub mod one_time_code;
pub mod order;
pub mod peers;
pub mod place_names;
pub mod points;
pub mod positioning;
pub mod progress;
pub mod questionnaire;
pub mod saving;
pub mod scoring;
pub mod suggestions;
