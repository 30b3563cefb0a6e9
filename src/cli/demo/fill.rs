//! Fills the demonstration once. The same every time: dates are relative to the day it is filled.

use std::collections::BTreeMap;

use rand::rngs::SmallRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

use super::cast::{CAST, OTHERS, PASSWORD, Player, TRAINER, UNIONE, UNIONE_MEMBERS};
use super::{certificates, class, courses, documents, edition, faq, forum, held, seminars, testimonials};
use crate::access::{Actor, Housekeeper, RoleName};
use crate::assessments::{self, Catalogue, Rehearsal, Signature};
use crate::courses::Shelf;
use crate::domain::ids::{EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::questionnaire::{Answer, Answers, Kind, Questionnaire, answer};
use crate::domain::registration::NOTICE_VERSION;
use crate::enti;
use crate::people::{self, NewAppointment, NewPerson};
use crate::platform::config::Config;
use crate::platform::media::Media;
use crate::platform::{Error, Result};

const AGLIE: &str = include_str!("aglie.json");
const TODAY: &str = include_str!("oggi.json");
const OF_UNIONE: &str = include_str!("unione.json");
/// The seed of the other comuni's answers.
const SEED: u64 = 2026;

/// What comes with the program and its settings, to fill the demonstration from.
#[derive(Clone, Copy)]
pub struct Stock<'a> {
    pub catalogue: &'a Catalogue,
    pub shelf: &'a Shelf,
    pub media: &'a Media,
    /// Of the papers that are issued.
    pub config: &'a Config,
}

/// Writes the demonstration unless it is there.
pub async fn fill(actor: &Actor<Housekeeper>, stock: Stock<'_>) -> Result<()> {
    let questionnaire = stock.catalogue.current();
    if people::by_username(actor, CAST[0].username).await.is_ok() {
        return Ok(());
    }
    let secretary = person(actor, &CAST[4]).await?;
    create_unione(actor, secretary.clone()).await?;
    let edition = edition::open(actor, secretary.clone()).await?;
    for player in CAST.iter().filter(|player| player.username != CAST[4].username) {
        person(actor, player).await?;
    }
    let trainer = people::by_username(actor, TRAINER).await?;
    seminars::hold(actor, (secretary.clone(), trainer), &edition).await?;
    class::teach(actor, secretary.clone()).await?;
    courses::follow(actor, stock.shelf).await?;
    forum::hold(actor, secretary.clone(), &edition).await?;
    testimonials::tell(actor, stock.media).await?;
    let expert = people::by_username(actor, "esperta").await?;
    documents::shelve(actor, stock.media, (people::by_username(actor, TRAINER).await?, expert.clone())).await?;
    faq::shelve(actor, expert).await?;
    rilevazioni(actor, questionnaire).await?;
    others(actor, questionnaire).await?;
    held::hold(actor, (secretary.clone(), stock.catalogue, stock.media)).await?;
    certificates::certify(actor, secretary, stock).await
}

async fn create_unione(actor: &Actor<Housekeeper>, secretary: PersonId) -> Result<()> {
    let mut members = Vec::new();
    for (name, province) in UNIONE_MEMBERS {
        members.push(ente(actor, name, province).await?);
    }
    let draft = enti::Association { kind: enti::Kind::Unione, name: UNIONE.into(), province: "TO".into(), members };
    let secretary = actor.stand_in(Housekeeper::secretariat(secretary), actor.now());
    let created = enti::associate(&secretary, &draft).await?;
    created.map(drop).map_err(|refusal| Error::Bug(format!("the Unione of the demonstration: {refusal:?}")))
}

pub(super) async fn ente(actor: &Actor<Housekeeper>, name: &str, province: &str) -> Result<EnteId> {
    let found = enti::named(actor, name, province).await?;
    found.into_iter().next().ok_or_else(|| Error::Bug(format!("no ente {name} ({province})")))
}

async fn person(actor: &Actor<Housekeeper>, player: &Player) -> Result<PersonId> {
    let mut appointments = Vec::new();
    for (role, name, province, qualifica) in player.appointments {
        let ente = if role.is_of_an_ente() { Some(ente(actor, name, province).await?) } else { None };
        appointments.push(NewAppointment { role: *role, ente, qualifica: (*qualifica).into() });
    }
    account(actor, player.username, player.name, appointments).await
}

async fn account(actor: &Actor<Housekeeper>, username: &str, name: &str, appointments: Vec<NewAppointment>) -> Result<PersonId> {
    let email = format!("{username}@example.org");
    let new = NewPerson { username: username.into(), name: name.into(), email, password: PASSWORD.into(), appointments };
    let made = people::create(actor, new).await?;
    let id = made.map_err(|refusal| Error::Bug(format!("account {username} of the demonstration: {refusal:?}")))?;
    // Those who try the product do not begin with a declaration.
    people::note_notice_read(actor, &id, NOTICE_VERSION).await?;
    Ok(id)
}

async fn player(actor: &Actor<Housekeeper>, username: &str, name: &str, province: &str) -> Result<assessments::Player> {
    let person = people::by_username(actor, username).await?;
    let ente = ente(actor, name, province).await?;
    let appointment = people::appointment_of(actor, &person, &ente).await?;
    Ok(assessments::Player { person, appointment, ente })
}

fn answers(questionnaire: &Questionnaire, json: &str) -> Result<Answers> {
    let given = serde_json::from_str(json).map_err(|e| Error::Bug(e.to_string()))?;
    answer::answers_from_json(questionnaire, &given).map_err(|faults| Error::Bug(format!("{faults:?}")))
}

/// A quarter past ten in the morning, so many days from today.
fn morning(actor: &Actor<Housekeeper>, days: i32) -> Result<Moment> {
    let day = actor.now().day().plus_days(days);
    Moment::at(day, 10, 15).ok_or_else(|| Error::Bug(format!("no morning on {day}")))
}

fn signature(name: &str, office: &str, authorised_by: &str, act: &str) -> Signature {
    Signature { name: name.into(), office: office.into(), authorised_by: authorised_by.into(), act: act.into() }
}

/// Agliè: one closed a year ago, one half-way now. The Unione: one closed. Other questionnaires get no answers.
async fn rilevazioni(actor: &Actor<Housekeeper>, questionnaire: &Questionnaire) -> Result<()> {
    let Ok(then) = answers(questionnaire, AGLIE) else { return Ok(()) };
    let anna = player(actor, "anna.referente", "Agliè", "TO").await?;
    let closed = signature("Anna Bruno", "Servizi demografici", "il Sindaco", "deliberazione di Giunta n. 12");
    let opened = morning(actor, -380)?;
    let notes = BTreeMap::from([
        ("Q23", ("Il giovedì pomeriggio, su appuntamento.", "")),
        ("Q38", ("Corso tenuto dai volontari della biblioteca.", "")),
        ("Q08", ("", "convenzione n. 4/2024 per il servizio sociale")),
    ]);
    let closed = Some((opened.plus_days(6), closed));
    assessments::rehearse(actor, &anna, &Rehearsal { questionnaire, answers: &then, notes, opened, closed }).await?;
    let now = answers(questionnaire, TODAY)?;
    let opened = morning(actor, -3)?;
    assessments::rehearse(actor, &anna, &Rehearsal { questionnaire, answers: &now, notes: BTreeMap::new(), opened, closed: None }).await?;
    let marco = player(actor, "unione.referente", UNIONE, "TO").await?;
    let given = answers(questionnaire, OF_UNIONE)?;
    let opened = morning(actor, -45)?;
    let closed = Some((opened.plus_days(9), signature("Marco Gallo", "Servizi alla persona", "la Giunta dell'Unione", "")));
    assessments::rehearse(actor, &marco, &Rehearsal { questionnaire, answers: &given, notes: BTreeMap::new(), opened, closed }).await?;
    Ok(())
}

/// Comuni that closed theirs: variations on Agliè's answers.
async fn others(actor: &Actor<Housekeeper>, questionnaire: &Questionnaire) -> Result<()> {
    let Ok(base) = answers(questionnaire, AGLIE) else { return Ok(()) };
    let mut rng = SmallRng::seed_from_u64(SEED);
    for (n, (name, province)) in OTHERS.iter().enumerate() {
        let username = format!("referente.{}", n + 1);
        let of = ente(actor, name, province).await?;
        let appointment = NewAppointment { role: RoleName::Coordinator, ente: Some(of), qualifica: "Responsabile".into() };
        account(actor, &username, &format!("Referente di {name}"), vec![appointment]).await?;
        let who = player(actor, &username, name, province).await?;
        let mut given = varied(questionnaire, &base, &mut rng);
        given.extend(residents(actor, &who, &mut rng).await?);
        let opened = morning(actor, -120 + i32::try_from(n).unwrap_or(0))?;
        let closed = Some((opened.plus_days(2), signature("Referente", "Segreteria", "il Sindaco", "")));
        assessments::rehearse(actor, &who, &Rehearsal { questionnaire, answers: &given, notes: BTreeMap::new(), opened, closed }).await?;
    }
    Ok(())
}

/// Residents as ISTAT counts them, of whom 3 to 9 in a hundred are foreign: by their number enti are compared.
async fn residents(actor: &Actor<Housekeeper>, who: &assessments::Player, rng: &mut SmallRng) -> Result<Answers> {
    let coordinator = actor.stand_in(Housekeeper::coordinator(who.person.clone(), who.ente.clone()), actor.now());
    let (comune, _) = enti::one(&coordinator, &who.ente).await?;
    let residents = comune.residents.unwrap_or(1000) as f64;
    let foreign = (residents * rng.random_range(0.03..0.09)).round();
    Ok(Answers::from([("Q02".into(), Answer::Number(residents)), ("Q03".into(), Answer::Number(foreign))]))
}

/// Three answers in five given anew; the others as they were.
fn varied(questionnaire: &Questionnaire, base: &Answers, rng: &mut SmallRng) -> Answers {
    let mut given = base.clone();
    for question in questionnaire.questions().filter(|q| q.weight.is_some()) {
        if rng.random_bool(0.6)
            && let Some(answer) = another(&question.kind, base.get(&question.id), rng)
        {
            given.insert(question.id.clone(), answer);
        }
    }
    given
}

fn another(kind: &Kind, base: Option<&Answer>, rng: &mut SmallRng) -> Option<Answer> {
    match (kind, base) {
        (Kind::Single { options }, _) => Some(Answer::Choice(options.choose(rng)?.id.clone())),
        (Kind::YesNo { options }, _) => Some(Answer::Choice(options.choose(rng)?.id.clone())),
        (Kind::Maturity { .. }, _) => Some(Answer::Level(rng.random_range(1..=5))),
        (Kind::Number(_), Some(Answer::Number(hours))) => Some(Answer::Number((hours * rng.random_range(0.5..3.0)).round())),
        (Kind::Matrix { columns, .. }, Some(Answer::Rows(rows))) => {
            let anew = rows.keys().filter_map(|row| Some((row.clone(), columns.choose(rng)?.id.clone())));
            Some(Answer::Rows(anew.collect()))
        }
        _ => None,
    }
}
