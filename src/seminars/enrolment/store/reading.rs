//! Lists as pages show them: the box of a day, one's own days, the list at the desk, whom the segreteria may enrol.

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::asking::admits;
use super::person;
use super::room::{self, Listed};
use crate::access::session::EnteName;
use crate::access::{Actor, Coordinator, Member, Person, Secretariat, Visitor};
use crate::domain::enrolment::{Refusal, Room, Standing, Who, Why};
use crate::domain::ids::{ClassDayId, EnrolmentId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::place_names::fold;
use crate::domain::seminar::{Place, State};
use crate::people;
use crate::platform::db::q;
use crate::platform::{Error, Result};
use crate::seminars::enrolment::{Candidate, Choice, History, Line, MemberView, Own, OwnDay, RollView, SeatsView, Told};

/// With the place of those who wait. Of whoever was put off by an account that was merged, nothing is shown.
const OWN: &str = "\
    select e.enrolment_id, e.class_day_id, e.standing, e.offer_until, e.why, e.ente_id, n.kind as ente_kind, n.name as ente_name, n.province, \
           d.starts_at, d.ends_at, d.place, d.online_link, d.cancelled_at, s.title, s.theme, \
           (select count(*) from enrolment w where w.class_day_id = e.class_day_id and w.standing = 'waiting' \
            and w.number <= e.number) as place_in_line \
    from enrolment e join class_day d on d.class_day_id = e.class_day_id join seminar s on s.seminar_id = d.seminar_id \
    left join ente n on n.ente_id = e.ente_id where e.person_id = $1 order by d.starts_at, d.class_day_id";
const HISTORY: &str = "\
    select t.happened_at, t.standing, t.why, t.note, p.name as by_name from enrolment_step t \
    left join person p on p.person_id = t.done_by where t.enrolment_id = $1 order by t.happened_at, t.enrolment_step_id";
/// Names without accents, word by word; with each appointment in force, by name.
const CANDIDATES: &str = "\
    with told as ( \
        select p.person_id, p.name, p.email, \
               replace(replace(replace(replace(replace(replace(lower(p.name || ' ' || p.email), 'à', 'a'), 'è', 'e'), 'é', 'e'), \
                   'ì', 'i'), 'ò', 'o'), 'ù', 'u') as search \
        from person p where p.merged_into is null and p.erased_at is null and p.disabled_at is null) \
    select t.person_id, t.name, t.email, coalesce(a.qualifica, '') as qualifica, n.ente_id, n.kind as ente_kind, n.name as ente_name, n.province \
    from told t left join appointment a on a.person_id = t.person_id and a.starts_on <= $4 and coalesce(a.ends_on, $4) >= $4 \
    left join ente n on n.ente_id = a.ente_id \
    where t.search like '%' || $1 || '%' and t.search like '%' || $2 || '%' and t.search like '%' || $3 || '%' \
    order by t.search, t.person_id, n.search, a.appointment_id limit 60";

/// The seats of a day for whoever looks at it. A draft does not exist.
pub async fn seats(
    visitor: &Actor<Visitor>,
    (person, member): (Option<&Actor<Person>>, Option<&Actor<Member>>),
    day: &ClassDayId,
) -> Result<SeatsView> {
    let now = visitor.now();
    let kept = room::read(&mut visitor.reader().await?, day).await?;
    if kept.room.state == State::Draft {
        return Err(Error::NotFound);
    }
    let own = person.and_then(|person| own_entry(&kept.room, person.person()));
    let acting = match member {
        Some(member) => Some(member_view(member, &kept, own.as_ref()).await?),
        None => None,
    };
    let nobody = Who { person: nobody(), ente: None, province: None };
    let who = acting.as_ref().map_or(&nobody, |acting| &acting.who);
    Ok(SeatsView {
        left: kept.room.left(who, now),
        prospect: kept.room.prospect(who, now),
        released_at: kept.room.reserves.iter().map(|reserve| reserve.release_at).filter(|at| *at > now).max(),
        keeps_for_others: kept.room.keeps_for_others(who, now),
        state: kept.room.state,
        enrol_by: kept.room.enrol_by,
        starts_at: kept.room.starts_at,
        told: kept.told,
        signed_in: person.is_some(),
        own,
        acting,
        now,
    })
}

/// Nobody's id: for a visitor there are the seats that are for everybody.
fn nobody() -> PersonId {
    crate::platform::random::id(Moment::from_millis(0))
}

fn own_entry(room: &Room, person: &PersonId) -> Option<Own> {
    let entry = room.of(person)?;
    Some(Own {
        id: entry.id.clone(),
        standing: entry.standing,
        place: room.place(&entry.id),
        offer_until: entry.offer_until,
        why: entry.why,
        of_ente: entry.who.ente.is_some(),
    })
}

async fn member_view(member: &Actor<Member>, kept: &room::Kept, own: Option<&Own>) -> Result<MemberView> {
    let known = person::at(&mut member.reader().await?, member.person(), Some(member.ente()), member.now().day()).await?;
    let who = known.who();
    let outside = admits(member, &kept.told.day, member.ente()).await?;
    let clash = person::seen_clash(&mut member.reader().await?, member.person(), &kept.told.day).await?;
    let is_in = own.is_some_and(|own| own.standing != Standing::Out);
    let timing = closed(&kept.room, member.now());
    let prevents = timing.clone().or(outside.clone()).or(clash.map(Refusal::Clash).filter(|_| !is_in));
    let mut colleagues: Vec<Line> =
        lines(kept).filter(|line| line.listed.ente.as_ref().is_some_and(|ente| ente.id == *member.ente())).collect();
    colleagues.retain(|line| line.standing != Standing::Out && line.listed.person != *member.person());
    Ok(MemberView {
        ente: member.ente().clone(),
        coordinates: member.role().coordinates(),
        prevents,
        may_enrol_colleagues: timing.or(outside).is_none(),
        colleagues,
        who,
    })
}

/// Why nobody can enrol any more, whoever they are.
fn closed(room: &Room, now: Moment) -> Option<Refusal> {
    match room.state {
        State::Cancelled => Some(Refusal::Cancelled),
        State::Held => Some(Refusal::Held),
        _ if now >= room.starts_at => Some(Refusal::Begun),
        _ if now >= room.enrol_by => Some(Refusal::Closed(room.enrol_by)),
        _ => None,
    }
}

/// All who ever asked, by number.
fn lines(kept: &room::Kept) -> impl Iterator<Item = Line> {
    kept.room.entries.iter().filter_map(|entry| {
        let listed: Listed = kept.listed.get(&entry.id)?.clone();
        Some(Line {
            place: kept.room.place(&entry.id),
            number: entry.number,
            standing: entry.standing,
            why: entry.why,
            offer_until: entry.offer_until,
            listed,
        })
    })
}

/// The list of a day for the segreteria: three statements.
pub async fn list(actor: &Actor<Secretariat>, day: &ClassDayId) -> Result<RollView> {
    let kept = room::read(&mut actor.reader().await?, day).await?;
    if kept.room.state == State::Draft {
        return Err(Error::NotFound);
    }
    let lines = lines(&kept).collect();
    Ok(RollView {
        seats: kept.room.seats,
        taken: kept.room.taken(),
        state: kept.room.state,
        starts_at: kept.room.starts_at,
        told: kept.told,
        lines,
    })
}

#[derive(FromRow)]
struct StepRow {
    happened_at: Moment,
    standing: String,
    why: Option<String>,
    note: String,
    by_name: Option<String>,
}

/// What happened to one of the list, the oldest first.
pub async fn history(actor: &Actor<Secretariat>, id: &EnrolmentId) -> Result<Vec<History>> {
    let rows: Vec<StepRow> = q(HISTORY).bind(id).all(&mut actor.reader().await?).await?;
    let step = |row: StepRow| History {
        at: row.happened_at,
        standing: Standing::parse(&row.standing).unwrap_or(Standing::Out),
        why: row.why.as_deref().and_then(Why::parse),
        note: row.note,
        by: row.by_name,
    };
    Ok(rows.into_iter().map(step).collect())
}

#[derive(FromRow)]
struct OwnRow {
    enrolment_id: EnrolmentId,
    class_day_id: ClassDayId,
    standing: String,
    offer_until: Option<Moment>,
    why: Option<String>,
    ente_id: Option<EnteId>,
    ente_kind: Option<String>,
    ente_name: Option<String>,
    province: Option<String>,
    starts_at: Moment,
    ends_at: Moment,
    place: String,
    online_link: Option<String>,
    cancelled_at: Option<Moment>,
    title: String,
    theme: String,
    place_in_line: i64,
}

/// The days for which the person is, or was, on the list; by their beginning. One statement.
pub async fn own(actor: &Actor<Person>) -> Result<Vec<OwnDay>> {
    let rows: Vec<OwnRow> = q(OWN).bind(actor.person()).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(OwnRow::day).collect()
}

/// The days on which the person is expected, or may be, by their beginning. One statement.
pub async fn coming(actor: &Actor<Person>) -> Result<Vec<OwnDay>> {
    let days = own(actor).await?.into_iter();
    Ok(days.filter(|day| day.told.ends_at > actor.now() && day.own.standing != Standing::Out).collect())
}

impl OwnRow {
    fn day(self) -> Result<OwnDay> {
        let place: Place = serde_json::from_str(&self.place).map_err(|e| Error::Bug(format!("class day {}: {e}", self.class_day_id)))?;
        let standing = Standing::parse(&self.standing).unwrap_or(Standing::Out);
        let own = Own {
            id: self.enrolment_id,
            standing,
            place: (standing == Standing::Waiting).then(|| usize::try_from(self.place_in_line).unwrap_or(1)),
            offer_until: self.offer_until,
            why: self.why.as_deref().and_then(Why::parse),
            of_ente: self.ente_id.is_some(),
        };
        let told = Told {
            day: self.class_day_id,
            title: self.title,
            theme: self.theme,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            place,
            online_link: self.online_link,
            cancelled_why: String::new(),
        };
        Ok(OwnDay {
            own,
            told,
            ente: ente(self.ente_id, self.ente_kind, (self.ente_name, self.province)),
            cancelled: self.cancelled_at.is_some(),
        })
    }
}

fn ente(id: Option<EnteId>, kind: Option<String>, (name, province): (Option<String>, Option<String>)) -> Option<EnteName> {
    Some(EnteName { id: id?, kind: kind?, name: name?, province: province? })
}

/// A day with one's own enrolment, or that of a colleague of the ente of which one is referente: what a page that asks shows.
pub async fn one(hand: &super::Hand<'_>, actor: &Actor<Person>, id: &EnrolmentId) -> Result<(OwnDay, String)> {
    let (day, person) = hand.reaches(id).await?;
    let kept = room::read(&mut actor.reader().await?, &day).await?;
    let listed = kept.listed.get(id).ok_or(Error::NotFound)?;
    let own = own_entry(&kept.room, &person).ok_or(Error::NotFound)?;
    let cancelled = kept.room.state == State::Cancelled;
    let day = OwnDay { own, ente: listed.ente.clone(), cancelled, told: kept.told };
    Ok((day, listed.name.clone()))
}

/// The people of the ente acted for, with how they stand with a day. For the referente.
pub async fn colleagues(actor: &Actor<Coordinator>, day: &ClassDayId) -> Result<(Told, Vec<Choice>)> {
    let kept = room::read(&mut actor.reader().await?, day).await?;
    if kept.room.state == State::Draft {
        return Err(Error::NotFound);
    }
    let people = people::colleagues(actor).await?.into_iter();
    let choice = |one: people::Colleague| Choice {
        standing: kept.room.of(&one.id).map(|entry| entry.standing).filter(|standing| *standing != Standing::Out),
        person: one.id,
        name: one.name,
        qualifica: one.qualifica,
    };
    let choices = people.map(choice).collect();
    Ok((kept.told, choices))
}

/// Who could go instead: the people of the ente of an enrolment who are not in. For one of them, in whatever role.
pub async fn substitutes(actor: &Actor<Member>, day: &ClassDayId) -> Result<Vec<Choice>> {
    let kept = room::read(&mut actor.reader().await?, day).await?;
    let people = people::colleagues(actor).await?.into_iter();
    let standing = |person: &PersonId| kept.room.of(person).map(|entry| entry.standing).filter(|standing| *standing != Standing::Out);
    let free = people.filter(|one| !standing(&one.id).is_some_and(Standing::holds_a_seat));
    Ok(free.map(|one| Choice { standing: standing(&one.id), person: one.id, name: one.name, qualifica: one.qualifica }).collect())
}

#[derive(FromRow)]
struct CandidateRow {
    person_id: PersonId,
    name: String,
    email: String,
    qualifica: String,
    ente_id: Option<EnteId>,
    ente_kind: Option<String>,
    ente_name: Option<String>,
    province: Option<String>,
}

/// People by part of a name or an address, with the enti for which each can take part. One statement.
pub async fn candidates(actor: &Actor<Secretariat>, sought: &str) -> Result<Vec<Candidate>> {
    let folded = fold(sought);
    let mut words = folded.split(' ').filter(|word| !word.is_empty()).map(|word| word.replace(['%', '_'], ""));
    let mut word = || words.next().unwrap_or_default();
    let query = q(CANDIDATES).bind(word()).bind(word()).bind(word()).bind(actor.now().day());
    let rows: Vec<CandidateRow> = query.all(&mut actor.reader().await?).await?;
    let mut found: BTreeMap<(usize, PersonId), Candidate> = BTreeMap::new();
    for (at, row) in rows.into_iter().enumerate() {
        let at = found.keys().find(|(_, person)| *person == row.person_id).map_or(at, |(at, _)| *at);
        let key = (at, row.person_id.clone());
        let candidate =
            found.entry(key).or_insert_with(|| Candidate { person: row.person_id, name: row.name, email: row.email, posts: Vec::new() });
        if let Some(ente) = ente(row.ente_id, row.ente_kind, (row.ente_name, row.province)) {
            candidate.posts.push((ente, row.qualifica));
        }
    }
    Ok(found.into_values().collect())
}
