//! Hours that change onto another giornata: who would be in two places is shown before, and nothing is changed without a word.

use affianca::domain::edition::Terms;

use super::desk::{send, sound, with};
use crate::house::on_each_engine;

#[test]
fn hours_that_put_people_in_two_places_are_changed_only_by_who_has_seen_who_they_are() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let first = house.class_day(&edition, &house.day_draft(30)).await;
        let mut draft = house.day_draft(30);
        for session in &mut draft.sessions {
            session.starts_at = session.starts_at.plus_days(1);
            session.ends_at = session.ends_at.plus_days(1);
        }
        let second = house.class_day(&edition, &draft).await;
        let (anna, bruno) = (house.settle("anna", "", &[]).await, house.settle("bruno", "", &[]).await);
        house.seat(&first, &anna.id, "Agliè").await;
        for one in [&anna, &bruno] {
            house.seat(&second, &one.id, "Agliè").await;
        }
        let segreteria = house.secretary().await;
        let path = format!("/segreteria/giornate/{second}/modifica");
        let visto = segreteria.get(&path).await.is(200).field("visto").unwrap();
        // From Friday to Thursday, where the other one is.
        let form = with(&sound(), "visto", &visto);
        let answer = send(&segreteria, &path, &form).await.is(422);
        answer.shows("una persona dovrebbe essere in due posti").shows(&anna.name).hides(&bruno.name).shows("value=\"2026-03-12\"");
        // Whoever confirms something else than what there is, is asked again.
        let others = with(&with(&form, "accetto", "1"), "sovrapposti", "2");
        send(&segreteria, &path, &others).await.is(422).shows(&anna.name);
        let unsaid = with(&form, "sovrapposti", "1");
        send(&segreteria, &path, &unsaid).await.is(422).shows(&anna.name);
        assert!(house.letters().await.iter().all(|letter| letter.kind != "class-day-changed"));
        let seen = with(&unsaid, "accetto", "1");
        send(&segreteria, &path, &seen).await.leads_to(&format!("/segreteria/giornate/{second}?esito=spostata"));
        // Where nobody clashes nothing is asked.
        let visto = segreteria.get(&path).await.is(200).field("visto").unwrap();
        let back = with(&with(&sound(), "visto", &visto), "giorno", "2026-03-18");
        send(&segreteria, &path, &back).await.leads_to(&format!("/segreteria/giornate/{second}?esito=spostata"));
        house.letters_left();
    });
}
