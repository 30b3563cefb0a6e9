//! Records and attestati: what somebody attended, who certifies it, and how anybody checks the paper.

mod people;

use affianca::access::RoleName;
use affianca::domain::certificate::CertificateCode;
use affianca::platform::db::q;

use crate::courses::{Folder, begin, enrol, hand_in, read_all};
use crate::house::{Browser, House, on_each_engine, on_each_engine_with};
use crate::presence::{Class, at, class, class_asking, fonts_of, pdf, text_of};

const RECORD: &str = "/area/percorso";
const DESK: &str = "/segreteria/attestati";

/// A giornata of seven hours, closed with everybody of these present throughout.
async fn held<'h>(house: &'h House, present: &[&Browser<'_>]) -> Class<'h> {
    hold(house, class(house).await, present).await
}

async fn hold<'h>(house: &'h House, class: Class<'h>, present: &[&Browser<'_>]) -> Class<'h> {
    for one in present {
        house.seat(&class.day, &one.who().id, "Agliè").await;
    }
    house.clock.set(at(17, 5));
    class.docente.sign_in().await;
    class.attach(&class.docente, "registro.pdf", &pdf("firme")).await.is(303);
    class.all_signed(&present.iter().map(|one| one.who().id.clone()).collect::<Vec<_>>()).await;
    class.docente.post(&class.path("/chiusura"), &[]).await.is(303);
    for one in present {
        one.sign_in().await;
    }
    class
}

/// Codes of attestati in the order of their numbers.
async fn codes(house: &House) -> Vec<String> {
    let rows: Vec<(String,)> = q("select code from certificate order by number").all(&mut house.db.reader().await.unwrap()).await.unwrap();
    rows.into_iter().map(|(code,)| CertificateCode::parse(&code).unwrap().grouped()).collect()
}

async fn ids(house: &House) -> Vec<String> {
    let rows: Vec<(String,)> =
        q("select certificate_id from certificate order by number").all(&mut house.db.reader().await.unwrap()).await.unwrap();
    rows.into_iter().map(|(id,)| id).collect()
}

#[test]
fn hours_that_are_certified_become_an_attestato_that_anybody_checks_to_the_byte() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let desk = house.secretary().await;
        anna.get(RECORD).await.is(200).shows("Non risultano ancora partecipazioni");
        desk.get(DESK).await.is(200).shows("Non c’è un’edizione in corso");
        held(house, &[&anna]).await;
        desk.sign_in().await;
        anna.get(RECORD)
            .await
            .is(200)
            .shows("7 ore su 7 ore")
            .shows("Avete i requisiti per l’attestato")
            .shows("Registrate qui: 7 ore su 40 ore");
        desk.get(DESK).await.is(200).shows("Un attestato da emettere").shows(&anna.who().name);
        desk.post(DESK, &[]).await.leads_to(&format!("{DESK}?esito=emessi&n=1&restano=0"));
        let kinds: Vec<String> = house.letters().await.into_iter().map(|letter| letter.kind).collect();
        assert!(kinds.contains(&"certificate-issued".to_owned()), "{kinds:?}");
        desk.post(DESK, &[]).await.leads_to(&format!("{DESK}?esito=emessi&n=0&restano=0"));

        let (code, id) = (codes(house).await.remove(0), ids(house).await.remove(0));
        let paper = anna.get(&format!("{RECORD}/attestati/{id}")).await.is(200);
        if let Some(pages) = text_of(&paper.bytes) {
            let said = pages.join("\n");
            for part in
                ["Attestato di partecipazione", &anna.who().name, "Comune di Agliè (TO)", "7 ore di presenza", "CUP B89C15000120001", &code]
            {
                assert!(said.contains(part), "{part} in {said}");
            }
        }

        let stranger = house.visitor();
        let page = format!("/attestati/{code}");
        stranger.get(&page).await.is(200).shows("autentico e valido").shows(&anna.who().name).shows("7 ore su 7 ore");
        stranger.get(&format!("/attestati?codice={}", code.to_lowercase())).await.leads_to(&page);
        stranger.upload(&page, &[], "attestato.pdf", &paper.bytes).await.is(200).shows("Il file è proprio quello emesso");
        let mut altered = paper.bytes.clone();
        let middle = altered.len() / 2;
        altered[middle] ^= 1;
        stranger.upload(&page, &[], "attestato.pdf", &altered).await.is(422).shows("Il file non è quello emesso");
        stranger.upload(&page, &[], "", b"").await.is(422).shows("Scegliete il file PDF");
    });
}

#[test]
fn an_attestato_waits_for_the_course_that_it_asks_for_and_says_how_it_went() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.member_of("Agliè").await;
        let neighbour = house.appointed("bea", "", &[(RoleName::Member, Some("Agliè"))]).await;
        let desk = house.secretary().await;
        let class = class_asking(house, &[("prova", ""), ("seconda", "Un altro tema")]).await;
        hold(house, class, &[&anna, &neighbour]).await;
        desk.sign_in().await;
        anna.get(RECORD).await.is(200).shows("mancano ancora").shows("href=\"/corsi/prova\"").hides("Avete i requisiti");
        desk.get(DESK).await.is(200).shows("Nessun attestato da emettere");
        desk.post(DESK, &[]).await.leads_to(&format!("{DESK}?esito=emessi&n=0&restano=0"));

        enrol(&anna).await;
        read_all(&anna).await;
        let page = begin(&anna).await;
        hand_in(&anna, &page, true).await;
        anna.get(RECORD).await.is(200).shows("Avete i requisiti").shows("superata: 2 risposte giuste su 2").shows("2 marzo 2026");
        neighbour.get(RECORD).await.is(200).hides("Avete i requisiti").hides("superata: 2");
        desk.get(DESK).await.is(200).shows("Un attestato da emettere").shows(&anna.who().name);
        desk.post(DESK, &[]).await.leads_to(&format!("{DESK}?esito=emessi&n=1&restano=0"));
        let (code, id) = (codes(house).await.remove(0), ids(house).await.remove(0));
        let stranger = house.visitor();
        stranger.get(&format!("/attestati/{code}")).await.is(200).shows("Corsi completati").shows("superata: 2 risposte giuste su 2");
        let paper = anna.get(&format!("{RECORD}/attestati/{id}")).await.is(200);
        if let Some(pages) = text_of(&paper.bytes) {
            let said = pages.join("\n");
            let parts = [
                "Si attesta che",
                &anna.who().name,
                "7 ore di presenza",
                "Ha completato anche un corso in rete",
                "superata: 2 risposte",
                &code,
            ];
            let found: Vec<Option<usize>> = parts.iter().map(|part| said.find(part)).collect();
            assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{found:?} in {said}");
        }
        desk.get(&format!("/segreteria/persone/{}", anna.who().id)).await.is(200).shows("superata: 2 risposte giuste su 2");
        house.letters_left();
    });
}

#[test]
fn every_font_of_an_attestato_is_in_the_file() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        held(house, &[&anna]).await;
        house.secretary().await.post(DESK, &[]).await.is(303);
        let paper = anna.get(&format!("{RECORD}/attestati/{}", ids(house).await.remove(0))).await.is(200);
        let Some(fonts) = fonts_of(&paper.bytes) else { return house.letters_left() };
        assert!(!fonts.is_empty());
        for (font, embedded) in &fonts {
            assert!(embedded, "{font} of {fonts:?}");
        }
        house.letters_left();
    });
}

#[test]
fn a_code_that_was_misread_or_guessed_is_told_what_is_wrong() {
    on_each_engine(async |house| {
        let stranger = house.visitor();
        stranger.get("/attestati").await.is(200).shows("Codice dell’attestato");
        stranger.get("/attestati?codice=").await.is(422).shows("Scrivete il codice");
        let guessed = CertificateCode::from_lot([3; 16]).grouped();
        stranger.get(&format!("/attestati/{guessed}")).await.is(404).shows("Nessun attestato ha questo codice");
        // Another first sign: the last no longer checks it.
        let other = if guessed.starts_with('2') { "3" } else { "2" };
        let misread = format!("{other}{}", &guessed[1..]);
        stranger.get(&format!("/attestati/{misread}")).await.is(404).shows("una lettera è sbagliata");
        let typed = stranger.get(&format!("/attestati?codice={misread}")).await.is(422).shows("una lettera è sbagliata");
        assert_eq!(typed.field("codice"), Some(misread));
        stranger.get("/attestati?codice=K7QM-2XP").await.is(422).shows("qui ce ne sono 7");
    });
}

#[test]
fn one_is_revoked_with_a_reason_and_issued_again_under_another_number() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        held(house, &[&anna]).await;
        let desk = house.secretary().await;
        desk.post(DESK, &[]).await.is(303);
        let first = ids(house).await.remove(0);
        let again = format!("{DESK}/{first}/nuova-emissione");
        desk.get(&again).await.is(200).shows("quello vecchio è revocato");
        desk.post(&again, &[("motivo", " ")]).await.is(422).shows("Scrivete il motivo");
        desk.post(&again, &[("motivo", "Cognome scritto male")]).await.leads_to(&format!("{DESK}?esito=riemesso"));
        let (codes, two) = (codes(house).await, ids(house).await);
        assert_eq!(codes.len(), 2);
        let stranger = house.visitor();
        stranger
            .get(&format!("/attestati/{}", codes[0]))
            .await
            .is(200)
            .shows("è stato revocato")
            .shows("Al suo posto c’è l’attestato n. 2")
            .hides("Cognome scritto male");
        stranger.get(&format!("/attestati/{}", codes[1])).await.is(200).shows("autentico e valido");
        anna.get(&format!("{RECORD}/attestati/{first}")).await.is(404);
        desk.get(&again).await.is(404);

        let revoke = format!("{DESK}/{}/revoca", two[1]);
        desk.post(&revoke, &[]).await.is(422).shows("Scrivete il motivo");
        desk.post(&revoke, &[("motivo", "Registro corretto")]).await.leads_to(&format!("{DESK}?esito=revocato"));
        desk.post(&revoke, &[("motivo", "Registro corretto")]).await.is(404);
        stranger.get(&format!("/attestati/{}", codes[1])).await.is(200).shows("è stato revocato");
        anna.get(RECORD).await.is(200).shows("Registro corretto").hides("Scarica l’attestato");
        let deeds = q("select count(*) from deed where kind in ('certificate-issued', 'certificate-reissued', 'certificate-revoked')");
        assert_eq!(deeds.count(&mut house.db.reader().await.unwrap()).await.unwrap(), 3);
        house.letters_left();
    });
}

#[test]
fn of_two_desks_that_issue_at_once_each_person_gets_one() {
    on_each_engine(async |house| {
        let (anna, bea) = (house.member_of("Agliè").await, house.appointed("bea", "", &[(RoleName::Member, Some("Agliè"))]).await);
        held(house, &[&anna, &bea]).await;
        let desk = house.secretary().await;
        let other = desk.elsewhere().await;
        let (one, two) = tokio::join!(desk.post(DESK, &[]), other.post(DESK, &[]));
        assert_eq!((one.status, two.status), (303, 303));
        let rows: Vec<(i64,)> =
            q("select number from certificate order by number").all(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(rows, [(1,), (2,)]);
        house.letters_left();
    });
}

#[test]
fn of_others_nobody_sees_a_record_or_an_attestato() {
    on_each_engine(async |house| {
        let (anna, neighbour) = (house.coordinator_of("Agliè").await, house.coordinator_of("Bairo").await);
        let member = house.member_of("Agliè").await;
        held(house, &[&member]).await;
        let desk = house.secretary().await;
        desk.post(DESK, &[]).await.is(303);
        let id = ids(house).await.remove(0);
        for one in [&anna, &neighbour] {
            one.sign_in().await;
            one.get(&format!("{RECORD}/attestati/{id}")).await.is(404);
            one.get(DESK).await.is(404);
        }
        let name = &member.who().name;
        anna.get("/area/percorsi").await.is(200).shows(name).shows("7 ore");
        neighbour.get("/area/percorsi").await.is(200).hides(name).shows("Nessuna persona dell’ente");
        member.get("/area/percorsi").await.is(404);
        let file = anna.get("/area/percorsi.csv").await.is(200);
        assert!(file.body.contains(name.as_str()) && file.body.contains("420"), "{}", file.body);
        assert!(!neighbour.get("/area/percorsi.csv").await.is(200).body.contains(name.as_str()));
        // The desk sees it on the page of the person.
        desk.get(&format!("/segreteria/persone/{}", member.who().id)).await.is(200).shows("Partecipazioni").shows("7 ore su 7 ore");
        house.letters_left();
    });
}

#[test]
fn one_giornata_and_three_take_the_same_statements() {
    on_each_engine(async |house| {
        let (anna, desk) = (house.member_of("Agliè").await, house.secretary().await);
        let class = class(house).await;
        house.seat(&class.day, &anna.who().id, "Agliè").await;
        let mut counted = Vec::new();
        for more in [0, 2] {
            for _ in 0..more {
                let day = house.class_day(&class.edition, &house.day_draft(30)).await;
                house.seat(&day, &anna.who().id, "Agliè").await;
            }
            let (answer, record) = house.counting(anna.get(RECORD)).await;
            answer.is(200);
            let (answer, issuing) = house.counting(desk.get(DESK)).await;
            answer.is(200);
            counted.push((record, issuing));
        }
        assert_eq!(counted[0], counted[1]);
    });
}
