//! Pages that ask before something is done, each with one question: withdrawal, substitution, colleagues, the link of a reminder.

use maud::{Markup, html};

use super::{facts, refusal};
use crate::domain::enrolment::{Refusal, Standing};
use crate::domain::ids::{ClassDayId, EnteId};
use crate::seminars::enrolment::words::{Words, words};
use crate::seminars::enrolment::{Choice, Outcome, OwnDay, Told};
use crate::ui::fields::{self, Group, Wrong};
use crate::ui::page::{Frame, Notice, Shell, Tone, alert, heading, page};
use crate::ui::{fields::Choice as Row, paths};

fn shell<'a>(frame: &'a Frame<'a>, title: &str, told: &Told) -> Shell<'a> {
    let words = words(frame.lang);
    Shell::new(frame, title).crumb(words.seminars, paths::SEMINARS).crumb(told.title.clone(), paths::class_day(&told.day))
}

fn back(words: &Words, day: &ClassDayId) -> Markup {
    html! { a .btn.btn-outline-primary href=(paths::class_day(day)) { (words.keep) } }
}

/// Whether one does not come; `colleague` is the name of whom the referente speaks of.
pub fn withdrawal(frame: &Frame<'_>, day: &OwnDay, colleague: Option<&str>) -> Markup {
    let words = words(frame.lang);
    let question = colleague.map_or_else(|| words.withdrawal_own.to_owned(), words.withdrawal_of);
    page(
        &shell(frame, words.withdrawal, &day.told),
        html! {
            (heading(&question, Some(&day.told.title)))
            (facts(frame, &day.told))
            @if day.own.standing.holds_a_seat() { p { (words.withdrawal_text) } }
            p { (words.withdrawal_back) }
            form method="post" action=(paths::enrolment_withdrawal(&day.own.id)) {
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.withdrawal_yes) }
                    (back(words, &day.told.day))
                }
            }
        },
    )
}

/// Who goes instead. `wrong` is what came of the last choice.
pub fn substitution(frame: &Frame<'_>, (day, name): (&OwnDay, &str), choices: &[Choice], wrong: Option<&str>) -> Markup {
    let words = words(frame.lang);
    let faults: Vec<Wrong> = wrong.iter().map(|text| Wrong { name: "persona".into(), text: (*text).to_owned() }).collect();
    let rows = choices.iter().map(|one| Row::new(one.person.to_string(), &reads(one, words), false)).collect();
    page(
        &shell(frame, words.substitution, &day.told),
        html! {
            (heading(words.substitution, Some(&day.told.title)))
            (fields::summary(frame.words(), &faults))
            (facts(frame, &day.told))
            p { ((words.substitution_text)(name)) }
            @if choices.is_empty() {
                p { (words.substitution_none) }
                p .aff-buttons { (back(words, &day.told.day)) }
            } @else {
                form .aff-form method="post" action=(paths::enrolment_substitution(&day.own.id)) {
                    (fields::group(&Group::radios("persona", html! { (words.substitution_who) }).choices(rows).error(wrong), frame.words()))
                    p .aff-buttons {
                        button .btn.btn-primary type="submit" { (words.substitution_yes) }
                        (back(words, &day.told.day))
                    }
                }
            }
        },
    )
}

fn reads(one: &Choice, words: &Words) -> String {
    let standing = one.standing.map(|standing| (words.standing)(standing).to_owned());
    let parts = [Some(one.name.clone()), Some(one.qualifica.clone()).filter(|text| !text.is_empty()), standing];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The people of the ente, to be enrolled together.
pub struct ColleaguesPage<'a> {
    pub frame: &'a Frame<'a>,
    pub ente: &'a EnteId,
    pub told: &'a Told,
    pub choices: &'a [Choice],
    pub wrong: Option<&'a str>,
}

pub fn colleagues(view: &ColleaguesPage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let faults: Vec<Wrong> = view.wrong.iter().map(|text| Wrong { name: "persona".into(), text: (*text).to_owned() }).collect();
    let free: Vec<&Choice> = view.choices.iter().filter(|one| one.standing.is_none()).collect();
    let rows = free.iter().map(|one| Row::new(one.person.to_string(), &reads(one, words), false)).collect();
    page(
        &shell(frame, words.colleagues, view.told),
        html! {
            (heading(words.colleagues, Some(&view.told.title)))
            (fields::summary(frame.words(), &faults))
            (facts(frame, view.told))
            @if free.is_empty() {
                p { (words.nobody_to_enrol) }
            } @else {
                p { (words.colleagues_text) }
                form .aff-form method="post" action=(paths::colleagues_enrolment(&view.told.day)) {
                    (fields::hidden("ente", &view.ente.to_string()))
                    (fields::group(&Group::checks("persona", html! { (words.colleagues_who) }).choices(rows).error(view.wrong), frame.words()))
                    p .aff-buttons { button .btn.btn-primary type="submit" { (words.colleagues_yes) } (back(words, &view.told.day)) }
                }
            }
            p { a href=(paths::OWN_PEOPLE) { (words.add_people) } }
        },
    )
}

/// What came of the request for each of several.
pub fn outcomes(frame: &Frame<'_>, told: &Told, outcomes: &[Outcome]) -> Markup {
    let words = words(frame.lang);
    let reads = |outcome: &Outcome| match &outcome.came {
        Ok(standing) => (words.standing)(*standing).to_owned(),
        Err(why) => refusal(frame, why),
    };
    page(
        &shell(frame, words.outcome_title, told),
        html! {
            (heading(words.outcome_title, Some(&told.title)))
            ul .aff-list { @for outcome in outcomes { li { strong { (outcome.name) } ": " (reads(outcome)) } } }
            p .aff-buttons { a .btn.btn-primary href=(paths::class_day(&told.day)) { (told.title) } }
        },
    )
}

/// The link of a reminder.
pub struct LinkPage<'a> {
    pub frame: &'a Frame<'a>,
    pub told: &'a Told,
    pub name: &'a str,
    pub standing: Standing,
    pub token: &'a str,
    /// Why nothing can be done any more.
    pub over: Option<Refusal>,
    pub done: bool,
}

pub fn linked(view: &LinkPage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let notice = view.done.then(|| Notice::done(words.link_done));
    page(
        &Shell::new(frame, words.link_title).notices(notice).without_opinion(),
        html! {
            (heading(words.link_title, Some(&view.told.title)))
            (facts(frame, view.told))
            @if let Some(over) = &view.over {
                (alert(Tone::Info, &html! { (refusal(frame, over)) }))
            } @else if view.standing == Standing::Out {
                @if !view.done { (alert(Tone::Info, &html! { (words.link_over) })) }
            } @else {
                p { ((words.link_text)(view.name)) }
                form method="post" action=(paths::cannot_come(view.token)) {
                    p .aff-buttons { button .btn.btn-primary type="submit" { (words.link_yes) } }
                }
            }
            p { a href=(paths::class_day(&view.told.day)) { (view.told.title) } " · " a href=(paths::OWN_SEMINARS) { (words.own_seminars) } }
        },
    )
}

/// A link that never was, or that a later one has replaced.
pub fn unknown_link(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.link_unknown).without_opinion(),
        html! {
            (heading(words.link_unknown, None))
            p { (words.link_unknown_text) }
            p .aff-buttons { a .btn.btn-primary href=(paths::OWN_SEMINARS) { (words.own_seminars) } }
        },
    )
}
