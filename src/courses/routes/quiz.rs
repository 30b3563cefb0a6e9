//! Quizzes of lessons and final tests.

use std::collections::BTreeMap;

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::learning::{enrolled, found, notice};
use crate::access::form::Fields;
use crate::access::{Actor, Person};
use crate::courses::pages::{self, Asked, Before, Done};
use crate::courses::{Attempt, Enrolment, HandedIn, Shelf, quiz_form, store};
use crate::domain::course::progress::{NotNow, tries_left};
use crate::domain::course::{Course, Quiz};
use crate::domain::ids::{Id, QuizAttemptId};
use crate::domain::moment::Moment;
use crate::platform::{Error, Result};
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![quiz, start, hand_in, outcome]
}

fn both<'s>(shelf: &'s Shelf, course: &str, quiz: &str) -> Result<(&'s Course, &'s Quiz)> {
    let course = found(shelf, course)?;
    Ok((course, course.quiz(quiz).ok_or(Error::NotFound)?))
}

/// Attempts left, or why there is none now; no number where there is no limit.
fn may_begin(course: &Course, quiz: &Quiz, enrolment: &Enrolment, past: &[Attempt], now: Moment) -> Result<Option<u32>, NotNow> {
    if quiz.id == course.test.id {
        if enrolment.progress.test_passed {
            return Err(NotNow::Passed);
        }
        let left = course.lessons.len() - enrolment.progress.read_of(course);
        if left > 0 {
            return Err(NotNow::LessonsLeft(left));
        }
    }
    let ended: Vec<Moment> = past.iter().filter_map(|attempt| Some(attempt.ended.as_ref()?.at)).collect();
    quiz.tries.map(|tries| tries_left(tries, &ended, now)).transpose()
}

/// The questions while an attempt is open: a page loaded again asks the same. Otherwise what there is to know before.
#[get("/corsi/<course>/prova/<quiz>?<esito>")]
async fn quiz(
    actor: Actor<Person>,
    frame: Frame<'_>,
    shelf: &State<Shelf>,
    course: &str,
    quiz: &str,
    esito: Option<&str>,
) -> Result<Reply> {
    let (course, quiz) = both(shelf, course, quiz)?;
    let enrolment = match enrolled(&actor, course).await? {
        Ok(enrolment) => enrolment,
        Err(reply) => return Ok(reply),
    };
    let past = store::attempts(&actor, &enrolment.id, quiz).await?;
    let of = Before { frame: &frame, course, quiz };
    if let Some(attempt) = store::open(&past, course)
        && let Some(items) = attempt.paper.items(quiz)
    {
        let (typed, wrong) = (Fields::default(), BTreeMap::new());
        let view = Asked { of, attempt: &attempt.id, paper: &attempt.paper, items: &items, typed: &typed, wrong: &wrong };
        return Ok(Reply::Page(pages::asked(&view)));
    }
    let may = may_begin(course, quiz, &enrolment, &past, actor.now());
    Ok(Reply::Page(pages::before(&of, &past, may, notice(frame.lang, esito))))
}

/// Begins, or goes on with what is open; where there is no beginning now, the page says why.
#[post("/corsi/<course>/prova/<quiz>/inizio")]
async fn start(actor: Actor<Person>, shelf: &State<Shelf>, course: &str, quiz: &str) -> Result<Reply> {
    let (course, quiz) = both(shelf, course, quiz)?;
    let _shown_by_the_page = store::begin(&actor, course, quiz).await?;
    Ok(Reply::Go(paths::quiz(&course.id, &quiz.id)))
}

#[post("/corsi/<course>/prova/<quiz>", data = "<fields>")]
async fn hand_in(actor: Actor<Person>, frame: Frame<'_>, shelf: &State<Shelf>, course: &str, quiz: &str, fields: Fields) -> Result<Reply> {
    let (course, quiz) = both(shelf, course, quiz)?;
    let enrolment = store::one(&actor, &course.id).await?.ok_or(Error::NotFound)?;
    let id = QuizAttemptId::parse(fields.text("attempt")).ok_or(Error::NotFound)?;
    let past = store::attempts(&actor, &enrolment.id, quiz).await?;
    let attempt = match past.iter().find(|attempt| attempt.id == id) {
        Some(attempt) if attempt.ended.is_some() => return Ok(Reply::Go(paths::attempt(&course.id, &quiz.id, &id))),
        Some(attempt) => attempt,
        // Begun before the course changed, and dropped since.
        None => return Ok(Reply::Go(outdated(course, quiz))),
    };
    let Some(items) = attempt.paper.items(quiz).filter(|_| attempt.hash == course.hash) else {
        return Ok(Reply::Go(outdated(course, quiz)));
    };
    let answers = match quiz_form::read(&items, &fields) {
        Ok(answers) => answers,
        Err(wrong) => {
            let of = Before { frame: &frame, course, quiz };
            let view = Asked { of, attempt: &id, paper: &attempt.paper, items: &items, typed: &fields, wrong: &wrong };
            return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::asked(&view)));
        }
    };
    Ok(Reply::Go(match store::hand_in(&actor, (course, quiz), &id, &answers).await? {
        HandedIn::Marked | HandedIn::Before => paths::attempt(&course.id, &quiz.id, &id),
        HandedIn::Outdated => outdated(course, quiz),
    }))
}

fn outdated(course: &Course, quiz: &Quiz) -> String {
    format!("{}?esito=aggiornato", paths::quiz(&course.id, &quiz.id))
}

#[get("/corsi/<course>/prova/<quiz>/<attempt>")]
async fn outcome(
    actor: Actor<Person>,
    frame: Frame<'_>,
    shelf: &State<Shelf>,
    course: &str,
    quiz: &str,
    attempt: QuizAttemptId,
) -> Result<Reply> {
    let (course, quiz) = both(shelf, course, quiz)?;
    let enrolment = store::one(&actor, &course.id).await?.ok_or(Error::NotFound)?;
    let past = store::attempts(&actor, &enrolment.id, quiz).await?;
    let attempt = past.iter().find(|one| one.id == attempt).ok_or(Error::NotFound)?;
    let Some(ended) = &attempt.ended else { return Ok(Reply::Go(paths::quiz(&course.id, &quiz.id))) };
    let items = attempt.paper.items(quiz).filter(|_| attempt.hash == course.hash);
    let completed = ended.outcome.passed && quiz.id == course.test.id && enrolment.completed_at.is_some();
    let notice = completed.then(|| notice(frame.lang, Some("completato"))).flatten();
    Ok(Reply::Page(pages::done(&Done { of: Before { frame: &frame, course, quiz }, ended, items, notice })))
}
