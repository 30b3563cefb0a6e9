//! Routes: the table of enti, and the same rows as files.

use rocket::{Route, State, get};

use super::pages::{self, Register, Sheet};
use super::store::{self, Chosen};
use super::words::{adhesion, kind, rilevazione, words};
use super::{Line, SHAPE, listing};
use crate::access::{Actor, RoleName, Secretariat};
use crate::assessments::Catalogue;
use crate::domain::ids::EnteId;
use crate::platform::Result;
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::secretariat::contacts::{self, Subject};
use crate::ui::listing::{Listing, Shape};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::{Format, Reply};
use crate::ui::sitemap::{Audience, Entry};
use crate::ui::words::Lang;
use crate::{enti, programme};

pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::ENTI, |lang| words(lang).enti, Audience::Only(RoleName::Secretariat)),
    Entry::new(paths::REMINDERS, |lang| words(lang).reminders, Audience::Only(RoleName::Secretariat)),
];

pub fn routes() -> Vec<Route> {
    rocket::routes![register, csv, xlsx, sheet, reminders]
}

/// More enti than there are: the files hold all rows.
const ALL: (i64, i64) = (1_000_000, 0);
/// Contacts and letters on the page of an ente.
const LATEST: i64 = 20;

#[get("/segreteria/enti")]
async fn register(actor: Actor<Secretariat>, frame: Frame<'_>, catalogue: &State<Catalogue>) -> Result<Reply> {
    let listing = listing(&frame.path);
    let edition = programme::current(&actor).await?;
    let chosen = Chosen { listing: &listing, questionnaire: catalogue.asked(edition.as_ref()), edition: edition.as_ref().map(|e| &e.id) };
    let (lines, total) = store::find(&actor, &chosen, listing.window()).await?;
    if total == 0 && listing.page() > 1 {
        let (_, total) = store::find(&actor, &chosen, (1, 0)).await?;
        return Ok(Reply::Go(listing.at_page(listing.last(total))));
    }
    let provinces = enti::provinces(&actor).await?;
    Ok(Reply::Page(pages::register(&Register { frame: &frame, listing: &listing, lines, total, provinces })))
}

#[get("/segreteria/enti.csv")]
async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>, catalogue: &State<Catalogue>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame, catalogue).await?, "enti", frame.today, Format::Csv)
}

#[get("/segreteria/enti.xlsx")]
async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>, catalogue: &State<Catalogue>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame, catalogue).await?, "enti", frame.today, Format::Xlsx)
}

/// The rows that the filters leave, in the order of the page, with all that is known of each.
async fn file(actor: &Actor<Secretariat>, frame: &Frame<'_>, catalogue: &Catalogue) -> Result<Spreadsheet> {
    let listing = listing(&frame.path);
    let edition = programme::current(actor).await?;
    let chosen = Chosen { listing: &listing, questionnaire: catalogue.asked(edition.as_ref()), edition: edition.as_ref().map(|e| &e.id) };
    let (lines, _) = store::find(actor, &chosen, ALL).await?;
    let words = words(frame.lang);
    let heading = |name, width| Heading { name, width };
    let headings = vec![
        heading(words.column_name, 34),
        heading(words.kind, 18),
        heading(words.province, 10),
        heading(words.region, 20),
        heading(words.istat_code, 12),
        heading(words.residents, 11),
        heading(words.year, 10),
        heading(words.pec, 34),
        heading(words.referente, 28),
        heading(words.people, 9),
        heading(words.adhesion, 14),
        heading(words.rilevazione, 14),
        heading(words.opened_on, 12),
        heading(words.closed_on, 12),
        heading(words.last_contact, 14),
        heading(words.next_call, 14),
    ];
    Ok(Spreadsheet { title: words.enti, headings, rows: lines.into_iter().map(|line| cells(line, frame.lang)).collect() })
}

fn cells(line: Line, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::text(line.name),
        Cell::text(kind(lang, line.kind)),
        Cell::text(line.province),
        Cell::text(line.region),
        Cell::text(line.istat_code.unwrap_or_default()),
        Cell::number(line.residents),
        Cell::number(line.residents_year),
        Cell::text(line.pec.unwrap_or_default()),
        Cell::text(line.referente.unwrap_or_default()),
        Cell::Number(line.people),
        Cell::text(adhesion(lang, line.adhesion)),
        Cell::text(rilevazione(lang, line.rilevazione)),
        Cell::day(line.opened_at.map(|at| at.day())),
        Cell::day(line.closed_at.map(|at| at.day())),
        Cell::day(line.last_contact),
        Cell::day(line.next_call),
    ]
}

#[get("/segreteria/enti/<id>?<esito>")]
async fn sheet(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let (ente, tied) = enti::one(&actor, &id).await?;
    let adhesion = match programme::current(&actor).await? {
        Some(edition) => Some((edition.name, enti::adhesion_of(&actor, &edition.id, &id).await?)),
        None => None,
    };
    let told = enti::told(&actor, &frame, &ente, esito).await?;
    let view = Sheet {
        frame: &frame,
        ente: &ente,
        tied,
        adhesion,
        people: store::people(&actor, &id).await?,
        rilevazioni: store::rilevazioni(&actor, &id).await?,
        contacts: contacts::store::of(&actor, &Subject::Ente(id.clone()), LATEST).await?,
        letters: store::letters(&actor, &id, LATEST).await?,
        notice: match esito {
            Some("creata") => Some(Notice::done(words.created)),
            Some("modificata") => Some(Notice::done(words.changed)),
            Some("annotato") => Some(Notice::done(words.noted)),
            _ => told.notice.clone(),
        },
        told,
    };
    Ok(Reply::Page(pages::sheet(&view)))
}

/// The same table, of those worth a call alone.
const TO_REMIND: Shape = Shape { path: paths::REMINDERS, ..SHAPE };

#[get("/segreteria/solleciti?<esito>")]
async fn reminders(actor: Actor<Secretariat>, frame: Frame<'_>, catalogue: &State<Catalogue>, esito: Option<&str>) -> Result<Reply> {
    let listing = Listing::read(TO_REMIND, &frame.path).with("sollecito", "si");
    let edition = programme::current(&actor).await?;
    let chosen = Chosen { listing: &listing, questionnaire: catalogue.asked(edition.as_ref()), edition: edition.as_ref().map(|e| &e.id) };
    let (lines, total) = store::find(&actor, &chosen, listing.window()).await?;
    if total == 0 && listing.page() > 1 {
        return Ok(Reply::Go(paths::REMINDERS.to_owned()));
    }
    let notice = (esito == Some("annotato")).then(|| Notice::done(words(frame.lang).noted));
    Ok(Reply::Page(pages::reminders(&frame, &listing, (&lines, total), notice)))
}
