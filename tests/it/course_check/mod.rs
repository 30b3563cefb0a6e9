//! Every kind of mistake in the folder of a course, with its place; and what the check prints.

pub mod base;
mod command;
mod drawing;
mod mistakes;
