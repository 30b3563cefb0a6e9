//! The one next step of an ente's rilevazione, for the personal area.

use super::catalogue::Catalogue;
use super::store;
use crate::access::{Actor, Member};
use crate::domain::edition::Edition;
use crate::domain::ids::AssessmentId;
use crate::domain::moment::Moment;
use crate::domain::points::Sheet;
use crate::domain::progress::progress;
use crate::platform::Result;

/// What an ente does next about its rilevazione.
#[derive(Debug, Clone)]
pub enum NextStep {
    /// None was ever opened, and this person may open it.
    Open { questions: usize, minutes: u32 },
    /// None was ever opened; the referente opens it.
    Wait,
    /// None was ever opened, and the questionnaire of the edition is not at hand.
    NoQuestionnaire,
    /// One is open: on to the first unanswered question. `minutes` are those still needed in all.
    Resume { id: AssessmentId, answered: usize, asked: usize, section: String, minutes: u32 },
    /// Everything is answered: review and close.
    Close { id: AssessmentId },
    /// The latest is closed: its report is there to be read.
    Read { id: AssessmentId, closing: i64, closed_at: Moment },
}

/// Two statements at most, whatever the ente has answered. `edition` is the one that counts today.
pub async fn next_step(actor: &Actor<Member>, catalogue: &Catalogue, edition: Option<&Edition>) -> Result<NextStep> {
    let all = store::of_ente(actor).await?;
    if let Some(open) = all.iter().find(|a| a.is_open()) {
        let questionnaire = catalogue.of(open)?;
        let answers = store::entries(actor, questionnaire, open).await?.answers();
        let sheet = Sheet::mark(questionnaire, &answers);
        let progress = progress(&sheet);
        return Ok(match progress.first_missing {
            None => NextStep::Close { id: open.id.clone() },
            Some((section, _)) => NextStep::Resume {
                id: open.id.clone(),
                answered: progress.answered,
                asked: progress.asked,
                section: section.title.clone(),
                minutes: progress.minutes_left,
            },
        });
    }
    // What a predecessor closed is there to be read, and does not spare the ente its own.
    let own = all.iter().filter(|a| a.inherited.is_none());
    let latest = own.filter_map(|a| Some((a, a.closed_at?))).max_by_key(|(_, at)| *at);
    Ok(match (latest, catalogue.offered(edition)) {
        (Some((a, closed_at)), _) => NextStep::Read { id: a.id.clone(), closing: a.closings, closed_at },
        (None, Err(_)) => NextStep::NoQuestionnaire,
        (None, Ok(offered)) if actor.role().coordinates() => {
            NextStep::Open { questions: offered.questions().count(), minutes: offered.sections.iter().map(|s| s.minutes).sum() }
        }
        (None, Ok(_)) => NextStep::Wait,
    })
}
