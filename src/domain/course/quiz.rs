//! A quiz: questions with their right answers and what to say to each answer; marked all or nothing, question by question.

use std::collections::BTreeMap;

use crate::domain::questionnaire::{Answer, Answers, Kind, Question};

#[derive(Debug, Clone)]
pub struct Quiz {
    /// Name of its file without ending: what attempts carry.
    pub id: String,
    pub title: String,
    pub intro: Option<String>,
    pub minutes: u32,
    /// Right answers needed, as a share of those asked, in percent.
    pub pass: u32,
    /// How often it may be tried before a pause; none: as often as one likes.
    pub tries: Option<Tries>,
    /// Whether questions and options come in another order each time.
    pub shuffle: bool,
    pub pools: Vec<Pool>,
    pub items: Vec<Item>,
}

/// So many attempts, then none until so many days after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tries {
    pub attempts: u32,
    pub pause_days: u32,
}

/// Questions of which only some are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    pub id: String,
    pub draw: usize,
}

#[derive(Debug, Clone)]
pub struct Item {
    /// Text, kind and options as in a questionnaire; no points there.
    pub question: Question,
    /// The pool it is drawn from; none: always asked.
    pub pool: Option<String>,
    pub key: Key,
    /// Option or row → what to say to whoever chose it; for a number `right` and `wrong`.
    pub feedback: BTreeMap<String, String>,
    /// Where to read it up, or why it is so: shown with every answer.
    pub explanation: Option<String>,
}

/// What is right.
#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    /// One option.
    One(String),
    /// These and no others.
    All(Vec<String>),
    /// From, to, ends included.
    Between(f64, f64),
    /// Row → column.
    Rows(BTreeMap<String, String>),
}

pub const RIGHT: &str = "right";
pub const WRONG: &str = "wrong";

impl Quiz {
    /// How many questions are asked.
    pub fn asked(&self) -> usize {
        let always = self.items.iter().filter(|item| item.pool.is_none()).count();
        always + self.pools.iter().map(|pool| pool.draw).sum::<usize>()
    }

    /// How many right answers are enough.
    pub fn enough(&self) -> usize {
        (self.asked() * self.pass as usize).div_ceil(100)
    }

    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.question.id == id)
    }
}

impl Item {
    /// Whether an answer is right, whole: a part is not enough.
    pub fn is_right(&self, answer: &Answer) -> bool {
        match (&self.key, answer) {
            (Key::One(right), Answer::Choice(chosen)) => right == chosen,
            (Key::All(right), Answer::Choices(chosen)) => right.len() == chosen.len() && right.iter().all(|option| chosen.contains(option)),
            (Key::Between(from, to), Answer::Number(number)) => number >= from && number <= to,
            (Key::Rows(right), Answer::Rows(chosen)) => right == chosen,
            _ => false,
        }
    }

    /// What is said to an answer, part by part: the option, row or number it belongs to (none for a number), whether that part
    /// is right, and the words.
    pub fn said(&self, answer: &Answer) -> Vec<Said<'_>> {
        let said = |part: Option<&str>, right: bool, of: &str| {
            let words = self.feedback.get(of)?.as_str();
            Some(Said { part: part.and_then(|id| self.label(id)), right, words })
        };
        match (&self.key, answer) {
            (Key::One(right), Answer::Choice(chosen)) => said(Some(chosen), chosen == right, chosen).into_iter().collect(),
            (Key::All(right), Answer::Choices(chosen)) => {
                let options = self.question.kind.choices().iter().map(|option| &option.id);
                // Also what was left out and should not have been.
                let worth = options.filter(|id| chosen.contains(id) || right.contains(id));
                worth.filter_map(|id| said(Some(id), chosen.contains(id) == right.contains(id), id)).collect()
            }
            (Key::Between(..), Answer::Number(_)) => {
                let right = self.is_right(answer);
                said(None, right, if right { RIGHT } else { WRONG }).into_iter().collect()
            }
            (Key::Rows(right), Answer::Rows(chosen)) => {
                right.iter().filter_map(|(row, column)| said(Some(row), chosen.get(row) == Some(column), row)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The words of an option or a row.
    fn label(&self, id: &str) -> Option<&str> {
        if let Kind::Matrix { rows, .. } = &self.question.kind {
            return rows.iter().find(|row| row.id == id).map(|row| row.text.as_str());
        }
        self.question.kind.choices().iter().find(|option| option.id == id).map(|option| option.text.as_str())
    }

    /// Whether every row has its answer: half a matrix is not an answer to be marked.
    pub fn is_whole(&self, answer: &Answer) -> bool {
        match (&self.question.kind, answer) {
            (Kind::Matrix { rows, .. }, Answer::Rows(chosen)) => rows.len() == chosen.len(),
            _ => true,
        }
    }
}

/// What is said to one part of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Said<'i> {
    pub part: Option<&'i str>,
    pub right: bool,
    pub words: &'i str,
}

/// How an attempt came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    pub right: usize,
    pub of: usize,
    pub passed: bool,
}

/// Marks the answers to the questions that were asked; those without an answer are wrong.
pub fn mark<'i>(asked: impl Iterator<Item = &'i Item>, answers: &Answers, pass: u32) -> Outcome {
    let (mut right, mut of) = (0, 0);
    for item in asked {
        of += 1;
        if answers.get(&item.question.id).is_some_and(|answer| item.is_right(answer)) {
            right += 1;
        }
    }
    Outcome { right, of, passed: of > 0 && right * 100 >= of * pass as usize }
}

/// What keeps an answer from being marked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wrong {
    Missing,
    /// Some rows have no answer.
    Partial,
    NotANumber,
    OutOfBounds {
        min: f64,
        max: f64,
    },
    NotWhole,
    /// An option that the page does not have.
    Unknown,
    Alone,
}
