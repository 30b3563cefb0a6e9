//! Routes of adhesions: how one ente stands, how it is reached, and codes for many at once. For the segreteria alone.

mod addresses;
mod codes;

use rocket::http::{ContentType, Status};
use rocket::{Route, State, get, post};

use super::pages::{self, AdhesionPage, PaperForm, Printing, Typed};
use super::words::words;
use super::{Addressee, Fault, Paper, PaperKind, State as Standing, store};
use crate::access::form::Fields;
use crate::access::session::EnteName;
use crate::access::{Actor, Secretariat};
use crate::domain::edition::{Edition, may_take_part};
use crate::domain::ids::EnteId;
use crate::domain::moment::{Day, Moment};
use crate::domain::place_names::fold;
use crate::enti::store as enti_store;
use crate::platform::config::Config;
use crate::platform::{Error, Result, documents};
use crate::programme;
use crate::ui::page::{Frame, Notice};
use crate::ui::reply::Reply;
use crate::ui::{edition, paths};

/// Longest note and reference, in characters.
const NOTE_MAX: usize = 500;
/// Days for which a code is taken unless the desk says otherwise.
const DAYS: i32 = 90;

pub fn routes() -> Vec<Route> {
    rocket::routes![adhesion, state, exception, acts, code, addresses::show, addresses::set, codes::choose, codes::make]
}

/// The edition of today and the ente; without an edition there is nothing to adhere to.
async fn scene(actor: &Actor<Secretariat>, id: &EnteId) -> Result<(Edition, EnteName)> {
    let edition = programme::current(actor).await?.ok_or(Error::NotFound)?;
    let (ente, _) = enti_store::one(actor, id).await?;
    Ok((edition, ente.named()))
}

/// The last day of a code: in three months, or when the edition ends if that is sooner.
fn last_day(actor: &Actor<Secretariat>, edition: &Edition) -> Day {
    let today = actor.now().day();
    let usual = today.plus_days(DAYS);
    if edition.ends_on >= today { usual.min(edition.ends_on) } else { usual }
}

async fn page(
    actor: &Actor<Secretariat>,
    frame: &Frame<'_>,
    id: &EnteId,
    (typed, faults): (Option<Typed>, Vec<Fault>),
) -> Result<maud::Markup> {
    let (edition, ente) = scene(actor, id).await?;
    let stands = store::of(actor, &edition.id, id).await?;
    let facts = programme::facts_of(actor, &edition.id, id).await?;
    let outside = may_take_part(&edition.terms, &facts, actor.now().day()).err().map(|why| edition::outside(frame.lang, &why, &edition));
    let typed = match typed {
        Some(typed) => typed,
        None => Typed {
            note: String::new(),
            papers: kept_papers(&store::papers(actor, &edition.id, id).await?),
            until: last_day(actor, &edition).to_string(),
        },
    };
    let notice = notice(frame);
    Ok(pages::adhesion(&AdhesionPage { frame, ente: &ente, edition: &edition, stands, outside, typed, faults, notice }))
}

fn notice(frame: &Frame<'_>) -> Option<Notice> {
    let words = words(frame.lang);
    let query = frame.path.split_once('?').map_or("", |(_, query)| query);
    match query.split('&').find_map(|pair| pair.strip_prefix("esito="))? {
        "stato" => Some(Notice::done(words.state_changed)),
        "nel-frattempo" => Some(Notice::care(words.changed_meanwhile)),
        "deroga" => Some(Notice::done(words.exception_changed)),
        "atti" => Some(Notice::done(words.papers_kept)),
        "attesa" => Some(Notice::care(words.code_waits)),
        _ => None,
    }
}

fn kept_papers(kept: &[Paper]) -> Vec<PaperForm> {
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let form = |kind: PaperKind| {
        let paper = kept.iter().find(|paper| paper.kind == kind);
        PaperForm {
            kind,
            reference: paper.map(|p| p.reference.clone()).unwrap_or_default(),
            sent_number: paper.map(|p| p.sent_number.clone()).unwrap_or_default(),
            sent_on: day(paper.and_then(|p| p.sent_on)),
            received_number: paper.map(|p| p.received_number.clone()).unwrap_or_default(),
            received_on: day(paper.and_then(|p| p.received_on)),
        }
    };
    PaperKind::ALL.map(form).into()
}

#[get("/segreteria/enti/<id>/adesione")]
async fn adhesion(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId) -> Result<Reply> {
    Ok(Reply::Page(page(&actor, &frame, &id, (None, Vec::new())).await?))
}

fn back(id: &EnteId, outcome: &str) -> Reply {
    Reply::Go(format!("{}?esito={outcome}", paths::adhesion(id)))
}

#[post("/segreteria/enti/<id>/adesione/stato", data = "<fields>")]
async fn state(actor: Actor<Secretariat>, id: EnteId, fields: Fields) -> Result<Reply> {
    let (edition, _) = scene(&actor, &id).await?;
    let wanted = Standing::parse(fields.text("stato")).ok_or(Error::BadRequest("stato"))?;
    let done = match store::of(&actor, &edition.id, &id).await? {
        None if wanted == Standing::Invited => store::invite(&actor, &edition.id, std::slice::from_ref(&id)).await? == 1,
        None => false,
        Some(_) => {
            let seen = fields.text("visto").parse().unwrap_or(0);
            store::change_state(&actor, (&edition.id, &id), wanted, seen).await?.is_ok()
        }
    };
    Ok(back(&id, if done { "stato" } else { "nel-frattempo" }))
}

#[post("/segreteria/enti/<id>/adesione/deroga", data = "<fields>")]
async fn exception(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId, fields: Fields) -> Result<Reply> {
    let (edition, _) = scene(&actor, &id).await?;
    if fields.text("azione") == "togli" {
        store::admit(&actor, &edition.id, &id, store::Admitting::NoLonger).await?;
        return Ok(back(&id, "deroga"));
    }
    let note = fields.text("motivo");
    let fault = match note.chars().count() {
        0 => Some(Fault::NoNote),
        length if length > NOTE_MAX => Some(Fault::TooLong("motivo")),
        _ => None,
    };
    let Some(fault) = fault else {
        store::admit(&actor, &edition.id, &id, store::Admitting::Because(note)).await?;
        return Ok(back(&id, "deroga"));
    };
    let papers = kept_papers(&store::papers(&actor, &edition.id, &id).await?);
    let typed = Typed { note: note.to_owned(), papers, until: last_day(&actor, &edition).to_string() };
    Ok(Reply::PageWith(Status::UnprocessableEntity, page(&actor, &frame, &id, (Some(typed), vec![fault])).await?))
}

#[post("/segreteria/enti/<id>/adesione/atti", data = "<fields>")]
async fn acts(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId, fields: Fields) -> Result<Reply> {
    let (edition, _) = scene(&actor, &id).await?;
    let forms: Vec<PaperForm> = PaperKind::ALL.map(|kind| PaperForm::read(kind, &fields)).into();
    let mut faults = Vec::new();
    let papers: Vec<Paper> = forms.iter().map(|form| form.sound(&mut faults)).collect();
    if faults.is_empty() {
        store::keep_papers(&actor, &edition.id, &id, &papers).await?;
        return Ok(back(&id, "atti"));
    }
    let typed = Typed { note: String::new(), papers: forms, until: last_day(&actor, &edition).to_string() };
    Ok(Reply::PageWith(Status::UnprocessableEntity, page(&actor, &frame, &id, (Some(typed), faults)).await?))
}

/// The last day as typed, and the instant after it.
fn expiry(actor: &Actor<Secretariat>, typed: &str) -> Option<(Day, Moment)> {
    let day = Day::parse(typed).filter(|day| *day >= actor.now().day() && *day <= actor.now().day().plus_days(730))?;
    Some((day, Moment::at(day.plus_days(1), 0, 0)?))
}

#[post("/segreteria/enti/<id>/adesione/codice", data = "<fields>")]
async fn code(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId, fields: Fields, config: &State<Config>) -> Result<Reply> {
    let (edition, ente) = scene(&actor, &id).await?;
    let until = fields.text("scadenza");
    let Some((until, expires)) = expiry(&actor, until) else {
        let papers = kept_papers(&store::papers(&actor, &edition.id, &id).await?);
        let typed = Typed { note: String::new(), papers, until: until.to_owned() };
        return Ok(Reply::PageWith(Status::UnprocessableEntity, page(&actor, &frame, &id, (Some(typed), vec![Fault::Expiry])).await?));
    };
    let enti = [id.clone()];
    let wanted = store::Wanted { edition: &edition.id, enti: &enti, expires, replace: fields.has("sostituisci") };
    let pec = store::addresses(&actor, &id).await?.pec;
    let Some(made) = store::make_codes(&actor, &wanted).await?.pop() else { return Ok(back(&id, "attesa")) };
    let name = format!("attivazione-{}.pdf", slug(&ente));
    let printing = Printing { config, edition: &edition, today: actor.now().day(), until };
    let body = documents::pdf(printing.letter(&Addressee { ente, pec, waits: false }, &made.code)).await?;
    Ok(Reply::File { name, media: ContentType::PDF, body })
}

/// `Sant'Àgata de' Goti (BN)` → `sant-agata-de-goti-bn`.
fn slug(ente: &EnteName) -> String {
    fold(&format!("{} {}", ente.name, ente.province)).replace(' ', "-")
}

impl PaperForm {
    fn read(kind: PaperKind, fields: &Fields) -> PaperForm {
        let line = |what| fields.text(pages::control(kind, what)).split_whitespace().collect::<Vec<_>>().join(" ");
        PaperForm {
            kind,
            reference: line("atto"),
            sent_number: line("numero"),
            sent_on: line("giorno"),
            received_number: line("nostro-numero"),
            received_on: line("nostro-giorno"),
        }
    }

    fn sound(&self, faults: &mut Vec<Fault>) -> Paper {
        for (what, text) in [("atto", &self.reference), ("numero", &self.sent_number), ("nostro-numero", &self.received_number)] {
            if text.chars().count() > NOTE_MAX {
                faults.push(Fault::TooLong(pages::control(self.kind, what)));
            }
        }
        let mut day = |what, text: &str| {
            let day = Day::parse(text);
            if day.is_none() && !text.is_empty() {
                faults.push(Fault::NotADay(pages::control(self.kind, what)));
            }
            day
        };
        let (sent_on, received_on) = (day("giorno", &self.sent_on), day("nostro-giorno", &self.received_on));
        Paper {
            kind: self.kind,
            reference: self.reference.clone(),
            sent_number: self.sent_number.clone(),
            sent_on,
            received_number: self.received_number.clone(),
            received_on,
        }
    }
}
