//! The surveys of a person, and the one page on which each is answered.

use maud::{Markup, html};

use crate::assessments::{self, Asking};
use crate::presence::survey::words::{occasion, words};
use crate::presence::survey::{Standing, Survey};
use crate::ui::fields::{self, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::{dates, paths};

/// Those that wait for an answer.
pub fn list(frame: &Frame<'_>, pending: &[Survey], notice: Option<Notice>) -> Markup {
    let words = words(frame.lang);
    page(
        &below(frame, words.surveys).notices(notice),
        html! {
            (heading(words.surveys, Some(words.surveys_lead)))
            @if pending.is_empty() { p { (words.none) } }
            @for survey in pending {
                @let id = format!("questionario-{}", survey.id);
                section .aff-card.aff-seats aria-labelledby=(id) {
                    h2 id=(id) { (survey.title) }
                    p { (about(frame, survey)) }
                    p { ((words.until)(&last_day(frame, survey))) }
                    p .aff-buttons { a .btn.btn-primary href=(paths::survey(&survey.id)) { (words.answer) span .visually-hidden { ": " (survey.title) } } }
                }
            }
            p { a href=(paths::OWN_SEMINARS) { (words.own_seminars) } }
        },
    )
}

fn below<'a>(frame: &'a Frame<'a>, title: &str) -> Shell<'a> {
    Shell::new(frame, title).crumb(frame.words().area, paths::AREA)
}

fn about(frame: &Frame<'_>, survey: &Survey) -> String {
    format!("{} · {}", occasion(frame.lang, survey.occasion), dates::weekday(frame.lang, survey.starts_at.day()))
}

fn last_day(frame: &Frame<'_>, survey: &Survey) -> String {
    dates::weekday(frame.lang, survey.closes_at.plus_minutes(-1).day())
}

/// What is asked, all on one page.
pub struct Form<'a> {
    pub frame: &'a Frame<'a>,
    pub survey: &'a Survey,
    pub asking: Asking<'a>,
    /// From how many answers on anything is shown.
    pub least: i64,
    /// It came back without a single answer.
    pub is_empty: bool,
}

pub fn form(view: &Form<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let questionnaire = view.asking.questionnaire;
    let content = (questionnaire.lang != frame.lang.as_str()).then_some(questionnaire.lang.as_str());
    page(
        &below(frame, &questionnaire.title).crumb(words.surveys, paths::SURVEYS),
        html! {
            (heading(&questionnaire.title, Some(&format!("{} · {}", view.survey.title, dates::weekday(frame.lang, view.survey.starts_at.day())))))
            (fields::summary(frame.words(), &wrong(view)))
            @if let Some(first) = questionnaire.about.first() { p lang=[content] { (first) } }
            div .alert.alert-info { p { (words.anonymous) } p { ((words.group)(view.least)) } }
            p { ((words.until)(&last_day(frame, view.survey))) }
            form .aff-form method="post" action=(paths::survey(&view.survey.id)) {
                @for section in &questionnaire.sections {
                    h2 lang=[content] { (section.title) }
                    @if let Some(intro) = &section.intro { p lang=[content] { (intro) } }
                    @for question in &section.questions { (assessments::ask(&view.asking, question)) }
                }
                p { (words.once) }
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.send) } }
            }
        },
    )
}

/// In the order of the questions.
fn wrong(view: &Form<'_>) -> Vec<Wrong> {
    let (lang, questionnaire) = (view.frame.lang, view.asking.questionnaire);
    if view.is_empty {
        let first = questionnaire.questions().next().map(|question| question.id.clone()).unwrap_or_default();
        return vec![Wrong { name: first, text: words(lang).empty.to_owned() }];
    }
    let Some((_, problems)) = view.asking.back else { return Vec::new() };
    let found = questionnaire.questions().filter_map(|question| Some((question, problems.get(&question.id)?)));
    let wrong = found.map(|(question, why)| Wrong {
        name: question.id.clone(),
        text: format!("{}: {}", question.id, assessments::told_problem(lang, why)),
    });
    wrong.collect()
}

/// Instead of the form, once it has been answered or is closed.
pub fn done(frame: &Frame<'_>, survey: &Survey, standing: Standing) -> Markup {
    let words = words(frame.lang);
    let says = if standing == Standing::Answered { words.answered } else { words.closed };
    page(
        &below(frame, occasion(frame.lang, survey.occasion)).crumb(words.surveys, paths::SURVEYS),
        html! {
            (heading(occasion(frame.lang, survey.occasion), Some(&format!("{} · {}", survey.title, dates::weekday(frame.lang, survey.starts_at.day())))))
            p { (says) }
            p { a href=(paths::SURVEYS) { (words.surveys) } }
        },
    )
}
