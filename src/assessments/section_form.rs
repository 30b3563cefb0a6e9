//! Reading the form of a section: what was typed to each question, and what cannot stand.
//!
//! Fields (contract, saving): `a[Q07]` answer, `n[Q07]` note, `t[Q07]` act, `rev[Q07]` the revision shown, `b[Q07]` the
//! fingerprint of what was shown; after a conflict also `scelta[Q07]` (`mia` or `salvata`) and `nuova[Q07]`, the
//! colleague's revision. A row of a matrix is `a[Q08][row]`. A question is in the form if its `rev` is.

use std::collections::BTreeMap;

use crate::access::form::Fields;
use crate::domain::questionnaire::answer::{AnswerProblem, DONT_KNOW, Expected, NOT_APPLICABLE, check_answer};
use crate::domain::questionnaire::{Answer, Answers, Kind, Question, Questionnaire, Section};
use crate::domain::saving::{Entry, Submitted};

/// Longest note and act, in characters.
pub const NOTE_MAX: usize = 2000;
pub const ACT_MAX: usize = 300;

/// What a section's form holds.
#[derive(Debug, Default)]
pub struct Read {
    /// What can be saved, by question.
    pub submitted: BTreeMap<String, Submitted>,
    /// What cannot, and why.
    pub problems: BTreeMap<String, AnswerProblem>,
}

pub fn field(part: &str, question: &str) -> String {
    format!("{part}[{question}]")
}

pub fn row_field(question: &str, row: &str) -> String {
    format!("a[{question}][{row}]")
}

/// Reads the questions of a section. `kept` are the answers as they stand: bounds may depend on another question.
pub fn read(section: &Section, fields: &Fields, kept: &Answers) -> Read {
    let asked = || section.questions.iter().filter(|q| fields.has(&field("rev", &q.id)));
    let mut answers = kept.clone();
    let mut typed = BTreeMap::new();
    for question in asked() {
        let answer = answer(question, fields);
        match &answer {
            Ok(Some(answer)) => answers.insert(question.id.clone(), answer.clone()),
            Ok(None) | Err(_) => answers.remove(&question.id),
        };
        typed.insert(&question.id, answer);
    }
    let mut read = Read::default();
    for question in asked() {
        let Some(answer) = typed.remove(&question.id) else { continue };
        match entry(question, fields, answer, &answers) {
            Ok(entry) => {
                if let Some(submitted) = submitted(question, fields, entry) {
                    read.submitted.insert(question.id.clone(), submitted);
                }
            }
            Err(problem) => {
                read.problems.insert(question.id.clone(), problem);
            }
        }
    }
    read
}

/// Reads all questions of a questionnaire at once: what was answered, or what cannot stand.
pub fn read_all(questionnaire: &Questionnaire, fields: &Fields) -> Result<Answers, BTreeMap<String, AnswerProblem>> {
    let (mut answers, mut problems) = (Answers::new(), BTreeMap::new());
    for question in questionnaire.questions() {
        match answer(question, fields) {
            Ok(Some(answer)) => drop(answers.insert(question.id.clone(), answer)),
            Ok(None) => {}
            Err(problem) => drop(problems.insert(question.id.clone(), problem)),
        }
    }
    for question in questionnaire.questions() {
        if let Some(answer) = answers.get(&question.id)
            && let Err(problem) = check_answer(question, answer, &answers)
        {
            problems.insert(question.id.clone(), problem);
        }
    }
    if problems.is_empty() { Ok(answers) } else { Err(problems) }
}

/// None where the person chose to keep what a colleague had saved.
fn submitted(question: &Question, fields: &Fields, entry: Entry) -> Option<Submitted> {
    let number = |part: &str| fields.text(&field(part, &question.id)).parse::<i64>().ok();
    let shown = fields.get(&field("b", &question.id)).map(str::to_owned);
    match fields.text(&field("scelta", &question.id)) {
        "salvata" => None,
        "mia" => Some(Submitted { entry, revision: number("nuova").unwrap_or(-1), shown: None }),
        _ => Some(Submitted { entry, revision: number("rev").unwrap_or(-1), shown }),
    }
}

fn entry(
    question: &Question,
    fields: &Fields,
    answer: Result<Option<Answer>, AnswerProblem>,
    all: &Answers,
) -> Result<Entry, AnswerProblem> {
    let answer = answer?;
    if let Some(answer) = &answer {
        check_answer(question, answer, all)?;
    }
    let note = readable(fields.text(&field("n", &question.id)), NOTE_MAX)?;
    let act = readable(fields.text(&field("t", &question.id)), ACT_MAX)?;
    Ok(Entry { answer, note, act })
}

fn readable(text: &str, max: usize) -> Result<String, AnswerProblem> {
    match () {
        () if text.chars().count() > max => Err(AnswerProblem::TooLong { max }),
        () if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') => Err(AnswerProblem::ControlCharacter),
        () => Ok(text.to_owned()),
    }
}

/// The answer as typed; none where nothing was. Whether it may stand is checked afterwards.
fn answer(question: &Question, fields: &Fields) -> Result<Option<Answer>, AnswerProblem> {
    let name = field("a", &question.id);
    let values: Vec<&str> = fields.all(&name).map(str::trim).filter(|v| !v.is_empty()).collect();
    if let Kind::Text { .. } = question.kind {
        return Ok(values.first().map(|text| Answer::Text((*text).to_owned())));
    }
    let rows = rows(question, fields);
    match values.iter().find(|v| **v == NOT_APPLICABLE || **v == DONT_KNOW) {
        // "Don't know" and an answer at once: we do not guess which.
        Some(aside) if values.len() > 1 || rows.is_some() => Err(AnswerProblem::Repeated { option: (*aside).to_owned() }),
        Some(&NOT_APPLICABLE) => Ok(Some(Answer::NotApplicable)),
        Some(_) => Ok(Some(Answer::DontKnow)),
        None => of_kind(question, &values, rows),
    }
}

fn of_kind(question: &Question, values: &[&str], rows: Option<Answer>) -> Result<Option<Answer>, AnswerProblem> {
    let Some(first) = values.first() else { return Ok(rows) };
    match &question.kind {
        Kind::Single { .. } | Kind::YesNo { .. } => Ok(Some(Answer::Choice((*first).to_owned()))),
        Kind::Multiple { options } => {
            // In the order of the options, whatever order the browser sent; unknown ones stay, to be named.
            let mut ids: Vec<String> = values.iter().map(|v| (*v).to_owned()).collect();
            ids.sort_by_key(|id| options.iter().position(|o| o.id == *id).unwrap_or(usize::MAX));
            Ok(Some(Answer::Choices(ids)))
        }
        Kind::Maturity { .. } => {
            first.parse().map(|level| Some(Answer::Level(level))).map_err(|_| AnswerProblem::WrongType { expected: Expected::Level })
        }
        Kind::Number(number) => parse_number(first, number.decimals)
            .map(|value| Some(Answer::Number(value)))
            .ok_or(AnswerProblem::WrongType { expected: Expected::Number }),
        Kind::Matrix { .. } => Err(AnswerProblem::UnknownOption { option: (*first).to_owned() }),
        Kind::Text { .. } => Ok(Some(Answer::Text((*first).to_owned()))),
    }
}

fn rows(question: &Question, fields: &Fields) -> Option<Answer> {
    let Kind::Matrix { rows, .. } = &question.kind else { return None };
    let value = |row: &str| fields.text(&row_field(&question.id, row)).to_owned();
    let chosen: BTreeMap<_, _> = rows.iter().map(|row| (row.id.clone(), value(&row.id))).filter(|(_, v)| !v.is_empty()).collect();
    (!chosen.is_empty()).then_some(Answer::Rows(chosen))
}

/// A number as people write it in Italy or elsewhere: `12,5`, `12.5`, and `1.234` or `1 234` where only whole numbers
/// make sense. NaN and infinities are not numbers here.
pub fn parse_number(text: &str, decimals: bool) -> Option<f64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    let plain = match decimals {
        true => plain.replace(',', "."),
        false if is_grouped(&plain) => plain.replace('.', ""),
        false => plain.replace(',', "."),
    };
    let typed = plain.strip_prefix('-').unwrap_or(&plain);
    let digits = typed.bytes().all(|b| b.is_ascii_digit() || b == b'.') && typed.bytes().any(|b| b.is_ascii_digit());
    digits.then(|| plain.parse().ok()).flatten().filter(|value: &f64| value.is_finite())
}

/// `1.234` or `12.345.678`: points between groups of three.
fn is_grouped(text: &str) -> bool {
    let mut groups = text.split('.');
    let first = groups.next().is_some_and(|g| (1..=3).contains(&g.len()));
    let mut more = groups.peekable();
    first && more.peek().is_some() && more.all(|g| g.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, decimals, read) in [
            ("12", false, Some(12.0)),
            ("1.234", false, Some(1234.0)),
            ("1 234", false, Some(1234.0)),
            ("400.000", false, Some(400_000.0)),
            ("12,5", false, Some(12.5)),
            ("12,5", true, Some(12.5)),
            ("2.5", true, Some(2.5)),
            ("-3", true, Some(-3.0)),
            ("", true, None),
            (".", true, None),
            ("NaN", true, None),
            ("inf", true, None),
            ("1e9", true, None),
            ("dodici", false, None),
        ] {
            assert_eq!(parse_number(typed, decimals), read, "{typed}");
        }
    }
}
