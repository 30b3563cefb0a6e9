//! `[positioning]` against the rest: every name known, a target proposed whatever the positioning.

use super::check::Check;
use super::kind::duplicates;
use super::notes::At;
use super::positioning::{ClassDraft, OfficesDraft, PeersDraft, PositioningDraft, TargetDraft};
use super::{FaultKind, Thing};
use crate::domain::questionnaire::{Condition, Kind, Model, Offices, PeerClass, Peers, Positioning, TargetRule};

pub(super) fn positioning(check: &Check<'_>, draft: &PositioningDraft, models: &[Model]) -> Positioning {
    if models.is_empty() {
        check.notes.fault(draft.spot, FaultKind::PositioningWithoutModels);
    }
    for id in &draft.required {
        check.book.question(id);
    }
    let targets: Vec<TargetRule> = draft.targets.iter().map(|t| target(check, t)).collect();
    let last = draft.targets.last().map_or(draft.spot, |t| t.spot);
    for model in models.iter().filter(|model| !targets.iter().any(|rule| is_sure(rule, model))) {
        check.notes.fault(last, FaultKind::TargetRulesOpen { model: model.id.clone() });
    }
    Positioning {
        required: draft.required.iter().map(|id| id.value.clone()).collect(),
        offices: draft.offices.as_ref().map(|o| offices(check, o)),
        thresholds: draft.thresholds.clone(),
        factors: draft.factors.clone(),
        targets,
        peers: draft.peers.as_ref().map(|p| peers(check, p)),
    }
}

fn target(check: &Check<'_>, draft: &TargetDraft) -> TargetRule {
    let near = draft.near.as_ref().map(|(model, within)| (model.value.clone(), *within));
    let models = [draft.from.as_ref(), draft.near.as_ref().map(|(model, _)| model), Some(&draft.propose)];
    models.into_iter().flatten().for_each(|id| check.model(id));
    TargetRule {
        from: draft.from.as_ref().map(|m| m.value.clone()),
        when: draft.when.as_ref().map_or(Condition::Always, |when| check.book.condition(when)),
        near,
        propose: draft.propose.value.clone(),
    }
}

/// Whether the rule applies to every ente positioned on the model: that the model is admissible may be enough.
fn is_sure(rule: &TargetRule, model: &Model) -> bool {
    let concerns = rule.from.as_ref().is_none_or(|from| *from == model.id);
    concerns && rule.near.is_none() && follows(&rule.when, &model.admissible)
}

/// Whether `when` holds wherever `given` does, as far as their shape tells.
fn follows(when: &Condition, given: &Condition) -> bool {
    match (when, given) {
        (Condition::Always, _) => true,
        (when, given) if when == given => true,
        (Condition::Named(_, definition), given) => follows(definition, given),
        (when, Condition::Named(_, definition)) => follows(when, definition),
        (Condition::All(parts), given) => parts.iter().all(|part| follows(part, given)),
        (when, Condition::Any(parts)) => parts.iter().all(|part| follows(when, part)),
        (when, Condition::All(parts)) => parts.iter().any(|part| follows(when, part)),
        (Condition::Any(parts), given) => parts.iter().any(|part| follows(part, given)),
        _ => false,
    }
}

fn offices(check: &Check<'_>, draft: &OfficesDraft) -> Offices {
    let question = check.book.question(&draft.question).filter(|q| q.sound);
    if let Some(question) = question {
        let id = || question.question.id.clone();
        if matches!(question.question.kind, Kind::Multiple { .. }) {
            let named = draft.counted.iter().chain(&draft.only_one);
            for option in named.filter(|o| question.complete && question.question.kind.choice(&o.value).is_none()) {
                let kind = FaultKind::UnknownOption { question: id(), option: option.value.clone() };
                check.notes.fault(option.spot, kind);
            }
        } else {
            check.notes.fault(draft.question.spot, FaultKind::OfficesNotMultiple { question: id() });
        }
    }
    Offices {
        question: draft.question.value.clone(),
        counted: draft.counted.iter().map(|o| o.value.clone()).collect(),
        only_one: draft.only_one.as_ref().map(|o| o.value.clone()),
    }
}

fn peers(check: &Check<'_>, draft: &PeersDraft) -> Peers {
    duplicates(check.notes, Thing::PeerClass, draft.classes.iter().map(|c| (c.id.spot, c.id.value.as_str())));
    let when = |when: &At<String>| check.book.condition(when);
    let class =
        |c: &ClassDraft| PeerClass { id: c.id.value.clone(), name: c.name.clone(), when: c.when.as_ref().map_or(Condition::Always, when) };
    Peers { least: draft.least, classes: draft.classes.iter().map(class).collect() }
}
