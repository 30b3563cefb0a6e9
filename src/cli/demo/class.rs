//! Giornate d'aula of the demonstration: one that is running now, one that was over yesterday and waits to be closed.

use super::fill::ente;
use crate::access::{Actor, Housekeeper, Secretariat};
use crate::domain::ids::{ClassDayId, PersonId, SeminarId};
use crate::domain::moment::Moment;
use crate::domain::seminar::Place;
use crate::platform::{Error, Result};
use crate::seminars::{self, DayDraft, SeminarDraft, SessionDraft, WalkIn};
use crate::{people, programme};

/// Who is on both registers, and for which comune.
const SEATED: [(&str, &str); 2] = [("anna.referente", "Agliè"), ("luca.anagrafe", "Agliè")];

/// Minutes of a quarter of an hour: hours of the demonstration look like hours of a programme.
const QUARTER: i64 = 15 * 60_000;

/// Writes both, once there is an edition and everybody has an account.
pub(super) async fn teach(actor: &Actor<Housekeeper>, secretary: PersonId) -> Result<()> {
    let Some(edition) = programme::current(actor).await? else { return Ok(()) };
    let trainer = people::by_username(actor, "docente").await?;
    let desk = actor.stand_in(Housekeeper::secretariat(secretary.clone()), actor.now());
    let seminar = SeminarDraft {
        theme: edition.terms.themes.first().cloned().unwrap_or_else(|| "Accoglienza".into()),
        title: "L’accoglienza in pratica".into(),
        description: "Casi veri di piccoli comuni, discussi insieme.".into(),
        audience: "Segretari, responsabili dei servizi demografici e sociali.".into(),
        prerequisites: String::new(),
    };
    let seminar = seminars::create(&desk, &edition.id, &seminar).await?;
    let now = Moment::from_millis(actor.now().millis() / QUARTER * QUARTER);
    for begins in [now.plus_minutes(-60), now.plus_days(-1).plus_minutes(-4 * 60)] {
        let day = day(&desk, &seminar, &trainer, begins).await?;
        for (username, comune) in SEATED {
            seat(actor, &day, username, (comune, "TO")).await?;
        }
    }
    Ok(())
}

async fn day(desk: &Actor<Secretariat>, seminar: &SeminarId, trainer: &PersonId, begins: Moment) -> Result<ClassDayId> {
    let draft = DayDraft {
        sessions: vec![SessionDraft { starts_at: begins, ends_at: begins.plus_minutes(3 * 60), topic: "Casi di piccoli comuni".into() }],
        region: Some("Piemonte".into()),
        place: Place {
            name: "Palazzo civico".into(),
            address: "Piazza Palazzo di Città 1".into(),
            city: "Torino".into(),
            province: "TO".into(),
            room: "Sala delle Colonne".into(),
            ..Place::default()
        },
        online_link: None,
        seats: 30,
        enrol_by: begins.plus_minutes(-60),
        offer_hours: None,
        trainers: vec![trainer.clone()],
        reserved: Vec::new(),
    };
    let day = seminars::add_day(desk, seminar, &draft).await?;
    seminars::publish(desk, &day).await?;
    Ok(day)
}

pub(super) async fn seat(actor: &Actor<Housekeeper>, day: &ClassDayId, username: &str, (comune, province): (&str, &str)) -> Result<()> {
    let (person, ente) = (people::by_username(actor, username).await?, ente(actor, comune, province).await?);
    let mut tx = actor.begin().await?;
    let seated = seminars::walk_in(&mut tx, actor.now(), day, WalkIn { person: &person, ente: Some(&ente), by: &person }).await?;
    seated.map_err(|refusal| Error::Bug(format!("a seat of the demonstration: {refusal:?}")))?;
    tx.commit().await
}
