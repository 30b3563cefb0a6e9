//! The calendar and the page of a day, for everybody.

use maud::Markup;
use rocket::{Route, get};

use crate::access::{Actor, Member, Person, Secretariat, Visitor};
use crate::domain::ids::ClassDayId;
use crate::domain::moment::{Day, Moment};
use crate::domain::seminar::State;
use crate::platform::{Error, Result};
use crate::seminars::enrolment;
use crate::seminars::materials;
use crate::seminars::schedule::pages::{self, Calendar, Month, Public};
use crate::seminars::schedule::store::{self, Wanted};
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![calendar, day]
}

/// Days on a page of the list.
const SIZE: i64 = 48;
/// Other days of the same seminar that are shown below one.
const OTHERS: i64 = 6;

/// What the address of the calendar may hold; whatever it does not know is passed over.
#[derive(rocket::FromForm)]
struct Asked<'r> {
    vista: Option<&'r str>,
    mese: Option<&'r str>,
    regione: Option<String>,
    tema: Option<String>,
    posti: Option<&'r str>,
    passate: Option<&'r str>,
    pagina: Option<&'r str>,
}

#[get("/seminari?<asked..>")]
async fn calendar(actor: Actor<Visitor>, frame: Frame<'_>, asked: Asked<'_>) -> Result<Reply> {
    let (region, theme) = (clean(asked.regione), clean(asked.tema));
    if asked.vista == Some("mese") || asked.mese.is_some() {
        return month(&actor, &frame, asked.mese, (&region, &theme)).await;
    }
    let (now, past, free) = (actor.now(), asked.passate.is_some(), asked.posti == Some("liberi"));
    let page: usize = asked.pagina.and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 100_000);
    let offset = SIZE.saturating_mul(i64::try_from(page - 1).unwrap_or(0));
    let wanted = Wanted { region: &region, theme: &theme, free: free && !past, last_first: past, ..Wanted::ALL };
    let wanted = if past { Wanted { ended_by: now, ..wanted } } else { Wanted { after: now, ..wanted } };
    let (cards, total) = store::public(&actor, &Wanted { window: (SIZE, offset), ..wanted }).await?;
    if cards.is_empty() && page > 1 {
        return Ok(Reply::Go(paths::seminars((&region, &theme), free, past, 1)));
    }
    let last = usize::try_from(total).unwrap_or(0).div_ceil(usize::try_from(SIZE).unwrap_or(1)).max(1);
    let filters = store::filters(&actor).await?;
    let view = Calendar { frame: &frame, now, cards, filters, region: &region, theme: &theme, free, past, page: (page, last) };
    Ok(Reply::Page(pages::calendar(&view)))
}

/// NUL is no text of PostgreSQL.
fn clean(text: Option<String>) -> String {
    text.unwrap_or_default().replace('\0', "").trim().to_owned()
}

/// A month of the calendar; nonsense is this one.
async fn month(actor: &Actor<Visitor>, frame: &Frame<'_>, asked: Option<&str>, (region, theme): (&str, &str)) -> Result<Reply> {
    let today = actor.now().day();
    let first_of = |day: Day| Day::new(day.date().year(), day.date().month(), 1).unwrap_or(day);
    let asked = asked.and_then(|month| Day::parse(&format!("{month}-01"))).filter(|day| (2000..=2100).contains(&day.date().year()));
    let first = asked.unwrap_or_else(|| first_of(today));
    let next = first_of(first.plus_days(31));
    let midnight = |day: Day| Moment::at(day, 0, 0).ok_or_else(|| Error::Bug(format!("no midnight on {day}")));
    let wanted = Wanted { after: midnight(first)?, before: midnight(next)?, region, theme, ..Wanted::ALL };
    let (cards, _) = store::public(actor, &wanted).await?;
    let filters = store::filters(actor).await?;
    Ok(Reply::Page(pages::month(&Month { frame, now: actor.now(), first, next, cards, filters, region, theme })))
}

/// A draft exists for the segreteria and for its docenti alone.
#[get("/seminari/<id>")]
async fn day(
    actor: Actor<Visitor>,
    frame: Frame<'_>,
    id: ClassDayId,
    desk: Option<Actor<Secretariat>>,
    person: Option<Actor<Person>>,
    member: Option<Actor<Member>>,
) -> Result<Reply> {
    let sheet = store::day_of(&actor, &id).await?;
    let teaches = person.as_ref().is_some_and(|person| sheet.day.trainers.contains(person.person()));
    if sheet.day.state == State::Draft && desk.is_none() && !teaches {
        return Err(Error::NotFound);
    }
    let beside = Wanted { after: actor.now(), beside: Some((&sheet.seminar.id, &id)), window: (OTHERS, 0), ..Wanted::ALL };
    let (others, _) = store::public(&actor, &beside).await?;
    let enrolment = match sheet.day.state {
        State::Draft => Markup::default(),
        _ => enrolment::pages::seats(&frame, &enrolment::store::seats(&actor, (person.as_ref(), member.as_ref()), &id).await?),
    };
    let seen = match &person {
        Some(person) => materials::store::seen(person, Some(&id)).await?,
        None => Vec::new(),
    };
    let keeps = ((desk.is_some() || teaches) && sheet.day.state != State::Cancelled).then(|| paths::materials(&id));
    let materials = materials::pages::on_day(&frame, &seen, keeps);
    let (now, of_desk) = (actor.now(), desk.is_some());
    Ok(Reply::Page(pages::day(&Public { frame: &frame, sheet: &sheet, now, others, of_desk, enrolment, materials, notice: None })))
}
