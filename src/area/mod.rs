//! The area: home, personal area, the pages every public site has.

pub fn routes() -> Vec<rocket::Route> {
    Vec::new()
}
