//! `quiz/*.toml`: questions, what is right, what is said to each answer.

use std::collections::BTreeMap;

use super::Bench;
use crate::domain::course::Mistake;
use crate::domain::course::quiz::{Item, Key, Pool, Quiz, RIGHT, Tries, WRONG};
use crate::domain::questionnaire::condition::{is_option, is_question};
use crate::domain::questionnaire::parse::keys::Keys;
use crate::domain::questionnaire::parse::kind::{duplicates, yes_and_no};
use crate::domain::questionnaire::parse::notes::{At, Spot};
use crate::domain::questionnaire::parse::{FaultKind, Thing};
use crate::domain::questionnaire::{Choice, Condition, Kind, Number, Question, Row};

pub(super) fn quiz(bench: &Bench<'_>, keys: Keys<'_>, name: &str, lang: &str) -> Quiz {
    let pools: Vec<At<Pool>> = keys.tables("pool").into_iter().map(|entry| pool(bench, entry)).collect();
    duplicates(&bench.notes, Thing::Section, pools.iter().map(|pool| (pool.spot, pool.value.id.as_str())));
    let entries = keys.required("question", |keys, key| Some(keys.tables(key))).unwrap_or_default();
    let items: Vec<At<Item>> = entries.into_iter().map(|entry| item(bench, entry, lang)).collect();
    duplicates(&bench.notes, Thing::Question, items.iter().map(|item| (item.spot, item.value.question.id.as_str())));
    if items.is_empty() && keys.has("question") {
        bench.note(keys.spot, Mistake::EmptyQuiz);
    }
    pools_fit(bench, &pools, &items);
    let quiz = Quiz {
        id: name.to_owned(),
        title: keys.required_text("title").value,
        intro: keys.text("intro").map(|text| text.value),
        minutes: keys.whole("minutes", 1).map_or(0, |n| n.value),
        pass: pass(&keys),
        tries: tries(bench, &keys),
        shuffle: keys.flag("shuffle"),
        pools: pools.into_iter().map(|pool| pool.value).collect(),
        items: items.into_iter().map(|item| item.value).collect(),
    };
    keys.finish();
    quiz
}

/// Between 1 and 100: a test that nobody can fail is none.
fn pass(keys: &Keys<'_>) -> u32 {
    const LEAST: u32 = 1;
    const MOST: u32 = 100;
    let Some(pass) = keys.required("pass", |keys, key| keys.whole(key, 0)) else { return MOST };
    if !(LEAST..=MOST).contains(&pass.value) {
        let (value, min, max) = (f64::from(pass.value), f64::from(LEAST), f64::from(MOST));
        keys.notes.fault(pass.spot, FaultKind::OutOfRange { key: "pass".to_owned(), value, min, max });
    }
    pass.value
}

fn tries(bench: &Bench<'_>, keys: &Keys<'_>) -> Option<Tries> {
    let (attempts, pause) = (keys.whole("attempts", 1), keys.whole("pause_days", 1));
    if keys.has("attempts") != keys.has("pause_days") {
        bench.note(keys.spot_of_key(if keys.has("attempts") { "attempts" } else { "pause_days" }), Mistake::AttemptsWithoutPause);
    }
    Some(Tries { attempts: attempts?.value, pause_days: pause?.value })
}

fn pool(bench: &Bench<'_>, keys: Keys<'_>) -> At<Pool> {
    let id = named(bench, &keys, Thing::Section);
    let pool = Pool { id: id.value, draw: keys.required("draw", |keys, key| keys.whole(key, 1)).map_or(0, |n| n.value as usize) };
    keys.finish();
    At { spot: id.spot, value: pool }
}

fn pools_fit(bench: &Bench<'_>, pools: &[At<Pool>], items: &[At<Item>]) {
    for item in items {
        if let Some(pool) = &item.value.pool
            && !pools.iter().any(|p| p.value.id == *pool)
        {
            bench.note(item.spot, Mistake::UnknownPool { pool: pool.clone() });
        }
    }
    for At { spot, value: Pool { id, draw } } in pools {
        let found = items.iter().filter(|item| item.value.pool.as_ref() == Some(id)).count();
        if *draw > found {
            bench.note(*spot, Mistake::PoolTooSmall { pool: id.clone(), draw: *draw, found });
        }
    }
}

/// The `id` of a thing: parts of form fields, hence plain.
fn named(bench: &Bench<'_>, keys: &Keys<'_>, thing: Thing) -> At<String> {
    let id = keys.required_text("id");
    let fits = if thing == Thing::Question { is_question(&id.value) } else { is_option(&id.value) };
    if !fits && !id.value.is_empty() {
        bench.notes.fault(id.spot, FaultKind::BadId { thing, id: id.value.clone() });
    }
    id
}

/// The kinds of a questionnaire that have a right answer.
const KINDS: [&str; 5] = ["single", "multiple", "yes-no", "number", "matrix"];

/// What a kind of question brings.
struct Core {
    kind: Kind,
    key: Key,
    feedback: BTreeMap<String, String>,
}

fn item(bench: &Bench<'_>, keys: Keys<'_>, lang: &str) -> At<Item> {
    let id = named(bench, &keys, Thing::Question);
    let core = match keys.required("kind", |keys, key| keys.word(key, &KINDS)).map(|word| KINDS[word.value]) {
        Some("multiple") => chosen(bench, &keys, &id, true),
        Some("yes-no") => yes_no(bench, &keys, &id, lang),
        Some("number") => number(bench, &keys, &id),
        Some("matrix") => matrix(bench, &keys),
        Some(_) => chosen(bench, &keys, &id, false),
        // Of no kind known, nothing else can be judged.
        None => {
            let key = Key::All(Vec::new());
            let question = question(id.value, String::new(), Kind::Text { max_chars: 1 }, None);
            return At { spot: id.spot, value: Item { question, pool: None, key, feedback: BTreeMap::new(), explanation: None } };
        }
    };
    let help = keys.text("help").map(|text| text.value);
    let question = question(id.value, keys.required_text("text").value, core.kind, help);
    let pool = keys.text("pool").map(|pool| pool.value);
    let explanation = keys.text("explanation").map(|text| text.value);
    keys.finish();
    At { spot: id.spot, value: Item { question, pool, key: core.key, feedback: core.feedback, explanation } }
}

fn question(id: String, text: String, kind: Kind, help: Option<String>) -> Question {
    Question { id, text, kind, weight: None, visible: Condition::Always, not_applicable: None, help, office: None }
}

fn chosen(bench: &Bench<'_>, keys: &Keys<'_>, id: &At<String>, multiple: bool) -> Core {
    let entries = keys.required("options", |keys, key| Some(keys.tables(key))).unwrap_or_default();
    let found = entries.len();
    if keys.has("options") && found < 2 {
        bench.notes.fault(keys.spot_of_key("options"), FaultKind::TooFew { key: "options", least: 2, found });
    }
    let (mut options, mut rights, mut feedback, mut spots) = (Vec::new(), Vec::new(), BTreeMap::new(), Vec::<(Spot, String)>::new());
    for entry in entries {
        let option = named(bench, &entry, Thing::Option);
        let text = entry.required_text("text").value;
        if entry.flag("right") {
            rights.push(option.value.clone());
        }
        said(bench, &entry, &option, &mut feedback);
        let exclusive = multiple && entry.flag("exclusive");
        entry.finish();
        spots.push((option.spot, option.value.clone()));
        options.push(Choice { id: option.value, text, points: None, exclusive });
    }
    duplicates(&bench.notes, Thing::Option, spots.iter().map(|(spot, id)| (*spot, id.as_str())));
    let question = id.value.clone();
    match (rights.len(), multiple) {
        (0, _) if found > 0 => bench.note(id.spot, Mistake::NoRightAnswer { question }),
        (2.., false) => bench.note(id.spot, Mistake::ManyRightAnswers { question }),
        _ => {}
    }
    if multiple {
        return Core { kind: Kind::Multiple { options }, key: Key::All(rights), feedback };
    }
    let right = rights.into_iter().next().unwrap_or_default();
    Core { kind: Kind::Single { options }, key: Key::One(right), feedback }
}

/// The feedback that belongs to an option or a row.
fn said(bench: &Bench<'_>, keys: &Keys<'_>, part: &At<String>, feedback: &mut BTreeMap<String, String>) {
    match keys.text("feedback") {
        Some(text) => drop(feedback.insert(part.value.clone(), text.value)),
        None if keys.has("feedback") => {}
        None => bench.note(part.spot, Mistake::OptionWithoutFeedback { option: part.value.clone() }),
    }
}

/// A table with what is said to each of two outcomes.
fn said_to(bench: &Bench<'_>, keys: &Keys<'_>, outcomes: [&'static str; 2]) -> BTreeMap<String, String> {
    let Some(table) = keys.table("feedback") else {
        if !keys.has("feedback") {
            bench.note(keys.spot, Mistake::OptionWithoutFeedback { option: outcomes[0].to_owned() });
        }
        return BTreeMap::new();
    };
    let mut all = BTreeMap::new();
    for outcome in outcomes {
        match table.text(outcome) {
            Some(text) => drop(all.insert(outcome.to_owned(), text.value)),
            None => bench.note(table.spot, Mistake::OptionWithoutFeedback { option: outcome.to_owned() }),
        }
    }
    table.finish();
    all
}

fn yes_no(bench: &Bench<'_>, keys: &Keys<'_>, id: &At<String>, lang: &str) -> Core {
    const OPTIONS: [&str; 2] = ["s", "n"];
    let right = keys.word("right", &OPTIONS).map(|word| OPTIONS[word.value]);
    if !keys.has("right") {
        bench.note(id.spot, Mistake::NoRightAnswer { question: id.value.clone() });
    }
    let [yes, no] = yes_and_no(lang);
    let choice = |id: &str, text: &str| Choice { id: id.to_owned(), text: text.to_owned(), points: None, exclusive: false };
    let options = [choice("s", yes), choice("n", no)];
    let feedback = said_to(bench, keys, OPTIONS);
    Core { kind: Kind::YesNo { options }, key: Key::One(right.unwrap_or_default().to_owned()), feedback }
}

fn number(bench: &Bench<'_>, keys: &Keys<'_>, id: &At<String>) -> Core {
    let (min, max) = (keys.required("min", Keys::number), keys.required("max", Keys::number));
    let (right, tolerance) = (keys.number("right"), keys.number("tolerance").map_or(0.0, |t| t.value));
    let question = id.value.clone();
    match (&right, &min, &max) {
        (None, ..) if !keys.has("right") => bench.note(id.spot, Mistake::NoRightAnswer { question }),
        (Some(right), Some(min), Some(max)) if right.value < min.value || right.value > max.value => {
            bench.note(right.spot, Mistake::RightOutOfBounds { question });
        }
        _ => {}
    }
    let number = Number {
        min: min.map_or(0.0, |n| n.value),
        max: max.map_or(0.0, |n| n.value),
        at_most: None,
        share_of: None,
        propose: None,
        decimals: keys.flag("decimals"),
        unit: keys.text("unit").map(|unit| unit.value),
        curve: Vec::new(),
    };
    let right = right.map_or(0.0, |n| n.value);
    let feedback = said_to(bench, keys, [RIGHT, WRONG]);
    Core { kind: Kind::Number(number), key: Key::Between(right - tolerance, right + tolerance), feedback }
}

fn matrix(bench: &Bench<'_>, keys: &Keys<'_>) -> Core {
    let columns: Vec<At<Choice>> = keys
        .required("columns", |keys, key| Some(keys.tables(key)))
        .unwrap_or_default()
        .into_iter()
        .map(|entry| {
            let id = named(bench, &entry, Thing::Column);
            let text = entry.required_text("text").value;
            entry.finish();
            At { spot: id.spot, value: Choice { id: id.value, text, points: None, exclusive: false } }
        })
        .collect();
    duplicates(&bench.notes, Thing::Column, columns.iter().map(|column| (column.spot, column.value.id.as_str())));
    let (mut rows, mut key, mut feedback, mut spots) = (Vec::new(), BTreeMap::new(), BTreeMap::new(), Vec::<(Spot, String)>::new());
    for entry in keys.required("rows", |keys, key| Some(keys.tables(key))).unwrap_or_default() {
        let row = named(bench, &entry, Thing::Row);
        let text = entry.required_text("text").value;
        let right = entry.text("right").map(|right| right.value).unwrap_or_default();
        if !columns.iter().any(|column| column.value.id == right) {
            bench.note(row.spot, Mistake::RowWithoutRight { row: row.value.clone() });
        }
        said(bench, &entry, &row, &mut feedback);
        entry.finish();
        key.insert(row.value.clone(), right);
        spots.push((row.spot, row.value.clone()));
        rows.push(Row { id: row.value, text });
    }
    duplicates(&bench.notes, Thing::Row, spots.iter().map(|(spot, id)| (*spot, id.as_str())));
    let columns = columns.into_iter().map(|column| column.value).collect();
    Core { kind: Kind::Matrix { rows, columns }, key: Key::Rows(key), feedback }
}
