//! "Manca per la rendicontazione": who is shown, who is written to and how often, what is noted on the telephone.

use affianca::access::RoleName;
use affianca::domain::edition::{Asked, Funding, ParticipantField, Terms};
use affianca::platform::db::q;

use crate::house::{House, on_each_engine};

const PAGE: &str = "/segreteria/rendicontazione";

fn terms() -> Terms {
    let gender = vec!["donna".into(), "uomo".into()];
    let asked = vec![
        Asked { field: ParticipantField::Gender, reason: "la relazione conta donne e uomini".into(), choices: gender },
        Asked { field: ParticipantField::Qualifica, reason: "il finanziatore conta le qualifiche".into(), choices: Vec::new() },
    ];
    Terms { funding: Funding { asked, ..Funding::default() }, ..Terms::default() }
}

/// Answers the whole funder's form for whoever sits there.
async fn told(house: &House, username: &str) {
    let mut tx = house.db.begin().await.unwrap();
    let tell = q("insert into participant_fact (person_id, edition_id, field, value, told_at) \
                  select p.person_id, e.edition_id, 'gender', 'donna', e.created_at from person p join edition e on 1 = 1 where p.username = $1");
    assert_eq!(tell.bind(username).run(&mut tx).await.unwrap(), 1);
    tx.commit().await.unwrap();
}

#[test]
fn filters_leave_those_who_lack_what_is_chosen() {
    on_each_engine(async |house| {
        house.edition(terms()).await;
        let whole = house.member_of("Agliè").await;
        told(house, &whole.who().username).await;
        let four = house.four_comuni_secretary().await;
        let bare = house.settle("bare", "", &[(RoleName::Member, Some("Livo (CO)"))]).await;
        told(house, &bare.username).await;
        let segreteria = house.secretary().await;
        let page = segreteria.get(PAGE).await.is(200).shows("2 persone, 5 righe").hides(&whole.who().name);
        page.shows("la relazione conta donne e uomini").shows(&four.who().name).shows(&bare.name).shows("Comune di Ozegna (TO)");
        let page = segreteria.get(&format!("{PAGE}?manca=qualifica")).await.is(200).shows("Una persona.");
        page.shows(&bare.name).hides(&four.who().name);
        segreteria.get(&format!("{PAGE}?manca=gender&ente=torre")).await.is(200).shows("Una persona.").hides("Ozegna");
        segreteria.get(&format!("{PAGE}?regione=Lombardia")).await.is(200).shows(&bare.name).hides("Ozegna");
        segreteria.get(&format!("{PAGE}?manca=qualifica&ente=torre")).await.is(200).shows("manca qualcosa").shows("Togli il filtro");
        // As a file: all rows, a column for each field that is asked.
        let csv = segreteria.get(&format!("{PAGE}.csv?ordine=-ente")).await.is(200).body;
        let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 6, "{csv}");
        assert!(lines[0].contains("Genere") && lines[0].contains("Qualifica") && !lines[0].contains("Classe di et"), "{csv}");
        assert!(lines[1].contains("Torre Canavese") && lines[5].contains("Agli"), "{csv}");
        assert!(segreteria.get(&format!("{PAGE}.xlsx")).await.is(200).bytes.starts_with(b"PK"));
        // What comes beyond the last page leads to it.
        segreteria.get(&format!("{PAGE}?pagina=7")).await.leads_to(PAGE);
    });
}

#[test]
fn an_ente_that_withdrew_owes_nothing() {
    on_each_engine(async |house| {
        let edition = house.edition(terms()).await;
        let anna = house.member_of("Agliè").await;
        let segreteria = house.secretary().await;
        segreteria.get(PAGE).await.is(200).shows(&anna.who().name);
        let aglie = house.ente("Agliè").await;
        let desk = house.desk().await;
        affianca::enti::invite(&desk, &edition, std::slice::from_ref(&aglie)).await.unwrap();
        let withdrawn = affianca::enti::AdhesionState::Withdrawn;
        affianca::enti::change_adhesion(&desk, (&edition, &aglie), withdrawn, 1).await.unwrap().unwrap();
        segreteria.get(PAGE).await.is(200).hides(&anna.who().name);
    });
}

#[test]
fn one_is_asked_by_letter_once_in_seven_days() {
    on_each_engine(async |house| {
        house.edition(terms()).await;
        let four = house.four_comuni_secretary().await;
        let segreteria = house.secretary().await;
        let (page, one) = (format!("{PAGE}?ente=bairo"), format!("{PAGE}/persone/{}?ente=bairo", four.who().id));
        segreteria.get(&page).await.is(200).shows("Chiedi per e-mail").shows("mai chiesto");
        segreteria.post(&one, &[]).await.leads_to(&format!("{page}&esito=chiesto"));
        let letters = house.letters().await;
        assert_eq!(letters.len(), 1, "four enti, one person");
        let letter = &letters[0];
        assert_eq!((letter.kind.as_str(), letter.link().as_str()), ("facts-asked", "/area/dati-richiesti"));
        assert!(
            letter.text.contains("Genere: la relazione conta donne e uomini") && !letter.text.contains("qualifiche"),
            "{}",
            letter.text
        );
        segreteria.get(&page).await.is(200).hides("Chiedi per e-mail").shows("02/03/2026");
        segreteria.post(&one, &[]).await.leads_to(&format!("{page}&esito=recente"));
        house.clock.set(house.clock.now().plus_days(7));
        let segreteria = segreteria.elsewhere().await;
        segreteria.get(&page).await.is(200).shows("Chiedi per e-mail");
        segreteria.post(&one, &[]).await.leads_to(&format!("{page}&esito=chiesto"));
        assert_eq!(house.letters().await.len(), 1);
        told(house, &four.who().username).await;
        house.clock.set(house.clock.now().plus_days(7));
        let segreteria = segreteria.elsewhere().await;
        segreteria.post(&one, &[]).await.leads_to(&format!("{page}&esito=completo"));
        let nobody = format!("{PAGE}/persone/0192f0c1-2345-7abc-8def-0123456789ab");
        segreteria.post(&nobody, &[]).await.is(404);
    });
}

#[test]
fn of_two_who_ask_at_once_one_letter_leaves() {
    on_each_engine(async |house| {
        house.edition(terms()).await;
        let anna = house.member_of("Agliè").await;
        let one = format!("{PAGE}/persone/{}", anna.who().id);
        let segreteria = house.secretary().await;
        let other = segreteria.elsewhere().await;
        let (first, second) = rocket::tokio::join!(segreteria.post(&one, &[]), other.post(&one, &[]));
        let mut outcomes = [first.location.unwrap(), second.location.unwrap()];
        outcomes.sort();
        assert_eq!(outcomes, [format!("{PAGE}?esito=chiesto"), format!("{PAGE}?esito=recente")]);
        assert_eq!(house.letters().await.len(), 1);
    });
}

#[test]
fn all_of_a_filter_are_asked_after_a_question() {
    on_each_engine(async |house| {
        house.edition(terms()).await;
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Agliè").await);
        let away = house.member_of("Livo (CO)").await;
        let segreteria = house.secretary().await;
        segreteria.post(&format!("{PAGE}/persone/{}", anna.who().id), &[]).await.is(303);
        assert_eq!(house.letters().await.len(), 1);
        let all = format!("{PAGE}/lettere?regione=Piemonte");
        segreteria.get(&all).await.is(200).shows("Scrivere a una persona?").shows("Un’altra persona ha ricevuto la richiesta");
        assert_eq!(house.letters().await.len(), 0);
        segreteria.post(&all, &[]).await.leads_to(&format!("{PAGE}?regione=Piemonte&esito=spediti&spediti=1"));
        let letters = house.letters().await;
        assert_eq!(
            letters.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(),
            [format!("{}@comune.example", bruno.who().username)]
        );
        segreteria.get(&all).await.is(200).shows("Nessuno a cui scrivere oggi");
        segreteria.get(&format!("{PAGE}?lettera=mai")).await.is(200).shows(&away.who().name).hides(&anna.who().name);
    });
}

#[test]
fn what_is_told_on_the_telephone_is_noted_and_written_back() {
    on_each_engine(async |house| {
        house.edition(terms()).await;
        let bare = house.settle("bare", "", &[(RoleName::Member, Some("Agliè"))]).await;
        let segreteria = house.secretary().await;
        let form = format!("/segreteria/persone/{}/dati-richiesti", bare.id);
        let page = segreteria.get(&form).await.is(200).shows("la relazione conta donne e uomini");
        page.shows("name=\"qualifica\"");
        segreteria.post(&form, &[]).await.is(422).shows("Scegliete una risposta.");
        segreteria.post(&form, &[("d[gender]", "altro")]).await.is(422);
        segreteria.post(&form, &[("d[gender]", "donna")]).await.leads_to(&format!("{PAGE}?esito=annotati"));
        let letters = house.letters().await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.contains("Genere") && letters[0].text.contains("donna"), "{}", letters[0].text);
        // The qualifica lacks as before.
        segreteria.get(PAGE).await.is(200).shows(&bare.name);
        segreteria.post(&form, &[("qualifica", "Messa comunale")]).await.is(303);
        assert_eq!(house.letters().await.len(), 1);
        segreteria.get(PAGE).await.is(200).shows("A nessuno manca nulla");
        let trail = house.administrator().await.get("/gestione/registro?tipo=facts-noted").await.is(200);
        trail.shows("gender").shows("qualifica").shows(&bare.name);
    });
}

#[test]
fn where_nothing_is_asked_there_is_nobody_to_write_to() {
    on_each_engine(async |house| {
        let (anna, segreteria) = (house.member_of("Agliè").await, house.secretary().await);
        segreteria.get(PAGE).await.is(200).shows("non chiede dati ai partecipanti");
        segreteria.post(&format!("{PAGE}/persone/{}", anna.who().id), &[]).await.is(404);
        segreteria.get(&format!("/segreteria/persone/{}/dati-richiesti", anna.who().id)).await.is(404);
    });
}

#[test]
fn one_who_lacks_and_three_take_the_same_statements() {
    on_each_engine(async |house| {
        house.edition(terms()).await;
        let segreteria = house.secretary().await;
        house.member_of("Agliè").await;
        assert_eq!(house.counting(segreteria.get(PAGE)).await.1, STATEMENTS);
        house.member_of("Bairo").await;
        house.four_comuni_secretary().await;
        assert_eq!(house.counting(segreteria.get(PAGE)).await.1, STATEMENTS);
    });
}

/// Who asks, the edition, the rows, the regions.
const STATEMENTS: u64 = 4;

#[test]
fn the_front_page_says_who_waits_and_who_lacks() {
    on_each_engine(async |house| {
        house.letters_left();
        house.edition(terms()).await;
        let segreteria = house.secretary().await;
        segreteria
            .get("/segreteria")
            .await
            .is(200)
            .hides("rendicontazione\">A ")
            .hides("richieste di accesso")
            .hides("richiesta di accesso");
        let anna = house.member_of("Agliè").await;
        let ask = |ente| async move { format!("/registrazione/{}", house.ente(ente).await) };
        let form = [("qualifica", "Istruttrice"), ("d[gender]", "donna")];
        anna.post(&ask("Bairo").await, &form).await.leads_to("/area/incarichi?esito=attesa");
        let page = segreteria.get("/segreteria").await.is(200).shows("Una richiesta di accesso aspetta una risposta dal 02/03/2026");
        page.shows("href=\"/segreteria/richieste\"").shows("A una persona manca un dato per la rendicontazione");
        house.clock.set(house.clock.now().plus_days(1));
        let segreteria = segreteria.elsewhere().await;
        anna.elsewhere().await.post(&ask("Ozegna").await, &form).await.is(303);
        segreteria.get("/segreteria").await.is(200).shows("2 richieste di accesso aspettano una risposta, la più vecchia dal 02/03/2026");
    });
}
