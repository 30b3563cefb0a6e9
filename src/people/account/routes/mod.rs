//! Routes of an account: `/entra/recupero`, `/entra/password/…`, `/entra/indirizzo/…`, `/area/profilo/…`.

mod address;
mod password;
mod preferences;
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
        preferences::choosing,
        preferences::chosen,
        address::asking,
        address::asked,
        address::stop,
        address::question,
        address::answer,
        sessions::end_one,
        sessions::end_others,
    ]
}
