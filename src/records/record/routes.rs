//! Routes of the record.

use rocket::{Route, State, get};

use super::pages::{self, Colleague, Record};
use super::words::words;
use super::{by_edition, courses_of, of_person};
use crate::access::roles::OfEnte;
use crate::access::{Actor, Coordinator, Person};
use crate::courses::Shelf;
use crate::domain::edition::Edition;
use crate::domain::ids::PersonId;
use crate::domain::place_names::fold;
use crate::platform::Result;
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::presence::{self, Attendance, Whose};
use crate::programme;
use crate::records::certificates;
use crate::ui::page::Frame;
use crate::ui::reply::{Format, Reply};
use crate::ui::words::Lang;

pub fn routes() -> Vec<Route> {
    rocket::routes![own, of_ente, csv, xlsx]
}

/// What the page of a person is called.
pub fn name(lang: Lang) -> &'static str {
    words(lang).title
}

/// What the page of an ente is called.
pub fn name_of_ente(lang: Lang) -> &'static str {
    words(lang).ente_title
}

#[get("/area/percorso")]
async fn own(actor: Actor<Person>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    let editions = of_person(&actor, actor.person()).await?;
    let certificates = certificates::store::of_person(&actor, actor.person()).await?;
    let courses = courses_of(&actor, shelf, actor.person()).await?;
    let view = Record { frame: &frame, editions: &editions, certificates: &certificates, courses: &courses, shelf, now: actor.now() };
    Ok(Reply::Page(pages::record(&view)))
}

/// The people of the ente by edition and name; three statements whatever their number.
async fn colleagues(actor: &Actor<Coordinator>) -> Result<Vec<(String, Vec<Colleague>)>> {
    let lines = presence::attendance(actor, Whose::Ente(actor.role().ente())).await?;
    let editions: Vec<Edition> = programme::all(actor).await?.into_iter().map(|kept| kept.edition).collect();
    let mut people: Vec<(PersonId, Vec<Attendance>)> = Vec::new();
    for line in lines {
        match people.iter_mut().find(|(person, _)| *person == line.person) {
            Some((_, of)) => of.push(line),
            None => people.push((line.person.clone(), vec![line])),
        }
    }
    people.sort_by_cached_key(|(person, lines)| (lines.first().map(|line| fold(&line.name)), person.clone()));
    let of_edition = |edition: &Edition| {
        let of_one = |(_, lines): &(PersonId, Vec<Attendance>)| {
            let record = by_edition(lines, std::slice::from_ref(edition)).pop()?;
            let last = lines.iter().filter(|line| line.edition == edition.id).max_by_key(|line| line.session.starts_at)?;
            Some(Colleague { name: last.name.clone(), qualifica: last.qualifica.clone(), record })
        };
        let found: Vec<Colleague> = people.iter().filter_map(of_one).collect();
        (!found.is_empty()).then(|| (edition.name.clone(), found))
    };
    Ok(editions.iter().filter_map(of_edition).collect())
}

#[get("/area/percorsi")]
async fn of_ente(actor: Actor<Coordinator>, frame: Frame<'_>) -> Result<Reply> {
    Ok(Reply::Page(pages::of_ente(&frame, &colleagues(&actor).await?)))
}

#[get("/area/percorsi.csv")]
async fn csv(actor: Actor<Coordinator>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(colleagues(&actor).await?, frame.lang), "percorsi", frame.today, Format::Csv)
}

#[get("/area/percorsi.xlsx")]
async fn xlsx(actor: Actor<Coordinator>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(colleagues(&actor).await?, frame.lang), "percorsi", frame.today, Format::Xlsx)
}

fn file(editions: Vec<(String, Vec<Colleague>)>, lang: Lang) -> Spreadsheet {
    let words = words(lang);
    let named =
        [(words.edition, 30), (words.person, 28), (words.qualifica, 28), (words.days_held, 10), (words.minutes, 10), (words.themes, 50)];
    let rows = editions.into_iter().flat_map(|(edition, people)| {
        let row = move |one: Colleague| {
            let days = i64::try_from(one.days_held()).unwrap_or(i64::MAX);
            let themes = one.themes();
            vec![
                Cell::text(&edition),
                Cell::text(&one.name),
                Cell::text(&one.qualifica),
                Cell::Number(days),
                Cell::Number(one.record.minutes()),
                Cell::text(themes),
            ]
        };
        people.into_iter().map(row).collect::<Vec<_>>()
    });
    let headings = named.map(|(name, width)| Heading { name, width }).to_vec();
    Spreadsheet { title: words.sheet, headings, rows: rows.collect() }
}
