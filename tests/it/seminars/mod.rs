//! Seminars: planning days, giving out their seats, calendars.

mod calendars;
mod planning;
