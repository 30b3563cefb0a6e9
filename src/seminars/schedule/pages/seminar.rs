//! A seminar at the desk: its form, its text and its days.

use maud::{Markup, html};

use super::{paragraphs, term, to_planning};
use crate::domain::ids::EditionId;
use crate::domain::moment::Moment;
use crate::seminars::schedule::form::{LINE_MAX, SeminarFault, SeminarForm, TEXT_MAX};
use crate::seminars::schedule::words::form::{seminar_fault, words};
use crate::seminars::schedule::words::planning::words as planning;
use crate::seminars::schedule::words::{city, hours, state};
use crate::seminars::schedule::{Card, SeminarSheet};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

/// The form as it is to be shown: empty, as kept, or as it came back.
pub struct SeminarView<'a> {
    pub frame: &'a Frame<'a>,
    pub form: &'a SeminarForm,
    pub edition: &'a str,
    /// Where it is sent.
    pub action: &'a str,
    /// Themes to choose from; none: any is typed.
    pub themes: &'a [String],
    /// Editions that a new seminar could belong to instead.
    pub others: &'a [(EditionId, String)],
    /// What is being changed; none for a new one.
    pub of: Option<&'a SeminarSheet>,
    pub faults: &'a [SeminarFault],
    pub conflict: bool,
}

fn field_of(fault: SeminarFault) -> &'static str {
    match fault {
        SeminarFault::NoTheme => "tema",
        SeminarFault::NoTitle => "titolo",
        SeminarFault::NoDescription => "descrizione",
        SeminarFault::NoAudience => "destinatari",
        SeminarFault::TooLong(name) => name,
    }
}

impl SeminarView<'_> {
    fn told(&self, name: &str) -> Option<&'static str> {
        self.faults.iter().find(|fault| field_of(**fault) == name).map(|fault| seminar_fault(self.frame.lang, *fault))
    }
}

pub fn seminar_form(view: &SeminarView<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let title = view.of.map_or_else(|| words.new_seminar.to_owned(), |sheet| (words.change_seminar)(&sheet.seminar.title));
    let (planning, href) = to_planning(frame);
    let notice = view.conflict.then(|| Notice::care(words.changed_meanwhile));
    let faults: Vec<Wrong> =
        view.faults.iter().map(|f| Wrong { name: field_of(*f).to_owned(), text: seminar_fault(frame.lang, *f).to_owned() }).collect();
    let shell = Shell::new(frame, &title).crumb(frame.words().desk, paths::DESK).crumb(planning, href).notices(notice);
    let back = view.of.map_or_else(|| paths::PLANNING.to_owned(), |sheet| paths::seminar(&sheet.seminar.id));
    page(
        &shell,
        html! {
            (heading(&title, Some(&(words.seminar_lead)(view.edition))))
            @if !view.others.is_empty() {
                p { (words.other_editions) @for (id, name) in view.others { " " a href=(paths::new_seminar_of(id)) { (name) } } }
            }
            (fields::summary(frame.words(), &faults))
            form .aff-form method="post" action=(view.action) {
                (theme(view))
                (texts(view))
                (fields::hidden("visto", &view.form.seen.to_string()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.save_seminar) }
                    a .btn.btn-outline-primary href=(back) { (words.give_up) }
                }
            }
        },
    )
}

fn theme(view: &SeminarView<'_>) -> Markup {
    let (words, form) = (words(view.frame.lang), view.form);
    if view.themes.is_empty() {
        let field = Field::new("tema", words.theme).value(&form.theme).longest(LINE_MAX).autocomplete("off");
        return fields::text(&field.error(view.told("tema")), view.frame.words());
    }
    let choices = view.themes.iter().map(|theme| Choice::new(theme.as_str(), theme, *theme == form.theme)).collect();
    let group = Group::radios("tema", html! { (words.theme) }).choices(choices).hint(html! { (words.theme_hint) });
    fields::group(&group.error(view.told("tema")), view.frame.words())
}

fn texts(view: &SeminarView<'_>) -> Markup {
    let (words, shared, form) = (words(view.frame.lang), view.frame.words(), view.form);
    let title = Field::new("titolo", words.title).value(&form.title).longest(LINE_MAX).autocomplete("off");
    let about = Field::new("descrizione", words.description).value(&form.description).hint(words.description_hint).longest(TEXT_MAX);
    let audience = Field::new("destinatari", words.audience).value(&form.audience).hint(words.audience_hint).longest(TEXT_MAX);
    let before = Field::new("prerequisiti", words.prerequisites).value(&form.prerequisites).longest(TEXT_MAX).optional();
    html! {
        (fields::text(&title.error(view.told("titolo")), shared))
        (fields::area(&about.error(view.told("descrizione")), 8, shared))
        (fields::area(&audience.error(view.told("destinatari")), 3, shared))
        (fields::area(&before.error(view.told("prerequisiti")), 3, shared))
    }
}

/// Before the first edition there is nothing that a seminar could belong to.
pub fn no_edition(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    let (planning, href) = to_planning(frame);
    page(
        &Shell::new(frame, words.new_seminar).crumb(frame.words().desk, paths::DESK).crumb(planning, href),
        html! {
            (heading(words.new_seminar, None))
            div .aff-box {
                p { (words.no_edition) }
                p { (words.no_edition_what) }
                p .aff-buttons { a .btn.btn-primary href=(paths::NEW_EDITION) { (words.write_edition) } }
            }
        },
    )
}

/// A seminar with its days.
pub struct OneSeminar<'a> {
    pub frame: &'a Frame<'a>,
    pub sheet: &'a SeminarSheet,
    pub days: Vec<Card>,
    pub now: Moment,
    pub notice: Option<Notice>,
}

pub fn one_seminar(view: &OneSeminar<'_>) -> Markup {
    let (frame, words) = (view.frame, planning(view.frame.lang));
    let seminar = &view.sheet.seminar;
    let (planned, href) = to_planning(frame);
    let shell = Shell::new(frame, &seminar.title).crumb(frame.words().desk, paths::DESK).crumb(planned, href);
    page(
        &shell.notices(view.notice.clone()),
        html! {
            div .aff-titled {
                (heading(&seminar.title, Some(&format!("{} · {}", seminar.theme, view.sheet.edition_name))))
                p .aff-buttons {
                    a .btn.btn-primary href=(paths::new_class_day(&seminar.id)) { (words.new_day) }
                    a .btn.btn-outline-primary href=(paths::seminar_change(&seminar.id)) { (words.change) }
                }
            }
            (paragraphs(&seminar.description))
            h2 { (words.audience) }
            (paragraphs(&seminar.audience))
            @if !seminar.prerequisites.is_empty() { h2 { (words.prerequisites) } (paragraphs(&seminar.prerequisites)) }
            h2 { (words.days) }
            @if view.days.is_empty() { p { (words.no_days) } } @else { (days(view)) }
        },
    )
}

fn days(view: &OneSeminar<'_>) -> Markup {
    let (frame, lang, words) = (view.frame, view.frame.lang, planning(view.frame.lang));
    let columns = [
        Column::new(words.column_day),
        Column::new(words.column_city),
        Column::new(words.state),
        Column::new(words.column_seats).figures(),
        Column::new(words.column_taken).figures(),
        Column::new(words.column_waiting).figures(),
        Column::new(words.column_term),
    ];
    let body = html! { @for card in &view.days { tr {
        th scope="row" {
            a href=(paths::desk_day(&card.id)) { (dates::short(card.starts_at.day())) }
            span .aff-line { (hours(lang, card.starts_at, card.ends_at)) }
        }
        td { (city(lang, &card.place, card.is_online)) }
        td { (state(lang, card.state)) }
        td .aff-figures { (card.seats.seats) }
        td .aff-figures { (card.seats.taken) }
        td .aff-figures { (card.seats.waiting) }
        td { (term(frame, card.enrol_by, view.now)) }
    } } };
    table("giornate", words.days_caption, &columns, body, frame.words())
}
