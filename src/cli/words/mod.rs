//! The sentences of the command line, in Italian and English.

pub mod answers;
mod english;
mod italian;
pub mod score;

use crate::domain::questionnaire::Questionnaire;
use crate::domain::questionnaire::parse::{FaultKind, WarningKind};
use crate::platform::content::Unreadable;
use crate::ui::words::Lang;

/// What is wrong with the files of a questionnaire, and where it helps, what to do.
pub fn fault(kind: &FaultKind, lang: Lang) -> String {
    match lang {
        Lang::It => italian::fault(kind),
        Lang::En => english::fault(kind),
    }
}

pub fn warning(kind: &WarningKind, lang: Lang) -> String {
    match lang {
        Lang::It => italian::warning(kind),
        Lang::En => english::warning(kind),
    }
}

/// A warning told beside faults: `1/models.toml:9:6: …` with the word that makes it one.
pub fn warning_line(line: &str, lang: Lang) -> String {
    match lang {
        Lang::It => format!("avviso: {line}"),
        Lang::En => format!("warning: {line}"),
    }
}

pub fn unreadable(why: &Unreadable, lang: Lang) -> String {
    match lang {
        Lang::It => italian::unreadable(why),
        Lang::En => english::unreadable(why),
    }
}

pub fn fault_count(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::It, 1) => "1 errore".to_owned(),
        (Lang::It, n) => format!("{n} errori"),
        (Lang::En, 1) => "1 fault".to_owned(),
        (Lang::En, n) => format!("{n} faults"),
    }
}

/// One line about a questionnaire without faults. The hash is what rilevazioni keep.
pub fn sound(folder: &str, questionnaire: &Questionnaire, lang: Lang) -> String {
    let (sections, questions) = (questionnaire.sections.len(), questionnaire.questions().count());
    let (dimensions, models, suggestions) = (questionnaire.dimensions.len(), questionnaire.models.len(), questionnaire.suggestions.len());
    let hash = &questionnaire.hash;
    match lang {
        Lang::It => format!(
            "{folder}: nessun errore (sezioni: {sections}, domande: {questions}, dimensioni: {dimensions}, modelli: {models}, suggerimenti: {suggestions}; impronta {hash})"
        ),
        Lang::En => format!(
            "{folder}: no faults (sections: {sections}, questions: {questions}, dimensions: {dimensions}, models: {models}, suggestions: {suggestions}; hash {hash})"
        ),
    }
}
