//! Giornate of the demonstration at both ends: one that was held, with its register, its slides and what was thought of it;
//! one to come that is full, with people who wait.

use serde_json::{Value, json};

use super::super::demo_words as words;
use super::cast::{OTHERS, TRAINER};
use super::class::seat;
use super::fill::ente;
use crate::access::upload::Chosen;
use crate::access::{Actor, Housekeeper, Secretariat};
use crate::assessments::Catalogue;
use crate::domain::ids::{ClassDayId, PersonId, SeminarId};
use crate::domain::moment::{Day, Moment};
use crate::domain::questionnaire::answer::answers_from_json;
use crate::domain::seminar::Place;
use crate::domain::survey::Occasion;
use crate::platform::documents::{self, Document, Template};
use crate::platform::media::Media;
use crate::platform::{Error, Result};
use crate::seminars::{self, DayDraft, SeminarDraft, SessionDraft};
use crate::{people, presence, programme};

/// Days ago that it was held: its first survey is closed, the second is still to come.
const HELD: i32 = -40;
/// People who were enrolled on it.
const PEOPLE: usize = 8;
/// Days until the one that is full, its seats, and how many ask for one.
const FULL: (i32, i64, usize) = (45, 3, 5);

const SCAN: Template = Template {
    name: "registro-firmato.typ",
    text: "#import \"/foglio.typ\": *\n#show: foglio.with(titolo: dati.titolo)\n= #dati.titolo\n#dati.testo\n",
};

/// Once everybody has an account and an appointment.
pub(super) async fn hold(actor: &Actor<Housekeeper>, (secretary, catalogue, media): (PersonId, &Catalogue, &Media)) -> Result<()> {
    let Some(edition) = programme::current(actor).await? else { return Ok(()) };
    let desk = actor.stand_in(Housekeeper::secretariat(secretary), actor.now());
    let (title, description, audience) = words::HELD_SEMINAR;
    let draft = SeminarDraft {
        theme: edition.terms.themes.first().cloned().unwrap_or_else(|| title.into()),
        title: title.into(),
        description: description.into(),
        audience: audience.into(),
        prerequisites: String::new(),
    };
    let seminar = seminars::create(&desk, &edition.id, &draft).await?;
    let trainer = people::by_username(actor, TRAINER).await?;
    held(actor, &desk, (&seminar, &trainer), (catalogue, media)).await?;
    full(actor, &desk, (&seminar, &trainer)).await
}

/// A day on which offices are open.
fn working_day(now: Moment, days: i32) -> Day {
    let day = now.day().plus_days(days);
    let weekday = i32::from(day.date().weekday().to_monday_zero_offset());
    if weekday >= 5 { day.plus_days(7 - weekday) } else { day }
}

async fn day(desk: &Actor<Secretariat>, (seminar, trainer): (&SeminarId, &PersonId), (day, seats): (Day, i64)) -> Result<ClassDayId> {
    let at = |hour| Moment::at(day, hour, 0).ok_or_else(|| Error::Bug(format!("no {hour} o'clock on {day}")));
    let [morning, afternoon] = words::HELD_TOPICS;
    let session = |from, to, topic: &str| -> Result<SessionDraft> {
        Ok(SessionDraft { starts_at: at(from)?, ends_at: at(to)?, topic: topic.into() })
    };
    let draft = DayDraft {
        sessions: vec![session(9, 13, morning)?, session(14, 16, afternoon)?],
        region: Some("Piemonte".into()),
        place: Place {
            name: "Palazzo comunale".into(),
            address: "Via San Francesco d’Assisi 14".into(),
            city: "Vercelli".into(),
            province: "VC".into(),
            room: words::SEMINAR_ROOM.into(),
            directions: words::SEMINAR_DIRECTIONS.into(),
            accessibility: words::SEMINAR_ACCESSIBILITY.into(),
        },
        online_link: None,
        seats,
        enrol_by: at(9)?.plus_days(-2),
        offer_hours: None,
        trainers: vec![trainer.clone()],
        reserved: Vec::new(),
    };
    let id = seminars::add_day(desk, seminar, &draft).await?;
    seminars::publish(desk, &id).await?;
    Ok(id)
}

/// Username of a referente among [`OTHERS`], with the comune.
pub(super) fn referente(n: usize) -> (String, &'static str, &'static str) {
    let (name, province) = OTHERS[n];
    (format!("referente.{}", n + 1), name, province)
}

async fn held(
    actor: &Actor<Housekeeper>,
    desk: &Actor<Secretariat>,
    (seminar, trainer): (&SeminarId, &PersonId),
    (catalogue, media): (&Catalogue, &Media),
) -> Result<()> {
    let on = working_day(actor.now(), HELD);
    let id = day(desk, (seminar, trainer), (on, 30)).await?;
    let mut asked = Vec::new();
    for n in 0..PEOPLE {
        let (username, comune, province) = referente(n);
        seat(actor, &id, &username, (comune, province)).await?;
        asked.push(people::by_username(actor, &username).await?);
    }
    let ends_at = Moment::at(on, 16, 0).ok_or_else(|| Error::Bug(format!("no afternoon on {on}")))?;
    let docente = actor.stand_in(Housekeeper::trainer(trainer.clone()), ends_at.plus_minutes(90));
    let (slides, scan) = (pdf(words::HELD_SLIDES).await?, pdf(words::HELD_SCAN).await?);
    presence::hold(&docente, media, &id, Chosen { name: "registro-firmato.pdf".into(), bytes: scan }).await?;
    seminars::attach(&docente, media, &id, Chosen { name: format!("{}.pdf", words::HELD_SLIDES.0), bytes: slides }).await?;
    survey(actor, catalogue, (&id, ends_at), asked).await
}

pub(super) async fn pdf((title, text): (&str, &str)) -> Result<Vec<u8>> {
    documents::pdf(Document { template: &SCAN, data: json!({ "lingua": "it", "titolo": title, "testo": text }), pictures: Vec::new() })
        .await
}

/// All but one have answered, and not all alike.
async fn survey(
    actor: &Actor<Housekeeper>,
    catalogue: &Catalogue,
    (day, ends_at): (&ClassDayId, Moment),
    asked: Vec<PersonId>,
) -> Result<()> {
    let Some(questionnaire) = catalogue.highest(Occasion::Day.questionnaire()) else { return Ok(()) };
    let mut people = Vec::new();
    for (n, person) in asked.into_iter().enumerate() {
        // Another questionnaire of the same name may ask other things: then nobody has answered.
        let answers = given(n).as_object().and_then(|given| answers_from_json(questionnaire, given).ok());
        people.push((person, answers.filter(|_| n + 1 < PEOPLE)));
    }
    presence::rehearse(actor, catalogue, (day, Occasion::Day, ends_at), &people).await
}

/// What the nth of them answered.
fn given(n: usize) -> Value {
    let spread = |levels: [u8; 4]| levels[n % 4];
    let mut given = json!({
        "G01": "a",
        "G02": 6,
        "G03": if n.is_multiple_of(3) { json!(["a", "c"]) } else { json!(["b"]) },
        "G04": spread([5, 4, 5, 3]),
        "G05": spread([4, 5, 4, 4]),
        "G06": { "norme": "c", "casi": if n.is_multiple_of(2) { "a" } else { "c" }, "domande": "c", "confronto": if n.is_multiple_of(3) { "a" } else { "c" } },
        "G07": if n < 6 { "s" } else { "n" },
        "G09": spread([5, 3, 4, 4]),
        "G11": ["a", "b"],
    });
    if let (Some(all), Some(text)) = (given.as_object_mut(), words::HELD_TEXTS.get(n)) {
        all.insert("G12".into(), json!(text));
    }
    if let (Some(all), Some(text)) = (given.as_object_mut(), words::HELD_PLANS.get(n)) {
        all.insert("G08".into(), json!(text));
    }
    given
}

/// Those who come first have a seat, the others wait in their order.
async fn full(actor: &Actor<Housekeeper>, desk: &Actor<Secretariat>, of: (&SeminarId, &PersonId)) -> Result<()> {
    let (days, seats, people_asking) = FULL;
    let id = day(desk, of, (working_day(actor.now(), days), seats)).await?;
    let mut asking = 0;
    for n in 0..OTHERS.len() {
        let (username, comune, province) = referente(n);
        let person = people::by_username(actor, &username).await?;
        let ente = ente(actor, comune, province).await?;
        let appointment = people::appointment_of(actor, &person, &ente).await?;
        let member = actor.stand_in(Housekeeper::member(person, appointment, ente), actor.now());
        // Some are larger than the edition admits.
        if seminars::ask(&member, &id).await?.is_ok() {
            asking += 1;
        }
        if asking == people_asking {
            break;
        }
    }
    Ok(())
}
