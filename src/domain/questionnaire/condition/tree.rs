//! A condition as written: names not yet looked up, and every word with its place.

use std::collections::BTreeMap;

use super::syntax::{Parser, SyntaxFault};
use super::{Atom, Condition};

/// From where to where, in bytes of the condition's own text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub from: usize,
    pub to: usize,
}

impl Place {
    pub fn new(from: usize, to: usize) -> Place {
        Place { from, to }
    }
}

/// A thing and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<T> {
    pub at: Place,
    pub value: T,
}

/// Definitions of the bare names, by name.
pub type Names = BTreeMap<String, Condition>;

/// A condition as written: names are not yet looked up.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    Always,
    Not(Box<Tree>),
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Name(Placed<String>),
    Atom(Written),
}

/// An atom, and where its question and its options stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    pub atom: Atom,
    pub at: Place,
    pub question: Place,
    /// In the order of [`Atom::options`].
    pub options: Vec<Place>,
}

impl Tree {
    /// Reads a condition; the first fault ends the reading.
    pub fn read(text: &str) -> Result<Tree, SyntaxFault> {
        Parser::new(text)?.whole()
    }

    /// The condition, with names replaced by what they stand for; the names that stand for nothing otherwise.
    pub fn resolve(&self, names: &Names) -> Result<Condition, Vec<Placed<String>>> {
        match self {
            Tree::Always => Ok(Condition::Always),
            Tree::Not(inner) => Ok(Condition::Not(Box::new(inner.resolve(names)?))),
            Tree::All(parts) => Ok(Condition::All(resolve_each(parts, names)?)),
            Tree::Any(parts) => Ok(Condition::Any(resolve_each(parts, names)?)),
            Tree::Name(name) => match names.get(&name.value) {
                Some(definition) => Ok(Condition::Named(name.value.clone(), Box::new(definition.clone()))),
                None => Err(vec![name.clone()]),
            },
            Tree::Atom(written) => Ok(Condition::Atom(written.atom.clone())),
        }
    }

    /// The names it uses, from left to right.
    pub fn names(&self) -> Vec<&Placed<String>> {
        match self {
            Tree::Always | Tree::Atom(_) => Vec::new(),
            Tree::Not(inner) => inner.names(),
            Tree::All(parts) | Tree::Any(parts) => parts.iter().flat_map(Tree::names).collect(),
            Tree::Name(name) => vec![name],
        }
    }

    /// The atoms written in it, from left to right; not those behind its names.
    pub fn atoms(&self) -> Vec<&Written> {
        match self {
            Tree::Always | Tree::Name(_) => Vec::new(),
            Tree::Not(inner) => inner.atoms(),
            Tree::All(parts) | Tree::Any(parts) => parts.iter().flat_map(Tree::atoms).collect(),
            Tree::Atom(written) => vec![written],
        }
    }
}

fn resolve_each(parts: &[Tree], names: &Names) -> Result<Vec<Condition>, Vec<Placed<String>>> {
    let mut found = Vec::new();
    let mut unknown = Vec::new();
    for part in parts {
        match part.resolve(names) {
            Ok(condition) => found.push(condition),
            Err(more) => unknown.extend(more),
        }
    }
    if unknown.is_empty() { Ok(found) } else { Err(unknown) }
}
