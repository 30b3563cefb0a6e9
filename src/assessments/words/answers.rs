//! An answer in a line, and what to correct in one.

use super::words;
use crate::domain::questionnaire::answer::{AnswerProblem, DONT_KNOW, Expected};
use crate::domain::questionnaire::{Answer, Kind, Number, Question, Row};
use crate::ui::dates;
use crate::ui::words::Lang;

/// What to correct in an answer, in one sentence. `number` writes numbers in the visitor's way.
pub fn problem(lang: Lang, problem: &AnswerProblem, number: impl Fn(f64) -> String) -> String {
    match lang {
        Lang::It => problem_it(problem, number),
        Lang::En => problem_en(problem, number),
    }
}

pub(super) fn problem_it(problem: &AnswerProblem, number: impl Fn(f64) -> String) -> String {
    match problem {
        AnswerProblem::WrongType { expected: Expected::Number } => "Scrivete un numero, per esempio 12 oppure 12,5.".into(),
        AnswerProblem::OutOfBounds { min, max } => format!("Scrivete un numero da {} a {}.", number(*min), number(*max)),
        AnswerProblem::NotWhole => "Scrivete un numero intero, senza decimali.".into(),
        AnswerProblem::ExclusiveWithOthers { option } => {
            format!("La risposta {option}) va scelta da sola: togliete le altre, oppure questa.")
        }
        AnswerProblem::MoreThan { other, value } => format!("Non può superare la risposta alla domanda {other}, che è {}.", number(*value)),
        AnswerProblem::TooLong { max } => format!("Il testo è troppo lungo: al massimo {max} caratteri."),
        AnswerProblem::NotApplicableNotAllowed => "A questa domanda non si può rispondere «non applicabile».".into(),
        AnswerProblem::DontKnowNotAllowed => "A questa domanda non si può rispondere «non so».".into(),
        AnswerProblem::Repeated { .. } => {
            "Scegliete una sola risposta: insieme a «non so» o «non applicabile» non ne può stare un'altra.".into()
        }
        AnswerProblem::ControlCharacter => "Il testo contiene caratteri che non si possono leggere: riscrivetelo.".into(),
        AnswerProblem::UnknownQuestion | AnswerProblem::UnknownOption { .. } | AnswerProblem::UnknownRow { .. } => {
            "Questa risposta non è tra quelle previste: scegliete una delle opzioni.".into()
        }
        AnswerProblem::WrongType { .. } | AnswerProblem::Empty | AnswerProblem::RowCount { .. } => "Scegliete una delle risposte.".into(),
    }
}

pub(super) fn problem_en(problem: &AnswerProblem, number: impl Fn(f64) -> String) -> String {
    match problem {
        AnswerProblem::WrongType { expected: Expected::Number } => "Write a number, for example 12 or 12.5.".into(),
        AnswerProblem::OutOfBounds { min, max } => format!("Write a number from {} to {}.", number(*min), number(*max)),
        AnswerProblem::NotWhole => "Write a whole number, without decimals.".into(),
        AnswerProblem::ExclusiveWithOthers { option } => format!("Answer {option}) stands alone: take away the others, or this one."),
        AnswerProblem::MoreThan { other, value } => {
            format!("It cannot be more than the answer to question {other}, which is {}.", number(*value))
        }
        AnswerProblem::TooLong { max } => format!("The text is too long: at most {max} characters."),
        AnswerProblem::NotApplicableNotAllowed => "This question cannot be answered “not applicable”.".into(),
        AnswerProblem::DontKnowNotAllowed => "This question cannot be answered “don't know”.".into(),
        AnswerProblem::Repeated { .. } => "Choose one answer: beside “don't know” or “not applicable” there can be no other.".into(),
        AnswerProblem::ControlCharacter => "The text holds characters that cannot be read: write it again.".into(),
        AnswerProblem::UnknownQuestion | AnswerProblem::UnknownOption { .. } | AnswerProblem::UnknownRow { .. } => {
            "This answer is not among those offered: choose one of the options.".into()
        }
        AnswerProblem::WrongType { .. } | AnswerProblem::Empty | AnswerProblem::RowCount { .. } => "Choose one of the answers.".into(),
    }
}

/// An answer in a line: the texts of its options, the number with its unit, the rows of a matrix.
pub fn answer_text(question: &Question, answer: &Answer, lang: Lang) -> String {
    let text = |id: &str| question.kind.choice(id).map_or_else(|| id.to_owned(), |choice| choice.text.clone());
    match answer {
        Answer::Choice(id) => text(id),
        Answer::Choices(ids) => ids.iter().map(|id| text(id)).collect::<Vec<_>>().join("; "),
        Answer::Level(level) => text(&level.to_string()),
        Answer::Text(text) => text.clone(),
        Answer::Number(value) => match &question.kind {
            Kind::Number(Number { unit: Some(unit), .. }) => format!("{} {unit}", written(lang, *value)),
            _ => written(lang, *value),
        },
        Answer::Rows(given) => match &question.kind {
            Kind::Matrix { rows, .. } => {
                let row = |row: &Row| given.get(&row.id).map(|id| format!("{}: {}", row.text, column(id, text, lang)));
                rows.iter().filter_map(row).collect::<Vec<_>>().join("; ")
            }
            _ => String::new(),
        },
        Answer::NotApplicable => words(lang).not_applicable.to_owned(),
        Answer::DontKnow => words(lang).dont_know.to_owned(),
    }
}

pub(super) fn column(id: &str, text: impl Fn(&str) -> String, lang: Lang) -> String {
    if id == DONT_KNOW { words(lang).dont_know.to_lowercase() } else { text(id) }
}

/// With as many decimals as it has, at most two.
pub(super) fn written(lang: Lang, value: f64) -> String {
    let decimals = (0..2).find(|d| (value * 10f64.powi(*d)).fract() == 0.0).unwrap_or(2);
    dates::number(lang, value, usize::try_from(decimals).unwrap_or(0))
}
