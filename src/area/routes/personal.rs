//! The personal area, by the appointment in use.

use std::convert::Infallible;

use rocket::request::{FromRequest, Outcome, Request};
use rocket::{State, get};

use crate::access::{Actor, Coordinator, Librarian, Member, Moderator, Person, RoleName};
use crate::area::pages::{self, Begun, Calendar, Personal, Task};
use crate::assessments::{self, Catalogue, NextStep};
use crate::courses::{self, Enrolment, Shelf};
use crate::domain::course::Course;
use crate::enti;
use crate::forum;
use crate::library::{self, Linked};
use crate::people;
use crate::platform::Result;
use crate::presence;
use crate::seminars;
use crate::testimonials;
use crate::ui::page::Frame;
use crate::ui::reply::Reply;

/// Days before the end of the edition from which on it stands in the calendar.
const NEAR: i32 = 60;

/// What else somebody is admitted as, each with its own part of the page.
pub struct Admitted {
    member: Option<Actor<Member>>,
    referente: Option<Actor<Coordinator>>,
    moderator: Option<Actor<Moderator>>,
    librarian: Option<Actor<Librarian>>,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Admitted {
    type Error = Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Infallible> {
        Outcome::Success(Admitted {
            member: request.guard().await.succeeded(),
            referente: request.guard().await.succeeded(),
            moderator: request.guard().await.succeeded(),
            librarian: request.guard().await.succeeded(),
        })
    }
}

#[get("/area")]
pub async fn area(
    person: Actor<Person>,
    admitted: Admitted,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    shelf: &State<Shelf>,
    linked: &State<Linked>,
) -> Result<Reply> {
    let role = frame.person.as_ref().and_then(|acting| acting.role);
    let task = match (admitted.member, role) {
        (Some(member), _) => Task::Rilevazione {
            step: assessments::next_step(&member, catalogue, frame.edition.as_deref()).await?,
            coordinates: member.role().coordinates(),
            colleagues: people::colleagues(&member).await?,
        },
        (None, Some(role)) => Task::Role(role),
        (None, None) => Task::Nothing,
    };
    let waiting = enti::own_requests(&person).await?.into_iter().filter(|one| one.waits(person.now())).map(|one| one.ente).collect();
    let lacks_facts = enti::lacks_facts(&person).await?;
    let surveys = presence::pending(&person).await?.len();
    let to_answer = match admitted.referente {
        Some(referente) => testimonials::waiting(&referente).await?,
        None => 0,
    };
    let queue = match admitted.moderator {
        Some(moderator) if role == Some(RoleName::Expert) => Some(forum::waiting(&moderator).await?),
        _ => None,
    };
    // The segreteria finds them on its own front page.
    let links = match admitted.librarian {
        Some(librarian) if matches!(role, Some(RoleName::Expert | RoleName::Trainer)) => library::links_to_do(&librarian, linked).await?,
        _ => 0,
    };
    let calendar = calendar(&person, &frame, &task).await?;
    let begun = courses::under_way(&person).await?;
    let courses = begun.iter().filter_map(|enrolment| shelf.course(&enrolment.course).map(|course| going_on(course, enrolment))).collect();
    let (now, who) = (person.now(), person.person());
    Ok(Reply::Page(pages::personal(&Personal {
        frame: &frame,
        person: who,
        task,
        waiting,
        lacks_facts,
        calendar,
        courses,
        queue,
        surveys,
        to_answer,
        links,
        now,
    })))
}

/// The days of the forum are for those who ask there, and for those who answer.
async fn calendar(person: &Actor<Person>, frame: &Frame<'_>, task: &Task) -> Result<Calendar> {
    let asks = matches!(task, Task::Rilevazione { .. });
    let forum = if asks || matches!(task, Task::Role(RoleName::Expert)) { forum::announced(person).await? } else { Vec::new() };
    let today = person.now().day();
    let last_day = match (task, &frame.edition) {
        (Task::Rilevazione { step: NextStep::Read { .. } | NextStep::NoQuestionnaire, .. } | Task::Role(_) | Task::Nothing, _)
        | (_, None) => None,
        (Task::Rilevazione { .. }, Some(edition)) => Some(edition.ends_on).filter(|day| (today..=today.plus_days(NEAR)).contains(day)),
    };
    Ok(Calendar { seminars: seminars::coming(person).await?, forum, last_day, always: asks })
}

fn going_on<'a>(course: &'a Course, enrolment: &Enrolment) -> Begun<'a> {
    let unread = course.lessons.iter().find(|lesson| !enrolment.progress.read.contains(&lesson.id));
    Begun { course, read: enrolment.progress.read_of(course), lesson: unread.map(|lesson| lesson.id.as_str()) }
}
