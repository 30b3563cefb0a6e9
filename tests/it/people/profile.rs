//! The person's own page.

use affianca::access::RoleName;
use affianca::platform::db::q;

use crate::house::on_each_engine;

#[test]
fn a_person_reads_what_is_known_of_them_and_of_nobody_else() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.member_of("Agliè").await, house.coordinator_of("Agliè").await);
        let page = anna.get("/area/profilo").await.is(200);
        let page = page.shows(&anna.who().name).shows("partecipante@comune.example").shows("Comune di Agliè (TO)");
        let page = page.shows("Istruttrice amministrativa").shows("02/03/2026").shows("senza scadenza").shows("in uso");
        page.hides(&bruno.who().name).hides("Responsabile dei servizi demografici");
    });
}

#[test]
fn appointments_say_whether_they_are_in_use_over_or_to_come() {
    on_each_engine(async |house| {
        let carla = house.four_comuni_secretary().await;
        let mut tx = house.db.begin().await.unwrap();
        for (comune, column, day) in [("Bairo", "ends_on", "2026-03-01"), ("Ozegna", "starts_on", "2026-03-03")] {
            let ente = house.ente(comune).await;
            let sql = if column == "ends_on" {
                "update appointment set ends_on = $2 where ente_id = $1"
            } else {
                "update appointment set starts_on = $2 where ente_id = $1"
            };
            q(sql).bind(&ente).bind(day).run(&mut tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        let page = carla.get("/area/profilo").await.is(200).shows("concluso").shows("non ancora iniziato");
        // Only Torre Canavese can be switched to: one button here, one in the header.
        assert_eq!(page.body.matches("name=\"incarico\"").count(), 2);
    });
}

#[test]
fn whoever_has_no_appointment_is_told_so() {
    on_each_engine(async |house| {
        let person = house.person("sola").await;
        person.get("/area/profilo").await.is(200).shows("Non avete incarichi");
    });
}

#[test]
fn one_appointment_or_four_take_the_same_statements() {
    on_each_engine(async |house| {
        let (anna, carla) = (house.member_of("Agliè").await, house.four_comuni_secretary().await);
        for person in [&anna, &carla] {
            let (page, statements) = house.counting(person.get("/area/profilo")).await;
            page.is(200);
            assert_eq!(statements, 6);
        }
    });
}

#[test]
fn roles_of_the_programme_have_no_ente() {
    on_each_engine(async |house| {
        let page = house.secretary().await.get("/area/profilo").await.is(200);
        page.shows("Per l’intero programma").shows("segreteria organizzativa").hides("Stai operando per");
        assert!(!RoleName::Secretariat.is_of_an_ente());
    });
}
