//! Two accounts of one person become one.

use std::collections::BTreeSet;

use affianca::access::RoleName;
use affianca::domain::ids::PersonId;
use affianca::platform::db::q;
use affianca::secretariat::{Goes, TIES};

use crate::house::{Browser, Engine, House, on_each_engine};

const PASSWORD: &str = "quattro gatti in piazza";

/// The same mailbox and the same name for both.
async fn alike(house: &House, people: &[&Browser<'_>]) {
    const MAKE: &str = "update person set email = $3, name = $2 where person_id = $1";
    let mut tx = house.db.begin().await.unwrap();
    for (n, person) in people.iter().enumerate() {
        let name = if n == 0 { "Anna Bianchi" } else { "BIANCHI Anna" };
        q(MAKE).bind(&person.who().id).bind(name).bind(format!("{}@comune.example", people[0].who().username)).run(&mut tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn count(house: &House, table: &str, column: &str, person: &PersonId) -> i64 {
    let sql: &'static str = Box::leak(format!("select count(*) from {table} where {column} = $1").into_boxed_str());
    q(sql).bind(person).count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

#[test]
fn every_column_that_points_to_a_person_has_its_way_in_a_merger() {
    on_each_engine(async |house| {
        // Both engines have the same schema; this one tells it.
        if house.engine != Engine::Sqlite {
            return;
        }
        const POINTS: &str = "\
            select m.name, f.\"from\" from sqlite_master m join pragma_foreign_key_list(m.name) f \
            where m.type = 'table' and f.\"table\" = 'person' order by m.name";
        let found: Vec<(String, String)> = q(POINTS).all(&mut house.db.reader().await.unwrap()).await.unwrap();
        let schema: BTreeSet<(&str, &str)> = found.iter().map(|(table, column)| (table.as_str(), column.as_str())).collect();
        let told: BTreeSet<(&str, &str)> = TIES.iter().map(|(table, column, _)| (*table, *column)).collect();
        let missing: Vec<_> = schema.difference(&told).collect();
        assert!(
            missing.is_empty(),
            "what becomes of these when two accounts of one person are merged? Say so in TIES (src/secretariat/merge/mod.rs), and let \
             the store beside it do it: {missing:?}"
        );
        assert_eq!(told.difference(&schema).collect::<Vec<_>>(), Vec::<&(&str, &str)>::new(), "ties that are gone");
        assert_eq!(told.len(), TIES.len(), "twice the same");
    });
}

#[test]
fn what_one_had_goes_over_to_the_other() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let stays = house.coordinator_of("Agliè").await;
        let goes =
            house.appointed("anna.vecchia", "", &[(RoleName::Coordinator, Some("Bairo")), (RoleName::Coordinator, Some("Agliè"))]).await;
        alike(house, &[&stays, &goes]).await;
        // Something behind every tie that ends or goes over.
        goes.switch_to("Bairo").await.is(303);
        goes.post("/area/autodiagnosi", &[("ente", &house.ente("Bairo").await.to_string())]).await.is(303);
        let page = format!("/segreteria/persone/{}", goes.who().id);
        segreteria.post(&format!("{page}/password"), &[]).await.is(303);
        segreteria.post(&format!("{page}/contatti"), &[("canale", "pec"), ("giorno", "2026-03-02"), ("esito", "Sentita.")]).await.is(303);
        segreteria.get("/segreteria/doppioni").await.is(200).shows("Una coppia da guardare.").shows("anna.vecchia");
        let (first, second) = if stays.who().id < goes.who().id { (&stays, &goes) } else { (&goes, &stays) };
        let form = format!("/segreteria/persone/{}/unione/{}", first.who().id, second.who().id);
        segreteria.get(&form).await.is(200).shows("Quale account resta?");
        segreteria.post(&form, &[]).await.is(422).shows("Scegliete quale account resta.");
        let kept = format!("/segreteria/persone/{}", stays.who().id);
        segreteria.post(&form, &[("resta", &stays.who().id.to_string())]).await.leads_to(&format!("{kept}?esito=uniti"));
        for (table, column, goes_where) in TIES {
            let left = count(house, table, column, &goes.who().id).await;
            assert!(*goes_where == Goes::Stays || left == 0, "{table}.{column}: {left}");
        }
        segreteria.get(&kept).await.is(200).shows("Comune di Bairo (TO)").shows("Sentita.");
        segreteria.get(&page).await.is(200).shows("è stato unito a quello di").hides(&format!("{page}/incarichi"));
        segreteria.get("/segreteria/doppioni").await.is(200).shows("Nessun doppione in vista.");
        segreteria.get("/segreteria/persone?cerca=anna.vecchia").await.is(200).shows("Nessuna persona corrisponde");
        // The other's browsers are signed out; the former username opens the account that stays.
        goes.get("/area").await.leads_to("/entra?ritorno=/area");
        let again = house.visitor();
        again.post("/entra", &[("utente", &goes.who().username), ("password", PASSWORD)]).await.leads_to("/area");
        again.get("/area/profilo").await.is(200).shows(&stays.who().username).shows("Comune di Bairo (TO)");
        let letters = house.letters().await;
        let told = letters.iter().find(|letter| letter.kind == "accounts-merged").unwrap();
        assert!(told.text.contains(&stays.who().username) && told.text.contains(&goes.who().username), "{}", told.text);
        // Once is enough.
        segreteria.post(&form, &[("resta", &stays.who().id.to_string())]).await.is(404);
    });
}

#[test]
fn of_two_who_merge_at_once_one_does() {
    on_each_engine(async |house| {
        let (one, other) = (house.secretary().await, house.secretary().await);
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Agliè").await);
        alike(house, &[&anna, &bruno]).await;
        let (a, b) = (anna.who().id.to_string(), bruno.who().id.to_string());
        let form = format!("/segreteria/persone/{a}/unione/{b}");
        let (kept_a, kept_b) = ([("resta", a.as_str())], [("resta", b.as_str())]);
        let (first, second) = tokio::join!(one.post(&form, &kept_a), other.post(&form, &kept_b));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        // The other is told that there is nothing left to do.
        assert_eq!(statuses, [303, 404]);
        let merged = q("select count(*) from person where merged_into is not null").count(&mut house.db.reader().await.unwrap()).await;
        assert_eq!(merged.unwrap(), 1);
        assert_eq!(house.letters().await.len(), 1);
        let deeds = q("select count(*) from deed where kind = 'people-merged'").count(&mut house.db.reader().await.unwrap()).await;
        assert_eq!(deeds.unwrap(), 1);
    });
}

#[test]
fn accounts_of_the_programme_and_namesakes_are_left_alone() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let (anna, gestore, namesake) = (house.member_of("Agliè").await, house.administrator().await, house.member_of("Bairo").await);
        alike(house, &[&anna, &gestore]).await;
        let form = format!("/segreteria/persone/{}/unione/{}", anna.who().id, gestore.who().id);
        segreteria.get(&form).await.is(200).shows("gestore del sistema").hides("name=\"resta\"");
        segreteria.post(&form, &[("resta", &anna.who().id.to_string())]).await.is(422).shows("gestore del sistema");
        gestore.get("/area").await.is(200);
        let itself = format!("/segreteria/persone/{}/unione/{}", anna.who().id, anna.who().id);
        segreteria.get(&itself).await.is(404);
        segreteria.post(&itself, &[("resta", &anna.who().id.to_string())]).await.is(404);
        let (anna, second) = (house.member_of("Ozegna").await, namesake);
        alike(house, &[&anna, &second]).await;
        let namesake = second;
        let apart = format!("/segreteria/persone/{}/omonimia/{}", namesake.who().id, anna.who().id);
        segreteria.post(&apart, &[]).await.leads_to("/segreteria/doppioni?esito=distinti");
        segreteria.get("/segreteria/doppioni").await.is(200).hides(&namesake.who().username);
    });
}
