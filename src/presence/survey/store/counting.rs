//! What was answered, giornata by giornata, for who may read the figures.

use sqlx::FromRow;

use super::SurveyRow;
use crate::access::roles::Signed;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::{ClassDayId, EditionId, SurveyId};
use crate::domain::moment::Moment;
use crate::domain::survey::{BallotBox, Turnout};
use crate::platform::db::q;
use crate::platform::{Error, Result};
use crate::presence::survey::{Attendance, Counted};
use crate::presence::{Register, totals};

const OF_DAY: &str = "\
    select v.survey_id, v.class_day_id, s.title, d.starts_at, v.occasion, v.questionnaire, v.version, v.content_hash, v.closes_at, \
        v.answers, v.box, (select count(*) from survey_reader r where r.survey_id = v.survey_id) as asked \
    from survey v join class_day d on d.class_day_id = v.class_day_id join seminar s on s.seminar_id = d.seminar_id \
    where v.class_day_id = $1 order by v.occasion, v.survey_id";
const OF_EDITION: &str = "\
    select v.survey_id, v.class_day_id, s.title, d.starts_at, v.occasion, v.questionnaire, v.version, v.content_hash, v.closes_at, \
        v.answers, v.box, (select count(*) from survey_reader r where r.survey_id = v.survey_id) as asked \
    from survey v join class_day d on d.class_day_id = v.class_day_id join seminar s on s.seminar_id = d.seminar_id \
    where s.edition_id = $1 and d.cancelled_at is null order by d.starts_at, v.class_day_id, v.occasion";

#[derive(FromRow)]
struct CountedRow {
    survey_id: SurveyId,
    class_day_id: ClassDayId,
    title: String,
    starts_at: Moment,
    occasion: String,
    questionnaire: String,
    version: String,
    content_hash: String,
    closes_at: Moment,
    answers: i64,
    r#box: String,
    asked: i64,
}

impl CountedRow {
    fn counted(self) -> Result<Counted> {
        let ballots: BallotBox = serde_json::from_str(&self.r#box).map_err(|e| Error::Bug(format!("survey {}: {e}", self.survey_id)))?;
        let turnout = Turnout { closes_at: self.closes_at, answers: self.answers };
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
        Ok(Counted { survey: row.survey()?, ballots, turnout, asked: self.asked })
    }
}

/// The surveys of a giornata; whoever asks has looked whether they may. One statement.
pub async fn of_day<R: Signed>(actor: &Actor<R>, day: &ClassDayId) -> Result<Vec<Counted>> {
    let rows: Vec<CountedRow> = q(OF_DAY).bind(day).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(CountedRow::counted).collect()
}

/// Those of an edition, by giornata. One statement.
pub async fn of_edition(actor: &Actor<Secretariat>, edition: &EditionId) -> Result<Vec<Counted>> {
    let rows: Vec<CountedRow> = q(OF_EDITION).bind(edition).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(CountedRow::counted).collect()
}

/// Who was enrolled, who was there, and for how long, of every giornata of an edition. Three statements.
pub async fn attendance(actor: &Actor<Secretariat>, edition: &EditionId) -> Result<Vec<(ClassDayId, Attendance)>> {
    let lines = totals::store::lines(actor, edition).await?;
    let days = totals::by_day(&lines).into_iter();
    let of = |day: totals::DayLine| {
        let attendance = Attendance { enrolled: day.people, present: day.totals.heads, minutes: day.totals.minutes };
        (day.id, attendance)
    };
    Ok(days.map(of).collect())
}

impl Attendance {
    /// Of one giornata, as its register has it.
    pub fn of(register: &Register) -> Attendance {
        let minutes = |person: &crate::presence::Attendee| -> i64 {
            let sessions = register.day.sessions.iter();
            sessions.map(|session| crate::domain::presence::minutes(person.of(&session.id), session.minutes())).sum()
        };
        let each: Vec<i64> = register.people.iter().map(minutes).collect();
        Attendance { enrolled: each.len(), present: each.iter().filter(|n| **n > 0).count(), minutes: each.iter().sum() }
    }
}
