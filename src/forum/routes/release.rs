//! A quesito is read, redacted and released by a person; or laid aside.

use rocket::http::Status;
use rocket::{Route, get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Moderator};
use crate::domain::ids::{Id, QuestionAttachmentId, QuestionId};
use crate::forum::asking::{LINE_MAX, TEXT_MAX};
use crate::forum::pages::{self, Held, ReleaseView};
use crate::forum::store::{files, release, threads};
use crate::forum::words::answers::words;
use crate::forum::words::public::words as public;
use crate::forum::{Attachment, Text};
use crate::platform::Result;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![form, send, withdraw, decline]
}

#[get("/quesiti/<id>/rilascio")]
async fn form(actor: Actor<Moderator>, frame: Frame<'_>, id: QuestionId) -> Result<Reply> {
    let (question, _) = threads::seen(&actor, &id).await?;
    let files = files::of(&mut actor.reader().await?, actor.role(), &id).await?;
    let chosen: Vec<String> = files.iter().filter(|file| file.is_released).map(|file| file.id.to_string()).collect();
    let view = ReleaseView { frame: &frame, question: &question, files: &files, text: question.public(), chosen: &chosen, wrong: &[] };
    Ok(Reply::Page(pages::release(&view)))
}

#[post("/quesiti/<id>/rilascio", data = "<fields>")]
async fn send(actor: Actor<Moderator>, frame: Frame<'_>, id: QuestionId, fields: Fields) -> Result<Reply> {
    let (question, _) = threads::seen(&actor, &id).await?;
    let one = |name: &str| fields.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let text = Text { title: one("titolo"), body: fields.text("testo").to_owned(), law: one("norma") };
    let files = files::of(&mut actor.reader().await?, actor.role(), &id).await?;
    let chosen: Vec<String> = fields.all("allegato").map(str::to_owned).collect();
    let wrong = faults(&frame, &text, fields.has("confermo"));
    if !wrong.is_empty() {
        let view = ReleaseView { frame: &frame, question: &question, files: &files, text: &text, chosen: &chosen, wrong: &wrong };
        return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::release(&view)));
    }
    let chosen: Vec<QuestionAttachmentId> =
        files.into_iter().map(|file: Attachment| file.id).filter(|id| chosen.iter().any(|one| one == id.as_str())).collect();
    release::release(&actor, &id, &text, &chosen).await?;
    Ok(Reply::Go(format!("{}?esito=rilasciato", paths::quesito(&id))))
}

fn faults(frame: &Frame<'_>, text: &Text, confirmed: bool) -> Vec<(&'static str, &'static str)> {
    let (words, labels) = (words(frame.lang), public(frame.lang));
    let mut wrong = Vec::new();
    match text.title.chars().count() {
        0 => wrong.push(("titolo", labels.no_title)),
        n if n > LINE_MAX => wrong.push(("titolo", labels.long_line)),
        _ => {}
    }
    match text.body.chars().count() {
        0 => wrong.push(("testo", labels.no_body)),
        n if n > TEXT_MAX => wrong.push(("testo", labels.long_text)),
        _ => {}
    }
    if !confirmed {
        wrong.push(("confermo", words.no_confirm));
    }
    wrong
}

#[post("/quesiti/<id>/ritiro")]
async fn withdraw(actor: Actor<Moderator>, id: QuestionId) -> Result<Reply> {
    release::withdraw(&actor, &id).await?;
    Ok(Reply::Go(format!("{}?esito=ritirato", paths::quesito(&id))))
}

/// With a reason it is laid aside, without it is taken up again.
#[post("/quesiti/<id>/archiviazione", data = "<fields>")]
async fn decline(actor: Actor<Moderator>, frame: Frame<'_>, id: QuestionId, fields: Fields) -> Result<Reply> {
    let why: String = fields.text("motivo").split_whitespace().collect::<Vec<_>>().join(" ").chars().take(400).collect();
    if fields.has("motivo") && why.is_empty() {
        return Ok(Reply::Go(format!("{}?esito=motivo", paths::quesito(&id))));
    }
    Ok(match release::decline(&actor, &id, &why).await? {
        Ok(()) => Reply::Go(format!("{}?esito={}", paths::quesito(&id), if why.is_empty() { "ripreso" } else { "archiviato" })),
        Err(refusal) => {
            let view = Held { frame: &frame, now: actor.now(), question: &id, why: &refusal, typed: &why };
            Reply::PageWith(Status::Conflict, pages::held(&view))
        }
    })
}
