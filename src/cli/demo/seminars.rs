//! Seminars of the demonstration: two themes, giornate past and to come in four regions, one small, one cancelled, one still a draft.

use super::super::demo_words as words;
use crate::access::{Actor, Housekeeper, Secretariat};
use crate::domain::ids::{EditionId, PersonId, SeminarId};
use crate::domain::moment::{Day, Moment};
use crate::domain::seminar::Place;
use crate::platform::{Error, Result};
use crate::seminars::{self, DayDraft, Keeper, ReservedDraft, SeminarDraft, SessionDraft};

/// What becomes of a giornata.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Published,
    Cancelled,
    Draft,
}

/// A giornata: of which seminar, how many days from today, where, with how many seats.
struct Planned {
    seminar: usize,
    days: i32,
    site: usize,
    seats: i64,
    fate: Fate,
}

/// Name, address, city, province, region.
const SITES: [(&str, &str, &str, &str, &str); 8] = [
    ("Palazzo civico", "Piazza Palazzo di Città 1", "Torino", "TO", "Piemonte"),
    ("Palazzo della Provincia", "Corso Nizza 21", "Cuneo", "CN", "Piemonte"),
    ("Palazzo Vecchio", "Piazza della Signoria 1", "Firenze", "FI", "Toscana"),
    ("Palazzo pubblico", "Piazza del Campo 1", "Siena", "SI", "Toscana"),
    ("Palazzo di Città", "Corso Vittorio Emanuele II 84", "Bari", "BA", "Puglia"),
    ("Palazzo Carafa", "Via Rubichi 16", "Lecce", "LE", "Puglia"),
    ("Palazzo delle Aquile", "Piazza Pretoria 1", "Palermo", "PA", "Sicilia"),
    ("Palazzo comunale", "Piazza Coppola 1", "Enna", "EN", "Sicilia"),
];

const fn planned(seminar: usize, days: i32, site: usize, seats: i64) -> Planned {
    Planned { seminar, days, site, seats, fate: Fate::Published }
}

/// Days at least three apart: a week-end moves two neighbours to the same Monday.
const DAYS: [Planned; 11] = [
    planned(0, -45, 0, 40),
    planned(1, -20, 2, 30),
    planned(1, 9, 1, 3),
    planned(0, 14, 2, 40),
    planned(0, 21, 0, 30),
    planned(1, 24, 0, 30),
    planned(0, 28, 4, 35),
    planned(1, 35, 6, 40),
    planned(0, 40, 7, 25),
    Planned { seminar: 1, days: 30, site: 5, seats: 30, fate: Fate::Cancelled },
    Planned { seminar: 1, days: 50, site: 3, seats: 30, fate: Fate::Draft },
];

pub(super) async fn hold(actor: &Actor<Housekeeper>, (secretary, trainer): (PersonId, PersonId), edition: &EditionId) -> Result<()> {
    let desk = actor.stand_in(Housekeeper::secretariat(secretary), actor.now());
    let mut taught: Vec<SeminarId> = Vec::new();
    for (theme, (title, description, audience)) in words::THEMES.iter().zip(words::SEMINARS) {
        let draft = SeminarDraft {
            theme: (*theme).into(),
            title: title.into(),
            description: description.into(),
            audience: audience.into(),
            prerequisites: String::new(),
        };
        taught.push(seminars::create(&desk, edition, &draft).await?);
    }
    for planned in &DAYS {
        if let Some(seminar) = taught.get(planned.seminar) {
            one(&desk, seminar, planned, &trainer).await?;
        }
    }
    Ok(())
}

async fn one(desk: &Actor<Secretariat>, seminar: &SeminarId, planned: &Planned, trainer: &PersonId) -> Result<()> {
    let id = seminars::add_day(desk, seminar, &draft(desk.now(), planned, trainer)?).await?;
    if planned.fate != Fate::Draft {
        seminars::publish(desk, &id).await?;
    }
    if planned.fate == Fate::Cancelled {
        seminars::cancel(desk, &id, words::SEMINAR_CANCELLED).await?.map_err(|refusal| Error::Bug(format!("{refusal:?}")))?;
    }
    Ok(())
}

/// So many days from today, on a day when offices are open.
fn working_day(now: Moment, days: i32) -> Day {
    let day = now.day().plus_days(days);
    let weekday = i32::from(day.date().weekday().to_monday_zero_offset());
    if weekday >= 5 { day.plus_days(7 - weekday) } else { day }
}

fn draft(now: Moment, planned: &Planned, trainer: &PersonId) -> Result<DayDraft> {
    let day = working_day(now, planned.days);
    let at = |day: Day, hour| Moment::at(day, hour, 0).ok_or_else(|| Error::Bug(format!("no {hour} o'clock on {day}")));
    let [morning, afternoon] = words::SEMINAR_TOPICS[planned.seminar];
    let (name, address, city, province, region) = SITES[planned.site];
    let session = |from, to, topic: &str| -> Result<SessionDraft> {
        Ok(SessionDraft { starts_at: at(day, from)?, ends_at: at(day, to)?, topic: topic.into() })
    };
    let kept = ReservedDraft { keeper: Keeper::Province(province.into()), seats: 5, release_at: at(day.plus_days(-7), 0)? };
    Ok(DayDraft {
        sessions: vec![session(9, 13, morning)?, session(14, 17, afternoon)?],
        region: Some(region.into()),
        place: Place {
            name: name.into(),
            address: address.into(),
            city: city.into(),
            province: province.into(),
            room: words::SEMINAR_ROOM.into(),
            directions: words::SEMINAR_DIRECTIONS.into(),
            accessibility: words::SEMINAR_ACCESSIBILITY.into(),
        },
        online_link: None,
        seats: planned.seats,
        enrol_by: at(day.plus_days(-2), 13)?,
        offer_hours: (planned.seats > 30).then_some(24),
        trainers: vec![trainer.clone()],
        reserved: if planned.seats > 30 { vec![kept] } else { Vec::new() },
    })
}
