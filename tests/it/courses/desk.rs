//! What the segreteria sees: figures, and a row per person and course.

use super::*;
use crate::house::on_each_engine_with;

const DESK: &str = "/segreteria/corsi";

#[test]
fn the_desk_counts_who_is_on_a_course_and_who_completed_it() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let desk = house.secretary().await;
        desk.get(DESK).await.is(200).shows("Nessuno si è ancora iscritto.");
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.member_of("Bairo").await);
        complete(&anna).await;
        enrol(&bruno).await;
        desk.get(DESK).await.is(200).shows("50 %").hides("Nessuno si è ancora iscritto.");
        let csv = desk.get("/segreteria/corsi.csv").await.is(200);
        let lines: Vec<&str> = csv.body.lines().collect();
        assert_eq!(lines.len(), 3, "{}", csv.body);
        assert!(lines[0].contains("Corso;Tema;Versione;Nome;Ente"), "{}", lines[0]);
        assert!(csv.body.contains("Prova;Servizi demografici;1;") && csv.body.contains(";2026-03-02;2;2;1;2026-03-02"), "{}", csv.body);
        assert!(csv.body.contains("Agliè") && csv.body.contains("Bairo"));
        let sheet = desk.get("/segreteria/corsi.xlsx").await.is(200);
        assert_eq!(&sheet.bytes[..2], b"PK");
        anna.get(DESK).await.is(404);
        anna.get("/segreteria/corsi.csv").await.is(404);
    });
}

#[test]
fn the_table_asks_as_much_for_three_people_as_for_one() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let desk = house.secretary().await;
        enrol(&house.member_of("Agliè").await).await;
        let (_, one) = house.counting(desk.get(DESK)).await;
        for ente in ["Agliè", "Bairo"] {
            complete(&house.member_of(ente).await).await;
        }
        let (_, three) = house.counting(desk.get(DESK)).await;
        assert_eq!(one, three);
    });
}
