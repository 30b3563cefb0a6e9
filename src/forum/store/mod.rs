//! The forum in the database.

pub mod answers;
pub mod asking;
pub mod attended;
pub mod days;
pub mod desk;
pub mod drafts;
pub mod files;
pub mod following;
mod found;
mod hours;
pub mod lasting;
pub mod live;
pub mod proceedings;
pub mod queue;
pub mod release;
pub mod settled;
pub mod standing;
pub mod talk;
pub mod threads;
pub mod upkeep;

use crate::access::roles::Seated;
use crate::domain::ids::{ForumDayId, Id, PersonId, QuestionId, QuestionStepId};
use crate::domain::moment::Moment;
use crate::platform::db::{Tx, q};
use crate::platform::{Error, Result, random};

/// Whoever changes a quesito writes here first.
const HOLD_QUESTION: &str = "update question set touched = touched + 1 where question_id = $1";
/// Readers of its day see the change, too.
const TOUCH_DAY: &str = "update forum_day set touched = touched + 1 where forum_day_id = $1";
const STEP: &str = "\
    insert into question_step (question_step_id, question_id, happened_at, done_by, step, note) values ($1, $2, $3, $4, $5, $6)";

/// A JSON list of texts as columns keep it.
fn list(text: &str) -> Result<Vec<String>> {
    serde_json::from_str(text).map_err(|e| Error::Bug(format!("forum: {e}")))
}

fn to_json(list: &[String]) -> Result<String> {
    serde_json::to_string(list).map_err(|e| Error::Bug(format!("forum: {e}")))
}

/// The ente whose quesiti are seen whole, for statements; nobody's for those who have none.
fn own_ente(seated: &impl Seated) -> &str {
    seated.seat().ente().map_or("", |ente| ente.as_str())
}

/// Something that happened to a quesito.
async fn note(tx: &mut Tx, now: Moment, question: &QuestionId, (by, step, text): (&PersonId, &str, &str)) -> Result<()> {
    let id: QuestionStepId = random::id(now);
    q(STEP).bind(&id).bind(question).bind(now).bind(by).bind(step).bind(text).run(tx).await?;
    Ok(())
}

async fn touch_day(tx: &mut Tx, day: Option<&ForumDayId>) -> Result<()> {
    if let Some(day) = day {
        q(TOUCH_DAY).bind(day).run(tx).await?;
    }
    Ok(())
}
