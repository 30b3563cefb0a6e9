//! The list of the docente: one tap each, nothing lost.

use affianca::access::RoleName;
use affianca::domain::ids::Id;
use affianca::seminars;

use super::{at, class};
use crate::house::on_each_engine;

#[test]
fn a_later_tap_takes_the_place_of_the_former_and_undoing_leaves_nothing() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, name) = class.seated("anna").await;
        let list = class.path("");
        class.docente.get(&list).await.is(200).shows(&name).shows("0 presenti su 1").hides("Segnato da");
        let back = format!("{list}#p-{anna}");
        class.tap(&class.docente, &anna, &class.morning, &[("esito", "presente")]).await.leads_to(&back);
        // The same tap again is no second one.
        class.tap(&class.docente, &anna, &class.morning, &[("esito", "presente")]).await.is(303);
        let who = format!("Segnato da {}, oggi alle 9.00.", class.docente.who().name);
        class.docente.get(&list).await.shows("1 presente su 1").shows(&who).shows("aria-pressed=\"true\"");
        class.tap(&class.docente, &anna, &class.morning, &[("esito", "minuti"), ("ritardo", "15"), ("anticipo", "5")]).await.is(303);
        class.docente.get(&list).await.shows("presente, 15 minuti di ritardo, 5 minuti prima della fine");
        class.tap(&class.docente, &anna, &class.morning, &[("esito", "assente"), ("ritardo", "15")]).await.is(303);
        class.tap(&class.docente, &anna, &class.morning, &[("esito", "annulla")]).await.is(303);
        class.docente.get(&list).await.shows("0 presenti su 1").hides("Segnato da");
        let said = class.marks(&anna, &class.morning).await;
        let said: Vec<_> = said.iter().map(|(source, state, late, early)| (source.as_str(), state.as_str(), *late, *early)).collect();
        assert_eq!(said, [("tick", "present", 0, 0), ("tick", "present", 15, 5), ("tick", "absent", 0, 0), ("tick", "cleared", 0, 0)]);
        assert_eq!(class.marks(&anna, &class.afternoon).await, []);
    });
}

#[test]
fn minutes_that_are_none_come_back_as_they_were_typed() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, _) = class.seated("anna").await;
        for (field, typed, says) in [
            ("ritardo", "dieci", "Scrivete i minuti di ritardo in cifre"),
            ("anticipo", "-5", "Scrivete i minuti di anticipo in cifre"),
            ("ritardo", "240", "I minuti persi sono quanti la sessione"),
        ] {
            let answer = class.tap(&class.docente, &anna, &class.morning, &[("esito", "minuti"), (field, typed)]).await.is(422).shows(says);
            assert_eq!(answer.field(field).as_deref(), Some(typed), "{field}");
        }
        assert_eq!(class.marks(&anna, &class.morning).await, []);
        class.tap(&class.docente, &anna, &class.morning, &[("esito", "minuti"), ("ritardo", "239")]).await.is(303);
    });
}

#[test]
fn two_who_tick_at_once_lose_nothing() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, _) = class.seated("anna").await;
        let (ivo, _) = class.seated("ivo").await;
        let desk = house.secretary().await;
        let elsewhere = class.docente.elsewhere().await;
        let (one, two, three, four) = tokio::join!(
            class.tap(&class.docente, &anna, &class.morning, &[("esito", "presente")]),
            class.tap(&desk, &anna, &class.morning, &[("esito", "assente")]),
            class.tap(&elsewhere, &ivo, &class.morning, &[("esito", "presente")]),
            class.tap(&desk, &anna, &class.afternoon, &[("esito", "presente")]),
        );
        for answer in [one, two, three, four] {
            answer.is(303);
        }
        // Of one cell the last stands, and the page says whose it is; both are kept. The other cells are as each left them.
        let marks = class.marks(&anna, &class.morning).await;
        assert_eq!(marks.len(), 2, "{marks:?}");
        let last = if marks[1].1 == "present" { &class.docente.who().name } else { &desk.who().name };
        class.docente.get(&class.path("")).await.shows(&format!("Segnato da {last}"));
        assert_eq!((class.marks(&ivo, &class.morning).await.len(), class.marks(&anna, &class.afternoon).await.len()), (1, 1));
    });
}

#[test]
fn a_register_is_kept_by_its_own_docenti_and_the_segreteria_alone() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, _) = class.seated("anna").await;
        let (neighbour, member, desk) = (house.trainer().await, house.member_of("Agliè").await, house.secretary().await);
        for stranger in [&neighbour, &member] {
            for page in ["", "/arrivi", "/codice", "/registro.pdf", "/firme", "/collegamenti"] {
                stranger.get(&class.path(page)).await.is(404);
            }
            class.tap(stranger, &anna, &class.morning, &[("esito", "presente")]).await.is(404);
            stranger.post(&class.path("/chiusura"), &[]).await.is(404);
        }
        neighbour.get("/area/docenza").await.is(200).hides("Organizzarsi in piccolo");
        member.get("/area/docenza").await.is(404);
        class.docente.get("/area/docenza").await.is(200).shows("Organizzarsi in piccolo");
        desk.get(&class.path("")).await.is(200);
        assert_eq!(class.marks(&anna, &class.morning).await, []);
        // Who has no seat, and a session of another day, are not there either.
        let stranger = house.settle("estranea", "", &[]).await.id;
        class.tap(&class.docente, &stranger, &class.morning, &[("esito", "presente")]).await.is(404);
        let other = super::class(house).await;
        class.tap(&class.docente, &anna, &other.morning, &[("esito", "presente")]).await.is(404);
        // A draft has no register.
        let scene = (house.desk().await, house.today_draft(30, &class.docente.who().id));
        let seminar = seminars::one(&scene.0, &class.day).await.unwrap().seminar;
        let draft = seminars::add_day(&scene.0, &seminar, &scene.1).await.unwrap();
        class.docente.get(&format!("/area/docenza/{draft}")).await.is(404);
    });
}

#[test]
fn whoever_comes_without_a_seat_is_enrolled_on_the_spot_also_beyond_the_seats() {
    on_each_engine(async |house| {
        let class = super::class_of(house, |draft| draft.seats = 1).await;
        class.seated("prima").await;
        let nora = house.settle("arrivata", "Vigile", &[(RoleName::Member, Some("Agliè"))]).await;
        let word = nora.name.split(' ').next_back().unwrap().to_owned();
        let arrivals = class.path("/arrivi");
        class.docente.get(&format!("{arrivals}?cerca=ag")).await.is(200).hides("Iscrivi ora");
        class.docente.get(&format!("{arrivals}?cerca={word}%20aglie")).await.is(200).shows(&nora.name).shows("Comune di Agliè (TO)");
        let ente = house.ente("Agliè").await.to_string();
        let form = [("persona", nora.id.as_str()), ("ente", ente.as_str())];
        class.docente.post(&arrivals, &form).await.leads_to(&format!("{}?esito=iscritto#p-{}", class.path(""), nora.id));
        let page = class.docente.get(&class.path("")).await.is(200);
        page.shows(&nora.name).shows("Iscritto sul posto").shows("Sono 2 per 1 posti");
        // Twice is not possible, nor before the day.
        class.docente.post(&arrivals, &form).await.leads_to(&format!("{arrivals}?esito=non-possibile"));
        let later = super::class_of(house, |draft| {
            for session in &mut draft.sessions {
                session.starts_at = session.starts_at.plus_days(1);
                session.ends_at = session.ends_at.plus_days(1);
            }
        })
        .await;
        let arrivals = later.path("/arrivi");
        later.docente.post(&arrivals, &form).await.leads_to(&format!("{arrivals}?esito=non-oggi"));
    });
}

#[test]
fn a_long_list_costs_as_many_queries_as_a_short_one() {
    on_each_engine(async |house| {
        let class = class(house).await;
        house.clock.set(at(9, 1));
        for (n, username) in ["anna", "ivo", "lia"].into_iter().enumerate() {
            class.seated(username).await;
            if n == 1 {
                continue;
            }
            for (page, statements) in [("", 8), ("/firme", 9), ("/codice", 9)] {
                let (answer, asked) = house.counting(class.docente.get(&class.path(page))).await;
                answer.is(200);
                assert_eq!(asked, statements, "{page} with {} people", n + 1);
            }
        }
    });
}
