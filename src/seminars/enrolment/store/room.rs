//! A giornata as the rule sees it, read after its row is held; and what the rule says, written row by row and letter by letter.

use std::collections::HashMap;

use sqlx::FromRow;

use crate::access::session::EnteName;
use crate::domain::enrolment::{Entry, How, Keeper, Reserve, Room, Standing, Step, Who, Why};
use crate::domain::ids::{ClassDayId, EnrolmentId, EnrolmentStepId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::seminar::{Place, State};
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};
use crate::seminars::calendar;
use crate::seminars::enrolment::Told;
use crate::seminars::enrolment::letters::{self, Entered, Happened};

/// Whoever writes about the seats of a day writes here first. A draft has no seats to give.
pub(super) const HOLD: &str = "update class_day set touched = touched + 1 where class_day_id = $1 and published_at is not null";
const DAY: &str = "\
    select d.class_day_id, d.seats, d.enrol_by, d.starts_at, d.ends_at, d.offer_hours, d.place, d.online_link, d.published_at, \
           d.cancelled_at, d.held_at, coalesce(d.cancelled_why, '') as cancelled_why, s.title, s.theme \
    from class_day d join seminar s on s.seminar_id = d.seminar_id where d.class_day_id = $1";
const ENTRIES: &str = "\
    select e.enrolment_id, e.class_day_id, e.person_id, p.name, e.ente_id, n.kind as ente_kind, n.name as ente_name, n.province, e.qualifica, e.number, \
           e.standing, e.since, e.offer_until, e.why, e.how, e.asked_at \
    from enrolment e join person p on p.person_id = e.person_id left join ente n on n.ente_id = e.ente_id \
    where e.class_day_id = $1 order by e.number, e.enrolment_id";
const RESERVES: &str = "\
    select class_day_id, ente_id, province, seats, release_at from reserved_seat where class_day_id = $1 order by release_at, reserved_seat_id";
const DAYS: &str = "\
    select d.class_day_id, d.seats, d.enrol_by, d.starts_at, d.ends_at, d.offer_hours, d.place, d.online_link, d.published_at, \
           d.cancelled_at, d.held_at, coalesce(d.cancelled_why, '') as cancelled_why, s.title, s.theme \
    from class_day d join seminar s on s.seminar_id = d.seminar_id where d.ends_at > $1 and d.published_at is not null \
    order by d.starts_at, d.class_day_id";
const ENTRIES_OF_DAYS: &str = "\
    select e.enrolment_id, e.class_day_id, e.person_id, p.name, e.ente_id, n.kind as ente_kind, n.name as ente_name, n.province, \
           e.qualifica, e.number, e.standing, e.since, e.offer_until, e.why, e.how, e.asked_at \
    from enrolment e join class_day d on d.class_day_id = e.class_day_id join person p on p.person_id = e.person_id \
    left join ente n on n.ente_id = e.ente_id where d.ends_at > $1 and d.published_at is not null \
    order by e.class_day_id, e.number, e.enrolment_id";
const RESERVES_OF_DAYS: &str = "\
    select r.class_day_id, r.ente_id, r.province, r.seats, r.release_at from reserved_seat r \
    join class_day d on d.class_day_id = r.class_day_id where d.ends_at > $1 and d.published_at is not null \
    order by r.class_day_id, r.release_at, r.reserved_seat_id";
/// A row for whoever never was on the list; whoever comes back begins anew in the same row.
const ENTER: &str = "\
    insert into enrolment (enrolment_id, class_day_id, person_id, ente_id, qualifica, number, standing, since, how, asked_at, asked_by, \
        instead_of) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $10, $11) \
    on conflict (class_day_id, person_id) do update set ente_id = excluded.ente_id, qualifica = excluded.qualifica, \
        number = excluded.number, standing = excluded.standing, since = excluded.since, offer_until = null, why = null, \
        how = excluded.how, asked_at = excluded.asked_at, asked_by = excluded.asked_by, instead_of = excluded.instead_of, \
        token_hash = null, reminded_at = null";
const MOVE: &str = "update enrolment set standing = $2, since = $3, offer_until = $4, why = $5 where enrolment_id = $1";
const STEP: &str = "\
    insert into enrolment_step (enrolment_step_id, enrolment_id, happened_at, done_by, standing, why, note) \
    values ($1, $2, $3, $4, $5, $6, $7)";

#[derive(FromRow)]
struct DayRow {
    class_day_id: ClassDayId,
    seats: i64,
    enrol_by: Moment,
    starts_at: Moment,
    ends_at: Moment,
    offer_hours: Option<i64>,
    place: String,
    online_link: Option<String>,
    published_at: Option<Moment>,
    cancelled_at: Option<Moment>,
    held_at: Option<Moment>,
    cancelled_why: String,
    title: String,
    theme: String,
}

#[derive(FromRow)]
struct EntryRow {
    enrolment_id: EnrolmentId,
    class_day_id: ClassDayId,
    person_id: PersonId,
    name: String,
    ente_id: Option<EnteId>,
    ente_kind: Option<String>,
    ente_name: Option<String>,
    province: Option<String>,
    qualifica: String,
    number: i64,
    standing: String,
    since: Moment,
    offer_until: Option<Moment>,
    why: Option<String>,
    how: String,
    asked_at: Moment,
}

#[derive(FromRow)]
struct ReserveRow {
    class_day_id: ClassDayId,
    ente_id: Option<EnteId>,
    province: Option<String>,
    seats: i64,
    release_at: Moment,
}

/// Somebody on the list, with what pages show and the rule does not ask.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: EnrolmentId,
    pub person: PersonId,
    pub name: String,
    pub ente: Option<EnteName>,
    pub qualifica: String,
    pub how: How,
    pub since: Moment,
    pub asked_at: Moment,
}

/// A giornata with its list.
#[derive(Debug, Clone)]
pub struct Kept {
    pub told: Told,
    pub room: Room,
    /// By the order of [`Room::entries`] when it was read.
    pub listed: HashMap<EnrolmentId, Listed>,
}

/// Somebody who comes on the list.
#[derive(Debug, Clone)]
pub struct Newcomer {
    pub id: EnrolmentId,
    pub who: Who,
    pub name: String,
    pub qualifica: String,
    pub how: How,
    /// Whose seat it is, for a substitute.
    pub instead_of: Option<EnrolmentId>,
}

/// Who does something, to which of the entries, and what they say with it. What follows for others is nobody's doing.
#[derive(Debug, Clone, Default)]
pub struct Act<'a> {
    pub by: Option<&'a PersonId>,
    /// For the letters: none when the person did it, or the clock.
    pub by_name: Option<&'a str>,
    pub to: Vec<EnrolmentId>,
    pub note: &'a str,
    pub newcomers: Vec<Newcomer>,
}

/// The day, its list, its reserved seats: three statements.
pub async fn read(on: &mut impl AsConn, day: &ClassDayId) -> Result<Kept> {
    let row: DayRow = q(DAY).bind(day).one(on).await?;
    let entries: Vec<EntryRow> = q(ENTRIES).bind(day).all(on).await?;
    let reserves: Vec<ReserveRow> = q(RESERVES).bind(day).all(on).await?;
    row.kept(entries, reserves)
}

/// All days published that end after an instant, by their beginning: three statements however many there are.
pub async fn read_all(on: &mut impl AsConn, after: Moment) -> Result<Vec<Kept>> {
    let rows: Vec<DayRow> = q(DAYS).bind(after).all(on).await?;
    let mut entries: HashMap<ClassDayId, Vec<EntryRow>> = HashMap::new();
    for entry in q(ENTRIES_OF_DAYS).bind(after).all::<EntryRow>(on).await? {
        entries.entry(entry.class_day_id.clone()).or_default().push(entry);
    }
    let mut reserves: HashMap<ClassDayId, Vec<ReserveRow>> = HashMap::new();
    for reserve in q(RESERVES_OF_DAYS).bind(after).all::<ReserveRow>(on).await? {
        reserves.entry(reserve.class_day_id.clone()).or_default().push(reserve);
    }
    let kept = rows.into_iter().map(|row| {
        let (entries, reserves) = (entries.remove(&row.class_day_id), reserves.remove(&row.class_day_id));
        row.kept(entries.unwrap_or_default(), reserves.unwrap_or_default())
    });
    kept.collect()
}

impl DayRow {
    fn kept(self, entries: Vec<EntryRow>, reserves: Vec<ReserveRow>) -> Result<Kept> {
        let day = &self.class_day_id;
        let place: Place = serde_json::from_str(&self.place).map_err(|e| Error::Bug(format!("class day {day}: {e}")))?;
        let listed = entries.iter().map(|entry| (entry.enrolment_id.clone(), entry.listed())).collect();
        let room = Room {
            seats: self.seats,
            reserves: reserves.into_iter().filter_map(ReserveRow::reserve).collect(),
            enrol_by: self.enrol_by,
            starts_at: self.starts_at,
            offer_hours: self.offer_hours,
            state: State::of(self.published_at, self.cancelled_at, self.held_at),
            entries: entries.into_iter().map(EntryRow::entry).collect::<Result<_>>()?,
        };
        let told = Told {
            day: self.class_day_id,
            title: self.title,
            theme: self.theme,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            place,
            online_link: self.online_link,
            cancelled_why: self.cancelled_why,
        };
        Ok(Kept { told, room, listed })
    }
}

/// Holds the day, then reads it. A draft, or no day at all: [`Error::NotFound`].
pub async fn held(tx: &mut Tx, day: &ClassDayId) -> Result<Kept> {
    match q(HOLD).bind(day).run(tx).await? {
        1 => read(tx, day).await,
        _ => Err(Error::NotFound),
    }
}

impl Kept {
    /// Writes what happened: for each step its row, its line of history and its letter.
    pub async fn write(&self, tx: &mut Tx, now: Moment, steps: &[Step], act: &Act<'_>) -> Result<()> {
        // What calendars are told is read once, after the day was written to: its sequence rises with every step.
        let in_calendars = steps.iter().any(in_or_out);
        let appointment = if in_calendars { Some(calendar::store::entry(tx, &self.told.day).await?) } else { None };
        for step in steps {
            let newcomer = act.newcomers.iter().find(|one| one.id == step.id && step.standing != Standing::Out);
            match newcomer {
                Some(newcomer) => self.enter(tx, now, step, (newcomer, act.by)).await?,
                None => self.shift(tx, now, step).await?,
            }
            let direct = act.to.contains(&step.id) || newcomer.is_some();
            let (by, note) = if direct { (act.by, act.note) } else { (None, "") };
            let line: EnrolmentStepId = random::id(now);
            q(STEP)
                .bind(&line)
                .bind(&step.id)
                .bind(now)
                .bind(by)
                .bind(step.standing.as_str())
                .bind(step.why.map(Why::as_str))
                .bind(note)
                .run(tx)
                .await?;
            self.tell(tx, now, (step, appointment.as_ref()), (newcomer, direct, act)).await?;
        }
        Ok(())
    }

    async fn enter(&self, tx: &mut Tx, now: Moment, step: &Step, (newcomer, by): (&Newcomer, Option<&PersonId>)) -> Result<()> {
        let number = self.room.entry(&step.id).map_or(0, |entry| entry.number);
        q(ENTER)
            .bind(&step.id)
            .bind(&self.told.day)
            .bind(&newcomer.who.person)
            .bind(newcomer.who.ente.as_ref())
            .bind(&newcomer.qualifica)
            .bind(number)
            .bind(step.standing.as_str())
            .bind(now)
            .bind(newcomer.how.as_str())
            .bind(by)
            .bind(newcomer.instead_of.as_ref())
            .run(tx)
            .await
            .map(drop)
    }

    async fn shift(&self, tx: &mut Tx, now: Moment, step: &Step) -> Result<()> {
        let shift = q(MOVE).bind(&step.id).bind(step.standing.as_str()).bind(now).bind(step.offer_until);
        shift.bind(step.why.map(Why::as_str)).run(tx).await.map(drop)
    }

    /// The one place where the letter of a step is posted: the appointment for the reader's calendar travels with it.
    async fn tell(
        &self,
        tx: &mut Tx,
        now: Moment,
        (step, appointment): (&Step, Option<&calendar::Entry>),
        (newcomer, direct, act): (Option<&Newcomer>, bool, &Act<'_>),
    ) -> Result<()> {
        let Some(person) = self.room.entry(&step.id).map(|entry| &entry.who.person) else { return Ok(()) };
        let happened = Happened {
            step,
            place: self.room.place(&step.id),
            reserved: self.room.entry(&step.id).is_some_and(|entry| self.room.keeps_for_others(&entry.who, now)),
            by: act.by_name.filter(|_| direct && act.by != Some(person)),
            note: if direct { act.note } else { "" },
            entered: newcomer.map(|one| Entered { how: one.how, instead_of: self.replaced(one) }),
            substitute: self.substitute(step, act),
        };
        let written = |lang| {
            let letter = letters::step(lang, &self.told, &happened);
            match (appointment, step.standing) {
                (Some(entry), Standing::Seated) => calendar::letters::request(letter, entry),
                (Some(entry), _) if step.before == Some(Standing::Seated) => calendar::letters::cancel(letter, entry),
                _ => letter,
            }
        };
        tx.post(now, Recipient::Person(person), written).await
    }

    /// The name of whoever a newcomer goes instead of.
    fn replaced(&self, newcomer: &Newcomer) -> Option<&str> {
        newcomer.instead_of.as_ref().and_then(|id| self.listed.get(id)).map(|listed| listed.name.as_str())
    }

    /// The name of whoever goes instead, for the one who stays at home.
    fn substitute<'k>(&self, step: &Step, act: &'k Act<'_>) -> Option<&'k str> {
        act.newcomers.iter().find(|one| one.instead_of.as_ref() == Some(&step.id)).map(|one| one.name.as_str())
    }
}

/// Whether a step puts a day into somebody's calendar, or takes it out.
fn in_or_out(step: &Step) -> bool {
    step.standing == Standing::Seated || step.before == Some(Standing::Seated)
}

impl EntryRow {
    fn listed(&self) -> Listed {
        Listed {
            id: self.enrolment_id.clone(),
            person: self.person_id.clone(),
            name: self.name.clone(),
            ente: self.ente(),
            qualifica: self.qualifica.clone(),
            how: How::parse(&self.how).unwrap_or(How::Own),
            since: self.since,
            asked_at: self.asked_at,
        }
    }

    fn ente(&self) -> Option<EnteName> {
        Some(EnteName {
            id: self.ente_id.clone()?,
            kind: self.ente_kind.clone()?,
            name: self.ente_name.clone()?,
            province: self.province.clone()?,
        })
    }

    fn entry(self) -> Result<Entry> {
        let standing = Standing::parse(&self.standing).ok_or_else(|| Error::Bug(format!("standing: {}", self.standing)))?;
        Ok(Entry {
            id: self.enrolment_id,
            who: Who { person: self.person_id, ente: self.ente_id, province: self.province },
            number: self.number,
            standing,
            why: self.why.as_deref().and_then(Why::parse),
            offer_until: self.offer_until,
        })
    }
}

impl ReserveRow {
    fn reserve(self) -> Option<Reserve> {
        let keeper = match (self.ente_id, self.province) {
            (Some(ente), _) => Keeper::Ente(ente),
            (None, Some(province)) => Keeper::Province(province),
            (None, None) => return None,
        };
        Some(Reserve { keeper, seats: self.seats, release_at: self.release_at })
    }
}
