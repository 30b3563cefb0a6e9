//! Routes: `/gestione/registro` and `/gestione/accessi`, for the gestore alone, with their files.

use rocket::http::ContentType;
use rocket::{FromForm, Route, get};

use super::words::{deed, detail, passage, role, words};
use super::{LONGEST, Line, PAGE, Pass, Slice, Wanted, pages, store};
use crate::access::{Actor, Administrator};
use crate::domain::deed::Kind;
use crate::domain::moment::Day;
use crate::domain::spreadsheet;
use crate::platform::audit::Passage;
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, ente as full_name};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::words::Lang;

pub fn routes() -> Vec<Route> {
    rocket::routes![trail, trail_csv, log, log_csv]
}

/// The search as it stands in the address; what is no day is no limit.
#[derive(FromForm)]
struct Search<'r> {
    #[field(default = "")]
    cerca: &'r str,
    #[field(default = "")]
    tipo: &'r str,
    #[field(default = "")]
    dal: &'r str,
    #[field(default = "")]
    al: &'r str,
    #[field(default = 1)]
    pagina: usize,
}

impl<'r> Search<'r> {
    fn wanted(&self) -> Wanted<'r> {
        Wanted { text: self.cerca.trim(), kind: Kind::parse(self.tipo), from: Day::parse(self.dal), to: Day::parse(self.al) }
    }

    fn page(&self) -> usize {
        self.pagina.clamp(1, 1_000_000)
    }

    fn slice(&self) -> Slice {
        Slice { limit: PAGE as i64, offset: ((self.page() - 1) * PAGE) as i64 }
    }
}

const WHOLE: Slice = Slice { limit: LONGEST, offset: 0 };

fn last(total: i64) -> usize {
    usize::try_from(total).unwrap_or(0).div_ceil(PAGE).max(1)
}

#[get("/gestione/registro?<search..>")]
async fn trail(actor: Actor<Administrator>, frame: Frame<'_>, search: Search<'_>) -> Result<Reply> {
    let (wanted, page) = (search.wanted(), search.page());
    let (lines, total) = store::deeds(&actor, &wanted, search.slice()).await?;
    let last = last(total);
    if page > last {
        return Ok(Reply::Go(paths::trail(search.cerca, search.tipo, search.dal, search.al, last)));
    }
    Ok(Reply::Page(pages::trail(&pages::View { frame: &frame, wanted, lines, total, page, last })))
}

#[get("/gestione/accessi?<search..>")]
async fn log(actor: Actor<Administrator>, frame: Frame<'_>, search: Search<'_>) -> Result<Reply> {
    let (wanted, page, chosen) = (search.wanted(), search.page(), Passage::parse(search.tipo));
    let (lines, total) = store::passes(&actor, &wanted, chosen, search.slice()).await?;
    let last = last(total);
    if page > last {
        return Ok(Reply::Go(paths::accesses(search.cerca, search.tipo, search.dal, search.al, last)));
    }
    Ok(Reply::Page(pages::log(&pages::View { frame: &frame, wanted, lines, total, page, last }, chosen)))
}

#[get("/gestione/registro.csv?<search..>")]
async fn trail_csv(actor: Actor<Administrator>, frame: Frame<'_>, search: Search<'_>) -> Result<Reply> {
    let (words, lang) = (words(frame.lang), frame.lang);
    let (lines, _) = store::deeds(&actor, &search.wanted(), WHOLE).await?;
    let headings = [
        words.column_when,
        words.column_what,
        words.column_by,
        words.column_username,
        words.column_role,
        words.column_person,
        words.column_username,
        words.column_ente,
        words.column_detail,
        words.column_client,
    ];
    let rows = lines.into_iter().map(|line| deed_cells(lang, line));
    file(words.file_trail, actor.now().day(), &headings, rows)
}

fn deed_cells(lang: Lang, line: Line) -> Vec<String> {
    let kind = Kind::parse(&line.kind);
    let noted = kind.map_or_else(|| line.detail.clone(), |kind| detail(lang, kind, &line.detail));
    let what = kind.map_or(line.kind, |kind| deed(lang, kind).to_owned());
    let ((by, by_username), (person, username)) = (line.by.unwrap_or_default(), line.person.unwrap_or_default());
    let ente = line.ente.as_ref().map(full_name).unwrap_or_default();
    let client = line.client.unwrap_or_default();
    vec![line.at.rfc3339(), what, by, by_username, role(lang, &line.role), person, username, ente, noted, client]
}

#[get("/gestione/accessi.csv?<search..>")]
async fn log_csv(actor: Actor<Administrator>, frame: Frame<'_>, search: Search<'_>) -> Result<Reply> {
    let (words, lang) = (words(frame.lang), frame.lang);
    let (lines, _) = store::passes(&actor, &search.wanted(), Passage::parse(search.tipo), WHOLE).await?;
    let headings = [words.column_when, words.column_what, words.column_by, words.column_username, words.column_client];
    let rows = lines.into_iter().map(|line| pass_cells(lang, line));
    file(words.file_log, actor.now().day(), &headings, rows)
}

fn pass_cells(lang: Lang, line: Pass) -> Vec<String> {
    let what = line.passage.map(|one| passage(lang, one).to_owned()).unwrap_or_default();
    vec![line.at.rfc3339(), what, line.name.unwrap_or_default(), line.username, line.client.unwrap_or_default()]
}

fn file(name: &str, day: Day, headings: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<Reply> {
    let body = spreadsheet::csv(headings, rows).map_err(|e| Error::Bug(e.to_string()))?;
    Ok(Reply::File { name: format!("{name}-{day}.csv"), media: ContentType::CSV, body })
}
