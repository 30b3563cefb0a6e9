//! Routes: `/segreteria/rendicontazione`, its files, the letters to one or to all.

use rocket::{Route, get, post};

use super::pages::{self, Table};
use super::words::{field, words};
use super::{Asked, Line, listing, store};
use crate::access::{Actor, RoleName, Secretariat};
use crate::domain::edition::{Edition, ParticipantField};
use crate::domain::ids::PersonId;
use crate::enti;
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::platform::{Error, Result};
use crate::programme;
use crate::ui::listing::Listing;
use crate::ui::page::{Frame, Notice, ente};
use crate::ui::paths;
use crate::ui::reply::{Format, Reply};
use crate::ui::sitemap::{Audience, Entry};
use crate::ui::words::Lang;

pub const SITEMAP: &[Entry] = &[Entry::new(paths::REPORTING, |lang| words(lang).title, Audience::Only(RoleName::Secretariat))];

pub fn routes() -> Vec<Route> {
    rocket::routes![table, csv, xlsx, ask, before_all, ask_all]
}

/// The edition that counts, if its funder asks anything.
async fn asking(actor: &Actor<Secretariat>) -> Result<Option<Edition>> {
    Ok(programme::current(actor).await?.filter(|edition| !edition.terms.funding.asked.is_empty()))
}

#[get("/segreteria/rendicontazione?<esito>&<spediti>")]
async fn table(actor: Actor<Secretariat>, frame: Frame<'_>, esito: Option<&str>, spediti: Option<u32>) -> Result<Reply> {
    let listing = listing(&frame.path);
    let Some(edition) = asking(&actor).await? else { return Ok(Reply::Page(pages::nothing_asked(&frame))) };
    let found = store::find(&actor, &edition, &listing, listing.window()).await?;
    if found.total == 0 && listing.page() > 1 {
        let found = store::find(&actor, &edition, &listing, (1, 0)).await?;
        return Ok(Reply::Go(listing.at_page(listing.last(found.total))));
    }
    let words = words(frame.lang);
    let notice = match esito {
        Some("chiesto") => Some(Notice::done(words.asked)),
        Some("recente") => Some(Notice::info(words.asked_lately)),
        Some("completo") => Some(Notice::info(words.nothing_lacking)),
        Some("annotati") => Some(Notice::done(words.noted)),
        Some("spediti") => Some(Notice::done(&(words.sent)(spediti.unwrap_or_default()))),
        _ => None,
    };
    let regions = enti::provinces(&actor).await?.into_iter().map(|(_, region)| region).collect();
    let view = Table { frame: &frame, edition: &edition, listing: &listing, found, regions, now: actor.now(), notice };
    Ok(Reply::Page(pages::table(&view)))
}

#[get("/segreteria/rendicontazione.csv")]
async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame).await?, "manca-per-la-rendicontazione", frame.today, Format::Csv)
}

#[get("/segreteria/rendicontazione.xlsx")]
async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame).await?, "manca-per-la-rendicontazione", frame.today, Format::Xlsx)
}

/// The rows that the filters leave, in the order of the page; a column for each field that is asked.
async fn file(actor: &Actor<Secretariat>, frame: &Frame<'_>) -> Result<Spreadsheet> {
    let edition = asking(actor).await?;
    let asked = edition.as_ref().map(pages::fields).unwrap_or_default();
    let lines = match &edition {
        Some(edition) => store::find(actor, edition, &listing(&frame.path), store::ALL).await?.lines,
        None => Vec::new(),
    };
    let words = words(frame.lang);
    let heading = |name, width| Heading { name, width };
    let first = [heading(words.ente, 34), heading(words.region, 18), heading(words.name, 28), heading(words.address, 34)];
    let own = asked.iter().map(|asked| heading(field(frame.lang, *asked), 18));
    let headings = first.into_iter().chain(own).chain([heading(words.letter, 16)]).collect();
    let rows = lines.into_iter().map(|line| cells(line, &asked, frame.lang)).collect();
    Ok(Spreadsheet { title: words.title, headings, rows })
}

fn cells(line: Line, asked: &[ParticipantField], lang: Lang) -> Vec<Cell> {
    let lacks = asked.iter().map(|field| Cell::text(if line.fields.contains(field) { words(lang).lacks } else { "" })).collect::<Vec<_>>();
    let first = [Cell::text(ente(&line.ente)), Cell::text(line.region), Cell::text(line.name), Cell::text(line.email)];
    first.into_iter().chain(lacks).chain([Cell::day(line.asked_at.map(|at| at.day()))]).collect()
}

/// The same rows again, with what came of it.
fn back(listing: &Listing, outcome: &str) -> Reply {
    let to = listing.at_page(listing.page());
    let joint = if to.contains('?') { '&' } else { '?' };
    Reply::Go(format!("{to}{joint}esito={outcome}"))
}

#[post("/segreteria/rendicontazione/persone/<id>")]
async fn ask(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId) -> Result<Reply> {
    let edition = asking(&actor).await?.ok_or(Error::NotFound)?;
    let outcome = match store::ask(&actor, &edition, &id).await? {
        Asked::Sent => "chiesto",
        Asked::Lately => "recente",
        Asked::NothingLacking => "completo",
    };
    Ok(back(&listing(&frame.path), outcome))
}

#[get("/segreteria/rendicontazione/lettere")]
async fn before_all(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    let edition = asking(&actor).await?.ok_or(Error::NotFound)?;
    let listing = listing(&frame.path);
    let found = store::find(&actor, &edition, &listing, (1, 0)).await?;
    let ready = store::to_ask(&actor, &edition, &listing).await?.len();
    Ok(Reply::Page(pages::before_all(&frame, &listing, ready, found.people)))
}

/// Each in a transaction of its own: interrupted, the rest can be sent by asking again.
#[post("/segreteria/rendicontazione/lettere")]
async fn ask_all(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    let edition = asking(&actor).await?.ok_or(Error::NotFound)?;
    let listing = listing(&frame.path);
    let mut sent = 0;
    for person in store::to_ask(&actor, &edition, &listing).await? {
        match store::ask(&actor, &edition, &person).await {
            Ok(Asked::Sent) => sent += 1,
            // Erased or disabled at this moment.
            Ok(_) | Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(back(&listing, &format!("spediti&spediti={sent}")))
}
