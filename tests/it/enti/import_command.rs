//! `affianca import` as a person or a script meets it: sentences, JSON, exit status.

use std::process::Command;

use affianca::platform::db::{Db, q};
use serde_json::{Value, json};

use crate::house::on_each_engine_on_bare;

struct Said {
    status: Option<i32>,
    out: String,
    err: String,
}

/// The program itself, on the database at this address.
fn affianca(url: &str, arguments: &[&str]) -> Said {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_affianca"));
    command.current_dir(folder.path()).args(arguments).env("AFFIANCA_DATABASE", url).env("LC_ALL", "it_IT.UTF-8");
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

async fn people(url: &str) -> i64 {
    let db = Db::open(url).await.unwrap();
    let count = q("select count(*) from person").count(&mut db.reader().await.unwrap()).await.unwrap();
    db.close().await;
    count
}

#[test]
fn a_file_is_tried_corrected_and_imported() {
    on_each_engine_on_bare(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path.display().to_string()
        };
        let bad = file("male.csv", "nome;e-mail;ente;note\nAnna;a@c.example;Agliè\n;senza;Bairo\n");
        let said = affianca(url, &["import", "people", &bad]);
        assert_eq!(said.status, Some(1), "{}", said.err);
        assert!(said.err.contains("riga 3, nome: manca, ed è necessario."), "{}", said.err);
        assert!(said.err.contains("riga 3, e-mail «senza»: non è un indirizzo di posta"), "{}", said.err);
        assert!(said.err.contains("Una riga da correggere: non è stato scritto nulla."), "{}", said.err);
        let said = affianca(url, &["import", "people", &bad, "--json"]);
        let told: Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!((told["written"].clone(), told["faults"].as_array().unwrap().len()), (json!(false), 2));
        assert_eq!((told["faults"][1]["row"].clone(), told["faults"][1]["column"].clone()), (json!(3), json!("e-mail")));

        let good = file("bene.csv", "nome;e-mail;ente;note\nAnna;a@c.example;Agliè;x\nBruno;b@c.example;Bairo;\n");
        let said = affianca(url, &["import", "people", &good, "--dry-run"]);
        assert_eq!(said.status, Some(0), "{}", said.err);
        assert!(said.out.contains("non è stato scritto nulla: 2 righe nuove"), "{}", said.out);
        assert!(said.err.contains("colonne non riconosciute, ignorate: note"), "{}", said.err);
        assert_eq!(people(url).await, 0);
        let said = affianca(url, &["import", "people", &good, "--json"]);
        let told: Value = serde_json::from_str(&said.out).unwrap();
        let done = json!({ "written": true, "created": 2, "changed": 0, "unchanged": 0, "ignored_columns": ["note"], "faults": [] });
        assert_eq!((said.status, told), (Some(0), done));
        assert_eq!(people(url).await, 2);
        assert!(affianca(url, &["import", "people", &good]).out.contains("0 nuove, 0 con modifiche, 2 già così"));
    });
}

#[test]
fn wrong_use_and_files_that_are_none_have_their_own_status() {
    on_each_engine_on_bare(async |url| {
        assert_eq!(affianca(url, &["import", "people"]).status, Some(2));
        assert_eq!(affianca(url, &["import", "comuni", "x.csv"]).status, Some(2));
        let said = affianca(url, &["import", "enti", "manca.csv"]);
        assert!(said.status == Some(1) && said.err.contains("manca.csv: non si riesce a leggere"), "{}", said.err);
        let template = affianca(url, &["import", "enti", "--template"]);
        assert!(template.status == Some(0) && template.out.starts_with("tipo;nome;provincia;"), "{}", template.out);
    });
}
