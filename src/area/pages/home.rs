//! The first page: what this is, for whom, and where to begin.

use maud::{Markup, html};

use crate::area::words::words;
use crate::domain::ids::DocumentId;
use crate::domain::moment::Moment;
use crate::forum::Announced;
use crate::seminars::Card;
use crate::testimonials::Told;
use crate::ui::edition::name_and_dates;
use crate::ui::page::{Frame, Notice, Shell, ente, page};
use crate::ui::{dates, paths};

/// What a visitor has just left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Farewell {
    SignedOut,
    Erased,
}

pub struct Home<'a> {
    pub frame: &'a Frame<'a>,
    pub questions: usize,
    pub minutes: u32,
    /// Enti that have closed a rilevazione, by region.
    pub regions: Vec<(String, i64)>,
    pub farewell: Option<Farewell>,
    /// The next giornata d'aula.
    pub seminar: Option<Card>,
    /// The giornata di forum that counts now.
    pub forum: Option<Announced>,
    pub now: Moment,
    /// The latest, as far as there is one.
    pub testimonial: Option<Told>,
    /// Ids, titles and languages of the latest.
    pub documents: Vec<(DocumentId, String, String)>,
}

pub fn home(view: &Home<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let lead = (words.home_lead)(&frame.site.name);
    let notice = view.farewell.map(|farewell| match farewell {
        Farewell::SignedOut => Notice::done(words.signed_out),
        Farewell::Erased => Notice::done(words.erased),
    });
    page(
        &Shell::new(frame, "").first().description(&lead).notices(notice),
        html! {
            div .aff-hero {
                h1 { (words.home_title) }
                p .lead { (lead) }
            }
            div .aff-cards { (door(view)) (seminars(view)) (forum(view)) }
            h2 { (words.done_by) }
            p { ((words.done_by_text)(&view.regions)) }
            (read(view))
            (whose(frame))
        },
    )
}

fn door(view: &Home<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let inside = frame.person.is_some();
    html! {
        section .aff-card.aff-next aria-labelledby="autodiagnosi" {
            h2 #autodiagnosi { (words.door) }
            p { ((words.door_text)(view.questions, view.minutes)) }
            p { (words.door_report) }
            p .aff-buttons {
                @if inside { a .btn.btn-primary href=(paths::AREA) { (words.door_enter) } }
                a .btn.(if inside { "btn-outline-primary" } else { "btn-primary" }) href=(paths::ASSESSMENT) { (words.door_how) }
                a .btn.btn-outline-primary href=(paths::BLANK) { (words.door_print) }
            }
        }
    }
}

fn seminars(view: &Home<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    html! {
        section .aff-card aria-labelledby="seminari" {
            h2 #seminari { (words.seminars) }
            p { (words.seminars_text) }
            @match &view.seminar {
                Some(card) => p {
                    @let city = if card.place.city.is_empty() { words.seminars_online } else { &card.place.city };
                    ((words.seminars_next)(&dates::moment(lang, card.starts_at), city))
                },
                None => p { (words.seminars_none) },
            }
            p .aff-buttons {
                @if let Some(card) = &view.seminar { a .btn.btn-outline-primary href=(paths::class_day(&card.id)) { (words.seminars_look) } }
                a .btn.btn-outline-primary href=(paths::SEMINARS) { (words.seminars_all) }
            }
        }
    }
}

fn forum(view: &Home<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    html! {
        section .aff-card aria-labelledby="forum" {
            h2 #forum { (words.forum) }
            p { (words.forum_text) }
            @match &view.forum {
                Some(day) => p { strong { (day.title) } ". " (day.told(lang, view.now)) "." },
                None => p { (words.forum_none) },
            }
            p .aff-buttons {
                @if let Some(day) = &view.forum { a .btn.btn-outline-primary href=(paths::forum_day(&day.id)) { (words.forum_look) } }
                a .btn.btn-outline-primary href=(paths::FORUM) { (words.forum_all) }
            }
        }
    }
}

/// What others tell and what there is to read; nothing where there is neither.
fn read(view: &Home<'_>) -> Markup {
    let words = words(view.frame.lang);
    html! {
        @if view.testimonial.is_some() || !view.documents.is_empty() {
            div .aff-cards {
                @if let Some(told) = &view.testimonial {
                    section .aff-card aria-labelledby="testimonianze" {
                        h2 #testimonianze { (words.told) }
                        p { a href=(paths::testimonial(&told.id)) lang="it" { (told.sheet.title) } " · " (ente(&told.ente)) }
                        p .aff-buttons { a .btn.btn-outline-primary href=(paths::TESTIMONIALS) { (words.told_all) } }
                    }
                }
                @if !view.documents.is_empty() {
                    section .aff-card aria-labelledby="documenti" {
                        h2 #documenti { (words.documents) }
                        ul { @for (id, title, language) in &view.documents { li { a href=(paths::document(id)) lang=(language) { (title) } } } }
                        p .aff-buttons { a .btn.btn-outline-primary href=(paths::DOCUMENTS) { (words.documents_all) } }
                    }
                }
            }
        }
    }
}

fn whose(frame: &Frame<'_>) -> Markup {
    let (site, words) = (frame.site, words(frame.lang));
    html! {
        h2 { (words.whose) }
        @if site.owner.is_empty() {
            p { (words.whose_nobody) }
        } @else {
            p { ((words.whose_text)(&site.owner)) }
        }
        @if let Some(edition) = &frame.edition { p { (name_and_dates(frame.lang, edition)) } }
        @let funders = frame.funders();
        @if !funders.statement.is_empty() { p { (funders.statement) } }
    }
}
