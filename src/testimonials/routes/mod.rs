//! Routes: what everybody reads, what the ente answers, what is prepared, and when nothing is shown.

mod draft;
mod own;
mod public;
mod steps;
mod suspensions;
mod video;

use rocket::Route;

use super::pages::{Illustrated, Page};
use super::words::desk::words as desk_words;
use super::words::words;
use super::{Told, pages};
use crate::assessments::Catalogue;
use crate::ui::page::Frame;
use crate::ui::words::Lang;

pub fn routes() -> Vec<Route> {
    [public::routes(), own::routes(), draft::routes(), steps::routes(), video::routes(), suspensions::routes()].concat()
}

pub fn name(lang: Lang) -> &'static str {
    words(lang).testimonials
}

pub fn own_name(lang: Lang) -> &'static str {
    desk_words(lang).own
}

pub fn preparation_name(lang: Lang) -> &'static str {
    desk_words(lang).preparation
}

pub fn suspensions_name(lang: Lang) -> &'static str {
    desk_words(lang).suspensions
}

/// What a sheet illustrates, as the questionnaire calls it; ids that it no longer has are left out.
fn illustrated(catalogue: &Catalogue, told: &Told) -> Illustrated {
    let Some(questionnaire) = catalogue.highest(&told.sheet.questionnaire) else { return Illustrated::default() };
    let model = questionnaire.models.iter().find(|model| model.id == told.sheet.model).map(|model| model.name.clone());
    let named = questionnaire.suggestions.iter().filter(|one| told.sheet.suggestions.contains(&one.id));
    Illustrated { model, suggestions: named.map(|one| (one.id.clone(), one.title.clone())).collect() }
}

/// Hands a testimonial as a page to whoever draws it.
fn shown<T>(frame: &Frame<'_>, catalogue: &Catalogue, (told, base): (&Told, String), draw: impl FnOnce(Page<'_>) -> T) -> T {
    let (illustrated, transcript) = (illustrated(catalogue, told), told.transcript());
    draw(pages::Page { frame, told, illustrated: &illustrated, base, transcript: &transcript })
}
