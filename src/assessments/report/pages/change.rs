//! What has changed since the ente's previous closing.

use maud::{Markup, html};

use super::{answer, content, figure, part, question};
use crate::assessments::report::words::{self as phrases, Words};
use crate::assessments::report::{Previous, Report};
use crate::domain::order::rounded;
use crate::domain::points::QuestionScore;
use crate::ui::dates;
use crate::ui::table::{Column, table};

pub(super) fn change(report: &Report<'_>, words: &Words) -> Markup {
    let Some(previous) = &report.previous else { return Markup::default() };
    part(
        "cambiamenti",
        words.change,
        html! {
            p { ((words.change_lead)(&phrases::day(report.lang, previous.closed_at))) }
            (dimensions(report, previous, words))
            (answers(report, previous, words))
        },
    )
}

fn dimensions(report: &Report<'_>, previous: &Previous<'_>, words: &Words) -> Markup {
    let columns = [
        Column::new(words.dimension),
        Column::new(words.before).figures(),
        Column::new(words.now).figures(),
        Column::new(words.difference).figures(),
    ];
    let pairs = previous.scoring.sheet.dimensions.iter().zip(&report.sheet().dimensions);
    let body = html! {
        @for (before, now) in pairs {
            tr {
                th scope="row" { (content(report, &now.dimension.name)) }
                td .aff-figures { (figure(report, words, before.score)) }
                td .aff-figures { (figure(report, words, now.score)) }
                td .aff-figures { (before.score.zip(now.score).map_or_else(|| words.nothing.to_owned(), |(b, n)| signed(report, b, n))) }
            }
        }
    };
    table("cambiamenti-tabella", words.change_caption, &columns, body, report.lang.words())
}

/// The difference of the two figures shown, with its sign.
fn signed(report: &Report<'_>, before: f64, now: f64) -> String {
    let difference = rounded(now, 0) - rounded(before, 0);
    let text = dates::number(report.lang, difference, 0);
    if difference > 0.0 { format!("+{text}") } else { text }
}

fn answers(report: &Report<'_>, previous: &Previous<'_>, words: &Words) -> Markup {
    let pairs = previous.scoring.sheet.questions.iter().zip(&report.sheet().questions);
    let changed: Vec<_> = pairs.filter(|(before, now)| counted(before) != counted(now)).collect();
    let columns = [Column::new(words.question), Column::new(words.before), Column::new(words.now)];
    let body = html! {
        @for (before, now) in &changed {
            tr {
                th scope="row" { (question(report, now.question)) }
                td { (told(report, before, words)) }
                td { (told(report, now, words)) }
            }
        }
    };
    html! {
        h3 { (words.changed_answers) }
        @if changed.is_empty() {
            p { (words.changed_none) }
        } @else {
            (table("risposte-cambiate", words.changed_caption, &columns, body, report.lang.words()))
        }
    }
}

/// The answer, where its question was asked: what a hidden question keeps counts in nothing.
fn counted<'a>(scored: &QuestionScore<'a>) -> Option<&'a crate::domain::questionnaire::Answer> {
    scored.answer.filter(|_| scored.standing.is_visible())
}

fn told(report: &Report<'_>, scored: &QuestionScore<'_>, words: &Words) -> Markup {
    match scored.standing.is_visible() {
        true => answer(report, scored.question, scored.answer, words),
        false => html! { em { (words.not_asked) } },
    }
}
