//! Attestati of the demonstration: of those who were at the giornata that was held, two completed the course that it takes as
//! well; one has the paper, the other is due it.

use super::courses::{pass, read};
use super::edition::COURSE;
use super::fill::{Stock, ente};
use super::held::referente;
use crate::access::roles::Member;
use crate::access::{Actor, Housekeeper};
use crate::domain::ids::PersonId;
use crate::platform::Result;
use crate::records::{self, Issuing, Means};
use crate::{people, programme};

/// Days ago that they read, and that they passed the test.
const READ: i64 = 12;
const PASSED: i64 = 10;

/// Once the giornata is closed. Where the courses at hand are others, there is nothing to show.
pub(super) async fn certify(actor: &Actor<Housekeeper>, secretary: PersonId, stock: Stock<'_>) -> Result<()> {
    let (Some(course), Some(edition)) = (stock.shelf.course(COURSE), programme::current(actor).await?) else { return Ok(()) };
    for n in [1, 2] {
        read(&learner(actor, n, READ).await?, course, course.lessons.len()).await?;
        pass(&learner(actor, n, PASSED).await?, course).await?;
    }
    let desk = actor.stand_in(Housekeeper::secretariat(secretary), actor.now());
    let with = Issuing { means: Means { config: stock.config, media: stock.media, shelf: stock.shelf }, edition: &edition };
    let first = learner(actor, 1, PASSED).await?;
    let theme = edition.terms.themes.first().map_or("", String::as_str);
    records::issue(&desk, with, first.person(), theme).await.map(drop)
}

async fn learner(actor: &Actor<Housekeeper>, n: usize, days_ago: i64) -> Result<Actor<Member>> {
    let (username, comune, province) = referente(n);
    let person = people::by_username(actor, &username).await?;
    let ente = ente(actor, comune, province).await?;
    let appointment = people::appointment_of(actor, &person, &ente).await?;
    Ok(actor.stand_in(Housekeeper::member(person, appointment, ente), actor.now().plus_days(-days_ago)))
}
