//! The phrases of the form of an association.

use super::{Kind, Refusal};
use crate::ui::words::Lang;

pub struct Words {
    pub area: &'static str,
    pub enti: &'static str,
    pub new_title: &'static str,
    pub new_lead: &'static str,
    pub change_title: fn(name: &str) -> String,
    pub form_kind: &'static str,
    pub form_name: &'static str,
    pub form_name_hint: &'static str,
    pub form_province: &'static str,
    pub form_members: &'static str,
    pub form_members_hint: &'static str,
    pub form_no_members: &'static str,
    pub form_chosen: fn(usize) -> String,
    pub form_search: &'static str,
    pub form_search_hint: &'static str,
    pub form_find: &'static str,
    pub form_found: fn(name: &str) -> String,
    pub form_found_none: fn(name: &str) -> String,
    pub form_found_all_chosen: fn(name: &str) -> String,
    pub form_more: fn(shown: usize, total: i64) -> String,
    pub form_type_first: &'static str,
    pub save_new: &'static str,
    pub save_change: &'static str,
    pub give_up: &'static str,
    pub changed_meanwhile: fn(name: &str, kind: &str, province: &str, members: &str) -> String,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    let (it, en) = match kind {
        Kind::Comune => ("Comune", "Municipality"),
        Kind::Unione => ("Unione di Comuni", "Union of municipalities"),
        Kind::ComunitaMontana => ("Comunità montana", "Mountain community"),
        Kind::Consorzio => ("Consorzio o azienda di Comuni", "Consortium or agency of municipalities"),
        Kind::Other => ("Altra forma associata", "Other association"),
    };
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}

/// One sentence beside the field.
pub fn refusal(lang: Lang, refusal: Refusal) -> &'static str {
    let (it, en) = match refusal {
        Refusal::NoKind => ("Scegliete il tipo di forma associata.", "Choose the kind of association."),
        Refusal::NoName => ("Scrivete il nome.", "Enter the name."),
        Refusal::NameTooLong => ("Il nome supera i 200 caratteri: accorciatelo.", "The name is longer than 200 characters: shorten it."),
        Refusal::UnknownProvince => ("Scegliete la provincia della sede.", "Choose the province of the seat."),
        Refusal::SameName => (
            "Nella stessa provincia c’è già una forma associata con questo nome: usate quella, o distinguete i nomi.",
            "There is already an association of this name in the same province: use that one, or tell the names apart.",
        ),
        Refusal::NoMembers => ("Scegliete almeno un Comune che ne fa parte.", "Choose at least one municipality that belongs to it."),
        Refusal::ChangedMeanwhile => {
            ("Nel frattempo qualcun altro ha modificato questa forma associata.", "Somebody else has changed this association meanwhile.")
        }
    };
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}

const IT: Words = Words {
    area: "Area personale",
    enti: "Enti",
    new_title: "Nuova forma associata",
    new_lead: "Un’unione, una comunità montana, un consorzio o un’altra forma in cui alcuni Comuni lavorano insieme.",
    change_title: |name| format!("Modifica: {name}"),
    form_kind: "Tipo",
    form_name: "Nome per intero",
    form_name_hint: "Come sta nello statuto, ad esempio «Unione montana Alto Canavese».",
    form_province: "Provincia della sede",
    form_members: "Comuni che ne fanno parte",
    form_members_hint: "Togliete la spunta a quelli che non ne fanno parte.",
    form_no_members: "Ancora nessuno: cercateli per nome qui sotto.",
    form_chosen: |n| match n {
        1 => "Un Comune scelto".into(),
        n => format!("{n} Comuni scelti"),
    },
    form_search: "Cerca un Comune da aggiungere",
    form_search_hint: "Parte del nome; poi spuntate quelli giusti. Nulla di ciò che avete scritto va perduto.",
    form_find: "Cerca Comuni",
    form_found: |name| format!("Comuni con «{name}» nel nome"),
    form_found_none: |name| format!("Nessun Comune ha «{name}» nel nome: provate con meno lettere."),
    form_found_all_chosen: |name| format!("I Comuni con «{name}» nel nome sono già tutti scelti."),
    form_more: |shown, total| format!("Sono {total}: qui ci sono i primi {shown}. Scrivete qualche lettera in più per trovare gli altri."),
    form_type_first: "Scrivete almeno una lettera del nome da cercare.",
    save_new: "Aggiungi la forma associata",
    save_change: "Salva le modifiche",
    give_up: "Annulla",
    changed_meanwhile: |name, kind, province, members| {
        format!(
            "Mentre scrivevate, qualcun altro l’ha modificata. Ora risulta: {name}, {kind}, sede in provincia di {province}, Comuni: {members}. Qui sotto c’è ciò che avevate scritto voi: controllate, e salvando di nuovo varrà questo."
        )
    },
};

const EN: Words = Words {
    area: "Personal area",
    enti: "Bodies",
    new_title: "New association",
    new_lead: "A union, a mountain community, a consortium or another form in which municipalities work together.",
    change_title: |name| format!("Change: {name}"),
    form_kind: "Kind",
    form_name: "Full name",
    form_name_hint: "As in its statute, for example “Unione montana Alto Canavese”.",
    form_province: "Province of the seat",
    form_members: "Municipalities that belong to it",
    form_members_hint: "Untick those that do not belong to it.",
    form_no_members: "None yet: search for them by name below.",
    form_chosen: |n| match n {
        1 => "One municipality chosen".into(),
        n => format!("{n} municipalities chosen"),
    },
    form_search: "Search for a municipality to add",
    form_search_hint: "Part of its name; then tick the right ones. Nothing you have typed is lost.",
    form_find: "Search municipalities",
    form_found: |name| format!("Municipalities with “{name}” in their names"),
    form_found_none: |name| format!("No municipality has “{name}” in its name: try with fewer letters."),
    form_found_all_chosen: |name| format!("The municipalities with “{name}” in their names are all chosen already."),
    form_more: |shown, total| format!("There are {total}: these are the first {shown}. Type a few more letters to find the others."),
    form_type_first: "Type at least one letter of the name to search for.",
    save_new: "Add the association",
    save_change: "Save the changes",
    give_up: "Cancel",
    changed_meanwhile: |name, kind, province, members| {
        format!(
            "While you were writing, somebody else changed it. It now reads: {name}, {kind}, seat in the province of {province}, municipalities: {members}. Below is what you had written: check it, and if you save again it will stand."
        )
    },
};
