//! The answer sheet, marked: every question of the questionnaire in order, with its answer and its points.

use super::dimension::{DimensionScore, coverage, dimensions};
use super::question::{QuestionScore, Standing, standing};
use crate::domain::questionnaire::condition::Facts;
use crate::domain::questionnaire::{Answer, Answers, Kind, Questionnaire};

/// Questions with their standing, found by id without walking the questionnaire, and what they add up to.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    pub questionnaire: &'a Questionnaire,
    /// In the order of the questionnaire, as are the dimensions.
    pub questions: Vec<QuestionScore<'a>>,
    pub dimensions: Vec<DimensionScore<'a>>,
    /// Overall coverage, 0–1, not rounded (section 5.7); none where no question is applicable.
    pub coverage: Option<f64>,
    /// (id, place in `questions`), by id.
    places: Vec<(&'a str, usize)>,
}

impl<'a> Sheet<'a> {
    /// Marks the answers. Visibility is settled in the order of the questionnaire: a condition looks only backward,
    /// so each question is judged once, and one that hangs on a hidden question finds no valid answer there.
    pub fn mark(questionnaire: &'a Questionnaire, answers: &'a Answers) -> Sheet<'a> {
        let mut sheet = Sheet::blank(questionnaire, answers);
        for place in 0..sheet.questions.len() {
            let QuestionScore { question, answer, .. } = sheet.questions[place];
            if question.visible.holds(&sheet) {
                sheet.questions[place].standing = standing(question, answer);
            }
        }
        sheet.dimensions = dimensions(questionnaire, &sheet.questions);
        sheet.coverage = coverage(&sheet.dimensions);
        sheet
    }

    /// Everything hidden, until it proves visible, and nothing added up.
    fn blank(questionnaire: &'a Questionnaire, answers: &'a Answers) -> Sheet<'a> {
        let asked = questionnaire.sections.iter().flat_map(|section| section.questions.iter().map(move |q| (section, q)));
        let questions: Vec<_> = asked
            .map(|(section, question)| QuestionScore { question, section, answer: answers.get(&question.id), standing: Standing::Hidden })
            .collect();
        let mut places: Vec<_> = questions.iter().enumerate().map(|(place, q)| (q.question.id.as_str(), place)).collect();
        places.sort_unstable();
        Sheet { questionnaire, questions, dimensions: Vec::new(), coverage: None, places }
    }

    pub fn find(&self, question: &str) -> Option<&QuestionScore<'a>> {
        let at = self.places.binary_search_by(|(id, _)| (*id).cmp(question)).ok()?;
        self.questions.get(self.places[at].1)
    }

    /// Questions answered and hidden, whose answers are kept and count in nothing.
    pub fn ignored(&self) -> impl Iterator<Item = &QuestionScore<'a>> {
        self.questions.iter().filter(|q| !q.standing.is_visible() && q.answer.is_some())
    }
}

impl Facts for Sheet<'_> {
    fn answer(&self, question: &str) -> Option<&Answer> {
        self.find(question)?.valid_answer()
    }

    fn points(&self, question: &str) -> Option<f64> {
        self.find(question)?.points()
    }

    fn row(&self, question: &str, number: usize) -> Option<&str> {
        match &self.find(question)?.question.kind {
            Kind::Matrix { rows, .. } => Some(&rows.get(number.checked_sub(1)?)?.id),
            _ => None,
        }
    }
}
