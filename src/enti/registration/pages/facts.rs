//! What the funder asks, for whoever has not told it yet; and for the segreteria with somebody on the telephone.

use maud::{Markup, html};

use super::fields as shared;
use crate::domain::edition::Edition;
use crate::enti::registration::Participant;
use crate::enti::registration::form::{Form, asked, wants_qualifica};
use crate::enti::registration::words::words;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;

/// `edition`: the one that asks; none where none runs. `saved` after the form was taken. The qualifica is asked where an
/// appointment has none.
pub fn facts(frame: &Frame<'_>, edition: Option<&Edition>, form: &Form, saved: bool) -> Markup {
    let words = words(frame.lang);
    let shell = Shell::new(frame, words.facts_title).crumb(words.area, paths::AREA);
    let unstyled = wants_qualifica(edition) && form.qualifica.is_empty();
    let asking = edition.filter(|edition| unstyled || asked(Some(edition)).next().is_some());
    page(
        &shell.notices(saved.then(|| Notice::done(words.facts_saved))),
        html! {
            (heading(words.facts_title, None))
            @if let Some(edition) = asking {
                p .lead { ((words.facts_lead)(&edition.name)) }
                (shared::summary(frame, form))
                form .aff-form method="post" action=(paths::FACTS) {
                    @if unstyled { (shared::qualifica(frame, form, Some(edition))) }
                    @for one in asked(Some(edition)) { (shared::asked_field(frame, form, one)) }
                    p .aff-buttons {
                        button .btn.btn-primary type="submit" { (words.facts_save) }
                        a .btn.btn-outline-primary href=(paths::AREA) { (words.to_area) }
                    }
                }
            } @else {
                p { (words.facts_none) }
                p .aff-buttons { a .btn.btn-primary href=(paths::AREA) { (words.to_area) } }
            }
        },
    )
}

/// What the segreteria notes of somebody who is on the telephone: what is known already stands there.
pub fn facts_of(frame: &Frame<'_>, edition: &Edition, of: &Participant, form: &Form) -> Markup {
    let words = words(frame.lang);
    let title = (words.facts_of)(&of.name);
    let styled = wants_qualifica(Some(edition)) && of.unstyled;
    page(
        &Shell::new(frame, &*title)
            .crumb(words.desk, paths::DESK)
            .crumb(words.reporting, paths::REPORTING)
            .crumb(&*of.name, paths::person(&of.id))
            .without_opinion(),
        html! {
            (heading(&title, Some(words.facts_of_lead)))
            (shared::summary(frame, form))
            form .aff-form method="post" action=(paths::person_facts(&of.id)) {
                @if styled { (shared::qualifica(frame, form, None)) }
                @for one in asked(Some(edition)) { (shared::asked_field(frame, form, one)) }
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.facts_of_save) }
                    a .btn.btn-outline-primary href=(paths::REPORTING) { (words.facts_of_back) }
                }
            }
        },
    )
}
