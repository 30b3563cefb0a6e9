//! The figures of a giornata and of an edition: how many answered, and what, as bars and as a table.

use maud::{Markup, html};

use crate::domain::questionnaire::{Kind, Question, Questionnaire};
use crate::domain::survey::{Figures, Occasion, Tally};
use crate::presence::Register;
use crate::presence::pages::{below, head};
use crate::presence::survey::words::{Words, answers_of, occasion, words};
use crate::presence::survey::{Attendance, Part, Shown};
use crate::ui::charts::{Share, shares};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct Day<'a> {
    pub frame: &'a Frame<'a>,
    pub register: &'a Register,
    pub attendance: Attendance,
    pub parts: &'a [Part<'a>],
    pub least: i64,
}

pub fn day(view: &Day<'_>) -> Markup {
    let (frame, words, id) = (view.frame, words(view.frame.lang), view.register.id());
    let any = view.parts.iter().any(|part| matches!(part.figures, Figures::Shown(_)));
    page(
        &below(frame, view.register, words.figures),
        html! {
            (head(frame, view.register, words.figures))
            p { (words.figures_lead) }
            (counts(frame, view.attendance, view.parts))
            @if any { (files(words, &paths::survey_figures(id))) }
            @if view.parts.is_empty() { p { (words.not_yet) } }
            @for part in view.parts { (one(frame, part, view.least)) }
        },
    )
}

fn files(words: &Words, path: &str) -> Markup {
    html! {
        p .aff-buttons {
            a .btn.btn-outline-primary href={ (path) ".xlsx" } { (words.xlsx) }
            a .btn.btn-outline-primary href={ (path) ".csv" } { (words.csv) }
        }
    }
}

/// Indicators: they say nothing of what was answered.
fn counts(frame: &Frame<'_>, attendance: Attendance, parts: &[Part<'_>]) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    html! {
        dl .aff-counts {
            dt { (words.enrolled) } dd { (attendance.enrolled) }
            dt { (words.present) } dd { (attendance.present) }
            dt { (words.hours) } dd { (dates::length(lang, attendance.minutes)) }
            @for part in parts {
                dt { (occasion(lang, part.counted.survey.occasion)) }
                dd { ((words.answered_of)(part.counted.turnout.answers, part.counted.asked)) }
            }
        }
    }
}

/// One survey: its questions, or why nothing is shown.
fn one(frame: &Frame<'_>, part: &Part<'_>, least: i64) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let survey = &part.counted.survey;
    html! {
        section aria-labelledby=(survey.occasion.as_str()) {
            h2 id=(survey.occasion.as_str()) { (occasion(lang, survey.occasion)) }
            @match (part.figures, part.questionnaire) {
                (_, None) => p { (words.no_questionnaire) },
                (Figures::Open, _) => p { ((words.still_open)(&dates::weekday(lang, survey.closes_at.plus_minutes(-1).day()))) },
                (Figures::TooFew, _) => p { ((words.too_few)(least)) },
                (Figures::Shown(shown), Some(questionnaire)) => (questions(frame, questionnaire, (shown, survey.occasion.as_str()), least)),
            }
        }
    }
}

fn questions(frame: &Frame<'_>, questionnaire: &Questionnaire, (shown, prefix): (&Shown, &str), least: i64) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let content = (questionnaire.lang != lang.as_str()).then_some(questionnaire.lang.as_str());
    html! {
        @for question in questionnaire.questions() {
            section .aff-tallied {
                h3 lang=[content] { (question.id) ". " (question.text) }
                @match shown.get(&question.id).and_then(Option::as_ref) {
                    None => p .aff-quiet { ((words.too_few_here)(least)) },
                    Some(tally) if matches!(question.kind, Kind::Text { .. }) => (texts(words, tally, content)),
                    Some(tally) => (distribution(frame, (question, prefix), tally)),
                }
            }
        }
    }
}

fn texts(words: &Words, tally: &Tally, content: Option<&str>) -> Markup {
    html! {
        @if tally.texts.is_empty() { p .aff-quiet { (words.no_texts) } } @else {
            p .aff-quiet { (words.texts_order) }
            ul { @for text in &tally.texts { li lang=[content] { (text) } } }
        }
    }
}

fn distribution(frame: &Frame<'_>, (question, prefix): (&Question, &str), tally: &Tally) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let answers = answers_of(lang, question, tally);
    let percent = |count: i64, of: i64| if of > 0 { dates::number(lang, share(count, of), 0) } else { String::new() };
    let all = answers.iter().map(|(of, label, count)| (label, *count, *of)).collect::<Vec<_>>();
    let bars: Vec<Share> = all.iter().map(|(label, count, of)| Share { label: (*label).clone(), percent: share(*count, *of) }).collect();
    let columns = [Column::new(words.column_answer), Column::new(words.column_count).figures(), Column::new(words.column_share).figures()];
    let rows = html! { @for (label, count, of) in &all {
        tr { th scope="row" { (label) } td .aff-figures { (count) } td .aff-figures { (percent(*count, *of)) " %" } }
    } };
    let caption = (words.caption)(&question.id, tally.answered);
    html! {
        (shares(&bars))
        (table(&format!("{prefix}-{}", question.id), &caption, &columns, rows, frame.words()))
    }
}

#[expect(clippy::cast_precision_loss, reason = "as many as sit in a room")]
fn share(count: i64, of: i64) -> f64 {
    if of > 0 { count as f64 / of as f64 * 100.0 } else { 0.0 }
}

/// A giornata of an edition.
pub struct EditionDay<'a> {
    pub attendance: Attendance,
    /// One at least.
    pub parts: Vec<Part<'a>>,
}

/// What is shown of several giornate together.
pub struct Total<'a> {
    pub occasion: Occasion,
    pub questionnaire: &'a Questionnaire,
    pub days: usize,
    pub answers: i64,
    pub shown: Shown,
}

pub struct EditionView<'a> {
    pub frame: &'a Frame<'a>,
    /// Name of the edition; none where there is none.
    pub edition: Option<&'a str>,
    pub days: &'a [EditionDay<'a>],
    pub totals: &'a [Total<'a>],
    pub least: i64,
}

pub fn edition(view: &EditionView<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    page(
        &Shell::new(frame, words.figures).crumb(frame.words().desk, paths::DESK),
        html! {
            (heading(words.figures, view.edition))
            p { (words.figures_lead) }
            @if view.days.is_empty() { p { (words.not_yet_any) } } @else {
                @if !view.totals.is_empty() { (files(words, paths::SURVEY_FIGURES)) }
                (days(view))
                p { ((words.total_lead)(view.least)) }
                @for total in view.totals {
                    section aria-labelledby={ "totale-" (total.occasion.as_str()) "-" (total.questionnaire.version) } {
                        h2 id={ "totale-" (total.occasion.as_str()) "-" (total.questionnaire.version) } { (occasion(frame.lang, total.occasion)) }
                        p { ((words.total_of)(total.days, total.answers)) }
                        (questions(frame, total.questionnaire, (&total.shown, &format!("{}-{}", total.occasion.as_str(), total.questionnaire.version)), view.least))
                    }
                }
            }
        },
    )
}

fn days(view: &EditionView<'_>) -> Markup {
    let (frame, lang, words) = (view.frame, view.frame.lang, words(view.frame.lang));
    let columns = [
        Column::new(words.column_day),
        Column::new(words.column_seminar),
        Column::new(words.enrolled).figures(),
        Column::new(words.present).figures(),
        Column::new(words.hours).figures(),
        Column::new(occasion(lang, Occasion::Day)).figures(),
        Column::new(occasion(lang, Occasion::Later)).figures(),
    ];
    let cell = |day: &EditionDay<'_>, of: Occasion| {
        let part = day.parts.iter().find(|part| part.counted.survey.occasion == of);
        part.map(|part| (words.answered_of)(part.counted.turnout.answers, part.counted.asked)).unwrap_or_default()
    };
    let rows = html! { @for day in view.days {
        @let survey = &day.parts[0].counted.survey;
        tr {
            th scope="row" { a href=(paths::survey_figures(&survey.day)) { (dates::short(survey.starts_at.day())) } }
            td { (survey.title) }
            td .aff-figures { (day.attendance.enrolled) }
            td .aff-figures { (day.attendance.present) }
            td .aff-figures { (dates::length(lang, day.attendance.minutes)) }
            td .aff-figures { (cell(day, Occasion::Day)) }
            td .aff-figures { (cell(day, Occasion::Later)) }
        }
    } };
    table("giornate", words.days_caption, &columns, rows, frame.words())
}
