//! Routes: invitations to many enti, written and looked through before they leave, and what became of them.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::pages::{self, Detail, Past, Writing};
use super::words::{Fault, words};
use super::{Begun, Draft, PARAGRAPH_MAX, Plan, Shown, store};
use crate::access::form::Fields;
use crate::access::{Actor, RoleName, Secretariat};
use crate::assessments::Catalogue;
use crate::domain::edition::Edition;
use crate::domain::ids::{EnteId, Id, MailingId};
use crate::platform::config::Config;
use crate::platform::{Error, Result, random};
use crate::programme;
use crate::secretariat::enti;
use crate::ui::listing::Listing;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::{Audience, Entry};

pub const SITEMAP: &[Entry] = &[Entry::new(paths::MAILINGS, |lang| words(lang).mailings, Audience::Only(RoleName::Secretariat))];

pub fn routes() -> Vec<Route> {
    rocket::routes![past, writing, begin, detail]
}

/// More enti than there are.
const ALL: (i64, i64) = (1_000_000, 0);
/// Mailings, and enti of one, on a page.
const PAGE: i64 = 25;

/// A page counted from 1, as rows to pass over.
fn offset(page: usize) -> i64 {
    i64::try_from(page - 1).unwrap_or(0).saturating_mul(PAGE)
}

fn last(total: i64) -> usize {
    usize::try_from(total).unwrap_or(0).div_ceil(PAGE as usize).max(1)
}

#[get("/segreteria/inviti?<pagina>")]
async fn past(actor: Actor<Secretariat>, frame: Frame<'_>, pagina: Option<usize>) -> Result<Reply> {
    let page = pagina.unwrap_or(1).clamp(1, 1_000_000);
    let (mailings, total) = store::past(&actor, PAGE, offset(page)).await?;
    if total == 0 && page > 1 {
        return Ok(Reply::Go(paths::MAILINGS.to_owned()));
    }
    Ok(Reply::Page(pages::past(&Past { frame: &frame, mailings, total, page, last: last(total) })))
}

/// What the form is about: the edition, and the enti that the filters leave.
struct Chosen {
    edition: Edition,
    listing: Listing,
    enti: Vec<EnteId>,
    plan: Plan,
}

async fn chosen(actor: &Actor<Secretariat>, catalogue: &Catalogue, asked: &str) -> Result<Chosen> {
    let edition = programme::current(actor).await?.ok_or(Error::NotFound)?;
    let listing = enti::listing(asked);
    let questionnaire = catalogue.asked(Some(&edition));
    let (lines, _) =
        enti::store::find(actor, &enti::store::Chosen { listing: &listing, questionnaire, edition: Some(&edition.id) }, ALL).await?;
    let enti: Vec<EnteId> = lines.into_iter().map(|line| line.id).collect();
    let plan = store::plan(actor, &edition, &enti).await?;
    Ok(Chosen { edition, listing, enti, plan })
}

/// The form with the message as it would leave.
struct Typed<'a> {
    id: MailingId,
    paragraph: &'a str,
    faults: Vec<Fault>,
    notice: Option<Notice>,
}

fn page(frame: &Frame<'_>, config: &Config, chosen: &Chosen, typed: Typed<'_>) -> maud::Markup {
    let letter = store::rehearse(&chosen.plan, &chosen.edition, typed.paragraph);
    let Typed { id, paragraph, faults, notice } = typed;
    let (edition, listing, plan) = (&chosen.edition, &chosen.listing, &chosen.plan);
    pages::writing(&Writing { frame, config, edition, listing, plan, id, paragraph, letter, faults, notice })
}

#[get("/segreteria/inviti/nuovo")]
async fn writing(actor: Actor<Secretariat>, frame: Frame<'_>, catalogue: &State<Catalogue>, config: &State<Config>) -> Result<Reply> {
    let chosen = chosen(&actor, catalogue, &frame.path).await?;
    let typed = Typed { id: random::id(actor.now()), paragraph: words(frame.lang).paragraph, faults: Vec::new(), notice: None };
    Ok(Reply::Page(page(&frame, config, &chosen, typed)))
}

/// `azione=anteprima` shows the message again with what was written; else it leaves, if it is the one that was shown.
#[post("/segreteria/inviti/nuovo", data = "<fields>")]
async fn begin(
    actor: Actor<Secretariat>,
    frame: Frame<'_>,
    fields: Fields,
    catalogue: &State<Catalogue>,
    config: &State<Config>,
) -> Result<Reply> {
    let chosen = chosen(&actor, catalogue, fields.text("scelta")).await?;
    let id = MailingId::parse(fields.text("invio")).unwrap_or_else(|| random::id(actor.now()));
    let paragraph = fields.text("testo");
    let again = |faults, notice| {
        let typed = Typed { id: id.clone(), paragraph, faults, notice };
        page(&frame, config, &chosen, typed)
    };
    // The second of two clicks finds nobody left to invite: the first has invited them.
    let nobody = chosen.plan.go.is_empty() && !store::is_begun(&actor, &id).await?;
    let fault = match paragraph.chars().count() {
        0 => Some(Fault::NoParagraph),
        length if length > PARAGRAPH_MAX => Some(Fault::ParagraphTooLong),
        _ if nobody => Some(Fault::Nobody),
        _ => None,
    };
    if let Some(fault) = fault {
        return Ok(Reply::PageWith(Status::UnprocessableEntity, again(vec![fault], None)));
    }
    if fields.text("azione") == "anteprima" {
        return Ok(Reply::Page(again(Vec::new(), None)));
    }
    let words = words(frame.lang);
    if fields.text("letto") != paragraph {
        return Ok(Reply::PageWith(Status::UnprocessableEntity, again(Vec::new(), Some(Notice::care(words.read_again)))));
    }
    let seen = fields.text("quanti").parse().unwrap_or(0);
    let query = chosen.listing.query();
    let draft = Draft { id: &id, edition: &chosen.edition, chosen: &query, paragraph, enti: &chosen.enti, seen };
    Ok(match store::begin(&actor, &draft).await? {
        Begun::Now | Begun::Already => Reply::Go(format!("{}?esito=avviato", paths::mailing(&id))),
        Begun::Differs => Reply::PageWith(Status::UnprocessableEntity, again(Vec::new(), Some(Notice::care(words.differs)))),
    })
}

#[get("/segreteria/inviti/<id>?<quali>&<pagina>&<esito>")]
async fn detail(
    actor: Actor<Secretariat>,
    frame: Frame<'_>,
    id: MailingId,
    quali: Option<&str>,
    pagina: Option<usize>,
    esito: Option<&str>,
) -> Result<Reply> {
    let mailing = store::one(&actor, &id).await?;
    let (shown, page) = (Shown::parse(quali.unwrap_or_default()), pagina.unwrap_or(1).clamp(1, 1_000_000));
    let (lines, total) = store::lines(&actor, &id, shown, (PAGE, offset(page))).await?;
    if total == 0 && page > 1 {
        return Ok(Reply::Go(paths::mailing_lines(&id, shown.as_str(), 1)));
    }
    let notice = (esito == Some("avviato")).then(|| Notice::done(words(frame.lang).begun));
    Ok(Reply::Page(pages::detail(&Detail { frame: &frame, mailing: &mailing, lines, total, shown, page, last: last(total), notice })))
}
