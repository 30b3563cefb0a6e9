//! The answers of a closed version as files to keep: JSON with the scores, CSV for a spreadsheet (docs/answers-export.md).

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Assessment, Closing, ScoringJson};
use crate::domain::place_names::fold;
use crate::domain::points::QuestionScore;
use crate::domain::questionnaire::answer::{DONT_KNOW, NOT_APPLICABLE};
use crate::domain::questionnaire::{Answer, Question};
use crate::domain::saving::Entry;
use crate::domain::scoring::Scoring;
use crate::domain::spreadsheet::Csv;

/// The ente as both files name it.
#[derive(Debug, Clone, Serialize)]
pub struct Whose {
    pub kind: &'static str,
    pub name: String,
    pub province: String,
    pub istat_code: Option<String>,
}

/// What both files are made of.
pub struct Export<'a> {
    pub ente: Whose,
    pub assessment: &'a Assessment,
    pub closing: &'a Closing,
    pub scoring: &'a Scoring<'a>,
    /// What stands beside the questions, by id.
    pub entry: &'a dyn Fn(&str) -> Option<&'a Entry>,
    /// An answer as a person reads it.
    pub in_words: &'a dyn Fn(&Question, &Answer) -> String,
}

#[derive(Serialize)]
struct Document<'a> {
    ente: &'a Whose,
    questionnaire: &'a str,
    version: &'a str,
    content_hash: &'a str,
    closed_at: String,
    closing: i64,
    signed: Signed<'a>,
    answers: Map<String, Value>,
    score: ScoringJson<'a>,
}

#[derive(Serialize)]
struct Signed<'a> {
    name: &'a str,
    office: &'a str,
    authorised_by: &'a str,
    act: &'a str,
}

/// One answer: as `questionnaire score` takes it, in words, and its points 0–100, not rounded.
#[derive(Serialize)]
struct Given<'a> {
    answer: Option<Value>,
    text: String,
    points: Option<f64>,
    note: &'a str,
    act: &'a str,
}

impl Export<'_> {
    /// `rilevazione-aglie-2026-03-02.csv`: ASCII, the day of the closing in Italy.
    pub fn file_name(&self, format: &str) -> String {
        format!("rilevazione-{}-{}.{format}", slug(&self.ente.name), self.closing.closed_at.day())
    }

    /// Answers of questions that are not asked, given the others, are left out.
    pub fn json(&self) -> serde_json::Result<Vec<u8>> {
        let mut answers = Map::new();
        for score in self.asked() {
            if let Some(entry) = (self.entry)(&score.question.id).filter(|entry| !entry.is_empty()) {
                answers.insert(score.question.id.clone(), serde_json::to_value(self.given(score, entry))?);
            }
        }
        let closing = self.closing;
        serde_json::to_vec_pretty(&Document {
            ente: &self.ente,
            questionnaire: &self.assessment.questionnaire,
            version: &self.assessment.version,
            content_hash: &self.assessment.content_hash,
            closed_at: closing.closed_at.rfc3339(),
            closing: closing.number,
            signed: Signed { name: &closing.name, office: &closing.office, authorised_by: &closing.authorised_by, act: &closing.act },
            answers,
            score: ScoringJson::of(self.scoring),
        })
    }

    fn given<'e>(&self, score: &QuestionScore<'_>, entry: &'e Entry) -> Given<'e> {
        Given {
            answer: entry.answer.as_ref().map(Answer::to_json),
            text: self.text(score, entry),
            points: score.points(),
            note: &entry.note,
            act: &entry.act,
        }
    }

    fn text(&self, score: &QuestionScore<'_>, entry: &Entry) -> String {
        entry.answer.as_ref().map(|answer| (self.in_words)(score.question, answer)).unwrap_or_default()
    }

    /// One row for each question asked, answered or not.
    pub fn csv(&self, headings: &[&str; 8]) -> Result<Vec<u8>, csv::Error> {
        let mut csv = Csv::new(headings)?;
        let nothing = Entry::default();
        for score in self.asked() {
            let entry = (self.entry)(&score.question.id).unwrap_or(&nothing);
            csv.row([
                &score.section.title,
                &score.question.id,
                &score.question.text,
                &entry.answer.as_ref().map(code).unwrap_or_default(),
                &self.text(score, entry),
                &score.points().map(decimal).unwrap_or_default(),
                &entry.note,
                &entry.act,
            ])?;
        }
        csv.bytes()
    }

    fn asked(&self) -> impl Iterator<Item = &QuestionScore<'_>> {
        self.scoring.sheet.questions.iter().filter(|score| score.standing.is_visible())
    }
}

/// An answer by the ids of the questionnaire: `c`, `a, b`, `sportello=c, mediazione=n`, `2,5`, `NA`. Free text has none.
fn code(answer: &Answer) -> String {
    match answer {
        Answer::Choice(id) => id.clone(),
        Answer::Choices(ids) => ids.join(", "),
        Answer::Level(level) => level.to_string(),
        Answer::Number(value) => decimal(*value),
        Answer::Rows(rows) => rows.iter().map(|(row, column)| format!("{row}={column}")).collect::<Vec<_>>().join(", "),
        Answer::Text(_) => String::new(),
        Answer::NotApplicable => NOT_APPLICABLE.to_owned(),
        Answer::DontKnow => DONT_KNOW.to_owned(),
    }
}

/// Not rounded, with a comma.
fn decimal(value: f64) -> String {
    value.to_string().replace('.', ",")
}

/// `Sant'Àgata de' Goti` → `sant-agata-de-goti`.
fn slug(name: &str) -> String {
    fold(name).replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_a_comma_and_all_their_digits() {
        for (value, text) in [(0.0, "0"), (2.5, "2,5"), (-3.0, "-3"), (100.0 / 3.0, "33,333333333333336"), (250_000.0, "250000")] {
            assert_eq!(decimal(value), text);
        }
    }
}
