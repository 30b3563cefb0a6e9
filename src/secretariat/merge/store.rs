//! Accounts that look like one person, and how two become one.

use sqlx::FromRow;

use super::{Pair, Refusal, Side, is_similar, letters};
use crate::access::{Actor, Secretariat, password};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{Id, PersonId};
use crate::domain::moment::Moment;
use crate::platform::db::q;
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result};

/// Pairs behind one mailbox that nobody has told apart; whether the names are similar is looked at in Rust.
const PAIRS: &str = "\
    select p.person_id as one_id, o.person_id as other_id, p.name as one_name, o.name as other_name \
    from person p join person o on o.email = p.email and o.person_id > p.person_id \
    where p.merged_into is null and o.merged_into is null and p.erased_at is null and o.erased_at is null \
      and not exists (select n.said_at from namesake n where n.person_id = p.person_id and n.other_id = o.person_id) \
    order by p.email, p.person_id, o.person_id";
/// As many placeholders as [`AT_ONCE`]; what is over repeats the last id.
const SIDES: &str = "\
    select p.person_id, p.name, p.username, p.email, p.created_at, p.seen_at, p.verified_at, p.disabled_at, \
           (select count(*) from appointment a where a.person_id = p.person_id) as appointments, \
           (select count(*) from letter l where l.person_id = p.person_id) as letters, \
           (select count(*) from answer w where w.changed_by = p.person_id) as answers, \
           (select count(*) from appointment a where a.person_id = p.person_id and a.ente_id is null) as of_programme \
    from person p where p.merged_into is null and p.erased_at is null and p.person_id in \
        ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, \
         $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40)";
/// Accounts looked at in one statement, and hence twice the pairs shown at once.
const AT_ONCE: usize = 40;
/// Holds an account that can still be merged.
const HOLD: &str = "update person set created_at = created_at where person_id = $1 and merged_into is null and erased_at is null";

// What goes over: `$1` the account that goes, `$2` the one that stays.
const APPOINTMENTS: &str = "update appointment set person_id = $2 where person_id = $1";
const LETTERS: &str = "update letter set person_id = $2 where person_id = $1";
const CONTACTS: &str = "update contact set person_id = $2 where person_id = $1";
const ANSWERS: &str = "update answer set changed_by = $2 where changed_by = $1";
const ASSESSMENTS: &str = "update assessment set opened_by = $2 where opened_by = $1";
const CONSENTS: &str = "update reading_consent set given_by = $2 where given_by = $1";
const ADHESIONS: &str = "update adhesion set set_by = $2 where set_by = $1";
const REQUESTS: &str = "update registration set person_id = $2 where person_id = $1";
const ASKED: &str = "update registration set asked_by = $2 where asked_by = $1";
const FACTS_TWICE: &str = "\
    delete from participant_fact where person_id = $1 and exists \
        (select 1 from participant_fact o where o.person_id = $2 and o.edition_id = participant_fact.edition_id \
         and o.field = participant_fact.field)";
const FACTS: &str = "update participant_fact set person_id = $2 where person_id = $1";
const ENROLMENTS_TWICE: &str = "\
    update enrolment set standing = 'out', why = 'removed', offer_until = null where person_id = $1 and standing <> 'out' and exists \
        (select 1 from enrolment o where o.person_id = $2 and o.class_day_id = enrolment.class_day_id)";
const ENROLMENTS: &str = "\
    update enrolment set person_id = $2 where person_id = $1 and not exists \
        (select 1 from enrolment o where o.person_id = $2 and o.class_day_id = enrolment.class_day_id)";
const TEACHING_TWICE: &str = "\
    delete from class_trainer where person_id = $1 and exists \
        (select 1 from class_trainer o where o.person_id = $2 and o.class_day_id = class_trainer.class_day_id)";
const TEACHING: &str = "update class_trainer set person_id = $2 where person_id = $1";
const PRESENCES: &str = "update presence_mark set person_id = $2 where person_id = $1";
const NAMES_IN_LOGS: &str = "update presence_log_match set person_id = $2 where person_id = $1";
const HOURS_TWICE: &str = "\
    delete from timesheet_line where person_id = $1 and exists \
        (select 1 from timesheet_line o where o.person_id = $2 and o.class_session_id = timesheet_line.class_session_id)";
const LESSONS_TWICE: &str = "\
    insert into lesson_read (course_enrolment_id, lesson, version, read_at) \
    select t.course_enrolment_id, l.lesson, l.version, l.read_at from lesson_read l \
        join course_enrolment f on f.course_enrolment_id = l.course_enrolment_id \
        join course_enrolment t on t.course_id = f.course_id \
    where f.person_id = $1 and t.person_id = $2 and not exists \
        (select 1 from lesson_read o where o.course_enrolment_id = t.course_enrolment_id and o.lesson = l.lesson)";
const COURSES_TWICE: &str = "\
    update course_enrolment set \
        test_passed_at = coalesce(test_passed_at, (select f.test_passed_at from course_enrolment f \
            where f.person_id = $1 and f.course_id = course_enrolment.course_id)), \
        completed_version = coalesce(completed_version, (select f.completed_version from course_enrolment f \
            where f.person_id = $1 and f.course_id = course_enrolment.course_id)), \
        completed_at = coalesce(completed_at, (select f.completed_at from course_enrolment f \
            where f.person_id = $1 and f.course_id = course_enrolment.course_id)) \
    where person_id = $2";
const COURSES: &str = "\
    update course_enrolment set person_id = $2 where person_id = $1 and not exists \
        (select 1 from course_enrolment o where o.person_id = $2 and o.course_id = course_enrolment.course_id)";
const HOURS: &str = "update timesheet_line set person_id = $2 where person_id = $1";
const QUESTIONS: &str = "update question set asked_by = $2 where asked_by = $1";
const DUTY_TWICE: &str = "\
    delete from forum_expert where person_id = $1 and exists \
        (select 1 from forum_expert o where o.person_id = $2 and o.forum_day_id = forum_expert.forum_day_id)";
const DUTY: &str = "update forum_expert set person_id = $2 where person_id = $1";
const FOLLOWS_TWICE: &str = "\
    delete from forum_follow where person_id = $1 and exists \
        (select 1 from forum_follow o where o.person_id = $2 and o.edition_id = forum_follow.edition_id \
         and o.kind = forum_follow.kind and o.about = forum_follow.about)";
const FOLLOWS: &str = "update forum_follow set person_id = $2 where person_id = $1";
/// Whoever published one may change it.
const DOCUMENTS_KEPT: &str = "update document set created_by = $2 where created_by = $1";
const ANSWERS_KEPT: &str = "update faq set owner_id = $2 where owner_id = $1";
const TESTIMONIALS: &str = "update testimonial set prepared_by = $2 where prepared_by = $1";
/// Whoever has answered with one account has answered.
const ANSWERED: &str = "\
    update survey_reader set answered = true where person_id = $2 and exists \
        (select 1 from survey_reader o where o.person_id = $1 and o.survey_id = survey_reader.survey_id and o.answered)";
const SURVEYS_TWICE: &str = "\
    delete from survey_reader where person_id = $1 and exists \
        (select 1 from survey_reader o where o.person_id = $2 and o.survey_id = survey_reader.survey_id)";
const SURVEYS: &str = "update survey_reader set person_id = $2 where person_id = $1";
const UPLOADS: &str = "update upload set person_id = $2 where person_id = $1";
const CERTIFICATES: &str = "update certificate set person_id = $2 where person_id = $1";
const OVER: [&str; 35] = [
    APPOINTMENTS,
    LETTERS,
    CONTACTS,
    ANSWERS,
    ASSESSMENTS,
    CONSENTS,
    ADHESIONS,
    REQUESTS,
    ASKED,
    FACTS_TWICE,
    FACTS,
    ENROLMENTS_TWICE,
    ENROLMENTS,
    TEACHING_TWICE,
    TEACHING,
    PRESENCES,
    NAMES_IN_LOGS,
    HOURS_TWICE,
    HOURS,
    CERTIFICATES,
    QUESTIONS,
    DUTY_TWICE,
    DUTY,
    FOLLOWS_TWICE,
    FOLLOWS,
    ANSWERS_KEPT,
    TESTIMONIALS,
    DOCUMENTS_KEPT,
    LESSONS_TWICE,
    COURSES_TWICE,
    COURSES,
    ANSWERED,
    SURVEYS_TWICE,
    SURVEYS,
    UPLOADS,
];

// What ends with the account.
const SESSIONS: &str = "delete from session where person_id = $1";
const VISITS: &str = "delete from section_visit where person_id = $1";
const LINKS: &str = "delete from account_link where person_id = $1";
const ADDRESS_CHANGES: &str = "delete from address_change where person_id = $1";
const NAMESAKES: &str = "delete from namesake where person_id = $1 or other_id = $1";
const FACTORS: &str = "delete from factor where person_id = $1";
const RECOVERY_CODES: &str = "delete from recovery_code where person_id = $1";
const PENDING: &str = "delete from pending_sign_in where person_id = $1";
const FISCAL_NUMBERS: &str = "delete from fiscal_number where person_id = $1";
const IDENTITIES: &str = "delete from external_identity where person_id = $1";
const FEEDS: &str = "delete from calendar_feed where person_id = $1";
const AWAY: [&str; 11] =
    [FEEDS, SESSIONS, VISITS, LINKS, ADDRESS_CHANGES, NAMESAKES, FACTORS, RECOVERY_CODES, PENDING, FISCAL_NUMBERS, IDENTITIES];

/// Appointments that both had, for the same ente in the same role and in force together: the later one is over.
const TWICE: &str = "\
    update appointment set ends_on = $2 where person_id = $1 and ends_on is null and exists \
        (select a.appointment_id from appointment a where a.person_id = $1 and a.appointment_id < appointment.appointment_id \
           and a.ente_id = appointment.ente_id and a.role = appointment.role and a.ends_on is null)";
/// The account that goes: closed, without a password, and with it all that went into it before.
const CLOSE: &str = "\
    update person set merged_into = $2, password_hash = $3, disabled_at = coalesce(disabled_at, $4), disabled_by = coalesce(disabled_by, $5) \
    where person_id = $1";
const FOLLOW: &str = "update person set merged_into = $2 where merged_into = $1";
/// What the other knew of the person.
const ENRICH: &str = "\
    update person set seen_at = coalesce(seen_at, (select o.seen_at from person o where o.person_id = $2)), \
        verified_at = coalesce(verified_at, (select o.verified_at from person o where o.person_id = $2 and o.email = person.email)) \
    where person_id = $1";
const APART: &str = "insert into namesake (person_id, other_id, said_at, said_by) values ($1, $2, $3, $4) on conflict do nothing";

#[derive(FromRow)]
struct PairRow {
    one_id: PersonId,
    other_id: PersonId,
    one_name: String,
    other_name: String,
}

#[derive(FromRow)]
struct SideRow {
    person_id: PersonId,
    name: String,
    username: String,
    email: String,
    created_at: i64,
    seen_at: Option<i64>,
    verified_at: Option<i64>,
    disabled_at: Option<i64>,
    appointments: i64,
    letters: i64,
    answers: i64,
    of_programme: i64,
}

impl From<SideRow> for Side {
    fn from(row: SideRow) -> Side {
        Side {
            id: row.person_id,
            name: row.name,
            username: row.username,
            email: row.email,
            created_at: Moment::from_millis(row.created_at),
            seen_at: row.seen_at.map(Moment::from_millis),
            verified: row.verified_at.is_some(),
            disabled: row.disabled_at.is_some(),
            appointments: row.appointments,
            letters: row.letters,
            answers: row.answers,
            of_programme: row.of_programme > 0,
        }
    }
}

/// Pairs that look like one person: the same mailbox and similar names. At most twenty, and how many there are in all.
pub async fn candidates(actor: &Actor<Secretariat>) -> Result<(Vec<Pair>, usize)> {
    let rows: Vec<PairRow> = q(PAIRS).all(&mut actor.reader().await?).await?;
    let similar: Vec<PairRow> = rows.into_iter().filter(|row| is_similar(&row.one_name, &row.other_name)).collect();
    let shown = &similar[..similar.len().min(AT_ONCE / 2)];
    let ids: Vec<&PersonId> = shown.iter().flat_map(|row| [&row.one_id, &row.other_id]).collect();
    let sides = sides(actor, &ids).await?;
    let side = |id: &PersonId| sides.iter().find(|side| side.id == *id).cloned();
    let pairs = shown.iter().filter_map(|row| Some(Pair { one: side(&row.one_id)?, other: side(&row.other_id)? })).collect();
    Ok((pairs, similar.len()))
}

async fn sides(actor: &Actor<Secretariat>, ids: &[&PersonId]) -> Result<Vec<Side>> {
    let Some(last) = ids.last() else { return Ok(Vec::new()) };
    let padded = ids.iter().chain(std::iter::repeat(last)).take(AT_ONCE);
    let rows: Vec<SideRow> = padded.fold(q(SIDES), |query, id| query.bind(*id)).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(Side::from).collect())
}

/// Two accounts side by side; [`Error::NotFound`] when one of them is not there any more, or the two are one.
pub async fn pair(actor: &Actor<Secretariat>, one: &PersonId, other: &PersonId) -> Result<Pair> {
    let mut found = sides(actor, &[one, other]).await?;
    found.sort_by_key(|side| side.id != *one);
    match <[Side; 2]>::try_from(found) {
        Ok([one, other]) => Ok(Pair { one, other }),
        Err(_) => Err(Error::NotFound),
    }
}

/// Takes one account into another: `goes` is closed, and what it had goes over to `stays`. Of two who merge the same pair at
/// once, whichever way round, one does. The former username goes on opening the account that stays, with its password.
pub async fn merge(actor: &Actor<Secretariat>, stays: &PersonId, goes: &PersonId) -> Result<Result<(), Refusal>> {
    let Pair { one, other } = match pair(actor, stays, goes).await {
        Err(Error::NotFound) => return Ok(Err(Refusal::Gone)),
        found => found?,
    };
    if let Err(refusal) = Pair::may_merge(&one, &other) {
        return Ok(Err(refusal));
    }
    let now = actor.now();
    let mut tx = actor.begin().await?;
    // The lesser id first, whichever stays: two who merge the same pair the other way round do not wait for one another.
    let (first, second) = if stays.as_str() < goes.as_str() { (stays, goes) } else { (goes, stays) };
    for held in [first, second] {
        if q(HOLD).bind(held).run(&mut tx).await? == 0 {
            return Ok(Err(Refusal::Gone));
        }
    }
    for statement in AWAY {
        q(statement).bind(goes).run(&mut tx).await?;
    }
    for statement in OVER {
        q(statement).bind(goes).bind(stays).run(&mut tx).await?;
    }
    q(TWICE).bind(stays).bind(now.day().plus_days(-1)).run(&mut tx).await?;
    q(FOLLOW).bind(goes).bind(stays).run(&mut tx).await?;
    q(ENRICH).bind(stays).bind(goes).run(&mut tx).await?;
    q(CLOSE).bind(goes).bind(stays).bind(password::NOT_CHOSEN).bind(now).bind(actor.person()).run(&mut tx).await?;
    tx.post(now, Recipient::Person(stays), |lang| letters::merged(lang, &one.username, &other.username)).await?;
    actor.record(&mut tx, Deed::new(Kind::PeopleMerged).to(stays).detail(format!("{} → {}", other.username, one.username))).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// The two are different people: they are not proposed again.
pub async fn tell_apart(actor: &Actor<Secretariat>, one: &PersonId, other: &PersonId) -> Result<()> {
    let (lesser, greater) = if one.as_str() < other.as_str() { (one, other) } else { (other, one) };
    let mut tx = actor.begin_on(HOLD, lesser).await?;
    if q(HOLD).bind(greater).run(&mut tx).await? == 0 || one == other {
        return Err(Error::NotFound);
    }
    q(APART).bind(lesser).bind(greater).bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    tx.commit().await
}
