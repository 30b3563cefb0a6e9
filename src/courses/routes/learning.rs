//! The list, a course, its lessons, its files.

use rocket::http::{Header, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Responder, Route, State, get, post};

use crate::access::{Actor, Person, Visitor};
use crate::courses::pages::{self, CoursePage, LessonPage, Listed};
use crate::courses::words::words;
use crate::courses::{Enrolment, Shelf, store};
use crate::domain::course::Course;
use crate::platform::random::fingerprint;
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::words::Lang;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![list, course, enrol, lesson, read, file]
}

/// What stands after `?esito=`.
pub(super) fn notice(lang: Lang, came: Option<&str>) -> Option<Notice> {
    let words = words(lang);
    match came? {
        "iscritto" => Some(Notice::done(words.enrolled)),
        "iscrivetevi" => Some(Notice::info(words.enrol_first)),
        "requisiti" => Some(Notice::care(words.prerequisites_missing)),
        "letta" => Some(Notice::done(words.lesson_done)),
        "completato" => Some(Notice::done(words.completed_now)),
        "aggiornato" => Some(Notice::care(words.outdated)),
        _ => None,
    }
}

pub(super) fn found<'s>(shelf: &'s Shelf, id: &str) -> Result<&'s Course> {
    shelf.course(id).map(|course| course.as_ref()).ok_or(Error::NotFound)
}

#[get("/corsi")]
async fn list(_actor: Actor<Visitor>, person: Option<Actor<Person>>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    let own = match &person {
        Some(person) => store::own(person).await?,
        None => Vec::new(),
    };
    let listed = |course| Listed { course, enrolment: own.iter().find(|enrolment| enrolment.course == course.id) };
    let courses: Vec<_> = shelf.all().map(|course| listed(course.as_ref())).collect();
    Ok(Reply::Page(pages::list(&frame, &courses)))
}

#[get("/corsi/<course>?<esito>")]
async fn course(
    _actor: Actor<Visitor>,
    person: Option<Actor<Person>>,
    frame: Frame<'_>,
    shelf: &State<Shelf>,
    course: &str,
    esito: Option<&str>,
) -> Result<Reply> {
    let course = found(shelf, course)?;
    let (enrolment, completed) = match &person {
        Some(person) => (store::one(person, &course.id).await?, store::completed_ids(person).await?),
        None => (None, Vec::new()),
    };
    let before = course.prerequisites.iter().map(|id| (id.as_str(), shelf.title(id), completed.contains(id))).collect();
    let notice = notice(frame.lang, esito);
    Ok(Reply::Page(pages::course(&CoursePage { frame: &frame, course, enrolment: enrolment.as_ref(), before, notice })))
}

#[post("/corsi/<course>/iscrizione")]
async fn enrol(actor: Actor<Person>, shelf: &State<Shelf>, course: &str) -> Result<Reply> {
    let course = found(shelf, course)?;
    let came = match store::enrol(&actor, actor.role().appointment(), course).await? {
        Ok(()) => "iscritto",
        Err(_) => "requisiti",
    };
    Ok(Reply::Go(format!("{}?esito={came}", paths::course(&course.id))))
}

/// Somebody's enrolment; who has none is led to the course, where they can enrol.
pub(super) async fn enrolled(actor: &Actor<Person>, course: &Course) -> Result<std::result::Result<Enrolment, Reply>> {
    let enrolment = store::one(actor, &course.id).await?;
    Ok(enrolment.ok_or_else(|| Reply::Go(format!("{}?esito=iscrivetevi", paths::course(&course.id)))))
}

#[get("/corsi/<course>/<lesson>?<esito>", rank = 5)]
async fn lesson(
    actor: Actor<Person>,
    frame: Frame<'_>,
    shelf: &State<Shelf>,
    course: &str,
    lesson: &str,
    esito: Option<&str>,
) -> Result<Reply> {
    let course = found(shelf, course)?;
    let lesson = course.lesson(lesson).ok_or(Error::NotFound)?;
    let enrolment = match enrolled(&actor, course).await? {
        Ok(enrolment) => enrolment,
        Err(reply) => return Ok(reply),
    };
    let notice = notice(frame.lang, esito);
    Ok(Reply::Page(pages::lesson(&LessonPage { frame: &frame, course, lesson, enrolment: &enrolment, notice })))
}

/// On to the next lesson, to the test, or to the course when it is completed now.
#[post("/corsi/<course>/lettura/<lesson>")]
async fn read(actor: Actor<Person>, shelf: &State<Shelf>, course: &str, lesson: &str) -> Result<Reply> {
    let course = found(shelf, course)?;
    let completed = store::read(&actor, course, lesson).await?;
    if completed {
        return Ok(Reply::Go(format!("{}?esito=completato", paths::course(&course.id))));
    }
    let next = course.lessons.iter().skip_while(|other| other.id != lesson).nth(1);
    let on = next.map_or_else(|| paths::course(&course.id), |next| paths::lesson(&course.id, &next.id));
    Ok(Reply::Go(format!("{on}?esito=letta")))
}

/// A drawing may carry style of its own, and nothing else: it does not run, and it fetches nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox";

#[derive(Responder)]
struct Shown {
    body: (Status, Vec<u8>),
    media: Header<'static>,
    policy: Header<'static>,
    keep: Header<'static>,
    tag: Header<'static>,
}

/// The tag that a browser already has.
struct Known(Option<String>);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Known {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(Known(request.headers().get_one("If-None-Match").map(str::to_owned)))
    }
}

/// For everybody: what a course shows is no secret, and captions are fetched by players without a session.
#[get("/corsi/<course>/file/<name>")]
async fn file(_actor: Actor<Visitor>, shelf: &State<Shelf>, course: &str, name: &str, known: Known) -> Result<Shown> {
    let (file, body) = shelf.file(course, name).ok_or(Error::NotFound)?;
    let hash = fingerprint(&format!("{course}/{name}/{}", found(shelf, course)?.hash));
    let tag = format!("\"{}\"", hash.get(..24).unwrap_or_default());
    let fresh = known.0.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag));
    let body = if fresh { (Status::NotModified, Vec::new()) } else { (Status::Ok, body.into_owned()) };
    Ok(Shown {
        body,
        media: Header::new("Content-Type", file.media_type()),
        policy: Header::new("Content-Security-Policy", POLICY),
        keep: Header::new("Cache-Control", "public, max-age=300"),
        tag: Header::new("ETag", tag),
    })
}
