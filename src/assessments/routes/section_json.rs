//! What the page's script is told after it saved (contract: saving): which answers stand, which do not and why, and
//! which questions are asked now.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::place::Place;
use crate::assessments::Entries;
use crate::assessments::words::{answer_text, problem, words};
use crate::domain::moment::Moment;
use crate::domain::points::Sheet;
use crate::domain::progress::progress;
use crate::domain::questionnaire::Answer;
use crate::domain::questionnaire::answer::AnswerProblem;
use crate::domain::saving::{Entry, Submitted};
use crate::ui::dates;
use crate::ui::page::Frame;

/// What became of the form.
pub struct Told<'a> {
    pub saved: &'a [String],
    pub conflicts: &'a [String],
    pub problems: &'a BTreeMap<String, AnswerProblem>,
    pub submitted: &'a BTreeMap<String, Submitted>,
}

pub fn reply(place: &Place, frame: &Frame<'_>, entries: &Entries, told: &Told<'_>, now: Moment) -> Value {
    let (words, lang) = (words(frame.lang), frame.lang);
    let answers = entries.answers();
    let sheet = Sheet::mark(&place.questionnaire, &answers);
    let progress = progress(&sheet);
    let number = |value| dates::number(lang, value, 0);
    let problems: Map<String, Value> = told.problems.iter().map(|(id, p)| (id.clone(), problem(lang, p, number).into())).collect();
    json!({
        "saved": told.saved,
        "saved_at": (words.last_saved)(&dates::lately(lang, now, now)),
        "progress": (words.answered_of)(progress.answered, progress.asked),
        "visible": place.visible(&answers),
        "questions": standing(place, entries, told.conflicts),
        "problems": problems,
        "conflicts": told.conflicts.iter().filter_map(|id| conflict(place, frame, entries, told, id, now)).collect::<Vec<_>>(),
    })
}

/// Revision and fingerprint of each question that stands as the page now has it.
fn standing(place: &Place, entries: &Entries, conflicts: &[String]) -> Map<String, Value> {
    let own = place.section().questions.iter().filter(|q| !conflicts.contains(&q.id));
    own.map(|q| {
        let kept = entries.kept.get(&q.id);
        let fingerprint = kept.map_or_else(|| Entry::default().fingerprint(), |k| k.entry.fingerprint());
        (q.id.clone(), json!({ "revision": kept.map_or(0, |k| k.revision), "fingerprint": fingerprint }))
    })
    .collect()
}

fn conflict(place: &Place, frame: &Frame<'_>, entries: &Entries, told: &Told<'_>, id: &str, now: Moment) -> Option<Value> {
    let question = place.questionnaire.question(id)?;
    let kept = entries.kept.get(id)?;
    let side = |entry: &Entry| {
        json!({
            "answer": entry.answer.as_ref().map(Answer::to_json),
            "text": entry.answer.as_ref().map(|answer| answer_text(question, answer, frame.lang)),
            "note": entry.note,
            "act": entry.act,
        })
    };
    Some(json!({
        "question": id,
        "revision": kept.revision,
        "by": kept.changed_by,
        "at": kept.changed_at.rfc3339(),
        "message": (words(frame.lang).conflict_text)(&kept.changed_by, &dates::lately(frame.lang, kept.changed_at, now)),
        "theirs": side(&kept.entry),
        "yours": told.submitted.get(id).map(|s| side(&s.entry)),
    }))
}
