//! The rilevazioni of the ente, opening one, and the way to the first unanswered question.

use rocket::{State, get, post};

use super::same_ente;
use crate::access::form::Fields;
use crate::access::{Actor, Coordinator, Member};
use crate::assessments::Catalogue;
use crate::assessments::pages::overview::{OverviewPage, overview};
use crate::assessments::store;
use crate::assessments::words::words;
use crate::domain::ids::AssessmentId;
use crate::domain::points::Sheet;
use crate::domain::progress::progress;
use crate::platform::Result;
use crate::programme;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

#[get("/area/autodiagnosi?<esito>")]
pub async fn show(actor: Actor<Member>, frame: Frame<'_>, catalogue: &State<Catalogue>, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let all = store::of_ente(&actor).await?;
    let closings = store::closings_of_ente(&actor).await?;
    let open = all.iter().find(|a| a.is_open());
    let edition = frame.edition.as_deref();
    let (questionnaire, answers) = match open {
        Some(open) => {
            let questionnaire = catalogue.of(open)?.clone();
            let answers = store::entries(&actor, &questionnaire, open).await?.answers();
            (questionnaire, answers)
        }
        None => (catalogue.offered(edition).unwrap_or(catalogue.current()).clone(), Default::default()),
    };
    let sheet = Sheet::mark(&questionnaire, &answers);
    let progress = progress(&sheet);
    let notice = match esito {
        Some("gia-aperta") => Some(Notice::info(words.opened_already)),
        Some("chiusa") => Some(Notice::care(words.frozen_meanwhile)),
        Some("altra-aperta") => Some(Notice::care(words.another_is_open)),
        Some("riaperta") => Some(Notice::done(words.reopened)),
        Some("salvata") => Some(Notice::done(words.saved_and_left)),
        _ => None,
    };
    Ok(Reply::Page(overview(&OverviewPage {
        frame: &frame,
        words,
        offered: catalogue.offered(edition).map(|q| q.as_ref()),
        open: open.map(|a| (a, &progress)),
        closed: closings.into_iter().filter_map(|(id, closing)| Some((all.iter().find(|a| a.id == id)?, closing))).collect(),
        coordinates: actor.role().coordinates(),
        ente: actor.ente().to_string(),
        notices: notice.into_iter().collect(),
    })))
}

#[post("/area/autodiagnosi", data = "<fields>")]
pub async fn open(actor: Actor<Coordinator>, catalogue: &State<Catalogue>, fields: Fields) -> Result<Reply> {
    same_ente(&actor, &fields)?;
    let edition = programme::current(&actor).await?;
    let Ok(questionnaire) = catalogue.offered(edition.as_ref()) else {
        // The page itself says what is missing.
        return Ok(Reply::Go(paths::OWN_ASSESSMENT.to_owned()));
    };
    Ok(Reply::Go(match store::open(&actor, questionnaire).await? {
        Some(id) => paths::resume(&id),
        None => format!("{}?esito=gia-aperta", paths::OWN_ASSESSMENT),
    }))
}

#[get("/area/autodiagnosi/<id>/ripresa")]
pub async fn resume(actor: Actor<Member>, catalogue: &State<Catalogue>, id: AssessmentId) -> Result<Reply> {
    let assessment = store::one(&actor, &id).await?;
    let questionnaire = catalogue.of(&assessment)?;
    let answers = store::entries(&actor, questionnaire, &assessment).await?.answers();
    let sheet = Sheet::mark(questionnaire, &answers);
    Ok(Reply::Go(match progress(&sheet).first_missing {
        _ if assessment.closed_at.is_some() => paths::OWN_ASSESSMENT.to_owned(),
        Some((section, question)) => paths::question(&id, &section.id, question),
        None => paths::review(&id),
    }))
}
