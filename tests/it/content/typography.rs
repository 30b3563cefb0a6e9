//! Small carelessness that makes a page look careless: spaces, accents, quotes, full stops.

use super::{load, texts};

const BOTH: [&str; 2] = ["piccoli-comuni", "gradimento-giornata"];

/// What must not be in a text, and why.
const FAULTS: &[(&str, &str)] = &[
    ("  ", "two spaces"),
    ("\t", "a tab"),
    ("\n", "a line break"),
    ("\u{a0}", "a space that does not break"),
    (" .", "a space before a full stop"),
    (" ,", "a space before a comma"),
    (" ;", "a space before a semicolon"),
    (" :", "a space before a colon"),
    (" ?", "a space before a question mark"),
    ("( ", "a space after a bracket"),
    (" )", "a space before a bracket"),
    ("..", "two full stops"),
    ("E'", "È written with an apostrophe"),
    ("perchè", "perché with the wrong accent"),
    ("nè ", "né with the wrong accent"),
    ("qual'è", "qual è with an apostrophe"),
    ("pò", "po' with an accent"),
    ("\"", "a straight quote: use «»"),
    ("\u{2019}", "a curly apostrophe among straight ones"),
    ("--", "two hyphens for a dash"),
];

#[test]
fn texts_are_clean() {
    let mut found = Vec::new();
    for questionnaire in BOTH {
        for (place, text) in texts(&load(questionnaire)) {
            found.extend(faults(text).into_iter().map(|why| format!("{questionnaire} {place}: {why}: {text}")));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

fn faults(text: &str) -> Vec<&'static str> {
    let mut all: Vec<_> = FAULTS.iter().filter(|(part, _)| text.contains(part)).map(|(_, why)| *why).collect();
    if text.trim() != text {
        all.push("spaces at the ends");
    }
    if accents_as_apostrophes(text) {
        all.push("an accent written as an apostrophe");
    }
    if text.matches('«').count() != text.matches('»').count() {
        all.push("a quote left open");
    }
    if text.matches('(').count() != text.matches(')').count() {
        all.push("a bracket left open");
    }
    all
}

/// `citta'`, `perche'`, `piu'`: a vowel and an apostrophe at the end of a word.
fn accents_as_apostrophes(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let word = word.trim_end_matches(|c: char| !c.is_alphabetic() && c != '\'');
        word.strip_suffix('\'').is_some_and(|stem| stem.ends_with(['a', 'e', 'i', 'o', 'u']))
    })
}

#[test]
fn the_net_catches_what_it_is_for() {
    assert_eq!(faults("E' la citta' , piu  grande").len(), 4);
    assert!(faults("L'ente, un po' per volta").contains(&"an accent written as an apostrophe"), "write it another way");
    assert!(faults("È l'ente più vicino; «non so» (art. 30 TUEL) è un'altra cosa: 1.000–1.500.").is_empty());
}

#[test]
fn labels_carry_no_full_stop_and_sentences_do() {
    for questionnaire in BOTH {
        let q = load(questionnaire);
        let options = q.questions().flat_map(|x| x.kind.choices()).map(|c| &c.text);
        let labels = options.chain(q.sections.iter().map(|s| &s.title)).chain(q.dimensions.iter().map(|d| &d.name));
        let labels = labels.chain(q.suggestions.iter().flat_map(|s| s.steps.iter().chain([&s.title])));
        for label in labels {
            assert!(!label.ends_with(['.', ';', ',', ':']), "{label}");
            assert!(label.chars().next().is_some_and(char::is_uppercase), "{label}");
        }
        let helps = q.questions().filter_map(|x| x.help.as_ref()).chain(q.sections.iter().filter_map(|s| s.intro.as_ref()));
        let models = q.models.iter().flat_map(|m| [&m.description, &m.suits]);
        let others = q.about.iter().chain(q.suggestions.iter().map(|s| &s.effect)).chain(q.dimensions.iter().map(|d| &d.why));
        for sentence in helps.chain(models).chain(others) {
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(sentence.chars().next().is_some_and(char::is_uppercase), "{sentence}");
        }
    }
}
