//! The form of a giornata: when, where, seats and terms, docenti, seats kept for some.

use maud::{Markup, html};

use super::to_planning;
use crate::domain::ids::Id;
use crate::seminars::schedule::Clashing;
use crate::seminars::schedule::form::{
    DayForm, DayOffer, Fault, LINE_MAX, LINK_MAX, ReservedForm, SessionForm, TEXT_MAX, control, field_of,
};
use crate::seminars::schedule::words::form::{Words, fault, words};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::{dates, paths};

/// The form as it is to be shown: empty, as kept, copied, or as it came back.
pub struct DayView<'a> {
    pub frame: &'a Frame<'a>,
    pub form: &'a DayForm,
    pub offer: DayOffer<'a>,
    /// Heading and line below it.
    pub title: &'a str,
    pub lead: &'a str,
    /// Where it is sent, and where one goes who gives up.
    pub action: &'a str,
    pub back: &'a str,
    pub seminar: (&'a str, &'a str),
    /// Whether a day is changed; so many are in.
    pub taken: Option<i64>,
    pub faults: &'a [Fault],
    pub conflict: bool,
    /// Who would have to be in two places at once; empty unless the form came back for it.
    pub clashes: &'a [Clashing],
}

impl DayView<'_> {
    fn words(&self) -> &'static Words {
        words(self.frame.lang)
    }

    fn told(&self, name: &str) -> Option<String> {
        self.faults.iter().find(|f| field_of(**f) == name).map(|f| fault(self.frame.lang, *f))
    }

    fn text(&self, name: &str, label: &str, value: &str) -> Markup {
        let told = self.told(name);
        let field = Field::new(name, label).value(value).longest(LINE_MAX).autocomplete("off").optional();
        fields::text(&field.error(told.as_deref()), self.frame.words())
    }

    fn area(&self, name: &str, (label, hint): (&str, &str), value: &str) -> Markup {
        let told = self.told(name);
        let field = Field::new(name, label).value(value).hint(hint).longest(TEXT_MAX).optional();
        fields::area(&field.error(told.as_deref()), 3, self.frame.words())
    }

    fn time(&self, name: &str, label: &str, (value, optional): (&str, bool)) -> Markup {
        let told = self.told(name);
        let field = Field::new(name, label).value(value).error(told.as_deref());
        fields::time(&if optional { field.optional_unmarked() } else { field }, self.frame.words())
    }
}

/// Who they are, and what has to be said before the hours change.
fn clashes(view: &DayView<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, view.words());
    html! {
        section .alert.alert-warning aria-labelledby="sovrapposizioni" {
            h2 #sovrapposizioni { (words.clashes_title) }
            p { (words.clashes_lead) }
            ul { @for one in view.clashes { li { ((words.clashing)(&one.name, &one.title, &dates::moment(lang, one.starts_at))) } } }
            (fields::hidden("sovrapposti", &view.clashes.len().to_string()))
            (fields::check("accetto", &html! { (words.clashes_accept) }, false, Some(&(words.clashes)(view.clashes.len())), view.frame.words()))
        }
    }
}

pub fn day_form(view: &DayView<'_>) -> Markup {
    let (frame, words) = (view.frame, view.words());
    let (planning, href) = to_planning(frame);
    let shell = Shell::new(frame, view.title).crumb(frame.words().desk, paths::DESK).crumb(planning, href);
    let shell = shell.crumb(view.seminar.0, view.seminar.1).notices(view.conflict.then(|| Notice::care(words.changed_meanwhile)));
    let mut faults: Vec<Wrong> = view.faults.iter().map(|f| Wrong { name: field_of(*f), text: fault(frame.lang, *f) }).collect();
    faults.extend((!view.clashes.is_empty()).then(|| Wrong { name: "accetto".to_owned(), text: (words.clashes)(view.clashes.len()) }));
    page(
        &shell,
        html! {
            (heading(view.title, Some(view.lead)))
            (fields::summary(frame.words(), &faults))
            form .aff-form method="post" action=(view.action) {
                @if !view.clashes.is_empty() { (clashes(view)) }
                (when(view))
                (whereabouts(view))
                (seats(view))
                (trainers(view))
                (reserved(view))
                (fields::hidden("visto", &view.form.seen.to_string()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (if view.taken.is_some() { words.save_change } else { words.save_draft }) }
                    a .btn.btn-outline-primary href=(view.back) { (words.give_up) }
                }
            }
        },
    )
}

fn when(view: &DayView<'_>) -> Markup {
    let (words, form, told) = (view.words(), view.form, view.told("giorno"));
    html! {
        h2 { (words.part_when) }
        (fields::date(&Field::new("giorno", words.day).value(&form.day).error(told.as_deref()), view.frame.words()))
        p .form-text { (words.sessions_hint) }
        @for (n, session) in form.sessions.iter().enumerate() { (one_session(view, n, session)) }
    }
}

fn one_session(view: &DayView<'_>, n: usize, session: &SessionForm) -> Markup {
    let words = view.words();
    html! {
        fieldset .aff-piece {
            legend { ((words.session)(n + 1)) }
            div .aff-pair {
                (view.time(&control("s", n, "dal"), words.from, (&session.from, n > 0)))
                (view.time(&control("s", n, "al"), words.to, (&session.to, n > 0)))
            }
            (view.text(&control("s", n, "tema"), words.topic, &session.topic))
        }
    }
}

fn whereabouts(view: &DayView<'_>) -> Markup {
    let (words, shared, form) = (view.words(), view.frame.words(), view.form);
    let place = &form.place;
    let (site, province, link) = (view.told("sede"), view.told("provincia"), view.told("collegamento"));
    let provinces: Vec<(String, String)> =
        view.offer.provinces.iter().map(|(plate, region)| (plate.clone(), format!("{plate}, {region}"))).collect();
    let named = Field::new("sede", words.place).value(&place.name).hint(words.place_hint).longest(LINE_MAX).autocomplete("off").optional();
    let of = Field::new("provincia", words.province).value(&place.province).optional();
    let online = Field::new("collegamento", words.link).value(&form.link).hint(words.link_hint).longest(LINK_MAX).autocomplete("off");
    html! {
        h2 { (words.part_where) }
        p .form-text { (words.where_hint) }
        (fields::text(&named.error(site.as_deref()), shared))
        (view.text("sala", words.room, &place.room))
        (view.text("indirizzo", words.address, &place.address))
        div .aff-pair {
            (view.text("citta", words.city, &place.city))
            (fields::select(&of.error(province.as_deref()), &provinces, shared))
        }
        (view.area("arrivare", (words.directions, words.directions_hint), &place.directions))
        (view.area("accessibilita", (words.accessibility, words.accessibility_hint), &place.accessibility))
        (fields::text(&online.optional().error(link.as_deref()), shared))
    }
}

fn seats(view: &DayView<'_>) -> Markup {
    let (words, shared, form) = (view.words(), view.frame.words(), view.form);
    let (seats, term, offer) = (view.told("posti"), view.told("termine"), view.told("offerta"));
    let taken = view.taken.map(words.seats_in);
    let field = Field::new("posti", words.seats).value(&form.seats).error(seats.as_deref());
    let field = if let Some(taken) = &taken { field.hint(taken) } else { field };
    let until = Field::new("offerta", words.offer).value(&form.offer).hint(words.offer_hint).optional().error(offer.as_deref());
    html! {
        h2 { (words.part_seats) }
        (fields::number(&field, None, false, shared))
        div .aff-pair {
            (fields::date(&Field::new("termine", words.term_day).value(&form.term_day).error(term.as_deref()), shared))
            (view.time("termine-ora", words.term_hour, (&form.term_hour, false)))
        }
        (fields::number(&until, Some(words.offer_unit), false, shared))
    }
}

fn trainers(view: &DayView<'_>) -> Markup {
    let (words, form) = (view.words(), view.form);
    let choices: Vec<Choice> =
        view.offer.teachers.iter().map(|t| Choice::new(t.id.as_str(), &t.name, form.trainers.contains(&t.id))).collect();
    html! {
        h2 { (words.part_trainers) }
        @if choices.is_empty() { p { (words.no_trainers) } } @else {
            (fields::group(&Group::checks("docente", html! { (words.trainers) }).choices(choices), view.frame.words()))
        }
    }
}

fn reserved(view: &DayView<'_>) -> Markup {
    let words = view.words();
    html! {
        h2 { (words.part_reserved) }
        p .form-text { (words.reserved_hint) }
        @for (n, row) in view.form.reserved.iter().enumerate() { (one_reserved(view, n, row)) }
    }
}

fn one_reserved(view: &DayView<'_>, n: usize, row: &ReservedForm) -> Markup {
    let (words, shared) = (view.words(), view.frame.words());
    let [ente, province, seats, release] = ["ente", "provincia", "posti", "fino"].map(|what| control("r", n, what));
    let told = [&ente, &province, &seats, &release].map(|name| view.told(name));
    let plates: Vec<(String, String)> =
        view.offer.provinces.iter().map(|(plate, region)| (plate.clone(), format!("{plate}, {region}"))).collect();
    let wrong = told.iter().any(Option::is_some);
    let used = ![&row.ente, &row.province, &row.seats, &row.release].into_iter().all(String::is_empty);
    let who = Field::new(&ente, words.keeper_ente).value(&row.ente).hint(words.keeper_ente_hint).longest(LINE_MAX).autocomplete("off");
    let of = Field::new(&province, words.keeper_province).value(&row.province).optional_unmarked();
    let many = Field::new(&seats, words.kept_seats).value(&row.seats).optional_unmarked();
    let until = Field::new(&release, words.release).value(&row.release).optional_unmarked();
    html! {
        details .aff-more.aff-piece open[n == 0 || used || wrong] {
            summary { ((words.reservation)(n + 1)) }
            (fields::text(&who.optional_unmarked().error(told[0].as_deref()), shared))
            (fields::select(&of.error(told[1].as_deref()), &plates, shared))
            div .aff-pair {
                (fields::number(&many.error(told[2].as_deref()), None, false, shared))
                (fields::date(&until.error(told[3].as_deref()), shared))
            }
        }
    }
}
