//! The desk: days announced, changed, extended, published.

use maud::Markup;
use rocket::http::Status;
use rocket::{Route, get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::domain::forum_day::NoExtension;
use crate::domain::ids::{EditionId, ForumDayId, SeminarId};
use crate::forum::day_form::{DayForm, Fault, LINE_MAX, hour};
use crate::forum::pages::{self, DeskDay, DeskDays, FormView};
use crate::forum::store::days::{self, View};
use crate::forum::store::desk::{self, Refusal};
use crate::forum::words::desk::words;
use crate::forum::{DaySheet, Named};
use crate::platform::{Error, Result};
use crate::programme;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![list, new, create, one, edit, change, extend, publish, discard]
}

#[get("/segreteria/forum?<esito>")]
async fn list(actor: Actor<Secretariat>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let days = days::all(&actor, View { own: "", all: true }).await?;
    let edition = programme::current(&actor).await?;
    let planned = edition.map(|edition| {
        let announced = days.iter().filter(|day| day.edition == edition.id).count();
        (announced, edition.terms.forum_days)
    });
    let notice = (esito == Some("eliminata")).then(|| Notice::done(words(frame.lang).was_discarded));
    Ok(Reply::Page(pages::desk_days(&DeskDays { frame: &frame, now: actor.now(), days, planned, notice })))
}

/// What a form is shown with.
struct Around {
    edition: String,
    experts: Vec<Named>,
    seminars: Vec<(SeminarId, String)>,
}

async fn around(actor: &Actor<Secretariat>, edition: (&EditionId, &str)) -> Result<Around> {
    let (experts, seminars) = (desk::experts(actor).await?, desk::seminars(actor, edition.0).await?);
    Ok(Around { edition: edition.1.to_owned(), experts, seminars })
}

/// A form on its way out: where it goes, where the way back leads, what is wrong with it.
struct Out<'a> {
    action: &'a str,
    back: &'a str,
    is_new: bool,
    faults: &'a [Fault],
    refused: Option<&'static str>,
}

fn form(frame: &Frame<'_>, around: &Around, form: &DayForm, out: &Out<'_>) -> Markup {
    pages::day_form(&FormView {
        frame,
        form,
        edition: &around.edition,
        action: out.action,
        back: out.back,
        experts: &around.experts,
        seminars: &around.seminars,
        is_new: out.is_new,
        faults: out.faults,
        refused: out.refused,
    })
}

const NEW: Out<'static> = Out { action: paths::NEW_FORUM_DAY, back: paths::FORUM_DESK, is_new: true, faults: &[], refused: None };

#[get("/segreteria/forum/nuova")]
async fn new(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    let Some(edition) = programme::current(&actor).await? else { return Ok(Reply::Page(pages::no_edition(&frame))) };
    let around = around(&actor, (&edition.id, &edition.name)).await?;
    Ok(Reply::Page(form(&frame, &around, &DayForm::new(&edition.terms.themes), &NEW)))
}

#[post("/segreteria/forum/nuova", data = "<fields>")]
async fn create(actor: Actor<Secretariat>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let Some(edition) = programme::current(&actor).await? else { return Ok(Reply::Page(pages::no_edition(&frame))) };
    let around = around(&actor, (&edition.id, &edition.name)).await?;
    let typed = DayForm::read(&fields);
    match known(&typed, &around).draft() {
        Ok(draft) => {
            let id = desk::create(&actor, &edition.id, &draft).await?;
            Ok(Reply::Go(format!("{}?esito=annunciata", paths::desk_forum_day(&id))))
        }
        Err(faults) => {
            let page = form(&frame, &around, &typed, &Out { faults: &faults, ..NEW });
            Ok(Reply::PageWith(Status::UnprocessableEntity, page))
        }
    }
}

/// Experts and seminars that the form did not offer are passed over.
fn known(typed: &DayForm, around: &Around) -> DayForm {
    let mut form = typed.clone();
    form.experts.retain(|id| around.experts.iter().any(|one| one.id == *id));
    form.seminars.retain(|id| around.seminars.iter().any(|(one, _)| one == id));
    form
}

fn notice(frame: &Frame<'_>, esito: Option<&str>) -> Option<Notice> {
    let words = words(frame.lang);
    match esito? {
        "annunciata" => Some(Notice::done(words.created)),
        "modificata" => Some(Notice::done(words.changed)),
        "prorogata" => Some(Notice::done(words.was_extended)),
        "pubblicata" => Some(Notice::done(words.was_published)),
        "non-pubblicata" => Some(Notice::care(words.not_published)),
        "non-eliminata" => Some(Notice::care(words.not_discarded)),
        _ => None,
    }
}

#[get("/segreteria/forum/<id>?<esito>")]
async fn one(actor: Actor<Secretariat>, frame: Frame<'_>, id: ForumDayId, esito: Option<&str>) -> Result<Reply> {
    let sheet = desk::sheet(&actor, &id).await?;
    let notice = notice(&frame, esito);
    let view = DeskDay { frame: &frame, sheet: &sheet, now: actor.now(), notice, extension: ("", ""), wrong: &[] };
    Ok(Reply::Page(pages::desk_day(&view)))
}

#[get("/segreteria/forum/<id>/modifica")]
async fn edit(actor: Actor<Secretariat>, frame: Frame<'_>, id: ForumDayId) -> Result<Reply> {
    let sheet = desk::sheet(&actor, &id).await?;
    let around = of_sheet(&actor, &sheet).await?;
    let (action, back) = (paths::desk_forum_day_change(&id), paths::desk_forum_day(&id));
    let out = Out { action: &action, back: &back, is_new: false, faults: &[], refused: None };
    Ok(Reply::Page(form(&frame, &around, &DayForm::of(&sheet), &out)))
}

/// Experts who are no more experts may stay on duty where they were.
async fn of_sheet(actor: &Actor<Secretariat>, sheet: &DaySheet) -> Result<Around> {
    let mut around = around(actor, (&sheet.day.edition, &sheet.day.edition_name)).await?;
    let missing: Vec<Named> = sheet.experts.iter().filter(|one| !around.experts.contains(one)).cloned().collect();
    around.experts.extend(missing);
    Ok(around)
}

#[post("/segreteria/forum/<id>/modifica", data = "<fields>")]
async fn change(actor: Actor<Secretariat>, frame: Frame<'_>, id: ForumDayId, fields: Fields) -> Result<Reply> {
    let sheet = desk::sheet(&actor, &id).await?;
    let around = of_sheet(&actor, &sheet).await?;
    let typed = DayForm::read(&fields);
    let (action, back) = (paths::desk_forum_day_change(&id), paths::desk_forum_day(&id));
    let out = Out { action: &action, back: &back, is_new: false, faults: &[], refused: None };
    let draft = match known(&typed, &around).draft() {
        Ok(draft) => draft,
        Err(faults) => {
            let page = form(&frame, &around, &typed, &Out { faults: &faults, ..out });
            return Ok(Reply::PageWith(Status::UnprocessableEntity, page));
        }
    };
    let words = words(frame.lang);
    let refused = match desk::change(&actor, &id, &draft, typed.seen).await? {
        Ok(()) => return Ok(Reply::Go(format!("{back}?esito=modificata"))),
        Err(Refusal::ChangedMeanwhile) => words.meanwhile,
        Err(Refusal::Opened) => words.opened,
    };
    // What was typed stays, and who saves again means it.
    let seen = desk::sheet(&actor, &id).await?.day.revision;
    let page = form(&frame, &around, &DayForm { seen, ..typed }, &Out { refused: Some(refused), ..out });
    Ok(Reply::PageWith(Status::Conflict, page))
}

#[post("/segreteria/forum/<id>/proroga", data = "<fields>")]
async fn extend(actor: Actor<Secretariat>, frame: Frame<'_>, id: ForumDayId, fields: Fields) -> Result<Reply> {
    let (sheet, words) = (desk::sheet(&actor, &id).await?, words(frame.lang));
    let why = fields.text("motivo").split_whitespace().collect::<Vec<_>>().join(" ");
    let to = hour(sheet.day.held_on(), fields.text("ora"));
    let mut wrong = Vec::new();
    if to.is_none() {
        wrong.push(("ora", words.no_hour));
    }
    match why.chars().count() {
        0 => wrong.push(("motivo", words.no_why)),
        n if n > LINE_MAX => wrong.push(("motivo", words.too_long)),
        _ => {}
    }
    if let (Some(to), true) = (to, wrong.is_empty()) {
        match desk::extend(&actor, &id, to, &why).await? {
            Ok(()) => return Ok(Reply::Go(format!("{}?esito=prorogata", paths::desk_forum_day(&id)))),
            Err(NoExtension::NotOpen) => wrong.push(("ora", words.not_open)),
            Err(NoExtension::NotLater) => wrong.push(("ora", words.not_later)),
            Err(NoExtension::TooLong) => wrong.push(("ora", words.too_much)),
            Err(NoExtension::Published) => return Err(Error::NotFound),
        }
    }
    let typed = (fields.text("ora"), why.as_str());
    let view = DeskDay { frame: &frame, sheet: &sheet, now: actor.now(), notice: None, extension: typed, wrong: &wrong };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::desk_day(&view)))
}

#[post("/segreteria/forum/<id>/pubblicazione")]
async fn publish(actor: Actor<Secretariat>, id: ForumDayId) -> Result<Reply> {
    let told = if desk::publish(&actor, &id).await? { "pubblicata" } else { "non-pubblicata" };
    Ok(Reply::Go(format!("{}?esito={told}", paths::desk_forum_day(&id))))
}

#[post("/segreteria/forum/<id>/eliminazione")]
async fn discard(actor: Actor<Secretariat>, id: ForumDayId) -> Result<Reply> {
    Ok(match desk::discard(&actor, &id).await? {
        true => Reply::Go(format!("{}?esito=eliminata", paths::FORUM_DESK)),
        false => Reply::Go(format!("{}?esito=non-eliminata", paths::desk_forum_day(&id))),
    })
}
