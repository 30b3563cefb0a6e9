//! Surveys open by themselves; those who are asked are written to, and reminded once.

use std::collections::BTreeMap;
use std::sync::Arc;

use sqlx::FromRow;

use super::SurveyRow;
use crate::access::{Actor, Housekeeper};
use crate::assessments::Catalogue;
use crate::domain::ids::{ClassDayId, ClassSessionId, PersonId, SurveyId};
use crate::domain::moment::Moment;
use crate::domain::presence::{Mark, Said, Source, State};
use crate::domain::survey::{BallotBox, Occasion, is_asked};
use crate::platform::config::Config;
use crate::platform::db::{AsConn, Db, Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};
use crate::presence::survey::{Survey, letters};

/// Giornate that ended between two instants and have no survey of that occasion yet.
const ENDED: &str = "\
    select d.class_day_id, d.ends_at from class_day d \
    where d.published_at is not null and d.cancelled_at is null and d.ends_at > $1 and d.ends_at <= $2 \
        and not exists (select 1 from survey v where v.class_day_id = d.class_day_id and v.occasion = $3) \
    order by d.ends_at, d.class_day_id";
const OPEN: &str = "\
    insert into survey (survey_id, class_day_id, occasion, questionnaire, version, content_hash, opened_at, closes_at, answers, box) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9) on conflict (class_day_id, occasion) do nothing";
const RUNNING: &str = "\
    select v.survey_id, v.class_day_id, s.title, d.starts_at, v.occasion, v.questionnaire, v.version, v.content_hash, v.closes_at, \
        v.opened_at, d.held_at \
    from survey v join class_day d on d.class_day_id = v.class_day_id join seminar s on s.seminar_id = d.seminar_id \
    where v.opened_at <= $1 and v.closes_at > $1 and d.cancelled_at is null order by v.opened_at, v.survey_id";
const HOLD: &str = "update survey set answers = answers where survey_id = $1";
const SEATED: &str = "select person_id from enrolment where class_day_id = $1 and standing = 'seated' order by person_id";
const SESSIONS: &str = "select class_session_id from class_session where class_day_id = $1 order by class_session_id";
/// The last mark of each source; `$2` narrows to one person, or is empty.
const MARKS: &str = "\
    select m.person_id, m.class_session_id, m.source, m.state, m.number, m.noted_at from presence_mark m \
    where m.class_day_id = $1 and ($2 = '' or m.person_id = $2) and m.number = (select max(o.number) from presence_mark o \
        where o.class_session_id = m.class_session_id and o.person_id = m.person_id and o.source = m.source) \
    order by m.number";
const OWN_SESSIONS: &str = "\
    select t.class_day_id, t.class_session_id from class_session t join enrolment e on e.class_day_id = t.class_day_id \
    where e.person_id = $1 and e.standing = 'seated' \
        and exists (select 1 from survey v where v.class_day_id = t.class_day_id and v.closes_at > $2) \
    order by t.class_day_id, t.class_session_id";
const OWN_MARKS: &str = "\
    select m.class_day_id, m.class_session_id, m.source, m.state, m.number, m.noted_at from presence_mark m \
    where m.person_id = $1 and exists (select 1 from survey v where v.class_day_id = m.class_day_id and v.closes_at > $2) \
        and m.number = (select max(o.number) from presence_mark o \
            where o.class_session_id = m.class_session_id and o.person_id = m.person_id and o.source = m.source) \
    order by m.class_day_id, m.number";
const INVITE: &str = "\
    insert into survey_reader (survey_id, person_id, invited_at, answered) values ($1, $2, $3, $4) \
    on conflict (survey_id, person_id) do nothing";
const REMIND: &str = "\
    update survey_reader set reminded_at = $3 \
    where survey_id = $1 and person_id = $2 and not answered and reminded_at is null and invited_at is not null and invited_at < $4";

/// Opens the surveys whose hour has come, and writes to those who are asked. Returns how many letters were written.
pub async fn write(db: Db, now: Moment, config: Arc<Config>) -> Result<u64> {
    let actor = Actor::housekeeper(db, now);
    let due = due(&actor).await?;
    if !due.is_empty() {
        // Read only when one is to be opened: a questionnaire that is not at hand is asked of nobody.
        let catalogue = Catalogue::load(&config).map_err(|_| Error::Unavailable("the questionnaires cannot be read".into()))?;
        for (day, occasion, opens) in due {
            open(&actor, &catalogue, (&day, occasion, opens)).await?;
        }
    }
    let running: Vec<RunningRow> = q(RUNNING).bind(now).all(&mut actor.reader().await?).await?;
    let mut written = 0;
    for row in running {
        written += invite(&actor, row).await?;
    }
    Ok(written)
}

/// Giornate with a survey to open, and since when it should be.
async fn due(actor: &Actor<Housekeeper>) -> Result<Vec<(ClassDayId, Occasion, Moment)>> {
    let now = actor.now();
    let mut due = Vec::new();
    for occasion in Occasion::ALL {
        // Wider than any of them takes: the rule decides, this only saves it the others.
        let (after, until) = match occasion {
            Occasion::Day => (now.plus_days(-20), now),
            Occasion::Later => (now.plus_days(-130), now.plus_days(-80)),
        };
        let ended = q(ENDED).bind(after).bind(until).bind(occasion.as_str());
        let ended: Vec<(ClassDayId, Moment)> = ended.all(&mut actor.reader().await?).await?;
        let opening = ended.into_iter().map(|(day, ends_at)| (day, occasion, occasion.opens(ends_at)));
        due.extend(opening.filter(|(_, occasion, opens)| *opens <= now && now < occasion.closes(*opens)));
    }
    Ok(due)
}

/// Opens one; a second time nothing happens. None where its questionnaire is not at hand, or it is open already.
pub async fn open(
    actor: &Actor<Housekeeper>,
    catalogue: &Catalogue,
    (day, occasion, opens): (&ClassDayId, Occasion, Moment),
) -> Result<Option<SurveyId>> {
    let Some(questionnaire) = catalogue.highest(occasion.questionnaire()) else { return Ok(None) };
    let id: SurveyId = random::id(actor.now());
    let mut tx = actor.begin().await?;
    let opened = q(OPEN)
        .bind(&id)
        .bind(day)
        .bind(occasion.as_str())
        .bind(&questionnaire.id)
        .bind(&questionnaire.version)
        .bind(&questionnaire.hash)
        .bind(opens)
        .bind(occasion.closes(opens))
        .bind(to_json(&BallotBox::default())?)
        .run(&mut tx)
        .await?;
    tx.commit().await?;
    Ok((opened == 1).then_some(id))
}

pub(super) fn to_json(ballots: &BallotBox) -> Result<String> {
    serde_json::to_string(ballots).map_err(|e| Error::Bug(format!("survey: {e}")))
}

#[derive(FromRow)]
struct RunningRow {
    survey_id: SurveyId,
    class_day_id: ClassDayId,
    title: String,
    starts_at: Moment,
    occasion: String,
    questionnaire: String,
    version: String,
    content_hash: String,
    closes_at: Moment,
    opened_at: Moment,
    held_at: Option<Moment>,
}

impl RunningRow {
    fn parts(self) -> Result<(Survey, Moment, bool)> {
        let (opened_at, is_held) = (self.opened_at, self.held_at.is_some());
        let row = SurveyRow {
            survey_id: self.survey_id,
            class_day_id: self.class_day_id,
            title: self.title,
            starts_at: self.starts_at,
            occasion: self.occasion,
            questionnaire: self.questionnaire,
            version: self.version,
            content_hash: self.content_hash,
            closes_at: self.closes_at,
        };
        Ok((row.survey()?, opened_at, is_held))
    }
}

async fn invite(actor: &Actor<Housekeeper>, row: RunningRow) -> Result<u64> {
    let now = actor.now();
    let (survey, opened_at, is_held) = row.parts()?;
    let reminds = survey.occasion.reminds(opened_at);
    let mut tx = actor.begin_on(HOLD, &survey.id).await?;
    let asked = asked(&mut tx, &survey.day, is_held).await?;
    let mut written = 0;
    for person in &asked {
        if q(INVITE).bind(&survey.id).bind(person).bind(now).bind(false).run(&mut tx).await? == 1 {
            tx.post(now, Recipient::Person(person), |lang| letters::invitation(lang, &survey)).await?;
            written += 1;
        } else if now >= reminds && remind(&mut tx, &survey, (person, now, reminds)).await? {
            written += 1;
        }
    }
    if written > 0 {
        tx.commit().await?;
    }
    Ok(written)
}

/// Whoever was written to only lately is not reminded.
async fn remind(tx: &mut Tx, survey: &Survey, (person, now, reminds): (&PersonId, Moment, Moment)) -> Result<bool> {
    let reminded = q(REMIND).bind(&survey.id).bind(person).bind(now).bind(reminds.plus_days(-1)).run(tx).await? == 1;
    if reminded {
        tx.post(now, Recipient::Person(person), |lang| letters::reminder(lang, survey)).await?;
    }
    Ok(reminded)
}

#[derive(FromRow)]
struct MarkRow {
    person_id: PersonId,
    class_session_id: ClassSessionId,
    source: String,
    state: String,
    number: i64,
    noted_at: Moment,
}

/// Those with a seat on a giornata who were there, as far as is known.
async fn asked(on: &mut impl AsConn, day: &ClassDayId, is_held: bool) -> Result<Vec<PersonId>> {
    let seated: Vec<(PersonId,)> = q(SEATED).bind(day).all(on).await?;
    let noted = noted(on, day, None).await?;
    let is_there = |person: &PersonId| {
        let sessions: Vec<&[Mark]> = noted.iter().map(|of| of.get(person).map_or(&[] as &[Mark], Vec::as_slice)).collect();
        is_asked(&sessions, is_held)
    };
    Ok(seated.into_iter().map(|(person,)| person).filter(|person| is_there(person)).collect())
}

/// Whether somebody with a seat was there, as far as is known. Two statements.
pub(super) async fn was_there(on: &mut impl AsConn, (day, is_held): (&ClassDayId, bool), person: &PersonId) -> Result<bool> {
    let noted = noted(on, day, Some(person)).await?;
    let sessions: Vec<&[Mark]> = noted.iter().map(|of| of.get(person).map_or(&[] as &[Mark], Vec::as_slice)).collect();
    Ok(is_asked(&sessions, is_held))
}

/// What was noted of one person on giornate whose surveys are open, session by session.
pub(super) struct Noted(BTreeMap<ClassDayId, BTreeMap<ClassSessionId, Vec<Mark>>>);

impl Noted {
    pub(super) fn asks(&self, day: &ClassDayId, is_held: bool) -> bool {
        let sessions: Vec<&[Mark]> = self.0.get(day).into_iter().flatten().map(|(_, marks)| marks.as_slice()).collect();
        is_asked(&sessions, is_held)
    }
}

/// Two statements.
pub(super) async fn noted_of(on: &mut impl AsConn, person: &PersonId, now: Moment) -> Result<Noted> {
    let sessions: Vec<(ClassDayId, ClassSessionId)> = q(OWN_SESSIONS).bind(person).bind(now).all(on).await?;
    let mut noted: BTreeMap<ClassDayId, BTreeMap<ClassSessionId, Vec<Mark>>> = BTreeMap::new();
    for (day, session) in sessions {
        noted.entry(day).or_default().entry(session).or_default();
    }
    let rows: Vec<OwnMarkRow> = q(OWN_MARKS).bind(person).bind(now).all(on).await?;
    for row in rows {
        let mark = MarkRow {
            person_id: person.clone(),
            class_session_id: row.class_session_id.clone(),
            source: row.source,
            state: row.state,
            number: row.number,
            noted_at: row.noted_at,
        }
        .mark();
        noted.entry(row.class_day_id).or_default().entry(row.class_session_id).or_default().extend(mark);
    }
    Ok(Noted(noted))
}

#[derive(FromRow)]
struct OwnMarkRow {
    class_day_id: ClassDayId,
    class_session_id: ClassSessionId,
    source: String,
    state: String,
    number: i64,
    noted_at: Moment,
}

/// What was noted, session by session. Two statements.
async fn noted(on: &mut impl AsConn, day: &ClassDayId, person: Option<&PersonId>) -> Result<Vec<BTreeMap<PersonId, Vec<Mark>>>> {
    let sessions: Vec<(ClassSessionId,)> = q(SESSIONS).bind(day).all(on).await?;
    let only = person.map_or_else(String::new, ToString::to_string);
    let rows: Vec<MarkRow> = q(MARKS).bind(day).bind(only).all(on).await?;
    let mut noted: BTreeMap<ClassSessionId, BTreeMap<PersonId, Vec<Mark>>> = BTreeMap::new();
    for row in rows {
        let (session, person) = (row.class_session_id.clone(), row.person_id.clone());
        noted.entry(session).or_default().entry(person).or_default().extend(row.mark());
    }
    Ok(sessions.into_iter().map(|(session,)| noted.remove(&session).unwrap_or_default()).collect())
}

impl MarkRow {
    fn mark(self) -> Option<Mark> {
        let said = Said { state: State::parse(&self.state)?, late: 0, early: 0, away: 0 };
        let source = Source::parse(&self.source)?;
        Some(Mark { source, said, number: self.number, at: self.noted_at, by: String::new(), reason: String::new() })
    }
}
