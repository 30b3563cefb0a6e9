//! The form, step by step; the list and its filters.

use crate::house::{Browser, on_each_engine};

const NEW: &str = "/area/preparazione/nuova";

/// Begins one for Agliè; gives its address.
async fn begun(browser: &Browser<'_>) -> String {
    let page = browser.get(&format!("{NEW}?cerca=aglie")).await.is(200).shows("Comune di Agliè (TO)");
    let id = page.body.split("name=\"ente\" value=\"").nth(1).unwrap()[..36].to_owned();
    let form = [("cerca", "aglie"), ("ente", id.as_str()), ("titolo", "Uno sportello")];
    let to = browser.post(NEW, &form).await.is(303).location.unwrap();
    to.split('?').next().unwrap().to_owned()
}

#[test]
fn a_sheet_is_written_step_by_step_and_each_step_is_kept() {
    on_each_engine(async |house| {
        let trainer = house.trainer().await;
        trainer.post(NEW, &[("cerca", "aglie"), ("titolo", "")]).await.is(422).shows("Scrivete il titolo").shows("Scegliete l’ente");
        let desk = begun(&trainer).await;
        // The comuni come from the register.
        trainer.get(&format!("{desk}/scheda")).await.is(200).shows("1 comune, come nel registro al 2 marzo 2026");
        trainer.post(&format!("{desk}/invio"), &[]).await.is(422).shows("Prima di inviarla compilate: la sintesi");
        let facts = [
            ("titolo", "Uno  sportello"),
            ("sintesi", "Per sei comuni."),
            ("sito", "https://www.example.org/sportello"),
            ("cifre", "Sportelli: 6 (2014)\nPratiche: 904"),
            ("visto", "1"),
            ("azione", "avanti"),
        ];
        trainer.post(&format!("{desk}/scheda"), &facts).await.leads_to(&format!("{desk}/racconto?esito=salvata"));
        let people = [("nome[0]", "Anna Bianchi"), ("ruolo[0]", "Sindaca"), ("al[0]", "2015-04-02"), ("visto", "2")];
        trainer.post(&format!("{desk}/persone"), &people).await.leads_to(&format!("{desk}?esito=salvata"));
        let session = [("giorno", "2015-05-20"), ("domanda[0]", "Quanto costa?"), ("risposta[0]", "Poco."), ("visto", "3")];
        trainer.post(&format!("{desk}/approfondimento"), &session).await.is(303);
        let links = [("modello", "M4"), ("suggerimento", "S20"), ("visto", "4")];
        trainer.post(&format!("{desk}/collegamenti"), &links).await.is(303);
        let preview = trainer.get(&format!("{desk}/anteprima")).await.is(200);
        let preview =
            preview.shows("<h1>Uno sportello</h1>").shows("Sindaca al 2 aprile 2015").shows("904").shows("Quanto costa?").shows("S20");
        preview.shows("https://www.example.org/sportello").shows("Anteprima");
    });
}

#[test]
fn what_is_wrong_in_a_step_is_told_beside_it_and_what_was_typed_stays() {
    on_each_engine(async |house| {
        let trainer = house.trainer().await;
        let desk = begun(&trainer).await;
        let long = "à".repeat(201);
        type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);
        let cases: [Case<'_>; 10] = [
            ("scheda", &[("titolo", "")], "Scrivete il titolo."),
            ("scheda", &[("titolo", &long)], "Al massimo 200 caratteri."),
            ("scheda", &[("titolo", "x"), ("sito", "javascript:alert(1)")], "Scrivete l’indirizzo per intero"),
            ("scheda", &[("titolo", "x"), ("cifre", "uno: 1\ndue")], "Righe da correggere: 2."),
            ("persone", &[("nome[0]", "Anna"), ("al[0]", "ieri")], "Scrivete il ruolo"),
            ("persone", &[("ruolo[1]", "Sindaca"), ("al[1]", "2015-04-02")], "Scrivete nome e cognome."),
            ("approfondimento", &[("giorno", ""), ("domanda[0]", "Quanto?")], "Scrivete la risposta."),
            ("approfondimento", &[("giorno", "mai"), ("incontro", "Molte domande.")], "Scrivete il giorno"),
            ("collegamenti", &[("modello", "M99")], "Scegliete dall’elenco."),
            ("collegamenti", &[("suggerimento", "S99")], "Scegliete dall’elenco."),
        ];
        for (step, typed, told) in cases {
            let page = trainer.post(&format!("{desk}/{step}"), &[typed, &[("visto", "1")]].concat()).await.is(422);
            let page = page.shows(told).shows("aff-summary");
            for (name, value) in
                typed.iter().filter(|(name, value)| !value.is_empty() && !["modello", "suggerimento", "al[0]"].contains(name))
            {
                assert!(page.body.contains(value.split('\n').next().unwrap()), "{step} {name}");
            }
        }
        trainer.get(&format!("{desk}/niente")).await.is(404);
        // Nothing of it was kept.
        trainer.get(&desk).await.is(200).shows("<h1>Uno sportello</h1>");
    });
}

/// Two who prepare at once: the later is told, and keeps what was typed.
#[test]
fn of_two_changes_at_once_the_later_is_told() {
    on_each_engine(async |house| {
        let (trainer, secretary) = (house.trainer().await, house.secretary().await);
        let desk = begun(&trainer).await;
        let form = |text: &'static str| [("approccio", text), ("visto", "1")];
        trainer.post(&format!("{desk}/racconto"), &form("Uno.")).await.is(303);
        let page =
            secretary.post(&format!("{desk}/racconto"), &form("Due.")).await.is(409).shows("Due.").shows("Qualcun altro ha cambiato");
        assert_eq!(page.field("visto").as_deref(), Some("2"));
        trainer.get(&format!("{desk}/racconto")).await.is(200).shows("Uno.").hides("Due.");
    });
}

#[test]
fn hostile_text_is_harmless_on_every_page() {
    on_each_engine(async |house| {
        let (trainer, referente, visitor) = (house.trainer().await, house.coordinator_of("Agliè").await, house.visitor());
        let (ente, me) = (house.ente("Agliè").await, trainer.who().id.clone());
        let hostile = "Ortensie <script>alert(1)</script>\"><img src=x onerror=alert(2)>";
        let id = house.testimonial(&me, &ente, hostile).await;
        let desk = format!("/area/preparazione/{id}");
        let story =
            [("approccio", "<p onclick=alert(1)>a <a href=\"javascript:alert(3)\">b</a></p>"), ("come", hostile), ("forza", hostile)];
        trainer.post(&format!("{desk}/racconto"), &[&story[..], &[("difficolta", hostile), ("visto", "2")]].concat()).await.is(303);
        house.republished(&me, (&referente.who().id, &ente), &id).await;
        house.letters_left();
        let mut pages =
            vec![trainer.get(&desk).await, trainer.get(&format!("{desk}/racconto")).await, referente.get("/area/testimonial").await];
        for address in [format!("/testimonial/{id}"), "/testimonial".into(), "/testimonial.atom".into(), "/cerca?q=ortensie".into()] {
            pages.push(visitor.get(&address).await);
        }
        for page in pages {
            page.is(200).hides("<script>alert").hides("<img src=x").hides("href=\"javascript").hides("<p onclick");
        }
    });
}

#[test]
fn the_list_is_narrowed_by_region_size_and_theme() {
    on_each_engine(async |house| {
        let (trainer, referente, other) =
            (house.trainer().await, house.coordinator_of("Agliè").await, house.coordinator_of("Faenza").await);
        let (aglie, faenza, me) = (house.ente("Agliè").await, house.ente("Faenza").await, trainer.who().id.clone());
        house.published(&me, (&referente.who().id, &aglie), "In collina").await;
        house.published(&me, (&other.who().id, &faenza), "In pianura").await;
        house.letters_left();
        let visitor = house.visitor();
        visitor.get("/testimonial").await.is(200).shows("In collina").shows("In pianura").shows("2 testimonianze");
        for (query, there, not_there) in [
            ("regione=Piemonte", "In collina", "In pianura"),
            ("regione=Emilia-Romagna", "In pianura", "In collina"),
            ("abitanti=5000", "In collina", "In pianura"),
            ("abitanti=60000", "In pianura", "In collina"),
        ] {
            visitor.get(&format!("/testimonial?{query}")).await.is(200).shows(there).hides(not_there).shows("1 testimonianza");
        }
        visitor.get("/testimonial?tema=Altro").await.is(200).shows("Nessuna testimonianza corrisponde");
        visitor.get("/testimonial?tema=Modelli%20organizzativi&lang=en").await.is(200).shows("2 testimonials");
    });
}
