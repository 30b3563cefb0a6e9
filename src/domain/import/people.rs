//! People from a table: accounts without a password, and appointments; several rows for one person are several
//! appointments.

use std::collections::{HashMap, HashSet};

use super::cells::{self, Role};
use super::columns::{self as column, Column, Layout};
use super::facts::{Fact, Facts};
use super::fault::{Fault, Faults, Problem};
use super::register::Register;
use super::sheet::{Row, Sheet};
use super::{Line, Outcome, Plan};
use crate::domain::edition::ParticipantField;
use crate::domain::ids::{AppointmentId, EnteId, PersonId};
use crate::domain::moment::Day;
use crate::domain::place_names::fold;

/// An account as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub id: PersonId,
    pub username: String,
    pub name: String,
    /// Lower case.
    pub email: String,
    /// Nobody signs in with it any more: its username stays taken, and no row means it.
    pub gone: bool,
}

/// An appointment as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub id: AppointmentId,
    pub person: PersonId,
    pub ente: EnteId,
    pub role: Role,
    pub qualifica: String,
    pub from: Day,
    /// The last day.
    pub to: Option<Day>,
}

/// Everybody, as an import finds them.
#[derive(Debug, Default)]
pub struct People {
    by_username: HashMap<String, Account>,
    /// Usernames of a name (folded) at an address.
    by_name: HashMap<(String, String), Vec<String>>,
    held: HashMap<(PersonId, EnteId, Role), Vec<Held>>,
}

impl People {
    pub fn new(accounts: Vec<Account>, held: Vec<Held>) -> People {
        let mut people = People::default();
        for account in accounts {
            people.add(account);
        }
        for held in held {
            people.held.entry((held.person.clone(), held.ente.clone(), held.role)).or_default().push(held);
        }
        people
    }

    fn add(&mut self, account: Account) {
        if !account.gone {
            let name = (fold(&account.name), account.email.clone());
            self.by_name.entry(name).or_default().push(account.username.clone());
        }
        self.by_username.insert(account.username.clone(), account);
    }

    /// The appointment of this role that is in force on that day or begins later.
    fn holds(&self, person: &PersonId, ente: &EnteId, role: Role, on: Day) -> Option<&Held> {
        let held = self.held.get(&(person.clone(), ente.clone(), role))?;
        held.iter().find(|held| held.to.is_none_or(|to| to >= on))
    }
}

/// What a file of people does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleWork {
    pub created: Vec<Account>,
    pub appointed: Vec<Held>,
    /// As they stand afterwards: qualifica and last day.
    pub changed: Vec<Held>,
    /// What is told of people, where nothing or something else was.
    pub facts: Vec<Fact>,
}

/// What the planning needs to know besides file and registers: the day, and fresh ids.
pub struct Ground<'a> {
    pub today: Day,
    /// What the edition in force asks, and what is told already.
    pub facts: Facts,
    pub fresh: &'a mut dyn FnMut() -> (PersonId, AppointmentId),
}

/// A row as written, when nothing in it is wrong by itself.
struct Written {
    username: Option<String>,
    name: String,
    email: String,
    ente: EnteId,
    ente_name: String,
    role: Role,
    qualifica: Option<String>,
    from: Option<Day>,
    to: Option<Day>,
    facts: Vec<(Column, ParticipantField, String)>,
}

pub fn plan(sheet: &Sheet, layout: &Layout, register: &Register, people: People, ground: Ground<'_>) -> Plan<PeopleWork> {
    let mut all = Vec::new();
    let written: Vec<_> = sheet.rows.iter().map(|row| read(row, layout, (register, &ground.facts), &mut all)).collect();
    // A username that somebody asks for is not proposed to another.
    let wanted: HashSet<String> = written.iter().flatten().filter_map(|w| w.username.clone()).collect();
    let mut planning = Planning { people, wanted, begun: HashMap::new(), work: PeopleWork::default(), ground };
    let mut lines = Vec::new();
    for (row, written) in sheet.rows.iter().zip(written) {
        let mut faults = Faults { row: row.number, all: &mut all };
        let Some(written) = written else { continue };
        let about = format!("{}, {}", written.name, written.ente_name);
        if let Some(outcome) = planning.place(written, &mut faults) {
            lines.push(Line { row: row.number, about, outcome });
        }
    }
    Plan { work: planning.work, lines, faults: all }.sorted()
}

fn read(row: &Row, layout: &Layout, (register, facts): (&Register, &Facts), all: &mut Vec<Fault>) -> Option<Written> {
    let before = all.len();
    let mut faults = Faults { row: row.number, all };
    if let Some(found) = layout.beyond(row) {
        faults.add(column::FIRST_NAME, found, Problem::Beyond);
    }
    let name = [column::FIRST_NAME, column::SURNAME].map(|part| long_enough(row, layout, part, &mut faults));
    if name[0].is_empty() {
        faults.add(column::FIRST_NAME, "", Problem::Missing);
    }
    let email = match layout.cell(row, column::MAIL) {
        Some(text) => faults.take(column::MAIL, text, cells::address(text)),
        None => {
            faults.add(column::MAIL, "", Problem::Missing);
            None
        }
    };
    let ente = ente(row, layout, register, &mut faults);
    let read = |wanted: Column| layout.cell(row, wanted).map(|text| (wanted, text));
    let username = read(column::USERNAME).and_then(|(c, text)| faults.take(c, text, cells::username(text)));
    let role = read(column::ROLE).map_or(Some(Role::Member), |(c, text)| faults.take(c, text, cells::role(text)));
    let from = read(column::FROM).and_then(|(c, text)| faults.take(c, text, cells::day(text)));
    let to = read(column::TO).and_then(|(c, text)| faults.take(c, text, cells::day(text)));
    let qualifica = layout.cell(row, column::QUALIFICA).map(|_| long_enough(row, layout, column::QUALIFICA, &mut faults));
    let facts = facts.read(row, layout, &mut faults);
    let sound = faults.all.len() == before;
    let (ente, ente_name) = ente?;
    let written = Written {
        username,
        name: name.join(" ").trim().to_owned(),
        email: email?,
        ente,
        ente_name,
        role: role?,
        qualifica,
        from,
        to,
        facts,
    };
    sound.then_some(written)
}

fn long_enough(row: &Row, layout: &Layout, column: Column, faults: &mut Faults<'_>) -> String {
    let text = cells::line(layout.cell(row, column).unwrap_or_default());
    if text.chars().count() > column.longest {
        faults.add(column, &text, Problem::TooLong { most: column.longest });
    }
    text
}

/// By name, or by code; where both are given, they must mean the same.
fn ente(row: &Row, layout: &Layout, register: &Register, faults: &mut Faults<'_>) -> Option<(EnteId, String)> {
    let named = layout.cell(row, column::ENTE).map(|text| faults.take(column::ENTE, text, register.find_standing(text)));
    let coded = layout.cell(row, column::ISTAT).map(|text| {
        let found = cells::istat_code(text).and_then(|code| register.find_standing(&code));
        faults.take(column::ISTAT, text, found)
    });
    let known = match (named, coded) {
        (None, None) => {
            faults.add(column::ENTE, "", Problem::Missing);
            return None;
        }
        (Some(Some(named)), Some(Some(coded))) if named.id != coded.id => {
            let code = coded.istat_code.clone().unwrap_or_default();
            faults.add(column::ISTAT, &code, Problem::CodeOfAnother { name: coded.shown() });
            return None;
        }
        (Some(named), Some(coded)) => named.and(coded),
        (Some(one), None) | (None, Some(one)) => one,
    }?;
    Some((known.id.clone(), known.shown()))
}

struct Planning<'a> {
    people: People,
    /// Usernames that stand in the file.
    wanted: HashSet<String>,
    /// The row that first gave this person this role at this ente.
    begun: HashMap<(PersonId, EnteId, Role), usize>,
    work: PeopleWork,
    ground: Ground<'a>,
}

impl Planning<'_> {
    fn place(&mut self, mut written: Written, faults: &mut Faults<'_>) -> Option<Outcome> {
        if let Some(to) = written.to
            && to < written.from.unwrap_or(self.ground.today)
        {
            faults.add(column::TO, &to.to_string(), Problem::ToBeforeFrom);
            return None;
        }
        let (account, created) = self.account(&written, faults)?;
        let key = (account.id.clone(), written.ente.clone(), written.role);
        if let Some(row) = self.begun.get(&key) {
            faults.add(column::FIRST_NAME, &written.name, Problem::SameAs { row: *row });
            return None;
        }
        self.begun.insert(key, faults.row);
        let told = std::mem::take(&mut written.facts);
        let (columns, facts) = self.ground.facts.note(&account.id, told, faults)?;
        self.work.facts.extend(facts);
        let outcome = self.appoint(&account, written).and(columns);
        if created {
            self.work.created.push(account.clone());
            self.people.add(account);
        }
        Some(if created { Outcome::Created } else { outcome })
    }

    /// Whose row it is, and whether the account is new.
    fn account(&mut self, written: &Written, faults: &mut Faults<'_>) -> Option<(Account, bool)> {
        let same = self.people.by_name.get(&(fold(&written.name), written.email.clone())).cloned().unwrap_or_default();
        let username = match (&written.username, same.as_slice()) {
            (Some(username), _) if self.people.by_username.contains_key(username) => {
                return self.known(username, written, faults).map(|account| (account, false));
            }
            (Some(username), []) => username.clone(),
            (Some(username), [other, ..]) => {
                faults.add(column::USERNAME, username, Problem::HasUsername { username: other.clone() });
                return None;
            }
            (None, []) => self.propose(&written.name),
            (None, [one]) => return self.people.by_username.get(one).map(|account| (account.clone(), false)),
            (None, several) => {
                faults.add(column::USERNAME, "", Problem::UsernameNeeded { usernames: several.to_vec() });
                return None;
            }
        };
        let (id, _) = (self.ground.fresh)();
        Some((Account { id, username, name: written.name.clone(), email: written.email.clone(), gone: false }, true))
    }

    /// The account of that username, if it is this person's.
    fn known(&self, username: &str, written: &Written, faults: &mut Faults<'_>) -> Option<Account> {
        let account = self.people.by_username.get(username)?;
        if !account.gone && fold(&account.name) == fold(&written.name) && account.email == written.email {
            return Some(account.clone());
        }
        let other = if account.gone {
            Problem::UsernameOfAnother { name: String::new(), email: String::new() }
        } else {
            Problem::UsernameOfAnother { name: account.name.clone(), email: account.email.clone() }
        };
        faults.add(column::USERNAME, username, other);
        None
    }

    /// `anna.rossi`, or `anna.rossi2` if there is one already.
    fn propose(&self, name: &str) -> String {
        let mut base: String = fold(name).replace(' ', ".").chars().take(50).collect();
        while base.len() < 3 {
            base.push_str(".persona");
        }
        let free = |username: &String| !self.people.by_username.contains_key(username) && !self.wanted.contains(username);
        let numbered = (2..).map(|n: u32| format!("{base}{n}"));
        std::iter::once(base.clone()).chain(numbered).find(free).unwrap_or(base)
    }

    fn appoint(&mut self, account: &Account, written: Written) -> Outcome {
        let from = written.from.unwrap_or(self.ground.today);
        if let Some(held) = self.people.holds(&account.id, &written.ente, written.role, from) {
            let now =
                Held { qualifica: written.qualifica.unwrap_or_else(|| held.qualifica.clone()), to: written.to.or(held.to), ..held.clone() };
            let differs = [(column::QUALIFICA, now.qualifica != held.qualifica), (column::TO, now.to != held.to)];
            let columns: Vec<&'static str> = differs.into_iter().filter_map(|(c, differs)| differs.then_some(c.name)).collect();
            if columns.is_empty() {
                return Outcome::Same;
            }
            self.work.changed.push(now);
            return Outcome::Changed(columns);
        }
        let (_, id) = (self.ground.fresh)();
        self.work.appointed.push(Held {
            id,
            person: account.id.clone(),
            ente: written.ente,
            role: written.role,
            qualifica: written.qualifica.unwrap_or_default(),
            from,
            to: written.to,
        });
        Outcome::Changed(vec![column::ENTE.name])
    }
}
