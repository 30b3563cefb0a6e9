//! What anybody reads without signing in: what the self-assessment is, and the questionnaire on paper.

use affianca::domain::questionnaire::{Kind, Questionnaire, Section};
use affianca::platform::content;

use crate::house::{Answer, on_each_engine, on_each_engine_with};

fn shipped(id: &str) -> Questionnaire {
    content::shipped().iter().find(|f| f.questionnaire == id).unwrap().parse().unwrap().0
}

/// As maud writes text.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The part of a page between its heading and the opinion of it.
fn paper(page: &Answer) -> &str {
    let from = page.body.find("class=\"aff-paper\"").expect("a questionnaire on paper");
    &page.body[from..page.body.find("</main>").unwrap()]
}

fn ids(html: &str) -> Vec<&str> {
    let questions = html.split("class=\"aff-paper-question\" id=\"").skip(1);
    questions.map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The block of one question.
fn block<'h>(html: &'h str, id: &str) -> &'h str {
    let from = html.find(&format!("class=\"aff-paper-question\" id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}"));
    let rest = &html[from..];
    &rest[..rest.find("</article>").unwrap()]
}

fn own(section: &Section) -> Vec<&str> {
    section.questions.iter().map(|q| q.id.as_str()).collect()
}

#[test]
fn the_whole_blank_has_every_question_and_every_option() {
    let questionnaire = shipped("piccoli-comuni");
    on_each_engine(async |house| {
        let page = house.visitor().get("/autodiagnosi/questionario").await.is(200);
        let paper = paper(&page);
        let all: Vec<_> = questionnaire.questions().map(|q| q.id.as_str()).collect();
        assert_eq!((ids(paper), all.len()), (all, 47));
        for question in questionnaire.questions() {
            let block = block(paper, &question.id);
            let boxes = block.matches("class=\"aff-tick").count() - block.matches("class=\"aff-ticks").count();
            let unknown = usize::from(question.admits_dont_know());
            let not_applicable = usize::from(question.not_applicable.is_some());
            let texts = [Some(&question.text), question.help.as_ref(), question.office.as_ref()].into_iter().flatten();
            let options = question.kind.choices().iter().map(|c| &c.text);
            let rows: Vec<_> = match &question.kind {
                Kind::Matrix { rows, .. } => rows.iter().map(|r| &r.text).collect(),
                _ => Vec::new(),
            };
            for text in texts.chain(options).chain(rows.iter().copied()) {
                assert!(block.contains(&escaped(text)), "{} lacks «{text}»", question.id);
            }
            let expected = match &question.kind {
                Kind::Matrix { rows, columns } => rows.len() * (columns.len() + unknown) + not_applicable,
                kind => kind.choices().len() + unknown + not_applicable,
            };
            assert_eq!(boxes, expected, "boxes of {}", question.id);
            assert_eq!(block.contains("Da compilare se"), question.id == "Q05" || block.contains("aff-paper-if"), "{}", question.id);
        }
        for section in &questionnaire.sections {
            page.clone().shows(&format!("href=\"/autodiagnosi/questionario/{}\"", section.id));
        }
    });
}

#[test]
fn a_section_alone_has_its_own_questions_and_no_others() {
    let questionnaire = shipped("piccoli-comuni");
    on_each_engine(async |house| {
        for section in &questionnaire.sections {
            let page = house.visitor().get(&format!("/autodiagnosi/questionario/{}", section.id)).await.is(200);
            assert_eq!(ids(paper(&page)), own(section), "{}", section.id);
        }
        house.visitor().get("/autodiagnosi/questionario/inesistente").await.is(404);
    });
}

#[test]
fn the_paper_says_when_to_answer_and_within_which_bounds() {
    on_each_engine(async |house| {
        let page = house.visitor().get("/autodiagnosi/questionario").await.is(200);
        let paper = paper(&page);
        for (question, text) in [
            ("Q02", "Un numero intero da 1 a 400.000."),
            ("Q03", "Non più della risposta alla domanda Q02."),
            ("Q05", "Anche più risposte."),
            ("Q05", "(da sola)"),
            ("Q09", "Da compilare se alla domanda Q07 avete risposto c), d) o e)."),
            ("Q18", "Non applicabile (nessun residente non UE)"),
            ("Q24", "anche con i decimali"),
            ("Q24", "ore alla settimana"),
            ("Q08", "Una sola casella per riga."),
        ] {
            assert!(block(paper, question).contains(text), "{question} lacks «{text}»: {}", block(paper, question));
        }
        assert!(!block(paper, "Q01").contains("Non so"));
        assert!(!block(paper, "Q07").contains("Da compilare se"));
        assert!(!block(paper, "Q07").contains("Non applicabile"));
        assert_eq!(paper.matches("Nota</span>").count(), 47);
        assert_eq!(paper.matches("Atto di riferimento</span>").count(), 47);
    });
}

#[test]
fn the_explanation_says_what_it_is_before_asking_anything() {
    let questionnaire = shipped("piccoli-comuni");
    on_each_engine_with("owner = \"Provincia di Prova\"", async |house| {
        let page = house.visitor().get("/autodiagnosi").await.is(200);
        let mut page = page
            .shows("47 domande, circa 39 minuti")
            .shows("Le risposte sono visibili solo al vostro ente; Provincia di Prova vede soltanto dati aggregati.")
            .shows("href=\"/area/autodiagnosi\">Inizia</a>")
            .shows("href=\"/autodiagnosi/questionario\">Stampa il questionario</a>");
        for model in &questionnaire.models {
            page = page.shows(&escaped(&model.name)).shows(&escaped(&model.description)).shows(&escaped(&model.suits));
        }
        for section in &questionnaire.sections {
            page = page.shows(&escaped(&section.title));
        }
        for paragraph in &questionnaire.about {
            assert_eq!(page.body.matches(&format!(">{}<", escaped(paragraph))).count(), 1, "{paragraph}");
        }
        house.visitor().get("/area/autodiagnosi").await.leads_to("/entra?ritorno=/area/autodiagnosi");
        let anna = house.member_of("Agliè").await;
        anna.get("/autodiagnosi").await.is(200).shows("Vai alla vostra rilevazione").hides("Per iniziare serve entrare");
    });
}

#[test]
fn without_an_owner_nobody_is_named() {
    on_each_engine(async |house| {
        house
            .visitor()
            .get("/autodiagnosi")
            .await
            .is(200)
            .shows("chi organizza il Piano vede soltanto dati aggregati")
            .hides("; vede soltanto");
    });
}

#[test]
fn in_english_the_questions_stay_in_their_language() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        let page =
            visitor.get("/autodiagnosi?lang=en").await.is(200).shows("<html lang=\"en\">").shows(">Begin</a>").hides("Che cosa ottenete");
        page.shows("<h3 lang=\"it\">Presidio demografico essenziale</h3>").shows("When it makes sense.");
        let paper = visitor.get("/autodiagnosi/questionario/assetto?lang=en").await.is(200).hides("Da compilare se").hides("Non so");
        paper
            .shows("To be filled in if you answered c), d) or e) to question Q07.")
            .shows("<span lang=\"it\">Oltre agli adempimenti")
            .shows("Don't know");
    });
}

#[test]
fn a_questionnaire_without_models_shows_no_models() {
    let questionnaire = shipped("gradimento-giornata");
    on_each_engine_with("questionnaire = \"gradimento-giornata\"", async |house| {
        let page = house.visitor().get("/autodiagnosi").await.is(200).shows("12 domande");
        page.hides("odelli organizzativi").hides("Il modello organizzativo").hides("Gli adempimenti di legge");
        let page = house.visitor().get("/autodiagnosi/questionario").await.is(200);
        let all: Vec<_> = questionnaire.questions().map(|q| q.id.as_str()).collect();
        assert_eq!(ids(paper(&page)), all);
        assert!(paper(&page).contains("Al massimo"), "room for free text");
    });
}
