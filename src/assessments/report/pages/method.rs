//! The note on the method, last: what the figures are made of, and how far to trust them.

use maud::{Markup, html};

use super::{content, following};
use crate::assessments::report::Report;
use crate::assessments::report::words::Words;
use crate::domain::positioning::{Place, Placement};
use crate::ui::dates;

/// Digits of the content hash that are enough to recognise it.
const DIGITS: usize = 12;

pub(super) fn method(report: &Report<'_>, words: &Words) -> Markup {
    let questionnaire = report.questionnaire;
    let hash = questionnaire.hash.get(..DIGITS).unwrap_or(&questionnaire.hash);
    let ignored = report.sheet().ignored().count();
    let placed = match report.comparison().map(|c| &c.placement) {
        Some(Placement::Placed(place)) => Some(place),
        _ => None,
    };
    following(
        "metodo",
        words.method,
        html! {
            ul .aff-method {
                li { ((words.method_version)(&questionnaire.title, &questionnaire.version, hash)) " " (words.method_again) }
                li { (words.method_score) " " (weights(report, words)) }
                @if let Some(place) = placed { (stands(place, words)) }
                li { (if report.comparison().is_some() { words.method_proposal } else { words.method_proposal_alone }) }
                @if ignored > 0 { li { ((words.ignored)(ignored)) } }
                li { (words.method_self_declared) }
            }
        },
    )
}

/// How the first place stands when weights change, in words.
fn stands(place: &Place<'_>, words: &Words) -> Markup {
    html! {
        li { (words.method_affinity) }
        @if place.robustness.of > 0 {
            li {
                ((words.method_robust)(place.robustness))
                @if place.sensitive { " " strong { (words.method_sensitive) } }
            }
        }
    }
}

fn weights(report: &Report<'_>, words: &Words) -> Markup {
    html! {
        @if !report.questionnaire.dimensions.is_empty() {
            (words.method_weights) " "
            @for (n, d) in report.questionnaire.dimensions.iter().enumerate() {
                @if n > 0 { ", " }
                (content(report, &d.short)) " " (dates::number(report.lang, d.weight, 1)) "%"
            }
            "."
        }
    }
}
