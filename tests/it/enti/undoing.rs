//! Successions recorded by mistake: undone as if they had never been, or refused with the reason and nothing touched.

use affianca::platform::db::q;

use super::successions::{OWN, closed, count, import, long_since, record};
use crate::house::{Answer, Browser, House, on_each_engine};

/// Asks to undo what was recorded of an ente.
async fn undo(house: &House, segreteria: &Browser<'_>, ente: &str, reason: &str) -> Answer {
    let address = format!("/segreteria/enti/{}/successione/annullamento", house.ente(ente).await);
    segreteria.post(&address, &[("motivo", reason)]).await
}

/// Everything that a succession touches, as rows of text.
async fn standing(house: &House) -> Vec<String> {
    let mut conn = house.db.reader().await.unwrap();
    let mut all = Vec::new();
    for sql in [
        "select appointment_id || ' ' || coalesce(ente_id, '-') || ' ' || starts_on || ' ' || coalesce(ends_on, '-') from appointment order by 1",
        "select name || ' ' || ended_on from ente where ended_on is not null order by 1",
        "select ente_id || ' ' || ancestor_id from ente_line order by 1",
        "select association_id || ' ' || comune_id || ' ' || coalesce(starts_on, '-') from ente_member order by 1",
        "select association_id || ' ' || comune_id || ' ' || ended_on from ente_member_past order by 1",
        "select from_id || ' ' || coalesce(to_id, '-') from succession order by 1",
    ] {
        let rows: Vec<(String,)> = q(sql).all(&mut conn).await.unwrap();
        all.push(format!("- {}", rows.len()));
        all.extend(rows.into_iter().map(|(row,)| row));
    }
    all
}

#[test]
fn an_undone_succession_leaves_everything_as_it_stood() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.member_of("Bairo").await);
        long_since(house).await;
        let of_aglie = closed(house, &anna, "Agliè").await;
        let enti = "tipo;nome;provincia;comuni;dal\nunione;Unione Prova;TO;Agliè, Ozegna;01/01/2020\n";
        import(&segreteria, "enti", enti).await.is(303);
        import(&segreteria, "people", "nome;e-mail;ente;dal\nDopo;d@c.example;Agliè;01/02/2026\n").await.is(303);
        let before = standing(house).await;

        record(house, &segreteria, "Agliè", "Bairo (TO)", &[]).await.is(303);
        assert_ne!(standing(house).await, before);
        bruno.get(&format!("{OWN}/{of_aglie}/rapporto/1")).await.is(200);
        let old = format!("/segreteria/enti/{}", house.ente("Agliè").await);
        segreteria.get(&old).await.is(200).shows("/successione/annullamento");
        let page = segreteria.get(&format!("{old}/successione/annullamento")).await.is(200);
        page.shows("fusione, dal 1º gennaio 2026: gli succede Bairo (TO) (l.r. 30/2025)");

        undo(house, &segreteria, "Agliè", "  ").await.is(422).shows("Scrivete il motivo.");
        undo(house, &segreteria, "Agliè", &"x".repeat(501)).await.is(422).shows("troppo lungo");
        undo(house, &segreteria, "Agliè", "era un altro ente").await.leads_to(&format!("{old}?esito=annullata"));
        assert_eq!(standing(house).await, before);
        segreteria.get(&format!("{old}?esito=annullata")).await.is(200).shows("La successione è annullata").hides("non c’è più dal");
        bruno.get(&format!("{OWN}/{of_aglie}/rapporto/1")).await.is(404);
        anna.elsewhere().await.get(&format!("{OWN}/{of_aglie}/rapporto/1")).await.is(200);
        let told =
            "select count(*) from deed where kind = 'succession-undone' and detail like '%: era un altro ente' and done_by is not null";
        assert_eq!(count(house, told).await, 1);
        // There is nothing left to undo, and the right one can be recorded.
        undo(house, &segreteria, "Agliè", "ancora").await.is(404);
        segreteria.get(&format!("{old}/successione/annullamento")).await.is(404);
        record(house, &segreteria, "Agliè", "Bairo (TO)", &[]).await.is(303);
    });
}

#[test]
fn what_has_happened_since_keeps_a_succession_and_the_reason_is_told() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let anna = house.coordinator_of("Agliè").await;
        long_since(house).await;
        record(house, &segreteria, "Agliè", "Bairo (TO)", &[]).await.is(303);
        let name = anna.who().name.clone();

        // Somebody changed the appointment that goes on.
        let set = async |to: &'static str| {
            let mut tx = house.db.begin().await.unwrap();
            q(to).run(&mut tx).await.unwrap();
            tx.commit().await.unwrap();
        };
        set("update appointment set ends_on = '2026-12-31' where starts_on = '2026-01-01'").await;
        let stood = standing(house).await;
        undo(house, &segreteria, "Agliè", "sbaglio").await.is(409).shows("l’incarico di").shows(&name).shows("value=\"sbaglio\"");
        assert_eq!(standing(house).await, stood);
        set("update appointment set ends_on = null where starts_on = '2026-01-01'").await;

        // Its holder opened a rilevazione of the successor.
        anna.switch_to("Bairo").await.is(303);
        anna.post(OWN, &[]).await.is(303);
        let stood = standing(house).await;
        undo(house, &segreteria, "Agliè", "sbaglio").await.is(409).shows("ha già lavorato a una rilevazione");
        assert_eq!(standing(house).await, stood);
    });
}

#[test]
fn successions_are_undone_from_the_last_and_the_parts_of_a_split_together() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        house.coordinator_of("Agliè").await;
        long_since(house).await;
        let before = standing(house).await;
        // An older link entered later: the later entry is the first to go.
        record(house, &segreteria, "Bairo", "Ozegna", &[("giorno", "2026-02-01"), ("tipo", "incorporation")]).await.is(303);
        record(house, &segreteria, "Agliè", "Bairo", &[("giorno", "2026-01-15")]).await.is(303);
        undo(house, &segreteria, "Bairo", "sbaglio").await.is(409).shows("dopo ne è stata registrata un’altra, di Agliè (TO)");
        undo(house, &segreteria, "Agliè", "sbaglio").await.is(303);
        undo(house, &segreteria, "Bairo", "sbaglio").await.is(303);
        assert_eq!(standing(house).await, before);

        let file = "tipo;da;a;giorno\nscissione;Agliè (TO);Bairo (TO);1/1/2026\nscissione;Agliè (TO);Ozegna;1/1/2026\n";
        import(&segreteria, "successions", file).await.is(303);
        undo(house, &segreteria, "Agliè", "sbaglio").await.is(303);
        assert_eq!(standing(house).await, before);
    });
}

#[test]
fn an_announcement_is_withdrawn_and_never_takes_effect() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let before = standing(house).await;
        record(house, &segreteria, "Agliè", "", &[("tipo", "dissolution"), ("giorno", "2026-05-01")]).await.is(303);
        let old = format!("/segreteria/enti/{}", house.ente("Agliè").await);
        segreteria.get(&old).await.is(200).shows("annunciato: scioglimento, dal 1º maggio 2026");
        segreteria.get(&format!("{old}/successione/annullamento")).await.is(200).shows("si ritira l’annuncio");
        undo(house, &segreteria, "Agliè", "rinviata").await.is(303);
        house.clock.set(house.clock.now().plus_days(90));
        house.tick().await;
        assert_eq!(standing(house).await, before);
    });
}

#[test]
fn what_took_effect_before_it_was_kept_is_told_and_stays() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        record(house, &segreteria, "Agliè", "Bairo", &[]).await.is(303);
        let mut tx = house.db.begin().await.unwrap();
        q("update succession set changed = null, effect = 0").run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        undo(house, &segreteria, "Agliè", "sbaglio").await.is(409).shows("prima che si conservasse che cosa cambiava");
        assert_eq!(count(house, "select count(*) from succession").await, 1);
    });
}

#[test]
fn of_two_who_undo_at_once_one_does() {
    on_each_engine(async |house| {
        let (giulia, piero) = (house.secretary().await, house.secretary().await);
        record(house, &giulia, "Agliè", "Bairo", &[]).await.is(303);
        let (one, two) = tokio::join!(undo(house, &giulia, "Agliè", "sbaglio"), undo(house, &piero, "Agliè", "sbaglio"));
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 404]);
        assert_eq!(count(house, "select count(*) from deed where kind = 'succession-undone'").await, 1);
    });
}
