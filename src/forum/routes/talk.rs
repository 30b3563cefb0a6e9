//! Interventi and interest.

use rocket::http::Status;
use rocket::{Route, State as Managed, post};

use super::thread::{Returned, page};
use crate::access::form::Fields;
use crate::access::{Actor, Member, Moderator, Participant};
use crate::domain::ids::{ForumPostId, QuestionId};
use crate::forum::store::talk::{self, Said, Unwritten};
use crate::forum::words::lasting::words as lasting;
use crate::forum::words::public::words;
use crate::platform::Result;
use crate::platform::config::Config;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![post, interest, report, hide]
}

/// Longest intervento, and longest reason, in characters.
const LONGEST: usize = 4000;
const LONGEST_WHY: usize = 400;

/// A reason as typed, cut where no form of ours would have let it go on.
fn reason(fields: &Fields) -> String {
    fields.text("motivo").split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_WHY).collect()
}

#[post("/quesiti/<id>/interventi", data = "<fields>")]
async fn post(actor: Actor<Participant>, frame: Frame<'_>, config: &Managed<Config>, id: QuestionId, fields: Fields) -> Result<Reply> {
    let (body, key) = (fields.text("testo"), fields.text("chiave"));
    let returned = if body.is_empty() || body.chars().count() > LONGEST || key.is_empty() {
        let told = if body.is_empty() { words(frame.lang).no_comment } else { lasting(frame.lang).too_long };
        Returned { typed: body, notice: Some(Notice::care(told)), ..Returned::default() }
    } else {
        let role = frame.person.as_ref().map_or("", |person| &person.capacity);
        match talk::post(&actor, &id, &Said { body, role, key }).await? {
            Ok(()) => return Ok(Reply::Go(format!("{}?esito=intervento", paths::quesito(&id)))),
            Err(Unwritten::Hour(refusal)) => Returned { typed: body, refused: Some(Some(refusal)), ..Returned::default() },
            Err(Unwritten::NotReleased) => Returned { typed: body, refused: Some(None), ..Returned::default() },
        }
    };
    Ok(Reply::PageWith(Status::UnprocessableEntity, page(&actor, &frame, config, (&id, returned)).await?))
}

#[post("/quesiti/<id>/interesse", data = "<fields>")]
async fn interest(actor: Actor<Member>, id: QuestionId, fields: Fields) -> Result<Reply> {
    talk::interest(&actor, &id, !fields.has("no")).await?;
    Ok(Reply::Go(format!("{}?esito=annotato", paths::quesito(&id))))
}

#[post("/interventi/<id>/segnalazione", data = "<fields>")]
async fn report(actor: Actor<Participant>, id: ForumPostId, fields: Fields) -> Result<Reply> {
    let question = talk::report(&actor, &id, &reason(&fields)).await?;
    Ok(Reply::Go(format!("{}?esito=segnalato", paths::quesito(&question))))
}

/// With a reason it is hidden, without it is seen again.
#[post("/interventi/<id>/visibilita", data = "<fields>")]
async fn hide(actor: Actor<Moderator>, id: ForumPostId, fields: Fields) -> Result<Reply> {
    let why = reason(&fields);
    let told = match (fields.has("motivo"), why.is_empty()) {
        (true, true) => "motivo",
        (true, false) => "nascosto",
        (false, _) => "mostrato",
    };
    let question = match told {
        "motivo" => talk::question_of(&actor, &id).await?,
        _ => talk::hide(&actor, &id, &why).await?,
    };
    Ok(Reply::Go(format!("{}?esito={told}", paths::quesito(&question))))
}
