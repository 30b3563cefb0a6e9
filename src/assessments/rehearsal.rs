//! Rilevazioni for the demonstration, written through the same doors as real ones.

use std::collections::BTreeMap;

use super::store::{self, Signature};
use crate::access::{Actor, Housekeeper};
use crate::domain::ids::{AppointmentId, AssessmentId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::questionnaire::{Answers, Questionnaire};
use crate::domain::saving::{Entry, Submitted};
use crate::platform::{Error, Result};

/// Who answers for which ente.
pub struct Player {
    pub person: PersonId,
    pub appointment: AppointmentId,
    pub ente: EnteId,
}

/// A rilevazione to play.
pub struct Rehearsal<'a> {
    pub questionnaire: &'a Questionnaire,
    pub answers: &'a Answers,
    /// Notes and acts by question.
    pub notes: BTreeMap<&'a str, (&'a str, &'a str)>,
    pub opened: Moment,
    /// Closed at that instant, by whom.
    pub closed: Option<(Moment, Signature)>,
}

/// Opens, answers and, if wanted, closes a rilevazione.
pub async fn rehearse(actor: &Actor<Housekeeper>, player: &Player, play: &Rehearsal<'_>) -> Result<AssessmentId> {
    let role = || Housekeeper::coordinator(player.person.clone(), player.ente.clone());
    let opened = store::open(&actor.stand_in(role(), play.opened), play.questionnaire).await?;
    let id = opened.ok_or_else(|| Error::Bug("the ente of the demonstration has an open rilevazione".into()))?;
    let member = Housekeeper::member(player.person.clone(), player.appointment.clone(), player.ente.clone());
    let submitted = play.answers.iter().map(|(question, answer)| {
        let (note, act) = play.notes.get(question.as_str()).copied().unwrap_or_default();
        let entry = Entry { answer: Some(answer.clone()), note: note.into(), act: act.into() };
        (question.clone(), Submitted { entry, revision: 0, shown: None })
    });
    let answered = play.opened.plus_minutes(40);
    store::save(&actor.stand_in(member, answered), play.questionnaire, &id, &submitted.collect()).await?;
    if let Some((at, signature)) = &play.closed {
        store::close(&actor.stand_in(role(), *at), play.questionnaire, &id, signature).await?;
    }
    Ok(id)
}
