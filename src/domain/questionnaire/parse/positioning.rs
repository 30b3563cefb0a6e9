//! `[positioning]`: thresholds, factors, rules of the target, peers, as written.

use super::header::id;
use super::keys::Keys;
use super::notes::{At, Spot};
use super::{FaultKind, Thing};
use crate::domain::questionnaire::{Factors, Levels, Thresholds};

pub(super) struct PositioningDraft {
    pub spot: Spot,
    pub required: Vec<At<String>>,
    pub offices: Option<OfficesDraft>,
    pub thresholds: Thresholds,
    pub factors: Factors,
    pub targets: Vec<TargetDraft>,
    pub peers: Option<PeersDraft>,
}

pub(super) struct OfficesDraft {
    pub question: At<String>,
    pub counted: Vec<At<String>>,
    pub only_one: Option<At<String>>,
}

pub(super) struct TargetDraft {
    pub spot: Spot,
    pub from: Option<At<String>>,
    pub when: Option<At<String>>,
    pub near: Option<(At<String>, f64)>,
    pub propose: At<String>,
}

pub(super) struct PeersDraft {
    pub least: usize,
    pub classes: Vec<ClassDraft>,
}

pub(super) struct ClassDraft {
    pub id: At<String>,
    pub name: String,
    pub when: Option<At<String>>,
}

pub(super) fn positioning(keys: Keys<'_>) -> PositioningDraft {
    let draft = PositioningDraft {
        spot: keys.spot,
        required: keys.texts("required"),
        offices: keys.table("offices").map(offices),
        thresholds: thresholds(&keys),
        factors: factors(&keys),
        targets: keys.required("target", |keys, key| Some(keys.tables(key))).unwrap_or_default().into_iter().map(target).collect(),
        peers: keys.table("peers").map(peers),
    };
    keys.finish();
    draft
}

fn offices(keys: Keys<'_>) -> OfficesDraft {
    let question = keys.required_text("question");
    let counted = keys.required("counted", |keys, key| Some(keys.texts(key))).unwrap_or_default();
    let only_one = keys.text("only_one");
    keys.finish();
    OfficesDraft { question, counted, only_one }
}

/// All of them must be there: a default would be a coefficient in the code.
fn thresholds(keys: &Keys<'_>) -> Thresholds {
    let table = keys.required("thresholds", Keys::table);
    let read = |key| table.as_ref().and_then(|t| t.required(key, Keys::percent)).map_or(0.0, |n| n.value);
    let thresholds = Thresholds {
        coverage_full: read("coverage_full"),
        coverage_least: read("coverage_least"),
        distance_most: read("distance_most"),
        margin_clear: read("margin_clear"),
        margin_prevalent: read("margin_prevalent"),
        functioning_nearer: read("functioning_nearer"),
        robust_share: read("robust_share"),
        consolidation: read("consolidation"),
        strength_least: read("strength_least"),
        gap_full: read("gap_full"),
        models_apart: read("models_apart"),
    };
    if let Some(table) = table {
        in_order(&table, ("coverage_least", thresholds.coverage_least), ("coverage_full", thresholds.coverage_full));
        in_order(&table, ("margin_prevalent", thresholds.margin_prevalent), ("margin_clear", thresholds.margin_clear));
        table.finish();
    }
    thresholds
}

/// Without defaults, for the same reason.
fn factors(keys: &Keys<'_>) -> Factors {
    let table = keys.required("factors", Keys::table);
    let levels = |key| table.as_ref().and_then(|t| t.required(key, Keys::table)).map(levels);
    let none = Levels { low: 1.0, medium: 1.0, high: 1.0 };
    let factors = Factors {
        effort: levels("effort").unwrap_or(none),
        impact: levels("impact").unwrap_or(none),
        near_target: table.as_ref().map_or(1.0, |t| factor(t, "near_target")),
    };
    table.into_iter().for_each(Keys::finish);
    factors
}

fn levels(keys: Keys<'_>) -> Levels {
    let levels = Levels { low: factor(&keys, "low"), medium: factor(&keys, "medium"), high: factor(&keys, "high") };
    keys.finish();
    levels
}

fn factor(keys: &Keys<'_>, key: &'static str) -> f64 {
    keys.required(key, Keys::positive).map_or(1.0, |n| n.value)
}

fn in_order(keys: &Keys<'_>, low: (&'static str, f64), high: (&'static str, f64)) {
    if low.1 > high.1 && keys.has(high.0) {
        keys.notes.fault(keys.spot_of_key(low.0), FaultKind::Inverted { low: low.0, high: high.0 });
    }
}

fn target(keys: Keys<'_>) -> TargetDraft {
    let near = keys.table("near").map(|near| {
        let (model, within) = (near.required_text("model"), near.required("within", Keys::percent));
        near.finish();
        (model, within.map_or(0.0, |w| w.value))
    });
    let draft =
        TargetDraft { spot: keys.spot, from: keys.text("from"), when: keys.text("when"), near, propose: keys.required_text("propose") };
    keys.finish();
    draft
}

fn peers(keys: Keys<'_>) -> PeersDraft {
    let least = keys.required("least", |keys, key| keys.whole(key, 1)).map_or(1, |n| n.value as usize);
    let classes = keys.required("class", |keys, key| Some(keys.tables(key))).unwrap_or_default();
    let class = |keys: Keys<'_>| {
        let id = id(&keys, Thing::PeerClass);
        let (name, when) = (keys.required_text("name").value, keys.required("when", Keys::text));
        keys.finish();
        ClassDraft { id, name, when }
    };
    let classes = classes.into_iter().map(class).collect();
    keys.finish();
    PeersDraft { least, classes }
}
