//! What remains: an answer becomes a domanda frequente, proceedings are followed, the hours of experts are kept.

use rocket::{Route, State as Managed, get, post};

use crate::access::{Actor, Moderator, Secretariat, Visitor};
use crate::domain::ids::QuestionId;
use crate::forum::store::lasting;
use crate::forum::words::lasting::words;
use crate::forum::{Duty, pages};
use crate::platform::Result;
use crate::platform::config::Config;
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::programme;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::{Format, Reply};
use crate::ui::words::Lang;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![to_faq, feed, hours, csv, xlsx]
}

/// The draft is read again before anybody sees it.
#[post("/quesiti/<id>/domanda-frequente")]
async fn to_faq(actor: Actor<Moderator>, id: QuestionId) -> Result<Reply> {
    let faq = lasting::propose(&actor, &id).await?;
    Ok(Reply::Go(faq.map_or_else(|| format!("{}?esito=non-ancora", paths::quesito(&id)), |faq| paths::faq_change(&faq))))
}

#[get("/forum.atom")]
async fn feed(actor: Actor<Visitor>, frame: Frame<'_>, config: &Managed<Config>) -> Result<Reply> {
    let told = lasting::told(&actor).await?;
    Ok(Reply::Feed(pages::feed(&frame, &told, &config.server.public_url)))
}

async fn duties(actor: &Actor<Secretariat>) -> Result<Vec<Duty>> {
    match programme::current(actor).await? {
        Some(edition) => lasting::duties(actor, &edition.id).await,
        None => Ok(Vec::new()),
    }
}

#[get("/segreteria/forum/ore-esperti")]
async fn hours(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Ok(Reply::Page(pages::hours(&frame, &duties(&actor).await?)))
}

#[get("/segreteria/forum/ore-esperti.csv")]
async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(duties(&actor).await?, frame.lang), "ore-esperti", frame.today, Format::Csv)
}

#[get("/segreteria/forum/ore-esperti.xlsx")]
async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    Reply::table(&file(duties(&actor).await?, frame.lang), "ore-esperti", frame.today, Format::Xlsx)
}

fn file(duties: Vec<Duty>, lang: Lang) -> Spreadsheet {
    let words = words(lang);
    let named = [
        (words.expert, 28),
        (words.day, 34),
        (words.date, 12),
        (words.minutes, 12),
        (words.answers, 10),
        (words.questions, 14),
        (words.read, 10),
        (words.clarifications, 12),
    ];
    let row = |one: Duty| {
        vec![
            Cell::text(one.expert.name),
            Cell::text(one.title),
            Cell::Day(one.held_on),
            Cell::Number(one.minutes),
            Cell::Number(one.answers),
            Cell::Number(one.questions),
            Cell::Number(one.readings),
            Cell::Number(one.messages),
        ]
    };
    let headings = named.map(|(name, width)| Heading { name, width }).to_vec();
    Spreadsheet { title: words.hours, headings, rows: duties.into_iter().map(row).collect() }
}
