//! The phrases of the summary for the funder.

use super::By;
use crate::domain::edition::ParticipantField;
use crate::domain::ente::Kind;
use crate::domain::ente_class::EnteClass;
use crate::ui::edition;
use crate::ui::words::Lang;

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub presences: &'static str,
    pub show: &'static str,
    pub no_edition: &'static str,
    pub nothing: &'static str,
    pub not_added: &'static str,
    pub by: fn(what: &str) -> String,
    pub unknown: &'static str,
    pub csv: &'static str,
    pub xlsx: &'static str,
    pub sheet: &'static str,
    pub edition: &'static str,
    pub project: &'static str,
    pub cup: &'static str,
    pub people: &'static str,
    pub sessions: &'static str,
    pub minutes: &'static str,
    pub hours: &'static str,
    pub from: &'static str,
    pub to: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// The name of what is counted by, as a column has it.
pub fn named(lang: Lang, by: By) -> &'static str {
    let (it, en) = match by {
        By::Theme => ("Tema", "Theme"),
        By::Region => ("Regione dell’ente", "Region of the body"),
        By::Class => ("Classe dell’ente", "Class of the body"),
        By::Role => ("Qualifica", "Position"),
        By::Field(field) => return edition::field(lang, field),
    };
    if lang == Lang::It { it } else { en }
}

/// How wide a column is, in characters.
pub fn width(by: By) -> u16 {
    match by {
        By::Theme => 34,
        By::Class | By::Role => 30,
        By::Region | By::Field(ParticipantField::Settore) => 22,
        By::Field(_) => 16,
    }
}

pub fn class(lang: Lang, class: EnteClass) -> &'static str {
    let (it, en) = match class {
        EnteClass::UpTo1000 => ("Comune fino a 1.000 residenti", "Municipality of up to 1,000 residents"),
        EnteClass::UpTo3000 => ("Comune da 1.001 a 3.000 residenti", "Municipality of 1,001 to 3,000 residents"),
        EnteClass::UpTo5000 => ("Comune da 3.001 a 5.000 residenti", "Municipality of 3,001 to 5,000 residents"),
        EnteClass::UpTo15000 => ("Comune da 5.001 a 15.000 residenti", "Municipality of 5,001 to 15,000 residents"),
        EnteClass::Larger => ("Comune oltre 15.000 residenti", "Municipality of more than 15,000 residents"),
        EnteClass::SizeUnknown => ("Comune, residenti non noti", "Municipality, residents not known"),
        EnteClass::NoEnte => ("Altro organismo o nessun ente", "Other organisation, or none"),
        EnteClass::Association(_) => match class.association() {
            Some(Kind::Unione) => ("Unione di Comuni", "Union of municipalities"),
            Some(Kind::ComunitaMontana) => ("Comunità montana", "Mountain community"),
            Some(Kind::Consorzio) => ("Consorzio o azienda di Comuni", "Consortium or agency of municipalities"),
            _ => ("Altra forma associata", "Other association"),
        },
    };
    if lang == Lang::It { it } else { en }
}

const IT: Words = Words {
    title: "Riepilogo per il finanziatore",
    lead: "Persone e ore delle giornate con il registro chiuso, contate per tema, regione, classe dell’ente, qualifica e per ciò che il finanziatore chiede.",
    presences: "Presenze",
    show: "Mostra",
    no_edition: "Non c’è un’edizione in corso.",
    nothing: "Nessuna giornata con il registro chiuso: qui non c’è ancora nulla da contare.",
    not_added: "Ogni persona è contata una volta per riga: chi ha partecipato a due temi è in tutte e due le righe, perciò le persone non si sommano. Presenze e ore sì. Nel file c’è una riga per ogni combinazione.",
    by: |what| format!("Per: {}", what.to_lowercase()),
    unknown: "non indicato",
    csv: "Scarica in CSV",
    xlsx: "Scarica in XLSX",
    sheet: "Rendicontazione",
    edition: "Edizione",
    project: "Codice progetto",
    cup: "CUP",
    people: "Persone",
    sessions: "Presenze",
    minutes: "Minuti-persona",
    hours: "Ore-persona",
    from: "Prima data",
    to: "Ultima data",
};

const EN: Words = Words {
    title: "Summary for the funder",
    lead: "People and hours of the days whose register is closed, by theme, region, class of the body, position and what the funder asks.",
    presences: "Presences",
    show: "Show",
    no_edition: "There is no current edition.",
    nothing: "No day has its register closed: there is nothing to count yet.",
    not_added: "Everybody is counted once in each row: whoever attended two themes is in both rows, so people do not add up. Presences and hours do. The file has a row for each combination.",
    by: |what| format!("By: {}", what.to_lowercase()),
    unknown: "not told",
    csv: "Download as CSV",
    xlsx: "Download as XLSX",
    sheet: "Report",
    edition: "Edition",
    project: "Project code",
    cup: "CUP",
    people: "People",
    sessions: "Presences",
    minutes: "Person-minutes",
    hours: "Person-hours",
    from: "First day",
    to: "Last day",
};
