//! The documents of those who publish: their list, a new one, another version, what is said of one, its withdrawal.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Librarian};
use crate::domain::document::LINE;
use crate::domain::ids::DocumentId;
use crate::domain::upload::Purpose;
use crate::library::documents::form::{Fault, Form};
use crate::library::documents::words::words;
use crate::library::documents::{Content, Document, NotPublished, pages, store};
use crate::library::links::{self, Linked};
use crate::platform::Result;
use crate::platform::media::Media;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::web::uploads::{self, Brought, Kept, NotKept, Uploads};

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![mine, new, publish, edit, change, replace, withdraw]
}

fn notice(frame: &Frame<'_>, outcome: Option<&str>) -> Option<Notice> {
    let words = words(frame.lang);
    match outcome {
        Some("pubblicato") => Some(Notice::done(words.published)),
        Some("salvato") => Some(Notice::done(words.saved)),
        Some("versione") => Some(Notice::done(words.versioned)),
        Some("ritirato") => Some(Notice::done(words.withdrawn_now)),
        _ => None,
    }
}

#[get("/area/documenti?<esito>")]
async fn mine(actor: Actor<Librarian>, frame: Frame<'_>, linked: &State<Linked>, esito: Option<&str>) -> Result<Reply> {
    let kept = store::kept(&actor).await?;
    let links = links::store::to_do(&actor, linked).await?;
    let view = pages::Desk { frame: &frame, kept: &kept, links, keeps_all: actor.role().keeps_all(), notice: notice(&frame, esito) };
    Ok(Reply::Page(pages::desk(&view)))
}

/// Themes in use; a new document begins with that of the last.
async fn themes(actor: &Actor<Librarian>) -> Result<Vec<String>> {
    let mut themes: Vec<String> = Vec::new();
    for one in store::all(actor).await? {
        if !themes.contains(&one.sheet.theme) {
            themes.push(one.sheet.theme);
        }
    }
    Ok(themes)
}

#[get("/area/documenti/nuovo")]
async fn new(actor: Actor<Librarian>, frame: Frame<'_>, uploads: &State<Uploads>) -> Result<Reply> {
    let themes = themes(&actor).await?;
    let name = frame.person.as_ref().map_or("", |person| person.name.as_str());
    let form = Form::new(frame.today, name, themes.first().map_or("", String::as_str));
    Ok(Reply::Page(pages::new(&pages::Writing { frame: &frame, uploads, form: &form, brought: None, themes: &themes, faults: &[] })))
}

/// The file of a form, in its place; none where nothing was chosen.
async fn chosen(actor: &Actor<Librarian>, uploads: &Uploads, sent: &Brought) -> Result<std::result::Result<Option<Kept>, NotKept>> {
    Ok(match uploads::claim(actor, uploads, sent.file("file"), Purpose::Document).await? {
        Ok(kept) => Ok(Some(kept)),
        Err(NotKept::Missing) => Ok(None),
        Err(why) => Err(why),
    })
}

#[post("/area/documenti/nuovo", data = "<sent>")]
async fn publish(
    actor: Actor<Librarian>,
    frame: Frame<'_>,
    media: &State<Media>,
    uploads: &State<Uploads>,
    sent: Brought,
) -> Result<Reply> {
    let form = Form::read(&sent.fields);
    let file = chosen(&actor, uploads, &sent).await?;
    let faults = match form.whole(file.as_ref().map(Option::as_ref).map_err(|why| *why)) {
        Ok((sheet, handed)) => match store::publish(&actor, media, (&sheet, handed)).await? {
            Ok(id) => return Ok(Reply::Go(format!("{}?esito=pubblicato", paths::document_change(&id)))),
            Err(why) => vec![fault(why)],
        },
        Err(faults) => faults,
    };
    let themes = themes(&actor).await?;
    let brought = file.as_ref().ok().and_then(Option::as_ref);
    let view = pages::Writing { frame: &frame, uploads, form: &form, brought, themes: &themes, faults: &faults };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::new(&view)))
}

fn fault(why: NotPublished) -> Fault {
    match why {
        NotPublished::File(refusal) => Fault::File(refusal),
        NotPublished::Gone => Fault::NotKept(NotKept::Gone),
        NotPublished::Same | NotPublished::ChangedMeanwhile => Fault::Same,
    }
}

/// What is to be known of the address where a public document lies, if anything.
async fn lies(actor: &Actor<Librarian>, frame: &Frame<'_>, document: &Document) -> Result<Option<String>> {
    let Content::Address(address) = &document.latest.content else { return Ok(None) };
    let standing = links::store::standing(actor, address).await?.filter(|_| document.withdrawn.is_none());
    Ok(standing.and_then(|standing| links::words::told_keepers(frame.lang, &standing)))
}

/// A form that came back, why, and the file that came with it.
type Back<'a> = Option<(&'a Form, &'a [Fault], Option<&'a Kept>)>;

/// One document with its forms.
async fn shown(
    actor: &Actor<Librarian>,
    (frame, uploads): (&Frame<'_>, &Uploads),
    document: &Document,
    (back, status, notice): (Back<'_>, Status, Option<Notice>),
) -> Result<Reply> {
    let fresh = Form::of(&document.sheet, document.revision);
    let (form, faults, brought) = back.unwrap_or((&fresh, &[], None));
    let (themes, versions) = (themes(actor).await?, store::versions(actor, &document.id).await?);
    let conflict = (status == Status::Conflict).then(|| Notice::care(words(frame.lang).changed_meanwhile));
    let lies = lies(actor, frame, document).await?;
    let writing = pages::Writing { frame, uploads, form, brought, themes: &themes, faults };
    let view = pages::Changing { writing, document, versions: &versions, lies, notice: notice.or(conflict) };
    Ok(Reply::PageWith(status, pages::changing(&view)))
}

#[get("/area/documenti/<id>?<esito>")]
async fn edit(actor: Actor<Librarian>, frame: Frame<'_>, uploads: &State<Uploads>, id: DocumentId, esito: Option<&str>) -> Result<Reply> {
    let document = store::kept_one(&actor, &id).await?;
    let notice = notice(&frame, esito);
    shown(&actor, (&frame, uploads), &document, (None, Status::Ok, notice)).await
}

#[post("/area/documenti/<id>", data = "<fields>")]
async fn change(actor: Actor<Librarian>, frame: Frame<'_>, uploads: &State<Uploads>, id: DocumentId, fields: Fields) -> Result<Reply> {
    let document = store::kept_one(&actor, &id).await?;
    let form = Form::read(&fields);
    let sheet = match form.sheet() {
        Ok(sheet) => sheet,
        Err(faults) => {
            let back = (Some((&form, &faults[..], None)), Status::UnprocessableEntity, None);
            return shown(&actor, (&frame, uploads), &document, back).await;
        }
    };
    match store::change(&actor, &id, &sheet, form.seen).await? {
        Ok(()) => Ok(Reply::Go(format!("{}?esito=salvato", paths::document_change(&id)))),
        // What was typed stays, and the next attempt is on what stands now.
        Err(_) => {
            let document = store::kept_one(&actor, &id).await?;
            let form = Form { seen: document.revision, ..form };
            shown(&actor, (&frame, uploads), &document, (Some((&form, &[], None)), Status::Conflict, None)).await
        }
    }
}

/// What is said of it stays as it is: of the form of a version only what belongs to it comes back.
#[post("/area/documenti/<id>/versione", data = "<sent>")]
async fn replace(
    actor: Actor<Librarian>,
    frame: Frame<'_>,
    media: &State<Media>,
    uploads: &State<Uploads>,
    id: DocumentId,
    sent: Brought,
) -> Result<Reply> {
    let document = store::kept_one(&actor, &id).await?;
    let typed = Form::read(&sent.fields);
    let file = chosen(&actor, uploads, &sent).await?;
    let faults = match typed.content(file.as_ref().map(Option::as_ref).map_err(|why| *why)) {
        Ok(handed) => match store::add_version(&actor, media, &id, (handed, &typed.note)).await? {
            Ok(()) => return Ok(Reply::Go(format!("{}?esito=versione", paths::document_change(&id)))),
            Err(why) => vec![fault(why)],
        },
        Err(fault) => vec![fault],
    };
    let form = Form { address: typed.address, note: typed.note, ..Form::of(&document.sheet, document.revision) };
    let brought = file.as_ref().ok().and_then(Option::as_ref);
    let back = (Some((&form, &faults[..], brought)), Status::UnprocessableEntity, None);
    shown(&actor, (&frame, uploads), &document, back).await
}

#[post("/area/documenti/<id>/ritiro", data = "<fields>")]
async fn withdraw(actor: Actor<Librarian>, frame: Frame<'_>, uploads: &State<Uploads>, id: DocumentId, fields: Fields) -> Result<Reply> {
    let document = store::kept_one(&actor, &id).await?;
    let why = fields.text("motivo").split_whitespace().collect::<Vec<_>>().join(" ");
    if why.is_empty() || why.chars().count() > LINE {
        let form = Form::of(&document.sheet, document.revision);
        let back = (Some((&form, &[Fault::NoReason][..], None)), Status::UnprocessableEntity, None);
        return shown(&actor, (&frame, uploads), &document, back).await;
    }
    store::withdraw(&actor, &id, &why).await?;
    Ok(Reply::Go(format!("{}?esito=ritirato", paths::DOCUMENTS_DESK)))
}
