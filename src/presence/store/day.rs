//! Reading a register, and finding the giornate somebody keeps one of.

use std::collections::BTreeMap;

use sqlx::FromRow;

use crate::access::Actor;
use crate::access::roles::Registrar;
use crate::access::session::EnteName;
use crate::domain::ids::{ClassDayId, ClassSessionId, EditionId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::place_names::fold;
use crate::domain::presence::{Mark, Said, Source, State};
use crate::domain::seminar::{self, Place};
use crate::platform::db::q;
use crate::platform::{Error, Result};
use crate::presence::ticks::Listed;
use crate::presence::{Attendee, Register};
use crate::seminars;

/// `$3` is 1 for those who keep all registers. A draft has none.
const ABOUT: &str = "\
    select s.edition_id, s.title, s.theme, d.held_at, h.name as held_by \
    from class_day d join seminar s on s.seminar_id = d.seminar_id left join person h on h.person_id = d.held_by \
    where d.class_day_id = $1 and d.published_at is not null \
        and ($3 = 1 or exists (select 1 from class_trainer t where t.class_day_id = d.class_day_id and t.person_id = $2))";
const TRAINERS: &str = "\
    select p.name from class_trainer t join person p on p.person_id = t.person_id where t.class_day_id = $1 order by p.name, p.person_id";
const PEOPLE: &str = "\
    select p.person_id, p.name, p.email, e.qualifica, e.how, n.ente_id, n.kind as ente_kind, n.name as ente_name, n.province \
    from enrolment e join person p on p.person_id = e.person_id left join ente n on n.ente_id = e.ente_id \
    where e.class_day_id = $1 and e.standing = 'seated'";
const MARKS: &str = "\
    select m.class_session_id, m.person_id, m.number, m.source, m.state, m.late, m.early, m.away, m.reason, m.noted_at, p.name as by_name \
    from presence_mark m join person p on p.person_id = m.noted_by where m.class_day_id = $1 order by m.number";
const LISTED: &str = "\
    select d.class_day_id, s.title, d.starts_at, d.place, d.published_at, d.cancelled_at, d.held_at, \
        (select count(*) from enrolment e where e.class_day_id = d.class_day_id and e.standing = 'seated') as people, \
        (select count(*) from register_scan r where r.class_day_id = d.class_day_id and r.replaced_at is null) as scans \
    from class_day d join seminar s on s.seminar_id = d.seminar_id \
    where d.published_at is not null and d.starts_at >= $3 \
        and ($2 = 1 or exists (select 1 from class_trainer t where t.class_day_id = d.class_day_id and t.person_id = $1)) \
    order by d.starts_at, d.class_day_id limit 500";

#[derive(FromRow)]
struct About {
    edition_id: EditionId,
    title: String,
    theme: String,
    held_at: Option<Moment>,
    held_by: Option<String>,
}

#[derive(FromRow)]
struct PersonRow {
    person_id: PersonId,
    name: String,
    email: String,
    qualifica: String,
    how: String,
    ente_id: Option<EnteId>,
    ente_kind: Option<String>,
    ente_name: Option<String>,
    province: Option<String>,
}

impl PersonRow {
    fn attendee(self, marks: BTreeMap<ClassSessionId, Vec<Mark>>) -> Attendee {
        let ente = match (self.ente_id, self.ente_kind, self.ente_name, self.province) {
            (Some(id), Some(kind), Some(name), Some(province)) => Some(EnteName { id, kind, name, province }),
            _ => None,
        };
        let walked_in = self.how == "walk-in";
        let email = self.email.to_lowercase();
        Attendee { person: self.person_id, name: self.name, email, ente, qualifica: self.qualifica, walked_in, marks }
    }
}

#[derive(FromRow)]
struct MarkRow {
    class_session_id: ClassSessionId,
    person_id: PersonId,
    number: i64,
    source: String,
    state: String,
    late: i64,
    early: i64,
    away: i64,
    reason: String,
    noted_at: Moment,
    by_name: String,
}

impl MarkRow {
    fn mark(self) -> Option<Mark> {
        let said = Said { state: State::parse(&self.state)?, late: self.late, early: self.early, away: self.away };
        let source = Source::parse(&self.source)?;
        Some(Mark { source, said, number: self.number, at: self.noted_at, by: self.by_name, reason: self.reason })
    }
}

/// The register of a giornata one teaches, or of any for the segreteria: else `NotFound`. Seven statements.
pub async fn read<R: Registrar>(actor: &Actor<R>, id: &ClassDayId) -> Result<Register> {
    let mut conn = actor.reader().await?;
    let all = i64::from(actor.role().keeps_all());
    let about: About = q(ABOUT).bind(id).bind(actor.person()).bind(all).one(&mut conn).await?;
    let trainers: Vec<(String,)> = q(TRAINERS).bind(id).all(&mut conn).await?;
    let people: Vec<PersonRow> = q(PEOPLE).bind(id).all(&mut conn).await?;
    let marks: Vec<MarkRow> = q(MARKS).bind(id).all(&mut conn).await?;
    drop(conn);
    let mut noted: BTreeMap<PersonId, BTreeMap<ClassSessionId, Vec<Mark>>> = BTreeMap::new();
    for row in marks {
        let (person, session) = (row.person_id.clone(), row.class_session_id.clone());
        noted.entry(person).or_default().entry(session).or_default().extend(row.mark());
    }
    let mut people: Vec<Attendee> = people
        .into_iter()
        .map(|row| {
            let marks = noted.remove(&row.person_id).unwrap_or_default();
            row.attendee(marks)
        })
        .collect();
    people.sort_by_cached_key(|attendee| (fold(&attendee.name), attendee.person.clone()));
    Ok(Register {
        day: seminars::one(actor, id).await?,
        edition: about.edition_id,
        title: about.title,
        theme: about.theme,
        trainers: trainers.into_iter().map(|(name,)| name).collect(),
        people,
        held: about.held_at.zip(about.held_by),
    })
}

#[derive(FromRow)]
struct ListedRow {
    class_day_id: ClassDayId,
    title: String,
    starts_at: Moment,
    place: String,
    published_at: Option<Moment>,
    cancelled_at: Option<Moment>,
    held_at: Option<Moment>,
    people: i64,
    scans: i64,
}

/// Published giornate that begin from an instant on, in their order. One statement.
pub async fn listed<R: Registrar>(actor: &Actor<R>, since: Moment) -> Result<Vec<Listed>> {
    let statement = q(LISTED).bind(actor.person()).bind(i64::from(actor.role().keeps_all())).bind(since);
    let rows: Vec<ListedRow> = statement.all(&mut actor.reader().await?).await?;
    rows.into_iter()
        .map(|row| {
            let place: Place = serde_json::from_str(&row.place).map_err(|e| Error::Bug(format!("class day {}: {e}", row.class_day_id)))?;
            Ok(Listed {
                state: seminar::State::of(row.published_at, row.cancelled_at, row.held_at),
                id: row.class_day_id,
                title: row.title,
                starts_at: row.starts_at,
                city: place.city,
                people: row.people,
                scans: row.scans,
            })
        })
        .collect()
}
