//! The answers given: each with its points, where they come from, and what would lead to the next level.

use maud::{Markup, html};

use super::{answer, content, part, question, whole};
use crate::assessments::report::Report;
use crate::assessments::report::words::{self as phrases, Words};
use crate::domain::points::{QuestionScore, Standing};
use crate::domain::questionnaire::{Kind, Section};

pub(super) fn answers(report: &Report<'_>, words: &Words) -> Markup {
    part(
        "risposte",
        words.answers,
        html! {
            p { (words.answers_lead) }
            @for of in &report.questionnaire.sections { (section(report, of, words)) }
        },
    )
}

fn section(report: &Report<'_>, of: &Section, words: &Words) -> Markup {
    let own = report.sheet().questions.iter().filter(|s| s.section.id == of.id && s.standing.is_visible());
    let own: Vec<_> = own.collect();
    html! {
        @if !own.is_empty() {
            h3 { (content(report, &of.title)) }
            @for scored in own { (one(report, scored, words)) }
        }
    }
}

fn one(report: &Report<'_>, scored: &QuestionScore<'_>, words: &Words) -> Markup {
    let entry = report.entries.get(&scored.question.id);
    let text = |of: &str| (!of.is_empty()).then(|| of.to_owned());
    html! {
        div .aff-answered {
            p .aff-answered-question { (question(report, scored.question)) }
            dl .aff-answered-facts {
                div { dt .visually-hidden { (words.answer) } dd .aff-given { (answer(report, scored.question, scored.answer, words)) } }
                (worth(report, scored, words))
                (next(report, scored, words))
                @if let Some(note) = entry.and_then(|e| text(&e.note)) { div { dt { (words.note) ":" } dd { (note) } } }
                @if let Some(act) = entry.and_then(|e| text(&e.act)) { div { dt { (words.reference) ":" } dd { (act) } } }
            }
        }
    }
}

/// Points and what they are made of; without points, the reason.
fn worth(report: &Report<'_>, scored: &QuestionScore<'_>, words: &Words) -> Markup {
    let is_text = matches!(scored.question.kind, Kind::Text { .. });
    let said = match scored.standing {
        Standing::Points(points) => (words.points)(&whole(report, points)),
        Standing::Unanswered if !is_text && scored.question.weight.is_some() => words.unanswered.to_owned(),
        Standing::DontKnow => words.dont_know.to_owned(),
        Standing::NotApplicable => words.not_applicable.to_owned(),
        Standing::AllRowsExcluded => words.all_excluded.to_owned(),
        Standing::OptionExcluded => words.option_excluded.to_owned(),
        Standing::Hidden | Standing::Unanswered | Standing::Unscored => return Markup::default(),
    };
    let why = scored.why().and_then(|why| phrases::why(report.lang, &why));
    html! {
        div {
            dt .visually-hidden { (words.points_heading) }
            dd { (said) @if let Some(why) = why { " (" (why) ")" } }
        }
    }
}

fn next(report: &Report<'_>, scored: &QuestionScore<'_>, words: &Words) -> Markup {
    if scored.points().is_none() {
        return Markup::default();
    }
    html! {
        div {
            dt { (words.next_level) ":" }
            dd {
                @match scored.next_level() {
                    None => { (words.at_the_top) },
                    Some(better) => {
                        @let (before, text) = phrases::step(report.lang, scored.question, &better.step);
                        @if !before.is_empty() { (before) " " }
                        (content(report, &text)) " (" ((words.points)(&whole(report, better.points))) ")"
                    }
                }
            }
        }
    }
}
