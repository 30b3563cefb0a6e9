//! The first page: who closed what, the verdict in a sentence, and what to do first.

use maud::{Markup, html};

use super::{content, fill, percent, question};
use crate::assessments::report::words::{Words, ente_first, ente_inside};
use crate::assessments::report::{FIRST, Report};
use crate::domain::positioning::{Place, Placement, Reliability, Verdict};
use crate::domain::questionnaire::{Model, Question};
use crate::domain::scoring::Comparison;
use crate::ui::dates;
use crate::ui::page::{Tone, alert};

pub(super) fn summary(report: &Report<'_>, words: &Words) -> Markup {
    html! {
        section .aff-part #sintesi aria-labelledby="sintesi-titolo" {
            h2 #sintesi-titolo .visually-hidden { (words.summary) }
            (reopened(report, words))
            div .aff-glance {
                div {
                    @if let Some(comparison) = report.comparison() {
                        (verdict(report, comparison, words))
                        (described(report, comparison, words))
                        (target(report, comparison, words))
                        (first_things(report, words))
                    }
                }
                div .aff-glance-side {
                    (reliability(report, words))
                    (facts(report, words))
                }
            }
        }
    }
}

fn reopened(report: &Report<'_>, words: &Words) -> Markup {
    html! {
        @if let Some(reopening) = &report.closing.reopening {
            (alert(Tone::Info, &html! {
                ((words.reopened)(&dates::moment(report.lang, reopening.at), &reopening.by, reopening.reason.trim_end_matches('.')))
            }))
        }
    }
}

fn facts(report: &Report<'_>, words: &Words) -> Markup {
    let closing = report.closing;
    let act = (!closing.act.is_empty()).then_some(closing.act.as_str());
    html! {
        h3 { (words.facts) }
        dl .aff-report-facts {
            div { dt { (words.closed) } dd { ((words.closed_value)(&dates::moment(report.lang, closing.closed_at), closing.number)) } }
            div { dt { (words.closed_by) } dd { (closing.name) ", " (closing.office) } }
            div { dt { (words.authorised_by) } dd { (closing.authorised_by) } }
            @if let Some(act) = act { div { dt { (words.act) } dd { (act) } } }
            div {
                dt { (words.questionnaire) }
                dd { (content(report, &report.questionnaire.title)) ", " ((words.version)(&report.questionnaire.version)) }
            }
        }
    }
}

/// The name of a model inside a sentence.
fn named(report: &Report<'_>, model: &Model) -> Markup {
    html! { strong { (content(report, &model.name)) } }
}

/// A sentence about the ente, and about at most two models.
fn about(report: &Report<'_>, sentence: &str, model: Option<&Model>, other: Option<&Model>) -> Markup {
    let name = |model: Option<&Model>| model.map_or_else(Markup::default, |m| named(report, m));
    fill(
        sentence,
        &[
            ("ente", html! { (ente_first_in(report, sentence)) }),
            ("ente_inside", html! { (ente_inside(report.lang, report.ente)) }),
            ("model", name(model)),
            ("other", name(other)),
        ],
    )
}

/// With a capital letter only where the sentence begins with it.
fn ente_first_in(report: &Report<'_>, sentence: &str) -> String {
    if sentence.starts_with("{ente}") { ente_first(report.lang, report.ente) } else { ente_inside(report.lang, report.ente) }
}

fn verdict(report: &Report<'_>, comparison: &Comparison<'_>, words: &Words) -> Markup {
    match &comparison.placement {
        Placement::Missing(questions) => html! {
            p .aff-verdict { (about(report, if questions.len() == 1 { words.missing_one } else { words.missing_more }, None, None)) }
            (needed(report, questions, words))
            (to_complete(words))
        },
        Placement::Insufficient => html! {
            p .aff-verdict { (about(report, words.insufficient, None, None)) }
            (to_complete(words))
        },
        Placement::Placed(place) => html! {
            p .aff-verdict { (sentence(report, place, words)) }
            (form_and_functioning(report, place, words))
        },
    }
}

fn needed(report: &Report<'_>, questions: &[&Question], words: &Words) -> Markup {
    html! {
        p { (words.missing_which) }
        ul .aff-questions { @for q in questions { li { (question(report, q)) } } }
    }
}

fn to_complete(words: &Words) -> Markup {
    html! { p { (words.to_complete) " " a href="#manca" { (words.to_complete_link) } "." } }
}

fn sentence(report: &Report<'_>, place: &Place<'_>, words: &Words) -> Markup {
    let (first, second) = both(report, place);
    let template = match place.verdict {
        Verdict::None => words.none,
        Verdict::Single => words.single,
        Verdict::Clear => words.clear,
        Verdict::Prevalent => words.prevalent,
        Verdict::Hybrid => words.hybrid,
    };
    html! {
        (about(report, template, first, second))
        @if place.verdict == Verdict::None && let Some(nearest) = first { " " (about(report, words.none_nearest, Some(nearest), None)) }
    }
}

/// The first two admissible models, nearest first; of a hybrid in the order of the questionnaire, so that the order
/// chooses neither.
pub(super) fn both<'a>(report: &Report<'a>, place: &Place<'a>) -> (Option<&'a Model>, Option<&'a Model>) {
    let (first, second) = (place.first.map(|n| n.model), place.second.map(|n| n.model));
    let at = |model: Option<&Model>| report.questionnaire.models.iter().position(|m| Some(&m.id) == model.map(|m| &m.id));
    if place.verdict == Verdict::Hybrid && at(second) < at(first) { (second, first) } else { (first, second) }
}

/// What the acts say and what the scores resemble, where they differ (section 5.4).
fn form_and_functioning(report: &Report<'_>, place: &Place<'_>, words: &Words) -> Markup {
    let Some(functioning) = place.functioning else { return Markup::default() };
    let (first, second) = both(report, place);
    let form = if place.verdict == Verdict::Hybrid { words.form_two } else { words.form_one };
    html! {
        p .aff-form-functioning {
            (about(report, form, first, second)) " "
            (about(report, words.functioning, Some(functioning.model), None))
        }
    }
}

/// What the model is and when it makes sense; both of a hybrid.
fn described(report: &Report<'_>, comparison: &Comparison<'_>, words: &Words) -> Markup {
    let Placement::Placed(place) = &comparison.placement else { return Markup::default() };
    let (first, second) = both(report, place);
    let shown = [first, second.filter(|_| place.verdict == Verdict::Hybrid)];
    html! {
        div .aff-described {
            @for model in shown.into_iter().flatten() {
                div {
                    h3 { (content(report, &model.name)) }
                    p { strong { (words.what_it_is) ": " } (content(report, &model.description)) }
                    p { strong { (words.when_it_suits) ": " } (content(report, &model.suits)) }
                }
            }
        }
    }
}

fn target(report: &Report<'_>, comparison: &Comparison<'_>, words: &Words) -> Markup {
    let Some(present) = comparison.placement.model() else { return Markup::default() };
    html! {
        p .aff-target {
            @match &comparison.direction {
                None => { (words.no_target) },
                Some(direction) => {
                    @let stays = direction.target.id == present.id && !is_hybrid(comparison);
                    @let template = if stays { words.proposed_same } else { words.proposed };
                    (about(report, template, Some(direction.target), None))
                    @if direction.consolidation { " " (words.consolidation) }
                }
            }
        }
    }
}

/// Between two models there is none to stay in.
fn is_hybrid(comparison: &Comparison<'_>) -> bool {
    matches!(&comparison.placement, Placement::Placed(place) if place.verdict == Verdict::Hybrid)
}

fn first_things(report: &Report<'_>, words: &Words) -> Markup {
    let duties = report.scoring.duties.len();
    html! {
        @if let Some(direction) = report.direction() {
            h3 { (if direction.consolidation { words.first_things_consolidation } else { words.first_things }) }
            @if direction.suggestions.is_empty() { p { (words.no_first_things) } }
            ol .aff-first {
                @for ranked in direction.suggestions.iter().take(FIRST) {
                    li { a href={ "#" (ranked.suggestion.id) } { (content(report, &ranked.suggestion.title)) } }
                }
            }
        }
        @if duties > 0 { p { ((words.duties_too)(duties)) } }
    }
}

fn reliability(report: &Report<'_>, words: &Words) -> Markup {
    let Some(coverage) = report.sheet().coverage else { return Markup::default() };
    let covered = percent(report, coverage);
    let limit = |value: f64| dates::number(report.lang, value, 0);
    let placed = report.comparison().is_some_and(|c| matches!(c.placement, Placement::Placed(_)));
    let rules = report.questionnaire.positioning.as_ref().map(|p| &p.thresholds);
    html! {
        h3 { (words.reliability) }
        p {
            @match (report.comparison().map(|c| c.reliability), rules) {
                (Some(Reliability::Full), _) if placed => { ((words.reliability_full)(&covered)) },
                (Some(Reliability::Indicative), Some(rules)) => { ((words.reliability_indicative)(&covered, &limit(rules.coverage_full))) },
                (Some(Reliability::None), Some(rules)) => { ((words.reliability_none)(&covered, &limit(rules.coverage_least))) },
                _ => { ((words.coverage_only)(&covered)) },
            }
            @if let Some(participation) = report.comparison().and_then(|c| c.participation) { " " ((words.participation)(participation)) }
            @if let Some(Placement::Placed(Place { sensitive: true, .. })) = report.comparison().map(|c| &c.placement) {
                " " (words.method_sensitive)
            }
        }
    }
}
