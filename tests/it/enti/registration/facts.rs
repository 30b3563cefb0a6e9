//! "Manca per la rendicontazione": who has not told what the funder asks.

use affianca::domain::edition::ParticipantField;
use affianca::enti::{self, Slice};
use affianca::programme;

use super::on_each_engine;
use super::{count, terms};

#[test]
fn what_the_funder_asks_is_missed_until_it_is_told() {
    on_each_engine(async |house| {
        let edition = house.edition(terms()).await;
        let (luca, anna) =
            (house.member_of("Agliè").await, house.appointed("muta", "", &[(affianca::access::RoleName::Member, Some("Bairo"))]).await);
        let segreteria = house.secretary().await;
        let desk = house.desk().await;
        let edition = programme::one(&desk, &edition).await.unwrap().edition;
        let (found, took) = house.counting(enti::lacking(&desk, &edition, Slice { limit: 10, offset: 0 })).await;
        let found = found.unwrap();
        let told: Vec<_> = found.iter().map(|one| (one.ente.name.as_str(), one.fields.clone())).collect();
        let both = vec![ParticipantField::Gender, ParticipantField::Qualifica];
        assert_eq!(told, [("Agliè", vec![ParticipantField::Gender]), ("Bairo", both)]);
        assert_eq!(took, 1);
        luca.get("/area").await.is(200).shows("Mancano alcuni dati");
        segreteria.get("/area").await.is(200).hides("Mancano alcuni dati");
        luca.get("/area/dati-richiesti").await.is(200).shows("la relazione finale conta donne e uomini").hides("name=\"qualifica\"");
        luca.post("/area/dati-richiesti", &[]).await.is(422).shows("Scegliete una risposta.");
        luca.post("/area/dati-richiesti", &[("d[gender]", "uomo")]).await.leads_to("/area/dati-richiesti?esito=salvati");
        luca.get("/area").await.is(200).hides("Mancano alcuni dati");
        anna.get("/area/dati-richiesti").await.is(200).shows("name=\"qualifica\"");
        anna.post("/area/dati-richiesti", &[("d[gender]", "donna"), ("qualifica", "")]).await.is(422).shows("Scrivete la qualifica");
        anna.post("/area/dati-richiesti", &[("d[gender]", "donna"), ("qualifica", "Messa")]).await.is(303);
        assert!(enti::lacking(&desk, &edition, Slice { limit: 10, offset: 0 }).await.unwrap().is_empty());
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
