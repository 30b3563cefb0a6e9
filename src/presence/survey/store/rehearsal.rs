//! Surveys for the demonstration: opened and answered, without letters.

use super::opening::{open, to_json};
use crate::access::{Actor, Housekeeper};
use crate::assessments::Catalogue;
use crate::domain::ids::{ClassDayId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::questionnaire::Answers;
use crate::domain::survey::{BallotBox, Occasion};
use crate::platform::Result;
use crate::platform::db::q;

const ASKED: &str = "insert into survey_reader (survey_id, person_id, invited_at, answered) values ($1, $2, $3, $4)";
const FILLED: &str = "update survey set answers = $2, box = $3 where survey_id = $1";

/// Opens a survey as if its hour had come then, with what each of those asked answered; none: they have not.
pub async fn rehearse(
    actor: &Actor<Housekeeper>,
    catalogue: &Catalogue,
    (day, occasion, ends_at): (&ClassDayId, Occasion, Moment),
    people: &[(PersonId, Option<Answers>)],
) -> Result<()> {
    let opens = occasion.opens(ends_at);
    let (Some(questionnaire), Some(id)) =
        (catalogue.highest(occasion.questionnaire()), open(actor, catalogue, (day, occasion, opens)).await?)
    else {
        return Ok(());
    };
    let mut ballots = BallotBox::default();
    let mut tx = actor.begin().await?;
    for (person, answers) in people {
        q(ASKED).bind(&id).bind(person).bind(opens).bind(answers.is_some()).run(&mut tx).await?;
        if let Some(answers) = answers {
            ballots.put(questionnaire, answers);
        }
    }
    let answered = people.iter().filter(|(_, answers)| answers.is_some()).count();
    q(FILLED).bind(&id).bind(i64::try_from(answered).unwrap_or(0)).bind(to_json(&ballots)?).run(&mut tx).await?;
    tx.commit().await
}
