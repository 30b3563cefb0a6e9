//! Which answers make a condition what it is: a report says why a suggestion is there, and why a model is not possible.

use super::{Condition, Facts};

impl Condition {
    /// Ids of the questions whose answers make the condition true, or false, each once, in order of mention. Of parts of
    /// which one is enough, those that do not matter are left out.
    pub fn grounds<'a>(&'a self, facts: &impl Facts) -> Vec<&'a str> {
        let mut found = Vec::new();
        self.gather(facts, self.holds(facts), &mut found);
        found
    }

    fn gather<'a>(&'a self, facts: &impl Facts, holds: bool, found: &mut Vec<&'a str>) {
        match self {
            Condition::Always => {}
            Condition::Not(inner) => inner.gather(facts, !holds, found),
            Condition::Named(_, inner) => inner.gather(facts, holds, found),
            // A whole that holds needs all its parts; one that does not fails by those that do not. "Any" is its mirror.
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().filter(|part| part.holds(facts) == holds).for_each(|part| part.gather(facts, holds, found));
            }
            Condition::Atom(atom) if !found.contains(&atom.question()) => found.push(atom.question()),
            Condition::Atom(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::{Facts, Names, Tree};
    use crate::domain::questionnaire::Answer;

    struct Given(BTreeMap<&'static str, Answer>);

    impl Facts for Given {
        fn answer(&self, question: &str) -> Option<&Answer> {
            self.0.get(question)
        }
        fn points(&self, _: &str) -> Option<f64> {
            None
        }
        fn row(&self, _: &str, _: usize) -> Option<&str> {
            None
        }
    }

    #[test]
    fn only_the_parts_that_decide_are_grounds() {
        let given = Given(["A", "B", "C"].map(|id| (id, Answer::Choice("x".into()))).into());
        let cases: [(&str, &[&str]); 9] = [
            ("always", &[]),
            ("A = x", &["A"]),
            ("A = y", &["A"]),
            ("A = x and B = x", &["A", "B"]),
            ("A = x and B = y and C = z", &["B", "C"]),
            ("A = y or B = x", &["B"]),
            ("A = y or B = y", &["A", "B"]),
            ("not (A = y or B = y)", &["A", "B"]),
            ("C = x and not (A = x and B = y) and C != y", &["C", "B"]),
        ];
        for (text, expected) in cases {
            let condition = Tree::read(text).unwrap().resolve(&Names::new()).unwrap();
            assert_eq!(condition.grounds(&given), expected, "{text}");
        }
    }
}
