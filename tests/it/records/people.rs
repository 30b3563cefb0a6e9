//! Days of the forum and courses in the record: of a person, of the people of an ente, of an edition.

use affianca::forum::DayDraft;
use affianca::platform::db::q;

use super::*;
use crate::forum::{answer, ask, release};

const PEOPLE: &str = "/area/percorsi";
const EDITION: &str = "/segreteria/percorsi";

/// An intervento under a quesito that others see.
async fn post(who: &Browser<'_>, question: &impl std::fmt::Display, text: &str) {
    who.post(&format!("/quesiti/{question}/interventi"), &[("testo", text), ("chiave", text)]).await.is(303);
}

/// A row of a file by the name of the person, from the column of the ente on.
fn row<'r>(csv: &'r str, name: &str) -> Vec<&'r str> {
    let line = csv.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("no {name} in {csv}"));
    line.split(';').collect()
}

#[test]
fn a_day_of_the_forum_counts_for_those_who_left_something_there() {
    on_each_engine(async |house| {
        let (anna, referente) = (house.member_of("Agliè").await, house.coordinator_of("Agliè").await);
        let (neighbour, reader) =
            (house.coordinator_of("Bairo").await, house.appointed("rita", "", &[(RoleName::Member, Some("Agliè"))]).await);
        let (expert, desk) = (house.expert().await, house.secretary().await);
        let class = class(house).await;
        let draft = DayDraft { experts: vec![expert.who().id.clone()], ..house.forum_draft() };
        let day = house.forum_day(&class.edition, &draft).await;
        let tomorrow = DayDraft {
            title: "Domani".to_owned(),
            opens_at: draft.opens_at.plus_days(1),
            closes_at: draft.closes_at.plus_days(1),
            ..house.forum_draft()
        };
        let tomorrow = house.forum_day(&class.edition, &tomorrow).await;
        let question = ask(&anna, &day, "Rinnovo della dimora").await;
        ask(&anna, &tomorrow, "Un altro quesito").await;
        release(&expert, &question, "Rinnovo").await;
        post(&neighbour, &question, "Capita anche da noi.").await;
        post(&referente, &question, "Da nascondere.").await;
        let mut tx = house.db.begin().await.unwrap();
        let hide = "update forum_post set hidden_at = written_at, hidden_why = 'no' where body = 'Da nascondere.'";
        assert_eq!(q(hide).run(&mut tx).await.unwrap(), 1);
        tx.commit().await.unwrap();
        answer(&expert, &question, "Sì.").await;
        reader.get(&format!("/quesiti/{question}")).await.is(200);

        anna.get(RECORD)
            .await
            .is(200)
            .shows("Anagrafe e servizi")
            .shows(">un quesito<")
            .hides("Domani")
            .shows("Registrate qui: 0 minuti su 40 ore");
        neighbour.get(RECORD).await.is(200).shows(">un intervento<");
        expert.get(RECORD).await.is(200).shows("di turno come esperto, una risposta");
        for nothing in [&reader, &referente] {
            nothing.get(RECORD).await.is(200).hides("Anagrafe e servizi").shows("Non risultano ancora partecipazioni");
        }
        // The referente sees who acted for the own ente, and nobody else.
        referente.get(PEOPLE).await.is(200).shows(&anna.who().name).hides(&neighbour.who().name).hides(&reader.who().name);
        neighbour.get(PEOPLE).await.is(200).shows(&neighbour.who().name).hides(&anna.who().name).hides(&expert.who().name);
        let own = referente.get(&format!("{PEOPLE}.csv")).await.is(200).body;
        assert_eq!(row(&own, &anna.who().name)[5..], ["0", "0", "", "1", "1", "0", "0", ""], "{own}");
        // The desk sees all, each for its ente, and narrows them.
        let page = desk.get(EDITION).await.is(200);
        page.shows("3 persone").shows(&expert.who().name).shows("per il programma").shows("Comune di Bairo (TO)").hides(&reader.who().name);
        desk.get(&format!("{EDITION}?ente=bairo")).await.is(200).shows("Una persona").hides(&anna.who().name);
        desk.get(&format!("{EDITION}?parte=corsi")).await.is(200).shows("Nessuna persona corrisponde");
        desk.get(&format!("{EDITION}?parte=forum&regione=Piemonte")).await.is(200).shows("2 persone");
        let file = desk.get(&format!("{EDITION}.csv?ente=bairo")).await.is(200).body;
        assert_eq!(row(&file, &neighbour.who().name)[2..4], ["Comune di Bairo (TO)", "Piemonte"]);
        assert!(!file.contains(&anna.who().name));
        desk.get(&format!("{EDITION}?edizione={}", class.edition)).await.is(200).shows("3 persone");
        desk.get(&format!("{EDITION}?edizione=nessuna")).await.is(404);
        desk.get(&format!("/segreteria/persone/{}", anna.who().id)).await.is(200).shows(">un quesito<");
        house.letters_left();
    });
}

#[test]
fn what_an_account_did_that_was_merged_is_of_the_one_that_stays() {
    on_each_engine(async |house| {
        let (stays, goes) = (house.member_of("Agliè").await, house.member_of("Agliè").await);
        let (anna, desk) = (house.member_of("Bairo").await, house.secretary().await);
        let day = crate::forum::open_day(house).await;
        let question = ask(&anna, &day, "Rinnovo").await;
        release(&desk, &question, "Rinnovo").await;
        post(&goes, &question, "Da noi si fa così.").await;
        ask(&goes, &day, "Un altro").await;
        stays.get(RECORD).await.is(200).hides("un intervento");
        let (kept, gone) = (stays.who().id.clone(), goes.who().id.clone());
        desk.post(&format!("/segreteria/persone/{kept}/unione/{gone}"), &[("resta", &kept.to_string())]).await.is(303);
        stays.get(RECORD).await.is(200).shows("un quesito, un intervento");
        let copy = stays.get("/area/dati/copia.json").await.is(200).json();
        assert_eq!(copy["questions"].as_array().map(Vec::len), Some(1), "and what lies behind it is in the copy of one’s data");
        house.letters_left();
    });
}

#[test]
fn a_course_is_told_in_the_edition_that_ran_when_it_was_completed() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let (anna, referente) = (house.member_of("Agliè").await, house.coordinator_of("Agliè").await);
        let (neighbour, desk) = (house.coordinator_of("Bairo").await, house.secretary().await);
        crate::courses::complete(&anna).await;
        referente.get(PEOPLE).await.is(200).shows("Fuori dalle edizioni").shows(&anna.who().name);
        let edition = house.edition(crate::forum::terms()).await;
        referente.get(PEOPLE).await.is(200).hides("Fuori dalle edizioni").shows("Edizione di prova").shows(&anna.who().name);
        neighbour.get(PEOPLE).await.is(200).hides(&anna.who().name);
        desk.get(&format!("{EDITION}?parte=corsi&edizione={edition}")).await.is(200).shows("Una persona").shows(&anna.who().name);
        desk.get(&format!("{EDITION}?parte=aula")).await.is(200).shows("Nessuna persona corrisponde");
        house.letters_left();
    });
}

#[test]
fn one_person_and_three_take_the_same_statements() {
    on_each_engine(async |house| {
        let (referente, desk) = (house.coordinator_of("Agliè").await, house.secretary().await);
        let class = class(house).await;
        let day = house.forum_day(&class.edition, &house.forum_draft()).await;
        let mut counted = Vec::new();
        for names in [&["anna"][..], &["bea", "ivo"]] {
            for name in names {
                let one = house.appointed(name, "", &[(RoleName::Member, Some("Agliè"))]).await;
                house.seat(&class.day, &one.who().id, "Agliè").await;
                ask(&one, &day, &format!("Quesito di {name}")).await;
            }
            let mut row = Vec::new();
            for (who, page) in [(&referente, RECORD), (&referente, PEOPLE), (&desk, EDITION)] {
                let (answer, statements) = house.counting(who.get(page)).await;
                answer.is(200);
                row.push(statements);
            }
            counted.push(row);
        }
        assert_eq!(counted[0], counted[1]);
        house.letters_left();
    });
}
