//! `questionnaire.toml`: name and version, the common scale, named conditions, themes, dimensions.

use super::keys::Keys;
use super::notes::At;
use super::positioning::{PositioningDraft, positioning};
use super::{FaultKind, Thing};
use crate::domain::questionnaire::condition::{is_name, is_option, is_question};
use crate::domain::questionnaire::{Choice, Dimension, Theme};

pub(super) struct Header {
    pub id: At<String>,
    pub version: At<String>,
    pub title: String,
    pub lang: String,
    pub draft: bool,
    pub about: Vec<String>,
    /// None without a scale; empty when it is there and wrong.
    pub maturity: Option<Vec<Choice>>,
    pub conditions: Vec<(At<String>, At<String>)>,
    pub themes: Vec<At<Theme>>,
    pub dimensions: Vec<At<Dimension>>,
    pub positioning: Option<PositioningDraft>,
}

pub(super) fn header(keys: Keys<'_>) -> Header {
    let header = Header {
        id: id(&keys, Thing::Questionnaire),
        version: shaped(&keys, keys.required_text("version"), Thing::Version),
        title: keys.required_text("title").value,
        lang: shaped(&keys, keys.required_text("lang"), Thing::Language).value,
        draft: keys.flag("draft"),
        about: keys.texts("about").into_iter().map(|p| p.value).collect(),
        maturity: keys.has("maturity").then(|| scale(&keys)),
        conditions: conditions(&keys),
        themes: keys.tables("theme").into_iter().map(theme).collect(),
        dimensions: keys.tables("dimension").into_iter().map(dimension).collect(),
        positioning: keys.table("positioning").map(positioning),
    };
    keys.finish();
    header
}

/// The `id` of a thing, in the shape that its things have.
pub(super) fn id(keys: &Keys<'_>, thing: Thing) -> At<String> {
    shaped(keys, keys.required_text("id"), thing)
}

fn shaped(keys: &Keys<'_>, id: At<String>, thing: Thing) -> At<String> {
    if !id.value.is_empty() && !has_shape(thing, &id.value) {
        keys.notes.fault(id.spot, FaultKind::BadId { thing, id: id.value.clone() });
    }
    id
}

/// Questions are names in conditions; options, rows and sections are parts of form fields and addresses.
fn has_shape(thing: Thing, id: &str) -> bool {
    match thing {
        Thing::Question => is_question(id),
        Thing::Condition => is_name(id),
        Thing::Version => !id.starts_with('0') && id.len() <= 9 && id.bytes().all(|b| b.is_ascii_digit()),
        Thing::Language => id.split('-').all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())),
        Thing::Theme | Thing::Dimension | Thing::Model | Thing::Suggestion => id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'),
        Thing::Questionnaire | Thing::Section | Thing::Option | Thing::Row | Thing::Column | Thing::PeerClass => is_option(id),
    }
}

/// Five levels, from absent to verified every year; their ids are `1`–`5`.
fn scale(keys: &Keys<'_>) -> Vec<Choice> {
    let entries = keys.tables("maturity");
    if entries.len() != 5 {
        keys.notes.fault(keys.spot_of_key("maturity"), FaultKind::ScaleLength { found: entries.len() });
    }
    let level = |(i, entry): (usize, Keys<'_>)| {
        let text = entry.required_text("text").value;
        let points = entry.required("points", Keys::percent).map(|p| p.value);
        entry.finish();
        Choice { id: (i + 1).to_string(), text, points, exclusive: false }
    };
    entries.into_iter().enumerate().map(level).collect()
}

fn conditions(keys: &Keys<'_>) -> Vec<(At<String>, At<String>)> {
    let Some(table) = keys.table("conditions") else {
        return Vec::new();
    };
    let named = table.named_texts();
    for (name, _) in &named {
        shaped(&table, name.clone(), Thing::Condition);
    }
    named
}

fn theme(keys: Keys<'_>) -> At<Theme> {
    let id = id(&keys, Thing::Theme);
    let theme = Theme { id: id.value, name: keys.required_text("name").value };
    keys.finish();
    At { spot: id.spot, value: theme }
}

/// A weight that is missing or wrong is a fault already and stands as 0.
fn dimension(keys: Keys<'_>) -> At<Dimension> {
    let id = id(&keys, Thing::Dimension);
    let (name, short) = (keys.required_text("name").value, keys.required_text("short").value);
    let (why, weight) = (keys.required_text("why").value, keys.required("weight", Keys::positive));
    keys.finish();
    At { spot: id.spot, value: Dimension { id: id.value, name, short, weight: weight.map_or(0.0, |w| w.value), why } }
}
