//! Seats asked for, and given up: by the person, by the referente for colleagues, by the segreteria.

use super::person::{self, Known};
use super::room::{self, Act, Kept, Newcomer};
use crate::access::{Actor, Coordinator, Member, Person, Secretariat, Visitor};
use crate::domain::deed::{Deed, Kind};
use crate::domain::enrolment::{How, Refusal, Standing, Step, Term, Why};
use crate::domain::ids::{ClassDayId, EditionId, EnrolmentId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::enti::{self, Absence};
use crate::platform::db::{Tx, q};
use crate::platform::{Error, Result, random};
use crate::seminars::enrolment::{DeskAsks, Outcome};

const EDITION: &str = "\
    select s.edition_id from class_day d join seminar s on s.seminar_id = d.seminar_id \
    where d.class_day_id = $1 and d.published_at is not null";
/// An enrolment of one's own, or of the ente of which one is referente.
const WHOSE: &str = "select class_day_id, person_id from enrolment where enrolment_id = $1 and (person_id = $2 or ente_id = $3)";
const BY_TOKEN: &str = "select class_day_id, enrolment_id, person_id from enrolment where token_hash = $1";
const OF_DAY: &str = "select person_id from enrolment where enrolment_id = $1 and class_day_id = $2";

/// Whether the edition of a day is for an ente. Asked before the day is held: other people wait for that row.
pub async fn admits<R>(actor: &Actor<R>, day: &ClassDayId, ente: &EnteId) -> Result<Option<Refusal>> {
    let (edition,): (EditionId,) = q(EDITION).bind(day).one(&mut actor.reader().await?).await?;
    Ok(enti::absence(actor, &edition, ente).await?.map(|absence| match absence {
        Absence::Outside(outside) => Refusal::Outside(outside),
        Absence::Withdrew => Refusal::EnteWithdrew,
    }))
}

/// How a request comes.
struct Asked<'a> {
    known: Known,
    how: How,
    term: Term,
    by: &'a PersonId,
    by_name: Option<&'a str>,
    note: &'a str,
}

/// A seat, or a place in the list, for the person who asks and the ente acted for.
pub async fn ask(actor: &Actor<Member>, day: &ClassDayId) -> Result<Result<Standing, Refusal>> {
    if let Some(refusal) = admits(actor, day, actor.ente()).await? {
        return Ok(Err(refusal));
    }
    let now = actor.now();
    let mut tx = actor.begin().await?;
    let mut kept = room::held(&mut tx, day).await?;
    let known = person::at(&mut tx, actor.person(), Some(actor.ente()), now.day()).await?;
    let asked = Asked { known, how: How::Own, term: Term::Deadline, by: actor.person(), by_name: None, note: "" };
    let outcome = enter(&mut tx, now, &mut kept, asked).await?;
    if outcome.is_ok() {
        tx.commit().await?;
    }
    Ok(outcome)
}

/// The same for colleagues of the ente, by its referente: those who can be are enrolled, and of each it is told what came of it.
/// Somebody who does not act for the ente does not exist.
pub async fn ask_for(actor: &Actor<Coordinator>, day: &ClassDayId, people: &[PersonId]) -> Result<Result<Vec<Outcome>, Refusal>> {
    if let Some(refusal) = admits(actor, day, actor.ente()).await? {
        return Ok(Err(refusal));
    }
    let now = actor.now();
    let mut tx = actor.begin().await?;
    let mut kept = room::held(&mut tx, day).await?;
    let by_name = person::name(&mut tx, actor.person()).await?;
    // In the order of ids, so that two referenti of the same people never wait for one another.
    let mut people: Vec<&PersonId> = people.iter().collect();
    people.sort();
    people.dedup();
    let mut outcomes = Vec::new();
    for one in people {
        let known = person::at(&mut tx, one, Some(actor.ente()), now.day()).await?;
        let name = known.name.clone();
        let how = if one == actor.person() { How::Own } else { How::Colleague };
        let asked = Asked { known, how, term: Term::Deadline, by: actor.person(), by_name: Some(&by_name), note: "" };
        outcomes.push(Outcome { name, came: enter(&mut tx, now, &mut kept, asked).await? });
    }
    tx.commit().await?;
    Ok(Ok(outcomes))
}

/// The same for anybody, by the segreteria: after the deadline too, until the day begins.
pub async fn ask_at_desk(actor: &Actor<Secretariat>, day: &ClassDayId, asks: DeskAsks<'_>) -> Result<Result<Standing, Refusal>> {
    if let Some(ente) = asks.ente
        && let Some(refusal) = admits(actor, day, ente).await?
    {
        return Ok(Err(refusal));
    }
    let now = actor.now();
    let mut tx = actor.begin().await?;
    let mut kept = room::held(&mut tx, day).await?;
    let known = person::at(&mut tx, asks.person, asks.ente, now.day()).await?;
    let asked = Asked { known, how: How::Desk, term: Term::Start, by: actor.person(), by_name: None, note: asks.note };
    let outcome = enter(&mut tx, now, &mut kept, asked).await?;
    if outcome.is_ok() {
        actor.record(&mut tx, Deed::new(Kind::EnrolledByDesk).to(asks.person).detail(day_told(&kept))).await?;
        tx.commit().await?;
    }
    Ok(outcome)
}

/// "Lo sportello unico, 2026-03-12", as the trail keeps it.
fn day_told(kept: &Kept) -> String {
    format!("{}, {}", kept.told.title, kept.told.starts_at.day())
}

async fn enter(tx: &mut Tx, now: Moment, kept: &mut Kept, asked: Asked<'_>) -> Result<Result<Standing, Refusal>> {
    let who = asked.known.who();
    let id = kept.id_of(&who.person, now);
    let before = kept.room.clone();
    let steps = match kept.room.ask(id.clone(), who.clone(), asked.term, now) {
        Ok(steps) => steps,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(clash) = person::clash(tx, &who.person, &kept.told.day).await? {
        kept.room = before;
        return Ok(Err(Refusal::Clash(clash)));
    }
    let newcomer = Newcomer {
        id: id.clone(),
        who,
        name: asked.known.name.clone(),
        qualifica: asked.known.qualifica.clone(),
        how: asked.how,
        instead_of: None,
    };
    let act = Act { by: Some(asked.by), by_name: asked.by_name, note: asked.note, newcomers: vec![newcomer], ..Act::default() };
    kept.write(tx, now, &steps, &act).await?;
    Ok(Ok(kept.room.entry(&id).map_or(Standing::Out, |entry| entry.standing)))
}

/// Who changes something about an enrolment of their own, or of a colleague as referente.
pub struct Hand<'a> {
    actor: &'a Actor<Person>,
    ente: Option<&'a EnteId>,
}

impl<'a> Hand<'a> {
    pub fn of(actor: &'a Actor<Person>, referente: Option<&'a Actor<Coordinator>>) -> Hand<'a> {
        Hand { actor, ente: referente.map(Actor::ente) }
    }

    /// The day and the person of an enrolment; of others it does not exist.
    pub async fn reaches(&self, id: &EnrolmentId) -> Result<(ClassDayId, PersonId)> {
        q(WHOSE).bind(id).bind(self.actor.person()).bind(self.ente).one(&mut self.actor.reader().await?).await
    }
}

/// One does not come; of a seat that was offered, one declines.
pub async fn withdraw(hand: &Hand<'_>, id: &EnrolmentId) -> Result<Result<(), Refusal>> {
    let (day, person) = hand.reaches(id).await?;
    let actor = hand.actor;
    let mut tx = actor.begin().await?;
    let mut kept = room::held(&mut tx, &day).await?;
    let why = if kept.room.entry(id).is_some_and(|entry| entry.standing == Standing::Offered) { Why::Declined } else { Why::Withdrew };
    let steps = match kept.room.leave(id, why, actor.now()) {
        Ok(steps) => steps,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let name = by_another(&mut tx, actor.person(), &person).await?;
    let act = Act { by: Some(actor.person()), by_name: name.as_deref(), to: vec![id.clone()], ..Act::default() };
    kept.write(&mut tx, actor.now(), &steps, &act).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// The name of who acts, for the letter to somebody else.
async fn by_another(tx: &mut Tx, by: &PersonId, person: &PersonId) -> Result<Option<String>> {
    Ok(if by == person { None } else { Some(person::name(tx, by).await?) })
}

/// Takes a seat that was offered: one's own alone.
pub async fn accept(actor: &Actor<Person>, id: &EnrolmentId) -> Result<Result<(), Refusal>> {
    let (day, _) = Hand::of(actor, None).reaches(id).await?;
    let mut tx = actor.begin().await?;
    let mut kept = room::held(&mut tx, &day).await?;
    let steps = match kept.room.accept(id, actor.now()) {
        Ok(steps) => steps,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let act = Act { by: Some(actor.person()), to: vec![id.clone()], ..Act::default() };
    kept.write(&mut tx, actor.now(), &steps, &act).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// A colleague of the same ente goes instead, and keeps the seat.
pub async fn substitute(hand: &Hand<'_>, id: &EnrolmentId, colleague: &PersonId) -> Result<Result<(), Refusal>> {
    let (day, _) = hand.reaches(id).await?;
    let (actor, now) = (hand.actor, hand.actor.now());
    let mut tx = actor.begin().await?;
    let mut kept = room::held(&mut tx, &day).await?;
    let Some(ente) = kept.room.entry(id).and_then(|entry| entry.who.ente.clone()) else { return Ok(Err(Refusal::NotOfTheEnte)) };
    let known = match person::at(&mut tx, colleague, Some(&ente), now.day()).await {
        Err(Error::NotFound) => return Ok(Err(Refusal::NotOfTheEnte)),
        known => known?,
    };
    let newcomer = Newcomer {
        id: kept.id_of(colleague, now),
        who: known.who(),
        name: known.name.clone(),
        qualifica: known.qualifica.clone(),
        how: How::Substitute,
        instead_of: Some(id.clone()),
    };
    let steps: Vec<Step> = match kept.room.substitute(id, newcomer.id.clone(), newcomer.who.clone(), now) {
        Ok(steps) => steps,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(clash) = person::clash(&mut tx, colleague, &day).await? {
        return Ok(Err(Refusal::Clash(clash)));
    }
    let by_name = person::name(&mut tx, actor.person()).await?;
    let act = Act { by: Some(actor.person()), by_name: Some(&by_name), to: vec![id.clone()], newcomers: vec![newcomer], ..Act::default() };
    kept.write(&mut tx, now, &steps, &act).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// The segreteria takes somebody off the list, with the reason that is told.
pub async fn remove(actor: &Actor<Secretariat>, day: &ClassDayId, id: &EnrolmentId, reason: &str) -> Result<Result<(), Refusal>> {
    let (person,): (PersonId,) = q(OF_DAY).bind(id).bind(day).one(&mut actor.reader().await?).await?;
    let mut tx = actor.begin().await?;
    let mut kept = room::held(&mut tx, day).await?;
    let steps = match kept.room.leave(id, Why::Removed, actor.now()) {
        Ok(steps) => steps,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let act = Act { by: Some(actor.person()), to: vec![id.clone()], note: reason, ..Act::default() };
    kept.write(&mut tx, actor.now(), &steps, &act).await?;
    let detail = format!("{}: {reason}", day_told(&kept));
    actor.record(&mut tx, Deed::new(Kind::EnrolmentRemoved).to(&person).detail(detail)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// What the link of a reminder leads to; none for one that was never given, or that a later reminder has replaced.
pub async fn linked(actor: &Actor<Visitor>, token: &str) -> Result<Option<(Kept, EnrolmentId)>> {
    let mut conn = actor.reader().await?;
    let found: Option<(ClassDayId, EnrolmentId, PersonId)> = q(BY_TOKEN).bind(random::fingerprint(token)).optional(&mut conn).await?;
    match found {
        Some((day, id, _)) => Ok(Some((room::read(&mut conn, &day).await?, id))),
        None => Ok(None),
    }
}

/// One does not come, says whoever has the link of the reminder. A link that leads nowhere: `NotFound`.
pub async fn withdraw_by_link(actor: &Actor<Visitor>, token: &str) -> Result<Result<(), Refusal>> {
    let (day, id, person): (ClassDayId, EnrolmentId, PersonId) =
        q(BY_TOKEN).bind(random::fingerprint(token)).one(&mut actor.reader().await?).await?;
    let mut tx = actor.begin().await?;
    let mut kept = room::held(&mut tx, &day).await?;
    let steps = match kept.room.leave(&id, Why::Withdrew, actor.now()) {
        Ok(steps) => steps,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let act = Act { by: Some(&person), to: vec![id.clone()], ..Act::default() };
    kept.write(&mut tx, actor.now(), &steps, &act).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
