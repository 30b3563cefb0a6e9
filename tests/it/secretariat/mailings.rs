//! Invitations to many enti: chosen by filters, written once, sent to nobody twice.

use affianca::domain::edition::Terms;
use affianca::domain::ids::EnteId;
use affianca::platform::db::q;
use affianca::platform::jobs::{RESTLESS, tick};

use crate::house::{Answer, Browser, House, Received, on_each_engine};

const NEW: &str = "/segreteria/inviti/nuovo";
const TEXT: &str = "Vi aspettiamo & è facile.\n\nA presto.";

async fn set_pec(house: &House, ente: &str, pec: &str) -> EnteId {
    let id = house.ente(ente).await;
    let mut tx = house.db.begin().await.unwrap();
    q("update ente set pec = $2 where ente_id = $1").bind(&id).bind(pec).run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// An edition for comuni of up to 5,000 residents; Agliè and Bairo can be written to.
async fn scene(house: &House) -> Browser<'_> {
    house.edition(Terms { residents_at_most: Some(5000), ..Terms::default() }).await;
    for (ente, pec) in [("Agliè", "aglie@pec.example"), ("Bairo", "bairo@pec.example")] {
        set_pec(house, ente, pec).await;
    }
    house.secretary().await
}

/// What the form would send as it stands, with this text; `read` is the one that was shown.
fn form(page: &Answer, filters: &str, (text, read): (&str, &str), action: &str) -> Vec<(&'static str, String)> {
    let hidden = |name: &str| {
        let from = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}"));
        from.split('"').next().unwrap().to_owned()
    };
    let typed = [("scelta", filters), ("letto", read), ("testo", text), ("azione", action)].map(|(name, value)| (name, value.to_owned()));
    [("invio", hidden("invio")), ("quanti", hidden("quanti"))].into_iter().chain(typed).collect()
}

async fn send(browser: &Browser<'_>, form: &[(&'static str, String)]) -> Answer {
    let pairs: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(NEW, &pairs).await
}

/// Begins a mailing to the enti of the filters and says where it is.
async fn begin(browser: &Browser<'_>, filters: &str) -> String {
    let page = browser.get(&format!("{NEW}{filters}")).await.is(200);
    let answer = send(browser, &form(&page, filters, (TEXT, TEXT), "invia")).await.is(303);
    answer.location.unwrap().split('?').next().unwrap().to_owned()
}

/// What the jobs write and what leaves.
async fn delivered(house: &House) -> Vec<Received> {
    let mut all = house.letters().await;
    all.extend(house.letters().await);
    all
}

async fn count(house: &House, sql: &'static str) -> i64 {
    q(sql).count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

#[test]
fn the_page_says_how_many_are_invited_and_why_the_others_are_not() {
    on_each_engine(async |house| {
        let segreteria = scene(house).await;
        house.coordinator_of("Bairo").await;
        let page = segreteria.get(&format!("{NEW}?provincia=TO")).await.is(200).shows("Un ente riceve l’invito.");
        page.shows("1: hanno già un referente").shows("senza PEC").shows("fuori dalle regole dell’edizione").hides("si sono ritirati");
        let only = segreteria.get(&format!("{NEW}?cerca=bairo")).await.is(200).shows("Nessuno di questi enti può ricevere l’invito.");
        only.hides("name=\"azione\"");
        segreteria.get("/segreteria/enti?provincia=TO").await.is(200).shows("href=\"/segreteria/inviti/nuovo?provincia=TO\"");
        segreteria.post(NEW, &[("scelta", "?cerca=bairo"), ("testo", TEXT)]).await.is(422).shows("Nessuno degli enti scelti può ricevere");
    });
}

#[test]
fn without_an_edition_there_is_nothing_to_invite_to() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        segreteria.get(NEW).await.is(404);
        segreteria.get("/segreteria/enti").await.is(200).hides(NEW);
        segreteria.get("/segreteria/inviti").await.is(200).shows("Nessun invio finora.");
    });
}

#[test]
fn the_message_is_seen_as_it_will_be_before_it_leaves() {
    on_each_engine(async |house| {
        let segreteria = scene(house).await;
        let filters = "?cerca=aglie&provincia=TO";
        let page = segreteria
            .get(&format!("{NEW}{filters}"))
            .await
            .is(200)
            .shows("Come lo leggerà il primo ente")
            .shows("Registratevi per il Comune di Agliè (TO)");
        // What was changed is read again before it leaves.
        let changed = send(&segreteria, &form(&page, filters, (TEXT, "altro"), "invia")).await.is(422);
        changed.shows("rileggete il messaggio").shows("Vi aspettiamo &amp; è facile.").hides("Il Piano affianca");
        send(&segreteria, &form(&page, filters, (TEXT, ""), "anteprima")).await.is(200).shows("Vi aspettiamo &amp; è facile.");
        let long = "a".repeat(2001);
        for (text, says) in [("", "Scrivete almeno una frase."), (long.as_str(), "supera i 2000 caratteri")] {
            send(&segreteria, &form(&page, filters, (text, text), "invia")).await.is(422).shows(says);
        }
        assert_eq!(count(house, "select count(*) from mailing").await, 0);
    });
}

#[test]
fn enti_are_invited_each_with_its_own_link_and_the_segreteria_sees_what_became_of_them() {
    on_each_engine(async |house| {
        let segreteria = scene(house).await;
        let mailing = begin(&segreteria, "?provincia=TO").await;
        segreteria.get(&mailing).await.is(200).shows("0 messaggi scritti su 2.").shows("in attesa");
        let mut letters = delivered(house).await;
        letters.sort_by(|a, b| a.to.cmp(&b.to));
        assert_eq!(letters.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["aglie@pec.example", "bairo@pec.example"]);
        let aglie = house.ente("Agliè").await;
        assert_eq!(letters[0].subject, "Edizione di prova: invito a partecipare – Comune di Agliè (TO)");
        assert_eq!(letters[0].link(), format!("/registrazione/{aglie}"));
        for says in ["Buongiorno,\n", "Vi aspettiamo & è facile.\n\nA presto.", "/attivazione", "/autodiagnosi"] {
            assert!(letters[0].text.contains(says), "{says}: {}", letters[0].text);
        }
        house.visitor().get(&letters[0].link()).await.is(200).shows("Comune di Agliè (TO)");
        assert_eq!(count(house, "select count(*) from adhesion where state = 'invited'").await, 2);
        let page = segreteria.get(&mailing).await.is(200).shows("spedito il 02/03/2026").shows("provincia TO").hides("<progress");
        page.shows("A presto.");
        segreteria.get(&format!("{mailing}?quali=sent")).await.is(200).shows("2 enti.");
        segreteria.get(&format!("{mailing}?quali=failed")).await.is(200).shows("Nessun ente.");
        segreteria.get(&format!("{mailing}?quali=no-address&pagina=2")).await.is(200);
        segreteria.get("/segreteria/inviti").await.is(200).shows("Edizione di prova").shows("provincia TO");
        segreteria.get(&format!("/segreteria/enti/{aglie}")).await.is(200).shows("invito a partecipare").shows("invitato");
        let trail = house.administrator().await.get("/gestione/registro?tipo=mailing-begun").await.is(200);
        trail.shows("Edizione di prova: 2");
    });
}

#[test]
fn two_clicks_begin_one_mailing_and_who_was_invited_lately_is_left_out_of_the_next() {
    on_each_engine(async |house| {
        let segreteria = scene(house).await;
        let other = segreteria.elsewhere().await;
        let filters = "?provincia=TO";
        let page = segreteria.get(&format!("{NEW}{filters}")).await.is(200);
        let twice = form(&page, filters, (TEXT, TEXT), "invia");
        let answers = tokio::join!(send(&segreteria, &twice), send(&other, &twice));
        assert_eq!((answers.0.status, answers.1.status), (303, 303));
        send(&other, &twice).await.is(303);
        assert_eq!(count(house, "select count(*) from mailing").await, 1);
        assert_eq!(delivered(house).await.len(), 2);
        let page = segreteria.get(&format!("{NEW}{filters}")).await.is(200).shows("2: già invitati negli ultimi 7 giorni");
        page.shows("Nessuno di questi enti");
        house.clock.set(house.clock.now().plus_days(8));
        let segreteria = segreteria.elsewhere().await;
        segreteria.get(&format!("{NEW}{filters}")).await.is(200).shows("2 enti ricevono l’invito.");
    });
}

#[test]
fn of_two_mailings_at_once_no_ente_is_in_both() {
    on_each_engine(async |house| {
        let segreteria = scene(house).await;
        let other = segreteria.elsewhere().await;
        let filters = "?provincia=TO";
        let pages = (segreteria.get(&format!("{NEW}{filters}")).await, other.get(&format!("{NEW}{filters}")).await);
        let forms = (form(&pages.0, filters, (TEXT, TEXT), "invia"), form(&pages.1, filters, (TEXT, TEXT), "invia"));
        let answers = tokio::join!(send(&segreteria, &forms.0), send(&other, &forms.1));
        let mut statuses = [answers.0.status, answers.1.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422], "the second is told that those to invite have changed");
        assert_eq!(delivered(house).await.len(), 2);
    });
}

#[test]
fn two_servers_write_to_each_ente_once_in_bounded_batches() {
    on_each_engine(async |house| {
        let segreteria = scene(house).await;
        let mut tx = house.db.begin().await.unwrap();
        q("update ente set pec = istat_code || '@pec.example' where region = 'Piemonte' and province <> 'TO'").run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mailing = begin(&segreteria, "?regione=Piemonte&residenti=1000").await;
        let waiting = "select count(*) from mailing_ente where done_at is null";
        let all = count(house, waiting).await;
        assert!(all > 200, "only {all} comuni");
        let (server, other) = (house.plant(), house.plant());
        for _ in 0..10 {
            let jobs = affianca::jobs();
            let mailings = || jobs.iter().filter(|job| job.every == RESTLESS && job.name == "mailings");
            let ran = tokio::join!(tick(mailings(), &server), tick(mailings(), &other));
            for job in ran.0.unwrap().into_iter().chain(ran.1.unwrap()) {
                assert!(job.outcome.unwrap() <= 200, "a run is bounded");
            }
        }
        assert_eq!(count(house, waiting).await, 0);
        let letters = delivered(house).await;
        let distinct: std::collections::BTreeSet<_> = letters.iter().map(|letter| letter.to.clone()).collect();
        assert_eq!((letters.len() as i64, distinct.len() as i64), (all, all));
        segreteria.get(&mailing).await.is(200).hides("<progress");
        assert_eq!(count(house, "select count(*) from mailing where ended_at is null").await, 0);
    });
}

#[test]
fn who_withdrew_after_the_confirmation_is_not_written_to() {
    on_each_engine(async |house| {
        let segreteria = scene(house).await;
        let mailing = begin(&segreteria, "?provincia=TO").await;
        let mut tx = house.db.begin().await.unwrap();
        let withdraw = "\
            insert into adhesion (edition_id, ente_id, state, since, revision) \
            select g.edition_id, e.ente_id, 'withdrawn', $1, 1 from mailing g, ente e where e.name = 'Bairo'";
        q(withdraw).bind(house.clock.now()).run(&mut tx).await.unwrap();
        q("update ente set pec = null where name = 'Agliè'").run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(delivered(house).await.is_empty());
        segreteria.get(&format!("{mailing}?quali=withdrawn")).await.is(200).shows("Comune di Bairo (TO)").shows("si sono ritirati");
        segreteria.get(&format!("{mailing}?quali=no-address")).await.is(200).shows("Comune di Agliè (TO)");
    });
}

#[test]
fn one_mailing_and_three_take_the_same_statements() {
    on_each_engine(async |house| {
        let segreteria = scene(house).await;
        let mailing = begin(&segreteria, "?cerca=aglie&provincia=TO").await;
        let pages = ["/segreteria/inviti".to_owned(), mailing, format!("{NEW}?cerca=aglie")];
        let literal = [2, 3, 5];
        let counted = async || {
            for (page, statements) in pages.iter().zip(literal) {
                let (answer, took) = house.counting(segreteria.get(page)).await;
                assert_eq!((answer.status, took), (200, statements), "{page}");
            }
        };
        counted().await;
        begin(&segreteria, "?cerca=bairo&provincia=TO").await;
        set_pec(house, "Ozegna", "ozegna@pec.example").await;
        begin(&segreteria, "?cerca=ozegna&provincia=TO").await;
        counted().await;
        assert_eq!(delivered(house).await.len(), 3);
    });
}
