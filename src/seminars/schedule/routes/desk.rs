//! The table of days, the same rows as files, and seminars.

use maud::Markup;
use rocket::http::Status;
use rocket::{Route, get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::domain::edition::Edition;
use crate::domain::ids::{EditionId, Id, SeminarId};
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::platform::{Error, Result};
use crate::programme;
use crate::seminars::schedule::form::{SeminarFault, SeminarForm};
use crate::seminars::schedule::pages::{self, OneSeminar, Planning, SeminarView};
use crate::seminars::schedule::words::planning::words;
use crate::seminars::schedule::words::{city, hours, state};
use crate::seminars::schedule::{Card, SeminarSheet, listing, store};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::{Format, Reply};
use crate::ui::words::Lang;

/// More days than there are: the files hold all rows.
const ALL: (i64, i64) = (1_000_000, 0);

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![planning, csv, xlsx, new, create, one, edit, change]
}

#[get("/segreteria/seminari?<esito>")]
async fn planning(actor: Actor<Secretariat>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let listing = listing(&frame.path);
    let (cards, total) = store::find(&actor, &listing, listing.window()).await?;
    if total == 0 && listing.page() > 1 {
        let (_, total) = store::find(&actor, &listing, (1, 0)).await?;
        return Ok(Reply::Go(listing.at_page(listing.last(total))));
    }
    let (filters, seminars) = store::desk_filters(&actor).await?;
    let editions = programme::all(&actor).await?.into_iter().map(|kept| (kept.edition.id, kept.edition.name)).collect();
    let notice = (esito == Some("eliminata")).then(|| Notice::done(words(frame.lang).discarded));
    let view = Planning { frame: &frame, listing: &listing, now: actor.now(), cards, total, filters, seminars, editions, notice };
    Ok(Reply::Page(pages::planning(&view)))
}

#[get("/segreteria/seminari.csv")]
async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame).await?, "giornate", frame.today, Format::Csv)
}

#[get("/segreteria/seminari.xlsx")]
async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame).await?, "giornate", frame.today, Format::Xlsx)
}

/// The rows that the filters leave, in the order of the page.
async fn file(actor: &Actor<Secretariat>, frame: &Frame<'_>) -> Result<Spreadsheet> {
    let (cards, _) = store::find(actor, &listing(&frame.path), ALL).await?;
    let words = words(frame.lang);
    let heading = |name, width| Heading { name, width };
    let headings = vec![
        heading(words.column_day, 12),
        heading(words.column_hours, 14),
        heading(words.column_seminar, 40),
        heading(words.theme, 30),
        heading(words.column_city, 24),
        heading(words.column_province, 10),
        heading(words.region, 18),
        heading(words.state, 12),
        heading(words.column_seats, 8),
        heading(words.column_taken, 9),
        heading(words.column_waiting, 9),
        heading(words.column_reserved, 10),
        heading(words.column_free, 8),
        heading(words.column_term, 14),
    ];
    Ok(Spreadsheet { title: words.caption, headings, rows: cards.into_iter().map(|card| cells(card, frame.lang)).collect() })
}

fn cells(card: Card, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::Day(card.starts_at.day()),
        Cell::text(hours(lang, card.starts_at, card.ends_at)),
        Cell::text(card.title),
        Cell::text(card.theme),
        Cell::text(city(lang, &card.place, card.is_online)),
        Cell::text(card.place.province),
        Cell::text(card.region.unwrap_or_default()),
        Cell::text(state(lang, card.state)),
        Cell::Number(card.seats.seats),
        Cell::Number(card.seats.taken),
        Cell::Number(card.seats.waiting),
        Cell::Number(card.seats.kept),
        Cell::Number(card.seats.free()),
        Cell::Day(card.enrol_by.day()),
    ]
}

/// The edition that a new seminar belongs to, and those it could belong to instead.
struct Belonging {
    edition: Edition,
    others: Vec<(EditionId, String)>,
}

/// The edition asked for, else the one that counts; none before the first is written.
async fn belonging(actor: &Actor<Secretariat>, asked: Option<&str>) -> Result<Option<Belonging>> {
    let editions: Vec<Edition> = programme::all(actor).await?.into_iter().map(|kept| kept.edition).collect();
    let current = match asked.and_then(EditionId::parse) {
        Some(id) => Some(editions.iter().find(|edition| edition.id == id).cloned().ok_or(Error::NotFound)?),
        None => programme::current(actor).await?,
    };
    let today = actor.now().day();
    Ok(current.map(|edition| {
        let others = editions.into_iter().filter(|other| other.id != edition.id && other.ends_on >= today);
        Belonging { others: others.map(|other| (other.id, other.name)).collect(), edition }
    }))
}

#[get("/segreteria/seminari/nuovo?<edizione>")]
async fn new(actor: Actor<Secretariat>, frame: Frame<'_>, edizione: Option<&str>) -> Result<Reply> {
    Ok(match belonging(&actor, edizione).await? {
        Some(of) => Reply::Page(new_form(&frame, &of, (&SeminarForm::default(), &[]))),
        None => Reply::Page(pages::no_edition(&frame)),
    })
}

fn new_form(frame: &Frame<'_>, of: &Belonging, (form, faults): (&SeminarForm, &[SeminarFault])) -> Markup {
    pages::seminar_form(&SeminarView {
        frame,
        form,
        edition: &of.edition.name,
        action: &paths::new_seminar_of(&of.edition.id),
        themes: &of.edition.terms.themes,
        others: &of.others,
        of: None,
        faults,
        conflict: false,
    })
}

#[post("/segreteria/seminari/nuovo?<edizione>", data = "<fields>")]
async fn create(actor: Actor<Secretariat>, frame: Frame<'_>, edizione: Option<&str>, fields: Fields) -> Result<Reply> {
    let Some(of) = belonging(&actor, edizione).await? else { return Ok(Reply::Page(pages::no_edition(&frame))) };
    let form = SeminarForm::read(&fields);
    match form.draft(&of.edition.terms.themes) {
        Ok(draft) => {
            let id = store::create(&actor, &of.edition.id, &draft).await?;
            Ok(Reply::Go(format!("{}?esito=creato", paths::seminar(&id))))
        }
        Err(faults) => Ok(Reply::PageWith(Status::UnprocessableEntity, new_form(&frame, &of, (&form, &faults)))),
    }
}

#[get("/segreteria/seminari/<id>?<esito>")]
async fn one(actor: Actor<Secretariat>, frame: Frame<'_>, id: SeminarId, esito: Option<&str>) -> Result<Reply> {
    let sheet = store::seminar_of(&actor, &id).await?;
    let of_it = listing("").with("seminario", id.as_str());
    let (days, _) = store::find(&actor, &of_it, ALL).await?;
    let words = words(frame.lang);
    let notice = match esito {
        Some("creato") => Some(Notice::done(words.created)),
        Some("modificato") => Some(Notice::done(words.changed)),
        _ => None,
    };
    Ok(Reply::Page(pages::one_seminar(&OneSeminar { frame: &frame, sheet: &sheet, days, now: actor.now(), notice })))
}

/// The themes of the edition, and the one that the seminar has although the edition has it no more.
async fn themes(actor: &Actor<Secretariat>, sheet: &SeminarSheet) -> Result<Vec<String>> {
    let mut themes = programme::one(actor, &sheet.edition).await?.edition.terms.themes;
    if !themes.is_empty() && !themes.contains(&sheet.seminar.theme) {
        themes.push(sheet.seminar.theme.clone());
    }
    Ok(themes)
}

#[get("/segreteria/seminari/<id>/modifica")]
async fn edit(actor: Actor<Secretariat>, frame: Frame<'_>, id: SeminarId) -> Result<Reply> {
    let sheet = store::seminar_of(&actor, &id).await?;
    let themes = themes(&actor, &sheet).await?;
    let form = SeminarForm::of(&sheet.seminar, sheet.revision);
    Ok(Reply::Page(change_form(&frame, (&sheet, &themes), (&form, &[]), false)))
}

fn change_form(
    frame: &Frame<'_>,
    (sheet, themes): (&SeminarSheet, &[String]),
    (form, faults): (&SeminarForm, &[SeminarFault]),
    conflict: bool,
) -> Markup {
    let action = paths::seminar_change(&sheet.seminar.id);
    let (edition, of) = (sheet.edition_name.as_str(), Some(sheet));
    pages::seminar_form(&SeminarView { frame, form, edition, action: &action, themes, others: &[], of, faults, conflict })
}

#[post("/segreteria/seminari/<id>/modifica", data = "<fields>")]
async fn change(actor: Actor<Secretariat>, frame: Frame<'_>, id: SeminarId, fields: Fields) -> Result<Reply> {
    let sheet = store::seminar_of(&actor, &id).await?;
    let themes = themes(&actor, &sheet).await?;
    let form = SeminarForm::read(&fields);
    let draft = match form.draft(&themes) {
        Ok(draft) => draft,
        Err(faults) => {
            let page = change_form(&frame, (&sheet, &themes), (&form, &faults), false);
            return Ok(Reply::PageWith(Status::UnprocessableEntity, page));
        }
    };
    if store::change(&actor, &id, &draft, form.seen).await?.is_ok() {
        return Ok(Reply::Go(format!("{}?esito=modificato", paths::seminar(&id))));
    }
    // What was typed stays, and who saves again means it.
    let sheet = store::seminar_of(&actor, &id).await?;
    let form = SeminarForm { seen: sheet.revision, ..form };
    Ok(Reply::PageWith(Status::Conflict, change_form(&frame, (&sheet, &themes), (&form, &[]), true)))
}
