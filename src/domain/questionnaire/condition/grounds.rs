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
