//! Routes of imports, for the segreteria organizzativa alone.

use std::time::Duration;

use rocket::http::{ContentType, Status};
use rocket::{Route, get, post};

use super::pages::{self, FilePage, ListPage, Seen};
use super::words::{Words, words};
use super::{CarriedOut, Import, State, Upload, store};
use crate::access::form::Fields;
use crate::access::upload::Upload as Form;
use crate::access::{Actor, RoleName, Secretariat};
use crate::domain::ids::ImportId;
use crate::domain::import::{FileKind, NotATable, Table, sheet};
use crate::domain::spreadsheet::harmless;
use crate::platform::{Error, Result};
use crate::ui::imports::words as imports;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::{Audience, Entry};

/// Imports on a page of the list.
const PAGE: usize = 25;
/// How long a page waits for an import before it says that it is running. Of many rows nobody waits for the end: whoever sees
/// nothing happen presses the button again.
fn patience(rows: i64) -> Duration {
    if rows > 1000 { Duration::from_millis(500) } else { Duration::from_secs(5) }
}

pub const SITEMAP: Entry = Entry::new(paths::IMPORTS, |lang| words(lang).title, Audience::Only(RoleName::Secretariat));

pub fn routes() -> Vec<Route> {
    rocket::routes![list, upload, format, template, show, bad_rows, confirm, give_up]
}

#[get("/segreteria/importazioni?<pagina>&<esito>")]
async fn list(actor: Actor<Secretariat>, frame: Frame<'_>, pagina: Option<usize>, esito: Option<&str>) -> Result<Reply> {
    let page = pagina.unwrap_or(1).clamp(1, 1_000_000);
    let (imports, total) = store::recent(&actor, PAGE as i64, ((page - 1) * PAGE) as i64).await?;
    let last = usize::try_from(total).unwrap_or(0).div_ceil(PAGE).max(1);
    if page > last {
        return Ok(Reply::Go(paths::imports(last)));
    }
    let notice = (esito == Some("rinuncia")).then(|| Notice::done(words(frame.lang).given_up));
    let view = ListPage { frame: &frame, imports, page, last, kind: None, no_kind: false, wrong_file: None, notice };
    Ok(Reply::Page(pages::list(&view)))
}

#[post("/segreteria/importazioni", data = "<form>")]
async fn upload(actor: Actor<Secretariat>, frame: Frame<'_>, form: Form) -> Result<Reply> {
    let kind = FileKind::parse(form.fields.text("tipo"));
    let wrong_file = match (&form.file, kind) {
        (None, _) => words(frame.lang).no_file.to_owned(),
        (Some(_), None) => String::new(),
        (Some(file), Some(kind)) => {
            let upload = Upload { kind, name: &file.name, bytes: &file.bytes };
            match take_in(&actor, &upload).await? {
                Ok(id) => return Ok(Reply::Go(paths::import(&id))),
                Err(fault) => imports::not_a_table(frame.lang, &fault),
            }
        }
    };
    let (past, total) = store::recent(&actor, PAGE as i64, 0).await?;
    let last = usize::try_from(total).unwrap_or(0).div_ceil(PAGE).max(1);
    let wrong_file = Some(wrong_file).filter(|text| !text.is_empty());
    let view = ListPage { frame: &frame, imports: past, page: 1, last, kind, no_kind: kind.is_none(), wrong_file, notice: None };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::list(&view)))
}

/// Keeps a file that is a table, to be looked at.
async fn take_in(actor: &Actor<Secretariat>, upload: &Upload<'_>) -> Result<std::result::Result<ImportId, NotATable>> {
    let (encoding, text) = match sheet::decode(upload.bytes) {
        Ok(read) => read,
        Err(why) => return Ok(Err(NotATable::Unreadable(why))),
    };
    match Table::read(upload.kind, &text) {
        Ok(table) => Ok(Ok(store::keep(actor, upload, encoding, &text, table.sheet.rows.len()).await?)),
        Err(fault) => Ok(Err(fault)),
    }
}

#[get("/segreteria/importazioni/formato")]
async fn format(_actor: Actor<Secretariat>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::format(&frame))
}

#[get("/segreteria/importazioni/formato/modelli/<name>")]
async fn template(_actor: Actor<Secretariat>, name: &str) -> Result<Reply> {
    let kind = FileKind::ALL.into_iter().find(|kind| kind.template_name() == name).ok_or(Error::NotFound)?;
    // The mark tells Excel that it is UTF-8.
    Ok(file(name.to_owned(), format!("\u{feff}{}", kind.template())))
}

fn file(name: String, text: String) -> Reply {
    let media = ContentType::new("text", "csv").with_params([("charset", "utf-8"), ("header", "present")]);
    Reply::File { name, media, body: text.into_bytes() }
}

#[get("/segreteria/importazioni/<id>?<esito>")]
async fn show(actor: Actor<Secretariat>, frame: Frame<'_>, id: ImportId, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let import = store::one(&actor, &id).await?;
    let notice = match esito {
        Some("cambiato") => Some(Notice::care(words.differs)),
        Some("gia-fatto") => Some(Notice::info(words.gone)),
        Some("non-riuscito") => Some(Notice::failed(words.failed)),
        Some("fatto") => done(&import, words),
        _ => None,
    };
    let reading = match (&import.state, store::content(&actor, &id).await?) {
        (State::Waiting, Some(content)) => store::judge(&actor, import.kind, &content).await?.ok(),
        _ => None,
    };
    let seen = reading.as_ref().map_or(Seen::State, Seen::Reading);
    Ok(Reply::Page(pages::file(&FilePage { frame: &frame, import: &import, seen, notices: notice.into_iter().collect() })))
}

fn done(import: &Import, words: &Words) -> Option<Notice> {
    match &import.state {
        State::Done { counts, .. } => Some(Notice::done(&(words.done)(*counts))),
        _ => None,
    }
}

#[get("/segreteria/importazioni/<id>/righe-da-correggere.csv")]
async fn bad_rows(actor: Actor<Secretariat>, frame: Frame<'_>, id: ImportId) -> Result<Reply> {
    let import = store::one(&actor, &id).await?;
    let content = store::content(&actor, &id).await?.ok_or(Error::NotFound)?;
    let reading = store::judge(&actor, import.kind, &content).await?.map_err(|_| Error::NotFound)?;
    let told = |fault: &_| imports::line(frame.lang, fault);
    let mut heading = reading.table.sheet.header.cells.clone();
    heading.push(words(frame.lang).bad_heading.to_owned());
    let separator = u8::try_from(reading.table.sheet.separator).unwrap_or(b';');
    // As the file came, so that it can go back: the apostrophe before what looks like a formula goes again on its return.
    let mut writer = csv::WriterBuilder::new().delimiter(separator).flexible(true).from_writer(Vec::new());
    for row in std::iter::once(heading).chain(reading.table.bad_rows(reading.judged.faults(), told)) {
        writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(|e| Error::Bug(e.to_string()))?;
    }
    let text = writer.into_inner().map_err(|e| Error::Bug(e.to_string()))?;
    Ok(file("righe-da-correggere.csv".into(), format!("\u{feff}{}", String::from_utf8_lossy(&text))))
}

/// The work goes on by itself, whoever waits for it: a file of forty thousand rows outlasts the patience of a proxy.
#[post("/segreteria/importazioni/<id>/conferma", data = "<fields>")]
async fn confirm(actor: Actor<Secretariat>, id: ImportId, fields: Fields) -> Result<Reply> {
    let to = |outcome: &str| Reply::Go(format!("{}?esito={outcome}", paths::import(&id)));
    let patience = patience(store::one(&actor, &id).await?.rows);
    if !store::start(&actor, &id).await? {
        // Pressed twice, or by two: the page tells that it runs, and nothing is begun again.
        return Ok(match store::one(&actor, &id).await?.state {
            State::Running(_) => Reply::Go(paths::import(&id)),
            _ => to("gia-fatto"),
        });
    }
    let (shown, invite) = (fields.text("impronta").to_owned(), fields.text("invito") == "ora");
    let import = id.clone();
    let work = tokio::spawn(async move { store::carry_out(&actor, &import, &shown, invite).await });
    Ok(match tokio::time::timeout(patience, work).await {
        Err(_) => Reply::Go(paths::import(&id)),
        Ok(Ok(Ok(CarriedOut::Done(_)))) => to("fatto"),
        Ok(Ok(Ok(CarriedOut::Differs))) => to("cambiato"),
        Ok(Ok(Ok(CarriedOut::Gone))) => to("gia-fatto"),
        Ok(Ok(Err(Error::Unavailable(_)))) => to("non-riuscito"),
        Ok(Ok(Err(error))) => return Err(error),
        Ok(Err(panic)) => return Err(Error::Bug(panic.to_string())),
    })
}

#[post("/segreteria/importazioni/<id>/rinuncia")]
async fn give_up(actor: Actor<Secretariat>, id: ImportId) -> Result<Reply> {
    store::one(&actor, &id).await?;
    match store::forget(&actor, &id).await? {
        true => Ok(Reply::Go(format!("{}?esito=rinuncia", paths::IMPORTS))),
        false => Ok(Reply::Go(format!("{}?esito=gia-fatto", paths::import(&id)))),
    }
}
