//! The report as a page: its parts in the order in which a giunta reads them, the method last.

mod answers;
mod change;
mod method;
mod models;
mod peers;
mod profile;
mod suggestions;
mod summary;

use maud::{Markup, html};

use super::words::{Words, words};
use super::{Report, words as phrases};
use crate::assessments::Example;
use crate::assessments::words::answer_text;
use crate::domain::order;
use crate::domain::positioning::Placement;
use crate::domain::questionnaire::{Answer, Question};
use crate::ui::page::heading;
use crate::ui::{dates, paths};

/// The body of the page, heading included.
pub fn report(report: &Report<'_>) -> Markup {
    let words = words(report.lang);
    let day = phrases::day(report.lang, report.closing.closed_at);
    html! {
        div .aff-report {
            (banner(report, words))
            (heading(words.title, Some(&(words.running)(report.ente, &day))))
            (summary::summary(report, words))
            (contents(report, words))
            (models::models(report, words))
            (profile::profile(report, words))
            (suggestions::suggestions(report, words))
            (suggestions::duties(report, words))
            (change::change(report, words))
            (peers::peers(report, words))
            (answers::answers(report, words))
            (method::method(report, words))
        }
    }
}

/// Says on every reading, on paper too, that the conclusions hold only in part.
fn banner(report: &Report<'_>, words: &Words) -> Markup {
    html! {
        @if report.is_indicative() {
            div .aff-indicative role="note" data-mark=(words.indicative) {
                p { strong { (words.indicative) } " " (words.indicative_text) }
            }
        }
    }
}

/// The parts that this report has, as links; not on paper.
fn contents(report: &Report<'_>, words: &Words) -> Markup {
    let placed = report.comparison().is_some_and(|c| matches!(c.placement, Placement::Placed(_)));
    let parts = [
        (placed, "modelli", words.models),
        (true, "profilo", words.profile),
        (profile::is_lacking(report), "manca", words.lacking),
        (report.direction().is_some(), "suggerimenti", words.suggestions),
        (!report.scoring.duties.is_empty(), "adempimenti", words.duties),
        (report.previous.is_some(), "cambiamenti", words.change),
        (report.peers.is_some(), "enti-simili", words.peers),
        (true, "risposte", words.answers),
        (true, "metodo", words.method),
    ];
    html! {
        nav .aff-report-contents.aff-screen aria-label=(words.in_this_page) {
            p { strong { (words.in_this_page) } }
            ul { @for (_, id, name) in parts.iter().filter(|(shown, ..)| *shown) { li { a href={ "#" (id) } { (name) } } } }
            p { (words.print_hint) }
            @if report.exports {
                p {
                    (words.answers_as_file) ": "
                    a href=(paths::export(&report.assessment.id, report.closing.number, "json")) { (words.as_json) } " · "
                    a href=(paths::export(&report.assessment.id, report.closing.number, "csv")) { (words.as_csv) }
                }
            }
        }
    }
}

/// A part with its heading; on paper it begins a sheet.
fn part(id: &str, title: &str, body: Markup) -> Markup {
    html! {
        section .aff-part id=(id) aria-labelledby={ (id) "-titolo" } {
            h2 id={ (id) "-titolo" } { (title) }
            (body)
        }
    }
}

/// A part that on paper goes on where the one before ends.
fn following(id: &str, title: &str, body: Markup) -> Markup {
    html! {
        section .aff-part.aff-follows id=(id) aria-labelledby={ (id) "-titolo" } {
            h2 id={ (id) "-titolo" } { (title) }
            (body)
        }
    }
}

/// A sentence with what stands for its braces; a brace nobody fills stays out.
fn fill(sentence: &str, with: &[(&str, Markup)]) -> Markup {
    let mut pieces = sentence.split('{');
    let first = pieces.next().unwrap_or_default();
    let rest = pieces.map(|piece| piece.split_once('}').unwrap_or(("", piece)));
    html! {
        (first)
        @for (name, text) in rest {
            @if let Some((_, value)) = with.iter().find(|(n, _)| *n == name) { (value) }
            (text)
        }
    }
}

/// A piece of content, marked with its language where that is not the page's.
fn content(report: &Report<'_>, text: &str) -> Markup {
    match report.content() {
        None => html! { (text) },
        Some(lang) => html! { span lang=(lang) { (text) } },
    }
}

/// Half goes up, no decimals: the same figure in charts, tables and sentences.
fn whole(report: &Report<'_>, value: f64) -> String {
    dates::number(report.lang, order::rounded(value, 0), 0)
}

/// As shown in tables, with a dash where there is none.
fn figure(report: &Report<'_>, words: &Words, value: Option<f64>) -> String {
    value.map_or_else(|| words.nothing.to_owned(), |value| whole(report, value))
}

/// A share 0–1 as a percentage, never shown greater than it is: a threshold not reached must not look reached.
fn percent(report: &Report<'_>, share: f64) -> String {
    dates::number(report.lang, (share * 100.0 + order::NEGLIGIBLE).floor(), 0)
}

/// Examples as links, with the word that they are no measure.
fn examples(all: &[&Example], words: &Words) -> Markup {
    html! {
        ul .aff-examples lang="it" { @for one in all { li { a href=(paths::testimonial(&one.id)) { (one.title) } " (" (one.told_by) ")" } } }
        p .form-text { (words.examples_note) }
    }
}

/// "Q07 Come è organizzato…"
fn question(report: &Report<'_>, question: &Question) -> Markup {
    html! { span .aff-id { (question.id) } " " (content(report, &question.text)) }
}

/// An answer in words; what sets a question aside is said in the language of the page.
fn answer(report: &Report<'_>, question: &Question, given: Option<&Answer>, words: &Words) -> Markup {
    match given {
        None => html! { em { (words.no_answer) } },
        Some(aside @ (Answer::NotApplicable | Answer::DontKnow)) => html! { (answer_text(question, aside, report.lang)) },
        Some(given) => content(report, &answer_text(question, given, report.lang)),
    }
}

/// What was answered to the questions that a condition looks at.
fn grounds(report: &Report<'_>, ids: &[&str], words: &Words) -> Markup {
    let asked = ids.iter().filter_map(|id| report.sheet().find(id)).filter(|q| q.standing.is_visible());
    html! {
        ul .aff-grounds {
            @for q in asked {
                li { (question(report, q.question)) br; strong { (answer(report, q.question, q.answer, words)) } }
            }
        }
    }
}
