//! `affianca import` as a person or a script meets it: sentences, JSON, exit status.

use affianca::platform::db::{Db, q};
use serde_json::{Value, json};

use super::{Said, affianca, told};
use crate::house::on_each_engine_alone;

/// The program on this database, in a working folder without settings.
fn import(url: &str, arguments: &[&str]) -> Said {
    let folder = tempfile::tempdir().unwrap();
    affianca(url, folder.path(), &[&["import"], arguments].concat())
}

async fn people(url: &str) -> i64 {
    let db = Db::open(url).await.unwrap();
    let count = q("select count(*) from person").count(&mut db.reader().await.unwrap()).await.unwrap();
    db.close().await;
    count
}

#[test]
fn a_file_is_tried_corrected_and_imported() {
    on_each_engine_alone(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path.display().to_string()
        };
        let bad = file("male.csv", "nome;e-mail;ente;note\nAnna;a@c.example;Agliè\n;senza;Bairo\n");
        let said = import(url, &["people", &bad]);
        assert_eq!(said.status, Some(1), "{}", said.err);
        assert!(said.err.contains("riga 3, nome: manca, ed è necessario."), "{}", said.err);
        assert!(said.err.contains("riga 3, e-mail «senza»: non è un indirizzo di posta"), "{}", said.err);
        assert!(said.err.contains("Una riga da correggere: non è stato scritto nulla."), "{}", said.err);
        let said = import(url, &["people", &bad, "--json"]);
        let told: Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!((told["written"].clone(), told["faults"].as_array().unwrap().len()), (json!(false), 2));
        assert_eq!((told["faults"][1]["row"].clone(), told["faults"][1]["column"].clone()), (json!(3), json!("e-mail")));

        let good = file("bene.csv", "nome;e-mail;ente;note\nAnna;a@c.example;Agliè;x\nBruno;b@c.example;Bairo;\n");
        let said = import(url, &["people", &good, "--dry-run"]);
        assert_eq!(said.status, Some(0), "{}", said.err);
        assert!(said.out.contains("non è stato scritto nulla: 2 righe nuove"), "{}", said.out);
        assert!(said.err.contains("colonne non riconosciute, ignorate: note"), "{}", said.err);
        assert_eq!(people(url).await, 0);
        let said = import(url, &["people", &good, "--json"]);
        let told: Value = serde_json::from_str(&said.out).unwrap();
        let done = json!({ "written": true, "created": 2, "changed": 0, "unchanged": 0, "ignored_columns": ["note"], "faults": [] });
        assert_eq!((said.status, told), (Some(0), done));
        assert_eq!(people(url).await, 2);
        assert!(import(url, &["people", &good]).out.contains("0 nuove, 0 con modifiche, 2 già così"));
    });
}

#[test]
fn wrong_use_and_files_that_are_none_have_their_own_status() {
    on_each_engine_alone(async |url| {
        assert_eq!(import(url, &["people"]).status, Some(2));
        assert_eq!(import(url, &["comuni", "x.csv"]).status, Some(2));
        let said = import(url, &["enti", "manca.csv"]);
        assert!(said.status == Some(1) && said.err.contains("manca.csv: non si riesce a leggere"), "{}", said.err);
        let template = import(url, &["enti", "--template"]);
        assert!(template.status == Some(0) && template.out.starts_with("tipo;nome;provincia;"), "{}", template.out);
    });
}

#[test]
fn enti_are_tried_and_imported_from_a_file_and_from_standard_input() {
    on_each_engine_alone(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).display().to_string();
        let rows = "tipo;nome;provincia;comuni;pec\nunione;Unione di Prova;TO;Agliè, Bairo;unione@pec.example\n";
        std::fs::write(path("enti.csv"), rows).unwrap();
        std::fs::write(path("male.csv"), rows.replace("Bairo", "Nessunluogo")).unwrap();
        std::fs::write(path("altro.csv"), "uno;due\n1;2\n").unwrap();

        import(url, &["enti", &path("male.csv")]).is(1).complains("riga 2, comuni").complains("non è stato scritto nulla");
        let faults = import(url, &["enti", &path("male.csv"), "--json"]);
        assert_eq!((faults.is(1).json()["written"].clone(), faults.json()["faults"][0]["row"].clone()), (json!(false), json!(2)));
        let none = import(url, &["enti", &path("altro.csv"), "--json"]).is(1).json();
        assert!(none["error"].as_str().is_some_and(|why| !why.is_empty()) && none["faults"] == json!([]), "{none}");

        let tried = import(url, &["enti", &path("enti.csv"), "--dry-run", "--json"]).is(0).json();
        assert_eq!((&tried["written"], &tried["created"]), (&json!(false), &json!(1)));
        assert_eq!(associations(url).await, 0);
        told(url, folder.path(), &["import", "enti", "-"], rows).is(0).tells("1 nuove");
        assert_eq!(associations(url).await, 1);
        let again = import(url, &["enti", &path("enti.csv"), "--json"]).is(0).json();
        assert_eq!((&again["written"], &again["created"], &again["unchanged"]), (&json!(true), &json!(0), &json!(1)));
    });
}

async fn associations(url: &str) -> i64 {
    let db = Db::open(url).await.unwrap();
    let count = q("select count(*) from ente where kind <> 'comune'").count(&mut db.reader().await.unwrap()).await.unwrap();
    db.close().await;
    count
}
