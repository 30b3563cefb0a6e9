//! What to do: suggestions as cards, each with the answers that called for it; duties in a box of their own.

use maud::{Markup, html};

use super::{content, examples, grounds, part};
use crate::assessments::report::words::{self as phrases, Words};
use crate::assessments::report::{Report, SHOWN};
use crate::domain::questionnaire::Suggestion;

pub(super) fn suggestions(report: &Report<'_>, words: &Words) -> Markup {
    let Some(direction) = report.direction() else { return Markup::default() };
    let lead = match (direction.suggestions.is_empty(), direction.consolidation) {
        (true, _) => words.suggestions_none,
        (false, true) => words.suggestions_consolidation,
        (false, false) => words.suggestions_lead,
    };
    part(
        "suggerimenti",
        words.suggestions,
        html! {
            p { (lead) }
            @for ranked in direction.suggestions.iter().take(SHOWN) { (card(report, ranked.suggestion, words)) }
        },
    )
}

fn card(report: &Report<'_>, suggestion: &Suggestion, words: &Words) -> Markup {
    html! {
        article .aff-card.aff-suggestion id=(suggestion.id) tabindex="-1" {
            h3 { span .aff-id { (suggestion.id) } " " (content(report, &suggestion.title)) }
            div .aff-suggestion-parts {
              div {
                (why_here(report, suggestion, words))
                (steps(report, suggestion, words))
              }
              dl .aff-report-facts {
                div { dt { (words.effect) } dd { (content(report, &suggestion.effect)) } }
                (goal(report, suggestion, words))
                div { dt { (words.effort) } dd { ((words.effort_of)(suggestion.effort)) } }
                div { dt { (words.impact) } dd { ((words.impact_of)(suggestion.impact)) } }
                (training(report, suggestion, words))
              }
            }
        }
    }
}

fn steps(report: &Report<'_>, suggestion: &Suggestion, words: &Words) -> Markup {
    html! {
        h4 { (words.steps) }
        ol lang=[report.content()] { @for step in &suggestion.steps { li { (step) } } }
    }
}

fn why_here(report: &Report<'_>, suggestion: &Suggestion, words: &Words) -> Markup {
    let mut ids = suggestion.condition.grounds(report.sheet());
    if !ids.contains(&suggestion.question.as_str()) {
        ids.insert(0, &suggestion.question);
    }
    html! {
        h4 { (words.why_here) }
        (grounds(report, &ids, words))
    }
}

/// The least answer that reaches what the suggestion aims at.
fn goal(report: &Report<'_>, suggestion: &Suggestion, words: &Words) -> Markup {
    let question = report.questionnaire.question(&suggestion.question);
    let Some((question, better)) = question.zip(report.scoring.goal(suggestion)) else { return Markup::default() };
    let (before, text) = phrases::step(report.lang, question, &better.step);
    html! {
        div {
            dt { (words.goal) }
            dd { span .aff-id { (question.id) } " " @if !before.is_empty() { (before) " " } (content(report, &text)) }
        }
    }
}

/// Theme, testimonials and forum, in words.
fn training(report: &Report<'_>, suggestion: &Suggestion, words: &Words) -> Markup {
    let named = |id: &String| report.questionnaire.themes.iter().find(|t| t.id == *id).map(|t| t.name.as_str());
    let themes: Vec<&str> = suggestion.themes.iter().filter_map(named).collect();
    html! {
        @if !themes.is_empty() { div { dt { (words.theme) } dd { (content(report, &themes.join(", "))) } } }
        @if !suggestion.testimonials.is_empty() {
            div { dt { (words.testimonials) } dd { (content(report, &suggestion.testimonials.join(", "))) } }
        }
        (told(report, &suggestion.id, words))
        @if suggestion.forum { div { dt { (words.forum) } dd { (words.forum_value) } } }
    }
}

/// Links to who tells how they did it, of an ente that may be quite another.
fn told(report: &Report<'_>, id: &str, words: &Words) -> Markup {
    let all = report.examples_of(id);
    html! { @if !all.is_empty() { div { dt { (words.examples) } dd { (examples(&all, words)) } } } }
}

/// Duties in the order of their ids: nobody ranks what the law asks for.
pub(super) fn duties(report: &Report<'_>, words: &Words) -> Markup {
    if report.scoring.duties.is_empty() {
        return Markup::default();
    }
    html! {
        section .aff-part.aff-follows #adempimenti aria-labelledby="adempimenti-titolo" {
            div .aff-box.aff-duties {
                h2 #adempimenti-titolo { (words.duties) }
                p { (words.duties_lead) }
                @for duty in &report.scoring.duties { (one(report, duty, words)) }
            }
        }
    }
}

fn one(report: &Report<'_>, duty: &Suggestion, words: &Words) -> Markup {
    html! {
        article .aff-duty id=(duty.id) tabindex="-1" {
            h3 { span .aff-id { (duty.id) } " " (content(report, &duty.title)) }
            (why_here(report, duty, words))
            (steps(report, duty, words))
            p { strong { (words.effect) ": " } (content(report, &duty.effect)) }
        }
    }
}
