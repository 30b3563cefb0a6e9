//! Hours of teaching, confirmed by who taught.

use super::{at, class, text_of};
use crate::house::on_each_engine;

#[test]
fn a_docente_confirms_the_sessions_that_are_over_and_signs_what_was_confirmed() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let desk = house.secretary().await;
        class.docente.get("/area/docenza/ore").await.is(200).shows("Non c’è ancora nessuna sessione finita.");
        class.docente.get("/area/docenza/ore.pdf").await.is(404);
        house.clock.set(at(13, 0));
        desk.get("/segreteria/ore-docenza").await.is(200).shows("da confermare").shows("0 minuti");
        class.docente.get("/area/docenza/ore").await.shows("I modelli organizzativi").hides("Laboratorio");
        let (morning, afternoon) = (class.morning.to_string(), class.afternoon.to_string());
        for (topic, hours, minutes, says) in [
            ("", "4", "0", "Scrivete l’argomento svolto."),
            ("Modelli", "quattro", "0", "Scrivete ore e minuti in cifre"),
            ("Modelli", "0", "0", "Scrivete ore e minuti in cifre"),
            ("Modelli", "13", "0", "Scrivete ore e minuti in cifre"),
        ] {
            let typed = [("sessione", morning.as_str()), ("argomento", topic), ("ore", hours), ("minuti", minutes)];
            let back = class.docente.post("/area/docenza/ore", &typed).await.is(422).shows(says);
            assert_eq!(back.field("ore").as_deref(), Some(hours));
        }
        let typed = [("sessione", morning.as_str()), ("argomento", "Modelli a confronto"), ("ore", "3"), ("minuti", "45")];
        class.docente.post("/area/docenza/ore", &typed).await.leads_to("/area/docenza/ore?esito=confermata");
        // Not what is still to come, nor what somebody else taught.
        let early = [("sessione", afternoon.as_str()), ("argomento", "Laboratorio"), ("ore", "3"), ("minuti", "0")];
        class.docente.post("/area/docenza/ore", &early).await.is(404);
        house.trainer().await.post("/area/docenza/ore", &typed).await.is(404);
        house.clock.set(at(17, 0));
        class.docente.get("/area/docenza/ore").await.shows("Confermate in tutto: 3 ore e 45 minuti.").shows("Laboratorio");
        let sheet = class.docente.get("/area/docenza/ore.pdf").await.is(200);
        if let Some(pages) = text_of(&sheet.bytes) {
            assert_eq!(pages.len(), 1);
            for part in [
                "Modelli a confronto",
                "3 ore e 45",
                "1 sessione non è ancora confermata",
                "CUP B89C15000120001",
                &class.docente.who().name,
            ] {
                assert!(pages[0].contains(part), "«{part}»:\n{}", pages[0]);
            }
            assert!(!pages[0].contains("Laboratorio"), "{}", pages[0]);
        }
        let csv =
            desk.get("/segreteria/ore-docenza.csv").await.is(200).shows("Modelli a confronto;225;2026-03-02").shows("Laboratorio;180;");
        assert_eq!(csv.body.lines().count(), 3);
        assert!(desk.get("/segreteria/ore-docenza.xlsx").await.is(200).bytes.starts_with(b"PK"));
        let own = format!("/segreteria/ore-docenza/{}/foglio.pdf", class.docente.who().id);
        desk.get(&own).await.is(200);
        class.docente.get(&own).await.is(404);
        class.docente.get("/segreteria/ore-docenza").await.is(404);
    });
}
