//! The domande frequenti at the desk: all of them, their form, publication and withdrawal.

use rocket::http::Status;
use rocket::{Route, get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Moderator};
use crate::domain::ids::FaqId;
use crate::library::faq::form::{Fault, Form, LINE};
use crate::library::faq::words::words;
use crate::library::faq::{Kept, pages, store};
use crate::platform::Result;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![lines, new, create, edit, change, withdraw]
}

#[get("/area/domande-frequenti?<esito>")]
async fn lines(actor: Actor<Moderator>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let notice = match esito {
        Some("salvata") => Some(Notice::done(words.saved)),
        Some("pubblicata") => Some(Notice::done(words.published)),
        Some("ritirata") => Some(Notice::done(words.withdrawn)),
        _ => None,
    };
    let lines = store::lines(&actor).await?;
    Ok(Reply::Page(pages::lines(&frame, &lines, actor.now().day(), notice)))
}

#[get("/area/domande-frequenti/nuova")]
async fn new(actor: Actor<Moderator>, frame: Frame<'_>) -> Result<Reply> {
    let (name, capacity) = frame.person.as_ref().map_or(("", ""), |person| (person.name.as_str(), person.capacity.as_str()));
    let form = Form::new(actor.now().day(), name, capacity);
    shown(&actor, &frame, (&form, None), (Status::Ok, &[])).await
}

#[post("/area/domande-frequenti/nuova", data = "<fields>")]
async fn create(actor: Actor<Moderator>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let form = Form::read(&fields);
    match form.draft(&store::owners(&actor).await?) {
        Ok(draft) => {
            store::create(&actor, &draft, form.publishes).await?;
            Ok(done(form.publishes))
        }
        Err(faults) => shown(&actor, &frame, (&form, None), (Status::UnprocessableEntity, &faults)).await,
    }
}

#[get("/area/domande-frequenti/<id>")]
async fn edit(actor: Actor<Moderator>, frame: Frame<'_>, id: FaqId) -> Result<Reply> {
    let kept = store::kept(&actor, &id).await?;
    let form = Form::of(&kept.draft, kept.revision);
    shown(&actor, &frame, (&form, Some(&kept)), (Status::Ok, &[])).await
}

#[post("/area/domande-frequenti/<id>", data = "<fields>")]
async fn change(actor: Actor<Moderator>, frame: Frame<'_>, id: FaqId, fields: Fields) -> Result<Reply> {
    let form = Form::read(&fields);
    let kept = store::kept(&actor, &id).await?;
    let draft = match form.draft(&store::owners(&actor).await?) {
        Ok(draft) => draft,
        Err(faults) => return shown(&actor, &frame, (&form, Some(&kept)), (Status::UnprocessableEntity, &faults)).await,
    };
    match store::save(&actor, &id, &draft, (form.seen, form.publishes)).await? {
        Ok(()) => Ok(done(form.publishes)),
        // What was typed stays, and the next attempt is on what stands now.
        Err(_) => {
            let form = Form { seen: store::kept(&actor, &id).await?.revision, ..form };
            shown(&actor, &frame, (&form, Some(&kept)), (Status::Conflict, &[])).await
        }
    }
}

#[post("/area/domande-frequenti/<id>/ritiro", data = "<fields>")]
async fn withdraw(actor: Actor<Moderator>, frame: Frame<'_>, id: FaqId, fields: Fields) -> Result<Reply> {
    let why = fields.text("motivo");
    if why.is_empty() || why.chars().count() > LINE {
        let kept = store::kept(&actor, &id).await?;
        let form = Form::of(&kept.draft, kept.revision);
        return shown(&actor, &frame, (&form, Some(&kept)), (Status::UnprocessableEntity, &[Fault::NoReason])).await;
    }
    store::withdraw(&actor, &id, why).await?;
    Ok(Reply::Go(format!("{}?esito=ritirata", paths::FAQ_DESK)))
}

fn done(published: bool) -> Reply {
    Reply::Go(format!("{}?esito={}", paths::FAQ_DESK, if published { "pubblicata" } else { "salvata" }))
}

/// The form, empty, as kept, or as it came back.
async fn shown(
    actor: &Actor<Moderator>,
    frame: &Frame<'_>,
    (form, kept): (&Form, Option<&Kept>),
    (status, faults): (Status, &[Fault]),
) -> Result<Reply> {
    let (owners, titles) = (store::owners(actor).await?, store::lines(actor).await?);
    let mut themes: Vec<&str> = titles.iter().map(|line| line.theme.as_str()).collect();
    themes.sort_unstable();
    themes.dedup();
    let view = pages::Writing { frame, form, kept, owners: &owners, themes: &themes, faults, conflict: status == Status::Conflict };
    Ok(Reply::PageWith(status, pages::writing(&view)))
}
