//! The whole job without scripts: from the first page to the closing.

use super::form::Form;
use super::opened;
use crate::house::{Browser, on_each_engine};

/// One answer to every question of piccoli-comuni, as fields of the form; questions that are not asked are left out.
pub const ANSWERS: &[(&str, &[&str])] = &[
    ("Q01", &["a"]),
    ("Q02", &["2.558"]),
    ("Q03", &["141"]),
    ("Q05", &["b", "d"]),
    ("Q06", &["b", "c", "d"]),
    ("Q07", &["b"]),
    ("Q11", &["n"]),
    ("Q12", &["2"]),
    ("Q13", &["b"]),
    ("Q14", &["b"]),
    ("Q15", &["b"]),
    ("Q16", &["n"]),
    ("Q17", &["3"]),
    ("Q18", &["NA"]),
    ("Q19", &["a", "b"]),
    ("Q20", &["b"]),
    ("Q21", &["NS"]),
    ("Q22", &["c"]),
    ("Q23", &["c"]),
    ("Q24", &["2,5"]),
    ("Q25", &["a", "b"]),
    ("Q26", &["z"]),
    ("Q27", &["b"]),
    ("Q28", &["4"]),
    ("Q29", &["c"]),
    ("Q30", &["c"]),
    ("Q31", &["2"]),
    ("Q32", &["n"]),
    ("Q34", &["b"]),
    ("Q35", &["b"]),
    ("Q36", &["n"]),
    ("Q37", &["b"]),
    ("Q38", &["b"]),
    ("Q39", &["a"]),
    ("Q40", &["a"]),
    ("Q41", &["b"]),
    ("Q42", &["c"]),
    ("Q43", &["2"]),
    ("Q44", &["z"]),
    ("Q45", &["a"]),
    ("Q46", &["b"]),
    ("Q47", &["n"]),
    ("Q48", &["s"]),
];

/// Answers one section, as far as [`ANSWERS`] goes; gives the page that the button leads to.
pub async fn answer_section(browser: &Browser<'_>, address: &str, button: &str) -> String {
    let page = browser.get(address).await.is(200);
    let mut form = Form::of(&page);
    for (question, values) in ANSWERS {
        if form.get(&format!("rev[{question}]")).is_some() {
            form = form.answer(question, values);
        }
    }
    for (question, rows) in [("Q08", 6), ("Q33", 6)] {
        if form.get(&format!("rev[{question}]")).is_some() {
            let names = row_names(&page.body, question);
            assert_eq!(names.len(), rows, "rows of {question}");
            for name in names {
                form = form.set(&name, "b");
            }
        }
    }
    form.send(browser, button).await.is(303).location.unwrap()
}

fn row_names(html: &str, question: &str) -> Vec<String> {
    let start = format!("name=\"a[{question}][");
    let mut names: Vec<String> = html.match_indices(&start).map(|(at, _)| html[at + 6..].split('"').next().unwrap().to_owned()).collect();
    names.dedup();
    names
}

/// Answers everything of an open rilevazione; ends at the review.
pub async fn answer_all(browser: &Browser<'_>, rilevazione: &str) {
    let mut address = format!("{rilevazione}/sezioni/contesto");
    for _ in 0..20 {
        let next = answer_section(browser, &address, "continua").await;
        if next.ends_with("/riepilogo") {
            return;
        }
        address = next.split(['?', '#']).next().unwrap().to_owned();
    }
    panic!("the sections do not end");
}

pub const SIGNATURE: &[(&str, &str)] =
    &[("nome", "Anna Bianchi"), ("ufficio", "Servizi demografici"), ("autorizzato", "il Sindaco"), ("atto", "delibera n. 3")];

#[test]
fn a_referente_answers_leaves_resumes_and_closes() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        anna.get("/area/autodiagnosi").await.is(200).shows("Il vostro ente non ha ancora aperto una rilevazione");
        let rilevazione = opened(&anna).await;
        anna.get(&format!("{rilevazione}/ripresa")).await.leads_to(&format!("{rilevazione}/sezioni/contesto#Q01"));
        let next = answer_section(&anna, &format!("{rilevazione}/sezioni/contesto"), "continua").await;
        assert_eq!(next, format!("{rilevazione}/sezioni/assetto?esito=salvata"));
        let out = answer_section(&anna, &format!("{rilevazione}/sezioni/assetto"), "esci").await;
        anna.get(&out).await.is(200).shows("Riprendi la rilevazione").shows("Regia interna e programmazione");
        anna.get(&format!("{rilevazione}/ripresa")).await.leads_to(&format!("{rilevazione}/sezioni/regia#Q12"));
        answer_all(&anna, &rilevazione).await;
        anna.get(&format!("{rilevazione}/riepilogo")).await.is(200).shows("Affidabilità piena".to_lowercase().as_str());
        let closed = anna.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(303);
        assert_eq!(closed.location.as_deref(), Some(format!("{rilevazione}/rapporto/1?esito=chiusa").as_str()));
        anna.get(&format!("{rilevazione}/sezioni/contesto")).await.leads_to("/area/autodiagnosi");
    });
}

#[test]
fn answers_come_back_as_they_were_typed() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        answer_all(&anna, &rilevazione).await;
        let accesso = Form::of(&anna.get(&format!("{rilevazione}/sezioni/accesso")).await.is(200));
        assert_eq!(accesso.get("a[Q24]"), Some("2,5"));
        assert_eq!(accesso.get("a[Q23]"), Some("c"));
        let contesto = Form::of(&anna.get(&format!("{rilevazione}/sezioni/contesto")).await.is(200));
        assert_eq!(contesto.get("a[Q02]"), Some("2558"));
        let chosen: Vec<_> = contesto.fields.iter().filter(|(n, _)| n == "a[Q05]").map(|(_, v)| v.as_str()).collect();
        assert_eq!(chosen, ["b", "d"]);
        let demografici = Form::of(&anna.get(&format!("{rilevazione}/sezioni/demografici")).await.is(200));
        assert_eq!((demografici.get("a[Q18]"), demografici.get("a[Q21]")), (Some("NA"), Some("NS")));
    });
}

#[test]
fn a_question_that_appears_is_shown_before_the_next_section() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        let assetto = format!("{rilevazione}/sezioni/assetto");
        let page = anna.get(&assetto).await.is(200).shows("La domanda Q09 compare se");
        let form = Form::of(&page).answer("Q07", &["d"]);
        form.send(&anna, "continua").await.leads_to(&format!("{assetto}?esito=nuove#Q09"));
        let form = Form::of(&anna.get(&assetto).await.is(200)).answer("Q09", &["3"]);
        form.send(&anna, "continua").await.leads_to(&format!("{rilevazione}/sezioni/regia?esito=salvata"));
        // Hidden again, its answer is kept and comes back with it.
        let form = Form::of(&anna.get(&assetto).await.is(200)).answer("Q07", &["a"]);
        form.send(&anna, "continua").await.is(303);
        let form = Form::of(&anna.get(&assetto).await.is(200)).answer("Q07", &["d"]);
        form.send(&anna, "").await.is(303);
        assert_eq!(Form::of(&anna.get(&assetto).await).get("a[Q09]"), Some("3"));
    });
}

#[test]
fn nothing_of_one_comune_is_seen_while_acting_for_another() {
    on_each_engine(async |house| {
        let segretario = house.four_comuni_secretary().await;
        let of_aglie = opened(&segretario).await;
        let form = Form::of(&segretario.get(&format!("{of_aglie}/sezioni/contesto")).await.is(200));
        form.answer("Q02", &["2558"]).set("n[Q02]", "nota riservata di Agliè").send(&segretario, "").await.is(303);
        let profile = segretario.get("/area/profilo").await.is(200);
        let bairo = appointment(&profile.body, "Comune di Bairo (TO)");
        segretario.post("/area/incarico", &[("incarico", &bairo)]).await.is(303);
        segretario.get("/area/autodiagnosi").await.is(200).hides("nota riservata").shows("non ha ancora aperto");
        for page in ["sezioni/contesto", "riepilogo", "ripresa", "riapertura"] {
            segretario.get(&format!("{of_aglie}/{page}")).await.is(404).hides("nota riservata");
        }
        let of_bairo = opened(&segretario).await;
        segretario.get(&format!("{of_bairo}/sezioni/contesto")).await.is(200).hides("nota riservata").hides("2558");
    });
}

/// The id of the appointment in the switch for an ente.
pub fn appointment(html: &str, ente: &str) -> String {
    let form = html.split("<form").find(|f| f.contains("/area/incarico") && f.contains(ente)).expect("a switch to the ente");
    form.split("name=\"incarico\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn pages_ask_the_database_as_often_with_one_answer_as_with_all() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        let section = format!("{rilevazione}/sezioni/contesto");
        let form = Form::of(&anna.get(&section).await.is(200)).answer("Q01", &["a"]);
        form.send(&anna, "").await.is(303);
        let pages = [section, format!("{rilevazione}/riepilogo"), "/area/autodiagnosi".to_owned()];
        let mut few = Vec::new();
        for page in &pages {
            few.push(house.counting(anna.get(page)).await.1);
        }
        answer_all(&anna, &rilevazione).await;
        for (page, few) in pages.iter().zip(few) {
            anna.get(page).await.is(200);
            assert_eq!(house.counting(anna.get(page)).await.1, few, "{page}");
        }
    });
}
