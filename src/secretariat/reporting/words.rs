//! The phrases of what lacks for the report to the funder.

use crate::domain::edition::ParticipantField;
use crate::ui::words::Lang;

pub struct Words {
    pub title: &'static str,
    pub lead: fn(edition: &str) -> String,
    pub caption: &'static str,
    pub nothing_asked: &'static str,
    pub editions: &'static str,
    pub what_is_asked: &'static str,
    pub search: &'static str,
    pub quoted: fn(&str) -> String,
    pub ente: &'static str,
    pub ente_named: fn(&str) -> String,
    pub region: &'static str,
    pub name: &'static str,
    pub address: &'static str,
    pub lacking: &'static str,
    pub lacks: &'static str,
    pub lacks_field: fn(&str) -> String,
    pub letter: &'static str,
    pub never: &'static str,
    pub lately: fn(days: i64) -> String,
    pub not_lately: fn(days: i64) -> String,
    pub actions: &'static str,
    pub found: fn(people: i64, shown: &str, lines: i64) -> String,
    pub none: &'static str,
    pub nothing: &'static str,
    pub ask: &'static str,
    pub fill_in: &'static str,
    pub asked: &'static str,
    pub asked_lately: &'static str,
    pub nothing_lacking: &'static str,
    pub noted: &'static str,
    pub ask_all: &'static str,
    pub all_title: fn(usize) -> String,
    pub all_text: &'static str,
    pub all_lately: fn(people: usize, days: i64) -> String,
    pub all_button: &'static str,
    pub give_up: &'static str,
    pub sent: fn(u32) -> String,
    pub letter_subject: &'static str,
    pub letter_text: fn(edition: &str) -> String,
    pub letter_action: &'static str,
    pub letter_telephone: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// What a field is called.
pub fn field(lang: Lang, field: ParticipantField) -> &'static str {
    let (it, en) = match field {
        ParticipantField::Gender => ("Genere", "Gender"),
        ParticipantField::AgeClass => ("Classe di età", "Age class"),
        ParticipantField::Qualifica => ("Qualifica", "Position"),
        ParticipantField::Settore => ("Settore o ufficio", "Department or office"),
        ParticipantField::EnteKind => ("Tipo di ente", "Kind of body"),
    };
    if lang == Lang::It { it } else { en }
}

const IT: Words = Words {
    title: "Manca per la rendicontazione",
    lead: |edition| format!("{edition}: a chi manca un dato che il finanziatore chiede. Dopo la fine dell’edizione non si recupera più."),
    caption: "Persone a cui manca un dato, per ente",
    nothing_asked: "L’edizione in corso non chiede dati ai partecipanti. Si stabilisce nella pagina dell’edizione:",
    editions: "vedi le edizioni",
    what_is_asked: "Che cosa chiede il finanziatore, e perché",
    search: "Nome o indirizzo",
    quoted: |name| format!("«{name}»"),
    ente: "Ente",
    ente_named: |name| format!("ente «{name}»"),
    region: "Regione",
    name: "Persona",
    address: "Indirizzo",
    lacking: "Che cosa manca",
    lacks: "manca",
    lacks_field: |name| format!("manca: {}", name.to_lowercase()),
    letter: "Ultima richiesta",
    never: "mai chiesto",
    lately: |days| format!("chiesto negli ultimi {days} giorni"),
    not_lately: |days| format!("non chiesto negli ultimi {days} giorni"),
    actions: "Come averlo",
    found: |people, shown, lines| match (people, lines) {
        (1, 1) => "Una persona.".into(),
        (1, lines) => format!("Una persona, per {lines} enti."),
        (people, lines) if people == lines => format!("{shown} persone."),
        (_, lines) => format!("{shown} persone, {lines} righe: alcune operano per più enti."),
    },
    none: "A nessuno manca nulla: la rendicontazione è completa.",
    nothing: "A nessuno, fra le persone scelte, manca qualcosa.",
    ask: "Chiedi per e-mail",
    fill_in: "Compila al telefono",
    asked: "Il messaggio è in partenza.",
    asked_lately: "A questa persona si è già scritto da poco: si aspetta una settimana fra un messaggio e l’altro.",
    nothing_lacking: "A questa persona non manca più nulla: non le abbiamo scritto.",
    noted: "I dati sono stati annotati: un messaggio li riepiloga alla persona.",
    ask_all: "Chiedi a tutte queste persone",
    all_title: |n| match n {
        0 => "Nessuno a cui scrivere oggi".into(),
        1 => "Scrivere a una persona?".into(),
        n => format!("Scrivere a {n} persone?"),
    },
    all_text: "Ognuna riceve un solo messaggio, con i dati che le mancano, il motivo di ciascuno e la pagina dove completarli.",
    all_lately: |people, days| match people {
        1 => format!("Un’altra persona ha ricevuto la richiesta negli ultimi {days} giorni: per ora non le si scrive."),
        n => format!("Altre {n} persone hanno ricevuto la richiesta negli ultimi {days} giorni: per ora non si scrive loro."),
    },
    all_button: "Spedisci i messaggi",
    give_up: "Torna alla tabella",
    sent: |n| match n {
        0 => "Nessun messaggio spedito: a tutte si è già scritto da poco.".into(),
        1 => "Un messaggio è in partenza.".into(),
        n => format!("{n} messaggi sono in partenza."),
    },
    letter_subject: "Mancano alcuni vostri dati",
    letter_text: |edition| {
        format!("Per rendere conto dell’edizione «{edition}» a chi la finanzia ci mancano alcuni vostri dati. Bastano due minuti:")
    },
    letter_action: "Completa i dati",
    letter_telephone: "Se preferite, rispondete a questo messaggio o telefonateci: li annotiamo noi.",
};

const EN: Words = Words {
    title: "Missing for the report",
    lead: |edition| {
        format!("{edition}: who has not told something that the funder asks. After the end of the edition it cannot be recovered.")
    },
    caption: "People who lack something, by body",
    nothing_asked: "The edition that runs asks nothing of its participants. This is decided on the page of the edition:",
    editions: "see the editions",
    what_is_asked: "What the funder asks, and why",
    search: "Name or address",
    quoted: |name| format!("“{name}”"),
    ente: "Body",
    ente_named: |name| format!("body “{name}”"),
    region: "Region",
    name: "Person",
    address: "Address",
    lacking: "What lacks",
    lacks: "lacks",
    lacks_field: |name| format!("lacking: {}", name.to_lowercase()),
    letter: "Last asked",
    never: "never asked",
    lately: |days| format!("asked in the last {days} days"),
    not_lately: |days| format!("not asked in the last {days} days"),
    actions: "How to get it",
    found: |people, shown, lines| match (people, lines) {
        (1, 1) => "One person.".into(),
        (1, lines) => format!("One person, for {lines} bodies."),
        (people, lines) if people == lines => format!("{shown} people."),
        (_, lines) => format!("{shown} people, {lines} lines: some act for several bodies."),
    },
    none: "Nobody lacks anything: the report is complete.",
    nothing: "Nobody among the people chosen lacks anything.",
    ask: "Ask by e-mail",
    fill_in: "Fill in by telephone",
    asked: "The message is on its way.",
    asked_lately: "This person was written to lately: a week passes between one message and the next.",
    nothing_lacking: "This person lacks nothing any more: we have not written.",
    noted: "The data have been noted: a message sums them up to the person.",
    ask_all: "Ask all these people",
    all_title: |n| match n {
        0 => "Nobody to write to today".into(),
        1 => "Write to one person?".into(),
        n => format!("Write to {n} people?"),
    },
    all_text: "Each gets one message, with what they lack, the reason of each and the page where to complete it.",
    all_lately: |people, days| match people {
        1 => format!("One more person was asked in the last {days} days, and is not written to for now."),
        n => format!("{n} more people were asked in the last {days} days, and are not written to for now."),
    },
    all_button: "Send the messages",
    give_up: "Back to the table",
    sent: |n| match n {
        0 => "No message was sent: all of them were written to lately.".into(),
        1 => "One message is on its way.".into(),
        n => format!("{n} messages are on their way."),
    },
    letter_subject: "Some of your data are missing",
    letter_text: |edition| {
        format!("To account for the edition “{edition}” to whoever pays for it we lack some of your data. It takes two minutes:")
    },
    letter_action: "Complete the data",
    letter_telephone: "If you prefer, answer this message or call us: we note them for you.",
};
