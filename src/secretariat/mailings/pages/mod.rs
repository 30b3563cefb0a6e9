//! Pages of mailings: the past ones, one that is being written, and what became of one.

mod detail;
mod past;
mod writing;

pub use detail::{Detail, detail};
pub use past::{Past, past};
pub use writing::{Writing, writing};

use super::Mailing;
use super::words::words;
use crate::secretariat::enti;
use crate::ui::words::Lang;

/// The filters by which enti were chosen, in words.
fn chosen(lang: Lang, mailing: &Mailing) -> String {
    filters(lang, &enti::listing(&mailing.chosen))
}

fn filters(lang: Lang, listing: &crate::ui::listing::Listing) -> String {
    let names: Vec<String> = enti::pages::names(listing, lang).into_iter().map(|(_, reads)| reads).collect();
    if names.is_empty() { words(lang).everybody.to_owned() } else { names.join(", ") }
}
