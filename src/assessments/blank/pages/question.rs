//! One question on paper, with everything the form on screen would say.

use maud::{Markup, html};

use crate::assessments::blank::words::Words;
use crate::assessments::words::Words as Common;
use crate::domain::questionnaire::{Choice, Condition, Kind, Number, Question, Questionnaire, Row};
use crate::ui::words::Lang;
use crate::ui::{conditions, dates};

/// What all questions of a sheet need.
pub struct Paper<'a> {
    pub lang: Lang,
    pub words: &'a Words,
    pub common: &'a Common,
    pub questionnaire: &'a Questionnaire,
}

impl Paper<'_> {
    /// Language of the content, where it differs from the page's.
    pub fn content(&self) -> Option<&str> {
        (self.questionnaire.lang != self.lang.as_str()).then_some(self.questionnaire.lang.as_str())
    }
}

pub fn question(q: &Question, paper: &Paper<'_>) -> Markup {
    html! {
        article .aff-paper-question id=(q.id) {
            h3 id={ "t-" (q.id) } { span .aff-paper-id { (q.id) } " " span lang=[paper.content()] { (q.text) } }
            @if q.visible != Condition::Always {
                p .aff-paper-if { ((paper.words.asked_if)(&conditions::words(&q.visible, paper.questionnaire, paper.lang))) }
            }
            @if q.help.is_some() || q.office.is_some() { (help(q, paper)) }
            (answers(q, paper))
            (asides(q, paper))
            div .aff-paper-beside {
                p .aff-writing.aff-writing-note { span { (paper.common.note) } }
                p .aff-writing { span { (paper.common.act) } }
            }
        }
    }
}

fn help(q: &Question, paper: &Paper<'_>) -> Markup {
    html! {
        p .aff-paper-help {
            @if let Some(help) = &q.help { span lang=[paper.content()] { (help) } " " }
            @if let Some(office) = &q.office { span .aff-paper-office { ((paper.common.office)(office)) } }
        }
    }
}

fn answers(q: &Question, paper: &Paper<'_>) -> Markup {
    let words = paper.words;
    match &q.kind {
        Kind::Single { options } => boxes(options, words.one_answer, Mark::One, paper),
        Kind::YesNo { options } => boxes(options, words.one_answer, Mark::YesNo, paper),
        Kind::Maturity { levels } => boxes(levels, paper.common.maturity_hint, Mark::One, paper),
        Kind::Multiple { options } => boxes(options, words.several_answers, Mark::Several, paper),
        Kind::Number(number) => figure(number, paper),
        Kind::Matrix { rows, columns } => matrix(q, rows, columns, paper),
        Kind::Text { max_chars } => html! {
            p .form-text { ((words.most_chars)(*max_chars)) }
            @for _ in 0..(max_chars / 200).clamp(3, 8) { p .aff-writing aria-hidden="true" {} }
        },
    }
}

/// How an option is marked, and whether its letter stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    One,
    YesNo,
    Several,
}

/// A round box where one answer excludes the others, a square one where it does not.
fn tick(round: bool) -> Markup {
    html! { span .aff-tick.aff-tick-round[round] aria-hidden="true" {} }
}

fn boxes(options: &[Choice], hint: &str, mark: Mark, paper: &Paper<'_>) -> Markup {
    html! {
        p .form-text { (hint) }
        ul .aff-ticks.aff-ticks-short[mark == Mark::YesNo] {
            @for option in options {
                li {
                    (tick(mark != Mark::Several))
                    @if mark != Mark::YesNo { span .aff-letter { (option.id) ")" } }
                    span {
                        span lang=[paper.content()] { (option.text) }
                        @if option.exclusive { " " span .aff-paper-alone { "(" (paper.words.alone) ")" } }
                    }
                }
            }
        }
    }
}

fn figure(number: &Number, paper: &Paper<'_>) -> Markup {
    let (words, decimals) = (paper.words, |value: f64| usize::from(value.fract() != 0.0));
    let [min, max] = [number.min, number.max].map(|v| dates::number(paper.lang, v, decimals(v)));
    html! {
        p .form-text {
            (if number.decimals { (words.decimal_number)(&min, &max) } else { (words.whole_number)(&min, &max) })
            @if let Some(other) = &number.at_most { " " ((words.no_more_than)(other)) }
        }
        p .aff-writing.aff-writing-number {
            span { (paper.common.your_answer) }
            @if let Some(unit) = &number.unit { span .aff-unit lang=[paper.content()] { (unit) } }
        }
    }
}

/// Rows by columns; "don't know" stands in each row, as on screen.
fn matrix(q: &Question, rows: &[Row], columns: &[Choice], paper: &Paper<'_>) -> Markup {
    let unknown = q.admits_dont_know();
    html! {
        p .form-text { (paper.words.one_per_row) }
        div .table-responsive.aff-paper-matrix tabindex="0" role="region" aria-labelledby={ "t-" (q.id) } {
            table .table aria-labelledby={ "t-" (q.id) } {
                thead { tr {
                    th scope="col" { span .visually-hidden { (paper.words.row) } }
                    @for column in columns { th scope="col" lang=[paper.content()] { (column.text) } }
                    @if unknown { th scope="col" { (paper.common.dont_know) } }
                } }
                tbody { @for row in rows {
                    tr {
                        th scope="row" lang=[paper.content()] { (row.text) }
                        @for _ in columns { td { (tick(true)) } }
                        @if unknown { td { (tick(true)) } }
                    }
                } }
            }
        }
    }
}

/// "Non so" and "non applicabile", set apart.
fn asides(q: &Question, paper: &Paper<'_>) -> Markup {
    let common = paper.common;
    // A matrix has its own "don't know" in each row.
    let unknown = q.admits_dont_know() && !matches!(q.kind, Kind::Matrix { .. });
    html! {
        @if unknown || q.not_applicable.is_some() {
            ul .aff-ticks.aff-ticks-short.aff-ticks-aside {
                @if unknown { li { (tick(true)) span { (common.dont_know) } } }
                @if let Some(case) = &q.not_applicable {
                    li { (tick(true)) span {
                        @if case.is_empty() { (common.not_applicable) } @else { ((common.not_applicable_when)(case)) }
                    } }
                }
            }
        }
    }
}
