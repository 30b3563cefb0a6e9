//! The phrases of surveys, of their letters and of their figures.

mod english;
mod italian;

use crate::domain::questionnaire::answer::{DONT_KNOW, NOT_APPLICABLE};
use crate::domain::questionnaire::{Kind, Question};
use crate::domain::survey::{Occasion, Tally};
use crate::ui::dates;
use crate::ui::words::Lang;

pub struct Words {
    pub surveys: &'static str,
    pub surveys_lead: &'static str,
    pub none: &'static str,
    pub own_seminars: &'static str,
    pub answer: &'static str,
    pub until: fn(day: &str) -> String,
    pub anonymous: &'static str,
    pub group: fn(least: i64) -> String,
    pub once: &'static str,
    pub send: &'static str,
    pub empty: &'static str,
    pub thanks: &'static str,
    pub answered: &'static str,
    pub closed: &'static str,
    pub day: &'static str,
    pub later: &'static str,
    pub day_subject: fn(title: &str) -> String,
    pub day_asked: fn(title: &str, day: &str) -> String,
    pub later_subject: fn(title: &str) -> String,
    pub later_asked: fn(title: &str, day: &str) -> String,
    pub reminder_subject: fn(title: &str) -> String,
    pub reminder: fn(title: &str, day: &str) -> String,
    pub figures: &'static str,
    pub figures_lead: &'static str,
    pub enrolled: &'static str,
    pub present: &'static str,
    pub hours: &'static str,
    pub answered_of: fn(answers: i64, asked: i64) -> String,
    pub not_yet: &'static str,
    pub not_yet_any: &'static str,
    pub no_questionnaire: &'static str,
    pub still_open: fn(day: &str) -> String,
    pub too_few: fn(least: i64) -> String,
    pub too_few_here: fn(least: i64) -> String,
    pub too_few_short: &'static str,
    pub no_texts: &'static str,
    pub texts_order: &'static str,
    pub caption: fn(question: &str, answers: i64) -> String,
    pub days_caption: &'static str,
    pub total_lead: fn(least: i64) -> String,
    pub total_of: fn(days: usize, answers: i64) -> String,
    pub xlsx: &'static str,
    pub csv: &'static str,
    pub dont_know: &'static str,
    pub not_applicable: &'static str,
    pub column_day: &'static str,
    pub column_seminar: &'static str,
    pub column_survey: &'static str,
    pub column_number: &'static str,
    pub column_question: &'static str,
    pub column_answer: &'static str,
    pub column_count: &'static str,
    pub column_share: &'static str,
    pub column_answers: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &italian::WORDS,
        Lang::En => &english::WORDS,
    }
}

pub fn occasion(lang: Lang, occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Day => words(lang).day,
        Occasion::Later => words(lang).later,
    }
}

/// Every answer to a closed question that could be given, also those that nobody gave: of how many it is a share (the row of a
/// matrix has its own whole), its text, how many gave it.
pub fn answers_of(lang: Lang, question: &Question, tally: &Tally) -> Vec<(i64, String, i64)> {
    let all = tally.answered;
    let mut answers: Vec<(i64, String, i64)> = match &question.kind {
        Kind::Number(_) => numbers(lang, tally),
        Kind::Matrix { rows, columns } => {
            let aside = (question.admits_dont_know()).then(|| (DONT_KNOW.to_owned(), words(lang).dont_know.to_owned()));
            let columns = columns.iter().map(|column| (column.id.clone(), column.text.clone())).chain(aside).collect::<Vec<_>>();
            let row = |row: &crate::domain::questionnaire::Row| {
                let of: i64 = columns.iter().map(|(id, _)| tally.of(&format!("{}/{id}", row.id))).sum();
                let cell = |(id, text): &(String, String)| (of, format!("{}: {text}", row.text), tally.of(&format!("{}/{id}", row.id)));
                columns.iter().map(cell).collect::<Vec<_>>()
            };
            rows.iter().flat_map(row).collect()
        }
        kind => kind.choices().iter().map(|choice| (all, choice.text.clone(), tally.of(&choice.id))).collect(),
    };
    let is_matrix = matches!(question.kind, Kind::Matrix { .. });
    if question.admits_dont_know() && !is_matrix {
        answers.push((all, words(lang).dont_know.to_owned(), tally.of(DONT_KNOW)));
    }
    if question.not_applicable.is_some() {
        answers.push((all, words(lang).not_applicable.to_owned(), tally.of(NOT_APPLICABLE)));
    }
    answers
}

/// By rising value.
fn numbers(lang: Lang, tally: &Tally) -> Vec<(i64, String, i64)> {
    let mut numbers: Vec<(f64, i64)> = tally.counts.iter().filter_map(|(value, count)| Some((value.parse().ok()?, *count))).collect();
    numbers.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let text = |value: f64| dates::number(lang, value, if value.fract() == 0.0 { 0 } else { 2 });
    numbers.into_iter().map(|(value, count)| (tally.answered, text(value), count)).collect()
}
