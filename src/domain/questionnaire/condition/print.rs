//! A condition written back in its own language: what is printed parses to the same condition.

use std::fmt::{self, Display, Formatter};

use super::{Atom, Comparison, Condition};

impl Display for Condition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Condition::Always => f.write_str("always"),
            Condition::Not(inner) => {
                f.write_str("not ")?;
                operand(inner, f)
            }
            Condition::All(parts) => joined(parts, " and ", f),
            Condition::Any(parts) => joined(parts, " or ", f),
            Condition::Named(name, _) => f.write_str(name),
            Condition::Atom(atom) => atom.fmt(f),
        }
    }
}

fn joined(parts: &[Condition], word: &str, f: &mut Formatter<'_>) -> fmt::Result {
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            f.write_str(word)?;
        }
        operand(part, f)?;
    }
    Ok(())
}

/// Parentheses around everything composed, also where precedence would do without: the eye needs them more.
fn operand(part: &Condition, f: &mut Formatter<'_>) -> fmt::Result {
    match part {
        Condition::All(_) | Condition::Any(_) => write!(f, "({part})"),
        _ => part.fmt(f),
    }
}

impl Display for Atom {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Atom::Is { question, option } => write!(f, "{question} = {option}"),
            Atom::IsNot { question, option } => write!(f, "{question} != {option}"),
            Atom::In { question, options } => write!(f, "{question} in {{{}}}", options.join(",")),
            Atom::Has { question, options } => write!(f, "{question} has {{{}}}", options.join(",")),
            Atom::Level { question, is, than } => write!(f, "level({question}) {is} {than}"),
            Atom::Value { question, is, than } => write!(f, "value({question}) {is} {than}"),
            Atom::Points { question, is, than } => write!(f, "points({question}) {is} {than}"),
            Atom::Rows { question, column, from, to, is, than } => {
                write!(f, "rows({question},{column},{from}..{to}) {is} {than}")
            }
        }
    }
}

impl Display for Comparison {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Comparison::Less => "<",
            Comparison::AtMost => "<=",
            Comparison::Equal => "=",
            Comparison::AtLeast => ">=",
            Comparison::Greater => ">",
        })
    }
}
