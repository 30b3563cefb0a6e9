//! The signed register: scanned, read, and the day closed on it.

use affianca::platform::db::q;

use super::{SCAN, at, class, pdf};
use crate::house::on_each_engine;
use affianca::domain::ids::RegisterScanId;

#[test]
fn a_day_is_closed_once_nothing_is_lacking() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, _) = class.seated("anna").await;
        let paper = class.path("/firme");
        class
            .docente
            .get(&paper)
            .await
            .is(200)
            .shows("La giornata finisce alle 17.00")
            .shows("Manca la scansione")
            .shows("Mancano 2 firme");
        let closing = class.path("/chiusura");
        class.docente.post(&closing, &[]).await.is(422).shows("La giornata finisce alle 17.00");
        house.clock.set(at(13, 0));
        class.tap(&class.docente, &anna, &class.morning, &[("esito", "presente")]).await.is(303);
        house.clock.set(at(17, 5));
        class.attach(&class.docente, "registro.pdf", &pdf("firme")).await.leads_to(&format!("{paper}?esito=allegato"));
        class.docente.post(&closing, &[]).await.is(422).shows("Mancano 2 firme").hides("Manca la scansione");
        // The paper says what was noted: of the afternoon nothing was.
        class.docente.post(&paper, &[("azione", "conferma")]).await.leads_to(&format!("{paper}?esito=salvato"));
        class.docente.post(&closing, &[]).await.is(422).shows("Manca 1 firma");
        let box_of = |kind: &str| format!("{kind}-{}-{anna}", class.afternoon);
        let (signed, late) = (box_of("firma"), box_of("ritardo"));
        let wrong =
            class.docente.post(&paper, &[(&signed, "si"), (&late, "200")]).await.is(422).shows("meno di quanti ne dura la sessione");
        assert_eq!(wrong.field(&late).as_deref(), Some("200"));
        class.docente.post(&paper, &[(&signed, "si"), (&late, "10")]).await.is(303);
        // Nobody had noted it: the difference is told, and stays.
        class.docente.get(&paper).await.shows("presente, 10 minuti di ritardo").shows("Prevale il foglio firmato");
        class.docente.post(&closing, &[]).await.leads_to(&format!("{paper}?esito=chiusa"));
        class.docente.get(&class.path("")).await.is(200).shows("Giornata chiusa oggi alle 17.05 da").hides("aria-pressed");
        class.docente.get(&paper).await.is(200).shows("presente, 10 minuti di ritardo").hides("Chiudi la giornata");
        class.docente.post(&closing, &[]).await.is(422);
        // From now on nothing is ticked, and nothing read anew.
        let closed = format!("{}?esito=chiusa", class.path(""));
        class.tap(&class.docente, &anna, &class.morning, &[("esito", "assente")]).await.leads_to(&closed);
        class.docente.post(&paper, &[(&signed, "no")]).await.leads_to(&closed);
        class.attach(&class.docente, "altro.pdf", &pdf("altro")).await.is(422).shows("non si allega più niente");
        let held = q("select count(*) from deed where kind = 'day-held'").count(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(held, 1);
    });
}

#[test]
fn of_two_closings_at_once_one_closes_and_a_tick_comes_before_or_not_at_all() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, _) = class.seated("anna").await;
        let desk = house.secretary().await;
        house.clock.set(at(13, 0));
        desk.get(&class.path("")).await.is(200);
        class.docente.get(&class.path("")).await.is(200);
        house.clock.set(at(17, 5));
        class.attach(&class.docente, "registro.pdf", &pdf("firme")).await.is(303);
        class.all_signed(std::slice::from_ref(&anna)).await;
        let closing = class.path("/chiusura");
        let (one, two, tick) = tokio::join!(
            class.docente.post(&closing, &[]),
            desk.post(&closing, &[]),
            class.tap(&desk, &anna, &class.morning, &[("esito", "assente")]),
        );
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422]);
        let ticked = class.marks(&anna, &class.morning).await.iter().any(|(source, ..)| source == "tick");
        assert_eq!(ticked, !tick.location.unwrap().contains("esito=chiusa"));
    });
}

#[test]
fn a_closed_register_is_corrected_by_the_segreteria_with_a_reason_and_the_former_value_stays() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, _) = class.seated("anna").await;
        let desk = house.secretary().await;
        let cell = format!("/segreteria/presenze/{}/{}/{anna}", class.day, class.morning);
        desk.get(&cell).await.is(200).shows("La giornata non è ancora chiusa");
        desk.post(&cell, &[("esito", "assente"), ("motivo", "prova")]).await.is(422).shows("La giornata non è ancora chiusa");
        house.clock.set(at(13, 0));
        desk.get(&cell).await.is(200);
        class.docente.get(&class.path("")).await.is(200);
        house.clock.set(at(17, 5));
        class.attach(&class.docente, "registro.pdf", &pdf("firme")).await.is(303);
        class.all_signed(std::slice::from_ref(&anna)).await;
        class.docente.post(&class.path("/chiusura"), &[]).await.is(303);
        class.docente.get(&class.path("")).await.hides("Storia e correzione");
        class.docente.get(&cell).await.is(404);
        desk.get(&class.path("")).await.shows(&cell);
        desk.post(&cell, &[]).await.is(422).shows("Scegliete se la persona era presente.").shows("Scrivete il motivo.");
        let typed = [("esito", "presente"), ("ritardo", "300"), ("motivo", "firma spostata")];
        let back = desk.post(&cell, &typed).await.is(422).shows("meno di quanti ne dura la sessione");
        assert_eq!((back.field("ritardo").as_deref(), back.field("motivo").as_deref()), (Some("300"), Some("firma spostata")));
        desk.post(&cell, &[("esito", "assente"), ("motivo", "la firma era di un’altra riga")])
            .await
            .leads_to(&format!("{cell}?esito=corretta"));
        desk.get(&cell).await.shows("Ora vale: assente.").shows("registro firmato").shows("la firma era di un’altra riga");
        let states: Vec<_> = class.marks(&anna, &class.morning).await.into_iter().map(|(source, state, ..)| (source, state)).collect();
        assert_eq!(states, [("paper".to_owned(), "present".to_owned()), ("correction".to_owned(), "absent".to_owned())]);
        let told = q("select detail from deed where kind = 'presence-corrected'");
        let (detail,): (String,) = told.one(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(detail, "Mattina, 9.00–13.00: da «presente» a «assente»; la firma era di un’altra riga");
    });
}

#[test]
fn a_scan_is_what_it_holds_and_gives_way_only_for_a_reason() {
    on_each_engine(async |house| {
        let class = class(house).await;
        class.seated("anna").await;
        let (paper, docente) = (class.path("/firme"), &class.docente);
        for (name, bytes, says) in [
            ("registro.pdf", b"<html><script>alert(1)</script></html>".to_vec(), "non è un PDF, un JPEG o un PNG intero"),
            ("registro.pdf", b"%PDF-1.7 a met\xc3\xa0".to_vec(), "non è un PDF, un JPEG o un PNG intero"),
            ("grande.pdf", [pdf("x"), vec![b' '; 20 * 1024 * 1024]].concat(), "supera i 20 MB"),
        ] {
            class.attach(docente, name, &bytes).await.is(422).shows(says);
        }
        docente.post(&class.path("/registro"), &[]).await.is(422).shows("Scegliete il file della scansione.");
        let first = pdf("pagina uno");
        class.attach(docente, "<b>uno.PDF", &first).await.is(303);
        class.attach(docente, "due.pdf", &first).await.is(422).shows("Questo file è già allegato.");
        docente.get(&paper).await.shows("&lt;b&gt;uno.PDF").hides("<b>uno");
        let scan: RegisterScanId = class.id(SCAN).await;
        let file = class.path(&format!("/registro/{scan}"));
        let got = docente.get(&file).await.is(200);
        assert_eq!((got.bytes.as_slice(), got.header("Content-Type")), (first.as_slice(), Some("application/pdf")));
        assert!(got.header("Content-Disposition").unwrap().starts_with("attachment; filename=\"registro-firmato-"));
        for stranger in [house.trainer().await, house.member_of("Agliè").await] {
            stranger.get(&file).await.is(404);
            stranger.get(&format!("{file}/sostituzione")).await.is(404);
            stranger.upload(&format!("{file}/sostituzione"), &[("motivo", "x")], "a.pdf", &pdf("a")).await.is(404);
        }
        house.secretary().await.get(&file).await.is(200);
        // Another takes its place, and the first stays to be seen.
        let replacing = format!("{file}/sostituzione");
        docente
            .upload(&replacing, &[("motivo", " ")], "due.png", b"\x89PNG\r\n\x1a\n..IEND....")
            .await
            .is(422)
            .shows("Scrivete il motivo.");
        docente.upload(&replacing, &[("motivo", "pagina storta")], "due.txt", b"testo").await.is(422).shows("non è un PDF");
        let png = b"\x89PNG\r\n\x1a\n..IEND....";
        docente.upload(&replacing, &[("motivo", "pagina storta")], "due.png", png).await.leads_to(&format!("{paper}?esito=sostituito"));
        docente.get(&paper).await.shows("due.png").shows("sostituito da").shows("pagina storta");
        docente.get(&file).await.is(200);
        docente.get(&replacing).await.is(404);
        docente.upload(&replacing, &[("motivo", "ancora")], "tre.pdf", &pdf("tre")).await.is(404);
    });
}
