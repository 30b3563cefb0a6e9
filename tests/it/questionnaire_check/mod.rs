//! Every kind of fault in the files of a questionnaire, with its place; and what the check prints.

mod base;
mod chance;
mod command;
mod conditions;
mod models;
mod questions;
mod shape;
mod sound;
