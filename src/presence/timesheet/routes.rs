//! Routes of the hours of who teaches.

use rocket::http::{ContentType, Status};
use rocket::{Route, State, get, post};

use super::pages::{self, Own};
use super::words::words;
use super::{Draft, Line, store};
use crate::access::form::Fields;
use crate::access::{Actor, Secretariat, Trainer};
use crate::domain::edition::Edition;
use crate::domain::ids::PersonId;
use crate::platform::config::Config;
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::platform::{Error, Result, documents};
use crate::presence::words as shared;
use crate::programme;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::{Format, Reply};
use crate::ui::words::Lang;

pub fn routes() -> Vec<Route> {
    rocket::routes![own, confirm, own_pdf, desk, csv, xlsx, pdf]
}

/// What the page of the docente is called.
pub fn name(lang: Lang) -> &'static str {
    words(lang).own
}

/// What the page of the desk is called.
pub fn desk_name(lang: Lang) -> &'static str {
    words(lang).desk
}

async fn lines<R>(actor: &Actor<R>, person: Option<&PersonId>) -> Result<(Option<Edition>, Vec<Line>)> {
    match programme::current(actor).await? {
        Some(edition) => {
            let lines = store::lines(actor, &edition.id, person).await?;
            Ok((Some(edition), lines))
        }
        None => Ok((None, Vec::new())),
    }
}

#[get("/area/docenza/ore?<esito>")]
async fn own(actor: Actor<Trainer>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let (_, lines) = lines(&actor, Some(actor.person())).await?;
    let notice = (esito == Some("confermata")).then(|| Notice::done(words(frame.lang).done));
    Ok(Reply::Page(pages::own(&Own { frame: &frame, lines: &lines, now: actor.now(), back: None, notice })))
}

#[post("/area/docenza/ore", data = "<fields>")]
async fn confirm(actor: Actor<Trainer>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let draft = Draft::read(&fields).ok_or(Error::BadRequest("no session"))?;
    let fault = match draft.check() {
        Ok(minutes) => {
            store::confirm(&actor, &draft.session, &draft.topic, minutes).await?;
            return Ok(Reply::Go(format!("{}?esito=confermata", paths::OWN_HOURS)));
        }
        Err(fault) => fault,
    };
    let (_, lines) = lines(&actor, Some(actor.person())).await?;
    if !lines.iter().any(|line| line.session.id == draft.session) {
        return Err(Error::NotFound);
    }
    let view = Own { frame: &frame, lines: &lines, now: actor.now(), back: Some((&draft, fault)), notice: None };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::own(&view)))
}

#[get("/area/docenza/ore.pdf")]
async fn own_pdf(actor: Actor<Trainer>, config: &State<Config>) -> Result<Reply> {
    let (edition, lines) = lines(&actor, Some(actor.person())).await?;
    paper(config, edition.as_ref(), &lines).await
}

/// The sheet of the docente of these lines; of nobody there is none.
async fn paper(config: &Config, edition: Option<&Edition>, lines: &[Line]) -> Result<Reply> {
    let (Some(edition), Some(first)) = (edition, lines.first()) else { return Err(Error::NotFound) };
    let body = documents::pdf(pages::sheet(config, edition, &first.name, lines)).await?;
    Ok(Reply::File { name: "foglio-ore.pdf".to_owned(), media: ContentType::PDF, body })
}

#[get("/segreteria/ore-docenza")]
async fn desk(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    let (edition, lines) = lines(&actor, None).await?;
    Ok(Reply::Page(pages::desk(&frame, edition.as_ref().map(|edition| edition.name.as_str()), &lines)))
}

#[get("/segreteria/ore-docenza.csv")]
async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(lines(&actor, None).await?.1, frame.lang), "ore-docenza", frame.today, Format::Csv)
}

#[get("/segreteria/ore-docenza.xlsx")]
async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(lines(&actor, None).await?.1, frame.lang), "ore-docenza", frame.today, Format::Xlsx)
}

#[get("/segreteria/ore-docenza/<person>/foglio.pdf")]
async fn pdf(actor: Actor<Secretariat>, config: &State<Config>, person: PersonId) -> Result<Reply> {
    let (edition, lines) = lines(&actor, Some(&person)).await?;
    paper(config, edition.as_ref(), &lines).await
}

fn file(lines: Vec<Line>, lang: Lang) -> Spreadsheet {
    let words = words(lang);
    let named = [
        (words.name, 28),
        (words.day, 12),
        (words.session, 24),
        (words.seminar, 34),
        (words.city, 18),
        (words.topic, 40),
        (words.minutes_taught, 10),
        (words.confirmed_on, 14),
    ];
    let row = |line: Line| {
        vec![
            Cell::text(&line.name),
            Cell::Day(line.session.starts_at.day()),
            Cell::text(shared::session(lang, &line.session)),
            Cell::text(&line.title),
            Cell::text(&line.city),
            Cell::text(line.topic()),
            Cell::Number(line.minutes()),
            Cell::day(line.confirmed.as_ref().map(|said| said.at.day())),
        ]
    };
    let headings = named.map(|(name, width)| Heading { name, width }).to_vec();
    Spreadsheet { title: words.desk, headings, rows: lines.into_iter().map(row).collect() }
}
