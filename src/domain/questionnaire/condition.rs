//! The condition language of visibility, admissibility and suggestions (autodiagnosi, section 5): small, typed,
//! parsed once.

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
