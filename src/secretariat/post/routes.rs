//! Routes: the table of messages and its files, one message, messages let go once more.

use rocket::{Route, State as Managed, get, post};

use super::pages::{self, MessagePage, Register, Several};
use super::words::{again, not_again, state, what_went_wrong, words};
use super::{Line, State, listing, store};
use crate::access::form::Fields;
use crate::access::{Actor, RoleName, Secretariat};
use crate::domain::ids::LetterId;
use crate::platform::Result;
use crate::platform::config::Config;
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::ui::listing::Listing;
use crate::ui::page::{Frame, Notice};
use crate::ui::reply::{Format, Reply};
use crate::ui::sitemap::{Audience, Entry};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub const SITEMAP: &[Entry] = &[Entry::new(paths::POST, |lang| words(lang).post, Audience::Only(RoleName::Secretariat))];

pub fn routes() -> Vec<Route> {
    rocket::routes![register, csv, xlsx, message, send_again, several, send_several]
}

/// More messages than there are.
const ALL: (i64, i64) = (10_000_000, 0);

#[get("/segreteria/posta?<esito>&<quanti>")]
async fn register(actor: Actor<Secretariat>, frame: Frame<'_>, esito: Option<&str>, quanti: Option<i64>) -> Result<Reply> {
    let listing = listing(&frame.path);
    let (lines, total) = store::find(&actor, &listing, listing.window()).await?;
    if total == 0 && listing.page() > 1 {
        let (_, total) = store::find(&actor, &listing, (1, 0)).await?;
        return Ok(Reply::Go(listing.at_page(listing.last(total))));
    }
    let notice = notice(&frame, esito, quanti.unwrap_or(0));
    Ok(Reply::Page(pages::register(&Register { frame: &frame, listing: &listing, lines, total, now: actor.now(), notice })))
}

/// What came of letting messages go once more.
fn notice(frame: &Frame<'_>, outcome: Option<&str>, many: i64) -> Option<Notice> {
    let words = words(frame.lang);
    Some(match outcome? {
        "rimessi" => Notice::done(&(words.several_done)(many, &dates::count(frame.lang, many))),
        "fermo" => Notice::care(words.not_done),
        other => Notice::done(again(frame.lang, pages::way(other)?)),
    })
}

#[get("/segreteria/posta.csv")]
async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame).await?, "posta", frame.today, Format::Csv)
}

#[get("/segreteria/posta.xlsx")]
async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(&actor, &frame).await?, "posta", frame.today, Format::Xlsx)
}

/// The rows that the filters leave, in the order of the page.
async fn file(actor: &Actor<Secretariat>, frame: &Frame<'_>) -> Result<Spreadsheet> {
    let (lines, _) = store::find(actor, &listing(&frame.path), ALL).await?;
    let words = words(frame.lang);
    let heading = |name, width| Heading { name, width };
    let headings = vec![
        heading(words.subject, 46),
        heading(words.to, 28),
        heading(words.address, 34),
        heading(words.posted, 12),
        heading(words.state, 16),
        heading(words.sent_on, 12),
        heading(words.attempts, 10),
        heading(words.why, 50),
        heading(words.said, 50),
    ];
    Ok(Spreadsheet { title: words.post, headings, rows: lines.into_iter().map(|line| cells(line, frame.lang)).collect() })
}

fn cells(line: Line, lang: Lang) -> Vec<Cell> {
    let standing = line.state();
    let fault = line.fault.filter(|_| standing != State::Sent);
    vec![
        Cell::text(line.subject),
        Cell::text(line.name),
        Cell::text(line.address),
        Cell::Day(line.posted_at.day()),
        Cell::text(state(lang, standing)),
        Cell::day(line.sent_at.map(|at| at.day())),
        Cell::Number(line.attempts),
        Cell::text(fault.as_ref().map_or("", |fault| what_went_wrong(lang, fault.kind))),
        Cell::text(fault.map_or(String::new(), |fault| fault.said)),
    ]
}

#[get("/segreteria/posta/<id>?<esito>")]
async fn message(
    actor: Actor<Secretariat>,
    frame: Frame<'_>,
    id: LetterId,
    esito: Option<&str>,
    config: &Managed<Config>,
) -> Result<Reply> {
    let told = store::one(&actor, &id).await?;
    let notice = notice(&frame, esito, 0);
    Ok(Reply::Page(pages::message(&MessagePage { frame: &frame, told: &told, config, now: actor.now(), notice })))
}

/// Back to where the button was: the table as it was filtered, or the message itself.
fn back(fields: &Fields, id: &LetterId, outcome: &str) -> Reply {
    match fields.get("elenco") {
        Some(typed) => Reply::Go(told_at(&listing(typed), &format!("esito={outcome}"))),
        None => Reply::Go(format!("{}?esito={outcome}", paths::message(id))),
    }
}

fn told_at(listing: &Listing, outcome: &str) -> String {
    let address = listing.at_page(listing.page());
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}{outcome}")
}

#[post("/segreteria/posta/<id>/invio", data = "<fields>")]
async fn send_again(actor: Actor<Secretariat>, id: LetterId, fields: Fields) -> Result<Reply> {
    Ok(match store::again(&actor, &id).await? {
        Ok(way) => back(&fields, &id, pages::spelled(way)),
        Err(_) => back(&fields, &id, "fermo"),
    })
}

/// Those of the filters that were given up.
async fn failed(actor: &Actor<Secretariat>, asked: &str) -> Result<(Listing, Vec<Line>)> {
    let listing = listing(asked);
    let chosen = listing.and("stato", State::Failed.as_str());
    let (lines, _) = store::find(actor, &chosen, ALL).await?;
    Ok((chosen, lines))
}

#[get("/segreteria/posta/non-consegnati")]
async fn several(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    let (listing, lines) = failed(&actor, &frame.path).await?;
    let judged: Vec<_> = lines.iter().map(|line| line.again(actor.now())).collect();
    let go = judged.iter().filter(|one| one.is_ok()).count();
    let mut stay: Vec<(&'static str, usize)> = Vec::new();
    for why in judged.iter().filter_map(|one| one.as_ref().err()) {
        let says = not_again(frame.lang, *why);
        match stay.iter_mut().find(|(said, _)| *said == says) {
            Some((_, count)) => *count += 1,
            None => stay.push((says, 1)),
        }
    }
    Ok(Reply::Page(pages::several(&Several { frame: &frame, listing: &listing, go, stay })))
}

#[post("/segreteria/posta/non-consegnati", data = "<fields>")]
async fn send_several(actor: Actor<Secretariat>, fields: Fields) -> Result<Reply> {
    let (listing, lines) = failed(&actor, fields.text("elenco")).await?;
    let gone = store::all_again(&actor, &lines).await?;
    let rest = Listing::read(super::SHAPE, &listing.without("stato"));
    Ok(Reply::Go(told_at(&rest, &format!("esito=rimessi&quanti={gone}"))))
}
