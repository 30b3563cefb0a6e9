//! Routes: the people of an ente for its referente, those of an edition for the desk, and both as files.

use rocket::{Route, State, get};

use super::pages::{self, Desk};
use super::words::words;
use super::{Colleague, Told, chosen, listing, of_edition, regions};
use crate::access::roles::OfEnte;
use crate::access::{Actor, Coordinator, Secretariat};
use crate::courses::{self, Shelf};
use crate::domain::edition::Edition;
use crate::domain::ids::{EditionId, Id};
use crate::forum;
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::platform::{Error, Result};
use crate::presence::{self, Whose};
use crate::programme;
use crate::ui::page::{self, Frame};
use crate::ui::reply::{Format, Reply};
use crate::ui::words::Lang;

pub fn routes() -> Vec<Route> {
    rocket::routes![of_ente, ente_csv, ente_xlsx, desk, desk_csv, desk_xlsx]
}

/// What the page of an ente is called.
pub fn name_of_ente(lang: Lang) -> &'static str {
    words(lang).ente_title
}

/// What the page of the desk is called.
pub fn desk_name(lang: Lang) -> &'static str {
    words(lang).desk_title
}

async fn editions<R>(actor: &Actor<R>) -> Result<Vec<Edition>> {
    Ok(programme::all(actor).await?.into_iter().map(|kept| kept.edition).collect())
}

/// The people of the ente by edition and name, what belongs to no edition last; five statements whatever their number.
async fn colleagues(actor: &Actor<Coordinator>, shelf: &Shelf, lang: Lang) -> Result<Vec<(String, Vec<Colleague>)>> {
    let ente = actor.role().ente();
    let told = Told {
        days: presence::attendance(actor, Whose::Ente(ente)).await?,
        forum: forum::attended(actor, Whose::Ente(ente)).await?,
        courses: courses::completed_for(actor, ente).await?,
    };
    let editions = editions(actor).await?;
    let within = editions.iter().map(|edition| (edition.name.clone(), of_edition(&told, Some(edition), &editions, shelf)));
    let without = (words(lang).no_edition.to_owned(), of_edition(&told, None, &editions, shelf));
    Ok(within.chain([without]).filter(|(_, people)| !people.is_empty()).collect())
}

#[get("/area/percorsi")]
async fn of_ente(actor: Actor<Coordinator>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    Ok(Reply::Page(pages::of_ente(&frame, &colleagues(&actor, shelf, frame.lang).await?)))
}

#[get("/area/percorsi.csv")]
async fn ente_csv(actor: Actor<Coordinator>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    let rows = file(colleagues(&actor, shelf, frame.lang).await?, frame.lang);
    Reply::table(&rows, "percorsi", frame.today, Format::Csv)
}

#[get("/area/percorsi.xlsx")]
async fn ente_xlsx(actor: Actor<Coordinator>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    let rows = file(colleagues(&actor, shelf, frame.lang).await?, frame.lang);
    Reply::table(&rows, "percorsi", frame.today, Format::Xlsx)
}

/// The edition asked for, else the current one; and all there are.
async fn asked(actor: &Actor<Secretariat>, id: &str) -> Result<(Option<Edition>, Vec<Edition>)> {
    let all = editions(actor).await?;
    if id.is_empty() {
        return Ok((programme::current(actor).await?, all));
    }
    let id = EditionId::parse(id).ok_or(Error::NotFound)?;
    let found = all.iter().find(|edition| edition.id == id).cloned().ok_or(Error::NotFound)?;
    Ok((Some(found), all))
}

/// The people of an edition by name.
async fn people(actor: &Actor<Secretariat>, edition: &Edition, (all, shelf): (&[Edition], &Shelf)) -> Result<Vec<Colleague>> {
    let told = Told {
        days: presence::attendance(actor, Whose::Edition(&edition.id)).await?,
        forum: forum::attended(actor, Whose::Edition(&edition.id)).await?,
        courses: courses::completed_by_all(actor).await?,
    };
    Ok(of_edition(&told, Some(edition), all, shelf))
}

#[get("/segreteria/percorsi")]
async fn desk(actor: Actor<Secretariat>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    let listing = listing(&frame.path);
    let (edition, all) = asked(&actor, listing.get("edizione")).await?;
    let people = match &edition {
        Some(edition) => people(&actor, edition, (&all, shelf)).await?,
        None => Vec::new(),
    };
    let (regions, rows) = (regions(&people), chosen(people, &listing));
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    if listing.page() > listing.last(total) {
        return Ok(Reply::Go(listing.at_page(listing.last(total))));
    }
    let (size, offset) = (listing.size(), (listing.page() - 1) * listing.size());
    let shown: Vec<Colleague> = rows.into_iter().skip(offset).take(size).collect();
    let edition = edition.as_ref();
    Ok(Reply::Page(pages::desk(&Desk { frame: &frame, listing: &listing, edition, all: &all, regions, rows: &shown, total })))
}

#[get("/segreteria/percorsi.csv")]
async fn desk_csv(actor: Actor<Secretariat>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    Reply::table(&rows(&actor, &frame, shelf).await?, "percorsi", frame.today, Format::Csv)
}

#[get("/segreteria/percorsi.xlsx")]
async fn desk_xlsx(actor: Actor<Secretariat>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    Reply::table(&rows(&actor, &frame, shelf).await?, "percorsi", frame.today, Format::Xlsx)
}

/// All rows that the filters leave, in the order of the page.
async fn rows(actor: &Actor<Secretariat>, frame: &Frame<'_>, shelf: &Shelf) -> Result<Spreadsheet> {
    let listing = listing(&frame.path);
    let (edition, all) = asked(actor, listing.get("edizione")).await?;
    let of_edition = match edition {
        Some(edition) => {
            let people = people(actor, &edition, (&all, shelf)).await?;
            vec![(edition.name, chosen(people, &listing))]
        }
        None => Vec::new(),
    };
    Ok(file(of_edition, frame.lang))
}

fn file(editions: Vec<(String, Vec<Colleague>)>, lang: Lang) -> Spreadsheet {
    let words = words(lang);
    let named = [
        (words.edition, 30),
        (words.person, 28),
        (words.ente, 34),
        (words.region, 18),
        (words.qualifica, 28),
        (words.days, 10),
        (words.minutes, 10),
        (words.themes, 50),
        (words.forum_days, 12),
        (words.asked, 10),
        (words.posted, 10),
        (words.courses, 10),
        (words.titles, 50),
    ];
    let rows = editions.iter().flat_map(|(edition, people)| people.iter().map(|one| cells(edition, one)));
    let headings = named.map(|(name, width)| Heading { name, width }).to_vec();
    Spreadsheet { title: words.sheet, headings, rows: rows.collect() }
}

fn cells(edition: &str, one: &Colleague) -> Vec<Cell> {
    let number = |n: usize| Cell::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let forum = &one.forum;
    vec![
        Cell::text(edition),
        Cell::text(&one.name),
        Cell::text(one.ente.as_ref().map(page::ente).unwrap_or_default()),
        Cell::text(&one.region),
        Cell::text(&one.qualifica),
        number(one.days()),
        Cell::Number(one.minutes()),
        Cell::text(one.themes()),
        number(forum.len()),
        Cell::Number(forum.iter().map(|day| day.did.asked).sum()),
        Cell::Number(forum.iter().map(|day| day.did.posted).sum()),
        number(one.courses.len()),
        Cell::text(one.titles()),
    ]
}
