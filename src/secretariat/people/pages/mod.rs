//! Pages of people at the desk.

mod appointment;
mod one;
mod register;

pub use appointment::{Appointing, appointing, ending};
pub use one::{PersonPage, person};
pub use register::{Register, register};
