//! The edition of the demonstration: four regions, small comuni, two themes; some enti adhere, one is invited, one is excepted.

use super::super::demo_words as words;
use super::cast::{CAST, EXCEPTED, INVITED, INVITED_LOT, OTHERS, UNIONE, WITHOUT_CODE};
use super::fill::ente;
use crate::access::{Actor, Housekeeper, Secretariat};
use crate::domain::activation_code::ActivationCode;
use crate::domain::certificate::{CertificateRule, CourseAsked};
use crate::domain::edition::{Asked, Contacts, Funding, Measure, OtherBody, ParticipantField, QuestionnaireVersion, Terms};
use crate::domain::ente::Kind;
use crate::domain::ids::{EditionId, EnteId, PersonId};
use crate::enti::{self, Addresses, AdhesionState, Admitting, WantedCodes};
use crate::platform::{Error, Result};
use crate::programme::{self, Draft};

/// Days for which the code of the invited ente is taken.
const CODE_DAYS: i64 = 90;
/// What an attestato on the first theme asks for besides hours.
pub(super) const COURSE: &str = "organizzare-accoglienza";

pub(super) async fn open(actor: &Actor<Housekeeper>, secretary: PersonId) -> Result<EditionId> {
    let desk = actor.stand_in(Housekeeper::secretariat(secretary), actor.now());
    let today = actor.now().day();
    let name = words::edition_name(today.date().year());
    let draft = Draft { name, starts_on: today.plus_days(-60), ends_on: today.plus_days(300), terms: terms() };
    let edition = programme::create(&desk, &draft).await?;
    adhering(actor, &desk, &edition).await?;
    invited(actor, &desk, &edition).await?;
    Ok(edition)
}

fn terms() -> Terms {
    let asked = |field, choices: &[&str]| Asked {
        field,
        reason: words::ASKED_FOR.into(),
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
    };
    let course = CourseAsked { course: COURSE.into(), theme: words::THEMES[0].into() };
    Terms {
        regions: ["Piemonte", "Toscana", "Puglia", "Sicilia"].map(str::to_owned).into(),
        residents_at_most: Some(5000),
        associations: vec![Kind::Unione, Kind::ComunitaMontana],
        measure: Measure::OneComune,
        others: vec![OtherBody::Prefettura, OtherBody::Questura, OtherBody::Ambito],
        themes: words::THEMES.map(str::to_owned).into(),
        forum_days: 4,
        certificate: Some(CertificateRule { hours: 2, share: 80, courses: vec![course] }),
        questionnaire: Some(QuestionnaireVersion { id: "piccoli-comuni".into(), version: "1".into() }),
        contacts: Contacts {
            office: words::DESK.into(),
            phone: words::PHONE.into(),
            email: words::CONTACT.into(),
            pec: String::new(),
            hours: words::HOURS.into(),
        },
        funding: Funding {
            cup: "Z00Z00000000000".into(),
            project: "DEMO-1".into(),
            statement: words::FUNDING.into(),
            emblems: Vec::new(),
            asked: vec![
                asked(ParticipantField::Gender, &words::GENDERS),
                asked(ParticipantField::AgeClass, &words::AGE_CLASSES),
                asked(ParticipantField::Settore, &[]),
            ],
        },
    }
}

/// All those who play a part, and the larger comune.
async fn adhering(actor: &Actor<Housekeeper>, desk: &Actor<Secretariat>, edition: &EditionId) -> Result<()> {
    let played = CAST.iter().flat_map(|player| player.appointments).map(|(_, name, province, _)| (*name, *province));
    let mut adhering: Vec<EnteId> = Vec::new();
    for (name, province) in played.chain(OTHERS.iter().copied()).filter(|(name, _)| !name.is_empty()) {
        let id = ente(actor, name, if name == UNIONE { "" } else { province }).await?;
        if !adhering.contains(&id) {
            adhering.push(id);
        }
    }
    let excepted = ente(actor, EXCEPTED.0, EXCEPTED.1).await?;
    enti::admit(desk, edition, &excepted, Admitting::Because(words::EXCEPTED_BECAUSE)).await?;
    enti::invite(desk, edition, &adhering).await?;
    adhering.push(excepted);
    for id in &adhering {
        let seen = enti::adhesion_of(desk, edition, id).await?.map_or(0, |stands| stands.revision);
        let changed = enti::change_adhesion(desk, (edition, id), AdhesionState::Adhering, seen).await?;
        changed.map_err(|_| Error::Bug("the demonstration is filled by two at once".into()))?;
    }
    Ok(())
}

/// Those who have not answered: the first with a code that is printed when the demonstration starts.
async fn invited(actor: &Actor<Housekeeper>, desk: &Actor<Secretariat>, edition: &EditionId) -> Result<()> {
    let first = ente(actor, INVITED.0, INVITED.1).await?;
    let mut all = vec![first.clone()];
    for (name, province) in WITHOUT_CODE {
        all.push(ente(actor, name, province).await?);
    }
    enti::invite(desk, edition, &all).await?;
    let addresses =
        Addresses { pec: "azeglio@cert.example.org".into(), ipa_code: String::new(), mail_domain: "azeglio.example.org".into() };
    enti::set_addresses(desk, &first, &addresses).await?;
    let enti = [first];
    let wanted = WantedCodes { edition, enti: &enti, expires: desk.now().plus_days(CODE_DAYS), replace: true };
    enti::rehearse_code(desk, &wanted, &ActivationCode::from_lot(INVITED_LOT)).await
}
