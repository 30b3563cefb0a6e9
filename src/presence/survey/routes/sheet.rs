//! The figures as a file: one row per answer that could be given, or per text.

use crate::domain::questionnaire::{Kind, Question};
use crate::domain::survey::{Figures, Tally};
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::presence::survey::words::{Words, answers_of, occasion, words};
use crate::presence::survey::{Part, Survey};
use crate::ui::words::Lang;

/// What a row begins with.
struct Row<'a> {
    lang: Lang,
    survey: &'a Survey,
    question: &'a Question,
}

impl Row<'_> {
    /// `answer` and how many gave it; none for a text or for what is not shown.
    fn cells(&self, answer: &str, count: Option<i64>, tally: Option<&Tally>) -> Vec<Cell> {
        vec![
            Cell::Day(self.survey.starts_at.day()),
            Cell::text(&self.survey.title),
            Cell::text(occasion(self.lang, self.survey.occasion)),
            Cell::text(&self.question.id),
            Cell::text(&self.question.text),
            Cell::text(answer),
            Cell::number(count),
            Cell::number(tally.map(|tally| tally.answered)),
        ]
    }
}

/// Of one giornata or of many: what is not shown on the page is in no file.
pub fn sheet(lang: Lang, parts: &[Part<'_>]) -> Spreadsheet {
    let words = words(lang);
    let named = [
        (words.column_day, 12),
        (words.column_seminar, 34),
        (words.column_survey, 26),
        (words.column_number, 10),
        (words.column_question, 50),
        (words.column_answer, 50),
        (words.column_count, 10),
        (words.column_answers, 10),
    ];
    let headings = named.map(|(name, width)| Heading { name, width }).to_vec();
    Spreadsheet { title: words.figures, headings, rows: parts.iter().flat_map(|part| rows(lang, words, part)).collect() }
}

fn rows(lang: Lang, words: &Words, part: &Part<'_>) -> Vec<Vec<Cell>> {
    let (Some(questionnaire), Figures::Shown(shown)) = (part.questionnaire, part.figures) else { return Vec::new() };
    let mut rows = Vec::new();
    for question in questionnaire.questions() {
        let row = Row { lang, survey: &part.counted.survey, question };
        match shown.get(&question.id).and_then(Option::as_ref) {
            None => rows.push(row.cells(words.too_few_short, None, None)),
            Some(tally) if matches!(question.kind, Kind::Text { .. }) => {
                rows.extend(tally.texts.iter().map(|text| row.cells(text, None, Some(tally))));
            }
            Some(tally) => {
                let all = answers_of(lang, question, tally).into_iter();
                rows.extend(all.map(|(_, label, count)| row.cells(&label, Some(count), Some(tally))));
            }
        }
    }
    rows
}
