//! What the ente sees of what it tells, and what it answers.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::public::captions_of;
use super::shown;
use crate::access::form::Fields;
use crate::access::{Actor, Coordinator};
use crate::assessments::Catalogue;
use crate::domain::ids::TestimonialId;
use crate::platform::Result;
use crate::testimonials::form::{LINE, SHORT, one_line, too_long};
use crate::testimonials::words::desk::words;
use crate::testimonials::{ChangedMeanwhile, Fault, Own, Signature, Told, What, pages, store};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![list, one, captions, corrections, approval, withdrawal]
}

#[get("/area/testimonial")]
async fn list(actor: Actor<Coordinator>, frame: Frame<'_>) -> Result<Reply> {
    Ok(Reply::Page(pages::own(&frame, &store::answers::own(&actor).await?)))
}

/// The version that the ente was sent last, as readers would see it.
pub(super) fn told(own: &Own) -> Told {
    Told {
        id: own.id.clone(),
        ente: own.ente.clone(),
        region: own.region.clone(),
        sheet: own.version.sheet.clone(),
        captions: own.version.captions.clone(),
        today: own.today.clone(),
        published_at: None,
        first_published_at: None,
    }
}

/// A form that came back.
struct Back<'a> {
    status: Status,
    typed: &'a Fields,
    faults: Vec<Fault>,
    notices: Vec<Notice>,
}

async fn page(
    actor: &Actor<Coordinator>,
    (frame, catalogue): (&Frame<'_>, &Catalogue),
    id: &TestimonialId,
    back: Back<'_>,
) -> Result<Reply> {
    let own = store::answers::one(actor, id).await?;
    let markup = shown(frame, catalogue, (&told(&own), paths::own_testimonial(id)), |shown| {
        pages::own_one(&pages::Own { shown, own: &own, notices: back.notices, typed: back.typed, faults: &back.faults })
    });
    Ok(Reply::PageWith(back.status, markup))
}

#[get("/area/testimonial/<id>?<esito>")]
async fn one(
    actor: Actor<Coordinator>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    id: TestimonialId,
    esito: Option<&str>,
) -> Result<Reply> {
    let words = words(frame.lang);
    let notice = match esito {
        Some("correzioni") => Some(Notice::done(words.done_corrections)),
        Some("approvata") => Some(Notice::done(words.done_approved)),
        Some("ritirata") => Some(Notice::done(words.done_taken_back)),
        _ => None,
    };
    let back = Back { status: Status::Ok, typed: &Fields::default(), faults: Vec::new(), notices: notice.into_iter().collect() };
    page(&actor, (&frame, catalogue), &id, back).await
}

#[get("/area/testimonial/<id>/sottotitoli.vtt")]
async fn captions(actor: Actor<Coordinator>, id: TestimonialId) -> Result<Reply> {
    captions_of(store::answers::one(&actor, &id).await?.version.captions)
}

fn done(id: &TestimonialId, outcome: &str) -> Reply {
    Reply::Go(format!("{}?esito={outcome}", paths::own_testimonial(id)))
}

/// A line that has to be there.
fn needed(name: &str, text: &str, (what, longest): (What, usize)) -> Vec<Fault> {
    let empty = text.is_empty().then(|| Fault::new(name, what));
    empty.into_iter().chain(too_long(name, text, longest)).collect()
}

fn version(fields: &Fields) -> i64 {
    fields.text("versione").parse().unwrap_or_default()
}

#[post("/area/testimonial/<id>/correzioni", data = "<fields>")]
async fn corrections(
    actor: Actor<Coordinator>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    id: TestimonialId,
    fields: Fields,
) -> Result<Reply> {
    let text = fields.text("testo");
    let faults = needed("testo", text, (What::NoText, SHORT * 4));
    if !faults.is_empty() {
        return page(&actor, (&frame, catalogue), &id, refused(&fields, faults)).await;
    }
    match store::answers::ask_corrections(&actor, &id, (version(&fields), text)).await? {
        Ok(()) => Ok(done(&id, "correzioni")),
        Err(ChangedMeanwhile) => page(&actor, (&frame, catalogue), &id, conflict(&fields, &frame)).await,
    }
}

#[post("/area/testimonial/<id>/approvazione", data = "<fields>")]
async fn approval(
    actor: Actor<Coordinator>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    id: TestimonialId,
    fields: Fields,
) -> Result<Reply> {
    let name = one_line(fields.text("nome"));
    let faults = needed("nome", &name, (What::NoName, LINE));
    if !faults.is_empty() {
        return page(&actor, (&frame, catalogue), &id, refused(&fields, faults)).await;
    }
    match store::answers::approve(&actor, &id, Signature { version: version(&fields), name: &name }).await? {
        Ok(()) => Ok(done(&id, "approvata")),
        Err(ChangedMeanwhile) => page(&actor, (&frame, catalogue), &id, conflict(&fields, &frame)).await,
    }
}

#[post("/area/testimonial/<id>/ritiro", data = "<fields>")]
async fn withdrawal(
    actor: Actor<Coordinator>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    id: TestimonialId,
    fields: Fields,
) -> Result<Reply> {
    let why = one_line(fields.text("motivo"));
    let faults = needed("motivo", &why, (What::NoReason, LINE));
    if !faults.is_empty() {
        return page(&actor, (&frame, catalogue), &id, refused(&fields, faults)).await;
    }
    store::answers::take_back(&actor, &id, &why).await?;
    Ok(done(&id, "ritirata"))
}

fn refused(typed: &Fields, faults: Vec<Fault>) -> Back<'_> {
    Back { status: Status::UnprocessableEntity, typed, faults, notices: Vec::new() }
}

fn conflict<'a>(typed: &'a Fields, frame: &Frame<'_>) -> Back<'a> {
    let notices = vec![Notice::care(words(frame.lang).another_version)];
    Back { status: Status::Conflict, typed, faults: Vec::new(), notices }
}
