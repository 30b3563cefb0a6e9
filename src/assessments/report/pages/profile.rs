//! The profile: radar and its table, strengths, the main gaps, and what is missing where conclusions are not full.

use maud::{Markup, html};

use super::{content, figure, following, part, percent, question, whole};
use crate::assessments::report::Report;
use crate::assessments::report::words::Words;
use crate::domain::direction::NAMED;
use crate::domain::order::rounded;
use crate::domain::points::DimensionScore;
use crate::domain::positioning::{Placement, Reliability};
use crate::domain::progress::missing;
use crate::ui::charts::{self, Axis, radar};
use crate::ui::table::{Column, table};

pub(super) fn profile(report: &Report<'_>, words: &Words) -> Markup {
    let lead = if report.direction().is_some() { words.profile_lead } else { words.profile_lead_alone };
    let title = if report.direction().is_some() { words.radar } else { words.profile };
    html! {
        (part("profilo", words.profile, html! {
            p { (lead) }
            (radar("radar", title, &axes(report), report.lang))
            (in_figures(report, words))
            @if report.comparison().is_some() {
                div .aff-strengths-gaps {
                    div { (strengths(report, words)) }
                    div { (gaps(report, words)) }
                }
            }
        }))
        (lacking(report, words))
    }
}

/// What the dimension would be at the target, none without one; shown figures, so that table and chart agree.
fn target(report: &Report<'_>, place: usize) -> Option<f64> {
    Some(rounded(report.direction()?.target.profile.get(place)?.score, 0))
}

fn today(dimension: &DimensionScore<'_>) -> Option<f64> {
    dimension.score.map(|score| rounded(score, 0))
}

/// The difference of the two figures shown, so that whoever subtracts them finds it.
fn gap(report: &Report<'_>, place: usize) -> Option<f64> {
    let dimension = report.sheet().dimensions.get(place)?;
    Some((target(report, place)? - today(dimension)?).max(0.0))
}

fn axes(report: &Report<'_>) -> Vec<Axis> {
    let dimensions = report.sheet().dimensions.iter().enumerate();
    let axis = |(place, d): (usize, &DimensionScore<'_>)| Axis {
        label: d.dimension.short.clone(),
        today: today(d),
        target: target(report, place),
    };
    dimensions.map(axis).collect()
}

fn in_figures(report: &Report<'_>, words: &Words) -> Markup {
    let directed = report.direction().is_some();
    let mut columns = vec![Column::new(words.dimension), Column::new(words.today).figures()];
    if directed {
        columns.extend([Column::new(words.target).figures(), Column::new(words.gap).figures()]);
    }
    columns.push(Column::new(words.coverage).figures());
    let body = html! {
        @for (place, d) in report.sheet().dimensions.iter().enumerate() {
            tr {
                th scope="row" { (content(report, &d.dimension.name)) }
                td .aff-figures { (figure(report, words, today(d))) }
                @if directed {
                    td .aff-figures { (figure(report, words, target(report, place))) }
                    td .aff-figures { (figure(report, words, gap(report, place))) }
                }
                td .aff-figures { (d.coverage.map_or_else(|| words.nothing.to_owned(), |c| percent(report, c) + "%")) }
            }
        }
    };
    table("profilo-tabella", words.profile_caption, &columns, body, report.lang.words())
}

fn strengths(report: &Report<'_>, words: &Words) -> Markup {
    let Some(comparison) = report.comparison() else { return Markup::default() };
    let score = |id: &str| report.sheet().dimensions.iter().find(|d| d.dimension.id == id).and_then(|d| d.score);
    html! {
        h3 { (words.strengths) }
        @if comparison.strengths.is_empty() { p { (words.strengths_none) } }
        ul {
            @for dimension in &comparison.strengths {
                li {
                    strong { (content(report, &dimension.name)) }
                    @if let Some(score) = score(&dimension.id) { " (" (whole(report, score)) ")" }
                    ". " (content(report, &dimension.why))
                }
            }
        }
    }
}

fn gaps(report: &Report<'_>, words: &Words) -> Markup {
    let Some(direction) = report.direction() else { return Markup::default() };
    let main: Vec<_> = direction.gaps.iter().take(NAMED).collect();
    let place = |id: &str| report.questionnaire.dimensions.iter().position(|d| d.id == id);
    let drawn = main.iter().filter_map(|gap| {
        let at = place(&gap.dimension.id)?;
        let today = report.sheet().dimensions.get(at).and_then(today);
        Some(charts::Gap {
            label: gap.dimension.name.clone(),
            lang: report.content().map(str::to_owned),
            today,
            target: target(report, at),
        })
    });
    let drawn: Vec<_> = drawn.collect();
    html! {
        h3 { (words.gaps) }
        @if main.is_empty() { p { (words.gaps_none) } } @else { (charts::gaps(&drawn, report.lang)) }
    }
}

/// Where there is no positioning, or only an indicative one.
pub(super) fn is_lacking(report: &Report<'_>) -> bool {
    report.comparison().is_some_and(|c| !matches!(c.placement, Placement::Placed(_)) || c.reliability != Reliability::Full)
}

/// The answers that would make the conclusions full.
fn lacking(report: &Report<'_>, words: &Words) -> Markup {
    if !is_lacking(report) {
        return Markup::default();
    }
    let required = report.questionnaire.positioning.as_ref().map_or(&[] as &[String], |p| &p.required);
    let mut questions = missing(report.sheet());
    questions.sort_by_key(|m| !required.contains(&m.score.question.id));
    following(
        "manca",
        words.lacking,
        html! {
            @if questions.is_empty() { p { (words.lacking_none) } } @else { p { (words.lacking_lead) } }
            ul .aff-questions {
                @for m in &questions {
                    li {
                        (question(report, m.score.question))
                        @if required.contains(&m.score.question.id) { " – " strong { (words.lacking_decides) } }
                        @if m.dont_know { " (" (words.lacking_unknown) ")" }
                    }
                }
            }
        },
    )
}
