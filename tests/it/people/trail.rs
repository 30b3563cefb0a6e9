//! The audit trail is read, and only ever added to; system administrators leave a log of their own.

use affianca::platform::audit::{ACCESS_LOG_SHORTEST, SYSTEM_ACCESSES};
use affianca::platform::db::q;

use crate::house::{House, on_each_engine};
use crate::plan::{Kind, is_sql, read, tokens};

/// The statements that may, declared where they are written: the retention of the access log, and what an erasure takes out of
/// the trail (addresses, names, client), where who did what stays.
const MAY: [(&str, &str); 4] = [
    ("src/platform/audit.rs", "delete from system_access where happened_at < $1"),
    ("src/platform/audit.rs", "update deed set detail = '' where person_id = $1 and kind in ('address-changed', 'people-merged')"),
    ("src/platform/audit.rs", "update deed set detail = replace(detail, "),
    ("src/platform/audit.rs", "update deed set client = null where done_by = $1"),
];

#[test]
fn nothing_in_the_source_changes_or_removes_a_line() {
    let mut seen = 0;
    for source in read(&["src"]) {
        for token in tokens(&source.text) {
            let Kind::Text(text) = token.kind else { continue };
            if !is_sql(&text) {
                continue;
            }
            let words: Vec<&str> = text.split_whitespace().collect();
            for table in ["deed", "system_access"] {
                seen += usize::from(words.windows(3).any(|w| w[..2] == ["insert", "into"] && w[2] == table));
                let harms = words.windows(2).any(|w| w == ["update", table])
                    || words.windows(3).any(|w| w[..2] == ["delete", "from"] && w[2] == table);
                let may = MAY.iter().any(|(path, start)| source.path == *path && text.starts_with(start));
                assert!(!harms || may, "{}:{}: {text}", source.path, token.line);
            }
        }
    }
    assert_eq!(seen, 2, "the trail and the log are each written in one place");
}

async fn disable_somebody(house: &House, n: usize) {
    house.letters_left();
    let (gestore, anna) = (house.administrator().await, house.person(&format!("anna{n}")).await);
    let at = format!("/gestione/persone/{}/disabilitazione", anna.who().id);
    gestore.at("203.0.113.9").post(&at, &[("motivo", "=1+1")]).await.is(303);
}

#[test]
fn the_trail_tells_who_did_what_to_whom_when_and_from_where() {
    on_each_engine(async |house| {
        disable_somebody(house, 1).await;
        let gestore = house.administrator().await;
        let page = gestore.get("/gestione/registro").await.is(200);
        let page =
            page.shows("Accesso disabilitato").shows("Anna Bianchi").shows("anna1-2").shows("203.0.113.9").shows("02/03/2026, 09:00:00");
        page.shows("gestore del sistema");
        for (search, found) in [
            ("cerca=anna1", true),
            ("cerca=gestore&tipo=person-disabled&dal=2026-03-02&al=2026-03-02", true),
            ("cerca=nessuno", false),
            ("tipo=role-granted", false),
            ("al=2026-03-01", false),
            ("dal=2026-03-03", false),
            ("dal=sempre", true),
        ] {
            let page = gestore.get(&format!("/gestione/registro?{search}")).await.is(200);
            assert_eq!(page.body.contains("203.0.113.9"), found, "{search}");
        }
        let file = gestore.get("/gestione/registro.csv").await.is(200);
        assert!(file.header("Content-Disposition").unwrap().contains("registro-2026-03-02.csv"));
        assert_eq!(file.body.lines().count(), 2);
        assert!(file.body.contains("2026-03-02T08:00:00Z;Accesso disabilitato;Anna Bianchi;gestore;gestore del sistema;"), "{}", file.body);
        // A reason that a spreadsheet would run.
        assert!(file.body.contains(";'=1+1;203.0.113.9"), "{}", file.body);
    });
}

#[test]
fn one_line_or_three_take_the_same_statements() {
    on_each_engine(async |house| {
        let gestore = house.administrator().await;
        for lines in [1, 3] {
            while q("select count(*) from deed").count(&mut house.db.reader().await.unwrap()).await.unwrap() < lines {
                disable_somebody(house, 1).await;
            }
            for page in ["/gestione/registro", "/gestione/accessi"] {
                let (answer, statements) = house.counting(gestore.get(page)).await;
                answer.is(200);
                assert_eq!(statements, 3, "{page}");
            }
        }
        gestore.get("/gestione/registro?pagina=7").await.leads_to("/gestione/registro");
    });
}

#[test]
fn the_access_log_is_of_gestori_alone() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        anna.post("/esci", &[]).await.is(303);
        let gestore = house.administrator().await;
        let username = gestore.who().username.clone();
        for login in [username.as_str(), "GESTORE-2@comune.example", "partecipante", "nessuno"] {
            house.visitor().at("203.0.113.9").post("/entra", &[("utente", login), ("password", "sbagliata di certo")]).await.is(422);
        }
        let elsewhere = gestore.elsewhere().await;
        elsewhere.post("/esci", &[]).await.is(303);
        let rows: Vec<(String, String)> =
            q("select kind, username from system_access order by kind").all(&mut house.db.reader().await.unwrap()).await.unwrap();
        let kinds: Vec<&str> = rows.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(kinds, ["in", "in", "out", "refused", "refused"]);
        assert!(rows.iter().all(|(_, name)| *name == username), "{rows:?}");
        gestore.get("/gestione/accessi").await.is(200).shows("Accesso rifiutato").shows("203.0.113.9");
        gestore.get("/gestione/accessi?tipo=out").await.is(200).hides("203.0.113.9").shows("Uscito");
        assert_eq!(gestore.get("/gestione/accessi.csv?tipo=refused").await.is(200).body.lines().count(), 3);
    });
}

#[test]
fn the_access_log_is_kept_for_six_months_at_least() {
    let expiry = SYSTEM_ACCESSES.expiry.map(|expiry| expiry.days);
    assert!(expiry.is_none_or(|days| days >= ACCESS_LOG_SHORTEST), "{expiry:?} days");
    on_each_engine(async |house| {
        house.administrator().await;
        house.clock.set(house.clock.now().plus_days(ACCESS_LOG_SHORTEST));
        house.tick().await;
        let kept = q("select count(*) from system_access").count(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(kept, 1);
    });
}
