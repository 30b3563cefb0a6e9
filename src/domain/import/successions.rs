//! Successions of enti from a table: fusions, incorporations, splits, transformations, dissolutions, and new ISTAT codes.

use super::cells::{self, Change};
use super::columns::{self as column, Layout};
use super::fault::{Fault, Faults, Problem};
use super::register::{Known, Register};
use super::sheet::{Row, Sheet};
use super::{Line, Outcome, Plan};
use crate::domain::ente::Kind;
use crate::domain::ids::EnteId;
use crate::domain::moment::Day;
use crate::domain::succession::{History, Kind as SuccessionKind, Refusal, Succession};

/// What a file of successions does, in the order of days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SuccessionWork {
    pub successions: Vec<Meant>,
    pub codes: Vec<NewCode>,
}

/// A succession with what is noted beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    pub succession: Succession,
    pub act: String,
    /// Whether appointments go on at the successor.
    pub carry: bool,
}

/// A comune that stays, under another code, and perhaps in another province.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCode {
    pub ente: EnteId,
    pub old: String,
    pub new: String,
    pub province: String,
    pub region: String,
    pub on: Day,
    pub act: String,
}

pub fn plan(sheet: &Sheet, layout: &Layout, register: &mut Register, mut history: History, today: Day) -> Plan<SuccessionWork> {
    let (mut work, mut lines, mut faults) = (SuccessionWork::default(), Vec::new(), Vec::new());
    for row in &sheet.rows {
        let reading = Reading { row, layout, today };
        if let Some(line) = reading.judge(register, &mut history, &mut work, &mut faults) {
            lines.push(line);
        }
    }
    work.successions.sort_by_key(|meant| meant.succession.on);
    work.codes.sort_by_key(|code| code.on);
    Plan { work, lines, faults }.sorted()
}

struct Reading<'a> {
    row: &'a Row,
    layout: &'a Layout,
    today: Day,
}

/// What a row says, before it is held against the register.
struct Said {
    kind: Change,
    old: Known,
    on: Day,
    act: String,
    /// Whether appointments go on; none: as is usual for the kind.
    carry: Option<bool>,
}

impl Reading<'_> {
    fn judge(&self, register: &mut Register, history: &mut History, work: &mut SuccessionWork, all: &mut Vec<Fault>) -> Option<Line> {
        let mut faults = Faults { row: self.row.number, all };
        let said = self.said(register, &mut faults)?;
        match said.kind {
            Change::NewCode => self.recoded(said, register, work, &mut faults),
            Change::Succession(kind) => self.succeeded(kind, said, (register, history), (work, &mut faults)),
        }
    }

    fn said(&self, register: &Register, faults: &mut Faults<'_>) -> Option<Said> {
        if let Some(found) = self.layout.beyond(self.row) {
            faults.add(column::KIND, found, Problem::Beyond);
        }
        let mut needed = |wanted| {
            let cell = self.layout.cell(self.row, wanted);
            if cell.is_none() {
                faults.add(wanted, "", Problem::Missing);
            }
            cell
        };
        let (kind, old, day) = (needed(column::KIND), needed(column::OLD), needed(column::DAY));
        let kind = kind.and_then(|text| faults.take(column::KIND, text, cells::change(text)));
        let on = day.and_then(|text| faults.take(column::DAY, text, cells::day(text)));
        let old = old.and_then(|text| faults.take(column::OLD, text, register.find(text).cloned()));
        let act = cells::line(self.layout.cell(self.row, column::ACT).unwrap_or_default());
        if act.chars().count() > column::ACT.longest {
            faults.add(column::ACT, &act, Problem::TooLong { most: column::ACT.longest });
        }
        let carry = self.layout.cell(self.row, column::CARRY).and_then(|text| faults.take(column::CARRY, text, cells::yes_or_no(text)));
        Some(Said { kind: kind?, old: old?, on: on?, act, carry })
    }

    fn line(&self, about: String, outcome: Outcome) -> Line {
        Line { row: self.row.number, about, outcome }
    }

    fn recoded(&self, said: Said, register: &mut Register, work: &mut SuccessionWork, faults: &mut Faults<'_>) -> Option<Line> {
        let Said { old, on, act, .. } = said;
        let code = self.new_code(&old, on, act, register, faults)?;
        let about = format!("{} → {}", old.shown(), code.new);
        register.replace(Known { istat_code: Some(code.new.clone()), province: code.province.clone(), region: code.region.clone(), ..old });
        work.codes.push(code);
        Some(self.line(about, Outcome::Changed(vec![column::ISTAT.name])))
    }

    fn succeeded(
        &self,
        kind: SuccessionKind,
        said: Said,
        (register, history): (&Register, &mut History),
        (work, faults): (&mut SuccessionWork, &mut Faults<'_>),
    ) -> Option<Line> {
        let Said { old, on, act, carry, .. } = said;
        let new = self.successor(kind.has_successor(), register, faults)?;
        let succession = Succession { from: old.id.clone(), to: new.as_ref().map(|new| new.id.clone()), kind, on };
        let fits = match &new {
            Some(new) if (new.kind == Kind::Comune) != (old.kind == Kind::Comune) => Err(Refusal::OtherKind),
            _ => history.may_add(&succession, self.today),
        };
        let about = format!("{} → {}", old.shown(), new.as_ref().map_or_else(|| "–".to_owned(), Known::shown));
        match fits {
            // Imported a second time, it stands already.
            Err(Refusal::Known) => return Some(self.line(about, Outcome::Same)),
            Err(refusal) => {
                faults.add(place_of(refusal), &about, Problem::Succession(refusal));
                return None;
            }
            Ok(()) => history.add(succession.clone()),
        }
        work.successions.push(Meant { succession, act, carry: new.is_some() && carry.unwrap_or(kind.carries()) });
        Some(self.line(about, Outcome::Created))
    }

    /// `Some(None)` for none that is wanted.
    fn successor(&self, wanted: bool, register: &Register, faults: &mut Faults<'_>) -> Option<Option<Known>> {
        match (self.layout.cell(self.row, column::NEW), wanted) {
            (Some(text), true) => faults.take(column::NEW, text, register.find(text).cloned()).map(Some),
            (None, false) => Some(None),
            (Some(text), false) => {
                faults.add(column::NEW, text, Problem::SuccessorNotWanted);
                None
            }
            (None, true) => {
                faults.add(column::NEW, "", Problem::NoSuccessor);
                None
            }
        }
    }

    fn new_code(&self, old: &Known, on: Day, act: String, register: &Register, faults: &mut Faults<'_>) -> Option<NewCode> {
        let before = faults.all.len();
        if on > self.today {
            faults.add(column::DAY, &on.to_string(), Problem::InTheFuture);
        }
        let Some(was) = old.istat_code.clone().filter(|_| old.kind == Kind::Comune) else {
            faults.add(column::OLD, &old.shown(), Problem::NotAComune { name: old.shown() });
            return None;
        };
        let Some(text) = self.layout.cell(self.row, column::NEW) else {
            faults.add(column::NEW, "", Problem::Missing);
            return None;
        };
        let new = faults.take(column::NEW, text, cells::istat_code(text))?;
        if let Some(owner) = register.by_code(&new) {
            faults.add(column::NEW, text, Problem::CodeTaken { name: owner.shown() });
        }
        let mut province = old.province.clone();
        if let Some(text) = self.layout.cell(self.row, column::NEW_PROVINCE) {
            match text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic()) {
                true => province = text.to_uppercase(),
                false => faults.add(column::NEW_PROVINCE, text, Problem::UnknownProvince),
            }
        }
        // A new province lies in the region of the old one.
        let region = register.region(&province).unwrap_or(&old.region).to_owned();
        (faults.all.len() == before).then_some(NewCode { ente: old.id.clone(), old: was, new, province, region, on, act })
    }
}

fn place_of(refusal: Refusal) -> column::Column {
    match refusal {
        Refusal::TooFarAhead => column::DAY,
        Refusal::EndedAlready(_) | Refusal::EndsAlready(_) | Refusal::ReceivedLater(_) | Refusal::Known => column::OLD,
        Refusal::Itself | Refusal::SuccessorEnded(_) | Refusal::Circle | Refusal::OtherKind => column::NEW,
    }
}
