//! All integration tests in one binary: it links once, and a House is shared by all slices.

// Tells clippy that helper functions are tests as well, and may unwrap.
#![cfg(test)]

mod access;
mod area;
mod assessments;
mod blank;
mod cli;
mod content;
mod course_check;
mod courses;
mod crash;
mod enti;
mod exports;
mod forum;
mod house;
mod library;
mod office;
mod people;
mod plan;
mod platform;
mod presence;
mod programme;
mod prose;
mod questionnaire_check;
mod records;
mod report;
mod scoring;
mod search;
mod secretariat;
mod seminars;
mod sql;
mod testimonials;
mod uploads;
mod web;
