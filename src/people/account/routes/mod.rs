//! Routes of an account: `/entra/recupero`, `/entra/password/…`, `/entra/indirizzo/…`, `/area/profilo/…`.

mod address;
mod password;
mod recovery;
mod sessions;

use rocket::Route;

pub fn routes() -> Vec<Route> {
    rocket::routes![
        recovery::ask,
        recovery::asked,
        recovery::choose,
        recovery::chosen,
        password::change,
        password::changed,
        address::asking,
        address::asked,
        address::stop,
        address::question,
        address::answer,
        sessions::end_one,
        sessions::end_others,
    ]
}
