//! Routes of attestati.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::pages::{self, Compared, Desk, Ending};
use super::words::words;
use super::{AT_ONCE, Certificate, Issuing, Means, REASON_MAX, found, listing, numbered, store};
use crate::access::form::Fields;
use crate::access::upload::Upload;
use crate::access::{Actor, Person, Secretariat, Visitor};
use crate::courses::Shelf;
use crate::domain::certificate::CertificateCode;
use crate::domain::edition::Edition;
use crate::domain::ids::CertificateId;
use crate::platform::config::Config;
use crate::platform::media::{Media, fingerprint};
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::platform::{Error, Result};
use crate::programme;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::{Format, Reply};
use crate::ui::words::Lang;
use crate::web::serving::{Asked, File, Served};

pub fn routes() -> Vec<Route> {
    rocket::routes![asking, checked, compare, own, desk, issue, csv, xlsx, revoking, revoke, reissuing, reissue]
}

/// What the public page is called.
pub fn name(lang: Lang) -> &'static str {
    words(lang).title
}

/// What the page of the desk is called.
pub fn desk_name(lang: Lang) -> &'static str {
    words(lang).desk
}

#[get("/attestati?<codice>")]
async fn asking(_actor: Actor<Visitor>, frame: Frame<'_>, codice: Option<&str>) -> Result<Reply> {
    let Some(typed) = codice else { return Ok(Reply::Page(pages::asking(&frame, "", None))) };
    match CertificateCode::parse(typed) {
        Ok(code) => Ok(Reply::Go(paths::certificate(&code.grouped()))),
        Err(wrong) => Ok(Reply::PageWith(Status::UnprocessableEntity, pages::asking(&frame, typed, Some(wrong)))),
    }
}

/// The attestato of a code, or the page that says what is wrong with it. Guesses are not counted: fifteen signs drawn by
/// lot (75 bits) are not found by trying.
async fn look(actor: &Actor<Visitor>, frame: &Frame<'_>, typed: &str) -> Result<std::result::Result<Certificate, Reply>> {
    let code = match CertificateCode::parse(typed) {
        Ok(code) => code,
        Err(wrong) => return Ok(Err(Reply::PageWith(Status::NotFound, pages::asking(frame, typed, Some(wrong))))),
    };
    let found = store::by_code(actor, &code).await?;
    Ok(found.ok_or_else(|| Reply::PageWith(Status::NotFound, pages::unknown(frame, &code.grouped()))))
}

#[get("/attestati/<code>")]
async fn checked(actor: Actor<Visitor>, frame: Frame<'_>, code: &str) -> Result<Reply> {
    Ok(match look(&actor, &frame, code).await? {
        Ok(one) => Reply::Fresh(pages::checked(&frame, &one, None)),
        Err(back) => back,
    })
}

#[post("/attestati/<code>", data = "<form>")]
async fn compare(actor: Actor<Visitor>, frame: Frame<'_>, code: &str, form: Upload) -> Result<Reply> {
    let one = match look(&actor, &frame, code).await? {
        Ok(one) => one,
        Err(back) => return Ok(back),
    };
    let compared = match &form.file {
        None => Compared::NoFile,
        Some(file) if fingerprint(&file.bytes) == one.sha256 => Compared::Same,
        Some(_) => Compared::Other,
    };
    let status = if compared == Compared::Same { Status::Ok } else { Status::UnprocessableEntity };
    Ok(Reply::PageWith(status, pages::checked(&frame, &one, Some(compared))))
}

#[get("/area/percorso/attestati/<id>")]
async fn own(actor: Actor<Person>, media: &State<Media>, asked: Asked, id: CertificateId) -> Result<Served> {
    let all = store::of_person(&actor, actor.person()).await?;
    let one = all.into_iter().find(|one| one.id == id && one.stands()).ok_or(Error::NotFound)?;
    let name = format!("attestato-{}.pdf", numbered(one.number, one.issued_at).replace('/', "-"));
    Served::kept(&asked, media, &store::named(&one), File::to_keep(&name, "application/pdf")).await
}

/// The current edition and its attestati.
async fn register(actor: &Actor<Secretariat>) -> Result<(Option<Edition>, Vec<Certificate>)> {
    match programme::current(actor).await? {
        Some(edition) => {
            let all = store::of_edition(actor, &edition.id).await?;
            Ok((Some(edition), all))
        }
        None => Ok((None, Vec::new())),
    }
}

#[get("/segreteria/attestati?<esito>&<n>&<restano>")]
async fn desk(actor: Actor<Secretariat>, frame: Frame<'_>, esito: Option<&str>, n: Option<usize>, restano: Option<usize>) -> Result<Reply> {
    let words = words(frame.lang);
    let (edition, all) = register(&actor).await?;
    let due = match &edition {
        Some(edition) => store::due(&actor, edition).await?,
        None => Vec::new(),
    };
    let notice = match esito {
        Some("emessi") => Some(Notice::done(&(words.issued_now)(n.unwrap_or(0), restano.unwrap_or(0)))),
        Some("revocato") => Some(Notice::done(words.revoked_now)),
        Some("riemesso") => Some(Notice::done(words.reissued_now)),
        _ => None,
    };
    let listing = listing(&frame.path);
    let found = found(&all, &listing);
    let has_rule = edition.as_ref().is_some_and(|edition| edition.terms.certificate.is_some());
    let name = edition.as_ref().map(|edition| edition.name.as_str());
    let view = Desk { frame: &frame, edition: name, has_rule, due: &due, all: &all, found: &found, listing: &listing, notice };
    Ok(Reply::Page(pages::desk(&view)))
}

#[post("/segreteria/attestati")]
async fn issue(actor: Actor<Secretariat>, config: &State<Config>, media: &State<Media>, shelf: &State<Shelf>) -> Result<Reply> {
    let Some(edition) = programme::current(&actor).await? else { return Err(Error::NotFound) };
    let due = store::due(&actor, &edition).await?;
    let with = Issuing { means: Means { config, media, shelf }, edition: &edition };
    let mut done = 0;
    for one in due.iter().take(AT_ONCE) {
        done += usize::from(store::issue(&actor, with, &one.person, &one.theme).await?);
    }
    let left = due.len().saturating_sub(AT_ONCE);
    Ok(Reply::Go(format!("{}?esito=emessi&n={done}&restano={left}", paths::CERTIFICATES)))
}

#[get("/segreteria/attestati.csv")]
async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame).await?, "attestati", frame.today, Format::Csv)
}

#[get("/segreteria/attestati.xlsx")]
async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame).await?, "attestati", frame.today, Format::Xlsx)
}

/// The rows that the filters leave, in the order of the page.
async fn file(actor: &Actor<Secretariat>, frame: &Frame<'_>) -> Result<Spreadsheet> {
    let (_, all) = register(actor).await?;
    let words = words(frame.lang);
    let named = [
        (words.number, 10),
        (words.person, 28),
        (words.ente, 30),
        (words.theme, 34),
        (words.minutes, 10),
        (words.issued, 12),
        (words.state, 12),
        (words.why_column, 34),
        (words.code, 22),
        (words.hash, 66),
    ];
    let row = |one: &Certificate| {
        vec![
            Cell::text(numbered(one.number, one.issued_at)),
            Cell::text(&one.content.name),
            Cell::text(&one.content.ente),
            Cell::text(&one.theme),
            Cell::Number(one.content.present),
            Cell::Day(one.issued_at.day()),
            Cell::text(pages::state(frame.lang, one)),
            Cell::text(one.revoked.as_ref().map(|revoked| revoked.why.clone()).unwrap_or_default()),
            Cell::text(pages::grouped(&one.code)),
            Cell::text(&one.sha256),
        ]
    };
    let headings = named.map(|(name, width)| Heading { name, width }).to_vec();
    Ok(Spreadsheet { title: words.sheet, headings, rows: found(&all, &listing(&frame.path)).into_iter().map(row).collect() })
}

/// One that can still be ended.
async fn standing(actor: &Actor<Secretariat>, id: &CertificateId) -> Result<Certificate> {
    let one = store::one(actor, id).await?;
    if one.stands() { Ok(one) } else { Err(Error::NotFound) }
}

/// The reason as typed, on one line and no longer than it may be.
fn reason(fields: &Fields) -> String {
    fields.text("motivo").split_whitespace().collect::<Vec<_>>().join(" ").chars().take(REASON_MAX).collect()
}

#[get("/segreteria/attestati/<id>/revoca")]
async fn revoking(actor: Actor<Secretariat>, frame: Frame<'_>, id: CertificateId) -> Result<Reply> {
    let one = standing(&actor, &id).await?;
    let view = Ending { frame: &frame, one: &one, reissue: false, why: "", no_reason: false, not_earned: false };
    Ok(Reply::Page(pages::ending(&view)))
}

#[post("/segreteria/attestati/<id>/revoca", data = "<fields>")]
async fn revoke(actor: Actor<Secretariat>, frame: Frame<'_>, id: CertificateId, fields: Fields) -> Result<Reply> {
    let (one, why) = (standing(&actor, &id).await?, reason(&fields));
    if why.is_empty() {
        let view = Ending { frame: &frame, one: &one, reissue: false, why: "", no_reason: true, not_earned: false };
        return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::ending(&view)));
    }
    match store::revoke(&actor, &one, &why).await? {
        true => Ok(Reply::Go(format!("{}?esito=revocato", paths::CERTIFICATES))),
        false => Err(Error::NotFound),
    }
}

#[get("/segreteria/attestati/<id>/nuova-emissione")]
async fn reissuing(actor: Actor<Secretariat>, frame: Frame<'_>, id: CertificateId) -> Result<Reply> {
    let one = standing(&actor, &id).await?;
    let view = Ending { frame: &frame, one: &one, reissue: true, why: "", no_reason: false, not_earned: false };
    Ok(Reply::Page(pages::ending(&view)))
}

#[post("/segreteria/attestati/<id>/nuova-emissione", data = "<fields>")]
async fn reissue(
    actor: Actor<Secretariat>,
    frame: Frame<'_>,
    config: &State<Config>,
    media: &State<Media>,
    shelf: &State<Shelf>,
    id: CertificateId,
    fields: Fields,
) -> Result<Reply> {
    let (one, why) = (standing(&actor, &id).await?, reason(&fields));
    let mut view = Ending { frame: &frame, one: &one, reissue: true, why: &why, no_reason: why.is_empty(), not_earned: false };
    if !view.no_reason {
        match store::reissue(&actor, Means { config, media, shelf }, &one, &why).await? {
            store::Reissued::Done => return Ok(Reply::Go(format!("{}?esito=riemesso", paths::CERTIFICATES))),
            store::Reissued::Gone => return Err(Error::NotFound),
            store::Reissued::NotEarned => view.not_earned = true,
        }
    }
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::ending(&view)))
}
