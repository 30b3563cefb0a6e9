//! What goes to the funder: one row per person and session, heads and hours; and what does not add up.

use affianca::presence::{self, Discrepancy};

use super::{at, class, pdf};
use crate::house::on_each_engine;

#[test]
fn the_files_have_a_row_for_each_person_and_session_and_the_page_counts_heads_once() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, anna_name) = class.seated("anna").await;
        let (ivo, _) = class.seated("ivo").await;
        let desk = house.secretary().await;
        desk.get("/segreteria/presenze").await.is(200).shows("Organizzarsi in piccolo").shows("0 minuti");
        house.clock.set(at(13, 0));
        desk.get("/segreteria/presenze").await.is(200);
        class.tap(&class.docente, &anna, &class.morning, &[("esito", "minuti"), ("ritardo", "30")]).await.is(303);
        house.clock.set(at(17, 5));
        class.attach(&class.docente, "registro.pdf", &pdf("firme")).await.is(303);
        let form: Vec<(String, &str)> = vec![
            (format!("firma-{}-{anna}", class.morning), "si"),
            (format!("ritardo-{}-{anna}", class.morning), "30"),
            (format!("firma-{}-{anna}", class.afternoon), "si"),
            (format!("firma-{}-{ivo}", class.morning), "no"),
            (format!("firma-{}-{ivo}", class.afternoon), "no"),
        ];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        class.docente.post(&class.path("/firme"), &form).await.is(303);
        class.docente.post(&class.path("/chiusura"), &[]).await.is(303);
        // 3 h 30 in the morning, 3 h in the afternoon; one head, the other was not there.
        desk.get("/segreteria/presenze").await.shows("6 ore e 30 minuti").shows("<dd>1</dd>");
        let csv = desk.get("/segreteria/presenze.csv").await.is(200);
        let rows: Vec<&str> = csv.body.lines().collect();
        assert_eq!(rows.len(), 5, "{}", csv.body);
        let of_anna: Vec<&&str> = rows.iter().filter(|row| row.contains(&anna_name)).collect();
        assert_eq!(of_anna.len(), 2);
        assert!(of_anna[0].starts_with("PROG-1234;2026-03-02;Mattina;9.00;13.00;Organizzarsi in piccolo;"), "{}", of_anna[0]);
        assert!(of_anna[0].ends_with(";Presente;registro firmato;210;240;no"), "{}", of_anna[0]);
        // Nobody had ticked the afternoon: paper and list differ.
        assert!(of_anna[1].ends_with(";Presente;registro firmato;180;180;sì"), "{}", of_anna[1]);
        let xlsx = desk.get("/segreteria/presenze.xlsx").await.is(200);
        assert!(xlsx.bytes.starts_with(b"PK"));
        for stranger in [&class.docente, &house.observer().await] {
            stranger.get("/segreteria/presenze").await.is(404);
            stranger.get("/segreteria/presenze.csv").await.is(404);
        }
        assert_eq!(presence::discrepancies(&house.housekeeper(), &class.edition).await.unwrap(), []);
    });
}

#[test]
fn what_does_not_add_up_is_found() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, _) = class.seated("anna").await;
        class.tap(&class.docente, &anna, &class.morning, &[("esito", "presente")]).await.is(303);
        let look = async || presence::discrepancies(&house.housekeeper(), &class.edition).await.unwrap();
        assert_eq!(look().await, []);
        let run = async |sql: &'static str| {
            let mut tx = house.db.begin().await.unwrap();
            affianca::platform::db::q(sql).bind(&class.day).bind(house.clock.now()).run(&mut tx).await.unwrap();
            tx.commit().await.unwrap();
        };
        house.clock.set(at(17, 1).plus_days(7));
        assert_eq!(look().await, [Discrepancy::NotClosed { day: class.day.clone() }]);
        run("update class_day set held_at = $2 where class_day_id = $1").await;
        let unread = Discrepancy::Unread { day: class.day.clone(), signatures: 2 };
        assert_eq!(look().await, [Discrepancy::NoScan { day: class.day.clone() }, unread]);
        run("update enrolment set standing = 'out', since = $2 where class_day_id = $1").await;
        assert_eq!(
            look().await,
            [Discrepancy::NotSeated { day: class.day.clone(), person: anna }, Discrepancy::NoScan { day: class.day.clone() }]
        );
    });
}
