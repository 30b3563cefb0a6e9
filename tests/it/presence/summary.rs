//! People and hours as a funder counts them, on the page and in files that a spreadsheet program reads back.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use affianca::platform::db::q;
use serde_json::{Value, json};

use super::{Class, at, class, pdf};
use crate::house::{House, in_integration, on_each_engine};
use crate::office::{self, cells};

const PAGE: &str = "/segreteria/presenze/riepilogo";

/// What openpyxl reads of a file. None: Python is left out here.
fn read_back(xlsx: &[u8]) -> Option<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let python = root.join(".venv/bin/python");
    if !python.exists() {
        assert!(!in_integration(), "CI=true, and tests/.venv is missing: tests/tools/install makes it");
        std::io::stderr().write_all(b"spreadsheets are not read back: run tests/tools/install\n").unwrap();
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("riepilogo.xlsx");
    std::fs::write(&file, xlsx).unwrap();
    let run = Command::new(python).arg(root.join("tools/read-spreadsheet")).arg(&file).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    Some(serde_json::from_slice(&run.stdout).unwrap())
}

/// Closed with these minutes late in the morning, by person; who is not named was not there.
async fn close(class: &Class<'_>, late: &[(&str, i64)], absent: &[&str]) {
    class.house.clock.set(at(17, 5));
    class.docente.sign_in().await;
    class.attach(&class.docente, "registro.pdf", &pdf("firme")).await.is(303);
    let mut form: Vec<(String, String)> = Vec::new();
    for (person, minutes) in late {
        form.push((format!("firma-{}-{person}", class.morning), "si".into()));
        form.push((format!("ritardo-{}-{person}", class.morning), minutes.to_string()));
        form.push((format!("firma-{}-{person}", class.afternoon), "si".into()));
    }
    for person in absent {
        for session in [&class.morning, &class.afternoon] {
            form.push((format!("firma-{session}-{person}"), "no".into()));
        }
    }
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    class.docente.post(&class.path("/firme"), &form).await.is(303);
    class.docente.post(&class.path("/chiusura"), &[]).await.is(303);
}

/// The whole of it, in an office set to Italian: the workbook, and the CSV, whose texts keep their apostrophe and whose days stay ISO.
fn as_an_office_reads_it(found: &Value) {
    let head = ["Edizione", "Codice progetto", "CUP", "Tema", "Regione dell’ente", "Classe dell’ente", "Qualifica"];
    let head = head.into_iter().chain(["Persone", "Presenze", "Minuti-persona", "Ore-persona", "Prima data", "Ultima data"]);
    let head: Vec<(&str, &str)> = head.map(|name| ("text", name)).collect();
    for (file, formula, seven, day) in
        [("riepilogo.xlsx", "=Istruttrice", "7,00", "02/03/2026"), ("riepilogo.csv", "'=Istruttrice", "7", "2026-03-02")]
    {
        let rows = found[file]["rows"].as_array().unwrap();
        assert_eq!(rows.len(), 3, "{file}");
        assert_eq!(cells(&rows[0]), head, "{file}");
        let told =
            ["Edizione di prova", "PROG-1234", "B89C15000120001", "Modelli organizzativi", "Piemonte", "Comune da 1.001 a 3.000 residenti"];
        let alike: Vec<(&str, &str)> = told.into_iter().map(|text| ("text", text)).collect();
        let counts =
            |minutes, hours| [("number", "1"), ("number", "2"), ("number", minutes), ("number", hours), ("day", day), ("day", day)];
        let of_anna = [alike.clone(), vec![("text", formula)], counts("400", "6,67").to_vec()].concat();
        let of_bea = [alike, vec![("text", "Istruttrice amministrativa")], counts("420", seven).to_vec()].concat();
        assert_eq!([cells(&rows[1]), cells(&rows[2])], [of_anna, of_bea], "{file}");
        assert_eq!((&rows[1][11][1], &rows[1][10][1]), (&json!("2026-03-02"), &json!(6.67)), "{file}: a day is a day, a number a number");
    }
}

/// What somebody is styled, and whose region an ente is.
async fn say(house: &House, sql: &'static str, key: &str, value: &str) {
    let mut tx = house.db.begin().await.unwrap();
    assert!(q(sql).bind(key).bind(value).run(&mut tx).await.unwrap() > 0, "{sql}");
    tx.commit().await.unwrap();
}

#[test]
fn people_and_hours_are_counted_by_theme_region_class_and_role() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, _) = class.seated("anna").await;
        let (bea, _) = class.seated("bea").await;
        let (ivo, _) = class.seated("ivo").await;
        let desk = house.secretary().await;
        desk.get(PAGE).await.is(200).shows("Nessuna giornata con il registro chiuso");
        say(house, "update enrolment set qualifica = $2 where person_id = $1", &anna.to_string(), "=Istruttrice").await;
        close(&class, &[(&anna.to_string(), 20), (&bea.to_string(), 0)], &[&ivo.to_string()]).await;
        desk.sign_in().await;

        let page = desk.get(PAGE).await.is(200);
        // 6 h 40 and 7 h; two heads in four sessions, and the one who was absent is in nothing.
        page.shows("13 ore e 40 minuti")
            .shows("Per: tema")
            .shows("Per: regione dell’ente")
            .shows("Piemonte")
            .shows("Per: qualifica")
            .shows("Comune da 1.001 a 3.000 residenti")
            .shows("B89C15000120001")
            .shows("PROG-1234");

        let csv = desk.get(&format!("{PAGE}.csv")).await.is(200);
        let rows: Vec<&str> = csv.body.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(rows.len(), 3, "{}", csv.body);
        assert!(rows[0].ends_with(";Persone;Presenze;Minuti-persona;Ore-persona;Prima data;Ultima data"), "{}", rows[0]);
        assert!(rows.iter().any(|row| row.ends_with(";'=Istruttrice;1;2;400;6,67;2026-03-02;2026-03-02")), "{}", csv.body);
        assert!(rows.iter().any(|row| row.ends_with(";1;2;420;7,00;2026-03-02;2026-03-02")), "{}", csv.body);

        let xlsx = desk.get(&format!("{PAGE}.xlsx")).await.is(200);
        let Some(read) = read_back(&xlsx.bytes) else { return house.letters_left() };
        assert_eq!(read["title"], "Rendicontazione");
        let rows = read["rows"].as_array().unwrap();
        let of_anna = rows.iter().find(|row| row[6][1] == "=Istruttrice").unwrap_or_else(|| panic!("{read}"));
        assert_eq!(of_anna[6][0], "text", "no formula");
        assert_eq!(of_anna[7], json!(["number", 1, "#,##0"]));
        assert_eq!(of_anna[9], json!(["number", 400, "#,##0"]));
        assert_eq!(of_anna[10], json!(["number", 6.67, "#,##0.00"]));
        assert_eq!(of_anna[11], json!(["day", "2026-03-02", "dd/mm/yyyy"]));

        if let Some(found) = office::open(&[("riepilogo.xlsx", &xlsx.bytes), ("riepilogo.csv", &csv.bytes)]) {
            as_an_office_reads_it(&found);
        }

        class.docente.sign_in().await;
        for stranger in [&class.docente, &house.observer().await] {
            stranger.get(PAGE).await.is(404);
            stranger.get(&format!("{PAGE}.xlsx")).await.is(404);
        }
        desk.get(&format!("{PAGE}?edizione={}", class.edition)).await.is(200).shows("13 ore e 40 minuti");
        desk.get(&format!("{PAGE}?edizione=nessuna")).await.is(404);
        house.letters_left();
    });
}

#[test]
fn one_person_and_three_take_the_same_statements() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let desk = house.secretary().await;
        let mut counted = Vec::new();
        for people in [&["anna"][..], &["bea", "ivo"]] {
            for one in people {
                class.seated(one).await;
            }
            let (answer, statements) = house.counting(desk.get(PAGE)).await;
            answer.is(200);
            counted.push(statements);
        }
        assert_eq!(counted[0], counted[1]);
        house.letters_left();
    });
}
