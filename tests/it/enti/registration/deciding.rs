//! Yes or no: by the referente of the ente, by the segreteria, and by nobody else.

use affianca::access::RoleName;
use affianca::platform::db::q;

use super::on_each_engine;
use super::{arrive, count, requests_on};
use crate::house::{Browser, House};

async fn waiting_at(referente: &Browser<'_>) -> String {
    let page = referente.get("/area/persone").await.is(200);
    let id = requests_on(&page, "/area/persone/richieste/").into_iter().next().unwrap();
    format!("/area/persone/richieste/{id}")
}

const OUTCOMES: &str = "select count(*) from registration where outcome = 'approved'";
const AT_AGLIE: &str = "\
    select count(*) from appointment a join ente e on e.ente_id = a.ente_id join person p on p.person_id = a.person_id \
    where e.name = 'Agliè' and p.email = 'anna@example.org'";

#[test]
fn the_referente_approves_and_the_person_is_in_at_once() {
    on_each_engine(async |house| {
        let referente = house.coordinator_of("Agliè").await;
        let anna = arrive(house, "Agliè", "anna@example.org").await;
        let request = waiting_at(&referente).await;
        referente.post(&request, &[("azione", "approva")]).await.leads_to("/area/persone?esito=approvata");
        // Without signing in again.
        anna.get("/area").await.is(200).shows("Stai operando per").shows("Comune di Agliè (TO)");
        anna.get("/area/incarichi").await.is(200).shows("approvata");
        assert_eq!(house.kinds_to("anna@example.org").await.last().unwrap(), "registration-approved");
        referente.get("/area/persone").await.is(200).shows("Anna Bruno").shows("Nessuno aspetta una risposta.");
        assert_eq!(count(house, "select count(*) from deed where kind = 'registration-approved' and done_by is not null").await, 1);
    });
}

#[test]
fn a_refusal_has_a_reason_which_the_person_reads() {
    on_each_engine(async |house| {
        let referente = house.coordinator_of("Agliè").await;
        let anna = arrive(house, "Agliè", "anna@example.org").await;
        let request = waiting_at(&referente).await;
        let name = request.replace("/area/persone/richieste/", "motivo-");
        referente.post(&request, &[("azione", "rifiuta"), (&name, "  ")]).await.is(422).shows("Scrivete il motivo");
        let long = "a".repeat(501);
        let back = referente.post(&request, &[("azione", "rifiuta"), (&name, &long)]).await.is(422);
        back.shows("al massimo 500 caratteri").shows(&long);
        let reason = "Non lavora da noi <b>";
        referente.post(&request, &[("azione", "rifiuta"), (&name, reason)]).await.leads_to("/area/persone?esito=rifiutata");
        anna.get("/area/incarichi").await.is(200).shows("non approvata").shows("Non lavora da noi &lt;b&gt;");
        assert_eq!(house.kinds_to("anna@example.org").await.last().unwrap(), "registration-refused");
        assert_eq!(count(house, AT_AGLIE).await, 0);
        // They may ask again.
        let again = format!("/registrazione/{}", house.ente("Agliè").await);
        anna.post(&again, &[]).await.leads_to("/area/incarichi?esito=attesa");
    });
}

#[test]
fn of_two_who_approve_at_once_one_does() {
    on_each_engine(async |house| {
        let (referente, segreteria) = (house.coordinator_of("Agliè").await, house.secretary().await);
        arrive(house, "Agliè", "anna@example.org").await;
        let request = waiting_at(&referente).await;
        let same = request.replace("/area/persone/richieste/", "/segreteria/richieste/");
        let yes = [("azione", "approva")];
        let (first, second) = rocket::tokio::join!(referente.post(&request, &yes), segreteria.post(&same, &yes));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        assert_eq!((count(house, OUTCOMES).await, count(house, AT_AGLIE).await), (1, 1));
        referente.post(&request, &yes).await.is(409).shows("era già stata approvata");
    });
}

#[test]
fn the_neighbour_sees_no_request_and_decides_none() {
    on_each_engine(async |house| {
        let (referente, neighbour) = (house.coordinator_of("Agliè").await, house.coordinator_of("Bairo").await);
        let (member, anna) = (house.member_of("Agliè").await, arrive(house, "Agliè", "anna@example.org").await);
        let request = waiting_at(&referente).await;
        neighbour.get("/area/persone").await.is(200).hides("Anna Bruno");
        for nobody in [&neighbour, &member, &anna] {
            for azione in ["approva", "rifiuta"] {
                nobody.post(&request, &[("azione", azione), (&request.replace("/area/persone/richieste/", "motivo-"), "no")]).await.is(404);
            }
        }
        assert_eq!(count(house, OUTCOMES).await, 0);
        referente.post(&request, &[("azione", "approva")]).await.is(303);
    });
}

#[test]
fn a_tab_left_open_for_another_ente_decides_nothing() {
    on_each_engine(async |house| {
        let segretario = house.four_comuni_secretary().await;
        arrive(house, "Agliè", "anna@example.org").await;
        let (request, aglie) = (waiting_at(&segretario).await, house.ente("Agliè").await.to_string());
        segretario.switch_to("Bairo").await.is(303);
        let answer = segretario.post(&request, &[("ente", &aglie), ("azione", "approva")]).await.is(409);
        answer.shows("Questa pagina era di un altro ente");
        let invited = segretario.post("/area/persone/inviti", &[("ente", &aglie), ("indirizzi", "x@comune.example")]).await;
        invited.is(409).shows("x@comune.example");
        assert_eq!(house.letters_to("x@comune.example").await, []);
    });
}

async fn set(house: &House, statement: affianca::platform::db::Query) {
    let mut tx = house.db.begin().await.unwrap();
    statement.run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn nobody_is_added_to_an_ente_that_is_no_more_nor_a_person_who_was_shut_out() {
    on_each_engine(async |house| {
        let referente = house.coordinator_of("Agliè").await;
        arrive(house, "Agliè", "anna@example.org").await;
        let (request, yes) = (waiting_at(&referente).await, [("azione", "approva")]);
        let disable = q("update person set disabled_at = $1 where email = 'anna@example.org'");
        set(house, disable.bind(house.clock.now())).await;
        referente.post(&request, &yes).await.is(409).shows("è stato chiuso da chi gestisce il servizio");
        set(house, q("update person set disabled_at = null where email = 'anna@example.org'")).await;
        let ente = house.ente("Agliè").await;
        let end = q("update ente set ended_on = $2 where ente_id = $1").bind(&ente);
        set(house, end.bind(house.clock.now().day())).await;
        referente.post(&request, &yes).await.is(409).shows("non c’è più o si è ritirato");
        // Nor may anybody register for it, or be invited.
        house.visitor().get(&format!("/registrazione/{ente}")).await.is(404);
        referente.post("/area/persone/inviti", &[("indirizzi", "x@comune.example")]).await.is(404);
        assert_eq!(count(house, AT_AGLIE).await, 0);
    });
}

#[test]
fn whoever_asked_takes_it_back_and_nobody_else_does() {
    on_each_engine(async |house| {
        let (referente, other) = (house.coordinator_of("Agliè").await, house.person("altra").await);
        let anna = arrive(house, "Agliè", "anna@example.org").await;
        let withdrawal = waiting_at(&referente).await.replace("/area/persone/richieste/", "/area/incarichi/") + "/ritiro";
        for nobody in [&referente, &other] {
            nobody.post(&withdrawal, &[]).await.is(404);
        }
        anna.post(&withdrawal, &[]).await.leads_to("/area/incarichi?esito=ritirata");
        anna.post(&withdrawal, &[]).await.is(404);
        referente.get("/area/persone").await.is(200).hides("Anna Bruno");
    });
}

#[test]
fn the_segreteria_sees_all_that_wait_the_oldest_first_and_may_make_a_referente() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        segreteria.get("/segreteria/richieste").await.is(200).shows("Nessuno aspetta una risposta.");
        house.coordinator_of("Bairo").await;
        let mut counts = Vec::new();
        for (n, (ente, email)) in
            [("Bairo", "b@example.org"), ("Agliè", "anna@example.org"), ("Ozegna", "c@example.org")].iter().enumerate()
        {
            arrive(house, ente, email).await;
            house.clock.set(house.clock.now().plus_minutes(1));
            if n != 1 {
                counts.push(house.counting(segreteria.get("/segreteria/richieste")).await.1);
            }
        }
        assert_eq!(counts, [3, 3]);
        let page = segreteria.get("/segreteria/richieste").await.is(200).shows("3 richieste in attesa");
        let at = ["b@example.org", "anna@example.org", "c@example.org"].map(|email| page.body.find(email).unwrap());
        assert!(at.is_sorted(), "{at:?}");
        let page = segreteria.get("/segreteria/richieste?senza=referente&cerca=agli").await.is(200);
        let page = page.shows("Una richiesta in attesa").shows("anna@example.org").hides("b@example.org").shows("non ha un referente");
        let id = requests_on(&page, "/segreteria/richieste/").pop().unwrap();
        segreteria.post(&format!("/segreteria/richieste/{id}"), &[("azione", "referente")]).await.is(303);
        let roles = "select count(*) from appointment a join person p on p.person_id = a.person_id \
                     where p.email = 'anna@example.org' and a.role = 'coordinator'";
        assert_eq!(count(house, roles).await, 1);
        let reason = [("azione", "rifiuta")];
        let other = segreteria.get("/segreteria/richieste?cerca=bairo").await.is(200).shows("può approvarla anche il referente");
        let id = requests_on(&other, "/segreteria/richieste/").pop().unwrap();
        segreteria.post(&format!("/segreteria/richieste/{id}"), &reason).await.is(422).shows("Scrivete il motivo");
    });
}

#[test]
fn an_appointment_ends_on_a_day_and_never_the_last_referentes() {
    on_each_engine(async |house| {
        let referente = house.coordinator_of("Agliè").await;
        let luca = house.member_of("Agliè").await;
        let neighbour = house.coordinator_of("Bairo").await;
        let of = async |who: &Browser<'_>, ente: &str| {
            let ente = house.ente(ente).await;
            affianca::people::appointment_of(&house.housekeeper(), &who.who().id, &ente).await.unwrap().to_string()
        };
        let (own, lucas) = (of(&referente, "Agliè").await, of(&luca, "Agliè").await);
        let end = async |who: &Browser<'_>, id: &str, day: &str| {
            who.post(&format!("/area/persone/incarichi/{id}/fine"), &[(format!("fine-{id}").as_str(), day)]).await
        };
        end(&neighbour, &lucas, "2026-03-10").await.is(404);
        end(&luca, &lucas, "2026-03-10").await.is(404);
        end(&referente, &own, "2026-03-10").await.is(422).shows("È l’unico referente dell’ente");
        end(&referente, &lucas, "2026-03-01").await.is(422).shows("Scegliete oggi o un giorno futuro");
        // A second referente, then the first may go.
        referente.post(&format!("/area/persone/incarichi/{lucas}/referente"), &[]).await.leads_to("/area/persone?esito=referente");
        luca.get("/area/persone").await.is(200);
        end(&referente, &own, "2026-03-10").await.leads_to("/area/persone?esito=conclusa");
        end(&luca, &lucas, "2026-03-20").await.is(422).shows("È l’unico referente");
        house.clock.set(house.clock.now().plus_days(9));
        luca.sign_in().await.is(303);
        let page = luca.get("/area/persone").await.is(200).shows("Chi ha operato in passato");
        page.shows(&referente.who().name);
        let who = house.visitor();
        who.post("/entra", &[("utente", &referente.who().username), ("password", super::EVERYBODYS)]).await.is(303);
        who.get("/area/persone").await.is(404);
        assert_eq!(count(house, "select count(*) from deed where kind = 'appointment-ended'").await, 1);
    });
}

#[test]
fn two_referenti_who_leave_at_once_do_not_both_leave() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.coordinator_of("Agliè").await);
        let ente = house.ente("Agliè").await;
        let of = async |who: &Browser<'_>| {
            affianca::people::appointment_of(&house.housekeeper(), &who.who().id, &ente).await.unwrap().to_string()
        };
        let (first, second) = (of(&anna).await, of(&bruno).await);
        let form = |id: &str| vec![(format!("fine-{id}"), "2026-03-10".to_owned())];
        let (form_a, form_b) = (form(&first), form(&second));
        let lend = |form: &'static [(String, String)]| form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect::<Vec<_>>();
        let (form_a, form_b) = (lend(form_a.leak()), lend(form_b.leak()));
        let (here, there) = (format!("/area/persone/incarichi/{first}/fine"), format!("/area/persone/incarichi/{second}/fine"));
        let (one, other) = rocket::tokio::join!(anna.post(&here, &form_a), bruno.post(&there, &form_b));
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422]);
        assert_eq!(count(house, "select count(*) from appointment where role = 'coordinator' and ends_on is null").await, 1);
    });
}

#[test]
fn the_page_of_the_people_takes_as_many_statements_with_three_as_with_one() {
    on_each_engine(async |house| {
        let referente = house.coordinator_of("Agliè").await;
        let mut counts = Vec::new();
        for (n, email) in ["anna@example.org", "b@example.org", "c@example.org"].iter().enumerate() {
            arrive(house, "Agliè", email).await;
            house.settle("collega", "", &[(RoleName::Member, Some("Agliè"))]).await;
            referente.post("/area/persone/inviti", &[("indirizzi", &format!("i{n}@comune.example"))]).await.is(303);
            if n != 1 {
                counts.push(house.counting(referente.get("/area/persone")).await.1);
            }
        }
        assert_eq!(counts, [4, 4]);
    });
}
