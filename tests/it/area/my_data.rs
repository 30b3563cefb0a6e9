//! My data: complete by construction, given to its owner alone, erased without a trace of the name.

use std::collections::{BTreeMap, BTreeSet};

use affianca::platform::db::{Fields, Value, q};
use affianca::platform::holdings::{After, Erasure, Holding};

use crate::house::{Engine, House, on_each_engine};

/// Tables in which nobody stands: none of their columns names a person. Whoever adds a table writes it here, or declares in
/// `HOLDINGS` of its slice what it holds.
/// Attempts are kept by fingerprint, and for hours.
const IMPERSONAL: &[&str] = &[
    "answer_question",
    "attempt",
    "class_session",
    "client_attempt",
    "document_download",
    "ente",
    "ente_code",
    "ente_line",
    "ente_member",
    "ente_member_past",
    // Titles of what is public.
    "example",
    // Minutes on the way to the identity provider and back; none of them is tied to an account.
    "federated_sign_in",
    "forum_day_seminar",
    "job",
    "mailing_ente",
    "offered_identity",
    "peer_standing",
    "rating",
    "reserved_seat",
    // Of what is public, or released to all who are signed in.
    "search_entry",
    "search_word",
    // Sums and texts without their authors.
    "survey",
    // Addresses of pages of others.
    "web_link",
];

const TABLES: &str =
    "select name from sqlite_master where type = 'table' and name not like '\\_sqlx%' escape '\\' and name not like 'sqlite%'";
const COLUMNS: &str =
    "select m.name as holder, c.name as name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'";
const TO_PEOPLE: &str = "\
    select distinct m.name as holder from sqlite_master m join pragma_foreign_key_list(m.name) f \
    where m.type = 'table' and f.\"table\" = 'person'";

async fn texts(house: &House, sql: &'static str) -> Vec<String> {
    let rows: Vec<(String,)> = q(sql).all(&mut house.db.reader().await.unwrap()).await.unwrap();
    rows.into_iter().map(|(text,)| text).collect()
}

/// Columns by table.
async fn schema(house: &House) -> BTreeMap<String, BTreeSet<String>> {
    let rows: Vec<(String, String)> = q(COLUMNS).all(&mut house.db.reader().await.unwrap()).await.unwrap();
    let mut schema: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (table, column) in rows {
        schema.entry(table).or_default().insert(column);
    }
    schema
}

/// The tables that some holding covers, each with its holdings.
fn declared() -> BTreeMap<&'static str, Vec<Holding>> {
    let mut declared: BTreeMap<&str, Vec<Holding>> = BTreeMap::new();
    for holding in affianca::holdings().0 {
        declared.entry(holding.table).or_default().push(holding);
    }
    declared
}

#[test]
fn every_table_says_what_it_holds_about_people() {
    on_each_engine(async |house| {
        if house.engine != Engine::Sqlite {
            return;
        }
        let (tables, declared) = (texts(house, TABLES).await, declared());
        assert!(tables.len() >= 12, "{tables:?}");
        let silent: Vec<_> = tables.iter().filter(|t| !declared.contains_key(t.as_str()) && !IMPERSONAL.contains(&t.as_str())).collect();
        assert!(
            silent.is_empty(),
            "declare what these tables hold about people (HOLDINGS), or that they hold nothing (IMPERSONAL): {silent:?}"
        );
        let gone: Vec<_> = declared.keys().chain(IMPERSONAL).filter(|t| !tables.contains(&t.to_string())).collect();
        assert!(gone.is_empty(), "there are no such tables: {gone:?}");
        let pointing: Vec<_> = texts(house, TO_PEOPLE).await.into_iter().filter(|t| IMPERSONAL.contains(&t.as_str())).collect();
        assert!(pointing.is_empty(), "they point to people: {pointing:?}");
    });
}

#[test]
fn every_column_is_handed_over_or_withheld_with_a_reason() {
    on_each_engine(async |house| {
        if house.engine != Engine::Sqlite {
            return;
        }
        let schema = schema(house).await;
        for (table, holdings) in declared() {
            let mut told = BTreeSet::new();
            for holding in &holdings {
                let rows: Vec<Fields> = q(probe(holding)).all(&mut house.db.reader().await.unwrap()).await.unwrap();
                let columns = &rows.first().unwrap_or_else(|| panic!("{}: the probe gives one row", holding.key)).0;
                told.extend(columns.iter().map(|(name, _)| name.clone()));
                told.extend(holding.withheld.iter().map(|(name, _)| (*name).to_owned()));
            }
            if holdings.iter().any(|holding| holding.rest.is_some()) {
                let named: Vec<_> = schema[table].iter().filter(|c| ["person_id", "email", "address"].contains(&c.as_str())).collect();
                assert!(named.is_empty(), "{table}: people are more than authors here: {named:?}");
                continue;
            }
            let missing: Vec<_> = schema[table].difference(&told).collect();
            assert!(missing.is_empty(), "{table}: neither handed over nor withheld: {missing:?}");
            let strange: Vec<_> = holdings.iter().flat_map(|h| h.withheld).filter(|(name, _)| !schema[table].contains(*name)).collect();
            assert!(strange.is_empty(), "{table}: {strange:?} is no column");
        }
    });
}

/// The statement of a holding, made to give one row of nulls, so that its columns can be read off an empty table.
fn probe(holding: &Holding) -> &'static str {
    let bare = holding.export.split(" order by ").next().unwrap_or_default().replace("$1", "''");
    Box::leak(format!("select t.* from (select 1) left join ({bare}) t on 1 = 1 limit 1").into_boxed_str())
}

#[test]
fn one_gets_all_of_ones_own_data_and_nothing_of_the_neighbour() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.coordinator_of("Bairo").await);
        for browser in [&anna, &bruno] {
            browser.post("/area/autodiagnosi", &[]).await.is(303);
        }
        let copy = anna.get("/area/dati/copia.json").await.is(200).hides(&bruno.who().name).hides(&bruno.who().id.to_string());
        let document = copy.json();
        assert_eq!(document["account"][0]["username"], anna.who().username.as_str());
        assert_eq!(document["appointments"].as_array().unwrap().len(), 1);
        assert_eq!(document["openings"].as_array().unwrap().len(), 1);
        assert_eq!(document["openings"][0]["opened_at"], "2026-03-02T08:00:00Z");
        copy.hides("$argon2").hides("password_hash").hides("token_hash");
        let sheet = anna.get("/area/dati/copia.csv").await.is(200).shows(&anna.who().name).hides(&bruno.who().name);
        assert!(sheet.body.starts_with("\u{feff}Dati;Riga;Campo;Valore\r\n"), "{}", sheet.body);
        anna.get("/area/dati").await.is(200).shows("Incarichi").shows("Rilevazioni aperte da voi");
    });
}

#[test]
fn the_copy_takes_as_many_statements_whatever_there_is() {
    on_each_engine(async |house| {
        let (anna, segretario) = (house.coordinator_of("Agliè").await, house.four_comuni_secretary().await);
        let (_, one) = house.counting(anna.get("/area/dati")).await;
        let (_, four) = house.counting(segretario.get("/area/dati")).await;
        assert_eq!((one, four), (1 + affianca::holdings().0.len() as u64, one));
    });
}

/// All text that a database holds, table by table, to look for a name in.
async fn everything(house: &House) -> String {
    let mut found = String::new();
    for holding in affianca::holdings().0 {
        let sql: &'static str = Box::leak(format!("select * from {}", holding.table).into_boxed_str());
        let rows: Vec<Fields> = q(sql).all(&mut house.db.reader().await.unwrap()).await.unwrap();
        for (name, value) in rows.into_iter().flat_map(|row| row.0) {
            if let Value::Text(Some(text)) = value {
                found.push_str(&format!("{}.{name}: {text}\n", holding.table));
            }
        }
    }
    found
}

#[test]
fn an_erasure_leaves_the_acts_and_not_the_name() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.member_of("Bairo").await);
        anna.post("/area/autodiagnosi", &[]).await.is(303);
        let who = anna.who().clone();
        anna.get("/area/dati/cancellazione").await.is(200).shows("Sparisce").shows("Resta");
        anna.post("/area/dati/cancellazione", &[("conferma", "s"), ("password", "un’altra password")]).await.is(422);
        assert!(everything(house).await.contains(&who.name));
        let done = [("conferma", "s"), ("password", crate::house::PASSWORD)];
        anna.post("/area/dati/cancellazione", &done).await.leads_to("/?esito=cancellazione");
        anna.get("/area").await.leads_to("/entra?ritorno=/area");
        anna.sign_in().await.is(422);
        let left = everything(house).await;
        for trace in [who.name.as_str(), who.username.as_str()] {
            let lines: Vec<_> = left.lines().filter(|line| line.contains(trace)).collect();
            assert!(lines.is_empty(), "{trace} is still there: {lines:?}");
        }
        assert!(left.contains(&bruno.who().name), "the neighbour is untouched");
        let openings = q("select count(*) from assessment where opened_by = $1").bind(&who.id);
        assert_eq!(openings.count(&mut house.db.reader().await.unwrap()).await.unwrap(), 1, "the rilevazione stays the ente's");
        let deeds = q("select count(*) from deed where kind = 'person-erased' and person_id = $1").bind(&who.id);
        assert_eq!(deeds.count(&mut house.db.reader().await.unwrap()).await.unwrap(), 1);
    });
}

#[test]
fn the_only_gestore_has_to_hand_over_first() {
    on_each_engine(async |house| {
        let form = [("conferma", "s"), ("password", crate::house::PASSWORD)];
        let gestore = house.administrator().await;
        gestore.post("/area/dati/cancellazione", &form).await.is(422).shows("Siete l’unica persona che gestisce il sistema");
        let _second = house.administrator().await;
        gestore.post("/area/dati/cancellazione", &form).await.leads_to("/?esito=cancellazione");
    });
}

#[test]
fn a_box_not_ticked_erases_nothing() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        anna.post("/area/dati/cancellazione", &[("password", crate::house::PASSWORD)]).await.is(422).shows("segno di spunta");
        anna.get("/area").await.is(200);
    });
}

#[test]
fn what_has_served_its_purpose_goes_and_the_rest_stays() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        anna.post("/area/autodiagnosi", &[]).await.is(303);
        for holding in affianca::holdings().0 {
            let Some(expiry) = holding.expiry else { continue };
            if expiry.after == After::NeverUsed {
                // It finds accounts; `area/on_behalf` shows which.
                continue;
            }
            let early = house.clock.now().plus_days(-expiry.days);
            let mut tx = house.db.begin().await.unwrap();
            assert_eq!(q(expiry.statement).bind(early).run(&mut tx).await.unwrap(), 0, "{}: nothing is that old", holding.key);
        }
        house.clock.set(house.clock.now().plus_days(2000));
        house.tick().await;
        let left = everything(house).await;
        assert!(left.contains(&anna.who().name), "an account does not expire by itself");
        assert!(!left.contains("session."), "sessions are over");
    });
}

#[test]
fn the_register_names_every_table_and_the_settings() {
    let settings = "owner = \"Anci\"\ndpo = \"Avv. Verdi, dpo@ente.example\"\nprocessors = [\"Nuvola srl\"]";
    crate::house::on_each_engine_with(settings, async |house| {
        let gestore = house.administrator().await;
        let page = gestore.get("/gestione/trattamenti").await.is(200).shows("Avv. Verdi").shows("Nuvola srl").shows("art. 32");
        assert_eq!(page.body.matches("<th scope=\"row\">").count(), affianca::holdings().0.len());
        for lang in ["it", "en"] {
            let page = gestore.get(&format!("/gestione/trattamenti?lang={lang}")).await.is(200);
            page.hides("<td></td>").hides("<th scope=\"row\"></th>");
        }
        let sheet = gestore.get("/gestione/trattamenti.csv").await.is(200);
        assert_eq!(sheet.body.lines().count(), 1 + affianca::holdings().0.len());
        assert!(affianca::holdings().0.iter().any(|h| matches!(h.erasure, Erasure::Stay(_))));
    });
}
