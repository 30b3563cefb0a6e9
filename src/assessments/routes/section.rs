//! One section: shown, and saved in one go or question by question.

use rocket::http::Status;
use rocket::{State, get, post};

use super::place::{CameBack, Place};
use super::section_json;
use crate::access::form::Fields;
use crate::access::{Actor, Member};
use crate::assessments::Catalogue;
use crate::assessments::pages::section::{FrozenPage, frozen};
use crate::assessments::section_form::{self, Read};
use crate::assessments::store::{self, SaveOutcome};
use crate::assessments::words::words;
use crate::domain::ids::AssessmentId;
use crate::people;
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::reply::{Reply, WantsJson};
use crate::ui::{dates, paths};

#[get("/area/autodiagnosi/<id>/sezioni/<section>?<esito>")]
pub async fn show(
    actor: Actor<Member>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    id: AssessmentId,
    section: &str,
    esito: Option<&str>,
) -> Result<Reply> {
    let place = Place::find(&actor, catalogue, &id, section).await?;
    if place.assessment.closed_at.is_some() {
        return Ok(Reply::Go(paths::OWN_ASSESSMENT.to_owned()));
    }
    let entries = store::entries(&actor, &place.questionnaire, &place.assessment).await?;
    let colleagues = store::visit(&actor, &id, section).await?;
    let words = words(frame.lang);
    let last = entries.kept.values().map(|k| k.changed_at).max();
    let notice = match (esito, last) {
        (Some("salvata"), Some(at)) => Some(Notice::done(&(words.saved_at)(&dates::hour(frame.lang, at)))),
        (Some("salvata"), None) => Some(Notice::info(words.nothing_changed)),
        (Some("nuove"), _) => Some(Notice::info(words.new_questions)),
        _ => None,
    };
    let back = CameBack { notices: notice.into_iter().collect(), colleagues, ..CameBack::default() };
    Ok(Reply::Page(place.page(&actor, &frame, &entries, back)))
}

/// Nobody signed in: the sign-in page carries the form. Another ente: the stale page does.
#[post("/area/autodiagnosi/<id>/sezioni/<section>", data = "<fields>")]
pub async fn save(
    actor: Result<Actor<Member>, Error>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    id: AssessmentId,
    section: &str,
    fields: Fields,
    json: WantsJson,
) -> Result<Reply> {
    let carried = || people::Carried { action: paths::section(&id, section), fields: fields.pairs().to_vec() };
    let actor = match actor {
        Err(Error::Unsigned) if !json.0 => {
            return Ok(Reply::PageWith(Status::Unauthorized, people::sign_in_again(&frame, &carried())));
        }
        actor => actor?,
    };
    if let Err(stale) = super::same_ente(&actor, &fields) {
        return match json.0 {
            true => Err(stale),
            false => people::stale(&actor, &frame, &carried()).await.map(|page| Reply::PageWith(Status::Conflict, page)),
        };
    }
    let place = Place::find(&actor, catalogue, &id, section).await?;
    Saving { actor, frame, place, fields }.save(json.0).await
}

/// A form on its way into the database.
struct Saving<'a> {
    actor: Actor<Member>,
    frame: Frame<'a>,
    place: Place,
    fields: Fields,
}

impl Saving<'_> {
    async fn save(self, json: bool) -> Result<Reply> {
        let id = &self.place.assessment.id;
        let before = store::entries(&self.actor, &self.place.questionnaire, &self.place.assessment).await?.answers();
        let Read { submitted, problems } = section_form::read(self.place.section(), &self.fields, &before);
        let outcome = store::save(&self.actor, &self.place.questionnaire, id, &submitted).await?;
        let SaveOutcome::Done { saved, conflicts, entries } = outcome else { return Ok(self.frozen(json, &before)) };
        let status = match () {
            () if !conflicts.is_empty() => Status::Conflict,
            () if !problems.is_empty() => Status::UnprocessableEntity,
            () => Status::Ok,
        };
        if json {
            let told = section_json::Told { saved: &saved, conflicts: &conflicts, problems: &problems, submitted: &submitted };
            return Ok(Reply::Json(status, section_json::reply(&self.place, &self.frame, &entries, &told, self.actor.now())));
        }
        if status == Status::Ok {
            return Ok(Reply::Go(self.way_on(&self.place.visible(&before), &entries.answers())));
        }
        let notice = (!problems.is_empty()).then(|| Notice::care(words(self.frame.lang).some_not_saved));
        let back =
            CameBack { fields: Some(&self.fields), problems, conflicts, notices: notice.into_iter().collect(), ..CameBack::default() };
        Ok(Reply::PageWith(status, self.place.page(&self.actor, &self.frame, &entries, back)))
    }

    /// Closed while somebody was writing: nothing is saved, and what was typed is shown to be kept elsewhere.
    fn frozen(&self, json: bool, before: &crate::domain::questionnaire::Answers) -> Reply {
        let words = words(self.frame.lang);
        if json {
            return Reply::Json(Status::Conflict, serde_json::json!({ "closed": true, "message": words.frozen_meanwhile }));
        }
        let Read { submitted, .. } = section_form::read(self.place.section(), &self.fields, before);
        let page = FrozenPage { frame: &self.frame, words, section: self.place.section(), typed: &submitted, now: self.actor.now() };
        Reply::PageWith(Status::Conflict, frozen(&page))
    }

    /// Where the button leads: on, out, or to a section of choice. New questions of this section come first.
    fn way_on(&self, before: &[String], answers: &crate::domain::questionnaire::Answers) -> String {
        let (id, own) = (&self.place.assessment.id, &self.place.section().id);
        let visible = self.place.visible(answers);
        let new = visible.iter().find(|q| !before.contains(q) && !answers.contains_key(*q));
        match (self.fields.text("poi"), new) {
            ("esci", _) => format!("{}?esito=salvata", paths::OWN_ASSESSMENT),
            ("continua", Some(question)) => format!("{}?esito=nuove#{question}", paths::section(id, own)),
            ("continua", None) => match self.place.next(answers) {
                Some(next) => format!("{}?esito=salvata", paths::section(id, next)),
                None => paths::review(id),
            },
            (other, _) => match self.place.questionnaire.section(other) {
                Some(section) => paths::section(id, &section.id),
                None => format!("{}?esito=salvata", paths::section(id, own)),
            },
        }
    }
}
