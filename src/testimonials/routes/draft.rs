//! One testimonial for those who prepare it: begun, sent, published, withdrawn; releases.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::public::captions_of;
use super::shown;
use crate::access::form::Fields;
use crate::access::{Actor, Trainer};
use crate::assessments::Catalogue;
use crate::domain::ids::{EnteId, Id, ReleaseId, TestimonialId};
use crate::domain::moment::Day;
use crate::platform::Result;
use crate::testimonials::form::{LINE, SHORT, one_line, too_long};
use crate::testimonials::words::desk::{parts, words};
use crate::testimonials::{Fault, NewRelease, Start, What, pages, store};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![lines, new, begin, one, preview, captions, send, publish, withdraw, release, remove_release]
}

#[get("/area/preparazione")]
async fn lines(actor: Actor<Trainer>, frame: Frame<'_>) -> Result<Reply> {
    Ok(Reply::Page(pages::lines(&frame, &store::reading::lines(&actor).await?, None)))
}

#[get("/area/preparazione/nuova?<cerca>")]
async fn new(actor: Actor<Trainer>, frame: Frame<'_>, cerca: Option<String>) -> Result<Reply> {
    let looked_for = cerca.unwrap_or_default().replace('\0', "");
    let enti = store::reading::enti(&actor, &looked_for).await?;
    Ok(Reply::Page(pages::new(&pages::New { frame: &frame, looked_for: looked_for.trim(), enti: &enti, title: "", faults: &[] })))
}

#[post("/area/preparazione/nuova", data = "<fields>")]
async fn begin(actor: Actor<Trainer>, frame: Frame<'_>, catalogue: &State<Catalogue>, fields: Fields) -> Result<Reply> {
    let (title, ente) = (one_line(fields.text("titolo")), EnteId::parse(fields.text("ente")));
    let enti = store::reading::enti(&actor, fields.text("cerca")).await?;
    let chosen = ente.filter(|id| enti.iter().any(|one| one.id == *id));
    let mut faults: Vec<Fault> = title.is_empty().then(|| Fault::new("titolo", What::NoTitle)).into_iter().collect();
    faults.extend(too_long("titolo", &title, LINE));
    faults.extend(chosen.is_none().then(|| Fault::new("ente", What::NoEnte)));
    if let (Some(ente), true) = (&chosen, faults.is_empty()) {
        let start = Start { ente, title: &title, questionnaire: &catalogue.current().id };
        let id = store::preparing::begin(&actor, &start).await?;
        return Ok(done(&id, "cominciata"));
    }
    let view = pages::New { frame: &frame, looked_for: fields.text("cerca"), enti: &enti, title: &title, faults: &faults };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::new(&view)))
}

fn done(id: &TestimonialId, outcome: &str) -> Reply {
    Reply::Go(format!("{}?esito={outcome}", paths::preparation(id)))
}

/// The page, as it is or as a form came back.
async fn page(
    actor: &Actor<Trainer>,
    frame: &Frame<'_>,
    id: &TestimonialId,
    (status, typed, faults, notices): (Status, &Fields, Vec<Fault>, Vec<Notice>),
) -> Result<Reply> {
    let draft = store::reading::draft(actor, id).await?;
    let view = pages::Draft { frame, draft: &draft, notices, typed, faults: &faults };
    Ok(Reply::PageWith(status, pages::draft(&view)))
}

#[get("/area/preparazione/<id>?<esito>")]
async fn one(actor: Actor<Trainer>, frame: Frame<'_>, id: TestimonialId, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let notice = match esito {
        Some("cominciata") => Some(words.done_begun),
        Some("salvata") => Some(words.done_saved),
        Some("inviata") => Some(words.done_sent),
        Some("pubblicata") => Some(words.done_published),
        Some("ritirata") => Some(words.done_withdrawn),
        Some("liberatoria") => Some(words.done_release),
        Some("liberatoria-tolta") => Some(words.done_release_removed),
        _ => None,
    };
    let notices = notice.map(Notice::done).into_iter().collect();
    page(&actor, &frame, &id, (Status::Ok, &Fields::default(), Vec::new(), notices)).await
}

#[get("/area/preparazione/<id>/anteprima")]
async fn preview(actor: Actor<Trainer>, frame: Frame<'_>, catalogue: &State<Catalogue>, id: TestimonialId) -> Result<Reply> {
    let (draft, words) = (store::reading::draft(&actor, &id).await?, words(frame.lang));
    let markup = shown(&frame, catalogue, (&draft.told, paths::preview(&id)), |page| {
        pages::preview(&page, (words.preparation, paths::PREPARATION), Notice::info(words.preview_notice))
    });
    Ok(Reply::Page(markup))
}

#[get("/area/preparazione/<id>/anteprima/sottotitoli.vtt")]
async fn captions(actor: Actor<Trainer>, id: TestimonialId) -> Result<Reply> {
    captions_of(store::reading::draft(&actor, &id).await?.told.captions)
}

#[post("/area/preparazione/<id>/invio", data = "<fields>")]
async fn send(actor: Actor<Trainer>, frame: Frame<'_>, id: TestimonialId, fields: Fields) -> Result<Reply> {
    let note = fields.text("nota");
    if let Some(fault) = too_long("nota", note, SHORT) {
        return page(&actor, &frame, &id, (Status::UnprocessableEntity, &fields, vec![fault], Vec::new())).await;
    }
    match store::preparing::send(&actor, &id, note).await? {
        Ok(_) => Ok(done(&id, "inviata")),
        Err(missing) => {
            let told = format!("{} {}.", words(frame.lang).not_sent, parts(frame.lang, &missing));
            page(&actor, &frame, &id, (Status::UnprocessableEntity, &fields, Vec::new(), vec![Notice::failed(&told)])).await
        }
    }
}

#[post("/area/preparazione/<id>/pubblicazione")]
async fn publish(actor: Actor<Trainer>, frame: Frame<'_>, id: TestimonialId) -> Result<Reply> {
    match store::preparing::publish(&actor, &id).await? {
        Ok(()) => Ok(done(&id, "pubblicata")),
        Err(_) => {
            let notices = vec![Notice::failed(words(frame.lang).not_published)];
            page(&actor, &frame, &id, (Status::UnprocessableEntity, &Fields::default(), Vec::new(), notices)).await
        }
    }
}

#[post("/area/preparazione/<id>/ritiro", data = "<fields>")]
async fn withdraw(actor: Actor<Trainer>, frame: Frame<'_>, id: TestimonialId, fields: Fields) -> Result<Reply> {
    let why = one_line(fields.text("motivo"));
    if why.is_empty() || why.chars().count() > LINE {
        let faults = vec![Fault::new("motivo", What::NoReason)];
        return page(&actor, &frame, &id, (Status::UnprocessableEntity, &fields, faults, Vec::new())).await;
    }
    store::preparing::withdraw(&actor, &id, &why).await?;
    Ok(done(&id, "ritirata"))
}

/// A release as it was typed, or all that is wrong with it.
fn read(fields: &Fields) -> std::result::Result<NewRelease, Vec<Fault>> {
    let (name, reference) = (one_line(fields.text("nome")), one_line(fields.text("riferimento")));
    let (signed, until) = (Day::parse(fields.text("firmata")), Day::parse(fields.text("scadenza")));
    let mut faults: Vec<Fault> = [too_long("nome", &name, LINE), too_long("riferimento", &reference, LINE)].into_iter().flatten().collect();
    faults.extend(name.is_empty().then(|| Fault::new("nome", What::NoName)));
    faults.extend(reference.is_empty().then(|| Fault::new("riferimento", What::NoReference)));
    faults.extend((!fields.text("scadenza").is_empty() && until.is_none()).then(|| Fault::new("scadenza", What::NoDay)));
    faults.extend(until.zip(signed).filter(|(until, signed)| until < signed).map(|_| Fault::new("scadenza", What::EndsBefore)));
    match signed {
        Some(signed_on) if faults.is_empty() => Ok(NewRelease { name, reference, signed_on, expires_on: until }),
        Some(_) => Err(faults),
        None => {
            faults.push(Fault::new("firmata", What::NoDay));
            Err(faults)
        }
    }
}

#[post("/area/preparazione/<id>/liberatorie", data = "<fields>")]
async fn release(actor: Actor<Trainer>, frame: Frame<'_>, id: TestimonialId, fields: Fields) -> Result<Reply> {
    match read(&fields) {
        Ok(new) => {
            store::releases::add(&actor, &id, &new).await?;
            Ok(done(&id, "liberatoria"))
        }
        Err(faults) => page(&actor, &frame, &id, (Status::UnprocessableEntity, &fields, faults, Vec::new())).await,
    }
}

#[post("/area/preparazione/<id>/liberatorie/<release>/fine")]
async fn remove_release(actor: Actor<Trainer>, id: TestimonialId, release: ReleaseId) -> Result<Reply> {
    store::releases::remove(&actor, &id, &release).await?;
    Ok(done(&id, "liberatoria-tolta"))
}
