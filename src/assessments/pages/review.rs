//! The review: what is done, what is missing and what it costs; then the closing form. And the page that asks why to
//! reopen.

use maud::{Markup, html};

use super::section::stepper;
use crate::access::form::Fields;
use crate::assessments::Assessment;
use crate::assessments::words::Words;
use crate::domain::positioning::Reliability;
use crate::domain::progress::{Missing, Progress, SectionProgress};
use crate::domain::questionnaire::Thresholds;
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::steps::steps;
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct ReviewPage<'a> {
    pub frame: &'a Frame<'a>,
    pub words: &'a Words,
    pub assessment: &'a Assessment,
    pub progress: &'a Progress<'a>,
    pub missing: Vec<Missing<'a>>,
    /// Ids of the questions without which there is no positioning.
    pub required: &'a [String],
    /// 0–100; none for a questionnaire without points.
    pub coverage: Option<f64>,
    pub reliability: Option<Reliability>,
    /// Where there is a reliability to speak of.
    pub thresholds: Option<&'a Thresholds>,
    /// Content language, where it differs from the page's.
    pub content: Option<&'a str>,
    /// The closing form, for the referente.
    pub closing: Option<ClosingForm<'a>>,
    pub notices: Vec<Notice>,
}

/// What was typed into the closing form, and what to correct.
pub struct ClosingForm<'a> {
    pub typed: &'a Fields,
    pub wrong: Vec<Wrong>,
    /// The person's own name and office, offered.
    pub name: String,
    pub ente: String,
}

impl ReviewPage<'_> {
    fn blocking(&self) -> Vec<&Missing<'_>> {
        self.missing.iter().filter(|m| self.required.contains(&m.score.question.id)).collect()
    }
}

pub fn review(view: &ReviewPage<'_>) -> Markup {
    let (words, frame) = (view.words, view.frame);
    let shell = Shell::new(frame, words.review)
        .crumb(words.area, paths::AREA)
        .crumb(words.title, paths::OWN_ASSESSMENT)
        .notices(view.notices.iter().cloned());
    let wrong = view.closing.as_ref().map_or(&[] as &[Wrong], |c| &c.wrong);
    page(
        &shell,
        html! {
            (heading(words.review, frame.person.as_ref().and_then(|p| p.acting_for.as_deref())))
            div .row {
                div .col-lg-3 { (steps(words.sections, &stepper(view.assessment, view.progress, None, words), frame.words())) }
                div .col-lg-9 {
                    (fields::summary(frame.words(), wrong))
                    p .lead { (words.review_lead) }
                    (blocking(view))
                    (sections(view))
                    (coverage(view))
                    (list(view))
                    (closing(view))
                }
            }
        },
    )
}

fn blocking(view: &ReviewPage<'_>) -> Markup {
    let blocking = view.blocking();
    html! {
        @if !blocking.is_empty() {
            section .aff-box.aff-blocking aria-labelledby="bloccanti" {
                h2 #bloccanti .h4 { (view.words.blocking_title) }
                p { (view.words.blocking_text) }
                (questions(view, &blocking))
            }
        }
    }
}

fn questions(view: &ReviewPage<'_>, of: &[&Missing<'_>]) -> Markup {
    html! {
        ul .aff-questions {
            @for missing in of {
                @let q = missing.score.question;
                li {
                    a href=(paths::question(&view.assessment.id, &missing.score.section.id, &q.id)) {
                        (q.id) " " span lang=[view.content] { (q.text) }
                    }
                    @if missing.dont_know { " (" (view.words.missing_unknown) ")" }
                }
            }
        }
    }
}

fn sections(view: &ReviewPage<'_>) -> Markup {
    let words = view.words;
    let columns = [
        Column::new(words.column_section),
        Column::new(words.column_state),
        Column::new(words.column_answered).figures(),
        Column::new(words.column_dont_know).figures(),
        Column::new(words.column_left_out).figures(),
        Column::new(words.column_cost).figures(),
    ];
    let body = html! { @for s in &view.progress.sections { (section_row(view, s)) } };
    table("sezioni", words.review_caption, &columns, body, view.frame.words())
}

fn section_row(view: &ReviewPage<'_>, s: &SectionProgress<'_>) -> Markup {
    let words = view.words;
    html! {
        tr {
            th scope="row" { a href=(paths::section(&view.assessment.id, &s.section.id)) lang=[view.content] { (s.section.title) } }
            td { ((words.state)(s.state)) }
            td .aff-figures { ((words.answered_short)(s.answered, s.asked)) }
            td .aff-figures { (s.dont_know) }
            td .aff-figures { (s.asked - s.answered) }
            td .aff-figures {
                @if s.cost > 0.0 { ((words.cost)(&dates::number(view.frame.lang, s.cost, 1))) } @else { (words.costs_nothing) }
            }
        }
    }
}

fn coverage(view: &ReviewPage<'_>) -> Markup {
    let words = view.words;
    let percent = |value: f64| dates::number(view.frame.lang, value, 0);
    let meaning = view.reliability.zip(view.thresholds).map(|(reliability, limits)| match reliability {
        Reliability::Full => words.coverage_full.to_owned(),
        Reliability::Indicative => (words.coverage_indicative)(&percent(limits.coverage_full)),
        Reliability::None => (words.coverage_none)(&percent(limits.coverage_least)),
    });
    html! {
        @if let Some(coverage) = view.coverage {
            p {
                strong { ((words.coverage)(&percent(coverage.floor()))) }
                @if let Some(meaning) = meaning { " " (meaning) }
            }
        }
    }
}

fn list(view: &ReviewPage<'_>) -> Markup {
    let others: Vec<_> = view.missing.iter().collect();
    html! {
        @if others.is_empty() {
            p { (view.words.missing_none) }
        } @else {
            details .aff-fold {
                summary { (view.words.missing_list) " (" (others.len()) ")" }
                div { (questions(view, &others)) }
            }
        }
    }
}

fn closing(view: &ReviewPage<'_>) -> Markup {
    let words = view.words;
    html! {
        section #chiusura .aff-closing aria-labelledby="chiudi" {
            h2 #chiudi { (words.close_title) }
            p { (words.close_text) }
            @match &view.closing {
                Some(form) => { (closing_form(view, form)) }
                None => p { (words.close_only_coordinator) },
            }
        }
    }
}

fn closing_form(view: &ReviewPage<'_>, form: &ClosingForm<'_>) -> Markup {
    let (words, ui) = (view.words, view.frame.words());
    let wrong = |name: &str| form.wrong.iter().find(|w| w.name == name).map(|w| w.text.as_str());
    let typed = |name: &str, offered: &str| form.typed.get(name).unwrap_or(offered).to_owned();
    let (name, office) = (typed("nome", &form.name), typed("ufficio", ""));
    let (authorised, act) = (typed("autorizzato", ""), typed("atto", ""));
    html! {
        form .aff-form method="post" action=(paths::closing(&view.assessment.id)) novalidate {
            (fields::hidden("ente", &form.ente))
            (fields::text(&Field::new("nome", words.close_name).value(&name).error(wrong("nome")).autocomplete("name").longest(200), ui))
            (fields::text(&Field::new("ufficio", words.close_office).value(&office).error(wrong("ufficio")).longest(200), ui))
            (fields::text(&Field::new("autorizzato", words.close_authorised).value(&authorised).hint(words.close_authorised_hint)
                .error(wrong("autorizzato")).longest(200), ui))
            (fields::text(&Field::new("atto", words.close_act).value(&act).hint(words.close_act_hint).error(wrong("atto")).optional().longest(200), ui))
            @if !view.blocking().is_empty() || view.reliability == Some(Reliability::None) {
                (fields::check("comunque", &html! { (words.close_anyway) }, form.typed.has("comunque"), wrong("comunque"), ui))
            }
            button .btn.btn-primary type="submit" { (words.close_button) }
        }
    }
}

pub struct ReopeningPage<'a> {
    pub frame: &'a Frame<'a>,
    pub words: &'a Words,
    pub assessment: &'a Assessment,
    pub typed: &'a Fields,
    pub wrong: Vec<Wrong>,
    pub ente: String,
}

pub fn reopening(view: &ReopeningPage<'_>) -> Markup {
    let (words, ui) = (view.words, view.frame.words());
    let shell = Shell::new(view.frame, words.reopen_title).crumb(words.area, paths::AREA).crumb(words.title, paths::OWN_ASSESSMENT);
    let reason = view.typed.get("motivo").unwrap_or_default();
    let fault = view.wrong.first().map(|w| w.text.as_str());
    page(
        &shell,
        html! {
            div .row { div .col-lg-8 {
                (heading(words.reopen_title, view.frame.person.as_ref().and_then(|p| p.acting_for.as_deref())))
                (fields::summary(ui, &view.wrong))
                p { (words.reopen_text) }
                form .aff-form method="post" action=(paths::reopening(&view.assessment.id)) novalidate {
                    (fields::hidden("ente", &view.ente))
                    (fields::area(&Field::new("motivo", words.reopen_reason).value(reason).hint(words.reopen_reason_hint).error(fault).longest(1000), 4, ui))
                    p .aff-buttons {
                        button .btn.btn-primary type="submit" { (words.reopen_button) }
                        a .btn.btn-outline-primary href=(paths::OWN_ASSESSMENT) { (words.reopen_back) }
                    }
                }
            } }
        },
    )
}
