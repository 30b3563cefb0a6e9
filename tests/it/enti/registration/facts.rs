//! "Manca per la rendicontazione": who has not told what the funder asks.

use super::on_each_engine;
use super::{count, terms};

#[test]
fn what_the_funder_asks_is_missed_until_it_is_told() {
    on_each_engine(async |house| {
        house.edition(terms()).await;
        let (luca, anna) =
            (house.member_of("Agliè").await, house.appointed("muta", "", &[(affianca::access::RoleName::Member, Some("Bairo"))]).await);
        let segreteria = house.secretary().await;
        let missing = segreteria.get("/segreteria/rendicontazione").await.is(200).shows("2 persone.");
        missing.shows(&luca.who().name).shows(&anna.who().name);
        luca.get("/area").await.is(200).shows("Mancano alcuni dati");
        segreteria.get("/area").await.is(200).hides("Mancano alcuni dati");
        luca.get("/area/dati-richiesti").await.is(200).shows("la relazione finale conta donne e uomini").hides("name=\"qualifica\"");
        luca.post("/area/dati-richiesti", &[]).await.is(422).shows("Scegliete una risposta.");
        luca.post("/area/dati-richiesti", &[("d[gender]", "uomo")]).await.leads_to("/area/dati-richiesti?esito=salvati");
        luca.get("/area").await.is(200).hides("Mancano alcuni dati");
        anna.get("/area/dati-richiesti").await.is(200).shows("name=\"qualifica\"");
        anna.post("/area/dati-richiesti", &[("d[gender]", "donna"), ("qualifica", "")]).await.is(422).shows("Scrivete la qualifica");
        anna.post("/area/dati-richiesti", &[("d[gender]", "donna"), ("qualifica", "Messa")]).await.is(303);
        segreteria.get("/segreteria/rendicontazione").await.is(200).shows("A nessuno manca nulla");
        assert_eq!(count(house, "select count(*) from participant_fact").await, 2);
    });
}

#[test]
fn where_nothing_is_asked_nothing_is_missing() {
    on_each_engine(async |house| {
        let luca = house.member_of("Agliè").await;
        luca.get("/area").await.is(200).hides("Mancano alcuni dati");
        luca.get("/area/dati-richiesti").await.is(200).shows("Non serve altro");
    });
}
