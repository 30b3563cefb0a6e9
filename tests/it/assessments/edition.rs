//! The questionnaire of a rilevazione is that of the edition which counts, and stays it.

use affianca::domain::edition::{QuestionnaireVersion, Terms};
use affianca::platform::db::q;

use super::{opened, section};
use crate::house::{House, on_each_engine, on_each_engine_with};

const OWN: &str = "/area/autodiagnosi";

fn naming(id: &str, version: &str) -> Terms {
    Terms { questionnaire: Some(QuestionnaireVersion { id: id.into(), version: version.into() }), ..Terms::default() }
}

/// Questionnaire and version of every rilevazione.
async fn opened_on(house: &House) -> Vec<String> {
    let rows: Vec<(String,)> = q("select questionnaire || ' ' || version from assessment order by questionnaire desc")
        .all(&mut house.db.reader().await.unwrap())
        .await
        .unwrap();
    rows.into_iter().map(|(on,)| on).collect()
}

#[test]
fn a_rilevazione_opens_on_the_questionnaire_of_the_edition() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.coordinator_of("Bairo").await);
        opened(&anna).await;
        assert_eq!(opened_on(house).await, ["piccoli-comuni 1"], "without an edition, that of the settings");

        house.edition(naming("gradimento-giornata", "1")).await;
        house.visitor().get("/autodiagnosi/questionario").await.is(200).shows("Gradimento della giornata");
        bruno.get(OWN).await.is(200).shows("12 domande");
        opened(&bruno).await;
        assert_eq!(opened_on(house).await, ["piccoli-comuni 1", "gradimento-giornata 1"]);

        // One that was open keeps its own, and another cannot be opened beside it.
        anna.get(&section(&anna, "contesto").await).await.is(200);
        anna.post(OWN, &[]).await.leads_to(&format!("{OWN}?esito=gia-aperta"));
        assert_eq!(opened_on(house).await.len(), 2);
    });
}

#[test]
fn an_edition_that_names_none_asks_for_that_of_the_settings() {
    on_each_engine_with("questionnaire = \"gradimento-giornata\"", async |house| {
        house.edition(Terms::default()).await;
        opened(&house.coordinator_of("Agliè").await).await;
        assert_eq!(opened_on(house).await, ["gradimento-giornata 1"]);
    });
}

#[test]
fn while_the_version_of_the_edition_is_missing_nothing_opens_and_what_is_open_goes_on() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.coordinator_of("Bairo").await);
        let rilevazione = opened(&anna).await;
        house.edition(naming("piccoli-comuni", "9")).await;

        for path in ["/", "/statistiche", "/mappa"] {
            house.visitor().get(path).await.is(200);
        }
        house.visitor().get("/autodiagnosi/questionario").await.is(503);
        let page = bruno.get(OWN).await.is(200).hides("Inizia la rilevazione</button>");
        page.shows("Edizione di prova").shows("(piccoli-comuni, versione 9) non è su questo server");
        bruno.get("/area").await.is(200).shows("La rilevazione non si può ancora aprire");
        bruno.post(OWN, &[]).await.leads_to(OWN);
        assert_eq!(opened_on(house).await.len(), 1);

        anna.get(&format!("{rilevazione}/ripresa")).await.is(303);
        anna.get(&section(&anna, "contesto").await).await.is(200);
        anna.get(OWN).await.is(200).hides("non è su questo server");

        // The desk goes on too, and the form of the edition keeps the name of what is missing.
        let segreteria = house.secretary().await;
        for path in ["/segreteria", "/segreteria/enti", "/segreteria/solleciti"] {
            segreteria.get(path).await.is(200);
        }
        let list = segreteria.get("/segreteria/edizioni").await.is(200);
        let at = list.body.find("/segreteria/edizioni/0").unwrap();
        let address = list.body[at..].split('"').next().unwrap().to_owned();
        segreteria.get(&address).await.is(200).shows("piccoli-comuni/9: non è su questo server");
    });
}
