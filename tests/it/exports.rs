//! The answers of a closed version as files: what stands in them, what does not, and who gets them.

use crate::assessments::form::Form;
use crate::assessments::opened;
use crate::assessments::walk::{SIGNATURE, answer_all};
use crate::house::{Answer, Browser, on_each_engine, on_each_engine_with};

const NOTE: &str = "=HYPERLINK(\"http://example.org\";\"clic\")";

/// Agliè's rilevazione, closed: an answer that was hidden afterwards, a note that looks like a formula.
async fn closed(anna: &Browser<'_>) -> String {
    let rilevazione = opened(anna).await;
    let assetto = format!("{rilevazione}/sezioni/assetto");
    for (question, value) in [("Q07", "d"), ("Q09", "4"), ("Q07", "b")] {
        let form = Form::of(&anna.get(&assetto).await.is(200)).answer(question, &[value]);
        form.set("n[Q09]", "nota nascosta").send(anna, "").await.is(303);
    }
    answer_all(anna, &rilevazione).await;
    let form = Form::of(&anna.get(&format!("{rilevazione}/sezioni/accesso")).await.is(200));
    form.set("n[Q23]", NOTE).set("t[Q23]", "@delibera; n. 3").set("n[Q24]", "prima riga\r\nseconda").send(anna, "").await.is(303);
    anna.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(303);
    rilevazione
}

fn rows(file: &Answer) -> Vec<Vec<String>> {
    let text = file.bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn row<'r>(rows: &'r [Vec<String>], question: &str) -> &'r [String] {
    &rows.iter().find(|r| r[1] == question).unwrap_or_else(|| panic!("no row {question}"))[2..]
}

#[test]
fn the_spreadsheet_has_one_row_for_each_question_asked() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = closed(&anna).await;
        let file = anna.get(&format!("{rilevazione}/rapporto/1/risposte.csv")).await.is(200);
        assert_eq!(file.header("Content-Disposition"), Some("attachment; filename=\"rilevazione-aglie-2026-03-02.csv\""));
        assert!(file.header("Content-Type").unwrap().starts_with("text/csv; charset=utf-8"));
        let rows = rows(&file);
        assert_eq!(rows[0], ["Sezione", "Domanda", "Testo", "Codice", "Risposta", "Punti", "Nota", "Atto"]);
        // All 47 but Q09 and Q10, which are not asked; Q11 is.
        assert_eq!(rows.len(), 1 + 45);
        assert_eq!(row(&rows, "Q07")[1..4], ["b", "Gestione comunale, con scambi informali con Comuni vicini", "15"]);
        assert_eq!(row(&rows, "Q02")[1..4], ["2558", "2558 residenti", ""]);
        assert_eq!(row(&rows, "Q05")[1], "b, d");
        assert_eq!(row(&rows, "Q18")[1..4], ["NA", "Non applicabile", ""]);
        assert_eq!(row(&rows, "Q21")[1..4], ["NS", "Non so", ""]);
        assert_eq!(row(&rows, "Q24")[1..5], ["2,5", "2,5 ore alla settimana", "43,75", "prima riga\nseconda"]);
        assert!(row(&rows, "Q08")[1].contains("sportello=b"), "{:?}", row(&rows, "Q08"));
        assert_eq!(row(&rows, "Q48")[1..4], ["s", "Sì", ""]);
    });
}

#[test]
fn what_a_spreadsheet_would_run_is_text() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = closed(&anna).await;
        let file = anna.get(&format!("{rilevazione}/rapporto/1/risposte.csv")).await.is(200);
        let rows = rows(&file);
        assert_eq!(row(&rows, "Q23")[4..], [format!("'{NOTE}"), "'@delibera; n. 3".to_owned()]);
        for cell in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
        assert!(file.body.ends_with("\r\n"));
        assert_eq!(file.body.matches("\r\n").count(), rows.len(), "each row ends in CRLF");
        // JSON is data, not a spreadsheet: there the note is as it was written.
        let json = anna.get(&format!("{rilevazione}/rapporto/1/risposte.json")).await.is(200).json();
        assert_eq!(json["answers"]["Q23"]["note"], NOTE);
    });
}

#[test]
fn the_json_holds_answers_signature_and_scores() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = closed(&anna).await;
        let file = anna.get(&format!("{rilevazione}/rapporto/1/risposte.json")).await.is(200);
        assert_eq!(file.header("Content-Disposition"), Some("attachment; filename=\"rilevazione-aglie-2026-03-02.json\""));
        let json = file.json();
        assert_eq!((&json["ente"]["name"], &json["ente"]["province"]), (&"Agliè".into(), &"TO".into()));
        assert_eq!((&json["questionnaire"], &json["version"], &json["closing"]), (&"piccoli-comuni".into(), &"1".into(), &1.into()));
        assert_eq!(json["content_hash"].as_str().unwrap().len(), 64);
        assert_eq!(json["closed_at"], "2026-03-02T08:00:00Z");
        assert_eq!(json["signed"]["name"], "Anna Bianchi");
        assert_eq!(json["signed"]["authorised_by"], "il Sindaco");
        let q24 = &json["answers"]["Q24"];
        assert_eq!((&q24["answer"], &q24["text"], &q24["points"]), (&2.5.into(), &"2,5 ore alla settimana".into(), &43.75.into()));
        assert_eq!(json["answers"]["Q21"]["answer"], "NS");
        assert_eq!(json["answers"]["Q21"]["points"], serde_json::Value::Null);
        assert_eq!(json["score"]["questionnaire"], "piccoli-comuni");
        assert!(json["score"]["dimensions"]["D1"]["score"].is_f64());
        assert_eq!(json["score"]["positioning"]["admissible"], serde_json::json!(["M1", "M2"]));
        assert_eq!(json["score"]["ignored"], serde_json::json!(["Q09"]));
    });
}

#[test]
fn an_answer_that_was_hidden_is_in_neither_file() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = closed(&anna).await;
        let json = anna.get(&format!("{rilevazione}/rapporto/1/risposte.json")).await.is(200).hides("nota nascosta").json();
        assert!(json["answers"]["Q08"].is_object() && json["answers"].get("Q09").is_none());
        let csv = anna.get(&format!("{rilevazione}/rapporto/1/risposte.csv")).await.is(200).hides("nota nascosta");
        assert!(rows(&csv).iter().all(|r| r[1] != "Q09" && r[1] != "Q10"));
    });
}

#[test]
fn each_closing_keeps_its_own_answers() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = closed(&anna).await;
        let first = anna.get(&format!("{rilevazione}/rapporto/1/risposte.json")).await.is(200);
        anna.post(&format!("{rilevazione}/riapertura"), &[("motivo", "dati aggiornati dopo il censimento")]).await.is(303);
        let form = Form::of(&anna.get(&format!("{rilevazione}/sezioni/accesso")).await.is(200)).answer("Q24", &["12"]);
        form.send(&anna, "").await.is(303);
        anna.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(303);
        assert_eq!(anna.get(&format!("{rilevazione}/rapporto/1/risposte.json")).await.is(200).body, first.body);
        let second = anna.get(&format!("{rilevazione}/rapporto/2/risposte.json")).await.is(200).json();
        assert_eq!((&second["closing"], &second["answers"]["Q24"]["points"]), (&2.into(), &100.0.into()));
    });
}

#[test]
fn colleagues_get_the_files_and_nobody_else_does() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = closed(&anna).await;
        let files = ["json", "csv"].map(|format| format!("{rilevazione}/rapporto/1/risposte.{format}"));
        let colleague = house.member_of("Agliè").await;
        let neighbour = house.coordinator_of("Bairo").await;
        let secretary = house.secretary().await;
        for file in &files {
            colleague.get(file).await.is(200);
            for stranger in [&neighbour, &secretary] {
                stranger.get(file).await.is(404).hides("Anna Bianchi").hides("HYPERLINK");
            }
            let visitor = house.visitor().get(file).await;
            assert_ne!(visitor.status, 200);
            assert!(!visitor.body.contains("Anna Bianchi"));
        }
        for missing in ["rapporto/2/risposte.json", "rapporto/0/risposte.csv", "rapporto/uno/risposte.csv", "rapporto/1/risposte.xls"] {
            anna.get(&format!("{rilevazione}/{missing}")).await.is(404);
        }
    });
}

#[test]
fn an_open_rilevazione_has_no_files_yet() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        anna.get(&format!("{rilevazione}/rapporto/1/risposte.json")).await.is(404);
    });
}

#[test]
fn names_of_files_are_plain_and_headings_follow_the_language() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Sant'Agata de' Goti").await;
        let rilevazione = closed(&anna).await;
        let file = anna.get(&format!("{rilevazione}/rapporto/1/risposte.csv?lang=en")).await.is(200);
        assert_eq!(file.header("Content-Disposition"), Some("attachment; filename=\"rilevazione-sant-agata-de-goti-2026-03-02.csv\""));
        let rows = rows(&file);
        assert_eq!(rows[0], ["Section", "Question", "Text", "Code", "Answer", "Points", "Note", "Act"]);
        assert_eq!(row(&rows, "Q21")[2], "Don't know");
        assert_eq!(row(&rows, "Q24")[3], "43,75", "one decimal sign whatever the language: the file is for a spreadsheet");
    });
}

#[test]
fn files_ask_the_database_as_often_with_one_answer_as_with_all() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        let mut anyway = SIGNATURE.to_vec();
        anyway.push(("comunque", "1"));
        anna.post(&format!("{rilevazione}/chiusura"), &anyway).await.is(303);
        let first = format!("{rilevazione}/rapporto/1/risposte.csv");
        let (file, few) = house.counting(anna.get(&first)).await;
        assert_eq!(rows(&file.is(200)).len(), 1 + rows_without_answers());
        anna.post(&format!("{rilevazione}/riapertura"), &[("motivo", "dati aggiornati dopo il censimento")]).await.is(303);
        answer_all(&anna, &rilevazione).await;
        anna.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(303);
        let (file, many) = house.counting(anna.get(&format!("{rilevazione}/rapporto/2/risposte.csv"))).await;
        file.is(200);
        assert_eq!(few, many);
    });
}

/// Of 47 questions, those without a condition: Q05, Q09, Q10 and Q11 hang on other answers.
fn rows_without_answers() -> usize {
    43
}

#[test]
fn a_survey_without_models_is_exported_too() {
    on_each_engine_with("questionnaire = \"gradimento-giornata\"", async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        anna.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(303);
        let json = anna.get(&format!("{rilevazione}/rapporto/1/risposte.json")).await.is(200).json();
        assert_eq!((&json["score"]["positioning"], json["answers"].as_object().unwrap().len()), (&serde_json::Value::Null, 0));
        assert_eq!(
            rows(&anna.get(&format!("{rilevazione}/rapporto/1/risposte.csv")).await.is(200)).len(),
            1 + 9,
            "three of twelve hang on answers"
        );
    });
}
