//! Courses in the database: who is on which, how far, and what the desk counts.

mod attempts;

use std::collections::HashMap;

use sqlx::FromRow;

use super::{Completion, Enrolment, Line, MissingCourses};
use crate::access::roles::Signed;
use crate::access::session::EnteName;
use crate::access::{Actor, Secretariat};
use crate::domain::course::Course;
use crate::domain::course::progress::Progress;
use crate::domain::ids::{AppointmentId, CourseEnrolmentId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::{Error, Result, random};

pub(super) use attempts::{attempts, open};
pub use attempts::{begin, hand_in};

const OWN: &str = "\
    select course_enrolment_id, course_id, version, enrolled_at, test_passed_at, completed_at from course_enrolment \
    where person_id = $1 order by enrolled_at";
const OWN_READ: &str = "\
    select l.course_enrolment_id, l.lesson from lesson_read l join course_enrolment e on e.course_enrolment_id = l.course_enrolment_id \
    where e.person_id = $1 order by l.read_at";
const ONE: &str = "\
    select course_enrolment_id, course_id, version, enrolled_at, test_passed_at, completed_at from course_enrolment \
    where course_id = $1 and person_id = $2";
const READ: &str = "select course_enrolment_id, lesson from lesson_read where course_enrolment_id = $1 order by read_at";

const HOLD_PERSON: &str = "update person set created_at = created_at where person_id = $1 and erased_at is null";
const ENTE: &str = "select ente_id from appointment where appointment_id = $1";
const COMPLETED: &str = "select course_id from course_enrolment where person_id = $1 and completed_at is not null";
const ENROL: &str = "\
    insert into course_enrolment (course_enrolment_id, course_id, person_id, ente_id, version, enrolled_at, touched) \
    values ($1, $2, $3, $4, $5, $6, 0)";

const HOLD: &str = "update course_enrolment set touched = touched + 1 where course_id = $1 and person_id = $2";
const KNOWN: &str = "select count(*) from lesson_read where course_enrolment_id = $1 and lesson = $2";
const NOTE: &str = "insert into lesson_read (course_enrolment_id, lesson, version, read_at) values ($1, $2, $3, $4)";
const COMPLETE: &str =
    "update course_enrolment set completed_at = $2, completed_version = $3 where course_enrolment_id = $1 and completed_at is null";

/// `$1`: the person, `$2`: the ente for which they enrolled; empty for all.
const COMPLETIONS: &str = "\
    select e.person_id, p.name, e.course_id, e.completed_version, e.completed_at, \
        (select max(a.right_answers) from quiz_attempt a where a.course_enrolment_id = e.course_enrolment_id and a.final and a.ended_at = e.test_passed_at) as right_answers, \
        (select max(a.asked) from quiz_attempt a where a.course_enrolment_id = e.course_enrolment_id and a.final and a.ended_at = e.test_passed_at) as asked, \
        n.ente_id, n.kind as ente_kind, n.name as ente_name, n.province, n.region, \
        coalesce((select a.qualifica from appointment a where a.person_id = e.person_id and a.ente_id = e.ente_id \
            order by a.starts_on desc, a.appointment_id desc limit 1), '') as qualifica \
    from course_enrolment e join person p on p.person_id = e.person_id left join ente n on n.ente_id = e.ente_id \
    where ($1 = '' or e.person_id = $1) and ($2 = '' or e.ente_id = $2) and e.completed_at is not null \
    order by e.completed_at, e.course_id";

const LINES: &str = "\
    select e.course_id, p.name, e.version, e.enrolled_at, e.completed_at, n.ente_id, n.kind as ente_kind, n.name as ente_name, n.province, \
        (select count(*) from lesson_read l where l.course_enrolment_id = e.course_enrolment_id) as lessons_read, \
        (select count(*) from quiz_attempt a where a.course_enrolment_id = e.course_enrolment_id and a.final \
            and a.ended_at is not null) as attempts, \
        (select max(a.right_answers) from quiz_attempt a where a.course_enrolment_id = e.course_enrolment_id and a.final) as best \
    from course_enrolment e join person p on p.person_id = e.person_id left join ente n on n.ente_id = e.ente_id \
    order by e.course_id, e.enrolled_at, e.course_enrolment_id";

#[derive(FromRow)]
struct Row {
    course_enrolment_id: CourseEnrolmentId,
    course_id: String,
    version: i64,
    enrolled_at: Moment,
    test_passed_at: Option<Moment>,
    completed_at: Option<Moment>,
}

impl Row {
    fn enrolment(self, read: Vec<String>) -> Enrolment {
        Enrolment {
            id: self.course_enrolment_id,
            course: self.course_id,
            version: version(self.version),
            enrolled_at: self.enrolled_at,
            completed_at: self.completed_at,
            progress: Progress { read, test_passed: self.test_passed_at.is_some() },
        }
    }
}

fn version(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// All that somebody is on, oldest first. Two statements.
pub(super) async fn own<R: Signed>(actor: &Actor<R>) -> Result<Vec<Enrolment>> {
    let mut conn = actor.reader().await?;
    let rows: Vec<Row> = q(OWN).bind(actor.person()).all(&mut conn).await?;
    let lessons: Vec<(CourseEnrolmentId, String)> = q(OWN_READ).bind(actor.person()).all(&mut conn).await?;
    let mut read: HashMap<CourseEnrolmentId, Vec<String>> = HashMap::new();
    for (id, lesson) in lessons {
        read.entry(id).or_default().push(lesson);
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let lessons = read.remove(&row.course_enrolment_id).unwrap_or_default();
            row.enrolment(lessons)
        })
        .collect())
}

/// The courses begun and not completed, oldest first. Two statements.
pub async fn under_way<R: Signed>(actor: &Actor<R>) -> Result<Vec<Enrolment>> {
    Ok(own(actor).await?.into_iter().filter(|enrolment| enrolment.completed_at.is_none()).collect())
}

/// Somebody on one course, if they are. Two statements.
pub(super) async fn one<R: Signed>(actor: &Actor<R>, course: &str) -> Result<Option<Enrolment>> {
    enrolment(&mut actor.reader().await?, course, actor.person()).await
}

async fn enrolment(on: &mut impl AsConn, course: &str, person: &PersonId) -> Result<Option<Enrolment>> {
    let Some(row): Option<Row> = q(ONE).bind(course).bind(person).optional(on).await? else { return Ok(None) };
    let lessons: Vec<(CourseEnrolmentId, String)> = q(READ).bind(&row.course_enrolment_id).all(on).await?;
    Ok(Some(row.enrolment(lessons.into_iter().map(|(_, lesson)| lesson).collect())))
}

/// Ids of the courses that somebody has completed.
pub(super) async fn completed_ids<R: Signed>(actor: &Actor<R>) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = q(COMPLETED).bind(actor.person()).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Enrols; twice is once. The ente is that of the appointment given, the one in use.
pub async fn enrol<R: Signed>(
    actor: &Actor<R>,
    appointment: Option<&AppointmentId>,
    course: &Course,
) -> Result<Result<(), MissingCourses>> {
    let mut tx = actor.begin_on(HOLD_PERSON, actor.person()).await?;
    if enrolment(&mut tx, &course.id, actor.person()).await?.is_some() {
        return Ok(Ok(()));
    }
    let completed: Vec<(String,)> = q(COMPLETED).bind(actor.person()).all(&mut tx).await?;
    let missing: Vec<String> = course.prerequisites.iter().filter(|id| !completed.iter().any(|(done,)| done == *id)).cloned().collect();
    if !missing.is_empty() {
        return Ok(Err(MissingCourses(missing)));
    }
    let ente: Option<(Option<EnteId>,)> = match appointment {
        Some(appointment) => q(ENTE).bind(appointment).optional(&mut tx).await?,
        None => None,
    };
    let (id, ente): (CourseEnrolmentId, _) = (random::id(actor.now()), ente.and_then(|(ente,)| ente));
    let insert = q(ENROL).bind(&id).bind(&course.id).bind(actor.person()).bind(ente.as_ref());
    insert.bind(i64::from(course.version)).bind(actor.now()).run(&mut tx).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// A transaction that holds somebody's enrolment, with what stands; not enrolled is not found.
async fn hold<R: Signed>(actor: &Actor<R>, course: &str) -> Result<(Tx, Enrolment)> {
    let mut tx = actor.begin().await?;
    if q(HOLD).bind(course).bind(actor.person()).run(&mut tx).await? != 1 {
        return Err(Error::NotFound);
    }
    let found = enrolment(&mut tx, course, actor.person()).await?.ok_or(Error::NotFound)?;
    Ok((tx, found))
}

/// Declares a lesson read; twice is once. Tells whether the course is completed now, for the first time.
pub async fn read<R: Signed>(actor: &Actor<R>, course: &Course, lesson: &str) -> Result<bool> {
    let lesson = course.lesson(lesson).ok_or(Error::NotFound)?;
    let (mut tx, mut found) = hold(actor, &course.id).await?;
    if q(KNOWN).bind(&found.id).bind(&lesson.id).count(&mut tx).await? == 0 {
        q(NOTE).bind(&found.id).bind(&lesson.id).bind(i64::from(course.version)).bind(actor.now()).run(&mut tx).await?;
        found.progress.read.push(lesson.id.clone());
    }
    let completed = complete(&mut tx, &found, course, actor.now()).await?;
    tx.commit().await?;
    Ok(completed)
}

/// Sets the instant of completion, once, if the rule holds.
async fn complete(tx: &mut Tx, found: &Enrolment, course: &Course, now: Moment) -> Result<bool> {
    if !found.progress.completes(course) {
        return Ok(false);
    }
    Ok(q(COMPLETE).bind(&found.id).bind(now).bind(i64::from(course.version)).run(tx).await? == 1)
}

#[derive(FromRow)]
struct CompletionRow {
    person_id: PersonId,
    name: String,
    course_id: String,
    completed_version: Option<i64>,
    completed_at: Moment,
    right_answers: Option<i64>,
    asked: Option<i64>,
    ente_id: Option<EnteId>,
    ente_kind: Option<String>,
    ente_name: Option<String>,
    province: Option<String>,
    region: Option<String>,
    qualifica: String,
}

impl CompletionRow {
    fn completion(self) -> Completion {
        let count = |number: i64| usize::try_from(number).unwrap_or(0);
        let ente = match (self.ente_id, self.ente_kind, self.ente_name, self.province) {
            (Some(id), Some(kind), Some(name), Some(province)) => Some(EnteName { id, kind, name, province }),
            _ => None,
        };
        Completion {
            person: self.person_id,
            name: self.name,
            qualifica: self.qualifica,
            ente,
            region: self.region.unwrap_or_default(),
            course: self.course_id,
            version: version(self.completed_version.unwrap_or(0)),
            at: self.completed_at,
            test: self.right_answers.zip(self.asked).map(|(right, of)| (count(right), count(of))),
        }
    }
}

/// The courses that a person completed, oldest first. One statement.
pub async fn completed<R>(actor: &Actor<R>, person: &PersonId) -> Result<Vec<Completion>> {
    completions(actor, [&person.to_string(), ""]).await
}

/// Those that people completed for an ente, by day. Whoever asks may see it. One statement.
pub async fn completed_for<R>(actor: &Actor<R>, ente: &EnteId) -> Result<Vec<Completion>> {
    completions(actor, ["", &ente.to_string()]).await
}

/// The courses that anybody completed, for the attestati that ask for them and for the desk. One statement.
pub async fn completed_by_all(actor: &Actor<Secretariat>) -> Result<Vec<Completion>> {
    completions(actor, ["", ""]).await
}

async fn completions<R>(actor: &Actor<R>, [person, ente]: [&str; 2]) -> Result<Vec<Completion>> {
    let rows: Vec<CompletionRow> = q(COMPLETIONS).bind(person).bind(ente).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(CompletionRow::completion).collect())
}

#[derive(FromRow)]
struct LineRow {
    course_id: String,
    name: String,
    version: i64,
    enrolled_at: Moment,
    completed_at: Option<Moment>,
    ente_id: Option<EnteId>,
    ente_kind: Option<String>,
    ente_name: Option<String>,
    province: Option<String>,
    lessons_read: i64,
    attempts: i64,
    best: Option<i64>,
}

impl LineRow {
    fn line(self) -> Line {
        let ente = match (self.ente_id, self.ente_kind, self.ente_name, self.province) {
            (Some(id), Some(kind), Some(name), Some(province)) => Some(EnteName { id, kind, name, province }),
            _ => None,
        };
        Line {
            course: self.course_id,
            name: self.name,
            ente,
            version: version(self.version),
            enrolled_at: self.enrolled_at,
            lessons_read: self.lessons_read,
            attempts: self.attempts,
            best: self.best,
            completed_at: self.completed_at,
        }
    }
}

/// Everybody on every course, by course and day. One statement.
pub(super) async fn lines(actor: &Actor<Secretariat>) -> Result<Vec<Line>> {
    let rows: Vec<LineRow> = q(LINES).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(LineRow::line).collect())
}
