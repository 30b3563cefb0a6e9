//! The models as bars of affinity, and the table that says why each is possible or not.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::{answer, content, examples, figure, part, summary};
use crate::assessments::report::Report;
use crate::assessments::report::words::Words;
use crate::domain::order::{by_id, rank, rounded};
use crate::domain::positioning::{Compared, Place, Placement, Verdict, affinity};
use crate::domain::questionnaire::Condition;
use crate::ui::charts::{Bar, bars};
use crate::ui::conditions;
use crate::ui::table::{Column, table};

pub(super) fn models(report: &Report<'_>, words: &Words) -> Markup {
    let Some(Placement::Placed(place)) = report.comparison().map(|c| &c.placement) else { return Markup::default() };
    let ordered = nearest_first(place);
    part(
        "modelli",
        words.models,
        html! {
            p { (words.models_lead) }
            (bars(&drawn(report, place, &ordered, words), report.lang))
            (in_figures(report, &ordered, words))
            (told(report, &ordered, words))
        },
    )
}

/// Who tells how it works, model by model.
fn told(report: &Report<'_>, ordered: &[Compared<'_>], words: &Words) -> Markup {
    let with: Vec<_> = ordered.iter().map(|m| (m, report.examples_of(&m.model.id))).filter(|(_, all)| !all.is_empty()).collect();
    html! {
        @if !with.is_empty() {
            h3 { (words.examples) }
            @for (m, all) in &with { p { strong { (content(report, &m.model.name)) } } (examples(all, words)) }
        }
    }
}

/// By affinity as shown on the page, not by number: numbers would look like the steps of a ladder.
fn nearest_first<'a>(place: &Place<'a>) -> Vec<Compared<'a>> {
    let mut models = place.models.clone();
    rank(&mut models, |m| m.distance.map_or(f64::MIN, |d| -d), |a, b| by_id(&a.model.id, &b.model.id));
    models
}

fn shown(model: &Compared<'_>) -> Option<f64> {
    model.distance.map(|distance| rounded(affinity(distance), 0))
}

fn drawn(report: &Report<'_>, place: &Place<'_>, ordered: &[Compared<'_>], words: &Words) -> Vec<Bar> {
    let (first, second) = summary::both(report, place);
    let chosen = match place.verdict {
        Verdict::None => [None, None],
        Verdict::Hybrid => [first, second],
        Verdict::Single | Verdict::Clear | Verdict::Prevalent => [first, None],
    };
    let is_chosen = |id: &str| chosen.iter().flatten().any(|m| m.id == id);
    let bar = |m: &Compared<'_>| Bar {
        label: m.model.name.clone(),
        lang: report.content().map(str::to_owned),
        value: shown(m),
        chosen: is_chosen(&m.model.id),
        admissible: m.admissible,
        note: (!m.admissible).then(|| words.not_possible.to_owned()),
    };
    ordered.iter().map(bar).collect()
}

fn in_figures(report: &Report<'_>, ordered: &[Compared<'_>], words: &Words) -> Markup {
    let columns = [Column::new(words.model), Column::new(words.affinity).figures(), Column::new(words.admissible)];
    let body = html! {
        @for m in ordered {
            tr {
                th scope="row" { (content(report, &m.model.name)) " " span .aff-id { (m.model.id) } }
                td .aff-figures { (figure(report, words, shown(m))) }
                td { strong { (if m.admissible { words.yes } else { words.no }) } " " (why(report, m, words)) }
            }
        }
    };
    table("modelli-tabella", words.models_caption, &columns, body, report.lang.words())
}

fn why(report: &Report<'_>, model: &Compared<'_>, words: &Words) -> Markup {
    let condition = &model.model.admissible;
    if *condition == Condition::Always {
        return html! { (words.always_admissible) };
    }
    let clause = conditions::words(condition, report.questionnaire, report.lang);
    html! {
        ((if model.admissible { words.admitted_because } else { words.excluded_unless })(&clause))
        ul .aff-grounds {
            @for id in condition.grounds(report.sheet()) { (ground(report, model, id, words)) }
        }
    }
}

/// One answer that decides it: as given, and what the letters of the condition stand for.
fn ground(report: &Report<'_>, model: &Compared<'_>, id: &str, words: &Words) -> Markup {
    let Some(scored) = report.sheet().find(id) else { return Markup::default() };
    let atoms = model.model.admissible.atoms().into_iter().filter(|atom| atom.question() == id);
    let wanted: BTreeSet<&String> = atoms.flat_map(|atom| atom.options()).collect();
    let wanted = wanted.into_iter().filter_map(|option| scored.question.kind.choice(option));
    let wanted: Vec<_> = wanted.map(|choice| format!("{}) {}", choice.id, choice.text)).collect();
    html! {
        li {
            (id) ", "
            @if !model.admissible && !wanted.is_empty() { (words.wanted) ": " (content(report, &wanted.join("; "))) br; }
            (words.answered_now) " " strong { (answer(report, scored.question, scored.answer, words)) }
        }
    }
}
