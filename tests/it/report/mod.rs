//! The report of a closed rilevazione: what it says in each case, and what it never says.

mod figures;
pub mod fixture;
mod never;
mod parts;

use affianca::ui::words::Lang;

use self::fixture::{draft, page, part, text};

/// Case, sentence in Italian, sentence in English. Each verdict once.
const VERDICTS: [(&str, &str, &str); 7] = [
    (
        "01-presidio-essenziale",
        "Il Comune di Agliè risulta oggi vicino al modello «Presidio demografico essenziale»: con le risposte date è l'unico possibile, perciò non c'è un secondo modello con cui confrontarlo.",
        "Today Comune di Agliè is near the model “Presidio demografico essenziale”: with the answers given it is the only possible one, so there is no second model to compare it with.",
    ),
    (
        "02-sportello-proprio",
        "Il Comune di Agliè risulta oggi vicino al modello «Sportello comunale proprio», in modo netto: gli altri modelli possibili sono ben più lontani.",
        "Today Comune di Agliè is clearly near the model “Sportello comunale proprio”: the other possible models are much further away.",
    ),
    (
        "05-righe-in-convenzione",
        "Il Comune di Agliè sta oggi tra due modelli, «Punto informativo in rete con secondo livello» e «Convenzione con Comune capofila», che ne descrivono quasi ugualmente bene l'organizzazione: questo rapporto li mostra entrambi, senza scegliere.",
        "Today Comune di Agliè stands between two models, “Punto informativo in rete con secondo livello” and “Convenzione con Comune capofila”, which describe its organisation almost equally well: this report shows both, without choosing.",
    ),
    (
        "08-mancante",
        "Non si può ancora dire quale modello organizzativo descriva meglio il Comune di Agliè: mancano risposte che lo decidono.",
        "It cannot be said yet which organisational model describes Comune di Agliè best: answers that decide it are missing.",
    ),
    (
        "09-insufficiente",
        "Le risposte date non bastano per dire quale modello organizzativo descriva meglio il Comune di Agliè.",
        "The answers given are not enough to say which organisational model describes Comune di Agliè best.",
    ),
    (
        "10-nessun-modello",
        "Oggi nessun modello descrive bene il Comune di Agliè: l'organizzazione è diversa da tutti quelli considerati. Il meno lontano, tra quelli possibili, è «Presidio demografico essenziale».",
        "Today no model describes Comune di Agliè well: its organisation is unlike all those considered. The least distant of the possible ones is “Presidio demografico essenziale”.",
    ),
    (
        "11-righe-prevalente",
        "Il Comune di Agliè risulta oggi vicino soprattutto al modello «Convenzione con Comune capofila»: prevale, ma alcuni tratti sono anche di «Punto informativo in rete con secondo livello».",
        "Today Comune di Agliè is mostly near the model “Convenzione con Comune capofila”: it prevails, but some traits belong to “Punto informativo in rete con secondo livello” too.",
    ),
];

/// The sentence that stands first and largest.
fn verdict(html: &str) -> String {
    let from = html.find("class=\"aff-verdict\"").expect("a verdict");
    text(&html[from - 3..][..html[from..].find("</p>").unwrap() + 3])
}

#[test]
fn each_verdict_is_a_sentence_of_its_own() {
    for (case, italian, english) in VERDICTS {
        assert_eq!(verdict(&page(case)), italian, "{case}");
        let mut draft = draft(case);
        draft.lang = Lang::En;
        assert_eq!(verdict(&draft.write()), english, "{case}");
    }
}

#[test]
fn the_article_goes_with_the_kind_of_ente() {
    for (ente, begins) in [
        ("Unione Valdera (PI)", "L'Unione Valdera risulta oggi"),
        ("Comunità montana Valli del Lamone (RA)", "La Comunità montana Valli del Lamone risulta oggi"),
        ("Consorzio Monviso Solidale (CN)", "Il Consorzio Monviso Solidale risulta oggi"),
        ("Terre di mezzo (MI)", "L'ente Terre di mezzo risulta oggi"),
    ] {
        let mut draft = draft("06-unione");
        draft.ente = ente;
        assert!(verdict(&draft.write()).starts_with(begins), "{}", verdict(&draft.write()));
    }
}

#[test]
fn form_and_functioning_are_told_apart_only_where_they_differ() {
    let told = text(part(&page("14-ottanta-per-cento"), "sintesi"));
    assert!(told.contains("La forma, cioè che cosa risulta dagli atti, è «Convenzione con Comune capofila»."), "{told}");
    assert!(told.contains("oggi è più vicino a «Comunità accogliente», che però non è tra i modelli possibili"), "{told}");
    assert!(!page("02-sportello-proprio").contains("La forma, cioè"));
}

#[test]
fn between_two_models_none_is_the_one_to_stay_in() {
    // The target proposed to this one is the nearer of the two.
    let told = text(part(&page("12-sensibile-ai-pesi"), "sintesi"));
    assert!(told.contains("Come obiettivo, a partire da qui, si propone il modello") && !told.contains("di restare nel modello"), "{told}");
    assert!(told.contains("Funziona se i numeri lo giustificano") && told.contains("Struttura leggera"), "what both are: {told}");
}

#[test]
fn a_consolidated_ente_is_not_told_to_hurry() {
    let page = page("06-unione");
    let told = text(&page);
    assert!(
        told.contains("è una fase di consolidamento") && told.contains("Per consolidare") && !told.contains("Le prime cose da fare"),
        "{told}"
    );
    assert!(text(part(&page, "suggerimenti")).contains("mantenere e a rifinire, senza urgenza"));
}

#[test]
fn who_closed_it_stands_on_the_first_page() {
    let told = text(part(&page("01-presidio-essenziale"), "sintesi"));
    for fact in [
        "lunedì 2 marzo 2026, ore 10.15 (chiusura n. 2)",
        "Anna Bruno, Servizi demografici",
        "il Sindaco",
        "deliberazione di Giunta n. 12",
        "versione 1",
    ] {
        assert!(told.contains(fact), "{fact}: {told}");
    }
    let mut without_act = draft("01-presidio-essenziale");
    without_act.closing.act.clear();
    assert!(!text(part(&without_act.write(), "sintesi")).contains("Atto"));
}

#[test]
fn offices_and_coverage_are_said_in_words() {
    for (case, words) in [
        ("01-presidio-essenziale", "L'ha compilata l'unico ufficio dell'ente."),
        ("02-sportello-proprio", "Alle risposte hanno lavorato 4 uffici."),
        ("11-righe-prevalente", "Compilata da un ufficio: prima di decidere"),
        ("13-sessanta-per-cento", "coprono il 60% di ciò che il questionario misura, meno dell'80% che serve per conclusioni piene"),
        ("09-insufficiente", "per trarne conclusioni ne serve almeno il 60%"),
        ("14-ottanta-per-cento", "coprono l'80% di ciò che il questionario misura: abbastanza"),
    ] {
        let told = text(part(&page(case), "sintesi"));
        assert!(told.contains(words), "{case}: {told}");
    }
}

#[test]
fn a_result_that_hangs_on_the_weights_says_so_on_the_first_page() {
    for (case, sensitive) in [("12-sensibile-ai-pesi", true), ("13-sessanta-per-cento", false)] {
        let told = text(part(&page(case), "sintesi"));
        assert_eq!(told.contains("Il risultato è sensibile ai pesi"), sensitive, "{case}: {told}");
    }
}
