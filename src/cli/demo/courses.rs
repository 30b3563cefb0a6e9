//! Courses of the demonstration: one half done, one completed.

use super::fill::ente;
use crate::access::roles::Member;
use crate::access::{Actor, Housekeeper};
use crate::courses::{self, Shelf};
use crate::domain::course::{Course, Item, Key};
use crate::domain::moment::Moment;
use crate::domain::questionnaire::{Answer, Answers};
use crate::people;
use crate::platform::{Error, Result};

/// Who is half-way, and on which course; who has completed one.
const HALF: (&str, &str) = ("anna.referente", "iscrizione-anagrafica");
const WHOLE: (&str, &str) = ("luca.anagrafe", "iscrizione-anagrafica");

/// Where the courses at hand are others, there is nothing to show.
pub(super) async fn follow(actor: &Actor<Housekeeper>, shelf: &Shelf) -> Result<()> {
    let days = |n: i64| actor.now().plus_days(-n);
    if let Some(course) = shelf.course(HALF.1) {
        let anna = learner(actor, HALF.0, days(6)).await?;
        read(&anna, course, course.lessons.len() / 2).await?;
    }
    if let Some(course) = shelf.course(WHOLE.1) {
        let luca = learner(actor, WHOLE.0, days(20)).await?;
        read(&luca, course, course.lessons.len()).await?;
        pass(&learner(actor, WHOLE.0, days(18)).await?, course).await?;
    }
    Ok(())
}

async fn learner(actor: &Actor<Housekeeper>, username: &str, at: Moment) -> Result<Actor<Member>> {
    let person = people::by_username(actor, username).await?;
    let ente = ente(actor, "Agliè", "TO").await?;
    let appointment = people::appointment_of(actor, &person, &ente).await?;
    Ok(actor.stand_in(Housekeeper::member(person, appointment, ente), at))
}

pub(super) async fn read(learner: &Actor<Member>, course: &Course, lessons: usize) -> Result<()> {
    let enrolled = courses::enrol(learner, Some(learner.role().appointment()), course).await?;
    enrolled.map_err(|missing| Error::Bug(format!("course {} of the demonstration: {missing:?}", course.id)))?;
    for lesson in course.lessons.iter().take(lessons) {
        courses::read(learner, course, &lesson.id).await?;
    }
    Ok(())
}

/// Every answer right.
pub(super) async fn pass(learner: &Actor<Member>, course: &Course) -> Result<()> {
    let begun = courses::begin(learner, course, &course.test).await?;
    let id = begun.map_err(|why| Error::Bug(format!("test of {}: {why:?}", course.id)))?;
    let answers: Answers = course.test.items.iter().map(|item| (item.question.id.clone(), right(item))).collect();
    courses::hand_in(learner, (course, &course.test), &id, &answers).await.map(drop)
}

fn right(item: &Item) -> Answer {
    match &item.key {
        Key::One(option) => Answer::Choice(option.clone()),
        Key::All(options) => Answer::Choices(options.clone()),
        Key::Between(from, to) => Answer::Number((from + to) / 2.0),
        Key::Rows(rows) => Answer::Rows(rows.clone()),
    }
}
