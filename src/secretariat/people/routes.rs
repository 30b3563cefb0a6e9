//! Routes: the table of people and its files, one person, appointments given and ended.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::pages::{self, Appointing, PersonPage, Register};
use super::words::words;
use super::{Draft, Held, Line, listing, store};
use crate::access::form::Fields;
use crate::access::{Actor, RoleName, Secretariat};
use crate::courses::Shelf;
use crate::domain::ids::{AppointmentId, PersonId};
use crate::enti;
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::platform::{Error, Result};
use crate::records;
use crate::secretariat::contacts::{self, Subject};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::{Format, Reply};
use crate::ui::sitemap::{Audience, Entry};
use crate::ui::words::Lang;

pub const SITEMAP: &[Entry] = &[Entry::new(paths::PEOPLE, |lang| words(lang).people, Audience::Only(RoleName::Secretariat))];

pub fn routes() -> Vec<Route> {
    rocket::routes![register, csv, xlsx, one, appointing, appoint, ending, dismiss]
}

/// More people than there are: the files hold all rows.
const ALL: (i64, i64) = (10_000_000, 0);
/// Contacts and letters on a person's page.
const LATEST: i64 = 20;

#[get("/segreteria/persone")]
async fn register(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    let listing = listing(&frame.path);
    let (lines, total) = store::find(&actor, &listing, listing.window()).await?;
    if total == 0 && listing.page() > 1 {
        let (_, total) = store::find(&actor, &listing, (1, 0)).await?;
        return Ok(Reply::Go(listing.at_page(listing.last(total))));
    }
    let provinces = enti::provinces(&actor).await?;
    Ok(Reply::Page(pages::register(&Register { frame: &frame, listing: &listing, lines, total, provinces })))
}

#[get("/segreteria/persone.csv")]
async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame).await?, "persone", frame.today, Format::Csv)
}

#[get("/segreteria/persone.xlsx")]
async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame).await?, "persone", frame.today, Format::Xlsx)
}

/// The rows that the filters leave, in the order of the page.
async fn file(actor: &Actor<Secretariat>, frame: &Frame<'_>) -> Result<Spreadsheet> {
    let (lines, _) = store::find(actor, &listing(&frame.path), ALL).await?;
    let words = words(frame.lang);
    let heading = |name, width| Heading { name, width };
    let headings = vec![
        heading(words.name, 28),
        heading(words.username, 20),
        heading(words.email, 34),
        heading(words.verification, 12),
        heading(words.roles, 60),
        heading(words.last_access, 14),
        heading(words.created_on, 12),
        heading(words.state, 14),
    ];
    Ok(Spreadsheet { title: words.people, headings, rows: lines.into_iter().map(|line| cells(line, frame.lang)).collect() })
}

fn cells(line: Line, lang: Lang) -> Vec<Cell> {
    let words = words(lang);
    let role = |(role, ente): &(RoleName, Option<String>)| match ente {
        Some(ente) => format!("{ente}, {}", lang.role(*role)),
        None => lang.role(*role).to_owned(),
    };
    vec![
        Cell::text(line.name),
        Cell::text(line.username),
        Cell::text(line.email),
        Cell::text(if line.verified { words.yes } else { words.no }),
        Cell::text(line.roles.iter().map(role).collect::<Vec<_>>().join("; ")),
        Cell::day(line.seen_at.map(|at| at.day())),
        Cell::Day(line.created_at.day()),
        Cell::text(if line.disabled { words.disabled } else { words.active }),
    ]
}

#[get("/segreteria/persone/<id>?<esito>")]
async fn one(actor: Actor<Secretariat>, frame: Frame<'_>, shelf: &State<Shelf>, id: PersonId, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let account = store::one(&actor, &id).await?;
    let held = store::appointments(&actor, &id).await?;
    let contacts = contacts::store::of(&actor, &Subject::Person(id.clone()), LATEST).await?;
    let letters = store::letters(&actor, &id, LATEST).await?;
    let record = records::of_person(&actor, &id).await?;
    let courses = records::courses_of(&actor, shelf, &id).await?;
    let taken_in = store::taken_in(&actor, &id).await?;
    let notice = match esito {
        Some("annotato") => Some(Notice::done(words.noted)),
        Some("incarico") => Some(Notice::done(words.added)),
        Some("registrata") => Some(Notice::done(words.registered)),
        Some("invitata") => Some(Notice::done(words.invited)),
        Some("indirizzo") => Some(Notice::done(words.moved)),
        Some("uniti") => Some(Notice::done(words.merged)),
        Some("cancellata") if account.erased => Some(Notice::done(words.erased_now)),
        Some("terminato") => Some(Notice::done(words.ended)),
        _ => None,
    };
    Ok(Reply::Page(pages::person(&PersonPage {
        frame: &frame,
        account: &account,
        held,
        contacts,
        letters,
        record,
        courses,
        taken_in,
        now: actor.now(),
        notice,
    })))
}

#[get("/segreteria/persone/<id>/incarichi")]
async fn appointing(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId) -> Result<Reply> {
    let account = store::one(&actor, &id).await?;
    let draft = Draft { role: RoleName::Member.as_str().to_owned(), ..Draft::default() };
    Ok(Reply::Page(pages::appointing(&Appointing { frame: &frame, account: &account, draft, refusal: None })))
}

#[post("/segreteria/persone/<id>/incarichi", data = "<fields>")]
async fn appoint(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId, fields: Fields) -> Result<Reply> {
    let one_line = |name: &str| fields.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let draft = Draft { ente: one_line("ente"), role: fields.text("ruolo").to_owned(), qualifica: one_line("qualifica") };
    match store::appoint(&actor, &id, &draft).await? {
        Ok(_) => Ok(Reply::Go(format!("{}?esito=incarico", paths::person(&id)))),
        Err(refusal) => {
            let account = store::one(&actor, &id).await?;
            let page = pages::appointing(&Appointing { frame: &frame, account: &account, draft, refusal: Some(refusal) });
            Ok(Reply::PageWith(Status::UnprocessableEntity, page))
        }
    }
}

/// An appointment of an ente that can be ended.
async fn to_end(actor: &Actor<Secretariat>, person: &PersonId, id: &AppointmentId) -> Result<Held> {
    let today = actor.now().day();
    let held = store::appointments(actor, person).await?;
    held.into_iter().find(|held| held.id == *id && held.ente.is_some() && held.is_in_force(today)).ok_or(Error::NotFound)
}

#[get("/segreteria/persone/<id>/incarichi/<appointment>/fine")]
async fn ending(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId, appointment: AppointmentId) -> Result<Reply> {
    let account = store::one(&actor, &id).await?;
    let held = to_end(&actor, &id, &appointment).await?;
    Ok(Reply::Page(pages::ending(&frame, &account, &held)))
}

#[post("/segreteria/persone/<id>/incarichi/<appointment>/fine")]
async fn dismiss(actor: Actor<Secretariat>, id: PersonId, appointment: AppointmentId) -> Result<Reply> {
    store::dismiss(&actor, &id, &appointment).await?;
    Ok(Reply::Go(format!("{}?esito=terminato", paths::person(&id))))
}
