//! Routes of the presences of an edition.

use rocket::{Route, get};

use super::pages::{self, Desk};
use super::words::words;
use super::{Line, by_day, store, totals};
use crate::access::{Actor, Secretariat};
use crate::domain::edition::Edition;
use crate::domain::presence::State;
use crate::domain::seminar;
use crate::platform::Result;
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::presence::words as shared;
use crate::programme;
use crate::ui::dates;
use crate::ui::page::Frame;
use crate::ui::reply::{Format, Reply};
use crate::ui::words::Lang;

pub fn routes() -> Vec<Route> {
    rocket::routes![desk, csv, xlsx]
}

/// What the page is called.
pub fn name(lang: Lang) -> &'static str {
    words(lang).title
}

async fn lines(actor: &Actor<Secretariat>) -> Result<(Option<Edition>, Vec<Line>)> {
    match programme::current(actor).await? {
        Some(edition) => {
            let lines = store::lines(actor, &edition.id).await?;
            Ok((Some(edition), lines))
        }
        None => Ok((None, Vec::new())),
    }
}

#[get("/segreteria/presenze")]
async fn desk(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    let (edition, lines) = lines(&actor).await?;
    let held = totals(lines.iter().filter(|line| line.state == seminar::State::Held));
    let edition = edition.as_ref().map(|edition| edition.name.as_str());
    Ok(Reply::Page(pages::desk(&Desk { frame: &frame, edition, days: &by_day(&lines), totals: held })))
}

#[get("/segreteria/presenze.csv")]
async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    let (edition, lines) = lines(&actor).await?;
    Reply::table(&file(edition.as_ref(), lines, frame.lang), "presenze", frame.today, Format::Csv)
}

#[get("/segreteria/presenze.xlsx")]
async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    let (edition, lines) = lines(&actor).await?;
    Reply::table(&file(edition.as_ref(), lines, frame.lang), "presenze", frame.today, Format::Xlsx)
}

/// One row per person and session, with all that the funder asks.
fn file(edition: Option<&Edition>, lines: Vec<Line>, lang: Lang) -> Spreadsheet {
    let words = words(lang);
    let named = [
        (words.project, 18),
        (words.day, 12),
        (words.session, 12),
        (words.from, 8),
        (words.until, 8),
        (words.seminar, 34),
        (words.theme, 24),
        (words.topic, 30),
        (words.region, 16),
        (words.place, 34),
        (words.state, 10),
        (words.name, 28),
        (words.ente, 34),
        (words.ente_kind, 18),
        (words.province, 10),
        (words.istat, 12),
        (words.qualifica, 28),
        (words.gender, 12),
        (words.age_class, 12),
        (words.settore, 20),
        (words.walked_in, 10),
        (words.presence, 12),
        (words.source, 22),
        (words.minutes, 10),
        (words.minutes_of, 10),
        (words.differs, 12),
    ];
    let headings = named.map(|(name, width)| Heading { name, width }).to_vec();
    let project = edition.map(|edition| edition.terms.funding.project.clone()).unwrap_or_default();
    Spreadsheet { title: words.title, headings, rows: lines.into_iter().map(|line| cells(line, &project, lang)).collect() }
}

fn cells(line: Line, project: &str, lang: Lang) -> Vec<Cell> {
    let shared = shared::words(lang);
    let fact = |name: &str| line.facts.get(name).cloned().unwrap_or_default();
    let yes = |it: bool| Cell::text(if it { shared.yes } else { shared.no });
    let said = match line.said() {
        Some((State::Present, _)) => shared.present,
        Some((State::Absent | State::Cleared, _)) => shared.absent,
        None => shared.nothing,
    };
    let source = line.said().map(|(_, source)| shared::source(lang, source)).unwrap_or_default();
    let (ente, kind, province) = match &line.ente {
        Some(ente) => (ente.name.clone(), ente.kind.clone(), ente.province.clone()),
        None => Default::default(),
    };
    let kind = if kind.is_empty() { fact("ente-kind") } else { kind };
    vec![
        Cell::text(project),
        Cell::Day(line.session.starts_at.day()),
        Cell::text(shared::part_of_day(lang, &line.session)),
        Cell::text(dates::hour(lang, line.session.starts_at)),
        Cell::text(dates::hour(lang, line.session.ends_at)),
        Cell::text(&line.title),
        Cell::text(&line.theme),
        Cell::text(&line.session.topic),
        Cell::text(&line.region),
        Cell::text(line.place.in_short()),
        Cell::text(shared::state(lang, line.state)),
        Cell::text(&line.name),
        Cell::text(ente),
        Cell::text(kind),
        Cell::text(province),
        Cell::text(&line.istat_code),
        Cell::text(&line.qualifica),
        Cell::text(fact("gender")),
        Cell::text(fact("age-class")),
        Cell::text(fact("settore")),
        yes(line.walked_in),
        Cell::text(said),
        Cell::text(source),
        Cell::Number(line.minutes()),
        Cell::Number(line.session.minutes()),
        yes(line.differs()),
    ]
}
