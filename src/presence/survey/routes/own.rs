//! `/area/questionari`: the surveys that wait for an answer, and the one page on which each is answered.

use rocket::http::Status;
use rocket::{State, get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Person};
use crate::assessments::{self, Asking, Catalogue};
use crate::domain::ids::SurveyId;
use crate::platform::Result;
use crate::platform::config::Config;
use crate::presence::survey::pages::{self, Form};
use crate::presence::survey::store::NotTaken;
use crate::presence::survey::words::words;
use crate::presence::survey::{Standing, store};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::words::Lang;

/// What the page is called.
pub fn name(lang: Lang) -> &'static str {
    words(lang).surveys
}

#[get("/area/questionari?<esito>")]
pub async fn list(actor: Actor<Person>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let notice = match esito {
        Some("inviato") => Some(Notice::done(words.thanks)),
        Some("gia-inviato") => Some(Notice::info(words.answered)),
        Some("chiuso") => Some(Notice::care(words.closed)),
        _ => None,
    };
    let pending = store::pending(&actor).await?;
    Ok(Reply::Page(pages::list(&frame, &pending, notice)))
}

#[get("/area/questionari/<id>")]
pub async fn form(
    actor: Actor<Person>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    config: &State<Config>,
    id: SurveyId,
) -> Result<Reply> {
    let (survey, standing) = store::of_person(&actor, &id).await?;
    if standing != Standing::ToAnswer {
        return Ok(Reply::Page(pages::done(&frame, &survey, standing)));
    }
    let questionnaire = catalogue.version(&survey.questionnaire, &survey.version, &survey.content_hash)?;
    let asking = Asking { questionnaire, lang: frame.lang, now: actor.now(), back: None };
    Ok(Reply::Page(pages::form(&Form { frame: &frame, survey: &survey, asking, least: config.survey_group, is_empty: false })))
}

#[post("/area/questionari/<id>", data = "<fields>")]
pub async fn send(
    actor: Actor<Person>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    config: &State<Config>,
    id: SurveyId,
    fields: Fields,
) -> Result<Reply> {
    let (survey, standing) = store::of_person(&actor, &id).await?;
    match standing {
        Standing::Answered => return Ok(gone("gia-inviato")),
        Standing::Closed => return Ok(gone("chiuso")),
        Standing::ToAnswer => {}
    }
    let questionnaire = catalogue.version(&survey.questionnaire, &survey.version, &survey.content_hash)?;
    let (problems, is_empty) = match assessments::read_answers(questionnaire, &fields) {
        Ok(answers) if answers.is_empty() => (Default::default(), true),
        Ok(answers) => {
            return Ok(match store::answer(&actor, &id, questionnaire, &answers).await? {
                Ok(()) => gone("inviato"),
                Err(NotTaken::Twice) => gone("gia-inviato"),
                Err(NotTaken::Closed) => gone("chiuso"),
            });
        }
        Err(problems) => (problems, false),
    };
    let asking = Asking { questionnaire, lang: frame.lang, now: actor.now(), back: Some((&fields, &problems)) };
    let view = Form { frame: &frame, survey: &survey, asking, least: config.survey_group, is_empty };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::form(&view)))
}

fn gone(outcome: &str) -> Reply {
    Reply::Go(format!("{}?esito={outcome}", paths::SURVEYS))
}
