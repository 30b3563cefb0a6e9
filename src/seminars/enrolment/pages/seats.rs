//! The box of a day: seats left in words, how one stands, what one may do, or what prevents it and until when.

use maud::{Markup, html};

use super::{actions, refusal, standing};
use crate::domain::enrolment::{Prospect, Standing};
use crate::domain::seminar::State;
use crate::seminars::enrolment::words::{Words, words};
use crate::seminars::enrolment::{Line, MemberView, SeatsView};
use crate::ui::page::Frame;
use crate::ui::{dates, fields, paths};

/// Stands on the page of the day, under a heading of its own.
pub fn seats(frame: &Frame<'_>, view: &SeatsView) -> Markup {
    let words = words(frame.lang);
    let own = view.own.as_ref().filter(|own| own.standing != Standing::Out);
    let open = view.state == State::Published && view.now < view.starts_at;
    html! {
        section .aff-card.aff-seats #iscrizione aria-labelledby="iscrizione-titolo" {
            h2 #iscrizione-titolo { (words.seats) }
            @if open { (free(frame, view, words)) }
            @match own {
                Some(own) => {
                    p { strong { (standing(frame, own)) } }
                    @if open { (actions(frame, own, "")) }
                }
                None => (asking(frame, view, words)),
            }
            @if let Some(acting) = &view.acting { (colleagues(frame, view, acting)) }
        }
    }
}

fn free(frame: &Frame<'_>, view: &SeatsView, words: &Words) -> Markup {
    let in_already = view.own.as_ref().is_some_and(|own| own.standing != Standing::Out);
    html! {
        p {
            ((words.free)(if view.prospect == Prospect::Seat { view.left } else { 0 }))
            @if let (Prospect::Waits(place), false) = (view.prospect, in_already) { " " ((words.would_wait)(place)) }
        }
        @if let (true, Some(at)) = (view.keeps_for_others, view.released_at) {
            p .aff-quiet { ((words.kept_for_others)(&dates::moment(frame.lang, at))) }
        }
        @if !in_already && view.now < view.enrol_by { p .aff-quiet { ((words.until)(&dates::moment(frame.lang, view.enrol_by))) } }
    }
}

/// For who is not on the list: the button, or what prevents it.
fn asking(frame: &Frame<'_>, view: &SeatsView, words: &Words) -> Markup {
    let prevents = view.acting.as_ref().and_then(|acting| acting.prevents.as_ref());
    let label = if view.prospect == Prospect::Seat { words.enrol } else { words.enrol_waiting };
    html! {
        @if let Some(prevents) = prevents {
            p { (refusal(frame, prevents)) }
        } @else if let Some(closed) = view.closed() {
            p { (refusal(frame, &closed)) }
        } @else if let Some(acting) = &view.acting {
            form method="post" action=(paths::enrolment(&view.told.day)) {
                (fields::hidden("ente", &acting.ente.to_string()))
                p .aff-buttons { button .btn.btn-primary type="submit" { (label) } }
            }
        } @else if view.signed_in {
            p { (words.no_ente) }
        } @else {
            p { (words.sign_in_text) }
            p .aff-buttons { a .btn.btn-primary href=(paths::sign_in(&paths::class_day(&view.told.day))) { (words.sign_in) } }
        }
    }
}

/// Who else of the ente is on the list; the referente acts for them.
fn colleagues(frame: &Frame<'_>, view: &SeatsView, acting: &MemberView) -> Markup {
    let words = words(frame.lang);
    let open = view.state == State::Published && view.now < view.starts_at;
    html! {
        h3 { (words.of_your_ente) }
        @if acting.colleagues.is_empty() { p { (words.nobody_of_ente) } } @else {
            ul .aff-list {
                @for line in &acting.colleagues { li { (colleague(frame, line, acting.coordinates && open)) } }
            }
        }
        @if acting.coordinates && acting.may_enrol_colleagues {
            p .aff-buttons { a .btn.btn-outline-primary href=(paths::colleagues_enrolment(&view.told.day)) { (words.enrol_colleagues) } }
        }
    }
}

fn colleague(frame: &Frame<'_>, line: &Line, may_act: bool) -> Markup {
    let words = words(frame.lang);
    let (name, id) = (&line.listed.name, &line.listed.id);
    html! {
        strong { (name) } " · " (state(frame, line))
        @if may_act {
            " · " a href=(paths::enrolment_withdrawal(id)) { (words.colleague_does_not_come) span .visually-hidden { ": " (name) } }
            @if line.standing == Standing::Seated {
                " · " a href=(paths::enrolment_substitution(id)) { (words.colleague_instead) span .visually-hidden { ": " (name) } }
            }
        }
    }
}

/// "in attesa, 4º", "posto offerto fino a …".
pub(super) fn state(frame: &Frame<'_>, line: &Line) -> String {
    let (words, desk) = (words(frame.lang), crate::seminars::enrolment::words::desk(frame.lang));
    let standing = (words.standing)(line.standing);
    match (line.standing, line.place, line.offer_until, line.why) {
        (Standing::Waiting, Some(place), ..) => (desk.place)(place),
        (Standing::Offered, _, Some(until), _) => format!("{standing} {}", (desk.until)(&dates::moment(frame.lang, until))),
        (Standing::Out, _, _, Some(why)) => (words.why)(why).to_owned(),
        _ => standing.to_owned(),
    }
}
