//! The phrases of mergers.

use super::Refusal;
use crate::ui::words::Lang;

pub struct Words {
    pub duplicates: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub found: fn(usize) -> String,
    pub more: fn(shown: usize, total: usize) -> String,
    pub caption: &'static str,
    pub one: &'static str,
    pub other: &'static str,
    pub email: &'static str,
    pub action: &'static str,
    pub compare: &'static str,
    pub not_one: &'static str,
    pub told_apart: &'static str,
    pub title: fn(&str) -> String,
    pub text: &'static str,
    pub compared: &'static str,
    pub what: &'static str,
    pub name: &'static str,
    pub username: &'static str,
    pub created: &'static str,
    pub seen: &'static str,
    pub never: &'static str,
    pub verified: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub state: &'static str,
    pub active: &'static str,
    pub disabled: &'static str,
    pub appointments: &'static str,
    pub letters: &'static str,
    pub answers: &'static str,
    pub which_stays: &'static str,
    pub keep: fn(&str) -> String,
    pub choose: &'static str,
    pub goes_over: &'static str,
    pub merge: &'static str,
    pub give_up: &'static str,
    pub letter_subject: &'static str,
    pub letter_text: fn(stays: &str, goes: &str) -> String,
    pub letter_action: &'static str,
    pub letter_wrong: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

pub fn refusal(lang: Lang, refusal: Refusal) -> &'static str {
    let (it, en) = match refusal {
        Refusal::Gone => (
            "Nel frattempo qualcun altro ha già unito o cancellato uno dei due account: non c’è altro da fare.",
            "Somebody else has merged or erased one of the two accounts meanwhile: there is nothing left to do.",
        ),
        Refusal::OfProgramme => (
            "Uno dei due ha, o ha avuto, un ruolo del Piano: questi account li tratta il gestore del sistema.",
            "One of the two has, or had, a role of the Plan: these accounts are the system manager’s.",
        ),
        Refusal::Disabled => (
            "L’account che resterebbe è disabilitato: scegliete l’altro.",
            "The account that would stay is disabled: choose the other one.",
        ),
    };
    if lang == Lang::It { it } else { en }
}

const IT: Words = Words {
    duplicates: "Possibili doppioni",
    lead: "Account con la stessa casella di posta e nomi simili: forse sono la stessa persona.",
    none: "Nessun doppione in vista.",
    found: |n| match n {
        1 => "Una coppia da guardare.".into(),
        n => format!("{n} coppie da guardare."),
    },
    more: |shown, total| format!("Qui ci sono le prime {shown} di {total}."),
    caption: "Coppie di account che sembrano della stessa persona",
    one: "Un account",
    other: "L’altro",
    email: "Indirizzo",
    action: "Che cosa fare",
    compare: "Confronta",
    not_one: "Sono due persone",
    told_apart: "Segnato: sono due persone, e non saranno più proposte insieme.",
    title: |name| format!("Unire gli account di {name}?"),
    text: "Guardate bene prima di unirli: dopo, i due account non si separano più.",
    compared: "I due account a confronto",
    what: "Che cosa",
    name: "Nome",
    username: "Nome utente",
    created: "Account dal",
    seen: "Ultimo accesso",
    never: "mai entrato",
    verified: "Indirizzo verificato",
    yes: "sì",
    no: "no",
    state: "Account",
    active: "attivo",
    disabled: "disabilitato",
    appointments: "Incarichi",
    letters: "Messaggi ricevuti",
    answers: "Risposte di cui è l’ultimo autore",
    which_stays: "Quale account resta?",
    keep: |username| format!("Resta «{username}»"),
    choose: "Scegliete quale account resta.",
    goes_over: "Incarichi, messaggi, contatti e risposte dell’altro passano a quello che resta. L’altro si chiude subito, anche dov’è aperto adesso; il suo nome utente continuerà a funzionare, con la password di quello che resta. Un messaggio lo spiega alla persona.",
    merge: "Unisci i due account",
    give_up: "Lascia com’è",
    letter_subject: "I vostri due account sono diventati uno",
    letter_text: |stays, goes| {
        format!(
            "Avevate due account, «{stays}» e «{goes}»: li abbiamo uniti. Da oggi entrate con «{stays}» e la sua password; trovate lì gli incarichi di entrambi. Anche con il nome utente «{goes}» si entra, con la stessa password."
        )
    },
    letter_action: "Entra",
    letter_wrong: "Se l’altro account non era vostro, diteci subito.",
};

const EN: Words = Words {
    duplicates: "Possible duplicates",
    lead: "Accounts with the same mailbox and similar names: they may be one person.",
    none: "No duplicates in sight.",
    found: |n| match n {
        1 => "One pair to look at.".into(),
        n => format!("{n} pairs to look at."),
    },
    more: |shown, total| format!("These are the first {shown} of {total}."),
    caption: "Pairs of accounts that look like one person",
    one: "One account",
    other: "The other",
    email: "Address",
    action: "What to do",
    compare: "Compare",
    not_one: "They are two people",
    told_apart: "Noted: they are two people, and will not be proposed together again.",
    title: |name| format!("Merge the accounts of {name}?"),
    text: "Look carefully before you merge them: afterwards the two accounts cannot be parted.",
    compared: "The two accounts compared",
    what: "What",
    name: "Name",
    username: "Username",
    created: "Account since",
    seen: "Last access",
    never: "never signed in",
    verified: "Address verified",
    yes: "yes",
    no: "no",
    state: "Account",
    active: "active",
    disabled: "disabled",
    appointments: "Appointments",
    letters: "Letters received",
    answers: "Answers they changed last",
    which_stays: "Which account stays?",
    keep: |username| format!("Keep “{username}”"),
    choose: "Choose which account stays.",
    goes_over: "Appointments, letters, contacts and answers of the other go over to the one that stays. The other is closed at once, also where it is open now; its username goes on working, with the password of the one that stays. A letter explains it to the person.",
    merge: "Merge the two accounts",
    give_up: "Leave it",
    letter_subject: "Your two accounts have become one",
    letter_text: |stays, goes| {
        format!(
            "You had two accounts, “{stays}” and “{goes}”: we have merged them. From today you sign in as “{stays}” with its password, and find the appointments of both there. The username “{goes}” works too, with the same password."
        )
    },
    letter_action: "Sign in",
    letter_wrong: "If the other account was not yours, tell us at once.",
};
