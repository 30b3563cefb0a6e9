//! Records: what each person attended, edition by edition, and the *attestati* that certify it.
//!
//! `record` gathers and shows it to the person, `people` to their ente and to the desk; `certificates` issues attestati on paper that
//! anybody can check.

mod certificates;
mod holdings;
mod people;
mod record;

use rocket::Route;

use crate::access::RoleName;
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};

pub use certificates::{Issuing, Means, issue};
pub use holdings::{FILES, HOLDINGS};
pub use record::routes::contribution;
pub use record::{CourseLine, DayLine, ForumLine, OfEdition, courses_of, of_person};

/// The pages that people can go to by name.
pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::RECORD, record::routes::name, Audience::SignedIn),
    Entry::new(paths::RECORDS_OF_ENTE, people::routes::name_of_ente, Audience::Only(RoleName::Coordinator)),
    Entry::new(paths::CHECK_CERTIFICATE, certificates::routes::name, Audience::Everyone),
    Entry::new(paths::RECORDS, people::routes::desk_name, Audience::Only(RoleName::Secretariat)),
    Entry::new(paths::CERTIFICATES, certificates::routes::desk_name, Audience::Only(RoleName::Secretariat)),
];

pub fn routes() -> Vec<Route> {
    [record::routes::routes(), people::routes::routes(), certificates::routes::routes()].concat()
}
