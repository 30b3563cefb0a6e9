//! Suggestions, duties, changes, peers, answers, method: each part says what its reader needs.

use affianca::domain::moment::Moment;
use affianca::domain::questionnaire::Answer;
use affianca::domain::scoring::score;
use affianca::ui::words::Lang;

use super::fixture::{Draft, GRADIMENTO, PICCOLI_COMUNI, answers, draft, page, part, rows, text};

#[test]
fn a_card_says_what_to_do_why_here_and_where_it_leads() {
    let page = page("01-presidio-essenziale");
    let card = page.split_once("id=\"S01\"").unwrap().1.split_once("</article>").unwrap().0;
    let told = text(card);
    for words in [
        "S01 Aderire alla rete o al protocollo territoriale",
        "Nominare chi riceve e trasmette le segnalazioni",
        "Nessuna attività dedicata",
        "basso: settimane, nessuna spesa",
        "Accesso a secondo livello e prassi comuni senza nuova struttura.",
        "Modelli organizzativi",
        "Q07 Adesione a una rete o a un protocollo territoriale",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert_eq!(card.matches("<ol").count(), 1);
    let at = |words: &str| told.find(words).unwrap_or_else(|| panic!("{words}: {told}"));
    assert!(at("Nessuna attività dedicata") < at("Chiedere a Prefettura"), "the reason comes before what to do: {told}");
}

#[test]
fn at_most_five_cards_the_first_three_named_on_the_first_page() {
    let page = page("01-presidio-essenziale");
    let cards: Vec<&str> = page.split("<article class=\"aff-card aff-suggestion\" id=\"").skip(1).map(|c| &c[..3]).collect();
    let answers = answers("01-presidio-essenziale");
    let scoring = score(&PICCOLI_COMUNI, &answers);
    let ranked = &scoring.comparison.as_ref().unwrap().direction.as_ref().unwrap().suggestions;
    assert!(ranked.len() > 5, "or this test shows nothing");
    assert_eq!(cards, ranked[..5].iter().map(|r| r.suggestion.id.as_str()).collect::<Vec<_>>());
    let named: Vec<&str> = part(&page, "sintesi").split("<li><a href=\"#").skip(1).map(|l| &l[..3]).collect();
    assert_eq!(named, cards[..3]);
}

#[test]
fn duties_stand_apart_also_where_there_is_no_positioning() {
    for case in ["01-presidio-essenziale", "08-mancante", "09-insufficiente"] {
        let page = page(case);
        let answers = answers(case);
        let duties = score(&PICCOLI_COMUNI, &answers).duties;
        assert!(!duties.is_empty(), "or this test shows nothing");
        for duty in duties {
            assert!(text(part(&page, "adempimenti")).contains(&duty.title), "{case}: {}", duty.id);
            assert!(!page.contains(&format!("aff-suggestion\" id=\"{}", duty.id)));
        }
    }
    assert!(!page("02-sportello-proprio").contains("id=\"adempimenti\""));
}

#[test]
fn without_positioning_the_report_says_what_is_missing() {
    let page = page("08-mancante");
    assert!(!page.contains("id=\"modelli\"") && !page.contains("id=\"suggerimenti\""));
    // A question that comes before them, and decides nothing.
    let mut lacking = draft("08-mancante");
    lacking.entries.remove("Q12");
    let listed: Vec<String> = part(&lacking.write(), "manca").split("<li>").skip(1).map(text).collect();
    assert_eq!(
        listed[0],
        "Q23 A quale punto di accesso si rivolge un cittadino straniero? – decide il posizionamento (avete risposto «non so»)"
    );
    let decides = |line: &&String| line.contains("decide il posizionamento");
    assert_eq!(listed.iter().take_while(decides).count(), 2, "what decides comes first: {listed:?}");
    assert_eq!(listed.iter().filter(decides).count(), 2, "{listed:?}");
    assert!(listed.len() == 3 && listed[2].starts_with("Q12"), "{listed:?}");
}

#[test]
fn an_indicative_report_says_so_on_every_sheet() {
    let page = page("13-sessanta-per-cento");
    assert!(page.contains("data-mark=\"Rapporto indicativo\""));
    assert!(text(&page).starts_with("Rapporto indicativo Una parte delle risposte manca"), "before all else");
    assert!(!self::page("14-ottanta-per-cento").contains("aff-indicative"));
}

#[test]
fn only_answers_that_changed_are_listed() {
    let mut draft = draft("02-sportello-proprio");
    let mut before = draft.answers();
    before.insert("Q07".into(), Answer::Choice("a".into()));
    // Asked only of those who work with others: hidden then and now.
    before.insert("Q09".into(), Answer::Level(1));
    draft.before = Some(before);
    let page = draft.write();
    let changes = part(&page, "cambiamenti");
    assert!(text(changes).contains("la rilevazione chiusa l'8 marzo 2025"), "{}", text(changes));
    let changed = rows(changes.split_once("risposte-cambiate").unwrap().1);
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(changed[0][0].starts_with("Q07") && changed[0][1].starts_with("Nessuna attività dedicata"), "{changed:?}");
    for row in rows(changes) {
        let [before, now] = [&row[1], &row[2]].map(|figure| figure.parse::<i32>().unwrap());
        let signed = match now - before {
            0 => "0".to_owned(),
            up @ 1.. => format!("+{up}"),
            down => format!("−{}", -down),
        };
        assert_eq!(row[3], signed, "{row:?}");
    }
}

#[test]
fn peers_come_with_a_warning_and_small_numbers_stay_out() {
    let mut draft = draft("02-sportello-proprio");
    draft.with_peers = true;
    let page = draft.write();
    let peers = part(&page, "enti-simili");
    assert!(
        text(peers).contains("il CAF, il modello europeo di autovalutazione, avverte che confrontare punteggi autodichiarati è rischioso")
    );
    let rows = rows(peers);
    assert_eq!(rows[0][2..], ["42", "da 21 a 60"]);
    assert_eq!(rows[1][2..], ["troppo pochi enti"]);
    assert!(!super::page("02-sportello-proprio").contains("id=\"enti-simili\""));
}

#[test]
fn an_answer_shows_its_points_their_reason_and_the_next_level() {
    let mut draft = draft("01-presidio-essenziale");
    draft.note("Q07", "Ne parla la <giunta>", "delibera n. 3");
    let page = draft.write();
    let told = text(part(&page, "risposte"));
    let of = |id: &str| {
        let from = told.find(&format!("{id} {}", PICCOLI_COMUNI.question(id).unwrap().text)).unwrap();
        told[from..].chars().take(700).collect::<String>()
    };
    assert!(
        of("Q07").contains("0 punti su 100")
            && of("Q07").contains("Nota: Ne parla la <giunta>")
            && of("Q07").contains("Atto: delibera n. 3"),
        "{}",
        of("Q07")
    );
    assert!(of("Q07").contains("Al livello successivo porterebbe: Gestione comunale, con scambi informali"), "{}", of("Q07"));
    assert!(page.contains("Ne parla la &lt;giunta&gt;"));
}

#[test]
fn hidden_questions_are_left_out_and_their_answers_counted() {
    let mut draft = draft("01-presidio-essenziale");
    assert!(!score(&PICCOLI_COMUNI, &draft.answers()).sheet.find("Q09").unwrap().standing.is_visible());
    draft.entries.entry("Q09".into()).or_default().answer = Some(Answer::Level(5));
    draft.note("Q09", "nota nascosta", "");
    let page = draft.write();
    assert!(!text(part(&page, "risposte")).contains(&PICCOLI_COMUNI.question("Q09").unwrap().text) && !page.contains("nota nascosta"));
    assert!(text(part(&page, "metodo")).contains("Una risposta data in precedenza riguarda una domanda che ora non si pone"));
}

#[test]
fn the_method_comes_last_and_names_what_it_was_made_with() {
    let page = page("12-sensibile-ai-pesi");
    let method = text(part(&page, "metodo"));
    assert!(method.contains(&PICCOLI_COMUNI.hash[..12]) && !method.contains(&PICCOLI_COMUNI.hash[..13]), "{method}");
    assert!(method.contains("Il risultato è sensibile ai pesi") && method.contains("sono una proposta"), "{method}");
    assert!(page.trim_end().ends_with("</section></div>") && page.rfind("<section").unwrap() < page.find("id=\"metodo\"").unwrap());
    assert!(text(part(&self::page("02-sportello-proprio"), "metodo")).contains("resta lo stesso in tutte le 16 prove"));
}

#[test]
fn a_version_opened_again_says_why() {
    let mut draft = draft("02-sportello-proprio");
    let at = Moment::from_millis(draft.closing.closed_at.millis() + 86_400_000);
    draft.closing.reopening = Some(affianca::assessments::Reopening { at, by: "Anna Bruno".into(), reason: "dati aggiornati.".into() });
    let told = text(&draft.write());
    assert!(told.contains("riaperta martedì 3 marzo 2026, ore 10.15 da Anna Bruno: dati aggiornati. Il rapporto resta"), "{told}");
}

#[test]
fn a_questionnaire_without_models_never_mentions_one() {
    for (lang, word) in [(Lang::It, "modell"), (Lang::En, "model")] {
        let answers = [("G01".to_owned(), Answer::Choice("a".into())), ("G04".to_owned(), Answer::Level(4))].into();
        let mut draft = Draft::of(&GRADIMENTO, &answers);
        draft.lang = lang;
        let page = draft.write();
        let told = text(&page).to_lowercase();
        assert!(!told.contains(word), "{told}");
        assert!(page.contains("id=\"profilo\"") && page.contains("id=\"risposte\"") && page.contains("id=\"metodo\""));
        assert_eq!(rows(part(&page, "profilo"))[0][1..], ["75", "37%"]);
    }
}

#[test]
fn a_whole_report_reads_as_it_did() {
    let mut draft = draft("13-sessanta-per-cento");
    draft.before = Some(answers("01-presidio-essenziale"));
    draft.with_peers = true;
    draft.note("Q07", "Se ne discute in giunta.", "deliberazione di Giunta n. 12");
    insta::assert_snapshot!(draft.write().replace("><", ">\n<"));
}
