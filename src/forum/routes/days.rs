//! The days of the forum, and what is new on one of them.

use rocket::{Route, get, post};

use super::{tag, view};
use crate::access::form::Fields;
use crate::access::roles::Seated;
use crate::access::{Actor, Participant, Secretariat, Visitor};
use crate::domain::forum_day::State;
use crate::domain::ids::{ForumDayId, Id, QuestionId};
use crate::domain::question::{Progress, Seat};
use crate::forum::pages::{self, DayView, Days};
use crate::forum::store::days::{self, Wanted};
use crate::forum::store::{live, talk};
use crate::forum::words::public::words;
use crate::forum::{Followed, ForumDay};
use crate::platform::{Error, Result};
use crate::programme;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::{Known, Reply};
use crate::web::frame::Glance;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![forum, day, news, follow]
}

/// Quesiti on a page of the list.
const SIZE: i64 = 50;

#[get("/forum?<esito>")]
async fn forum(actor: Actor<Visitor>, frame: Frame<'_>, participant: Option<Actor<Participant>>, esito: Option<&str>) -> Result<Reply> {
    let days = days::all(&actor, view(participant.as_ref())).await?;
    let own = match &participant {
        Some(participant) if participant.role().seat().ente().is_some() => Some(days::own(participant).await?),
        _ => None,
    };
    let edition = programme::current(&actor).await?;
    let taking = edition.as_ref().and_then(|edition| days::taking(&days, &edition.id, actor.now()).0).cloned();
    let shown = Days {
        frame: &frame,
        now: actor.now(),
        may_ask: own.is_some() && edition.is_some(),
        own,
        taking: taking.as_ref(),
        is_seated: participant.is_some(),
        notice: followed_notice(&frame, esito),
        days,
    };
    Ok(Reply::Page(pages::days(&shown)))
}

fn followed_notice(frame: &Frame<'_>, esito: Option<&str>) -> Option<Notice> {
    let words = words(frame.lang);
    match esito {
        Some("seguito") => Some(Notice::done(words.following)),
        Some("non-seguito") => Some(Notice::done(words.not_following)),
        _ => None,
    }
}

/// What the address of a day may hold; whatever it does not know is passed over.
#[derive(rocket::FromForm)]
struct Asked {
    tema: Option<String>,
    stato: Option<String>,
    pagina: Option<usize>,
    esito: Option<String>,
}

impl Asked {
    /// NUL is no text of PostgreSQL; a state that does not exist asks for nothing.
    fn filters(&self) -> (String, String) {
        let theme = self.tema.as_deref().unwrap_or_default().replace('\0', "");
        let state = self.stato.as_deref().filter(|state| Progress::parse(state).is_some()).unwrap_or_default();
        (theme.trim().to_owned(), state.to_owned())
    }
}

/// Everything a page of a day is made of, for whoever asks.
struct Around {
    sheet: crate::forum::DaySheet,
    lines: Option<Vec<crate::forum::Line>>,
    page: (usize, usize),
    tag: String,
}

async fn around(
    actor: &Actor<Visitor>,
    participant: Option<&Actor<Participant>>,
    (frame, id): (&Frame<'_>, &ForumDayId),
    ((theme, state), page): ((&str, &str), usize),
) -> Result<Around> {
    let view = view(participant);
    let sheet = days::sheet(actor, id, view).await?;
    let mark = live::Mark::of_day(&sheet.day, actor.now());
    let public = sheet.day.state(actor.now()) == State::Published;
    let page = page.clamp(1, 10_000);
    let offset = SIZE.saturating_mul(i64::try_from(page - 1).unwrap_or(0));
    let (lines, total) = if participant.is_some() || public {
        let wanted = Wanted { day: id, theme, progress: state, window: (SIZE, offset) };
        let (lines, total) = days::lines(actor, view, wanted).await?;
        (Some(lines), total)
    } else {
        (None, 0)
    };
    let last = usize::try_from(total).unwrap_or(0).div_ceil(usize::try_from(SIZE).unwrap_or(1)).max(1);
    Ok(Around { sheet, lines, page: (page, last), tag: tag(frame.lang, mark) })
}

#[get("/forum/<id>?<asked..>")]
async fn day(
    actor: Actor<Visitor>,
    frame: Frame<'_>,
    participant: Option<Actor<Participant>>,
    desk: Option<Actor<Secretariat>>,
    id: ForumDayId,
    asked: Asked,
) -> Result<Reply> {
    let (theme, state) = asked.filters();
    let filters = (theme.as_str(), state.as_str());
    let around = around(&actor, participant.as_ref(), (&frame, &id), (filters, asked.pagina.unwrap_or(1))).await?;
    let follows = match &participant {
        Some(participant) => Some(talk::followed(participant, &around.sheet.day.edition).await?),
        None => None,
    };
    let may_ask = participant.as_ref().is_some_and(|one| matches!(one.role().seat(), Seat::Ente(_)));
    Ok(Reply::Page(pages::day(&DayView {
        frame: &frame,
        sheet: &around.sheet,
        now: actor.now(),
        lines: around.lines,
        filters,
        page: around.page,
        may_ask,
        is_desk: desk.is_some(),
        follows,
        tag: &around.tag,
        notice: followed_notice(&frame, asked.esito.as_deref()),
    })))
}

/// What is new: nothing, or the parts of the page that change.
#[get("/forum/<id>/novita?<asked..>")]
async fn news(
    actor: Actor<Participant>,
    glance: Glance<'_>,
    known: Known,
    id: ForumDayId,
    asked: Asked,
    visitor: Actor<Visitor>,
) -> Result<Reply> {
    let now = tag(glance.lang(), live::day(&actor, &id).await?);
    if known.is(&now) {
        return Ok(Reply::Unchanged(now));
    }
    let frame = glance.frame().await?;
    let (theme, state) = asked.filters();
    let filters = (theme.as_str(), state.as_str());
    let around = around(&visitor, Some(&actor), (&frame, &id), (filters, 1)).await?;
    let shown = DayView {
        frame: &frame,
        sheet: &around.sheet,
        now: actor.now(),
        lines: around.lines,
        filters,
        page: around.page,
        may_ask: false,
        is_desk: false,
        follows: None,
        tag: &around.tag,
        notice: None,
    };
    let body = serde_json::json!({ "orologio": pages::clock(&shown).into_string(), "elenco": pages::list(&shown).into_string() });
    Ok(Reply::News(around.tag.clone(), body))
}

/// Back to where the button was.
#[post("/forum/segui", data = "<fields>")]
async fn follow(actor: Actor<Participant>, fields: Fields) -> Result<Reply> {
    let (wants, which) = (!fields.has("smetti"), fields.text("quale"));
    let told = if wants { "seguito" } else { "non-seguito" };
    let day = ForumDayId::parse(fields.text("giorno"));
    let back = match Followed::parse(fields.text("cosa")) {
        Some(Followed::Question) => {
            let id = QuestionId::parse(which).ok_or(Error::NotFound)?;
            talk::follow(&actor, &talk::About::Question(&id), wants).await?;
            paths::quesito(&id)
        }
        Some(Followed::Day) => {
            let id = ForumDayId::parse(which).ok_or(Error::NotFound)?;
            talk::follow(&actor, &talk::About::Day(&id), wants).await?;
            paths::forum_day(&id)
        }
        Some(Followed::Theme) => {
            let day = day.ok_or(Error::NotFound)?;
            let ForumDay { edition, themes, .. } = days::one(&mut actor.reader().await?, &day, days::View::PUBLIC).await?;
            if !themes.iter().any(|theme| theme == which) {
                return Err(Error::NotFound);
            }
            talk::follow(&actor, &talk::About::Theme(&edition, which), wants).await?;
            paths::forum_day(&day)
        }
        None => return Err(Error::BadRequest("nothing to follow")),
    };
    Ok(Reply::Go(format!("{back}?esito={told}")))
}
