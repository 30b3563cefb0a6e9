//! The phrases on editions that any page may need: who may take part, what is asked, whom it admits.

use crate::domain::edition::{Measure, OtherBody, ParticipantField};
use crate::domain::ente::Kind;
use crate::ui::words::Lang;

pub(super) struct Words {
    pub(super) name_and_dates: fn(name: &str, from: &str, to: &str) -> String,
    pub(super) ended: fn(day: &str) -> String,
    pub(super) no_associations: fn(name: &str) -> String,
    pub(super) kind_not_admitted: fn(name: &str, admitted: &str) -> String,
    pub(super) region: fn(name: &str, regions: &[String], own: &str) -> String,
    pub(super) too_many: fn(name: &str, limit: &str, residents: &str, year: Option<i64>) -> String,
    pub(super) members_too_large: fn(name: &str, limit: &str, over: usize, of: usize) -> String,
    pub(super) residents_not_known: fn(name: &str, limit: &str) -> String,
    pub(super) ask: &'static str,
    pub(super) telephone: &'static str,
    pub(super) mail: &'static str,
    pub(super) pec: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// "Piemonte, Toscana e Puglia".
fn listed(items: &[String], and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [some @ .., last] => format!("{} {and} {last}", some.join(", ")),
    }
}

/// Associated forms in the plural: "unioni di Comuni e comunità montane".
pub fn kinds(lang: Lang, kinds: &[Kind]) -> String {
    let names: Vec<String> = kinds
        .iter()
        .map(|kind| match (lang, kind) {
            (Lang::It, Kind::Comune) => "Comuni",
            (Lang::It, Kind::Unione) => "unioni di Comuni",
            (Lang::It, Kind::ComunitaMontana) => "comunità montane",
            (Lang::It, Kind::Consorzio) => "consorzi e aziende di Comuni",
            (Lang::It, Kind::Other) => "altre forme associate",
            (Lang::En, Kind::Comune) => "municipalities",
            (Lang::En, Kind::Unione) => "unions of municipalities",
            (Lang::En, Kind::ComunitaMontana) => "mountain communities",
            (Lang::En, Kind::Consorzio) => "consortia and agencies of municipalities",
            (Lang::En, Kind::Other) => "other associations",
        })
        .map(str::to_owned)
        .collect();
    listed(&names, if lang == Lang::It { "e" } else { "and" })
}

pub fn other_body(lang: Lang, body: OtherBody) -> &'static str {
    let (it, en) = match body {
        OtherBody::Prefettura => ("Prefettura", "Prefecture"),
        OtherBody::Questura => ("Questura", "Police headquarters (Questura)"),
        OtherBody::Asl => ("Azienda sanitaria locale", "Local health authority"),
        OtherBody::School => ("Scuola o CPIA", "School or adult education centre"),
        OtherBody::Ambito => ("Ambito territoriale sociale", "Social services district"),
        OtherBody::ThirdSector => ("Ente del Terzo settore", "Third sector body"),
    };
    if lang == Lang::It { it } else { en }
}

/// What a field is called beside its control.
pub fn field(lang: Lang, field: ParticipantField) -> &'static str {
    let (it, en) = match field {
        ParticipantField::Gender => ("Genere", "Gender"),
        ParticipantField::AgeClass => ("Classe di età", "Age class"),
        ParticipantField::Qualifica => ("Qualifica", "Position"),
        ParticipantField::Settore => ("Settore o ufficio", "Sector or office"),
        ParticipantField::EnteKind => ("Tipo di ente", "Kind of body"),
    };
    if lang == Lang::It { it } else { en }
}

pub fn measure(lang: Lang, measure: Measure) -> &'static str {
    let (it, en) = match measure {
        Measure::OneComune => ("Basta che un Comune rientri nel limite", "It is enough that one municipality is within the limit"),
        Measure::EveryComune => ("Tutti i Comuni devono rientrare nel limite", "Every municipality must be within the limit"),
    };
    if lang == Lang::It { it } else { en }
}

const IT: Words = Words {
    name_and_dates: |name, from, to| format!("{name}, dal {from} al {to}"),
    ended: |day| format!("Questo ente non esiste più dal {day}: scegliete quello che gli è succeduto"),
    no_associations: |name| format!("«{name}» si rivolge ai singoli Comuni e non alle loro forme associate"),
    kind_not_admitted: |name, admitted| format!("Tra le forme associate «{name}» ammette solo {admitted}"),
    region: |name, regions, own| format!("«{name}» riguarda {}, e questo ente è in {own}", listed(regions, "e")),
    too_many: |name, limit, residents, year| {
        let year = year.map(|year| format!(" (dato del {year})")).unwrap_or_default();
        format!("«{name}» si rivolge ai Comuni fino a {limit} residenti, e questo ne ha {residents}{year}")
    },
    members_too_large: |name, limit, over, of| {
        let who = match (over, of) {
            (over, of) if over == of => "tutti i Comuni di questa forma associata ne hanno di più".to_owned(),
            (1, of) => format!("un Comune di questa forma associata, su {of}, ne ha di più"),
            (over, of) => format!("{over} Comuni di questa forma associata, su {of}, ne hanno di più"),
        };
        format!("«{name}» si rivolge ai Comuni fino a {limit} residenti, e {who}")
    },
    residents_not_known: |name, limit| {
        format!("«{name}» si rivolge ai Comuni fino a {limit} residenti, e di questo ente non conosciamo i residenti")
    },
    ask: "; per chiarimenti: ",
    telephone: "telefono ",
    mail: "e-mail ",
    pec: "PEC ",
};

const EN: Words = Words {
    name_and_dates: |name, from, to| format!("{name}, from {from} to {to}"),
    ended: |day| format!("This body no longer exists since {day}: choose the one that took its place"),
    no_associations: |name| format!("“{name}” is for single municipalities, not for their associations"),
    kind_not_admitted: |name, admitted| format!("Among associations, “{name}” admits only {admitted}"),
    region: |name, regions, own| format!("“{name}” is for {}, and this body is in {own}", listed(regions, "and")),
    too_many: |name, limit, residents, year| {
        let year = year.map(|year| format!(" ({year})")).unwrap_or_default();
        format!("“{name}” is for municipalities of up to {limit} residents, and this one has {residents}{year}")
    },
    members_too_large: |name, limit, over, of| {
        let who = match (over, of) {
            (over, of) if over == of => "all municipalities of this association have more".to_owned(),
            (1, of) => format!("one municipality of this association, out of {of}, has more"),
            (over, of) => format!("{over} municipalities of this association, out of {of}, have more"),
        };
        format!("“{name}” is for municipalities of up to {limit} residents, and {who}")
    },
    residents_not_known: |name, limit| {
        format!("“{name}” is for municipalities of up to {limit} residents, and how many this body has is not known")
    },
    ask: "; for questions: ",
    telephone: "telephone ",
    mail: "e-mail ",
    pec: "PEC ",
};
