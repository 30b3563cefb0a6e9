//! Enti from a table: those that are missing are created, those that exist changed, by ISTAT code or by name and province.

use std::collections::HashMap;

use super::cells::{self, NOTHING};
use super::columns::{self as column, Column, Layout};
use super::fault::{Faults, Problem};
use super::register::{Known, Register, parted, shown};
use super::sheet::{Row, Sheet};
use super::{Line, Outcome, Plan};
use crate::domain::ente::Kind;
use crate::domain::ids::EnteId;
use crate::domain::moment::Day;

/// What a file of enti does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntiWork {
    pub created: Vec<Known>,
    /// As they stand afterwards.
    pub changed: Vec<Known>,
    pub memberships: Vec<Membership>,
}

/// Comuni that join or leave an association.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub association: EnteId,
    pub joins: Vec<EnteId>,
    pub leaves: Vec<EnteId>,
    /// First day on which it is so.
    pub on: Day,
}

/// What the planning needs to know besides file and register.
pub struct Ground<'a> {
    pub today: Day,
    pub fresh: &'a mut dyn FnMut() -> EnteId,
}

/// A row whose ente is known, old or new.
struct Placed<'s> {
    row: &'s Row,
    id: EnteId,
    created: bool,
    changed: Vec<&'static str>,
}

/// `register` is brought forward: what the file creates can be named further down, and further up.
pub fn plan(sheet: &Sheet, layout: &Layout, register: &mut Register, ground: Ground<'_>) -> Plan<EntiWork> {
    let (mut faults, mut placed, mut seen) = (Vec::new(), Vec::new(), HashMap::new());
    for row in &sheet.rows {
        let mut faults = Faults { row: row.number, all: &mut faults };
        if let Some(found) = layout.beyond(row) {
            faults.add(column::NAME, found, Problem::Beyond);
        }
        let reading = Reading { row, layout, register };
        let Some((known, created, changed)) = reading.judge(&mut faults, ground.fresh) else { continue };
        if let Some(first) = seen.insert(known.id.clone(), row.number) {
            faults.add(column::NAME, &known.shown(), Problem::SameAs { row: first });
            continue;
        }
        placed.push(Placed { row, id: known.id.clone(), created, changed });
        if created { register.add(known) } else { register.replace(known) }
    }
    let mut work = EntiWork::default();
    for place in &mut placed {
        let mut faults = Faults { row: place.row.number, all: &mut faults };
        work.memberships.extend(membership(place, layout, register, ground.today, &mut faults));
    }
    let lines = placed.into_iter().filter_map(|place| done(place, register, &mut work)).collect();
    Plan { work, lines, faults }.sorted()
}

fn done(place: Placed<'_>, register: &Register, work: &mut EntiWork) -> Option<Line> {
    let known = register.get(&place.id)?;
    let own_columns = place.changed.iter().any(|name| *name != column::MEMBERS.name);
    let outcome = match () {
        () if place.created => {
            work.created.push(known.clone());
            Outcome::Created
        }
        () if place.changed.is_empty() => Outcome::Same,
        () => {
            if own_columns {
                work.changed.push(known.clone());
            }
            Outcome::Changed(place.changed)
        }
    };
    Some(Line { row: place.row.number, about: known.shown(), outcome })
}

/// One row against the register as it stands so far.
struct Reading<'a> {
    row: &'a Row,
    layout: &'a Layout,
    register: &'a Register,
}

impl Reading<'_> {
    fn cell(&self, column: Column) -> Option<&str> {
        self.layout.cell(self.row, column)
    }

    /// The ente as it would stand, whether it is new, and the columns that change; none if the row cannot be placed.
    fn judge(&self, faults: &mut Faults<'_>, fresh: &mut dyn FnMut() -> EnteId) -> Option<(Known, bool, Vec<&'static str>)> {
        let before = faults.all.len();
        let kind = self.cell(column::KIND).and_then(|text| faults.take(column::KIND, text, cells::kind(text)));
        let code = self.cell(column::ISTAT).and_then(|text| faults.take(column::ISTAT, text, cells::istat_code(text)));
        let target = self.target(kind, code.as_deref(), faults)?;
        let created = target.is_none();
        let base = match target {
            Some(known) => known.clone(),
            None => self.begin(kind, code, faults, fresh)?,
        };
        let (known, changed) = self.apply(base, kind, faults);
        // A row with a fault is placed all the same, so that others can name it, as long as nothing is written.
        (faults.all.len() == before || !created).then_some((known, created, changed))
    }

    /// The ente that the row means: `Some(None)` for one that is new.
    fn target(&self, kind: Option<Kind>, code: Option<&str>, faults: &mut Faults<'_>) -> Option<Option<&Known>> {
        let name = self.cell(column::NAME).map(cells::line);
        let (bare, in_name) = name.as_deref().map_or(("", ""), parted);
        let province = self.cell(column::PROVINCE).unwrap_or(in_name);
        let mut same = if bare.is_empty() { Vec::new() } else { self.register.named(bare, province) };
        if let Some(kind) = kind {
            same.retain(|known| (known.kind == Kind::Comune) == (kind == Kind::Comune));
        }
        if let Some(code) = code {
            return self.by_code(code, &same, faults);
        }
        if self.cell(column::ISTAT).is_some() {
            return None;
        }
        if bare.is_empty() {
            faults.add(column::NAME, "", Problem::Missing);
            return None;
        }
        if same.iter().any(|known| known.ended_on.is_none()) {
            same.retain(|known| known.ended_on.is_none());
        }
        match same.as_slice() {
            [] => Some(None),
            [one] => Some(Some(one)),
            several => {
                faults.add(column::NAME, bare, Problem::AmbiguousEnte { candidates: shown(several) });
                None
            }
        }
    }

    fn by_code(&self, code: &str, same_name: &[&Known], faults: &mut Faults<'_>) -> Option<Option<&Known>> {
        match (self.register.by_code(code), same_name) {
            (Some(known), others) if !others.is_empty() && others.iter().all(|other| other.id != known.id) => {
                faults.add(column::ISTAT, code, Problem::CodeOfAnother { name: known.shown() });
                None
            }
            (Some(known), _) => Some(self.register.get(&known.id)),
            (None, [other]) if other.kind == Kind::Comune && other.ended_on.is_none() => {
                let other = other.istat_code.clone().unwrap_or_default();
                faults.add(column::ISTAT, code, Problem::OtherCode { code: other });
                None
            }
            (None, _) => Some(None),
        }
    }

    /// A new ente with what no ente can be without.
    fn begin(&self, kind: Option<Kind>, code: Option<String>, faults: &mut Faults<'_>, fresh: &mut dyn FnMut() -> EnteId) -> Option<Known> {
        let name = self.cell(column::NAME).map(cells::line);
        let (bare, in_name) = name.as_deref().map_or(("", ""), parted);
        let province = self.cell(column::PROVINCE).unwrap_or(in_name).to_uppercase();
        if bare.is_empty() {
            faults.add(column::NAME, "", Problem::Missing);
        }
        if self.cell(column::KIND).is_none() {
            faults.add(column::KIND, "", Problem::Missing);
        }
        if province.is_empty() {
            faults.add(column::PROVINCE, "", Problem::Missing);
        }
        if kind == Some(Kind::Comune) && code.is_none() {
            faults.add(column::ISTAT, "", Problem::Missing);
        }
        if kind.is_some_and(|kind| kind != Kind::Comune) && self.cell(column::MEMBERS).is_none() {
            faults.add(column::MEMBERS, "", Problem::NoMembers);
        }
        Some(Known {
            id: fresh(),
            kind: kind?,
            name: (!bare.is_empty()).then(|| bare.to_owned())?,
            province: (!province.is_empty()).then_some(province)?,
            region: String::new(),
            istat_code: code,
            pec: None,
            ipa_code: None,
            mail_domain: None,
            mountain: None,
            residents: None,
            residents_year: None,
            ended_on: None,
        })
    }

    /// Only the columns that are given change.
    fn apply(&self, mut known: Known, kind: Option<Kind>, faults: &mut Faults<'_>) -> (Known, Vec<&'static str>) {
        let before = known.clone();
        if let Some(kind) = kind {
            match (kind == Kind::Comune) == (known.kind == Kind::Comune) {
                true => known.kind = kind,
                false => faults.add(column::KIND, self.cell(column::KIND).unwrap_or_default(), Problem::KindChanged { is: known.kind }),
            }
        }
        if let Some(name) = self.cell(column::NAME) {
            if name.chars().count() > column::NAME.longest {
                faults.add(column::NAME, name, Problem::TooLong { most: column::NAME.longest });
            }
            let name = cells::line(name);
            // Case and accents as the register has them, unless the name is another.
            let bare = parted(&name).0;
            if crate::domain::place_names::fold(bare) != crate::domain::place_names::fold(&known.name) {
                known.name = bare.to_owned();
            }
        }
        self.place(&mut known, faults);
        self.reached(&mut known, faults);
        if let Some(text) = self.cell(column::MOUNTAIN) {
            known.mountain =
                if text == NOTHING { None } else { faults.take(column::MOUNTAIN, text, cells::yes_or_no(text)).or(known.mountain) };
        }
        self.people(&mut known, faults);
        let changed = differing(&before, &known);
        (known, changed)
    }

    fn place(&self, known: &mut Known, faults: &mut Faults<'_>) {
        if let Some(text) = self.cell(column::PROVINCE) {
            match text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic()) {
                true => known.province = text.to_uppercase(),
                false => return faults.add(column::PROVINCE, text, Problem::UnknownProvince),
            }
        }
        match (self.register.region(&known.province), self.cell(column::REGION)) {
            (Some(region), _) => known.region = region.to_owned(),
            (None, Some(region)) if known.kind == Kind::Comune => known.region = cells::line(region),
            // It may be the only comune of its province, and stay as it is.
            (None, None) if !known.region.is_empty() => {}
            (None, _) if known.kind == Kind::Comune => faults.add(column::REGION, "", Problem::NoRegion),
            (None, _) => faults.add(column::PROVINCE, &known.province, Problem::UnknownProvince),
        }
    }

    fn reached(&self, known: &mut Known, faults: &mut Faults<'_>) {
        let mut given = |column: Column, read: fn(&str) -> Result<String, Problem>, kept: &mut Option<String>| {
            let Some(text) = self.cell(column) else { return };
            if text == NOTHING {
                *kept = None;
            } else if let Some(value) = faults.take(column, text, read(text)) {
                *kept = Some(value);
            }
        };
        given(column::PEC, cells::address, &mut known.pec);
        given(column::IPA, cells::ipa_code, &mut known.ipa_code);
        given(column::DOMAIN, cells::domain, &mut known.mail_domain);
    }

    fn people(&self, known: &mut Known, faults: &mut Faults<'_>) {
        if let Some(text) = self.cell(column::RESIDENTS)
            && let Some(residents) = faults.take(column::RESIDENTS, text, cells::residents(text))
        {
            known.residents = Some(residents);
        }
        if let Some(text) = self.cell(column::YEAR)
            && let Some(year) = faults.take(column::YEAR, text, cells::year(text))
        {
            known.residents_year = Some(year);
        }
    }
}

fn differing(before: &Known, now: &Known) -> Vec<&'static str> {
    [
        (column::KIND, before.kind != now.kind),
        (column::NAME, before.name != now.name),
        (column::PROVINCE, before.province != now.province),
        (column::REGION, before.region != now.region),
        (column::PEC, before.pec != now.pec),
        (column::IPA, before.ipa_code != now.ipa_code),
        (column::DOMAIN, before.mail_domain != now.mail_domain),
        (column::MOUNTAIN, before.mountain != now.mountain),
        (column::RESIDENTS, before.residents != now.residents),
        (column::YEAR, before.residents_year != now.residents_year),
    ]
    .into_iter()
    .filter_map(|(column, differs)| differs.then_some(column.name))
    .collect()
}

/// Who joins and who leaves, where the row says who belongs.
fn membership(place: &mut Placed<'_>, layout: &Layout, register: &mut Register, today: Day, faults: &mut Faults<'_>) -> Option<Membership> {
    let on = match layout.cell(place.row, column::FROM) {
        None => today,
        Some(text) => match faults.take(column::FROM, text, cells::day(text))? {
            day if day > today => {
                faults.add(column::FROM, text, Problem::InTheFuture);
                return None;
            }
            day => day,
        },
    };
    let text = layout.cell(place.row, column::MEMBERS)?;
    let kind = register.get(&place.id)?.kind;
    if kind == Kind::Comune {
        faults.add(column::MEMBERS, text, Problem::KindChanged { is: kind });
        return None;
    }
    let wanted = comuni(text, register, faults)?;
    let now = register.members(&place.id).to_vec();
    let joins: Vec<EnteId> = wanted.iter().filter(|id| !now.contains(id)).cloned().collect();
    let leaves: Vec<EnteId> = now.iter().filter(|id| !wanted.contains(id)).cloned().collect();
    if joins.is_empty() && leaves.is_empty() {
        return None;
    }
    register.set_members(&place.id, wanted);
    if !place.created {
        place.changed.push(column::MEMBERS.name);
    }
    Some(Membership { association: place.id.clone(), joins, leaves, on })
}

/// The comuni of a list: codes or names, parted by `,` `;` `|` or line breaks.
fn comuni(text: &str, register: &Register, faults: &mut Faults<'_>) -> Option<Vec<EnteId>> {
    let before = faults.all.len();
    let mut wanted: Vec<EnteId> = Vec::new();
    for written in text.split([',', ';', '|', '\n']).map(str::trim).filter(|written| !written.is_empty()) {
        match register.find_standing(written) {
            Ok(known) if known.kind == Kind::Comune => {
                if !wanted.contains(&known.id) {
                    wanted.push(known.id.clone());
                }
            }
            Ok(known) => faults.add(column::MEMBERS, written, Problem::NotAComune { name: known.shown() }),
            Err(problem) => faults.add(column::MEMBERS, written, problem),
        }
    }
    if wanted.is_empty() && faults.all.len() == before {
        faults.add(column::MEMBERS, text, Problem::NoMembers);
    }
    (faults.all.len() == before).then_some(wanted)
}
