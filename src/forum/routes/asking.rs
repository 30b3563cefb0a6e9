//! The form of a quesito, and its way in.

use maud::Markup;
use rocket::http::Status;
use rocket::{Route, State as Managed, get, post};

use crate::access::upload::Upload;
use crate::access::{Actor, Member};
use crate::domain::edition::Edition;
use crate::domain::forum_day::{Refusal, Writing, may_write};
use crate::domain::ids::{ForumDayId, Id};
use crate::domain::personal_data::Kind;
use crate::forum::asking::{self, Fault};
use crate::forum::pages::{self, AskView};
use crate::forum::store::asking::{Asked, Place, ask};
use crate::forum::store::{days, files};
use crate::forum::{ForumDay, QuestionDraft};
use crate::platform::media::Media;
use crate::platform::{Error, Result, random};
use crate::programme;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![form, send]
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
struct Shown<'a> {
    draft: &'a QuestionDraft,
    key: &'a str,
    faults: &'a [Fault],
    refused: Option<Refusal>,
    suspects: &'a [Kind],
}

fn page(frame: &Frame<'_>, around: &Around, shown: &Shown<'_>) -> Markup {
    pages::asking(&AskView {
        frame,
        draft: shown.draft,
        themes: &around.themes,
        day: around.day.as_ref().map(|day| (day.id.as_str(), day.title.as_str())),
        key: shown.key,
        faults: shown.faults,
        refused: shown.refused,
        suspects: shown.suspects,
    })
}

#[get("/quesiti/nuovo?<giorno>")]
async fn form(actor: Actor<Member>, frame: Frame<'_>, giorno: Option<&str>) -> Result<Reply> {
    let asked = giorno.map(|text| ForumDayId::parse(text).ok_or(Error::NotFound)).transpose()?;
    let around = around(&actor, asked.as_ref(), false).await?;
    let refused = around.day.as_ref().and_then(|day| may_write(Writing::Question, &day.hours, actor.now()).err());
    let (draft, key) = (QuestionDraft::default(), random::token());
    let shown = Shown { draft: &draft, key: &key, faults: &[], refused, suspects: &[] };
    // The key opens nothing, and a copy of the page would make the next quesito look like this one.
    Ok(Reply::Private(page(&frame, &around, &shown)))
}

#[post("/quesiti/nuovo", data = "<upload>")]
async fn send(actor: Actor<Member>, frame: Frame<'_>, media: &Managed<Media>, upload: Upload) -> Result<Reply> {
    let fields = &upload.fields;
    let asked = ForumDayId::parse(fields.text("giorno"));
    let around = around(&actor, asked.as_ref(), asked.is_none()).await?;
    let (draft, key) = (asking::read(fields), fields.text("chiave"));
    let fresh = random::token();
    let key = if key.len() == fresh.len() { key } else { &fresh };
    let mut faults = asking::faults(&draft, &around.themes);
    let mut kept = None;
    if faults.is_empty()
        && let Some(file) = upload.file
    {
        match files::keep(media, file).await? {
            Ok(file) => kept = Some(file),
            Err(refusal) => faults.push(Fault::File(refusal)),
        }
    }
    let again = |shown: &Shown<'_>| Ok(Reply::PageWith(Status::UnprocessableEntity, page(&frame, &around, shown)));
    if !faults.is_empty() {
        return again(&Shown { draft: &draft, key, faults: &faults, refused: None, suspects: &[] });
    }
    let suspects = asking::found(&draft);
    if !suspects.is_empty() && !upload.fields.has("visti") {
        return again(&Shown { draft: &draft, key, faults: &[], refused: None, suspects: &suspects });
    }
    let place = around.day.as_ref().map_or(Place::Queue(&around.edition.id), |day| Place::Day(&day.id));
    let told = if around.day.is_some() { "inviato" } else { "in-coda" };
    match ask(&actor, &Asked { draft: &draft, place, key, file: kept.as_ref() }).await? {
        Ok(id) => Ok(Reply::Go(format!("{}?esito={told}", paths::quesito(&id)))),
        Err(refusal) => again(&Shown { draft: &draft, key, faults: &[], refused: Some(refusal), suspects: &[] }),
    }
}
