//! What a question of each kind brings: options, rows and columns, bounds and curve.

use super::header::id;
use super::keys::Keys;
use super::notes::{At, Notes, Spot};
use super::{FaultKind, KindName, Thing};
use crate::domain::questionnaire::{Choice, Kind, Number, Proposal, Row};

/// A kind with nothing wrong in it, or with the faults noted.
pub(super) fn kind(keys: &Keys<'_>, name: KindName, question: &str, scored: bool, shared: Shared<'_>) -> Kind {
    let choices = |key, thing| choices(keys, key, Options { thing, question, scored, multiple: name == KindName::Multiple });
    match name {
        KindName::Single => Kind::Single { options: choices("options", Thing::Option) },
        KindName::Multiple => Kind::Multiple { options: choices("options", Thing::Option) },
        KindName::YesNo => Kind::YesNo { options: yes_no(keys, question, scored, shared.lang) },
        KindName::Maturity => Kind::Maturity { levels: levels(keys, scored, shared.scale) },
        KindName::Number => Kind::Number(number(keys, question, scored)),
        KindName::Matrix => Kind::Matrix { rows: rows(keys), columns: choices("columns", Thing::Column) },
        KindName::Text => Kind::Text { max_chars: keys.whole("max_chars", 1).map_or(MAX_CHARS, |n| n.value as usize) },
    }
}

/// What all sections of a questionnaire share.
#[derive(Clone, Copy)]
pub(super) struct Shared<'c> {
    /// The levels of the maturity questions, where the questionnaire has them.
    pub scale: Option<&'c [Choice]>,
    pub lang: &'c str,
}

/// A page of text.
const MAX_CHARS: usize = 2000;

/// How the entries of a list of options are judged.
#[derive(Clone, Copy)]
struct Options<'q> {
    thing: Thing,
    question: &'q str,
    scored: bool,
    multiple: bool,
}

fn choices(keys: &Keys<'_>, key: &'static str, options: Options<'_>) -> Vec<Choice> {
    let entries = keys.required(key, |keys, key| Some(keys.tables(key))).unwrap_or_default();
    too_few(keys, key, 2, entries.len());
    if options.scored && !entries.is_empty() && entries.iter().all(|e| e.has("scored") && !e.has("points")) {
        let question = options.question.to_owned();
        keys.notes.fault(keys.spot_of_key(key), FaultKind::NothingScored { question });
    }
    let choices: Vec<At<Choice>> = entries.into_iter().map(|entry| choice(entry, options)).collect();
    let ids = choices.iter().map(|c| (c.spot, c.value.id.as_str()));
    duplicates(keys.notes, options.thing, ids);
    two_exclusives(keys, &choices);
    // Once for the question: what is wrong is the weight.
    if let Some(first) = choices.iter().find(|c| c.value.points.is_some() && !options.scored) {
        keys.notes.fault(first.spot, FaultKind::PointsWithoutWeight { question: options.question.to_owned() });
    }
    choices.into_iter().map(|c| c.value).collect()
}

fn choice(keys: Keys<'_>, options: Options<'_>) -> At<Choice> {
    let id = id(&keys, options.thing);
    let text = keys.required_text("text").value;
    let points = points(&keys, &id.value, options);
    let exclusive = options.thing == Thing::Option && keys.flag("exclusive");
    if exclusive && !options.multiple {
        let option = id.value.clone();
        keys.notes.fault(keys.spot_of_key("exclusive"), FaultKind::ExclusiveOutsideMultiple { option });
    }
    keys.finish();
    At { spot: id.spot, value: Choice { id: id.value, text, points, exclusive } }
}

/// Points of an option: wherever the question has a weight, unless `scored = false`.
fn points(keys: &Keys<'_>, id: &str, options: Options<'_>) -> Option<f64> {
    let points = keys.percent("points");
    // `scored = true` is allowed, and says nothing.
    let unscored = !keys.flag("scored") && keys.has("scored");
    let at = keys.spot_of_key("points");
    match (keys.has("points"), unscored) {
        (true, true) => keys.notes.fault(at, FaultKind::PointsUnscored { option: id.to_owned() }),
        (false, false) if options.scored => keys.fault(FaultKind::OptionWithoutPoints { option: id.to_owned() }),
        _ => {}
    }
    points.map(|p| p.value)
}

fn two_exclusives(keys: &Keys<'_>, choices: &[At<Choice>]) {
    let mut exclusives = choices.iter().filter(|c| c.value.exclusive);
    if let (Some(first), Some(second)) = (exclusives.next(), exclusives.next()) {
        let kind = FaultKind::TwoExclusives { first: first.value.id.clone(), second: second.value.id.clone() };
        keys.notes.fault(second.spot, kind);
    }
}

/// Yes is worth 100 and no 0, unless `points = { s = …, n = … }` says otherwise.
fn yes_no(keys: &Keys<'_>, question: &str, scored: bool, lang: &str) -> [Choice; 2] {
    let (mut yes, mut no) = (100.0, 0.0);
    if let Some(points) = keys.table("points") {
        if !scored {
            points.fault(FaultKind::PointsWithoutWeight { question: question.to_owned() });
        }
        yes = points.percent("s").map_or(yes, |p| p.value);
        no = points.percent("n").map_or(no, |p| p.value);
        points.finish();
    }
    let points = |points| scored.then_some(points);
    let choice = |id: &str, text: &str, points| Choice { id: id.to_owned(), text: text.to_owned(), points, exclusive: false };
    let [s, n] = yes_and_no(lang);
    [choice("s", s, points(yes)), choice("n", n, points(no))]
}

/// In the language of the questions, as part of them: the page's own language may be another. The languages are those
/// of the minorities that small comuni have; elsewhere English.
pub(in crate::domain) fn yes_and_no(lang: &str) -> [&'static str; 2] {
    match lang.split('-').next() {
        Some("it") => ["Sì", "No"],
        Some("de") => ["Ja", "Nein"],
        Some("fr") => ["Oui", "Non"],
        Some("sl") => ["Da", "Ne"],
        _ => ["Yes", "No"],
    }
}

fn levels(keys: &Keys<'_>, scored: bool, scale: Option<&[Choice]>) -> Vec<Choice> {
    let Some(scale) = scale else {
        keys.notes.fault(keys.spot_of_key("kind"), FaultKind::MaturityWithoutScale);
        return Vec::new();
    };
    let level = |level: &Choice| Choice { points: level.points.filter(|_| scored), ..level.clone() };
    scale.iter().map(level).collect()
}

fn rows(keys: &Keys<'_>) -> Vec<Row> {
    let entries = keys.required("rows", |keys, key| Some(keys.tables(key))).unwrap_or_default();
    too_few(keys, "rows", 1, entries.len());
    let row = |entry: Keys<'_>| {
        let id = id(&entry, Thing::Row);
        let row = Row { id: id.value, text: entry.required_text("text").value };
        entry.finish();
        At { spot: id.spot, value: row }
    };
    let rows: Vec<At<Row>> = entries.into_iter().map(row).collect();
    duplicates(keys.notes, Thing::Row, rows.iter().map(|r| (r.spot, r.value.id.as_str())));
    rows.into_iter().map(|r| r.value).collect()
}

/// A key that is missing is a fault of its own.
fn too_few(keys: &Keys<'_>, key: &'static str, least: usize, found: usize) {
    if keys.has(key) && found < least {
        keys.notes.fault(keys.spot_of_key(key), FaultKind::TooFew { key, least, found });
    }
}

/// A fault for each id that came before; ids that are missing are faults already.
pub(in crate::domain) fn duplicates<'i>(notes: &Notes<'_>, thing: Thing, ids: impl Iterator<Item = (Spot, &'i str)>) {
    let mut seen: Vec<&str> = Vec::new();
    for (spot, id) in ids.filter(|(_, id)| !id.is_empty()) {
        if seen.contains(&id) {
            notes.fault(spot, FaultKind::Duplicate { thing, id: id.to_owned() });
        }
        seen.push(id);
    }
}

fn number(keys: &Keys<'_>, question: &str, scored: bool) -> Number {
    let (min, max) = (keys.required("min", Keys::number), keys.required("max", Keys::number));
    if let (Some(min), Some(max)) = (&min, &max)
        && min.value > max.value
    {
        keys.notes.fault(min.spot, FaultKind::Inverted { low: "min", high: "max" });
    }
    Number {
        min: min.map_or(0.0, |n| n.value),
        max: max.map_or(0.0, |n| n.value),
        at_most: keys.text("at_most").map(|q| q.value),
        share_of: keys.text("share_of").map(|q| q.value),
        propose: keys.word("propose", &Proposal::WORDS).and_then(|word| Proposal::ALL.get(word.value).copied()),
        decimals: keys.flag("decimals"),
        unit: keys.text("unit").map(|u| u.value),
        curve: curve(keys, question, scored),
    }
}

/// At least two points by rising value: linear between them, constant outside (section 5, point 1).
fn curve(keys: &Keys<'_>, question: &str, scored: bool) -> Vec<(f64, f64)> {
    let curve = keys.pairs("curve");
    let note = |kind| keys.notes.fault(keys.spot_of_key("curve"), kind);
    match (scored, keys.has("curve")) {
        (true, false) => keys.fault(FaultKind::MissingKey { key: "curve" }),
        (false, true) => note(FaultKind::PointsWithoutWeight { question: question.to_owned() }),
        (true, true) if keys.length("curve") < 2 => note(FaultKind::CurveTooShort),
        _ => {}
    }
    for [before, after] in curve.windows(2).filter_map(|pair| <&[_; 2]>::try_from(pair).ok()) {
        let (before, value) = (before.value.0.value, after.value.0.value);
        if value <= before {
            keys.notes.fault(after.spot, FaultKind::CurveNotRising { value, after: before });
        }
    }
    let point = |at: At<(At<f64>, At<f64>)>| Some((at.value.0.value, keys.in_percent("curve", at.value.1)?.value));
    curve.into_iter().filter_map(point).collect()
}
