//! The form of a quiz: field names, answers as typed, and what is wrong with them.

use std::collections::BTreeMap;

use crate::access::form::Fields;
use crate::domain::course::Item;
use crate::domain::course::quiz::Wrong;
use crate::domain::questionnaire::answer::{Answers, check_answer};
use crate::domain::questionnaire::{Answer, Kind};

/// `a[Q1]`, the field of a question.
pub fn field(question: &str) -> String {
    format!("a[{question}]")
}

/// `a[Q1][r2]`, the field of a row of a matrix.
pub fn row_field(question: &str, row: &str) -> String {
    format!("a[{question}][{row}]")
}

/// The answers to the questions asked; or what is wrong, question by question.
pub fn read(items: &[&Item], fields: &Fields) -> Result<Answers, BTreeMap<String, Wrong>> {
    let (mut answers, mut wrong) = (Answers::new(), BTreeMap::new());
    for item in items {
        match answer(item, fields) {
            Ok(answer) => drop(answers.insert(item.question.id.clone(), answer)),
            Err(why) => drop(wrong.insert(item.question.id.clone(), why)),
        }
    }
    if wrong.is_empty() { Ok(answers) } else { Err(wrong) }
}

fn answer(item: &Item, fields: &Fields) -> Result<Answer, Wrong> {
    let id = &item.question.id;
    let name = field(id);
    let answer = match &item.question.kind {
        Kind::Multiple { options } => {
            let chosen: Vec<&str> = fields.all(&name).collect();
            if chosen.iter().any(|id| !options.iter().any(|option| option.id == *id)) {
                return Err(Wrong::Unknown);
            }
            Answer::Choices(options.iter().filter(|option| chosen.contains(&option.id.as_str())).map(|option| option.id.clone()).collect())
        }
        Kind::Number(_) => Answer::Number(number(fields.text(&name))?),
        Kind::Matrix { rows, .. } => {
            let chosen = rows.iter().filter_map(|row| Some((row.id.clone(), fields.get(&row_field(id, &row.id))?.to_owned())));
            Answer::Rows(chosen.collect())
        }
        _ => Answer::Choice(fields.get(&name).filter(|chosen| !chosen.is_empty()).ok_or(Wrong::Missing)?.to_owned()),
    };
    checked(item, answer)
}

fn checked(item: &Item, answer: Answer) -> Result<Answer, Wrong> {
    use crate::domain::questionnaire::answer::AnswerProblem as P;
    check_answer(&item.question, &answer, &Answers::new()).map_err(|problem| match problem {
        P::Empty => Wrong::Missing,
        P::OutOfBounds { min, max } => Wrong::OutOfBounds { min, max },
        P::NotWhole => Wrong::NotWhole,
        P::ExclusiveWithOthers { .. } => Wrong::Alone,
        _ => Wrong::Unknown,
    })?;
    if item.is_whole(&answer) { Ok(answer) } else { Err(Wrong::Partial) }
}

/// As Italians write it: a comma before decimals; a point does as well.
fn number(text: &str) -> Result<f64, Wrong> {
    if text.is_empty() {
        return Err(Wrong::Missing);
    }
    let number: f64 = text.replace(',', ".").parse().map_err(|_| Wrong::NotANumber)?;
    if number.is_finite() { Ok(number) } else { Err(Wrong::NotANumber) }
}
