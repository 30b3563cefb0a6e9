//! The answer that would be worth more: the next level of a question, and the least answer that reaches a target
//! (autodiagnosi, section 5.10, end).
//!
//! What an ente already does stays: options are added and rows are raised, never taken away.

use std::collections::BTreeMap;

use super::question::{QuestionScore, interpolated};
use super::raise::{Raise, least};
use super::why::Why;
use crate::domain::order::{NEGLIGIBLE, above, at_least};
use crate::domain::questionnaire::{Answer, Choice, Kind, Number, Row};

/// An answer worth more than the present one.
#[derive(Debug, Clone, PartialEq)]
pub struct Better<'a> {
    /// 0–100, not rounded.
    pub points: f64,
    /// What changes.
    pub step: Step<'a>,
    /// The whole answer after the change.
    pub answer: Answer,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Step<'a> {
    /// Another option or level.
    To(&'a Choice),
    /// Options besides those already chosen; an exclusive one ("nothing of this") goes.
    Add(Vec<&'a Choice>),
    /// A number, in the unit of the question.
    Value(f64),
    /// Rows of a matrix, each with its new column.
    Rows(Vec<(&'a Row, &'a Choice)>),
}

impl<'a> QuestionScore<'a> {
    /// The least answer worth more than the present one (of a number, the next knot of its curve); none without
    /// points, and at the top.
    pub fn next_level(&self) -> Option<Better<'a>> {
        self.least(Search { now: self.points()?, target: None })
    }

    /// The least answer worth `target` points; none without points, where they are already reached, and where no
    /// answer is worth so much.
    pub fn reaching(&self, target: f64) -> Option<Better<'a>> {
        let now = self.points().filter(|now| !at_least(*now, target))?;
        self.least(Search { now, target: Some(target) })
    }

    fn least(&self, search: Search) -> Option<Better<'a>> {
        match (&self.question.kind, self.answer?) {
            (Kind::Single { options }, _) => search.option(options),
            (Kind::YesNo { options }, _) => search.option(options),
            (Kind::Maturity { levels }, _) => search.level(levels),
            (Kind::Multiple { options }, Answer::Choices(ids)) => search.addition(options, ids),
            (Kind::Number(number), _) => search.value(number),
            (Kind::Matrix { columns, .. }, Answer::Rows(given)) => match self.why()? {
                Why::Mean { counted, .. } => search.rows(columns, &counted, given),
                _ => None,
            },
            _ => None,
        }
    }
}

/// What is looked for: the target, or anything above the present points.
#[derive(Clone, Copy)]
struct Search {
    now: f64,
    target: Option<f64>,
}

impl Search {
    fn enough(self, points: f64) -> bool {
        self.target.map_or_else(|| above(points, self.now), |target| at_least(points, target))
    }

    fn option(self, options: &[Choice]) -> Option<Better<'_>> {
        let (_, option, points) = self.choice(options)?;
        Some(Better { points, step: Step::To(option), answer: Answer::Choice(option.id.clone()) })
    }

    fn level(self, levels: &[Choice]) -> Option<Better<'_>> {
        let (place, level, points) = self.choice(levels)?;
        Some(Better { points, step: Step::To(level), answer: Answer::Level(u8::try_from(place + 1).ok()?) })
    }

    /// The choice with the fewest points that are enough; of equals, the first.
    fn choice(self, choices: &[Choice]) -> Option<(usize, &Choice, f64)> {
        let scored = choices.iter().enumerate().filter_map(|(i, c)| c.points.map(|points| (i, c, points)));
        scored.filter(|(_, _, points)| self.enough(*points)).min_by(|a, b| a.2.total_cmp(&b.2))
    }

    /// Options to add to those chosen; exclusive ones apart, for they may only be chosen alone.
    fn addition<'a>(self, options: &'a [Choice], ids: &[String]) -> Option<Better<'a>> {
        let (kept, open): (Vec<_>, Vec<_>) = options.iter().filter(|o| !o.exclusive).partition(|o| ids.contains(&o.id));
        let sum = |chosen: &[&Choice]| chosen.iter().filter_map(|o| o.points).sum::<f64>();
        let scored = open.into_iter().filter_map(|o| o.points.map(|gain| vec![Raise { gain, by: o }]));
        let found = least(&scored.collect::<Vec<_>>(), |gain| self.enough((sum(&kept) + gain).min(100.0)))?;
        let new: Vec<&Choice> = found.into_iter().map(|(_, option)| option).collect();
        let after = options.iter().filter(|o| kept.iter().chain(&new).any(|k| k.id == o.id)).map(|o| o.id.clone());
        let points = (sum(&kept) + sum(&new)).min(100.0);
        Some(Better { points, answer: Answer::Choices(after.collect()), step: Step::Add(new) })
    }

    /// Rows that count today, raised; the others stay out of the mean, as they are now.
    fn rows<'a>(self, columns: &'a [Choice], counted: &[(&'a Row, &'a Choice)], given: &BTreeMap<String, String>) -> Option<Better<'a>> {
        let mean = |gain: f64| self.now + gain / counted.len() as f64;
        let raises: Vec<_> = counted.iter().map(|(_, column)| raises(columns, column)).collect();
        let found = least(&raises, |gain| self.enough(mean(gain)))?;
        let step: Vec<_> = found.into_iter().map(|(place, column)| (counted[place].0, column)).collect();
        let mut rows = given.clone();
        rows.extend(step.iter().map(|(row, column)| (row.id.clone(), column.id.clone())));
        let points = counted.iter().filter_map(|(row, _)| columns.iter().find(|c| rows.get(&row.id) == Some(&c.id))?.points);
        let points = points.sum::<f64>() / counted.len() as f64;
        Some(Better { points, step: Step::Rows(step), answer: Answer::Rows(rows) })
    }

    /// The least value of the curve, a whole one where the question wants whole numbers.
    fn value<'a>(self, number: &Number) -> Option<Better<'a>> {
        let value = match self.target {
            Some(target) => crossing(&number.curve, target)?,
            None => number.curve.iter().find(|(_, points)| above(*points, self.now))?.0,
        };
        let value = if number.decimals { value } else { (value - NEGLIGIBLE).ceil() };
        let points = interpolated(number, value).filter(|_| value <= number.max)?;
        Some(Better { points, step: Step::Value(value), answer: Answer::Number(value) })
    }
}

/// Columns worth more than the present one, each with what it adds.
fn raises<'a>(columns: &'a [Choice], now: &Choice) -> Vec<Raise<&'a Choice>> {
    let now = now.points.unwrap_or(0.0);
    let gain = |c: &'a Choice| c.points.map(|points| Raise { gain: points - now, by: c });
    columns.iter().filter_map(gain).filter(|raise| above(raise.gain, 0.0)).collect()
}

/// The least value at which the curve reaches so many points.
fn crossing(curve: &[(f64, f64)], target: f64) -> Option<f64> {
    let &(first, points) = curve.first()?;
    if at_least(points, target) {
        return Some(first);
    }
    let &[(x0, y0), (x1, y1)] = curve.array_windows().find(|[_, (_, y)]| at_least(*y, target))?;
    Some(x0 + (target.min(y1) - y0) / (y1 - y0) * (x1 - x0))
}
