//! A survey is answered: once by each, into a box from which nothing leads back.

use sqlx::FromRow;

use super::SurveyRow;
use super::opening::{noted_of, to_json, was_there};
use crate::access::{Actor, Person};
use crate::domain::ids::{ClassDayId, SurveyId};
use crate::domain::moment::Moment;
use crate::domain::questionnaire::{Answers, Questionnaire};
use crate::domain::survey::BallotBox;
use crate::platform::db::{AsConn, q};
use crate::platform::{Error, Result};
use crate::presence::survey::{Standing, Survey};

/// Those of the giornate on which somebody has a seat, or that asked them: the latest first.
const OF_PERSON: &str = "\
    select v.survey_id, v.class_day_id, s.title, d.starts_at, v.occasion, v.questionnaire, v.version, v.content_hash, v.closes_at, \
        d.held_at, r.answered, coalesce(e.standing, 'out') as standing \
    from survey v join class_day d on d.class_day_id = v.class_day_id join seminar s on s.seminar_id = d.seminar_id \
        left join survey_reader r on r.survey_id = v.survey_id and r.person_id = $1 \
        left join enrolment e on e.class_day_id = v.class_day_id and e.person_id = $1 \
    where d.cancelled_at is null and (e.standing = 'seated' or r.person_id is not null) and ($2 = '' or v.survey_id = $2) \
        and ($3 = 0 or v.closes_at > $3) \
    order by v.opened_at desc, v.survey_id";
const HOLD: &str = "update survey set answers = answers where survey_id = $1";
const BOX: &str = "select box from survey where survey_id = $1";
const ENTER: &str = "\
    insert into survey_reader (survey_id, person_id, answered) values ($1, $2, $3) on conflict (survey_id, person_id) do nothing";
const MARK: &str = "update survey_reader set answered = $3 where survey_id = $1 and person_id = $2 and not answered";
const PUT: &str = "update survey set answers = answers + 1, box = $2 where survey_id = $1";

/// Why an answer is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    /// They have answered.
    Twice,
    Closed,
}

#[derive(FromRow)]
struct PersonRow {
    survey_id: SurveyId,
    class_day_id: ClassDayId,
    title: String,
    starts_at: Moment,
    occasion: String,
    questionnaire: String,
    version: String,
    content_hash: String,
    closes_at: Moment,
    held_at: Option<Moment>,
    answered: Option<bool>,
    standing: String,
}

impl PersonRow {
    fn survey(self) -> Result<Survey> {
        SurveyRow {
            survey_id: self.survey_id,
            class_day_id: self.class_day_id,
            title: self.title,
            starts_at: self.starts_at,
            occasion: self.occasion,
            questionnaire: self.questionnaire,
            version: self.version,
            content_hash: self.content_hash,
            closes_at: self.closes_at,
        }
        .survey()
    }
}

/// One survey as it concerns somebody; whoever is not asked: `NotFound`.
async fn found(on: &mut impl AsConn, actor: &Actor<Person>, id: &SurveyId) -> Result<(Survey, Standing)> {
    let row: Option<PersonRow> = q(OF_PERSON).bind(actor.person()).bind(id.to_string()).bind(0i64).optional(on).await?;
    let row = row.ok_or(Error::NotFound)?;
    let (answered, is_held) = (row.answered == Some(true), row.held_at.is_some());
    if !answered && (row.standing != "seated" || !was_there(on, (&row.class_day_id, is_held), actor.person()).await?) {
        return Err(Error::NotFound);
    }
    let survey = row.survey()?;
    let standing = match () {
        () if answered => Standing::Answered,
        () if actor.now() >= survey.closes_at => Standing::Closed,
        () => Standing::ToAnswer,
    };
    Ok((survey, standing))
}

/// As a page shows it. Three statements.
pub async fn of_person(actor: &Actor<Person>, id: &SurveyId) -> Result<(Survey, Standing)> {
    found(&mut actor.reader().await?, actor, id).await
}

/// Those that somebody may still answer. Three statements.
pub async fn pending(actor: &Actor<Person>) -> Result<Vec<Survey>> {
    let mut conn = actor.reader().await?;
    let rows: Vec<PersonRow> = q(OF_PERSON).bind(actor.person()).bind("").bind(actor.now()).all(&mut conn).await?;
    let noted = noted_of(&mut conn, actor.person(), actor.now()).await?;
    drop(conn);
    let open = rows.into_iter().filter(|row| row.answered != Some(true) && row.standing == "seated");
    open.filter(|row| noted.asks(&row.class_day_id, row.held_at.is_some())).map(PersonRow::survey).collect()
}

/// Puts an answer into the box and marks that its author has answered, in one transaction that leaves no trace of which
/// of the answers it was: the box is one row, written anew each time.
pub async fn answer(
    actor: &Actor<Person>,
    id: &SurveyId,
    questionnaire: &Questionnaire,
    answers: &Answers,
) -> Result<std::result::Result<(), NotTaken>> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    match found(&mut tx, actor, id).await? {
        (_, Standing::Answered) => return Ok(Err(NotTaken::Twice)),
        (_, Standing::Closed) => return Ok(Err(NotTaken::Closed)),
        (_, Standing::ToAnswer) => {}
    }
    q(ENTER).bind(id).bind(actor.person()).bind(false).run(&mut tx).await?;
    if q(MARK).bind(id).bind(actor.person()).bind(true).run(&mut tx).await? != 1 {
        return Ok(Err(NotTaken::Twice));
    }
    let (kept,): (String,) = q(BOX).bind(id).one(&mut tx).await?;
    let mut ballots: BallotBox = serde_json::from_str(&kept).map_err(|e| Error::Bug(format!("survey {id}: {e}")))?;
    ballots.put(questionnaire, answers);
    q(PUT).bind(id).bind(to_json(&ballots)?).run(&mut tx).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
