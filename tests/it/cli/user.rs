//! `affianca user …`: accounts, roles and disabled accounts from the shell.

use std::path::Path;

use affianca::platform::db::{Db, q};
use serde_json::json;

use super::{Said, affianca, told};
use crate::house::on_each_engine_alone;

const PASSWORD: &str = "quattro passi in piazza\n";
const ANNA: [&str; 8] = ["user", "create", "anna.bianchi", "--name", "Anna Bianchi", "--email", "anna@ente.example", "--role"];

fn create(url: &str, folder: &Path, more: &[&str]) -> Said {
    told(url, folder, &[&ANNA[..], more].concat(), PASSWORD)
}

/// Of the only account: its appointments as `role from to`, whether it is disabled, and the letters that wait for it.
async fn stands(url: &str) -> (Vec<String>, bool, Vec<String>) {
    let db = Db::open(url).await.unwrap();
    let mut conn = db.reader().await.unwrap();
    let held: Vec<(String, Option<String>)> = q("select role, ends_on from appointment order by role").all(&mut conn).await.unwrap();
    let disabled = q("select count(*) from person where disabled_at is not null").count(&mut conn).await.unwrap();
    let letters: Vec<(String,)> = q("select kind from letter order by letter_id").all(&mut conn).await.unwrap();
    drop(conn);
    db.close().await;
    let held = held.into_iter().map(|(role, to)| format!("{role} {}", if to.is_some() { "fino a" } else { "sempre" }));
    (held.collect(), disabled == 1, letters.into_iter().map(|(kind,)| kind).collect())
}

async fn deeds(url: &str) -> Vec<String> {
    let db = Db::open(url).await.unwrap();
    let rows: Vec<(String,)> = q("select kind from deed order by happened_at, deed_id").all(&mut db.reader().await.unwrap()).await.unwrap();
    db.close().await;
    rows.into_iter().map(|(kind,)| kind).collect()
}

#[test]
fn an_account_is_made_with_its_appointment() {
    on_each_engine_alone(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let made = create(url, folder.path(), &["coordinator", "--ente", "Agliè (TO)", "--json"]);
        let made = made.is(0).json();
        assert_eq!(made["username"], json!("anna.bianchi"));
        assert_eq!(made["person"].as_str().unwrap().len(), 36);
        assert_eq!(stands(url).await.0, ["coordinator sempre"]);
        create(url, folder.path(), &["administrator"]).is(1).complains("Il nome utente è già usato.");
    });
}

#[test]
fn what_cannot_be_an_account_is_told_and_changes_nothing() {
    on_each_engine_alone(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        for (more, why) in [
            (&["coordinator"][..], "richiedono --ente"),
            (&["administrator", "--ente", "Agliè"], "gli altri ruoli non lo ammettono"),
            (&["member", "--ente", "Nessunluogo"], "Nessun ente con questo nome."),
            (&["member", "--ente", "Livo"], "Più enti hanno questo nome"),
        ] {
            create(url, folder, more).is(1).complains(why);
        }
        for (password, why) in [("corta\n", "almeno 12 caratteri"), ("anna.bianchi", "non può essere il nome utente")] {
            told(url, folder, &[&ANNA[..], &["administrator"]].concat(), password).is(1).complains(why);
        }
        let badly = ["user", "create", "A B", "--name", "A", "--email", "a@b.example", "--role", "administrator"];
        told(url, folder, &badly, PASSWORD).is(1).complains("da 3 a 60 lettere minuscole");
        create(url, folder, &["sindaco"]).is(2);
        affianca(url, folder, &["user", "create"]).is(2);
        affianca(url, folder, &["user"]).is(2);
        assert_eq!(stands(url).await.0, Vec::<String>::new());
        create(url, folder, &["administrator"]).is(0).tells("Creato l'account «anna.bianchi».");
    });
}

#[test]
fn a_role_is_granted_and_withdrawn_once() {
    on_each_engine_alone(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        create(url, folder, &["administrator"]).is(0);
        let role = |more: &[&str]| affianca(url, folder, &[&["user", "role", "anna.bianchi"], more].concat());
        let granted = role(&["member", "--ente", "Bairo", "--qualifica", "Anagrafe", "--json"]).is(0).json();
        assert_eq!((&granted["done"], &granted["username"]), (&json!("granted"), &json!("anna.bianchi")));
        role(&["member", "--ente", "Bairo"]).is(1).complains("ha già questo ruolo in quei giorni");
        role(&["member"]).is(1).complains("Per questo ruolo serve --ente.");
        role(&["expert", "--ente", "Bairo"]).is(1).complains("senza --ente");
        role(&["expert", "--from", "2026-03-02", "--to", "2026-03-01"]).is(1).complains("L'ultimo giorno viene prima del primo.");
        role(&["expert", "--from", "domani"]).is(2);
        role(&["expert", "--withdraw", "sbaglio", "--from", "2026-03-02"]).is(2);
        affianca(url, folder, &["user", "role", "nessuno", "expert"]).is(1).complains("Nessuno ha questo nome utente.");

        role(&["member", "--ente", "Bairo", "--withdraw", " "]).is(1).complains("Serve un motivo.");
        role(&["member", "--ente", "Bairo", "--withdraw", "ha cambiato ufficio"]).is(0).tells("anna.bianchi: ruolo tolto");
        role(&["member", "--ente", "Bairo", "--withdraw", "ha cambiato ufficio"]).is(1).complains("È già così");
        let (held, _, letters) = stands(url).await;
        assert_eq!(held, ["administrator sempre", "member fino a"]);
        assert_eq!(letters.len(), 2, "one for each change: {letters:?}");
    });
}

#[test]
fn an_account_is_disabled_and_enabled_with_a_reason() {
    on_each_engine_alone(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        create(url, folder, &["expert"]).is(0);
        let state = |word: &str, more: &[&str]| affianca(url, folder, &[&["user", word, "anna.bianchi"], more].concat());
        state("disable", &[]).is(2);
        state("disable", &["--reason", " "]).is(1).complains("Serve un motivo.");
        state("enable", &["--reason", "torna"]).is(1).complains("È già così");
        let done = state("disable", &["--reason", "ha lasciato l'ente", "--json"]).is(0).json();
        assert_eq!(done["done"], json!("disabled"));
        assert!(stands(url).await.1);
        state("disable", &["--reason", "ha lasciato l'ente"]).is(1).complains("È già così");
        state("enable", &["--reason", "è tornata"]).is(0).tells("anna.bianchi: accesso riabilitato");
        let (_, disabled, letters) = stands(url).await;
        assert!(!disabled && letters.len() == 2, "{letters:?}");
        affianca(url, folder, &["user", "disable", "nessuno", "--reason", "x"]).is(1).complains("Nessuno ha questo nome utente.");
        let told = deeds(url).await;
        assert!(told.iter().any(|k| k == "person-disabled") && told.iter().any(|k| k == "person-enabled"), "{told:?}");
    });
}
