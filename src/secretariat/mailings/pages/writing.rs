//! A mailing that is being written: whom it is for, who is left out and why, the message as it will be.

use maud::{Markup, html};

use super::filters;
use crate::domain::edition::Edition;
use crate::domain::ids::MailingId;
use crate::domain::letter::Letter;
use crate::platform::config::Config;
use crate::platform::mail::Reader;
use crate::secretariat::mailings::words::{Fault, fault, outcome, words};
use crate::secretariat::mailings::{LATELY_DAYS, PARAGRAPH_MAX, Plan};
use crate::secretariat::words::words as desk;
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::listing::Listing;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::{dates, mail, paths};

pub struct Writing<'a> {
    pub frame: &'a Frame<'a>,
    pub config: &'a Config,
    pub edition: &'a Edition,
    pub listing: &'a Listing,
    pub plan: &'a Plan,
    pub id: MailingId,
    pub paragraph: &'a str,
    /// The message to the first of them; none when there is nobody.
    pub letter: Option<Letter>,
    pub faults: Vec<Fault>,
    pub notice: Option<Notice>,
}

pub fn writing(view: &Writing<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let place = |of: Fault| if of == Fault::Nobody { "a-chi" } else { "testo" };
    let says = |of: &Fault| Wrong { name: place(*of).into(), text: fault(frame.lang, *of, PARAGRAPH_MAX) };
    let wrong: Vec<Wrong> = view.faults.iter().map(says).collect();
    let shell = Shell::new(frame, words.new).crumb(desk(frame.lang).desk, paths::DESK).crumb(words.mailings, paths::MAILINGS);
    page(
        &shell.notices(view.notice.clone()),
        html! {
            (heading(words.new, Some(&view.edition.name)))
            (fields::summary(frame.words(), &wrong))
            (whom(view))
            @if view.letter.is_some() { (form(view)) }
        },
    )
}

fn whom(view: &Writing<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let go = i64::try_from(view.plan.go.len()).unwrap_or(i64::MAX);
    html! {
        h2 #a-chi { (words.whom) }
        p { (words.which) ": " (filters(frame.lang, view.listing)) ". " a href=(format!("{}{}", paths::ENTI, view.listing.query())) { (words.change) } }
        p .lead role="status" { ((words.go)(go, &dates::count(frame.lang, go))) }
        @let reasons = view.plan.reasons();
        @if !reasons.is_empty() {
            p { (words.stay) }
            ul { @for (why, count) in reasons { li { (dates::count(frame.lang, count as i64)) ": " (outcome(frame.lang, why, LATELY_DAYS)) } } }
        }
        p { (words.pec) " " a href=(paths::edition_codes(&view.edition.id)) { (words.pec_instead) } }
    }
}

fn form(view: &Writing<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let go = view.plan.go.len();
    let error = view.faults.first().map(|f| fault(frame.lang, *f, PARAGRAPH_MAX));
    let field = Field::new("testo", words.text).value(view.paragraph).hint(words.text_hint).longest(PARAGRAPH_MAX).error(error.as_deref());
    html! {
        form method="post" action=(paths::NEW_MAILING) {
            (fields::hidden("invio", &view.id.to_string()))
            (fields::hidden("scelta", &view.listing.query()))
            (fields::hidden("quanti", &go.to_string()))
            (fields::hidden("letto", view.paragraph))
            h2 { (words.message) }
            (fields::area(&field, 8, frame.words()))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" name="azione" value="anteprima" { (words.look) } }
            (message(view))
            p .aff-buttons {
                button .btn.btn-primary type="submit" name="azione" value="invia" { ((words.send)(go as i64, &dates::count(frame.lang, go as i64))) }
                a .btn.btn-outline-primary href=(format!("{}{}", paths::ENTI, view.listing.query())) { (words.give_up) }
            }
        }
    }
}

/// As its first reader will have it.
fn message(view: &Writing<'_>) -> Markup {
    let words = words(view.frame.lang);
    html! {
        @if let Some(letter) = &view.letter {
            h3 { (words.as_it_will_be) }
            p { (words.subject) ": " strong lang=(letter.lang.as_str()) { (letter.subject) } }
            pre .aff-message lang=(letter.lang.as_str()) { (mail::write(letter, &Reader { name: "", has_account: false }, view.config).text) }
        }
    }
}
