//! The personal area, by the appointment in use.

use rocket::{State, get};

use crate::access::{Actor, Coordinator, Member, Person};
use crate::area::pages::{self, Personal, Task};
use crate::assessments::{self, Catalogue};
use crate::enti;
use crate::people;
use crate::platform::Result;
use crate::presence;
use crate::seminars;
use crate::testimonials;
use crate::ui::page::Frame;
use crate::ui::reply::Reply;

#[get("/area")]
pub async fn area(
    person: Actor<Person>,
    member: Option<Actor<Member>>,
    referente: Option<Actor<Coordinator>>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
) -> Result<Reply> {
    let role = frame.person.as_ref().and_then(|acting| acting.role);
    let task = match (member, role) {
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
    let to_answer = match referente {
        Some(referente) => testimonials::waiting(&referente).await?,
        None => 0,
    };
    let (coming, now) = (seminars::next_day(&person).await?, person.now());
    let view = Personal { frame: &frame, person: person.person(), task, waiting, lacks_facts, coming, surveys, to_answer, now };
    Ok(Reply::Page(pages::personal(&view)))
}
