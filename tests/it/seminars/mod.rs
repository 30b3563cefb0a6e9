//! Seminars: planning days, giving out their seats, calendars.

mod calendar;
mod calendars;
mod clients;
mod desk;
mod enrolment;
mod planning;
