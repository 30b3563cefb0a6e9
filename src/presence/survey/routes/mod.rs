//! Surveys over HTTP: answered by those who were there, read by docenti and segreteria.

mod desk;
mod figures;
mod own;
mod sheet;

use rocket::Route;

pub use desk::name as desk_name;
pub use own::name;

pub fn routes() -> Vec<Route> {
    rocket::routes![own::list, own::form, own::send, figures::day, figures::csv, figures::xlsx, desk::edition, desk::csv, desk::xlsx]
}
