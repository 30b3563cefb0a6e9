//! Routes of the summary for the funder.

use rocket::{Route, get};

use super::pages::{self, Summary};
use super::words::{class, named, width, words};
use super::{By, Head, Sum, counted, sums};
use crate::access::{Actor, Secretariat};
use crate::domain::edition::Edition;
use crate::domain::ids::{EditionId, Id};
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::platform::{Error, Result};
use crate::presence::totals::{Line, store};
use crate::programme;
use crate::ui::page::Frame;
use crate::ui::reply::{Format, Reply};
use crate::ui::words::Lang;

pub fn routes() -> Vec<Route> {
    rocket::routes![desk, csv, xlsx]
}

/// What the page is called.
pub fn name(lang: Lang) -> &'static str {
    words(lang).title
}

/// The edition asked for, else the current one; and all there are.
async fn editions(actor: &Actor<Secretariat>, asked: Option<&str>) -> Result<(Option<Edition>, Vec<Edition>)> {
    let all: Vec<Edition> = programme::all(actor).await?.into_iter().map(|kept| kept.edition).collect();
    let id = match asked.filter(|asked| !asked.is_empty()) {
        Some(asked) => Some(EditionId::parse(asked).ok_or(Error::NotFound)?),
        None => programme::current(actor).await?.map(|edition| edition.id),
    };
    let Some(id) = id else { return Ok((None, all)) };
    let found = all.iter().find(|edition| edition.id == id).cloned().ok_or(Error::NotFound)?;
    Ok((Some(found), all))
}

async fn lines(actor: &Actor<Secretariat>, edition: Option<&Edition>) -> Result<Vec<Line>> {
    match edition {
        Some(edition) => store::lines(actor, &edition.id).await,
        None => Ok(Vec::new()),
    }
}

#[get("/segreteria/presenze/riepilogo?<edizione>")]
async fn desk(actor: Actor<Secretariat>, frame: Frame<'_>, edizione: Option<&str>) -> Result<Reply> {
    let (edition, all) = editions(&actor, edizione).await?;
    let lines = lines(&actor, edition.as_ref()).await?;
    Ok(Reply::Page(pages::summary(&Summary { frame: &frame, edition: edition.as_ref(), all: &all, lines: &counted(&lines) })))
}

#[get("/segreteria/presenze/riepilogo.csv?<edizione>")]
async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>, edizione: Option<&str>) -> Result<Reply> {
    file(&actor, &frame, edizione, Format::Csv).await
}

#[get("/segreteria/presenze/riepilogo.xlsx?<edizione>")]
async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>, edizione: Option<&str>) -> Result<Reply> {
    file(&actor, &frame, edizione, Format::Xlsx).await
}

async fn file(actor: &Actor<Secretariat>, frame: &Frame<'_>, asked: Option<&str>, format: Format) -> Result<Reply> {
    let (edition, _) = editions(actor, asked).await?;
    let lines = lines(actor, edition.as_ref()).await?;
    let sheet = sheet(edition.as_ref(), &counted(&lines), frame.lang);
    Reply::table(&sheet, "rendicontazione", frame.today, format)
}

/// A row for each set of people who are alike in all that is counted by.
fn sheet(edition: Option<&Edition>, lines: &[&Line], lang: Lang) -> Spreadsheet {
    let words = words(lang);
    let by = edition.map(By::of).unwrap_or_default();
    let fixed = [(words.edition, 30), (words.project, 18), (words.cup, 18)];
    let counts = [(words.people, 10), (words.sessions, 12), (words.minutes, 12), (words.hours, 12), (words.from, 12), (words.to, 12)];
    let headings = fixed.into_iter().chain(by.iter().map(|by| (named(lang, *by), width(*by)))).chain(counts);
    let headings = headings.map(|(name, width)| Heading { name, width }).collect();
    let alike = sums(lines, |line| by.iter().map(|by| by.head(line)).collect::<Vec<Head>>());
    let rows = alike.iter().map(|(heads, sum)| row(edition, heads, sum, lang)).collect();
    Spreadsheet { title: words.sheet, headings, rows }
}

fn row(edition: Option<&Edition>, heads: &[Head], sum: &Sum, lang: Lang) -> Vec<Cell> {
    let told = edition.map(|edition| (edition.name.as_str(), edition.terms.funding.project.as_str(), edition.terms.funding.cup.as_str()));
    let (name, project, cup) = told.unwrap_or_default();
    let head = |head: &Head| match head {
        Head::Text(text) => Cell::text(text),
        Head::Class(one) => Cell::text(class(lang, *one)),
        Head::Unknown => Cell::Empty,
    };
    let counts = [
        Cell::Number(sum.people()),
        Cell::Number(sum.sessions),
        Cell::Number(sum.minutes),
        Cell::Hundredths(sum.hundredths()),
        Cell::day(sum.first.map(|at| at.day())),
        Cell::day(sum.last.map(|at| at.day())),
    ];
    [Cell::text(name), Cell::text(project), Cell::text(cup)].into_iter().chain(heads.iter().map(head)).chain(counts).collect()
}
