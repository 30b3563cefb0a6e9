//! `/segreteria/giornate/<day>/iscritti`: the list of a day, its history, people enrolled and taken off by hand; the check.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::domain::enrolment::Standing;
use crate::domain::ids::{ClassDayId, EnrolmentId, EnteId, Id, PersonId};
use crate::domain::seminar::State;
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::platform::{Error, Result};
use crate::seminars::enrolment::pages::{self, EntryPage, NewPage};
use crate::seminars::enrolment::words::{desk as desk_words, words};
use crate::seminars::enrolment::{DeskAsks, Line, RollView, store};
use crate::ui::page::{Frame, Notice, ente};
use crate::ui::paths;
use crate::ui::reply::{Format, Reply};

#[get("/segreteria/giornate/<day>/iscritti?<esito>&<a>")]
pub async fn list(actor: Actor<Secretariat>, frame: Frame<'_>, day: ClassDayId, esito: Option<&str>, a: Option<u64>) -> Result<Reply> {
    let view = store::list(&actor, &day).await?;
    let words = desk_words(frame.lang);
    let notice = match (esito, a) {
        (Some("iscritto"), _) => Some(Notice::done(words.enrolled)),
        (Some("in-attesa"), _) => Some(Notice::done(words.enrolled_waiting)),
        (Some("tolto"), _) => Some(Notice::done(words.removed)),
        (Some("inviato"), Some(count)) => Some(Notice::done(&(words.sent)(count))),
        _ => None,
    };
    Ok(Reply::Page(pages::list(&frame, &view, notice)))
}

#[get("/segreteria/giornate/<day>/iscritti.csv")]
pub async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>, day: ClassDayId) -> Result<Reply> {
    file(&frame, &store::list(&actor, &day).await?, Format::Csv)
}

#[get("/segreteria/giornate/<day>/iscritti.xlsx")]
pub async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>, day: ClassDayId) -> Result<Reply> {
    file(&frame, &store::list(&actor, &day).await?, Format::Xlsx)
}

/// One row per person, whether they take part, wait or are out.
fn file(frame: &Frame<'_>, view: &RollView, format: Format) -> Result<Reply> {
    let words = desk_words(frame.lang);
    let headings = words.file_columns.iter().map(|(name, width)| Heading { name, width: *width }).collect();
    let rows = view.lines.iter().map(|line| row(frame, view, line)).collect();
    let table = Spreadsheet { title: words.sheet, headings, rows };
    Reply::table(&table, "iscritti", view.starts_at.day(), format)
}

fn row(frame: &Frame<'_>, view: &RollView, line: &Line) -> Vec<Cell> {
    let (words, desk) = (words(frame.lang), desk_words(frame.lang));
    let listed = &line.listed;
    vec![
        Cell::text(view.told.title.clone()),
        Cell::Day(view.starts_at.day()),
        Cell::Number(line.number),
        Cell::text(listed.name.clone()),
        Cell::text(listed.qualifica.clone()),
        Cell::text(listed.ente.as_ref().map(ente).unwrap_or_default()),
        Cell::text(listed.ente.as_ref().map(|ente| ente.province.clone()).unwrap_or_default()),
        Cell::text((words.standing)(line.standing)),
        Cell::number(line.place.and_then(|place| i64::try_from(place).ok())),
        Cell::text(line.why.map(|why| (words.why)(why)).unwrap_or_default()),
        Cell::text((desk.how)(listed.how)),
        Cell::Day(listed.asked_at.day()),
        Cell::Day(listed.since.day()),
    ]
}

#[get("/segreteria/giornate/<day>/iscritti/nuovo?<cerca>")]
pub async fn new(actor: Actor<Secretariat>, frame: Frame<'_>, day: ClassDayId, cerca: Option<&str>) -> Result<Reply> {
    new_page(&actor, &frame, &day, (cerca.unwrap_or_default(), "", None)).await.map(Reply::Page)
}

async fn new_page(
    actor: &Actor<Secretariat>,
    frame: &Frame<'_>,
    day: &ClassDayId,
    (sought, note, wrong): (&str, &str, Option<&str>),
) -> Result<maud::Markup> {
    let view = store::list(actor, day).await?;
    let found = if sought.trim().is_empty() { None } else { Some(store::candidates(actor, sought).await?) };
    let frame = Frame { path: paths::desk_enrolment(day), ..frame.clone() };
    Ok(pages::new(&NewPage { frame: &frame, told: &view.told, sought, found: found.as_deref(), note, wrong }))
}

#[post("/segreteria/giornate/<day>/iscritti/nuovo", data = "<fields>")]
pub async fn enrol(actor: Actor<Secretariat>, frame: Frame<'_>, day: ClassDayId, fields: Fields) -> Result<Reply> {
    let (person, ente) = fields.text("chi").split_once('/').unwrap_or_default();
    let note = fields.text("nota");
    let wrong = match (PersonId::parse(person), EnteId::parse(ente)) {
        _ if pages::is_too_long(note, "") => desk_words(frame.lang).too_long.to_owned(),
        (None, _) => desk_words(frame.lang).choose.to_owned(),
        (Some(person), ente) => match store::ask_at_desk(&actor, &day, DeskAsks { person: &person, ente: ente.as_ref(), note }).await? {
            Ok(Standing::Waiting) => return Ok(go(&day, "in-attesa")),
            Ok(_) => return Ok(go(&day, "iscritto")),
            Err(why) => pages::refusal(&frame, &why),
        },
    };
    let page = new_page(&actor, &frame, &day, (fields.text("cerca"), note, Some(&wrong))).await?;
    Ok(Reply::PageWith(Status::UnprocessableEntity, page))
}

pub(super) fn go(day: &ClassDayId, outcome: &str) -> Reply {
    Reply::Go(format!("{}?esito={outcome}", paths::desk_roll(day)))
}

#[get("/segreteria/giornate/<day>/iscritti/<id>", rank = 2)]
pub async fn entry(actor: Actor<Secretariat>, frame: Frame<'_>, day: ClassDayId, id: EnrolmentId) -> Result<Reply> {
    entry_page(&actor, &frame, (&day, &id), ("", None)).await.map(Reply::Page)
}

async fn entry_page(
    actor: &Actor<Secretariat>,
    frame: &Frame<'_>,
    (day, id): (&ClassDayId, &EnrolmentId),
    (reason, wrong): (&str, Option<&str>),
) -> Result<maud::Markup> {
    let view = store::list(actor, day).await?;
    let line = view.lines.iter().find(|line| line.listed.id == *id).ok_or(Error::NotFound)?;
    let history = store::history(actor, id).await?;
    let may_remove = line.standing != Standing::Out && view.state == State::Published;
    let frame = Frame { path: paths::desk_entry(day, id), ..frame.clone() };
    Ok(pages::entry(&EntryPage { frame: &frame, told: &view.told, line, history: &history, reason, wrong, may_remove }))
}

#[post("/segreteria/giornate/<day>/iscritti/<id>", data = "<fields>", rank = 2)]
pub async fn remove(actor: Actor<Secretariat>, frame: Frame<'_>, day: ClassDayId, id: EnrolmentId, fields: Fields) -> Result<Reply> {
    let reason = fields.text("motivo");
    let words = desk_words(frame.lang);
    let wrong = match () {
        () if reason.is_empty() => words.no_reason.to_owned(),
        () if pages::is_too_long(reason, "") => words.too_long.to_owned(),
        () => match store::remove(&actor, &day, &id, reason).await? {
            Ok(()) => return Ok(go(&day, "tolto")),
            Err(why) => pages::refusal(&frame, &why),
        },
    };
    let page = entry_page(&actor, &frame, (&day, &id), (reason, Some(&wrong))).await?;
    Ok(Reply::PageWith(Status::UnprocessableEntity, page))
}

#[get("/segreteria/seminari/controllo")]
pub async fn check(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Ok(Reply::Page(pages::check(&frame, &store::violations(&actor).await?)))
}
