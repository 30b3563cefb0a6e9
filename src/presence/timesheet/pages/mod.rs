//! Pages of the hours of who teaches; the sheet to sign is set in `sheet`.

mod sheet;

use maud::{Markup, html};

use super::words::{fault, words};
use super::{Draft, Fault, Line, TOPIC_MAX, total};
use crate::domain::moment::Moment;
use crate::presence::words as shared;
use crate::ui::fields::{self, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub use sheet::sheet;

pub struct Own<'a> {
    pub frame: &'a Frame<'a>,
    pub lines: &'a [Line],
    pub now: Moment,
    pub back: Option<(&'a Draft, Fault)>,
    pub notice: Option<Notice>,
}

pub fn own(view: &Own<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let wrong: Vec<Wrong> = view
        .back
        .iter()
        .map(|(draft, why)| {
            let n = view.lines.iter().position(|line| line.session.id == draft.session).unwrap_or(0);
            Wrong { name: format!("{}-{n}", field(*why)), text: fault(frame.lang, *why).to_owned() }
        })
        .collect();
    page(
        &Shell::new(frame, words.own).crumb(shared::words(frame.lang).teaching, paths::TEACHING).notices(view.notice.clone()),
        html! {
            (heading(words.own, Some(words.own_lead)))
            (fields::summary(frame.words(), &wrong))
            @if view.lines.is_empty() { p { (words.nothing) } } @else {
                p { ((words.total)(&dates::length(frame.lang, total(view.lines)))) }
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::OWN_HOURS_PDF) { (words.print) } }
                ul .aff-roll { @for (n, line) in view.lines.iter().enumerate() { (one(view, n, line)) } }
            }
        },
    )
}

fn field(fault: Fault) -> &'static str {
    if fault == Fault::Minutes { "ore" } else { "argomento" }
}

fn one(view: &Own<'_>, n: usize, line: &Line) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let back = view.back.filter(|(draft, _)| draft.session == line.session.id);
    let typed = |back: Option<&String>, kept: String| back.cloned().unwrap_or(kept);
    let topic = typed(back.map(|(draft, _)| &draft.topic), line.topic().to_owned());
    let hours = typed(back.map(|(draft, _)| &draft.hours), (line.minutes() / 60).to_string());
    let minutes = typed(back.map(|(draft, _)| &draft.minutes), (line.minutes() % 60).to_string());
    let wrong = |name: &str| back.map(|(_, why)| why).filter(|why| field(*why) == name).map(|why| fault(lang, why));
    html! {
        li {
            h2 .h5 { (dates::weekday(lang, line.session.starts_at.day())) ", " (shared::session(lang, &line.session)) }
            p .aff-roll-about { (line.title) @if !line.city.is_empty() { " · " (line.city) } }
            form method="post" action=(paths::OWN_HOURS) {
                (fields::hidden("sessione", &line.session.id.to_string()))
                (input("argomento", n, (words.topic, &topic), TOPIC_MAX, wrong("argomento")))
                div .aff-taps {
                    (input("ore", n, (words.hours, &hours), 2, wrong("ore")))
                    (input("minuti", n, (words.minutes, &minutes), 2, None))
                }
                button .btn.(if line.confirmed.is_some() { "btn-outline-primary" } else { "btn-primary" }) type="submit" {
                    @if line.confirmed.is_some() { (words.confirm_again) } @else { (words.confirm) }
                }
                @match &line.confirmed {
                    Some(said) => p .aff-roll-note { ((words.confirmed)(&dates::lately(lang, said.at, view.now))) },
                    None => p .aff-roll-note { (words.to_confirm) },
                }
            }
        }
    }
}

fn input(name: &str, n: usize, (label, value): (&str, &str), longest: usize, wrong: Option<&str>) -> Markup {
    let id = format!("{name}-{n}");
    html! {
        div .(if longest > 2 { "aff-field" } else { "aff-minutes" }) {
            label .active for=(id) { (label) }
            @if let Some(text) = wrong { p .aff-error id={ (id) "-errore" } { (text) } }
            input .form-control.is-invalid[wrong.is_some()] type="text" id=(id) name=(name) value=(value) maxlength=(longest)
                inputmode=[(longest <= 2).then_some("numeric")] aria-invalid=[wrong.map(|_| "true")]
                aria-describedby=[wrong.map(|_| format!("{id}-errore"))];
        }
    }
}

/// The hours of all docenti at the desk.
pub fn desk(frame: &Frame<'_>, edition: Option<&str>, lines: &[Line]) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let columns = [
        Column::new(words.name),
        Column::new(words.day),
        Column::new(words.session),
        Column::new(words.seminar),
        Column::new(words.topic),
        Column::new(words.hours).figures(),
        Column::new(words.confirmed_on),
    ];
    let rows = html! {
        @for line in lines {
            tr {
                th scope="row" { (line.name) }
                td { a href=(paths::teaching_day(&line.day)) { (dates::short(line.session.starts_at.day())) } }
                td { (shared::session(lang, &line.session)) }
                td { (line.title) }
                td { (line.topic()) }
                td .aff-figures { (dates::length(lang, line.minutes())) }
                td { @match &line.confirmed { Some(said) => (dates::short(said.at.day())), None => (words.to_confirm) } }
            }
        }
    };
    let mut people: Vec<(&crate::domain::ids::PersonId, &str)> = lines.iter().map(|line| (&line.person, line.name.as_str())).collect();
    people.dedup();
    page(
        &Shell::new(frame, words.desk).crumb(shared::words(lang).desk, paths::DESK),
        html! {
            (heading(words.desk, edition))
            p { (words.desk_lead) }
            @if lines.is_empty() { p { (words.nothing) } } @else {
                p { ((words.total)(&dates::length(lang, total(lines)))) }
                p .aff-buttons {
                    a .btn.btn-primary href={ (paths::HOURS) ".xlsx" } { (words.xlsx) }
                    a .btn.btn-outline-primary href={ (paths::HOURS) ".csv" } { (words.csv) }
                }
                (table("ore", words.caption, &columns, rows, frame.words()))
                ul { @for (person, name) in people { li { a href=(paths::hours_pdf(person)) { ((words.sheet_of)(name)) } } } }
            }
        },
    )
}
