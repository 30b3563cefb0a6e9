//! Rilevazioni played beforehand, for pages that count them or lead on in them.

use std::collections::BTreeMap;

use affianca::assessments::{Player, Rehearsal, Signature, rehearse};
use affianca::domain::ids::AssessmentId;
use affianca::domain::questionnaire::{Answer, Answers};
use affianca::people;

use crate::house::{Browser, House, catalogue};

/// A rilevazione of an ente with its first question answered; closed at once if asked.
pub async fn rilevazione(house: &House, referente: &Browser<'_>, ente: &str, answers: &Answers, closed: bool) -> AssessmentId {
    let housekeeper = house.housekeeper();
    let ente = house.ente(ente).await;
    let appointment = people::appointment_of(&housekeeper, &referente.who().id, &ente).await.unwrap();
    let player = Player { person: referente.who().id.clone(), appointment, ente };
    let signature = Signature { name: "Anna".into(), office: "Anagrafe".into(), authorised_by: "il Sindaco".into(), act: String::new() };
    let now = house.clock.now();
    let play = Rehearsal {
        questionnaire: catalogue().current(),
        answers,
        notes: BTreeMap::new(),
        opened: now.plus_days(-2),
        closed: closed.then(|| (now.plus_days(-1), signature)),
    };
    rehearse(&housekeeper, &player, &play).await.unwrap()
}

/// An answer to the first question.
pub fn one_answer() -> Answers {
    Answers::from([("Q01".to_owned(), Answer::Choice("a".to_owned()))])
}
