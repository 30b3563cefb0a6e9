//! What is wrong with a file of answers, for whoever wrote it: in terms of its JSON.

use std::path::Path;

use crate::domain::questionnaire::answer::{AnswerProblem, Expected};
use crate::ui::dates;
use crate::ui::words::Lang;

pub fn not_json(path: &Path, error: &serde_json::Error, lang: Lang) -> String {
    let (path, line, column) = (path.display(), error.line(), error.column());
    match lang {
        Lang::It => format!("{path}:{line}:{column}: il file non è JSON valido"),
        Lang::En => format!("{path}:{line}:{column}: the file is not valid JSON"),
    }
}

pub fn not_an_object(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::It => format!("{path}: serve un oggetto JSON con una risposta per domanda, come {{\"Q07\": \"d\"}}"),
        Lang::En => format!("{path}: a JSON object with an answer per question is needed, as in {{\"Q07\": \"d\"}}"),
    }
}

pub fn problem(problem: &AnswerProblem, lang: Lang) -> String {
    match lang {
        Lang::It => italian(problem),
        Lang::En => english(problem),
    }
}

fn italian(problem: &AnswerProblem) -> String {
    use AnswerProblem as P;
    let number = |value: f64| dates::number(Lang::It, value, 2);
    match problem {
        P::UnknownQuestion => "la domanda non esiste in questo questionario".to_owned(),
        P::UnknownOption { option } => format!("«{option}» non è tra le risposte previste"),
        P::UnknownRow { row } => format!("«{row}» non è una riga della domanda"),
        P::WrongType { expected } => format!("la risposta deve essere {}", italian_shape(*expected)),
        P::NotApplicableNotAllowed => "qui non si può rispondere «NA» (non applicabile)".to_owned(),
        P::DontKnowNotAllowed => "qui non si può rispondere «NS» (non so)".to_owned(),
        P::OutOfBounds { min, max } => format!("il numero deve stare tra {} e {}", number(*min), number(*max)),
        P::NotWhole => "il numero deve essere intero".to_owned(),
        P::ExclusiveWithOthers { option } => format!("«{option}» esclude le altre risposte: va da sola"),
        P::Repeated { option } => format!("«{option}» compare più di una volta"),
        P::Empty => "la risposta è vuota: se manca, si toglie la domanda".to_owned(),
        P::MoreThan { other, value } => format!("non può superare la risposta a {other}, che è {}", number(*value)),
        P::RowCount { rows, given } => format!("le righe della domanda sono {rows}, le risposte date {given}"),
        P::TooLong { max } => format!("il testo supera {max} caratteri"),
        P::ControlCharacter => "il testo contiene un carattere di controllo".to_owned(),
    }
}

fn italian_shape(expected: Expected) -> &'static str {
    match expected {
        Expected::Option => "la lettera di un'opzione, come \"d\"",
        Expected::Options => "un elenco di lettere, come [\"a\", \"b\"]",
        Expected::YesNo => "\"s\" oppure \"n\"",
        Expected::Level => "un livello da 1 a 5",
        Expected::Number => "un numero",
        Expected::Rows => "un elenco di lettere in ordine di riga, oppure un oggetto con una lettera per riga",
        Expected::Text => "un testo tra virgolette",
    }
}

fn english(problem: &AnswerProblem) -> String {
    use AnswerProblem as P;
    let number = |value: f64| dates::number(Lang::En, value, 2);
    match problem {
        P::UnknownQuestion => "there is no such question in this questionnaire".to_owned(),
        P::UnknownOption { option } => format!("“{option}” is not among the answers offered"),
        P::UnknownRow { row } => format!("“{row}” is not a row of the question"),
        P::WrongType { expected } => format!("the answer must be {}", english_shape(*expected)),
        P::NotApplicableNotAllowed => "“NA” (not applicable) is not offered here".to_owned(),
        P::DontKnowNotAllowed => "“NS” (don't know) is not offered here".to_owned(),
        P::OutOfBounds { min, max } => format!("the number must be between {} and {}", number(*min), number(*max)),
        P::NotWhole => "the number must be a whole one".to_owned(),
        P::ExclusiveWithOthers { option } => format!("“{option}” stands only alone"),
        P::Repeated { option } => format!("“{option}” is there more than once"),
        P::Empty => "the answer is empty: to give none, leave the question out".to_owned(),
        P::MoreThan { other, value } => format!("it may not exceed the answer to {other}, which is {}", number(*value)),
        P::RowCount { rows, given } => format!("the question has {rows} rows, and {given} answers were given"),
        P::TooLong { max } => format!("the text has more than {max} characters"),
        P::ControlCharacter => "the text holds a control character".to_owned(),
    }
}

fn english_shape(expected: Expected) -> &'static str {
    match expected {
        Expected::Option => "the letter of an option, as in \"d\"",
        Expected::Options => "a list of letters, as in [\"a\", \"b\"]",
        Expected::YesNo => "\"s\" or \"n\"",
        Expected::Level => "a level from 1 to 5",
        Expected::Number => "a number",
        Expected::Rows => "a list of letters in order of row, or an object with a letter for each row",
        Expected::Text => "a text in quotes",
    }
}
