//! An ente beside similar ones: who counts, how often, and how many there must be.

use affianca::access::RoleName;
use affianca::assessments::{Player, Rehearsal, Signature, note_standings, rehearse};
use affianca::domain::questionnaire::{Answer, Answers};
use affianca::people;
use affianca::platform::db::q;

use super::walk::SIGNATURE;
use crate::house::{Browser, House, catalogue, on_each_engine};
use crate::report::fixture::{answers, part, rows};

/// Five comuni beside Agliè: the answer to Q45 tells them apart.
const PEERS: [(&str, &str); 5] = [("Bairo", "a"), ("Ozegna", "b"), ("Torre Canavese", "d"), ("Alpette", "a"), ("Andrate", "c")];

/// A case of the tests as a comune of 1,500 residents would give it; D8 is (80 + the points of Q45) / 6.
fn given(q45: &str) -> Answers {
    let mut given = answers("01-presidio-essenziale");
    let choices = ["Q44", "Q46"].map(|id| (id.to_owned(), Answer::Choices(vec![if id == "Q44" { "z" } else { "b" }.into()])));
    given.extend(choices);
    given.extend([("Q43", Answer::Level(2)), ("Q47", Answer::Choice("n".into())), ("Q45", Answer::Choice(q45.into()))].map(named));
    given.extend([("Q01", Answer::Choice("a".into())), ("Q02", Answer::Number(1500.0)), ("Q03", Answer::Number(60.0))].map(named));
    given
}

fn named((id, answer): (&str, Answer)) -> (String, Answer) {
    (id.to_owned(), answer)
}

/// Somebody of the ente opens a rilevazione, answers it and closes it; its address.
async fn closes(house: &House, player: &Player, answers: &Answers) -> String {
    let questionnaire = catalogue().current();
    let signature = Signature { name: "Anna".into(), office: "Anagrafe".into(), authorised_by: "il Sindaco".into(), act: String::new() };
    let closed = Some((house.clock.now(), signature));
    let play = Rehearsal { questionnaire, answers, notes: Default::default(), opened: house.clock.now().plus_minutes(-60), closed };
    format!("/area/autodiagnosi/{}", rehearse(&house.housekeeper(), player, &play).await.unwrap())
}

async fn player_of(house: &House, ente: &str) -> Player {
    let person = house.settle("collega", "Istruttrice", &[(RoleName::Coordinator, Some(ente))]).await.id;
    player(house, person, ente).await
}

async fn player(house: &House, person: affianca::domain::ids::PersonId, ente: &str) -> Player {
    let ente = house.ente(ente).await;
    let appointment = people::appointment_of(&house.housekeeper(), &person, &ente).await.unwrap();
    Player { person, appointment, ente }
}

/// The referente of Agliè, and the address of the report of a rilevazione closed just now.
async fn aglie(house: &House) -> (Browser<'_>, String) {
    let anna = house.coordinator_of("Agliè").await;
    let own = closes(house, &player(house, anna.who().id.clone(), "Agliè").await, &given("d")).await;
    (anna, format!("{own}/rapporto/1"))
}

/// Dimension D8 in the part on similar enti: own, median, middle half.
fn last_row(html: &str) -> Vec<String> {
    rows(part(html, "enti-simili")).pop().unwrap()[1..].to_vec()
}

#[test]
fn four_other_enti_are_too_few_and_five_are_shown() {
    on_each_engine(async |house| {
        let (anna, report) = aglie(house).await;
        for (ente, q45) in &PEERS[..4] {
            closes(house, &player_of(house, ente).await, &given(q45)).await;
        }
        // A fifth, of another class.
        let mut large = given("d");
        large.insert("Q02".into(), Answer::Number(4200.0));
        closes(house, &player_of(house, "Airasca").await, &large).await;
        anna.get(&report).await.is(200).hides("enti-simili");
        let (fifth, q45) = PEERS[4];
        closes(house, &player_of(house, fifth).await, &given(q45)).await;
        let page = anna.get(&report).await.is(200);
        let page = page.shows("Comuni da 1.001 a 3.000 abitanti").shows("Altri enti della stessa classe con una rilevazione chiusa: 5.");
        // Of the others 80/6, 80/6, 110/6, 145/6 and 180/6; Agliè's own 180/6 is not among them.
        assert_eq!(last_row(&page.body), ["30", "18", "da 13 a 24"]);
        for (ente, _) in PEERS {
            assert!(!page.body.contains(ente), "{ente} is named");
        }
        // Too few of the other class, whoever asks.
        let neighbour = house.coordinator_of("Airasca").await;
        neighbour.get(&report).await.is(404);
    });
}

#[test]
fn an_ente_that_closes_again_is_counted_once_and_as_it_stands_now() {
    on_each_engine(async |house| {
        let (anna, report) = aglie(house).await;
        for (ente, q45) in &PEERS[..3] {
            closes(house, &player_of(house, ente).await, &given(q45)).await;
        }
        // One reopens and closes again, one has a second rilevazione: with two more closings they are still four.
        let marco = house.coordinator_of("Andrate").await;
        let andrate = player(house, marco.who().id.clone(), "Andrate").await;
        let first = closes(house, &andrate, &given("d")).await;
        marco.post(&format!("{first}/riapertura"), &[("motivo", "dati aggiornati dopo il censimento")]).await.is(303);
        marco.post(&format!("{first}/chiusura"), SIGNATURE).await.leads_to(&format!("{first}/rapporto/2?esito=chiusa"));
        house.clock.set(house.clock.now().plus_minutes(60));
        closes(house, &andrate, &given("c")).await;
        anna.get(&report).await.is(200).hides("enti-simili");
        let (last, q45) = PEERS[3];
        closes(house, &player_of(house, last).await, &given(q45)).await;
        let page = anna.get(&report).await.is(200).shows("con una rilevazione chiusa: 5.");
        assert_eq!(last_row(&page.body), ["30", "18", "da 13 a 24"]);
    });
}

#[test]
fn a_report_asks_as_often_beside_five_enti_as_beside_none() {
    on_each_engine(async |house| {
        let (anna, report) = aglie(house).await;
        let mut asked = vec![house.counting(anna.get(&report)).await.1];
        for (ente, q45) in PEERS {
            closes(house, &player_of(house, ente).await, &given(q45)).await;
        }
        asked.push(house.counting(anna.get(&report)).await.1);
        assert_eq!(asked, [6, 6]);
    });
}

#[test]
fn closings_made_before_standings_were_kept_are_brought_in() {
    on_each_engine(async |house| {
        let (anna, report) = aglie(house).await;
        for (ente, q45) in PEERS {
            closes(house, &player_of(house, ente).await, &given(q45)).await;
        }
        let shown = anna.get(&report).await.is(200).shows("id=\"enti-simili\"");
        let mut tx = house.db.begin().await.unwrap();
        assert_eq!(q("delete from peer_standing where class = $1").bind("fino-3000").run(&mut tx).await.unwrap(), 6);
        tx.commit().await.unwrap();
        anna.get(&report).await.is(200).hides("enti-simili");
        let ran = house.tick().await;
        assert_eq!(ran.iter().find(|job| job.name == "standings").map(|job| *job.outcome.as_ref().unwrap()), Some(6));
        assert_eq!(note_standings(&house.housekeeper(), catalogue()).await.unwrap(), 0);
        assert_eq!(anna.get(&report).await.body, shown.body);
    });
}
