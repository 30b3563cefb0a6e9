//! Logs of online sessions: looked at, matched, noted.

use affianca::domain::ids::{Id, PresenceLogId};

use super::{at, class_of};
use crate::house::on_each_engine;

const LOG: &str = "select presence_log_id from presence_log where class_day_id = $1 order by presence_log_id desc limit 1";

#[test]
fn a_log_is_looked_at_before_it_notes_anything() {
    on_each_engine(async |house| {
        let class = class_of(house, |draft| {
            draft.online_link = Some("https://aula.example/1".into());
            draft.region = None;
        })
        .await;
        let (anna, anna_name) = class.seated("anna").await;
        let (ivo, ivo_name) = class.seated("ivo").await;
        let (lia, _) = class.seated("lia").await;
        let (_, absent) = class.seated("omar").await;
        let logs = class.path("/collegamenti");
        for (bytes, says) in
            [(&b"Nome;Entrata\nAnna;09:00\n"[..], "Manca la colonna dell’ora di uscita"), (b"PK\x03\x04 xlsx", "file"), (b"", "file")]
        {
            class.docente.upload(&logs, &[], "log.csv", bytes).await.is(422).shows(says);
        }
        let turned: Vec<&str> = ivo_name.split(' ').rev().collect();
        let text = format!(
            "Nome;E-mail;Entrata;Uscita\n\
             A. B.;ANNA-USER@comune.example;08:50;10:00\n\
             A. B.;anna-user@comune.example;09:30;13:10\n\
             {};;09:10;12:50\n\
             Tablet di Lia;;09:00;11:00\n\
             Tablet di Lia;;11:30;13:00\n\
             Nessuno;;09:00;boh\n",
            turned.join(" ")
        );
        let email = "update person set email = 'anna-user@comune.example' where person_id = $1";
        let mut tx = house.db.begin().await.unwrap();
        affianca::platform::db::q(email).bind(&anna).run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        class.docente.upload(&logs, &[], "log.csv", text.as_bytes()).await.is(303);
        let id: PresenceLogId = class.id(LOG).await;
        let log = class.path(&format!("/collegamenti/{id}"));
        let page = class.docente.get(&log).await.is(200);
        let page = page.shows("1 riga non si legge").shows("Riga 7: «boh» non è un’ora di uscita");
        let page = page.shows("dall’indirizzo e-mail").shows("dal nome").shows("non trovato tra gli iscritti");
        page.shows("2 iscritti non sono nel file").shows("presente, 10 minuti di ritardo, 10 minuti prima della fine");
        // Looking notes nothing.
        assert_eq!(class.marks(&anna, &class.morning).await, []);
        let by_hand =
            [("chi-0", "anna-user@comune.example"), ("persona-0", anna.as_str()), ("chi-2", "tablet di lia"), ("persona-2", lia.as_str())];
        class.docente.post(&log, &by_hand).await.leads_to(&format!("{log}?esito=salvato"));
        class.docente.get(&log).await.shows("indicato a mano").shows("1 iscritto non è nel file");
        class.docente.post(&format!("{log}/conferma"), &[]).await.leads_to(&format!("{log}?esito=importato"));
        let said = |source: &str, state: &str, late, early| vec![(source.to_owned(), state.to_owned(), late, early)];
        assert_eq!(class.marks(&anna, &class.morning).await, said("log", "present", 0, 0));
        assert_eq!(class.marks(&anna, &class.afternoon).await, said("log", "absent", 0, 0));
        assert_eq!(class.marks(&ivo, &class.morning).await, said("log", "present", 10, 10));
        // Half an hour away in between.
        class.docente.get(&class.path("")).await.shows("presente, 30 minuti di assenza nel mezzo").shows(&anna_name).shows(&absent);
        // Again changes nothing.
        class.docente.post(&format!("{log}/conferma"), &[]).await.is(303);
        assert_eq!(class.marks(&ivo, &class.morning).await.len(), 1);
        // A day that is online only is closed on its log.
        house.clock.set(at(13, 0));
        class.docente.get(&logs).await.is(200).shows("importato oggi alle 9.00");
        house.clock.set(at(17, 5));
        class.docente.get(&class.path("/firme")).await.is(200).hides("Manca la scansione").shows("Mancano 8 firme");
        class.docente.post(&class.path("/firme"), &[("azione", "conferma")]).await.is(303);
        class.docente.post(&class.path("/chiusura"), &[]).await.is(422).shows("Mancano 2 firme");
        // Another docente finds neither the file nor its names.
        house.trainer().await.get(&log).await.is(404);
    });
}
