//! The Italian of the command line.

use crate::domain::questionnaire::condition::{DEEPEST, Expected, Syntax};
use crate::domain::questionnaire::parse::{AtomForm, FaultKind, Thing, Type, WarningKind};
use crate::platform::content::Unreadable;
use crate::ui::dates;
use crate::ui::words::Lang;

fn number(value: f64) -> String {
    dates::number(Lang::It, value, 2)
}

/// Long, because it is one table: the compiler names the kind without a sentence.
pub(super) fn fault(kind: &FaultKind) -> String {
    use FaultKind as F;
    match kind {
        F::Toml { detail } => format!("il file non è TOML valido: {}", toml(detail)),
        F::MissingFile => "manca il file".to_owned(),
        F::UnexpectedFile => {
            "file non previsto: qui si leggono questionnaire.toml, models.toml, suggestions.toml e sections/*.toml".to_owned()
        }
        F::MissingKey { key } => format!("manca «{key}»"),
        F::UnknownKey { key } => format!("«{key}» non è una chiave prevista qui"),
        F::KeyNotForKind { key, kind } => format!("«{key}» non si usa in una domanda di tipo «{}»", kind.as_str()),
        F::WrongType { key, expected, found } => format!("«{key}» deve essere {}, non {}", type_name(*expected), type_name(*found)),
        F::Empty { key } => format!("«{key}» è vuoto"),
        F::UnknownWord { key, word, known } => format!("«{key}» non può essere «{word}»: si scrive {}", quoted(known)),
        F::BadId { thing, id } => format!("«{id}» non può essere il nome di {}: {}", a(*thing), shape(*thing)),
        F::Duplicate { thing, id } => format!("c'è già {} «{id}»", a(*thing)),
        F::Unknown { thing, id } => format!("non esiste {} «{id}»", a(*thing)),
        F::TooFew { key, least, found } => format!("«{key}» deve avere almeno {least} voci: ce ne sono {found}"),
        F::OutOfRange { key, value, min, max } => {
            format!("«{key}» deve stare tra {} e {}, non {}", number(*min), number(*max), number(*value))
        }
        F::NotPositive { key, value } => format!("«{key}» deve essere maggiore di zero, non {}", number(*value)),
        F::Inverted { low, high } => format!("«{low}» non può superare «{high}»"),
        F::NotTheFolder { thing, id, folder } => {
            format!("{} si chiama «{id}», ma la sua cartella si chiama «{folder}»: devono coincidere", the(*thing))
        }
        F::Condition(problem) => syntax(problem),
        F::UnknownName { name } => format!("«{name}» non è tra le condizioni con un nome ([conditions])"),
        F::RecursiveName { name } => format!("la condizione «{name}» rimanda a sé stessa"),
        F::UnknownOption { question, option } => format!("la domanda {question} non ha l'opzione «{option}»"),
        F::UnfitAtom { atom, question, kind } => {
            format!("{} non si applica alla domanda {question}, che è di tipo «{}»", atom_form(*atom), kind.as_str())
        }
        F::PointsOfUnscored { question } => format!("la domanda {question} non dà punti: points(…) sarebbe sempre falso"),
        F::RowsOutOfRange { question, rows } => {
            format!("le righe della domanda {question} vanno da 1 a {rows}, la prima non oltre l'ultima")
        }
        F::LaterQuestion { question } => {
            format!("la visibilità può dipendere solo da domande precedenti, e {question} viene dopo")
        }
        F::OwnQuestion { question } => format!("la visibilità di {question} non può dipendere da {question} stessa"),
        F::SectionWithoutQuestions => "la sezione non ha domande".to_owned(),
        F::ScoredWithoutDimension { question } => {
            format!("{question} ha un peso, ma la sezione non ha una dimensione a cui portarlo")
        }
        F::DimensionWithoutQuestions { dimension } => format!("nessuna domanda con peso misura la dimensione {dimension}"),
        F::WeightsSum { sum } => format!("i pesi delle dimensioni devono dare 100: danno {}", number(*sum)),
        F::OptionWithoutPoints { option } => {
            format!("l'opzione «{option}» non ha punti: si scrive points = …, oppure scored = false se resta fuori dal punteggio")
        }
        F::PointsWithoutWeight { question } => format!("{question} non ha peso (weight): non può dare punti"),
        F::PointsUnscored { option } => format!("l'opzione «{option}» ha dei punti e insieme scored = false"),
        F::NothingScored { question } => format!("{question} ha un peso, ma nessuna opzione dà punti"),
        F::ExclusiveOutsideMultiple { option } => {
            format!("l'opzione «{option}» è esclusiva: ha senso solo in una scelta multipla (multiple)")
        }
        F::TwoExclusives { first, second } => format!("due opzioni esclusive, «{first}» e «{second}»: ne basta una"),
        F::MaturityWithoutScale => "manca la scala comune (maturity) in questionnaire.toml".to_owned(),
        F::ScaleLength { found } => format!("la scala di maturità ha cinque livelli: qui sono {found}"),
        F::CurveTooShort => "la curva ha bisogno di almeno due punti".to_owned(),
        F::CurveNotRising { value, after } => {
            format!("i valori della curva devono crescere: {} viene dopo {}", number(*value), number(*after))
        }
        F::OtherNotANumber { key, question } => format!("«{key}» deve nominare un'altra domanda di tipo «number», e {question} non lo è"),
        F::ModelsWithoutPositioning => "ci sono modelli, ma manca [positioning] in questionnaire.toml".to_owned(),
        F::PositioningWithoutModels => "c'è [positioning], ma manca almeno un modello in models.toml".to_owned(),
        F::ProfileLacks { dimension } => format!("il profilo non dice la dimensione {dimension}"),
        F::AllIndifferent { model } => format!("per il modello {model} ogni dimensione è indifferente: la distanza non si può calcolare"),
        F::TargetMissing { question } => {
            format!("manca «target»: la domanda {question} dà punti, e il suggerimento deve dire a quanti porta")
        }
        F::TargetWithoutPoints { question } => format!("«target» non serve: la domanda {question} non dà punti"),
        F::TargetUnreachable { question, best } => {
            format!("nessuna risposta a {question} arriva a tanto: la migliore vale {}", number(*best))
        }
        F::TargetRulesOpen { model } => {
            format!("a un ente posizionato su {model} potrebbe non applicarsi nessuna regola: aggiungerne una senza condizione")
        }
        F::OfficesNotMultiple { question } => format!("gli uffici si contano in una scelta multipla, e {question} non lo è"),
    }
}

fn syntax(problem: &Syntax) -> String {
    match problem {
        Syntax::Character(c) => format!("nelle condizioni non si usa «{c}»"),
        Syntax::TooDeep => format!("troppe parentesi una dentro l'altra: al massimo {DEEPEST}"),
        Syntax::Expected { expected, found } if found.is_empty() => format!("la condizione si interrompe: manca {}", wanted(*expected)),
        Syntax::Expected { expected, found } => format!("qui ci vuole {}, non «{found}»", wanted(*expected)),
    }
}

fn wanted(expected: Expected) -> String {
    match expected {
        Expected::Condition => "una condizione, come Q07 = d, o il suo nome".to_owned(),
        Expected::Joint => "«and», «or» o la fine".to_owned(),
        Expected::Operator => "=, !=, in {…} o has {…}".to_owned(),
        Expected::Comparison => "<, <=, =, >= o >".to_owned(),
        Expected::Question => "una domanda, come Q07".to_owned(),
        Expected::Option => "un'opzione, come a".to_owned(),
        Expected::Number => "un numero".to_owned(),
        Expected::RowNumber => "il numero di una riga".to_owned(),
        Expected::Sign(sign) => format!("«{sign}»"),
    }
}

fn atom_form(atom: AtomForm) -> &'static str {
    match atom {
        AtomForm::Is => "«=»",
        AtomForm::IsNot => "«!=»",
        AtomForm::In => "«in»",
        AtomForm::Has => "«has»",
        AtomForm::Level => "level(…)",
        AtomForm::Value => "value(…)",
        AtomForm::Points => "points(…)",
        AtomForm::Rows => "rows(…)",
    }
}

/// With the indefinite article.
fn a(thing: Thing) -> &'static str {
    match thing {
        Thing::Questionnaire => "un questionario",
        Thing::Version => "una versione",
        Thing::Language => "una lingua",
        Thing::Condition => "una condizione",
        Thing::Theme => "un tema",
        Thing::Dimension => "una dimensione",
        Thing::Model => "un modello",
        Thing::Section => "una sezione",
        Thing::Question => "una domanda",
        Thing::Option => "un'opzione",
        Thing::Row => "una riga",
        Thing::Column => "una colonna",
        Thing::Suggestion => "un suggerimento",
        Thing::PeerClass => "una classe di enti",
    }
}

/// With the definite article: only the two that have a folder.
fn the(thing: Thing) -> &'static str {
    match thing {
        Thing::Version => "la versione",
        _ => "il questionario",
    }
}

fn shape(thing: Thing) -> &'static str {
    match thing {
        Thing::Question => "una maiuscola, poi lettere o cifre, come Q07",
        Thing::Condition => "minuscole, cifre, - e _, e nessuna parola del linguaggio delle condizioni",
        Thing::Version => "un numero intero, come 1",
        Thing::Language => "un codice come it",
        Thing::Theme | Thing::Dimension | Thing::Model | Thing::Suggestion => "lettere senza accento, cifre e -",
        _ => "minuscole senza accento, cifre e -",
    }
}

fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Text => "un testo",
        Type::Whole => "un numero intero",
        Type::Number => "un numero",
        Type::NotFinite => "un numero che non finisce",
        Type::Flag => "true o false",
        Type::Date => "una data",
        Type::List => "un elenco",
        Type::Table => "una tabella",
        Type::FlagOrText => "true o un testo",
        Type::Pair => "una coppia [valore, punti]",
    }
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|w| format!("«{w}»")).collect::<Vec<_>>().join(", ")
}

/// The parser speaks English: what curators meet most is translated, the rest is left as it is.
fn toml(detail: &str) -> String {
    const KNOWN: [(&str, &str); 13] = [
        ("duplicate key", "la chiave c'è già"),
        ("string values must be quoted", "i testi vanno tra virgolette"),
        ("invalid basic string", "mancano le virgolette di chiusura"),
        ("invalid boolean", "si scrive true o false"),
        ("unclosed array", "manca «]» alla fine dell'elenco"),
        ("unclosed inline table", "manca «}» alla fine della tabella"),
        ("unclosed table", "manca «]» alla fine dell'intestazione"),
        ("missing comma between array elements", "manca una virgola tra due voci dell'elenco"),
        ("missing comma between key-value pairs", "manca una virgola tra due voci della tabella"),
        ("key with no value", "una chiave senza valore"),
        ("invalid unquoted key", "il nome di una chiave ha solo lettere senza accento, cifre, - e _"),
        ("unexpected key or value", "c'è qualcosa in più sulla riga"),
        ("missing escaped value", "«\\» vuole dopo di sé un carattere speciale; per scriverla si raddoppia"),
    ];
    let start = detail.split(", expected").next().unwrap_or(detail);
    KNOWN.iter().find(|(english, _)| *english == start).map_or(detail, |(_, italian)| italian).to_owned()
}

pub(super) fn warning(kind: &WarningKind) -> String {
    match kind {
        WarningKind::ModelsTooNear { first, second, distance, least } => format!(
            "i modelli {first} e {second} non si distinguono più: distano {}, e dovrebbero distare almeno {}",
            number(*distance),
            number(*least)
        ),
    }
}

pub(super) fn unreadable(why: &Unreadable) -> String {
    match why {
        Unreadable::NoQuestionnaire(path) => {
            format!("{}: qui non c'è un questionario (né questionnaire.toml, né cartelle di versioni che lo contengano)", path.display())
        }
        Unreadable::OnlyDrafts(path) => {
            format!("{}: tutte le versioni sono bozze (draft = true); indicare la cartella di una versione", path.display())
        }
        Unreadable::NotUtf8(path) => format!("{}: il file non è in UTF-8", path.display()),
        Unreadable::File(path, error) => format!("{}: non si riesce a leggere ({error})", path.display()),
    }
}
