//! Routes of the second factor.

mod own;
mod reset;
mod second_step;
mod threshold;

use rocket::Route;

pub use threshold::{Entrant, Threshold};

pub fn routes() -> Vec<Route> {
    [second_step::routes(), own::routes(), reset::routes()].concat()
}
