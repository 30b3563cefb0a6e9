//! The phrases of a registration by telephone.

use super::Fault;
use crate::ui::edition;
use crate::ui::words::Lang;

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub name: &'static str,
    pub address: &'static str,
    pub address_hint: &'static str,
    pub ente: &'static str,
    pub ente_hint: &'static str,
    pub exception: &'static str,
    pub exception_hint: &'static str,
    pub role: &'static str,
    pub qualifica: &'static str,
    pub qualifica_hint: &'static str,
    pub somebody_else: &'static str,
    pub save: &'static str,
    pub give_up: &'static str,
    pub known: &'static str,
    pub username: &'static str,
    pub outcome: &'static str,
    // Another address.
    pub move_title: fn(&str) -> String,
    pub move_lead: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub no_reason: &'static str,
    pub same: &'static str,
    pub bad_address: &'static str,
    pub move_button: &'static str,
    // The letter.
    pub letter_subject: fn(&str) -> String,
    pub letter_called: fn(&str) -> String,
    pub letter_next: &'static str,
    pub letter_not_you: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// The field at fault, and one sentence on what to correct.
pub fn fault(lang: Lang, fault: &Fault) -> (&'static str, String) {
    let (field, it, en) = match fault {
        Fault::NoName => ("nome", "Scrivete nome e cognome.", "Enter first and last name."),
        Fault::NameTooLong => ("nome", "Il nome è troppo lungo: accorciatelo.", "The name is too long: shorten it."),
        Fault::NoAddress => ("indirizzo", "Scrivete un indirizzo e-mail completo.", "Enter a complete e-mail address."),
        Fault::NoEnte => (
            "ente",
            "Nessun ente ha questo nome: controllatelo nella tabella degli enti.",
            "No body has this name: look it up in the table of bodies.",
        ),
        Fault::WhichEnte => (
            "ente",
            "Più enti hanno questo nome: aggiungete la provincia, come in «Livo (CO)».",
            "Several bodies have this name: add the province, as in “Livo (CO)”.",
        ),
        Fault::NoRole => ("ruolo", "Scegliete il ruolo.", "Choose the role."),
        Fault::QualificaTooLong => ("qualifica", "La qualifica è troppo lunga: accorciatela.", "The job title is too long: shorten it."),
        Fault::Outside(outside) => return ("ente", edition::outside(lang, &outside.1, &outside.0)),
        Fault::ExceptionTooLong => {
            ("deroga", "La nota è troppo lunga: bastano 500 caratteri.", "The note is too long: 500 characters will do.")
        }
        Fault::Known(_, name) => {
            let it = format!(
                "{name} ha già un account con questo indirizzo. Se è la stessa persona aggiungete l’incarico al suo account; altrimenti spuntate la casella qui sotto."
            );
            let en = format!(
                "{name} has an account with this address already. If it is the same person, add the appointment to that account; otherwise tick the box below."
            );
            return ("indirizzo", if lang == Lang::It { it } else { en });
        }
    };
    (field, if lang == Lang::It { it } else { en }.to_owned())
}

const IT: Words = Words {
    title: "Registra una persona al telefono",
    lead: "L’account nasce senza password: un messaggio conferma ciò che vi siete detti, un altro permette di scegliere la password. Le risposte all’autodiagnosi restano dell’ente: da qui non si compilano.",
    name: "Nome e cognome",
    address: "Indirizzo e-mail",
    address_hint: "Leggetelo ad alta voce prima di salvare: è lì che arrivano i messaggi.",
    ente: "Ente",
    ente_hint: "Il nome per intero, con la provincia se più enti si chiamano così: «Livo (CO)».",
    exception: "Perché lo ammettete in deroga",
    exception_hint: "Solo se l’ente partecipa lo stesso: resta agli atti, con il vostro nome e la data.",
    role: "Ruolo",
    qualifica: "Qualifica",
    qualifica_hint: "Come la persona si qualifica nell’ufficio, ad esempio «Istruttrice amministrativa».",
    somebody_else: "È un’altra persona, che usa la stessa casella di posta",
    save: "Registra e spedisci i messaggi",
    give_up: "Annulla",
    known: "Apri l’account di",
    username: "Nome utente",
    outcome: "Registrazione al telefono.",
    move_title: |name| format!("Nuovo indirizzo per {name}"),
    move_lead: "Solo per chi non può più leggere la vecchia casella: gli altri cambiano l’indirizzo da sé, dal proprio profilo. Il motivo resta nel registro.",
    reason: "Motivo",
    reason_hint: "Chi l’ha chiesto, come lo avete riconosciuto.",
    no_reason: "Scrivete il motivo.",
    same: "È già questo l’indirizzo.",
    bad_address: "Scrivete un indirizzo e-mail completo.",
    move_button: "Cambia l’indirizzo",
    letter_subject: |ente| format!("Siete registrati per {ente}"),
    letter_called: |ente| format!("Ci avete chiamato, e come d’accordo vi abbiamo registrato per {ente}."),
    letter_next: "Con un altro messaggio, in arrivo, potete scegliere la password ed entrare.",
    letter_not_you: "Se non ci avete chiamato, rispondete a questo messaggio o chiamateci: cancelleremo tutto.",
};

const EN: Words = Words {
    title: "Register a person by telephone",
    lead: "The account has no password at first: one letter confirms what was said, another lets the person choose a password. The answers of the self-assessment belong to the body: they are not filled in from here.",
    name: "First and last name",
    address: "E-mail address",
    address_hint: "Read it aloud before you save: letters go there.",
    ente: "Body",
    ente_hint: "The full name, with the province where several bodies share it: “Livo (CO)”.",
    exception: "Why you admit it by exception",
    exception_hint: "Only if the body takes part all the same: it stays on record, with your name and the date.",
    role: "Role",
    qualifica: "Job title",
    qualifica_hint: "How the person is styled in the office, for example “Istruttrice amministrativa”.",
    somebody_else: "It is somebody else, who uses the same mailbox",
    save: "Register and send the letters",
    give_up: "Cancel",
    known: "Open the account of",
    username: "Username",
    outcome: "Registered by telephone.",
    move_title: |name| format!("New address for {name}"),
    move_lead: "Only for those who cannot read the former mailbox any more: the others change their address themselves, from their profile. The reason stays on record.",
    reason: "Reason",
    reason_hint: "Who asked, and how you recognised them.",
    no_reason: "Enter the reason.",
    same: "This is the address already.",
    bad_address: "Enter a complete e-mail address.",
    move_button: "Change the address",
    letter_subject: |ente| format!("You are registered for {ente}"),
    letter_called: |ente| format!("You called us, and as agreed we have registered you for {ente}."),
    letter_next: "Another message, on its way, lets you choose a password and sign in.",
    letter_not_you: "If you did not call us, answer this message or call us: we shall delete everything.",
};
