//! Routes: the editions, for the segreteria organizzativa alone; and the board that every page reads the current one from.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::form::{Fault, Form, Offer};
use super::pages::{self, EditionForm, Editions};
use super::words::words;
use super::{Candidate, Draft, Kept, OfferedAll, store};
use crate::access::form::Fields;
use crate::access::{Actor, RoleName, Secretariat};
use crate::domain::edition::may_take_part;
use crate::domain::ids::EditionId;
use crate::platform::Result;
use crate::platform::config::Config;
use crate::platform::pictures::Picture;
use crate::ui::edition::Board;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::{Audience, Entry};

pub const SITEMAP: &[Entry] = &[Entry::new(paths::EDITIONS, |lang| words(lang).editions, Audience::Only(RoleName::Secretariat))];

pub fn routes() -> Vec<Route> {
    rocket::routes![list, new, create, edit, change]
}

/// Puts the editions on the board as they stand now.
pub async fn refresh<R>(actor: &Actor<R>, board: &Board) -> Result<()> {
    let all = store::all(actor).await?;
    board.put_up(all.into_iter().map(|kept| kept.edition).collect());
    Ok(())
}

#[get("/segreteria/edizioni?<esito>")]
async fn list(actor: Actor<Secretariat>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let notice = match esito {
        Some("creata") => Some(Notice::done(words.created)),
        Some("modificata") => Some(Notice::done(words.changed)),
        _ => None,
    };
    let editions = store::listed(&actor).await?;
    Ok(Reply::Page(pages::list(&Editions { frame: &frame, editions, notice })))
}

/// What a form is shown with.
struct Around<'r> {
    regions: Vec<String>,
    emblems: &'r [Picture],
    offered: &'r OfferedAll,
}

impl<'r> Around<'r> {
    async fn of(actor: &Actor<Secretariat>, offered: &'r OfferedAll, config: &'r Config) -> Result<Around<'r>> {
        Ok(Around { regions: store::regions(actor).await?, emblems: &config.site.emblems, offered })
    }

    fn offer(&self) -> Offer<'_> {
        Offer {
            regions: &self.regions,
            questionnaires: &self.offered.questionnaires,
            courses: &self.offered.courses,
            emblems: self.emblems,
        }
    }
}

#[get("/segreteria/edizioni/nuova")]
async fn new(actor: Actor<Secretariat>, frame: Frame<'_>, offered: &State<OfferedAll>, config: &State<Config>) -> Result<Reply> {
    let around = Around::of(&actor, offered, config).await?;
    let form = Form::new();
    Ok(Reply::Page(pages::form(&EditionForm { frame: &frame, form: &form, offer: around.offer(), of: None, faults: &[], fallen: &[] })))
}

#[post("/segreteria/edizioni/nuova", data = "<fields>")]
async fn create(
    actor: Actor<Secretariat>,
    frame: Frame<'_>,
    fields: Fields,
    offered: &State<OfferedAll>,
    config: &State<Config>,
    board: &State<Board>,
) -> Result<Reply> {
    let around = Around::of(&actor, offered, config).await?;
    let form = Form::read(&fields);
    match form.draft(&around.offer()) {
        Ok(draft) => {
            store::create(&actor, &draft).await?;
            refresh(&actor, board).await?;
            Ok(Reply::Go(format!("{}?esito=creata", paths::EDITIONS)))
        }
        Err(faults) => {
            let view = EditionForm { frame: &frame, form: &form, offer: around.offer(), of: None, faults: &faults, fallen: &[] };
            Ok(Reply::PageWith(Status::UnprocessableEntity, pages::form(&view)))
        }
    }
}

#[get("/segreteria/edizioni/<id>/modifica")]
async fn edit(
    actor: Actor<Secretariat>,
    frame: Frame<'_>,
    id: EditionId,
    offered: &State<OfferedAll>,
    config: &State<Config>,
) -> Result<Reply> {
    let kept = store::one(&actor, &id).await?;
    let around = Around::of(&actor, offered, config).await?;
    let form = Form::of(&kept.edition, kept.revision, around.emblems);
    let view = EditionForm { frame: &frame, form: &form, offer: around.offer(), of: Some(&kept), faults: &[], fallen: &[] };
    Ok(Reply::Page(pages::form(&view)))
}

#[post("/segreteria/edizioni/<id>/modifica", data = "<fields>")]
async fn change(
    actor: Actor<Secretariat>,
    frame: Frame<'_>,
    id: EditionId,
    fields: Fields,
    offered: &State<OfferedAll>,
    config: &State<Config>,
    board: &State<Board>,
) -> Result<Reply> {
    let kept = store::one(&actor, &id).await?;
    let around = Around::of(&actor, offered, config).await?;
    let form = Form::read(&fields);
    let (mut faults, mut fallen) = (Vec::new(), Vec::new());
    match form.draft(&around.offer()) {
        Ok(draft) => {
            fallen = would_fall(&actor, &kept, &draft).await?;
            if fallen.is_empty() || form.confirmed {
                if store::change(&actor, &id, &draft, form.seen).await?.is_ok() {
                    refresh(&actor, board).await?;
                    return Ok(Reply::Go(format!("{}?esito=modificata", paths::EDITIONS)));
                }
                let kept = store::one(&actor, &id).await?;
                return Ok(conflict(&frame, &form, &around, &kept));
            }
            faults.push(Fault::WouldFallOutside(fallen.len()));
        }
        Err(wrong) => faults = wrong,
    }
    let view = EditionForm { frame: &frame, form: &form, offer: around.offer(), of: Some(&kept), faults: &faults, fallen: &fallen };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::form(&view)))
}

/// Somebody was first: what was typed stays, and who saves again means it.
fn conflict(frame: &Frame<'_>, form: &Form, around: &Around<'_>, kept: &Kept) -> Reply {
    let form = Form { seen: kept.revision, ..form.clone() };
    let view = EditionForm { frame, form: &form, offer: around.offer(), of: Some(kept), faults: &[], fallen: &[] };
    Reply::PageWith(Status::Conflict, pages::changed_meanwhile(&view))
}

/// The enti that adhere today and would be outside by the draft. None is ever put out: the segreteria is told.
async fn would_fall(actor: &Actor<Secretariat>, kept: &Kept, draft: &Draft) -> Result<Vec<Candidate>> {
    let today = actor.now().day();
    let adhering = store::candidates(actor, &kept.edition.id, "adhering").await?;
    let falls = |c: &Candidate| {
        may_take_part(&draft.terms, &c.facts, today).is_err() && may_take_part(&kept.edition.terms, &c.facts, today).is_ok()
    };
    Ok(adhering.into_iter().filter(falls).collect())
}
