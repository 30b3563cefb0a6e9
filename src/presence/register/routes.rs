//! Routes of the register on paper.

use rocket::http::{ContentType, Status};
use rocket::{Route, State, get, post};

use super::pages::{self, Paper, Replacing};
use super::words::words;
use super::{NotAttached, Scan, confirmed, read, store};
use crate::access::form::Fields;
use crate::access::upload::Upload;
use crate::access::{Actor, Trainer};
use crate::domain::ids::{ClassDayId, RegisterScanId};
use crate::domain::presence::{self, Closing, Lacking};
use crate::domain::seminar;
use crate::platform::config::Config;
use crate::platform::media::Media;
use crate::platform::{Error, Result, documents};
use crate::presence::{Register, log, store as registers};
use crate::programme;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::web::serving::{Asked, File, Served};

pub fn routes() -> Vec<Route> {
    rocket::routes![pdf, paper, to_paper, sign, attach, scan, replacing, replace, close]
}

#[get("/area/docenza/<id>/registro.pdf")]
async fn pdf(actor: Actor<Trainer>, config: &State<Config>, id: ClassDayId) -> Result<Reply> {
    let register = registers::read(&actor, &id).await?;
    let kept = programme::one(&actor, &register.edition).await?;
    let body = documents::pdf(pages::sheet(config, &kept.edition, &register)).await?;
    let day = register.day.starts_at().map(|at| at.day().to_string()).unwrap_or_default();
    Ok(Reply::File { name: format!("registro-presenze-{day}.pdf"), media: ContentType::PDF, body })
}

/// What came back of a form of this page.
#[derive(Default)]
struct Back<'a> {
    fields: Option<(&'a Fields, &'a [String])>,
    not_attached: Option<NotAttached>,
    notice: Option<Notice>,
}

async fn shown(actor: &Actor<Trainer>, frame: &Frame<'_>, register: &Register, back: Back<'_>) -> Result<maud::Markup> {
    let scans = store::scans(actor, register.id()).await?;
    let lacking = lacking(actor, register, &scans).await?;
    let (desk, now) = (actor.role().is_desk(), actor.now());
    let Back { fields, not_attached, notice } = back;
    Ok(pages::paper(&Paper { frame, register, scans: &scans, now, lacking: &lacking, not_attached, back: fields, notice, desk }))
}

/// As the closing itself will find it.
async fn lacking(actor: &Actor<Trainer>, register: &Register, scans: &[Scan]) -> Result<Vec<Lacking>> {
    let online = register.day.region.is_none() && register.day.online_link.is_some();
    let logs = if online { log::applied(actor, register.id()).await? } else { 0 };
    let closing = Closing {
        state: register.day.state,
        ends_at: register.day.ends_at().unwrap_or(actor.now()),
        scans: scans.iter().filter(|scan| scan.replaced.is_none()).count() + logs,
        people: register.people.len(),
        unread: register.unread(),
    };
    Ok(presence::lacking(&closing, actor.now()))
}

#[get("/area/docenza/<id>/firme?<esito>")]
async fn paper(actor: Actor<Trainer>, frame: Frame<'_>, id: ClassDayId, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let register = registers::read(&actor, &id).await?;
    let notice = match esito {
        Some("allegato") => Some(Notice::done(words.attached)),
        Some("sostituito") => Some(Notice::done(words.replaced)),
        Some("salvato") => Some(Notice::done(words.saved)),
        Some("chiusa") => Some(Notice::done(words.closed)),
        _ => None,
    };
    Ok(Reply::Page(shown(&actor, &frame, &register, Back { notice, ..Back::default() }).await?))
}

/// Whoever cuts the address of a scan short lands on the page of all of them.
#[get("/area/docenza/<id>/registro")]
async fn to_paper(actor: Actor<Trainer>, id: ClassDayId) -> Result<Reply> {
    registers::read(&actor, &id).await?;
    Ok(Reply::Go(paths::signatures(&id)))
}

#[post("/area/docenza/<id>/firme", data = "<fields>")]
async fn sign(actor: Actor<Trainer>, frame: Frame<'_>, id: ClassDayId, fields: Fields) -> Result<Reply> {
    let register = registers::read(&actor, &id).await?;
    let read = if fields.text("azione") == "conferma" { Ok(confirmed(&register)) } else { read(&fields, &register) };
    let notings = match read {
        Ok(notings) => notings,
        Err(names) => {
            let back = Back { fields: Some((&fields, &names)), ..Back::default() };
            return Ok(Reply::PageWith(Status::UnprocessableEntity, shown(&actor, &frame, &register, back).await?));
        }
    };
    match registers::note(&actor, &id, &notings).await? {
        Ok(_) => Ok(Reply::Go(format!("{}?esito=salvato", paths::signatures(&id)))),
        Err(_) => Ok(Reply::Go(format!("{}?esito=chiusa", paths::teaching_day(&id)))),
    }
}

#[post("/area/docenza/<id>/registro", data = "<form>")]
async fn attach(actor: Actor<Trainer>, frame: Frame<'_>, media: &State<Media>, id: ClassDayId, form: Upload) -> Result<Reply> {
    match store::attach(&actor, media, &id, form.file).await? {
        Ok(()) => Ok(Reply::Go(format!("{}?esito=allegato", paths::signatures(&id)))),
        Err(why) => {
            let register = registers::read(&actor, &id).await?;
            let back = Back { not_attached: Some(why), ..Back::default() };
            Ok(Reply::PageWith(Status::UnprocessableEntity, shown(&actor, &frame, &register, back).await?))
        }
    }
}

/// A file of this day, if whoever asks keeps its register.
async fn found(actor: &Actor<Trainer>, id: &ClassDayId, scan: &RegisterScanId) -> Result<(Register, Scan)> {
    let register = registers::read(actor, id).await?;
    let scans = store::scans(actor, id).await?;
    let found = scans.into_iter().find(|one| one.id == *scan).ok_or(Error::NotFound)?;
    Ok((register, found))
}

#[get("/area/docenza/<id>/registro/<scan>")]
async fn scan(actor: Actor<Trainer>, media: &State<Media>, asked: Asked, id: ClassDayId, scan: RegisterScanId) -> Result<Served> {
    let (_, found) = found(&actor, &id, &scan).await?;
    // Under a name of ours: that of the file is whatever somebody called it.
    let name = format!("registro-firmato-{}.{}", &found.sha256[..8], found.kind.ending());
    Served::kept(&asked, media, &store::named(&found), File::to_keep(&name, found.kind.media())).await
}

#[get("/area/docenza/<id>/registro/<scan>/sostituzione")]
async fn replacing(actor: Actor<Trainer>, frame: Frame<'_>, id: ClassDayId, scan: RegisterScanId) -> Result<Reply> {
    let (register, found) = found(&actor, &id, &scan).await?;
    may_replace(&actor, &register, &found)?;
    let view = Replacing { frame: &frame, register: &register, scan: &found, why: "", no_reason: false, not_attached: None };
    Ok(Reply::Page(pages::replacing(&view)))
}

/// What cannot be replaced has no form.
fn may_replace(actor: &Actor<Trainer>, register: &Register, scan: &Scan) -> Result<()> {
    let state = register.day.state;
    let open = state == seminar::State::Published || state == seminar::State::Held && actor.role().is_desk();
    if open && scan.replaced.is_none() { Ok(()) } else { Err(Error::NotFound) }
}

#[post("/area/docenza/<id>/registro/<scan>/sostituzione", data = "<form>")]
async fn replace(
    actor: Actor<Trainer>,
    frame: Frame<'_>,
    media: &State<Media>,
    id: ClassDayId,
    scan: RegisterScanId,
    form: Upload,
) -> Result<Reply> {
    let (register, found) = found(&actor, &id, &scan).await?;
    may_replace(&actor, &register, &found)?;
    let why = form.fields.text("motivo");
    let not_attached = match why.is_empty() {
        true => None,
        false => {
            let one = store::Replacement { day: &id, scan: &scan, file: form.file, why };
            match store::replace(&actor, media, one).await? {
                Ok(()) => return Ok(Reply::Go(format!("{}?esito=sostituito", paths::signatures(&id)))),
                Err(refusal) => Some(refusal),
            }
        }
    };
    let view = Replacing { frame: &frame, register: &register, scan: &found, why, no_reason: why.is_empty(), not_attached };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::replacing(&view)))
}

#[post("/area/docenza/<id>/chiusura")]
async fn close(actor: Actor<Trainer>, frame: Frame<'_>, id: ClassDayId) -> Result<Reply> {
    match store::close(&actor, &id).await? {
        Ok(()) => Ok(Reply::Go(format!("{}?esito=chiusa", paths::signatures(&id)))),
        Err(_) => {
            // The page says what is lacking.
            let register = registers::read(&actor, &id).await?;
            Ok(Reply::PageWith(Status::UnprocessableEntity, shown(&actor, &frame, &register, Back::default()).await?))
        }
    }
}
