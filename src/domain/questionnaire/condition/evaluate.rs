//! Whether a condition holds, given what was answered (autodiagnosi, section 5, opening words).

use super::{Atom, Comparison, Condition};
use crate::domain::questionnaire::Answer;

/// What a condition may ask. The scoring knows which questions are visible and what answers are worth.
pub trait Facts {
    /// The valid answer to a question: visible, present, neither `NS` nor `NA`; of a matrix, at least one row with
    /// points.
    fn answer(&self, question: &str) -> Option<&Answer>;

    /// The points of a question, 0–100, not rounded; of a matrix, the mean of its rows. None without a valid answer,
    /// and for an option excluded from scoring.
    fn points(&self, question: &str) -> Option<f64>;

    /// The id of the nth row of a matrix, the first being 1: conditions count rows, answers name them.
    fn row(&self, question: &str, number: usize) -> Option<&str>;
}

impl Condition {
    pub fn holds(&self, facts: &impl Facts) -> bool {
        match self {
            Condition::Always => true,
            Condition::Not(inner) => !inner.holds(facts),
            Condition::All(parts) => parts.iter().all(|part| part.holds(facts)),
            Condition::Any(parts) => parts.iter().any(|part| part.holds(facts)),
            Condition::Named(_, definition) => definition.holds(facts),
            Condition::Atom(atom) => atom.holds(facts),
        }
    }
}

impl Atom {
    /// False without a valid answer, `!=` included: only `not` inverts.
    fn holds(&self, facts: &impl Facts) -> bool {
        let Some(answer) = facts.answer(self.question()) else {
            return false;
        };
        match (self, answer) {
            (Atom::Is { option, .. }, Answer::Choice(chosen)) => chosen == option,
            (Atom::IsNot { option, .. }, Answer::Choice(chosen)) => chosen != option,
            (Atom::IsNot { option, .. }, Answer::Choices(chosen)) => !chosen.contains(option),
            (Atom::In { options, .. }, Answer::Choice(chosen)) => options.contains(chosen),
            (Atom::Has { options, .. }, Answer::Choices(chosen)) => chosen.iter().any(|c| options.contains(c)),
            (Atom::Level { is, than, .. }, Answer::Level(level)) => is.holds(f64::from(*level), *than),
            (Atom::Value { is, than, .. }, Answer::Number(value)) => is.holds(*value, *than),
            (Atom::Points { question, is, than }, _) => facts.points(question).is_some_and(|p| is.holds(p, *than)),
            (Atom::Rows { question, column, from, to, is, than }, Answer::Rows(rows)) => {
                let chosen = |n: &usize| facts.row(question, *n).and_then(|row| rows.get(row)) == Some(column);
                is.holds((*from..=*to).filter(chosen).count() as f64, *than)
            }
            // The check of the questionnaire refuses an atom that does not fit the kind of its question.
            _ => false,
        }
    }
}

impl Comparison {
    /// Exact: thresholds are compared with values that are not rounded (section 5, point 12).
    pub fn holds(self, left: f64, right: f64) -> bool {
        match self {
            Comparison::Less => left < right,
            Comparison::AtMost => left <= right,
            Comparison::Equal => left == right,
            Comparison::AtLeast => left >= right,
            Comparison::Greater => left > right,
        }
    }
}
