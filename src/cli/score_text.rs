//! A scoring to read in a terminal: rounded, in words.

use super::words::score::{Words, words};
use crate::domain::points::Sheet;
use crate::domain::positioning::{Near, Place, Placement, affinity};
use crate::domain::questionnaire::Model;
use crate::domain::scoring::{Comparison, Direction, Scoring};
use crate::ui::dates;
use crate::ui::words::Lang;

pub(super) fn lines(scoring: &Scoring<'_>, lang: Lang) -> Vec<String> {
    let text = Text { lang, words: words(lang) };
    let questionnaire = scoring.sheet.questionnaire;
    let mut lines = vec![format!("{} · {} {}", questionnaire.title, text.words.version, questionnaire.version), String::new()];
    lines.extend(text.dimensions(&scoring.sheet));
    lines.push(text.overall(scoring));
    if let Some(comparison) = &scoring.comparison {
        lines.extend(text.comparison(comparison));
    }
    let duties = scoring.duties.iter().map(|s| format!("  {} {}", s.id, s.title));
    lines.extend(text.list(text.words.duties, duties.collect()));
    let ignored: Vec<&str> = scoring.sheet.ignored().map(|q| q.question.id.as_str()).collect();
    if !ignored.is_empty() {
        lines.extend([String::new(), (text.words.ignored)(&ignored.join(", "))]);
    }
    lines
}

struct Text {
    lang: Lang,
    words: &'static Words,
}

impl Text {
    fn number(&self, value: f64, decimals: usize) -> String {
        dates::number(self.lang, value, decimals)
    }

    fn percent(&self, share: f64) -> String {
        format!("{}%", self.number(share * 100.0, 0))
    }

    fn dimensions(&self, sheet: &Sheet<'_>) -> Vec<String> {
        let width = sheet.dimensions.iter().map(|d| d.dimension.name.chars().count()).max().unwrap_or(0);
        let line = |d: &crate::domain::points::DimensionScore<'_>| {
            let score = d.score.map_or(self.words.no_score.to_owned(), |s| self.number(s, 1));
            let coverage = d.coverage.map_or(self.words.no_score.to_owned(), |c| self.percent(c));
            format!("{:<4}{:<width$}{score:>8}   {} {coverage}", d.dimension.id, d.dimension.name, self.words.coverage)
        };
        sheet.dimensions.iter().map(line).collect()
    }

    fn overall(&self, scoring: &Scoring<'_>) -> String {
        let coverage = scoring.sheet.coverage.map_or(self.words.no_score.to_owned(), |c| self.percent(c));
        let reliability = scoring.comparison.as_ref().map(|c| (self.words.reliability)(c.reliability));
        let overall = (self.words.overall)(&coverage);
        reliability.map_or(overall.clone(), |reliability| format!("{overall} · {reliability}"))
    }

    fn comparison(&self, comparison: &Comparison<'_>) -> Vec<String> {
        let mut lines = vec![match comparison.participation {
            None => self.words.offices_unknown.to_owned(),
            Some(p) if p.single => format!("{} · {}", (self.words.offices)(p.offices), self.words.one_office),
            Some(p) => (self.words.offices)(p.offices),
        }];
        lines.push(String::new());
        lines.extend(self.placement(&comparison.placement));
        let strengths: Vec<String> = comparison.strengths.iter().map(|d| format!("{} {}", d.id, d.name)).collect();
        let strengths = if strengths.is_empty() { self.words.no_strengths.to_owned() } else { strengths.join(", ") };
        lines.push(format!("{}: {strengths}", self.words.strengths));
        lines.extend(comparison.direction.iter().flat_map(|d| self.direction(d)));
        lines
    }

    fn placement(&self, placement: &Placement<'_>) -> Vec<String> {
        let title = self.words.positioning;
        match placement {
            Placement::Missing(questions) => {
                let ids: Vec<&str> = questions.iter().map(|q| q.id.as_str()).collect();
                vec![format!("{title}: {}", (self.words.missing)(&ids.join(", ")))]
            }
            Placement::Insufficient => vec![format!("{title}: {}", self.words.insufficient)],
            Placement::Placed(place) => self.place(place),
        }
    }

    fn place(&self, place: &Place<'_>) -> Vec<String> {
        let words = self.words;
        let verdict = (words.verdict)(place.verdict);
        let mut lines = vec![match place.first {
            Some(first) => format!("{}: {} · {verdict}", words.positioning, named(first.model)),
            None => format!("{}: {verdict}", words.positioning),
        }];
        let distance = |near: Near<'_>| self.number(near.distance, 1);
        let first = place.first.map(|n| (words.affinity)(&self.number(affinity(n.distance), 0), &distance(n)));
        let second = place.second.zip(place.margin);
        let second = second.map(|(n, margin)| (words.second)(&named(n.model), &distance(n), &self.number(margin, 1)));
        let functioning = place.functioning.map(|n| (words.functioning)(&named(n.model)));
        let robustness = (words.robustness)(place.robustness.held, place.robustness.of);
        let sensitive = place.sensitive.then(|| words.sensitive.to_owned());
        let admissible: Vec<&str> = place.models.iter().filter(|m| m.admissible).map(|m| m.model.id.as_str()).collect();
        let admissible = format!("{}: {}", words.admissible, admissible.join(", "));
        let details = [first, second, functioning, Some(robustness), sensitive, Some(admissible)];
        lines.extend(details.into_iter().flatten().map(|detail| format!("  {detail}")));
        lines
    }

    fn direction(&self, direction: &Direction<'_>) -> Vec<String> {
        let words = self.words;
        let target = format!("{}: {}", words.target, named(direction.target));
        let target = if direction.consolidation { format!("{target} · {}", words.consolidation) } else { target };
        let gaps: Vec<String> = direction.gaps.iter().map(|g| format!("{} {}", g.dimension.id, self.number(g.gap, 1))).collect();
        let gaps = if gaps.is_empty() { words.no_gaps.to_owned() } else { gaps.join("; ") };
        let ranked = direction.suggestions.iter().enumerate().map(|(i, r)| {
            format!("{:>3}. {} {} ({}, {})", i + 1, r.suggestion.id, r.suggestion.title, r.dimension.id, self.number(r.weight, 2))
        });
        let mut lines = vec![target, format!("{}: {gaps}", words.gaps)];
        match direction.suggestions.is_empty() {
            true => lines.push(format!("{}: {}", words.suggestions, words.no_suggestions)),
            false => lines.extend(self.list(words.suggestions, ranked.collect())),
        }
        lines
    }

    /// A title with its items under it; nothing where there are none.
    fn list(&self, title: &str, items: Vec<String>) -> Vec<String> {
        if items.is_empty() {
            return Vec::new();
        }
        [String::new(), format!("{title}:")].into_iter().chain(items).collect()
    }
}

fn named(model: &Model) -> String {
    format!("{} {}", model.id, model.name)
}
