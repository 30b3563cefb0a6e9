//! Editions over HTTP: written by the segreteria, shown to everybody, narrowed without putting anybody out.

use affianca::domain::edition::Terms;
use affianca::domain::ids::EditionId;
use affianca::enti::{self, AdhesionState};
use affianca::platform::db::q;

use crate::house::{House, on_each_engine, on_each_engine_with};

const EDITIONS: &str = "/segreteria/edizioni";
const NEW: &str = "/segreteria/edizioni/nuova";

/// The fields of a sound form, to be bent by each test.
fn sound() -> Vec<(&'static str, &'static str)> {
    vec![
        ("nome", "Edizione di primavera"),
        ("dal", "2026-02-01"),
        ("al", "2026-12-31"),
        ("regione", "Piemonte"),
        ("regione", "Toscana"),
        ("residenti", "5.000"),
        ("forma", "unione"),
        ("misura", "one-comune"),
        ("altro", "prefettura"),
        ("temi", "Modelli organizzativi\nServizi demografici"),
        ("forum", "4"),
        ("questionario", "piccoli-comuni/1"),
        ("email", "piano@example.org"),
        ("cup", "B89C15000120001"),
        ("dicitura", "Progetto dimostrativo, finanziato da nessuno."),
        ("chiesto-age-class", "1"),
        ("perche-age-class", "Serve alla rendicontazione."),
        ("scelte-age-class", "Fino a 29 anni\nDa 30 a 54\n55 e più"),
    ]
}

fn with<'a>(fields: &[(&'a str, &'a str)], name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut bent: Vec<_> = fields.iter().filter(|(n, _)| *n != name).copied().collect();
    bent.push((name, value));
    bent
}

async fn only_one(house: &House) -> EditionId {
    let mut conn = house.db.reader().await.unwrap();
    let all: Vec<(EditionId,)> = q("select edition_id from edition").all(&mut conn).await.unwrap();
    assert_eq!(all.len(), 1);
    all[0].0.clone()
}

#[test]
fn an_edition_is_written_once_and_shown_on_every_page() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        visitor.get("/").await.is(200).hides("Edizione di primavera");
        let segreteria = house.secretary().await;
        segreteria.get(EDITIONS).await.is(200).shows("Non c’è ancora nessuna edizione.");
        segreteria.get(NEW).await.is(200).shows("Valle d'Aosta").shows("Chi la finanzia");
        segreteria.post(NEW, &sound()).await.is(303).leads_to("/segreteria/edizioni?esito=creata");
        segreteria.get(EDITIONS).await.is(200).shows("Edizione di primavera").shows("quella di oggi").shows("Comuni fino a 5000 residenti");
        for path in ["/", "/autodiagnosi", "/mappa"] {
            let page = visitor.get(path).await.is(200);
            page.shows("Edizione di primavera, dal 1º febbraio 2026 al 31 dicembre 2026").shows("finanziato da nessuno");
        }
        visitor.get("/?lang=en").await.is(200).shows("Edizione di primavera, from 1 February 2026 to 31 December 2026");
        let form = segreteria.get(&format!("{EDITIONS}/{}/modifica", only_one(house).await)).await.is(200);
        form.shows("value=\"B89C15000120001\"").shows("Servizi demografici").shows("Da 30 a 54");
    });
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        for (name, value, told) in [
            ("nome", "", "Scrivete il nome"),
            ("al", "2026-01-31", "viene prima del primo"),
            ("regione", "Atlantide", "Scegliete almeno una regione"),
            ("residenti", "pochi", "un numero intero di residenti"),
            ("cup", "12", "Il CUP ha 15 caratteri"),
            ("email", "", "almeno un recapito"),
            ("perche-age-class", "", "perché chiedete il dato «Classe di età»"),
            ("scelte-age-class", "Una sola", "servono da 2 a 40 risposte"),
            ("questionario", "altro/7", "non c’è più"),
        ] {
            let page = segreteria.post(NEW, &with(&sound(), name, value)).await.is(422);
            page.shows(told).shows("Servizi demografici").shows("id=\"errori\"");
        }
        segreteria.get(EDITIONS).await.is(200).shows("Non c’è ancora nessuna edizione.");
    });
}

#[test]
fn a_narrower_rule_warns_and_puts_nobody_out() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        segreteria.post(NEW, &sound()).await.is(303);
        let (edition, aglie, bairo) = (only_one(house).await, house.ente("Agliè").await, house.ente("Bairo").await);
        let desk = house.desk().await;
        enti::invite(&desk, &edition, &[aglie.clone(), bairo.clone()]).await.unwrap();
        for ente in [&aglie, &bairo] {
            enti::change_adhesion(&desk, (&edition, ente), AdhesionState::Adhering, 1).await.unwrap().unwrap();
        }
        // 2558 at Agliè and 792 at Bairo.
        let address = format!("{EDITIONS}/{edition}/modifica");
        let mut narrower = with(&sound(), "residenti", "1000");
        narrower.push(("visto", "1"));
        let page = segreteria.post(&address, &narrower).await.is(422);
        page.shows("Un ente che già aderisce resterebbe fuori").shows("Agliè (TO)").hides("Bairo (TO)").shows("Nessuno viene escluso");
        narrower.push(("confermo", "1"));
        segreteria.post(&address, &narrower).await.is(303);
        let stands = enti::adhesion_of(&desk, &edition, &aglie).await.unwrap().unwrap();
        assert_eq!(stands.state, AdhesionState::Adhering);
        // Opened on the former revision: somebody was first.
        segreteria
            .post(&address, &narrower)
            .await
            .is(409)
            .shows("qualcun altro ha modificato l’edizione")
            .shows("name=\"visto\" value=\"2\"");
        let mut conn = house.db.reader().await.unwrap();
        let told: Vec<(String,)> = q("select detail from deed where kind = 'edition-changed'").all(&mut conn).await.unwrap();
        assert_eq!(told.len(), 1);
        assert!(told[0].0.contains("residents_at_most: 5000 → 1000"), "{}", told[0].0);
    });
}

/// Settings with three emblems, whose files are in a folder.
fn three_emblems(folder: &std::path::Path) -> String {
    let emblem = |(name, text): (&str, &str)| {
        let file = folder.join(name);
        std::fs::write(&file, format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><title>{text}</title></svg>"))
            .unwrap();
        format!("[[emblems]]\nfile = \"{}\"\ntext = \"{text}\"\n", file.display())
    };
    [("ue.svg", "Unione europea"), ("ministero.svg", "Ministero"), ("regione.svg", "Regione di prova")].map(emblem).concat()
}

/// The name of the control for the place of an emblem, as the page has it.
fn place_of(page: &str, text: &str) -> String {
    let from = page.find(&format!("<strong>{text}</strong>")).unwrap();
    let name = page[from..].split("name=\"").nth(1).unwrap();
    name.split('"').next().unwrap().to_owned()
}

#[test]
fn the_segreteria_sees_the_emblems_of_the_settings_and_orders_those_that_an_edition_shows() {
    let folder = tempfile::tempdir().unwrap();
    on_each_engine_with(&three_emblems(folder.path()), async |house| {
        let (segreteria, visitor) = (house.secretary().await, house.visitor());
        let shown = async || {
            let page = visitor.get("/mappa").await.is(200).body;
            let mut at: Vec<_> = ["Unione europea", "Ministero", "Regione di prova"]
                .into_iter()
                .filter_map(|text| Some((page.find(&format!("alt=\"{text}\""))?, text)))
                .collect();
            at.sort_unstable();
            at.into_iter().map(|(_, text)| text).collect::<Vec<_>>()
        };
        assert_eq!(shown().await, ["Unione europea", "Ministero", "Regione di prova"], "without an edition, all of the settings");
        let form = segreteria.get(NEW).await.is(200);
        for (file, text) in [("ue.svg", "Unione europea"), ("ministero.svg", "Ministero"), ("regione.svg", "Regione di prova")] {
            assert!(form.body.contains(file) && form.body.contains(&format!("alt=\"{text}\"")), "{file}");
        }
        let (ue, regione) = (place_of(&form.body, "Unione europea"), place_of(&form.body, "Regione di prova"));
        let mut fields = sound();
        fields.extend([(regione.as_str(), "1"), (ue.as_str(), "2")]);
        // What comes back keeps its places.
        let back = segreteria.post(NEW, &with(&fields, "nome", "")).await.is(422).body;
        let first = back.split("<ol class=\"aff-emblems\">").nth(1).unwrap();
        assert!(first.find("Regione di prova") < first.find("Unione europea"), "the first comes first");
        segreteria.post(NEW, &fields).await.is(303);
        assert_eq!(shown().await, ["Regione di prova", "Unione europea"]);
        // Kept as chosen when something else is changed.
        let address = format!("{EDITIONS}/{}/modifica", only_one(house).await);
        let form = segreteria.get(&address).await.is(200).body;
        let first = form.split("<ol class=\"aff-emblems\">").nth(1).unwrap();
        assert!(first.contains("<option value=\"1\" selected>1</option>"), "{first}");
        assert!(first.find("Regione di prova") < first.find("Unione europea"));
    });
}

#[test]
fn an_emblem_that_has_left_the_settings_is_told_on_the_form() {
    let folder = tempfile::tempdir().unwrap();
    on_each_engine_with(&three_emblems(folder.path()), async |house| {
        let mut terms = Terms::default();
        terms.funding.emblems = vec!["Fondo che non c’è più".into(), "Ministero".into()];
        let edition = house.edition(terms).await;
        let form = house.secretary().await.get(&format!("{EDITIONS}/{edition}/modifica")).await.is(200);
        form.shows("L’edizione mostrava anche «Fondo che non c’è più»").shows("alt=\"Ministero\"");
        house.visitor().get("/mappa").await.is(200).shows("alt=\"Ministero\"").hides("alt=\"Regione di prova\"");
    });
}

#[test]
fn the_list_asks_as_much_for_three_editions_as_for_one() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        house.edition(Terms::default()).await;
        assert_eq!(house.counting(segreteria.get(EDITIONS)).await.1, 3);
        house.edition(Terms::default()).await;
        house.edition(Terms::default()).await;
        let (page, asked) = house.counting(segreteria.get(EDITIONS)).await;
        assert_eq!(asked, 3);
        page.is(200);
    });
}
