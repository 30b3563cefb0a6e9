//! The condition language of visibility, admissibility and suggestions (autodiagnosi, section 5): small, typed,
//! parsed once.

mod evaluate;
mod grounds;
mod ids;
mod lexer;
mod print;
mod syntax;
mod tree;

pub use evaluate::Facts;
pub use ids::{is_name, is_option, is_question};
pub use syntax::{DEEPEST, Expected, Syntax, SyntaxFault};
pub use tree::{Names, Place, Placed, Tree, Written};

/// A condition over the answers. An atom on a question without a valid answer is false, whatever its operator; only
/// `not` inverts.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    Always,
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    /// A condition that the questionnaire gives a name to, with its definition.
    Named(String, Box<Condition>),
    Atom(Atom),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Atom {
    /// `Q07 = d`
    Is { question: String, option: String },
    /// `Q07 != z`; on a multiple choice: the option is not among those chosen.
    IsNot { question: String, option: String },
    /// `Q07 in {a,b}`
    In { question: String, options: Vec<String> },
    /// `Q05 has {a,c}`: at least one of them.
    Has { question: String, options: Vec<String> },
    /// `level(Q09) <= 3`
    Level { question: String, is: Comparison, than: f64 },
    /// `value(Q24) < 6`
    Value { question: String, is: Comparison, than: f64 },
    /// `points(Q19) < 55`
    Points { question: String, is: Comparison, than: f64 },
    /// `rows(Q08,c,1..4) >= 2`: rows from the first to the fourth that have column c.
    Rows { question: String, column: String, from: usize, to: usize, is: Comparison, than: f64 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    Less,
    AtMost,
    Equal,
    AtLeast,
    Greater,
}

impl Atom {
    /// The question the atom is about.
    pub fn question(&self) -> &str {
        match self {
            Atom::Is { question, .. }
            | Atom::IsNot { question, .. }
            | Atom::In { question, .. }
            | Atom::Has { question, .. }
            | Atom::Level { question, .. }
            | Atom::Value { question, .. }
            | Atom::Points { question, .. }
            | Atom::Rows { question, .. } => question,
        }
    }

    /// The options or the column it names; none for the atoms that compare a number.
    pub fn options(&self) -> &[String] {
        match self {
            Atom::Is { option, .. } | Atom::IsNot { option, .. } => std::slice::from_ref(option),
            Atom::In { options, .. } | Atom::Has { options, .. } => options,
            Atom::Rows { column, .. } => std::slice::from_ref(column),
            Atom::Level { .. } | Atom::Value { .. } | Atom::Points { .. } => &[],
        }
    }
}

impl Condition {
    /// Every atom, from left to right, those of named conditions included.
    pub fn atoms(&self) -> Vec<&Atom> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a Atom>) {
        match self {
            Condition::Always => {}
            Condition::Not(inner) | Condition::Named(_, inner) => inner.collect(found),
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|p| p.collect(found)),
            Condition::Atom(atom) => found.push(atom),
        }
    }

    /// Ids of the questions it depends on, each once, in order of first mention.
    pub fn questions(&self) -> Vec<&str> {
        let mut ids = Vec::new();
        for atom in self.atoms() {
            if !ids.contains(&atom.question()) {
                ids.push(atom.question());
            }
        }
        ids
    }
}

#[cfg(test)]
mod tests;
