//! The form of a quesito, and its way in.

use maud::Markup;
use rocket::http::Status;
use rocket::{Route, State as Managed, get, post};

use crate::access::upload::Upload;
use crate::access::{Actor, Member};
use crate::domain::edition::Edition;
use crate::domain::forum_day::{Writing, may_write};
use crate::domain::ids::{ForumDayId, Id, UploadId};
use crate::domain::personal_data::Kind;
use crate::enti;
use crate::forum::asking::{self, Fault};
use crate::forum::pages::{self, AskView};
use crate::forum::store::asking::{Asked, ask, similar, taken};
use crate::forum::store::{days, files};
use crate::forum::{ForumDay, NoFile, NotAsked, QuestionDraft};
use crate::platform::search::Hit;
use crate::platform::{Error, Result, random};
use crate::programme;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::web::uploads::{Kept, NotKept, Uploads};

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![form, while_typing, send]
}

/// What a form is shown and judged with.
struct Around {
    edition: Edition,
    /// The day that was asked for, or that takes quesiti now.
    day: Option<ForumDay>,
    themes: Vec<String>,
}

/// The themes are those of the day, else of all days of the edition, else of the edition itself.
async fn around(actor: &Actor<Member>, asked: Option<&ForumDayId>, in_queue: bool) -> Result<Around> {
    let edition = programme::current(actor).await?.ok_or(Error::NotFound)?;
    let days = days::all(actor, days::View::PUBLIC).await?;
    let day = match asked {
        Some(id) => Some(days.iter().find(|day| day.id == *id && day.edition == edition.id).cloned().ok_or(Error::NotFound)?),
        None if in_queue => None,
        None => days::taking(&days, &edition.id, actor.now()).0.cloned(),
    };
    let mut themes = day.as_ref().map(|day| day.themes.clone()).unwrap_or_default();
    if themes.is_empty() {
        themes.clone_from(&edition.terms.themes);
        let announced = days.iter().filter(|day| day.edition == edition.id && day.hours.published_at.is_none());
        for theme in announced.flat_map(|day| &day.themes) {
            if !themes.contains(theme) {
                themes.push(theme.clone());
            }
        }
    }
    Ok(Around { edition, day, themes })
}

/// The form as it is to be shown.
#[derive(Default)]
struct Shown<'a> {
    faults: &'a [Fault],
    refused: Option<NotAsked>,
    suspects: &'a [Kind],
    similar: &'a [Hit],
    /// What may answer it already was shown with the form.
    is_seen: bool,
    /// The file that came with it: it is laid by, and goes with the next send.
    brought: Option<&'a Kept>,
    /// It was opened for another ente than the one acted for now.
    is_moved: bool,
}

fn page(actor: &Actor<Member>, (frame, around): (&Frame<'_>, &Around), (draft, key): (&QuestionDraft, &str), shown: &Shown<'_>) -> Markup {
    pages::asking(&AskView {
        frame,
        ente: actor.ente().as_str(),
        draft,
        themes: &around.themes,
        day: around.day.as_ref().map(|day| (day.id.as_str(), day.title.as_str())),
        key,
        edition: &around.edition,
        faults: shown.faults,
        refused: shown.refused.as_ref(),
        suspects: shown.suspects,
        similar: shown.similar,
        is_seen: shown.is_seen,
        brought: shown.brought,
        is_moved: shown.is_moved,
    })
}

/// `titolo`: the quesito in a line, as typed where quesiti begin. What may answer it already stands above the form.
#[get("/quesiti/nuovo?<giorno>&<titolo>")]
async fn form(actor: Actor<Member>, frame: Frame<'_>, giorno: Option<&str>, titolo: Option<&str>) -> Result<Reply> {
    let asked = giorno.map(|text| ForumDayId::parse(text).ok_or(Error::NotFound)).transpose()?;
    let around = around(&actor, asked.as_ref(), false).await?;
    let absent = enti::absence(&actor, &around.edition.id, actor.ente()).await?.map(NotAsked::Absent);
    let late = around.day.as_ref().and_then(|day| may_write(Writing::Question, &day.hours, actor.now()).err().map(NotAsked::Hour));
    let title: String = titolo.unwrap_or_default().replace('\0', "").split_whitespace().collect::<Vec<_>>().join(" ");
    let title: String = title.chars().take(asking::LINE_MAX).collect();
    let similar = similar(&actor, &title).await?;
    let (is_seen, refused) = (!title.is_empty(), absent.or(late));
    let draft = QuestionDraft { title, ..QuestionDraft::default() };
    let shown = Shown { refused, similar: &similar, is_seen, ..Shown::default() };
    // The key opens nothing, and a copy of the page would make the next quesito look like this one.
    Ok(Reply::Private(page(&actor, (&frame, &around), (&draft, &random::token()), &shown)))
}

/// The same while somebody types: a piece of the page, empty if there is nothing.
#[get("/quesiti/simili?<testo>")]
async fn while_typing(actor: Actor<Member>, frame: Frame<'_>, testo: Option<&str>) -> Result<Reply> {
    let text: String = testo.unwrap_or_default().replace('\0', "").chars().take(LOOKED_AT).collect();
    let found = similar(&actor, &text).await?;
    Ok(Reply::Json(Status::Ok, serde_json::json!({ "simili": pages::similar(frame.lang, &found).into_string() })))
}

/// Of a long text the beginning tells what it is about.
const LOOKED_AT: usize = 1000;

/// The file that goes with a form: the one chosen now, else the one that came with it before and was not struck out.
async fn file(actor: &Actor<Member>, uploads: &Uploads, upload: &Upload) -> Result<std::result::Result<Option<Kept>, NoFile>> {
    let before = UploadId::parse(upload.fields.text(pages::BROUGHT));
    let struck = upload.file.is_some() || upload.fields.has(pages::STRUCK);
    if let (Some(id), true) = (&before, struck) {
        files::forget(actor, id).await?;
    }
    match (&upload.file, before) {
        (Some(chosen), _) => Ok(files::lay_by(actor, uploads, chosen).await?.map(Some)),
        (None, Some(id)) if !struck => match files::recall(actor, uploads, &id).await? {
            Some(kept) => Ok(Ok(Some(kept))),
            None => Ok(Err(NoFile::Upload(NotKept::Gone))),
        },
        (None, _) => Ok(Ok(None)),
    }
}

#[post("/quesiti/nuovo", data = "<upload>")]
async fn send(actor: Actor<Member>, frame: Frame<'_>, uploads: &Managed<Uploads>, upload: Upload) -> Result<Reply> {
    let fields = &upload.fields;
    let asked = ForumDayId::parse(fields.text("giorno"));
    let around = around(&actor, asked.as_ref(), asked.is_none()).await?;
    let (draft, key) = (asking::read(fields), fields.text("chiave"));
    let fresh = random::token();
    let key = if key.len() == fresh.len() { key } else { &fresh };
    let day = around.day.as_ref().map(|day| &day.id);
    let told = if day.is_some() { "inviato" } else { "in-coda" };
    let mut faults = asking::faults(&draft, &around.themes);
    let brought = match file(&actor, uploads, &upload).await? {
        Ok(brought) => brought,
        Err(why) => {
            // Pressed twice: the file went with the first.
            if let (NoFile::Upload(NotKept::Gone), Some(id)) = (why, taken(&actor, key).await?) {
                return Ok(Reply::Go(format!("{}?esito={told}", paths::quesito(&id))));
            }
            faults.push(Fault::File(why));
            None
        }
    };
    let again = |status: Status, shown: Shown<'_>| {
        let shown = Shown { brought: brought.as_ref(), is_seen: shown.is_seen || fields.has("simili"), ..shown };
        Ok(Reply::PageWith(status, page(&actor, (&frame, &around), (&draft, key), &shown)))
    };
    if fields.get("ente").is_some_and(|ente| ente != actor.ente().as_str()) {
        return again(Status::Conflict, Shown { is_moved: true, ..Shown::default() });
    }
    if !faults.is_empty() {
        return again(Status::UnprocessableEntity, Shown { faults: &faults, ..Shown::default() });
    }
    let suspects = if fields.has("visti") { Vec::new() } else { asking::found(&draft) };
    let similar = if fields.has("simili") { Vec::new() } else { similar(&actor, &format!("{}\n{}", draft.title, draft.body)).await? };
    // A day that takes none now says that first; and what was taken before stays taken.
    let is_late = around.day.as_ref().is_some_and(|day| may_write(Writing::Question, &day.hours, actor.now()).is_err());
    if !is_late && (!suspects.is_empty() || !similar.is_empty()) {
        return again(Status::UnprocessableEntity, Shown { suspects: &suspects, similar: &similar, is_seen: true, ..Shown::default() });
    }
    if let Some(kept) = &brought {
        files::place(uploads, kept).await?;
    }
    match ask(&actor, &Asked { draft: &draft, edition: &around.edition.id, day, key, file: brought.as_ref() }).await? {
        Ok(id) => Ok(Reply::Go(format!("{}?esito={told}", paths::quesito(&id)))),
        Err(refusal) => again(Status::UnprocessableEntity, Shown { refused: Some(refusal), ..Shown::default() }),
    }
}
