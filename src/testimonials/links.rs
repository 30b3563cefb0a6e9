//! Where testimonials lead to pages of others: the site of the ente, and what is said in the sheet.

use crate::domain::testimonial::Sheet;
use crate::library::{Linking, Shelf, addresses};
use crate::ui::paths;

/// The version that is public.
pub const LINKS: &[Linking] = &[Linking {
    shelf: Shelf::Testimonial,
    statement: "select t.testimonial_id, t.prepared_by, cast('' as text) as title, v.sheet from testimonial t \
         join testimonial_version v on v.testimonial_id = t.testimonial_id and v.version = t.public_version order by t.testimonial_id",
    read: |_, sheet| read(sheet),
    change: |id| format!("{}/{id}", paths::PREPARATION),
}];

/// A sheet that cannot be read leads nowhere: its own page says so.
fn read(text: &str) -> (String, Vec<String>) {
    let sheet: Sheet = serde_json::from_str(text).unwrap_or_default();
    let session = sheet.session.unwrap_or_default();
    let mut told = vec![sheet.approach, sheet.strengths, sheet.difficulties, sheet.how, session.about, session.materials];
    told.extend(session.exchanges.into_iter().map(|exchange| exchange.answer));
    let mut all: Vec<String> = told.iter().flat_map(|text| addresses(text)).collect();
    all.extend((!sheet.website.is_empty()).then_some(sheet.website));
    all.sort_unstable();
    all.dedup();
    (sheet.title, all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testimonial::{Exchange, Session};

    #[test]
    fn all_that_a_page_shows_is_looked_through() {
        let exchange = Exchange { question: "Dove?".into(), answer: "Qui: https://c.example.it/x".into() };
        let session =
            Session { materials: "La convenzione: https://b.example.it/".into(), exchanges: vec![exchange], ..Session::default() };
        let sheet = Sheet {
            title: "Uno".into(),
            website: "https://a.example.it".into(),
            how: "- https://d.example.it/y".into(),
            session: Some(session),
            ..Sheet::default()
        };
        let (title, all) = read(&serde_json::to_string(&sheet).unwrap());
        assert_eq!(title, "Uno");
        assert!(all.iter().any(|one| one == "https://a.example.it"), "{all:?}");
        assert!(
            ["https://b.example.it/", "https://c.example.it/x", "https://d.example.it/y"]
                .iter()
                .all(|one| all.iter().any(|found| found == one)),
            "{all:?}"
        );
    }
}
