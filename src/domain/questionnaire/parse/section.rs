//! `sections/*.toml`: one section with its questions.

use super::header::id;
use super::keys::Keys;
use super::kind::{Shared, kind};
use super::notes::{At, Spot};
use super::{FaultKind, KindName, Thing};
use crate::domain::questionnaire::{Condition, Kind, Question};

pub(super) struct SectionDraft {
    pub spot: Spot,
    pub id: At<String>,
    pub title: String,
    pub dimension: Option<At<String>>,
    pub minutes: u32,
    pub intro: Option<String>,
    pub questions: Vec<QuestionDraft>,
}

/// A question whose condition is not yet read.
pub(super) struct QuestionDraft {
    /// Where its id stands.
    pub spot: Spot,
    /// With `visible` always.
    pub question: Question,
    pub visible: Option<At<String>>,
    pub at_most: Option<Spot>,
    pub share_of: Option<Spot>,
    /// False when the kind is not known: a fault already, and nothing else about it can be judged.
    pub sound: bool,
    /// Nothing is wrong with its options, rows or numbers: what is not among them does not exist.
    pub complete: bool,
    /// It has a weight, or points without one: a fault already, and not one to repeat wherever its points are used.
    pub gives_points: bool,
}

pub(super) fn section(keys: Keys<'_>, shared: Shared<'_>) -> SectionDraft {
    let section = SectionDraft {
        spot: keys.spot,
        id: id(&keys, Thing::Section),
        title: keys.required_text("title").value,
        dimension: keys.text("dimension"),
        minutes: keys.required("minutes", |keys, key| keys.whole(key, 1)).map_or(1, |m| m.value),
        intro: keys.text("intro").map(|t| t.value),
        questions: keys.tables("question").into_iter().map(|q| question(q, shared)).collect(),
    };
    if !keys.has("question") {
        keys.fault(FaultKind::SectionWithoutQuestions);
    }
    keys.finish();
    section
}

fn question(keys: Keys<'_>, shared: Shared<'_>) -> QuestionDraft {
    let id = id(&keys, Thing::Question);
    let name = keys.required("kind", |keys, key| keys.word(key, &KindName::WORDS));
    let name = name.and_then(|word| KindName::ALL.get(word.value).copied());
    // A free text is not worth points.
    let weight = if name == Some(KindName::Text) { None } else { keys.positive("weight") };
    let scored = keys.has("weight");
    let before = keys.notes.count();
    let kind = name.map(|name| kind(&keys, name, &id.value, scored, shared));
    let spot_of = |key| keys.has(key).then(|| keys.spot_of_key(key));
    let (at_most, share_of) = (spot_of("at_most"), spot_of("share_of"));
    let sound = kind.is_some();
    let complete = sound && keys.notes.count() == before;
    let gives_points =
        scored || keys.has("points") || keys.has("curve") || kind.iter().any(|k| k.choices().iter().any(|c| c.points.is_some()));
    let question = Question {
        id: id.value,
        text: keys.required_text("text").value,
        kind: kind.unwrap_or(Kind::Text { max_chars: 0 }),
        weight: weight.map(|w| w.value),
        visible: Condition::Always,
        not_applicable: keys.flag_or_text("na"),
        help: keys.text("help").map(|t| t.value),
        office: keys.text("office").map(|t| t.value),
    };
    let visible = keys.text("visible");
    keys.finish_with(|key| match name {
        Some(kind) if KINDS_KEYS.contains(&key.as_str()) => Some(FaultKind::KeyNotForKind { key, kind }),
        None if KINDS_KEYS.contains(&key.as_str()) => None,
        _ => Some(FaultKind::UnknownKey { key }),
    });
    QuestionDraft { spot: id.spot, question, visible, at_most, share_of, sound, complete, gives_points }
}

/// Keys that some kind of question has.
const KINDS_KEYS: [&str; 14] = [
    "weight",
    "options",
    "points",
    "rows",
    "columns",
    "min",
    "max",
    "at_most",
    "share_of",
    "propose",
    "decimals",
    "unit",
    "curve",
    "max_chars",
];
