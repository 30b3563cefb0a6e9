//! Seminars: planning days, giving out their seats, calendars.

mod calendar;
mod calendars;
mod clashes;
mod clients;
mod desk;
mod enrolment;
mod materials;
mod planning;
