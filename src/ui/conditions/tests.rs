//! The conditions of `piccoli-comuni` as a person reads them.

use super::*;
use crate::domain::questionnaire::condition::{Names, Tree};
use crate::platform::content;

fn piccoli_comuni() -> Questionnaire {
    let folder = content::shipped().into_iter().find(|f| f.questionnaire == "piccoli-comuni").expect("shipped");
    folder.parse().expect("no faults").0
}

fn said(text: &str, lang: Lang) -> String {
    let associato = Tree::read("Q01 in {b,c,d} or Q05 has {a,b,c}").expect("a condition").resolve(&Names::new()).expect("no names");
    let names = Names::from([("associato".to_owned(), associato)]);
    let condition = Tree::read(text).expect("a condition").resolve(&names).expect("known names");
    words(&condition, &piccoli_comuni(), lang)
}

#[test]
fn each_atom_has_its_clause_in_both_languages() {
    let cases = [
        ("always", "sempre", "always"),
        ("Q07 = d", "alla domanda Q07 avete risposto d)", "you answered d) to question Q07"),
        ("Q07 in {c,d,e}", "alla domanda Q07 avete risposto c), d) o e)", "you answered c), d) or e) to question Q07"),
        ("Q16 = n", "alla domanda Q16 avete risposto «No»", "you answered “No” to question Q16"),
        ("Q01 != a", "alla domanda Q01 avete dato una risposta diversa da a)", "you gave an answer other than a) to question Q01"),
        ("Q05 != z", "alla domanda Q05 avete risposto senza scegliere z)", "you answered question Q05 without choosing z)"),
        ("Q05 has {d}", "alla domanda Q05 avete scelto d)", "you chose d) in question Q05"),
        (
            "Q05 has {a,c}",
            "alla domanda Q05 avete scelto almeno una voce tra a) e c)",
            "you chose at least one of a) and c) in question Q05",
        ),
        ("level(Q09) <= 3", "il livello indicato alla domanda Q09 è al massimo 3", "the level given in question Q09 is at most 3"),
        (
            "value(Q24) < 6.5",
            "la risposta alla domanda Q24 è inferiore a 6,5 ore alla settimana",
            "the answer to question Q24 is below 6.5 ore alla settimana",
        ),
        ("points(Q19) > 55", "il punteggio della domanda Q19 è superiore a 55", "the score of question Q19 is above 55"),
        (
            "rows(Q08,c,1..4) >= 2",
            "alla domanda Q08 le righe con la risposta c), tra le prime 4, sono almeno 2",
            "in question Q08 the rows answered c), among the first 4, are at least 2",
        ),
        (
            "rows(Q08,n,1..6) < 2",
            "alla domanda Q08 le righe con la risposta n) sono meno di 2",
            "in question Q08 the rows answered n) are fewer than 2",
        ),
        (
            "rows(Q08,c,2..3) = 2",
            "alla domanda Q08 le righe con la risposta c), dalla 2ª alla 3ª, sono esattamente 2",
            "in question Q08 the rows answered c), from row 2 to row 3, are exactly 2",
        ),
    ];
    for (text, italian, english) in cases {
        assert_eq!(said(text, Lang::It), italian, "{text}");
        assert_eq!(said(text, Lang::En), english, "{text}");
    }
}

#[test]
fn parentheses_stand_only_where_the_sense_needs_them() {
    let mixed = said("Q07 = d and (Q01 != a or Q05 has {a,c})", Lang::It);
    let inner = "alla domanda Q01 avete dato una risposta diversa da a) oppure alla domanda Q05 avete scelto almeno una voce tra a) e c)";
    assert_eq!(mixed, format!("alla domanda Q07 avete risposto d) e ({inner})"));
    let flat = said("Q07 = d and (Q16 = s and Q37 = c)", Lang::It);
    assert!(!flat.contains('('), "{flat}");
}

#[test]
fn a_name_is_told_by_what_it_stands_for() {
    let inner = "you answered b), c) or d) to question Q01 or you chose at least one of a), b) and c) in question Q05";
    assert_eq!(said("not associato", Lang::En), format!("it is not true that ({inner})"));
}

#[test]
fn a_question_says_when_it_is_visible_if_not_always() {
    let questionnaire = piccoli_comuni();
    let told = |id: &str, lang| visible(questionnaire.question(id).expect("the question"), &questionnaire, lang);
    assert_eq!(told("Q01", Lang::It), None);
    assert_eq!(told("Q09", Lang::It).as_deref(), Some("Visibile se alla domanda Q07 avete risposto c), d) o e)"));
    assert_eq!(told("Q09", Lang::En).as_deref(), Some("Visible if you answered c), d) or e) to question Q07"));
}
