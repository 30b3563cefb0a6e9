//! A deliberately different questionnaire walks the same road: nothing is built for one.

use super::form::Form;
use super::opened;
use super::walk::SIGNATURE;
use crate::house::on_each_engine_with;

#[test]
fn a_survey_without_models_is_answered_closed_and_reported() {
    on_each_engine_with("questionnaire = \"gradimento-giornata\"", async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        let mut address = anna.get(&format!("{rilevazione}/ripresa")).await.is(303).location.unwrap();
        for _ in 0..10 {
            let page = anna.get(address.split('#').next().unwrap()).await.is(200);
            let form = answered(&page.body, Form::of(&page));
            let next = form.send(&anna, "continua").await.is(303).location.unwrap();
            if next.ends_with("/riepilogo") {
                break;
            }
            address = next;
        }
        anna.get(&format!("{rilevazione}/riepilogo")).await.is(200).shows("Non manca nessuna risposta");
        anna.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.leads_to(&format!("{rilevazione}/rapporto/1?esito=chiusa"));
        anna.get(&format!("{rilevazione}/rapporto/1")).await.is(200).hides("modello");
    });
}

/// The first offered value of every group of radios and checks, a number in every field for numbers.
fn answered(html: &str, mut form: Form) -> Form {
    for tag in html.split('<').filter(|tag| tag.starts_with("input") && tag.contains("name=\"a[")) {
        let name = tag.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
        let value = tag.split("value=\"").nth(1).map(|v| v.split('"').next().unwrap()).unwrap_or_default();
        let empty = form.get(name).is_none_or(str::is_empty);
        if empty && tag.contains("type=\"text\"") {
            form = form.set(name, "3");
        } else if empty && !value.is_empty() && value != "NS" && value != "NA" {
            form = form.set(name, value);
        }
    }
    form
}
