//! What is wrong with a file or a row, and what would be right.

use crate::domain::ente;
use crate::domain::import::columns::BadHeading;
use crate::domain::import::fault::{Fault, Problem};
use crate::domain::import::sheet::{Encoding, MOST_ROWS, Unreadable};
use crate::domain::import::{FileKind, NotATable};
use crate::domain::succession;
use crate::ui::dates;
use crate::ui::words::Lang;

/// "enti", "persone", "successioni".
pub fn kind(lang: Lang, kind: FileKind) -> &'static str {
    match (lang, kind) {
        (Lang::It, FileKind::Enti) => "enti",
        (Lang::It, FileKind::People) => "persone",
        (Lang::It, FileKind::Successions) => "successioni di enti",
        (Lang::En, FileKind::Enti) => "enti",
        (Lang::En, FileKind::People) => "people",
        (Lang::En, FileKind::Successions) => "successions of enti",
    }
}

/// How the text was written, as offices know it.
pub fn encoding(lang: Lang, encoding: Encoding) -> &'static str {
    match (lang, encoding) {
        (_, Encoding::Utf8) => "UTF-8",
        (Lang::It, Encoding::Utf8Marked) => "UTF-8 con BOM",
        (Lang::En, Encoding::Utf8Marked) => "UTF-8 with BOM",
        (_, Encoding::Windows1252) => "Windows-1252 (Excel)",
        (Lang::It, Encoding::Utf16) => "UTF-16 («testo Unicode» di Excel)",
        (Lang::En, Encoding::Utf16) => "UTF-16 (Excel’s “Unicode text”)",
    }
}

pub fn separator(lang: Lang, separator: char) -> &'static str {
    match (lang, separator) {
        (Lang::It, ',') => "virgola",
        (Lang::It, '\t') => "tabulazione",
        (Lang::It, _) => "punto e virgola",
        (Lang::En, ',') => "comma",
        (Lang::En, '\t') => "tab",
        (Lang::En, _) => "semicolon",
    }
}

pub fn succession(lang: Lang, kind: succession::Kind) -> &'static str {
    use succession::Kind;
    let (it, en) = match kind {
        Kind::Fusion => ("fusione", "fusion"),
        Kind::Incorporation => ("incorporazione", "incorporation"),
        Kind::Split => ("scissione", "split"),
        Kind::Transformation => ("trasformazione", "transformation"),
        Kind::Dissolution => ("scioglimento", "dissolution"),
    };
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}

/// Why a file is no table at all, or not this one.
pub fn not_a_table(lang: Lang, fault: &NotATable) -> String {
    match fault {
        NotATable::Unreadable(why) => unreadable(lang, why),
        NotATable::Heading(bad) => bad.iter().map(|bad| heading(lang, bad)).collect::<Vec<_>>().join(" "),
    }
}

fn unreadable(lang: Lang, why: &Unreadable) -> String {
    let (it, en) = match why {
        Unreadable::TooLarge => ("Il file supera i 20 MB: dividetelo in più file.", "The file is larger than 20 MB: split it."),
        Unreadable::Empty => (
            "Il file non contiene righe: servono l’intestazione e almeno una riga di dati.",
            "The file has no rows: it needs the heading and at least one row of data.",
        ),
        Unreadable::Workbook => (
            "Questo è un foglio di lavoro (Excel o LibreOffice): apritelo e salvatelo come CSV, poi caricate il CSV.",
            "This is a workbook (Excel or LibreOffice): open it, save it as CSV and upload the CSV.",
        ),
        Unreadable::Binary => ("Questo non è un file di testo: serve un CSV.", "This is not a text file: a CSV is needed."),
        Unreadable::QuoteNeverClosed { row } => {
            return match lang {
                Lang::It => format!("Riga {row}: le virgolette aperte non sono mai chiuse. Chiudetele, o toglietele."),
                Lang::En => format!("Row {row}: a quote is opened and never closed. Close it, or take it away."),
            };
        }
        Unreadable::TooManyRows => {
            let most = dates::count(lang, i64::try_from(MOST_ROWS).unwrap_or(i64::MAX));
            return match lang {
                Lang::It => format!("Il file ha più di {most} righe: dividetelo in più file."),
                Lang::En => format!("The file has more than {most} rows: split it."),
            };
        }
    };
    match lang {
        Lang::It => it.to_owned(),
        Lang::En => en.to_owned(),
    }
}

fn heading(lang: Lang, bad: &BadHeading) -> String {
    match (lang, bad) {
        (Lang::It, BadHeading::Missing(names)) => {
            format!("Nell’intestazione manca la colonna {}.", names.iter().map(|n| format!("«{n}»")).collect::<Vec<_>>().join(" o "))
        }
        (Lang::En, BadHeading::Missing(names)) => {
            format!("The heading lacks the column {}.", names.iter().map(|n| format!("“{n}”")).collect::<Vec<_>>().join(" or "))
        }
        (Lang::It, BadHeading::Twice(name)) => format!("La colonna «{name}» c’è due volte: lasciatene una."),
        (Lang::En, BadHeading::Twice(name)) => format!("The column “{name}” is there twice: leave one."),
    }
}

/// One line: row, column, what was found, what is wrong.
pub fn line(lang: Lang, fault: &Fault) -> String {
    let what = problem(lang, &fault.problem);
    match (lang, fault.found.as_str()) {
        (Lang::It, "") => format!("riga {}, {}: {what}", fault.row, fault.column),
        (Lang::It, found) => format!("riga {}, {} «{found}»: {what}", fault.row, fault.column),
        (Lang::En, "") => format!("row {}, {}: {what}", fault.row, fault.column),
        (Lang::En, found) => format!("row {}, {} “{found}”: {what}", fault.row, fault.column),
    }
}

/// What is wrong and what would be right.
pub fn problem(lang: Lang, problem: &Problem) -> String {
    match lang {
        Lang::It => italian(problem),
        Lang::En => english(problem),
    }
}

fn any_of(names: &[String], or: &str) -> String {
    match names {
        [one] => one.clone(),
        [first @ .., last] => format!("{} {or} {last}", first.join(", ")),
        [] => String::new(),
    }
}

/// Long, because it is one table: the compiler names the problem without a sentence.
fn italian(problem: &Problem) -> String {
    let day = |day| dates::day(Lang::It, day);
    match problem {
        Problem::Missing => "manca, ed è necessario.".into(),
        Problem::TooLong { most } => format!("supera i {most} caratteri."),
        Problem::Beyond => "sta oltre l’ultima colonna dell’intestazione: c’è un separatore di troppo nella riga?".into(),
        Problem::NotANumber => "non è un numero di residenti: scrivete solo cifre, come 2558.".into(),
        Problem::NotAYear => "non è un anno: scrivetelo con quattro cifre, come 2023.".into(),
        Problem::NotADay => "non è una data: scrivetela come 31/12/2026.".into(),
        Problem::InTheFuture => "è un giorno futuro: si registra quando ha effetto.".into(),
        Problem::NotYesOrNo => "non è né sì né no.".into(),
        Problem::UnknownKind => "non è un tipo di ente: comune, unione, comunità montana, consorzio o altro.".into(),
        Problem::UnknownRole => "non è un ruolo: partecipante o referente.".into(),
        Problem::UnknownSuccession => {
            "non è un tipo di successione: fusione, incorporazione, scissione, trasformazione, scioglimento o nuovo codice.".into()
        }
        Problem::BadIstatCode => "non è un codice ISTAT: sono sei cifre, come 001001.".into(),
        Problem::BadIpaCode => "non è un codice IPA: solo lettere, cifre e trattini bassi, come c_a074.".into(),
        Problem::BadAddress => "non è un indirizzo di posta: come anagrafe@comune.esempio.it.".into(),
        Problem::BadDomain => "non è un dominio di posta: come comune.esempio.it.".into(),
        Problem::BadUsername => "non è un nome utente: da 3 a 60 lettere minuscole, cifre, punti, trattini.".into(),
        Problem::UnknownProvince => "non è la sigla di una provincia che conosciamo: due lettere, come TO.".into(),
        Problem::NoRegion => "la provincia è nuova: scrivete la regione nella colonna «regione».".into(),
        Problem::UnknownEnte { like } if like.is_empty() => {
            "nessun ente ha questo nome o codice: scrivetelo come Agliè (TO), o con il codice ISTAT.".into()
        }
        Problem::UnknownEnte { like } => format!("nessun ente si chiama così: forse {}?", any_of(like, "o")),
        Problem::AmbiguousEnte { candidates } => {
            format!("può essere {}: aggiungete la provincia, o il codice ISTAT.", any_of(candidates, "o"))
        }
        Problem::EnteEnded { on, followed_by } if followed_by.is_empty() => format!("l’ente non c’è più dal {}.", day(*on)),
        Problem::EnteEnded { on, followed_by } => {
            format!("l’ente non c’è più dal {}: al suo posto {}.", day(*on), any_of(followed_by, "e"))
        }
        Problem::NotAComune { name } => format!("{name} non è un Comune."),
        Problem::CodeOfAnother { name } => format!("il codice è di {name}: correggete il codice o il nome."),
        Problem::OtherCode { code } => {
            format!("questo Comune ha il codice {code}; se è cambiato, importate una successione di tipo «nuovo codice».")
        }
        Problem::CodeTaken { name } => format!("il codice è già di {name}."),
        Problem::KindChanged { is: ente::Kind::Comune } => "l’ente è un Comune, e resta tale: non ha Comuni membri.".into(),
        Problem::KindChanged { .. } => "l’ente è una forma associata: non può diventare un Comune.".into(),
        Problem::NoMembers => "scrivete i Comuni che ne fanno parte, come Agliè (TO), Bairo (TO).".into(),
        Problem::SameAs { row } => format!("è uguale alla riga {row}: lasciatene una."),
        Problem::UsernameOfAnother { name, .. } if name.is_empty() => {
            "il nome utente è stato di un’altra persona: sceglietene un altro.".into()
        }
        Problem::UsernameOfAnother { name, email } => {
            format!(
                "il nome utente è di {name} ({email}): se è la stessa persona, usate quel nome e quell’indirizzo; se no, scegliete un altro nome utente."
            )
        }
        Problem::HasUsername { username } => format!("questa persona ha già l’account {username}: scrivete quello, o lasciate vuoto."),
        Problem::UsernameNeeded { usernames } => {
            format!("più account hanno questo nome e indirizzo ({}): scrivete quale nella colonna «nome utente».", usernames.join(", "))
        }
        Problem::NotAChoice { choices } => format!("il finanziatore ammette solo {}.", any_of(choices, "o")),
        Problem::SaysOtherwise { row } => format!("la riga {row} dice altro della stessa persona: lasciate un solo valore."),
        Problem::ToBeforeFrom => "l’incarico finirebbe prima di cominciare.".into(),
        Problem::NoSuccessor => "manca l’ente che succede; se non ce n’è nessuno, il tipo è «scioglimento».".into(),
        Problem::SuccessorNotWanted => "uno scioglimento non ha un ente che succede: lasciate vuoto, o cambiate il tipo.".into(),
        Problem::Succession(refusal) => self::refusal(Lang::It, *refusal),
    }
}

fn english(problem: &Problem) -> String {
    let day = |day| dates::day(Lang::En, day);
    match problem {
        Problem::Missing => "is missing, and needed.".into(),
        Problem::TooLong { most } => format!("is longer than {most} characters."),
        Problem::Beyond => "stands beyond the last column of the heading: is there a separator too many in the row?".into(),
        Problem::NotANumber => "is not a number of residents: write digits alone, as in 2558.".into(),
        Problem::NotAYear => "is not a year: write four digits, as in 2023.".into(),
        Problem::NotADay => "is not a date: write it as 31/12/2026.".into(),
        Problem::InTheFuture => "is a day to come: enter it when it takes effect.".into(),
        Problem::NotYesOrNo => "is neither sì nor no.".into(),
        Problem::UnknownKind => "is not a kind of ente: comune, unione, comunità montana, consorzio or altro.".into(),
        Problem::UnknownRole => "is not a role: partecipante or referente.".into(),
        Problem::UnknownSuccession => {
            "is not a kind of succession: fusione, incorporazione, scissione, trasformazione, scioglimento or nuovo codice.".into()
        }
        Problem::BadIstatCode => "is not an ISTAT code: six digits, as in 001001.".into(),
        Problem::BadIpaCode => "is not an IPA code: letters, digits and underscores alone, as in c_a074.".into(),
        Problem::BadAddress => "is not an e-mail address: as in anagrafe@comune.esempio.it.".into(),
        Problem::BadDomain => "is not a mail domain: as in comune.esempio.it.".into(),
        Problem::BadUsername => "is not a username: 3 to 60 lower-case letters, digits, full stops, hyphens.".into(),
        Problem::UnknownProvince => "is not the code of a province that we know: two letters, as in TO.".into(),
        Problem::NoRegion => "the province is new: write the region in the column “regione”.".into(),
        Problem::UnknownEnte { like } if like.is_empty() => {
            "no ente has this name or code: write it as Agliè (TO), or by its ISTAT code.".into()
        }
        Problem::UnknownEnte { like } => format!("no ente is called so: perhaps {}?", any_of(like, "or")),
        Problem::AmbiguousEnte { candidates } => format!("may be {}: add the province, or the ISTAT code.", any_of(candidates, "or")),
        Problem::EnteEnded { on, followed_by } if followed_by.is_empty() => format!("the ente is no more since {}.", day(*on)),
        Problem::EnteEnded { on, followed_by } => {
            format!("the ente is no more since {}: in its place {}.", day(*on), any_of(followed_by, "and"))
        }
        Problem::NotAComune { name } => format!("{name} is not a municipality."),
        Problem::CodeOfAnother { name } => format!("the code is that of {name}: correct the code or the name."),
        Problem::OtherCode { code } => {
            format!("this municipality has the code {code}; if it has changed, import a succession of kind “nuovo codice”.")
        }
        Problem::CodeTaken { name } => format!("the code is already that of {name}."),
        Problem::KindChanged { is: ente::Kind::Comune } => "the ente is a municipality and stays one: it has no members.".into(),
        Problem::KindChanged { .. } => "the ente is an association: it cannot become a municipality.".into(),
        Problem::NoMembers => "write the municipalities that belong to it, as in Agliè (TO), Bairo (TO).".into(),
        Problem::SameAs { row } => format!("is the same as row {row}: leave one."),
        Problem::UsernameOfAnother { name, .. } if name.is_empty() => "the username was another person’s: choose another.".into(),
        Problem::UsernameOfAnother { name, email } => {
            format!(
                "the username is that of {name} ({email}): for the same person, use that name and address; otherwise choose another username."
            )
        }
        Problem::HasUsername { username } => format!("this person already has the account {username}: write that, or leave it empty."),
        Problem::UsernameNeeded { usernames } => {
            format!("several accounts have this name and address ({}): write which in the column “nome utente”.", usernames.join(", "))
        }
        Problem::NotAChoice { choices } => format!("the funder admits only {}.", any_of(choices, "or")),
        Problem::SaysOtherwise { row } => format!("row {row} tells otherwise of the same person: leave one value."),
        Problem::ToBeforeFrom => "the appointment would end before it begins.".into(),
        Problem::NoSuccessor => "the ente that follows is missing; if there is none, the kind is “scioglimento”.".into(),
        Problem::SuccessorNotWanted => "a dissolution has no ente that follows: leave it empty, or change the kind.".into(),
        Problem::Succession(refusal) => self::refusal(Lang::En, *refusal),
    }
}

/// Why a succession cannot be.
pub fn refusal(lang: Lang, refusal: succession::Refusal) -> String {
    use succession::Refusal as R;
    let day = |day| dates::day(lang, day);
    match (lang, refusal) {
        (Lang::It, R::TooFarAhead) => "è un giorno troppo lontano: controllate l’anno.".into(),
        (Lang::En, R::TooFarAhead) => "is too far ahead: check the year.".into(),
        (Lang::It, R::EndsAlready(on)) => {
            format!("è già annunciato che l’ente finisce il {}: se la data è cambiata, annullate prima quell’annuncio.", day(on))
        }
        (Lang::En, R::EndsAlready(on)) => {
            format!("it is announced already that the ente ends on {}: if the day has changed, undo that first.", day(on))
        }
        (Lang::It, R::Itself) => "un ente non può succedere a se stesso.".into(),
        (Lang::En, R::Itself) => "an ente cannot follow itself.".into(),
        (Lang::It, R::EndedAlready(on)) => format!("l’ente non c’è più già dal {}.", day(on)),
        (Lang::En, R::EndedAlready(on)) => format!("the ente is no more since {} already.", day(on)),
        (Lang::It, R::SuccessorEnded(on)) => format!("l’ente che succede non c’è più dal {}.", day(on)),
        (Lang::En, R::SuccessorEnded(on)) => format!("the ente that follows is no more since {}.", day(on)),
        (Lang::It, R::Circle) => "l’ente che succede viene prima dell’altro nella sua storia: si farebbe un cerchio.".into(),
        (Lang::En, R::Circle) => "the ente that follows comes before the other in its own line: it would be a circle.".into(),
        (Lang::It, R::ReceivedLater(on)) => format!("un altro ente è confluito in questo il {}: non può essere finito prima.", day(on)),
        (Lang::En, R::ReceivedLater(on)) => format!("another ente went into this one on {}: it cannot have ended before.", day(on)),
        (Lang::It, R::OtherKind) => "a un Comune succede un Comune, a una forma associata una forma associata.".into(),
        (Lang::En, R::OtherKind) => "a municipality is followed by a municipality, an association by an association.".into(),
        (Lang::It, R::Known) => "questa successione è già registrata.".into(),
        (Lang::En, R::Known) => "this succession is there already.".into(),
    }
}
