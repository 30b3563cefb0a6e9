//! The presences of an edition, and what does not add up in them.

use std::collections::BTreeMap;

use sqlx::FromRow;

use crate::access::Actor;
use crate::access::session::EnteName;
use crate::domain::ids::{ClassDayId, ClassSessionId, EditionId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::place_names::fold;
use crate::domain::presence::{Mark, Said, Source, State};
use crate::domain::seminar::{self, Place, Session};
use crate::platform::db::q;
use crate::platform::{Error, Result};
use crate::presence::Discrepancy;
use crate::presence::totals::{Line, Whose};

const LINES: &str = "\
    select s.edition_id, d.class_day_id, s.title, s.theme, d.region, d.place, d.published_at, d.cancelled_at, d.held_at, \
        t.class_session_id, t.starts_at, t.ends_at, t.topic, p.person_id, p.name, e.qualifica, e.how, \
        n.ente_id, n.kind as ente_kind, n.name as ente_name, n.province, n.region as ente_region, n.residents, n.istat_code \
    from seminar s join class_day d on d.seminar_id = s.seminar_id join class_session t on t.class_day_id = d.class_day_id \
        join enrolment e on e.class_day_id = d.class_day_id and e.standing = 'seated' join person p on p.person_id = e.person_id \
        left join ente n on n.ente_id = e.ente_id \
    where ($1 = '' or s.edition_id = $1) and ($2 = '' or e.person_id = $2) and ($3 = '' or e.ente_id = $3) \
        and d.published_at is not null and d.cancelled_at is null";
const MARKS: &str = "\
    select m.class_session_id, m.person_id, m.number, m.source, m.state, m.late, m.early, m.away, m.noted_at \
    from presence_mark m join class_day d on d.class_day_id = m.class_day_id join seminar s on s.seminar_id = d.seminar_id \
    where ($1 = '' or s.edition_id = $1) and ($2 = '' or m.person_id = $2) \
        and ($3 = '' or exists (select 1 from enrolment e where e.class_day_id = m.class_day_id and e.person_id = m.person_id \
            and e.ente_id = $3 and e.standing = 'seated')) \
    order by m.class_day_id, m.number";
const FACTS: &str = "select person_id, field, value from participant_fact where edition_id = $1 order by person_id, field";

#[derive(FromRow)]
struct Row {
    edition_id: EditionId,
    class_day_id: ClassDayId,
    title: String,
    theme: String,
    region: Option<String>,
    place: String,
    published_at: Option<Moment>,
    cancelled_at: Option<Moment>,
    held_at: Option<Moment>,
    class_session_id: ClassSessionId,
    starts_at: Moment,
    ends_at: Moment,
    topic: String,
    person_id: PersonId,
    name: String,
    qualifica: String,
    how: String,
    ente_id: Option<EnteId>,
    ente_kind: Option<String>,
    ente_name: Option<String>,
    province: Option<String>,
    ente_region: Option<String>,
    residents: Option<i64>,
    istat_code: Option<String>,
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
    noted_at: Moment,
}

impl MarkRow {
    fn mark(&self) -> Option<Mark> {
        let said = Said { state: State::parse(&self.state)?, late: self.late, early: self.early, away: self.away };
        let source = Source::parse(&self.source)?;
        Some(Mark { source, said, number: self.number, at: self.noted_at, by: String::new(), reason: String::new() })
    }
}

impl Row {
    fn line(self, marks: Vec<Mark>, facts: BTreeMap<String, String>) -> Result<Line> {
        let place: Place = serde_json::from_str(&self.place).map_err(|e| Error::Bug(format!("class day {}: {e}", self.class_day_id)))?;
        let ente = match (self.ente_id, self.ente_kind, self.ente_name, self.province) {
            (Some(id), Some(kind), Some(name), Some(province)) => Some(EnteName { id, kind, name, province }),
            _ => None,
        };
        Ok(Line {
            edition: self.edition_id,
            state: seminar::State::of(self.published_at, self.cancelled_at, self.held_at),
            session: Session { id: self.class_session_id, starts_at: self.starts_at, ends_at: self.ends_at, topic: self.topic },
            day: self.class_day_id,
            title: self.title,
            theme: self.theme,
            region: self.region.unwrap_or_default(),
            place,
            person: self.person_id,
            name: self.name,
            qualifica: self.qualifica,
            ente,
            istat_code: self.istat_code.unwrap_or_default(),
            ente_region: self.ente_region.unwrap_or_default(),
            residents: self.residents,
            walked_in: self.how == "walk-in",
            marks,
            facts,
        })
    }
}

/// All lines of an edition, by session and name, with what the funder asked. Three statements.
pub async fn lines<R>(actor: &Actor<R>, edition: &EditionId) -> Result<Vec<Line>> {
    let told: Vec<(PersonId, String, String)> = q(FACTS).bind(edition).all(&mut actor.reader().await?).await?;
    let mut facts: BTreeMap<PersonId, BTreeMap<String, String>> = BTreeMap::new();
    for (person, field, value) in told {
        facts.entry(person).or_default().insert(field, value);
    }
    gather(actor, Whose::Edition(edition), &facts).await
}

/// The lines of an edition, of a person or of an ente, by session and name, without what the funder asked. Two statements.
pub async fn attendance<R>(actor: &Actor<R>, whose: Whose<'_>) -> Result<Vec<Line>> {
    gather(actor, whose, &BTreeMap::new()).await
}

async fn gather<R>(actor: &Actor<R>, whose: Whose<'_>, facts: &BTreeMap<PersonId, BTreeMap<String, String>>) -> Result<Vec<Line>> {
    let mut conn = actor.reader().await?;
    let [edition, person, ente] = whose.keys();
    let rows: Vec<Row> = q(LINES).bind(&edition).bind(&person).bind(&ente).all(&mut conn).await?;
    let marks: Vec<MarkRow> = q(MARKS).bind(&edition).bind(&person).bind(&ente).all(&mut conn).await?;
    let mut noted: BTreeMap<(ClassSessionId, PersonId), Vec<Mark>> = BTreeMap::new();
    for row in &marks {
        noted.entry((row.class_session_id.clone(), row.person_id.clone())).or_default().extend(row.mark());
    }
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let marks = noted.remove(&(row.class_session_id.clone(), row.person_id.clone())).unwrap_or_default();
        let facts = facts.get(&row.person_id).cloned().unwrap_or_default();
        lines.push(row.line(marks, facts)?);
    }
    lines.sort_by_cached_key(|line| (line.session.starts_at, line.session.id.clone(), fold(&line.name), line.person.clone()));
    Ok(lines)
}

/// Somebody noted, and not cleared again by each source, who has no seat.
const NOT_SEATED: &str = "\
    select distinct m.class_day_id, m.person_id from presence_mark m join class_day d on d.class_day_id = m.class_day_id \
        join seminar s on s.seminar_id = d.seminar_id \
    where s.edition_id = $1 and d.cancelled_at is null and m.state = 'present' \
        and m.number = (select max(o.number) from presence_mark o where o.class_session_id = m.class_session_id \
            and o.person_id = m.person_id and o.source = m.source) \
        and not exists (select 1 from enrolment e where e.class_day_id = m.class_day_id and e.person_id = m.person_id \
            and e.standing = 'seated') \
    order by m.class_day_id, m.person_id";
const WITHOUT_SCAN: &str = "\
    select d.class_day_id from class_day d join seminar s on s.seminar_id = d.seminar_id \
    where s.edition_id = $1 and d.held_at is not null \
        and not exists (select 1 from register_scan r where r.class_day_id = d.class_day_id and r.replaced_at is null) \
        and not exists (select 1 from presence_log l where l.class_day_id = d.class_day_id and l.applied_at is not null \
            and d.region is null and d.online_link is not null) \
    order by d.class_day_id";
const UNREAD: &str = "\
    select d.class_day_id, count(*) as signatures from class_day d join seminar s on s.seminar_id = d.seminar_id \
        join enrolment e on e.class_day_id = d.class_day_id and e.standing = 'seated' \
        join class_session t on t.class_day_id = d.class_day_id \
    where s.edition_id = $1 and d.held_at is not null \
        and not exists (select 1 from presence_mark m where m.class_session_id = t.class_session_id and m.person_id = e.person_id \
            and m.source in ('paper', 'correction')) \
    group by d.class_day_id order by d.class_day_id";
const NOT_CLOSED: &str = "\
    select d.class_day_id from class_day d join seminar s on s.seminar_id = d.seminar_id \
    where s.edition_id = $1 and d.published_at is not null and d.cancelled_at is null and d.held_at is null and d.ends_at < $2 \
    order by d.ends_at, d.class_day_id";

/// Days after which a giornata that is over should be closed.
const CLOSED_WITHIN: i64 = 7;

/// All that does not add up in the presences of an edition. Four statements.
pub async fn discrepancies<R>(actor: &Actor<R>, edition: &EditionId) -> Result<Vec<Discrepancy>> {
    let mut conn = actor.reader().await?;
    let strangers: Vec<(ClassDayId, PersonId)> = q(NOT_SEATED).bind(edition).all(&mut conn).await?;
    let bare: Vec<(ClassDayId,)> = q(WITHOUT_SCAN).bind(edition).all(&mut conn).await?;
    let unread: Vec<(ClassDayId, i64)> = q(UNREAD).bind(edition).all(&mut conn).await?;
    let before = actor.now().plus_days(-CLOSED_WITHIN);
    let open: Vec<(ClassDayId,)> = q(NOT_CLOSED).bind(edition).bind(before).all(&mut conn).await?;
    let mut found: Vec<Discrepancy> = Vec::new();
    found.extend(strangers.into_iter().map(|(day, person)| Discrepancy::NotSeated { day, person }));
    found.extend(bare.into_iter().map(|(day,)| Discrepancy::NoScan { day }));
    found.extend(unread.into_iter().map(|(day, signatures)| Discrepancy::Unread { day, signatures }));
    found.extend(open.into_iter().map(|(day,)| Discrepancy::NotClosed { day }));
    Ok(found)
}
