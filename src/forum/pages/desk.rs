//! The desk: days of the forum planned, extended, published.

use maud::{Markup, html};

use super::state;
use crate::domain::forum_day::{Impossible, State};
use crate::domain::ids::{Id, SeminarId};
use crate::domain::moment::Moment;
use crate::forum::day_form::{DayForm, Fault, LINE_MAX, TEXT_MAX, shown};
use crate::forum::words::clock;
use crate::forum::words::desk::{Words, words};
use crate::forum::words::lasting::words as lasting;
use crate::forum::{DaySheet, ForumDay, Named};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct DeskDays<'a> {
    pub frame: &'a Frame<'a>,
    pub now: Moment,
    pub days: Vec<ForumDay>,
    /// Days of the edition in force: announced, and planned by its terms.
    pub planned: Option<(usize, i64)>,
    pub notice: Option<Notice>,
}

pub fn desk_days(view: &DeskDays<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let shell = Shell::new(frame, words.forum).crumb(frame.words().desk, paths::DESK).notices(view.notice.clone());
    page(
        &shell,
        html! {
            div .aff-titled {
                (heading(words.forum, Some(words.lead)))
                p .aff-buttons { a .btn.btn-primary href=(paths::NEW_FORUM_DAY) { (words.new_day) } }
            }
            p { a href=(paths::EXPERT_HOURS) { (lasting(frame.lang).hours) } }
            @if let Some((n, of)) = view.planned { p { ((words.planned)(n, of)) } }
            @if view.days.is_empty() { div .aff-box { p { (words.none) } } } @else { (found(view, words)) }
        },
    )
}

fn found(view: &DeskDays<'_>, words: &Words) -> Markup {
    let lang = view.frame.lang;
    let columns = [
        Column::new(words.column_title),
        Column::new(words.column_day),
        Column::new(words.column_hours),
        Column::new(words.column_state),
        Column::new(words.column_asked).figures(),
        Column::new(words.column_answered).figures(),
    ];
    let rows = html! { @for day in &view.days {
        tr {
            th scope="row" { a href=(paths::desk_forum_day(&day.id)) { (day.title) } }
            td { (dates::short(day.held_on())) }
            td { (dates::hour(lang, day.hours.opens_at)) "–" (dates::hour(lang, day.hours.ends_at())) }
            td { (state(lang, day.state(view.now))) }
            td .aff-figures { (day.asked) }
            td .aff-figures { (day.answered) }
        }
    } };
    table("giornate", words.caption, &columns, rows, view.frame.words())
}

/// Before the first edition there is nothing that a day could belong to.
pub fn no_edition(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.new_day).crumb(frame.words().desk, paths::DESK).crumb(words.forum, paths::FORUM_DESK),
        html! {
            (heading(words.new_day, None))
            div .aff-box { p { (words.no_edition) } p .aff-buttons { a .btn.btn-primary href=(paths::NEW_EDITION) { (words.write_edition) } } }
        },
    )
}

pub struct FormView<'a> {
    pub frame: &'a Frame<'a>,
    pub form: &'a DayForm,
    pub edition: &'a str,
    pub action: &'a str,
    pub back: &'a str,
    pub experts: &'a [Named],
    pub seminars: &'a [(SeminarId, String)],
    pub is_new: bool,
    pub faults: &'a [Fault],
    /// Why what was sent was not kept, above the form.
    pub refused: Option<&'static str>,
}

fn told(words: &Words, fault: Fault) -> &'static str {
    match fault {
        Fault::NoTitle => words.no_title,
        Fault::NoDay => words.no_day,
        Fault::NoHour(_) => words.no_hour,
        Fault::NoGathering => words.no_gathering,
        Fault::Cannot(Impossible::GathersAfterOpening) => words.gathers_late,
        Fault::Cannot(_) => words.closes_early,
        Fault::NoThemes => words.no_themes,
        Fault::UnknownTheme => words.unknown_theme,
        Fault::TooLong(_) => words.too_long,
    }
}

impl FormView<'_> {
    fn of(&self, name: &str) -> Option<&'static str> {
        self.faults.iter().find(|fault| fault.field() == name).map(|fault| told(words(self.frame.lang), *fault))
    }
}

pub fn day_form(view: &FormView<'_>) -> Markup {
    let (frame, words, form) = (view.frame, words(view.frame.lang), view.form);
    let title = if view.is_new { words.new_day } else { words.change };
    let faults: Vec<Wrong> = view.faults.iter().map(|f| Wrong { name: f.field().to_owned(), text: told(words, *f).to_owned() }).collect();
    let notice = view.refused.map(Notice::care);
    let shell = Shell::new(frame, title).crumb(frame.words().desk, paths::DESK).crumb(words.forum, paths::FORUM_DESK);
    page(
        &shell.notices(notice),
        html! {
            (heading(title, Some(view.edition)))
            (fields::summary(frame.words(), &faults))
            form .aff-form method="post" action=(view.action) {
                (what(view, words))
                (when(view, words))
                (who(view, words))
                (fields::hidden("visto", &form.seen.to_string()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.save) }
                    a .btn.btn-outline-primary href=(view.back) { (words.give_up) }
                }
            }
        },
    )
}

fn what(view: &FormView<'_>, words: &Words) -> Markup {
    let (shared, form) = (view.frame.words(), view.form);
    let title = Field::new("titolo", words.title).value(&form.title).longest(LINE_MAX).autocomplete("off");
    let about = Field::new("presentazione", words.presentation).value(&form.presentation).hint(words.presentation_hint).optional();
    let themes = Field::new("temi", words.themes).value(&form.themes).hint(words.themes_hint);
    let twice = Field::new("doppia", words.read_twice).value(&form.read_twice).hint(words.read_twice_hint).optional();
    html! {
        (fields::text(&title.error(view.of("titolo")), shared))
        (fields::area(&about.longest(TEXT_MAX).error(view.of("presentazione")), 4, shared))
        (fields::area(&themes.error(view.of("temi")), 4, shared))
        (fields::area(&twice.error(view.of("doppia")), 3, shared))
    }
}

fn when(view: &FormView<'_>, words: &Words) -> Markup {
    let (shared, form) = (view.frame.words(), view.form);
    html! {
        (fields::date(&Field::new("giorno", words.day).value(&form.day).error(view.of("giorno")), shared))
        (fields::time(&Field::new("apertura", words.opens).value(&form.opens).hint(words.hours_hint).error(view.of("apertura")), shared))
        (fields::time(&Field::new("chiusura", words.closes).value(&form.closes).hint(words.hours_hint).error(view.of("chiusura")), shared))
        (fields::date(
            &Field::new("raccolta", words.gathering).value(&form.gathering).hint(words.gathering_hint).error(view.of("raccolta")),
            shared,
        ))
    }
}

fn who(view: &FormView<'_>, words: &Words) -> Markup {
    let (shared, form) = (view.frame.words(), view.form);
    let experts = view.experts.iter().map(|one| Choice::new(one.id.as_str(), &one.name, form.experts.contains(&one.id))).collect();
    let seminars = view.seminars.iter().map(|(id, title)| Choice::new(id.as_str(), title, form.seminars.contains(id))).collect();
    html! {
        @if view.experts.is_empty() { p { (words.no_experts) } }
        @else { (fields::group(&Group::checks("esperto", html! { (words.experts) }).choices(experts), shared)) }
        @if !view.seminars.is_empty() {
            (fields::group(&Group::checks("seminario", html! { (words.seminars) }).choices(seminars), shared))
        }
    }
}

pub struct DeskDay<'a> {
    pub frame: &'a Frame<'a>,
    pub sheet: &'a DaySheet,
    pub now: Moment,
    pub notice: Option<Notice>,
    /// The extension as it came back: hour, reason, what is wrong with each.
    pub extension: (&'a str, &'a str),
    pub wrong: &'a [(&'static str, &'static str)],
}

pub fn desk_day(view: &DeskDay<'_>) -> Markup {
    let (frame, day, words) = (view.frame, &view.sheet.day, words(view.frame.lang));
    let shell = Shell::new(frame, &day.title).crumb(frame.words().desk, paths::DESK).crumb(words.forum, paths::FORUM_DESK);
    let faults: Vec<Wrong> = view.wrong.iter().map(|(name, text)| Wrong { name: (*name).to_owned(), text: (*text).to_owned() }).collect();
    let state = day.state(view.now);
    page(
        &shell.notices(view.notice.clone()).updated(day.changed_at.day()),
        html! {
            (heading(&day.title, Some(&format!("{} · {}", dates::weekday(frame.lang, day.held_on()), day.edition_name))))
            (fields::summary(frame.words(), &faults))
            p { strong { (clock(frame.lang, &day.hours, view.now)) "." } }
            @if let (Some(to), Some(why)) = (day.hours.extended_to, &day.extended_why) {
                p { ((words.extended)(&dates::moment(frame.lang, to), why)) }
            }
            p .aff-buttons {
                a .btn.btn-outline-primary href=(paths::desk_forum_day_change(&day.id)) { (words.change) }
                a .btn.btn-outline-primary href=(paths::forum_day(&day.id)) { (words.public_page) }
            }
            (to_do(view, words))
            @if matches!(state, State::Open | State::Closing) { (extension(view, words)) }
            @if state == State::Closing { (publication(view, words)) }
            @if view.sheet.total == 0 && state != State::Published {
                h2 { (words.discard) }
                p { (words.discard_lead) }
                (super::button(&paths::desk_forum_day_discarding(&day.id), words.discard, &[]))
            }
        },
    )
}

fn to_do(view: &DeskDay<'_>, words: &Words) -> Markup {
    let sheet = view.sheet;
    html! {
        div .aff-box {
            @if sheet.total == 0 { p { (words.nothing_asked) } }
            @else if sheet.unreleased == 0 && sheet.unanswered == 0 { p { (words.all_done) } }
            @if sheet.unreleased > 0 { p { ((words.to_release)(sheet.unreleased)) } }
            @if sheet.unanswered > 0 { p { ((words.to_answer)(sheet.unanswered)) } }
            @if sheet.total > 0 { p { a href=(paths::QUEUE) { (words.see_queue) } } }
        }
        dl .aff-facts {
            div { dt { (words.themes) } dd { (sheet.day.themes.join(" · ")) } }
            @if !sheet.experts.is_empty() {
                div { dt { (words.experts) } dd { (sheet.experts.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")) } }
            }
        }
    }
}

fn extension(view: &DeskDay<'_>, words: &Words) -> Markup {
    let shared = view.frame.words();
    let of = |name: &str| view.wrong.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
    let ends = shown(view.sheet.day.hours.ends_at());
    let hour = if view.extension.0.is_empty() { &ends } else { view.extension.0 };
    html! {
        h2 { (words.extension) }
        p { (words.extension_lead) }
        form .aff-form method="post" action=(paths::desk_forum_day_extension(&view.sheet.day.id)) {
            (fields::time(&Field::new("ora", words.extend_to).value(hour).hint(words.hours_hint).error(of("ora")), shared))
            (fields::text(&Field::new("motivo", words.why).value(view.extension.1).hint(words.why_hint).longest(LINE_MAX).error(of("motivo")), shared))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.extend) } }
        }
    }
}

fn publication(view: &DeskDay<'_>, words: &Words) -> Markup {
    html! {
        h2 { (words.publication) }
        p { (words.publication_lead) }
        form .aff-form method="post" action=(paths::desk_forum_day_publishing(&view.sheet.day.id)) {
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.publish) } }
        }
    }
}
