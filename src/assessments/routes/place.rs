//! Where in a rilevazione a request is, and the page of that place.

use std::collections::BTreeMap;
use std::sync::Arc;

use maud::Markup;

use crate::access::form::Fields;
use crate::access::{Actor, Member};
use crate::assessments::Catalogue;
use crate::assessments::pages::number::Whole;
use crate::assessments::pages::question::{QuestionView, Shown};
use crate::assessments::pages::section::{SectionPage, section as section_page};
use crate::assessments::section_form::field;
use crate::assessments::store;
use crate::assessments::words::{problem, words};
use crate::assessments::{Assessment, Entries, Visit};
use crate::domain::ids::AssessmentId;
use crate::domain::points::Sheet;
use crate::domain::progress::progress;
use crate::domain::questionnaire::answer::AnswerProblem;
use crate::domain::questionnaire::{Answer, Answers, Condition, Kind, Proposal, Question, Questionnaire, Section};
use crate::enti::{self, Residents};
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::{conditions, dates};

/// A section of a rilevazione of the ente acted for.
pub struct Place {
    pub assessment: Assessment,
    pub questionnaire: Arc<Questionnaire>,
    index: usize,
    /// Known where a question of the section proposes them.
    residents: Option<Residents>,
}

/// A form that could not be saved whole.
#[derive(Default)]
pub struct CameBack<'a> {
    pub fields: Option<&'a Fields>,
    pub problems: BTreeMap<String, AnswerProblem>,
    pub conflicts: Vec<String>,
    pub notices: Vec<Notice>,
    pub colleagues: Vec<Visit>,
}

impl Place {
    pub async fn find(actor: &Actor<Member>, catalogue: &Catalogue, id: &AssessmentId, section: &str) -> Result<Place> {
        let assessment = store::one(actor, id).await?;
        let questionnaire = catalogue.of(&assessment)?.clone();
        let index = questionnaire.sections.iter().position(|s| s.id == section).ok_or(Error::NotFound)?;
        let residents = match questionnaire.sections[index].questions.iter().any(proposes_residents) {
            true => enti::residents(actor).await?,
            false => None,
        };
        Ok(Place { assessment, questionnaire, index, residents })
    }

    pub fn section(&self) -> &Section {
        &self.questionnaire.sections[self.index]
    }

    /// The next section with something to ask.
    pub fn next(&self, answers: &Answers) -> Option<&str> {
        let sheet = Sheet::mark(&self.questionnaire, answers);
        let asked = |section: &Section| sheet.questions.iter().any(|s| s.section.id == section.id && s.standing.is_visible());
        self.questionnaire.sections[self.index + 1..].iter().find(|s| asked(s)).map(|s| s.id.as_str())
    }

    /// Ids of the questions of this section that are asked, given the answers.
    pub fn visible(&self, answers: &Answers) -> Vec<String> {
        let sheet = Sheet::mark(&self.questionnaire, answers);
        let own = sheet.questions.iter().filter(|s| s.section.id == self.section().id && s.standing.is_visible());
        own.map(|s| s.question.id.clone()).collect()
    }

    pub fn page(&self, actor: &Actor<Member>, frame: &Frame<'_>, entries: &Entries, back: CameBack<'_>) -> Markup {
        let answers = entries.answers();
        let sheet = Sheet::mark(&self.questionnaire, &answers);
        let progress = progress(&sheet);
        let questions = self.section().questions.iter();
        let visible = |q: &Question| sheet.find(&q.id).is_some_and(|s| s.standing.is_visible());
        section_page(&SectionPage {
            frame,
            words: words(frame.lang),
            questionnaire: &self.questionnaire,
            assessment: &self.assessment,
            section: self.section(),
            progress: &progress,
            questions: questions.map(|q| self.view(q, visible(q), entries, &back, frame)).collect(),
            notices: back.notices,
            colleagues: back.colleagues,
            person: actor.person(),
            ente: actor.ente(),
            now: actor.now(),
        })
    }

    /// A question as kept; as typed, where it could not be saved.
    fn view<'a>(
        &'a self,
        q: &'a Question,
        visible: bool,
        entries: &'a Entries,
        back: &CameBack<'_>,
        frame: &Frame<'_>,
    ) -> QuestionView<'a> {
        let kept = entries.kept.get(&q.id);
        let entry = kept.map(|k| k.entry.clone()).unwrap_or_default();
        let wrong = back.problems.get(&q.id);
        let conflict = back.conflicts.contains(&q.id);
        let typed = back.fields.filter(|_| wrong.is_some() || conflict);
        let number = |value| dates::number(frame.lang, value, 0);
        QuestionView {
            question: q,
            condition: (q.visible != Condition::Always).then(|| conditions::words(&q.visible, &self.questionnaire, frame.lang)),
            visible,
            shown: typed.map_or_else(|| Shown::kept(&entry), |fields| Shown::typed(q, fields)),
            kept,
            revision: typed.and_then(|f| f.text(&field("rev", &q.id)).parse().ok()).unwrap_or(kept.map_or(0, |k| k.revision)),
            fingerprint: typed.and_then(|f| f.get(&field("b", &q.id))).map_or_else(|| entry.fingerprint(), str::to_owned),
            problem: wrong.map(|p| problem(frame.lang, p, number)),
            conflict,
            proposed: self.residents.filter(|_| proposes_residents(q)),
            whole: whole_of(q, entries),
        }
    }
}

fn proposes_residents(q: &Question) -> bool {
    matches!(&q.kind, Kind::Number(number) if number.propose == Some(Proposal::Residents))
}

/// The number that a question asks a part of, with its answer as kept.
fn whole_of<'a>(q: &'a Question, entries: &Entries) -> Option<Whole<'a>> {
    let Kind::Number(number) = &q.kind else { return None };
    let question = number.share_of.as_deref()?;
    let value = entries.kept.get(question).and_then(|kept| match kept.entry.answer {
        Some(Answer::Number(value)) => Some(value),
        _ => None,
    });
    Some(Whole { question, value })
}
