//! Conditions against the questionnaire they speak of: names, questions, options, kinds, order.

use std::collections::BTreeMap;

use super::notes::{At, Notes, Spot};
use super::section::QuestionDraft;
use super::{AtomForm, FaultKind, KindName, Thing};
use crate::domain::questionnaire::Kind;
use crate::domain::questionnaire::condition::{Atom, Condition, Names, Placed, Tree, Written};

/// What conditions may mention.
pub(super) struct Book<'a> {
    notes: &'a Notes<'a>,
    /// By id: place in the order of the questionnaire, and the question.
    questions: BTreeMap<&'a str, (usize, &'a QuestionDraft)>,
    /// Where each question stands, in order: two may have one id, by mistake.
    order: Vec<Spot>,
    names: Names,
}

/// The question whose visibility is being read: its place in the order, and its id.
type Owner<'q> = Option<(usize, &'q str)>;

impl<'a> Book<'a> {
    /// `questions` in the order in which they are asked.
    pub(super) fn new(
        notes: &'a Notes<'a>,
        questions: impl Iterator<Item = &'a QuestionDraft>,
        names: &[(At<String>, At<String>)],
    ) -> Book<'a> {
        let mut book = Book { notes, questions: BTreeMap::new(), order: Vec::new(), names: Names::new() };
        for (place, draft) in questions.enumerate() {
            let id = draft.question.id.as_str();
            book.order.push(draft.spot);
            if book.questions.contains_key(id) {
                notes.fault(draft.spot, FaultKind::Duplicate { thing: Thing::Question, id: id.to_owned() });
            } else {
                book.questions.insert(id, (place, draft));
            }
        }
        book.names = book.definitions(names);
        book
    }

    /// A question, or a fault at the place where it was mentioned.
    pub(super) fn question(&self, id: &At<String>) -> Option<&'a QuestionDraft> {
        let found = self.questions.get(id.value.as_str()).map(|(_, draft)| *draft);
        if found.is_none() && !id.value.is_empty() {
            self.notes.fault(id.spot, FaultKind::Unknown { thing: Thing::Question, id: id.value.clone() });
        }
        found
    }

    /// A condition that may look at every question. With a fault noted, [`Condition::Always`].
    pub(super) fn condition(&self, text: &At<String>) -> Condition {
        self.read(text, None)
    }

    /// When a question is visible may depend only on questions before it, so that no circle can arise.
    pub(super) fn visibility(&self, draft: &QuestionDraft) -> Condition {
        let place = self.order.iter().position(|spot| *spot == draft.spot).unwrap_or_default();
        draft.visible.as_ref().map_or(Condition::Always, |text| self.read(text, Some((place, &draft.question.id))))
    }

    fn read(&self, text: &At<String>, owner: Owner<'_>) -> Condition {
        let Some(tree) = self.tree(text) else {
            return Condition::Always;
        };
        for written in tree.atoms() {
            self.check_atom(text, written, owner);
        }
        for name in tree.names() {
            self.check_name(text, name, owner);
        }
        tree.resolve(&self.names).unwrap_or(Condition::Always)
    }

    fn tree(&self, text: &At<String>) -> Option<Tree> {
        if text.value.is_empty() {
            return None; // a missing key: a fault already
        }
        Tree::read(&text.value)
            .map_err(|fault| self.notes.fault(self.notes.inside(text, fault.at), FaultKind::Condition(fault.problem)))
            .ok()
    }

    fn check_name(&self, text: &At<String>, name: &Placed<String>, owner: Owner<'_>) {
        let spot = self.notes.inside(text, name.at);
        match self.names.get(&name.value) {
            None => self.notes.fault(spot, FaultKind::UnknownName { name: name.value.clone() }),
            Some(definition) => {
                let late = definition.questions().into_iter().find_map(|id| self.not_before(id, owner));
                late.into_iter().for_each(|kind| self.notes.fault(spot, kind));
            }
        }
    }

    fn check_atom(&self, text: &At<String>, written: &Written, owner: Owner<'_>) {
        let id = At { spot: self.notes.inside(text, written.question), value: written.atom.question().to_owned() };
        let Some(draft) = self.question(&id) else {
            return;
        };
        if let Some(kind) = self.not_before(&id.value, owner) {
            self.notes.fault(id.spot, kind);
        }
        if !draft.sound {
            return;
        }
        if let Some(kind) = unfit(&written.atom, draft) {
            return self.notes.fault(self.notes.inside(text, written.at), kind);
        }
        for (option, at) in written.atom.options().iter().zip(&written.options) {
            if draft.complete && draft.question.kind.choice(option).is_none() {
                let kind = FaultKind::UnknownOption { question: id.value.clone(), option: option.clone() };
                self.notes.fault(self.notes.inside(text, *at), kind);
            }
        }
    }

    /// Why a question may not decide on the visibility of the owner.
    fn not_before(&self, id: &str, owner: Owner<'_>) -> Option<FaultKind> {
        let (own_place, own_id) = owner?;
        if id == own_id {
            return Some(FaultKind::OwnQuestion { question: id.to_owned() });
        }
        let (place, _) = self.questions.get(id)?;
        (*place > own_place).then(|| FaultKind::LaterQuestion { question: id.to_owned() })
    }

    /// The named conditions, each defined before it is used. One with a fault stands for [`Condition::Always`], so that
    /// whoever uses it is not faulted too.
    fn definitions(&self, names: &[(At<String>, At<String>)]) -> Names {
        let trees = names.iter().map(|(name, text)| (name.value.as_str(), (text, self.tree(text))));
        let mut open = Open { book: self, trees: trees.collect(), path: Vec::new(), found: Names::new() };
        for (name, _) in names {
            open.define(&name.value);
        }
        open.found
    }
}

/// Definitions being worked out, depth first.
struct Open<'b> {
    book: &'b Book<'b>,
    trees: BTreeMap<&'b str, (&'b At<String>, Option<Tree>)>,
    /// Names on the way to the present one.
    path: Vec<String>,
    found: Names,
}

impl Open<'_> {
    fn define(&mut self, name: &str) {
        if self.found.contains_key(name) {
            return;
        }
        let Some((text, Some(tree))) = self.trees.get(name).cloned() else {
            self.found.insert(name.to_owned(), Condition::Always);
            return;
        };
        self.path.push(name.to_owned());
        for used in tree.names() {
            self.follow(text, used);
        }
        self.path.pop();
        for written in tree.atoms() {
            self.book.check_atom(text, written, None);
        }
        self.found.insert(name.to_owned(), tree.resolve(&self.found).unwrap_or(Condition::Always));
    }

    fn follow(&mut self, text: &At<String>, used: &Placed<String>) {
        let name = used.value.clone();
        let spot = self.book.notes.inside(text, used.at);
        if self.path.contains(&name) {
            self.book.notes.fault(spot, FaultKind::RecursiveName { name });
        } else if self.trees.contains_key(name.as_str()) {
            self.define(&name);
        } else {
            self.book.notes.fault(spot, FaultKind::UnknownName { name });
        }
    }
}

/// An atom must be able to say something about the question: otherwise it would quietly be false for ever.
fn unfit(atom: &Atom, draft: &QuestionDraft) -> Option<FaultKind> {
    let question = &draft.question;
    let (form, fits) = match (atom, &question.kind) {
        (Atom::Is { .. }, kind) => (AtomForm::Is, is_one_of(kind)),
        (Atom::In { .. }, kind) => (AtomForm::In, is_one_of(kind)),
        (Atom::IsNot { .. }, kind) => (AtomForm::IsNot, is_one_of(kind) || matches!(kind, Kind::Multiple { .. })),
        (Atom::Has { .. }, kind) => (AtomForm::Has, matches!(kind, Kind::Multiple { .. })),
        (Atom::Level { .. }, kind) => (AtomForm::Level, matches!(kind, Kind::Maturity { .. })),
        (Atom::Value { .. }, kind) => (AtomForm::Value, matches!(kind, Kind::Number(_))),
        (Atom::Points { .. }, kind) => (AtomForm::Points, !matches!(kind, Kind::Text { .. })),
        (Atom::Rows { .. }, kind) => (AtomForm::Rows, matches!(kind, Kind::Matrix { .. })),
    };
    let id = question.id.clone();
    match (atom, &question.kind) {
        _ if !fits => Some(FaultKind::UnfitAtom { atom: form, question: id, kind: KindName::of(&question.kind) }),
        (Atom::Points { .. }, _) if !draft.gives_points => Some(FaultKind::PointsOfUnscored { question: id }),
        (Atom::Rows { from, to, .. }, Kind::Matrix { rows, .. }) if *from < 1 || from > to || *to > rows.len() => {
            Some(FaultKind::RowsOutOfRange { question: id, rows: rows.len() })
        }
        _ => None,
    }
}

fn is_one_of(kind: &Kind) -> bool {
    matches!(kind, Kind::Single { .. } | Kind::YesNo { .. })
}
