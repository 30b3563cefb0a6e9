//! Questions of a questionnaire in a form of another slice: asked, and read, as those of a rilevazione are, without notes,
//! colleagues and revisions.

use std::collections::BTreeMap;

use maud::Markup;

use crate::access::form::Fields;
use crate::assessments::blank::words::words as blank_words;
use crate::assessments::pages::question::{self, QuestionView, Sheet, Shown};
use crate::assessments::section_form;
use crate::assessments::words::{problem, words};
use crate::domain::moment::Moment;
use crate::domain::questionnaire::answer::AnswerProblem;
use crate::domain::questionnaire::{Answers, Condition, Question, Questionnaire};
use crate::ui::words::Lang;
use crate::ui::{conditions, dates};

/// What cannot stand of a form, by question.
pub type Problems = BTreeMap<String, AnswerProblem>;

/// A form as it is shown: empty, or as it came back.
pub struct Asking<'a> {
    pub questionnaire: &'a Questionnaire,
    pub lang: Lang,
    pub now: Moment,
    pub back: Option<(&'a Fields, &'a Problems)>,
}

/// One question with its fields, under its id.
pub fn ask(asking: &Asking<'_>, question: &Question) -> Markup {
    let Asking { questionnaire, lang, now, back } = *asking;
    let shown = back.map(|(fields, _)| Shown::typed(question, fields)).unwrap_or_default();
    let is_conditional = question.visible != Condition::Always;
    let view = QuestionView {
        question,
        condition: is_conditional.then(|| (blank_words(lang).asked_if)(&conditions::words(&question.visible, questionnaire, lang))),
        visible: true,
        shown,
        kept: None,
        revision: 0,
        fingerprint: String::new(),
        problem: back.and_then(|(_, problems)| problems.get(&question.id)).map(|why| told(lang, why)),
        conflict: false,
        proposed: None,
        whole: None,
    };
    let content = (questionnaire.lang != lang.as_str()).then_some(questionnaire.lang.as_str());
    let describes_practice = !questionnaire.models.is_empty();
    question::alone(&view, &Sheet { lang, words: words(lang), content, now, describes_practice })
}

/// What to correct, in a sentence.
pub fn told(lang: Lang, why: &AnswerProblem) -> String {
    problem(lang, why, |value| dates::number(lang, value, if value.fract() == 0.0 { 0 } else { 1 }))
}

/// All that was answered, or what cannot stand.
pub fn read(questionnaire: &Questionnaire, fields: &Fields) -> Result<Answers, Problems> {
    section_form::read_all(questionnaire, fields)
}
