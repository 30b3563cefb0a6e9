//! The area: home, personal area, the pages every public site has.

pub const SITEMAP: &[crate::ui::sitemap::Entry] = &[];

pub fn routes() -> Vec<rocket::Route> {
    Vec::new()
}
