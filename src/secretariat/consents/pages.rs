//! The referente's page on who may read, and the report as the segreteria sees it.

use maud::{Markup, html};

use super::words::words;
use super::{Consent, Reading};
use crate::domain::ids::{AssessmentId, EnteId};
use crate::secretariat::words::words as desk;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::{dates, fields, paths};

pub struct Asking<'a> {
    pub frame: &'a Frame<'a>,
    pub id: &'a AssessmentId,
    /// The ente acted for: a form of another tab does nothing.
    pub ente: &'a EnteId,
    pub consents: &'a [Consent],
    pub readings: &'a [Reading],
    pub notice: Option<Notice>,
}

pub fn asking(view: &Asking<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let now = view.consents.iter().find(|consent| consent.revoked.is_none());
    let shell = Shell::new(frame, words.title).crumb(words.area, paths::AREA).crumb(words.own, paths::OWN_ASSESSMENT);
    let action = if now.is_some() { paths::reading_revocation(view.id) } else { paths::reading_consent(view.id) };
    page(
        &shell.notices(view.notice.clone()),
        html! {
            (heading(words.title, Some(words.lead)))
            p { strong { @match now {
                Some(consent) => ((words.now_yes)(&consent.given_by, &dates::day(frame.lang, consent.given_at.day()))),
                None => (words.now_not),
            } } }
            p { (words.what_it_means) }
            form method="post" action=(action) {
                (fields::hidden("ente", &view.ente.to_string()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (if now.is_some() { words.revoke } else { words.give }) }
                    a .btn.btn-outline-primary href=(paths::OWN_ASSESSMENT) { (words.back) }
                }
            }
            (history(view))
        },
    )
}

fn history(view: &Asking<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    html! {
        h2 { (words.readings) }
        @if view.readings.is_empty() { p { (words.no_readings) } } @else {
            ul { @for reading in view.readings { li { ((words.reading)(&reading.by, &dates::moment(lang, reading.at))) } } }
        }
        @if !view.consents.is_empty() {
            h2 { (words.history) }
            ul { @for consent in view.consents { li {
                ((words.history_line)(&consent.given_by, &dates::moment(lang, consent.given_at)))
                @if let Some((at, by)) = &consent.revoked { "; " ((words.history_revoked)(by, &dates::moment(lang, *at))) }
            } } }
        }
    }
}

/// The report of an ente that lets the segreteria read it.
pub fn read(frame: &Frame<'_>, id: &EnteId, ente: &str, body: &Markup) -> Markup {
    let words = words(frame.lang);
    let shell = Shell::new(frame, words.report)
        .crumb(desk(frame.lang).desk, paths::DESK)
        .crumb(words.enti, paths::ENTI)
        .crumb(ente, paths::ente(id))
        .notice(Notice::care(words.allowed));
    page(&shell, html! { (body) })
}
