//! The phrases of invitations to many enti, and of the invitation itself.

use super::Outcome;
use crate::ui::words::Lang;

/// What is to be corrected before a mailing leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoParagraph,
    ParagraphTooLong,
    Nobody,
}

pub struct Words {
    pub mailings: &'static str,
    pub lead: &'static str,
    pub how_to_begin: &'static str,
    pub choose: &'static str,
    pub none: &'static str,
    pub caption: &'static str,
    pub when: &'static str,
    pub who: &'static str,
    pub edition: &'static str,
    pub which: &'static str,
    pub everybody: &'static str,
    pub invited: &'static str,
    pub sent: &'static str,
    pub failed: &'static str,
    pub left_out: &'static str,
    pub running: &'static str,
    // One that is being written.
    pub new: &'static str,
    pub whom: &'static str,
    pub change: &'static str,
    pub go: fn(go: i64, shown: &str) -> String,
    pub stay: &'static str,
    pub pec: &'static str,
    pub pec_instead: &'static str,
    pub message: &'static str,
    pub text: &'static str,
    pub text_hint: &'static str,
    pub paragraph: &'static str,
    pub look: &'static str,
    pub as_it_will_be: &'static str,
    pub subject: &'static str,
    pub send: fn(go: i64, shown: &str) -> String,
    pub give_up: &'static str,
    pub read_again: &'static str,
    pub differs: &'static str,
    // One that was sent.
    pub title: fn(day: &str) -> String,
    pub begun: &'static str,
    pub written: fn(written: &str, of: &str) -> String,
    pub progress: &'static str,
    pub goes_on: &'static str,
    pub refresh: &'static str,
    pub enti: &'static str,
    pub enti_caption: &'static str,
    pub show: &'static str,
    pub all: &'static str,
    pub waiting: &'static str,
    pub leaving: &'static str,
    pub sent_on: fn(&str) -> String,
    pub nobody_here: &'static str,
    pub found: fn(total: i64, shown: &str) -> String,
    pub ente: &'static str,
    pub address: &'static str,
    pub became: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// What became of an ente, or why it is left out. `days` within which none is invited twice.
pub fn outcome(lang: Lang, outcome: Outcome, days: i64) -> String {
    let (it, en) = match outcome {
        Outcome::Sent => ("invitati".to_owned(), "invited".to_owned()),
        Outcome::NoAddress => ("senza PEC".to_owned(), "without a certified address".to_owned()),
        Outcome::Withdrawn => ("si sono ritirati".to_owned(), "withdrew".to_owned()),
        Outcome::HasReferente => ("hanno già un referente".to_owned(), "have a contact person already".to_owned()),
        Outcome::Outside => ("fuori dalle regole dell’edizione".to_owned(), "outside the rules of the edition".to_owned()),
        Outcome::Lately => (format!("già invitati negli ultimi {days} giorni"), format!("invited already in the last {days} days")),
    };
    if lang == Lang::It { it } else { en }
}

pub fn fault(lang: Lang, fault: Fault, longest: usize) -> String {
    match (lang, fault) {
        (Lang::It, Fault::NoParagraph) => "Scrivete almeno una frase.".to_owned(),
        (Lang::En, Fault::NoParagraph) => "Write one sentence at least.".to_owned(),
        (Lang::It, Fault::ParagraphTooLong) => format!("Il testo supera i {longest} caratteri: accorciatelo."),
        (Lang::En, Fault::ParagraphTooLong) => format!("The text is longer than {longest} characters: shorten it."),
        (Lang::It, Fault::Nobody) => "Nessuno degli enti scelti può ricevere l’invito.".to_owned(),
        (Lang::En, Fault::Nobody) => "None of the bodies chosen can get the invitation.".to_owned(),
    }
}

const IT: Words = Words {
    mailings: "Inviti agli enti",
    lead: "Gli inviti a partecipare spediti a molti enti insieme: da chi, quando, a quanti.",
    how_to_begin: "Per un nuovo invio scegliete gli enti nella loro tabella, con i filtri, e poi «Invita gli enti di questo elenco».",
    choose: "Scegli gli enti",
    none: "Nessun invio finora.",
    caption: "Inviti, dal più recente",
    when: "Quando",
    who: "Da chi",
    edition: "Edizione",
    which: "Enti scelti",
    everybody: "tutti gli enti",
    invited: "Invitati",
    sent: "Messaggi spediti",
    failed: "Non consegnati",
    left_out: "Esclusi",
    running: "in corso",
    new: "Invita gli enti",
    whom: "A chi",
    change: "Cambia la scelta",
    go: |go, shown| match go {
        0 => "Nessuno di questi enti può ricevere l’invito.".into(),
        1 => "Un ente riceve l’invito.".into(),
        _ => format!("{shown} enti ricevono l’invito."),
    },
    stay: "Gli altri non lo ricevono:",
    pec: "L’invito va alla PEC dell’ente come messaggio ordinario. Alcune caselle PEC li rifiutano: li trovate fra i non consegnati.",
    pec_instead: "A quegli enti scrivete con la lettera e la tabella per l’invio via PEC.",
    message: "Il messaggio",
    text: "Il vostro testo",
    text_hint: "Sta fra l’invito e le istruzioni per aderire. Una riga vuota separa i capoversi.",
    paragraph: "Il Piano affianca i piccoli Comuni e le loro forme associate nell’accoglienza e nell’integrazione delle cittadine e dei cittadini stranieri: un’autodiagnosi dei servizi, un rapporto da portare in Giunta, formazione e risposte per chi lavora negli uffici.",
    look: "Aggiorna l’anteprima",
    as_it_will_be: "Come lo leggerà il primo ente",
    subject: "Oggetto",
    send: |go, shown| match go {
        1 => "Spedisci l’invito".into(),
        _ => format!("Spedisci {shown} inviti"),
    },
    give_up: "Annulla",
    read_again: "Avete cambiato il testo: rileggete il messaggio, poi confermate.",
    differs: "Nel frattempo gli enti da invitare sono cambiati: controllate il numero, poi confermate.",
    title: |day| format!("Inviti del {day}"),
    begun: "Gli inviti sono in partenza.",
    written: |written, of| format!("{written} messaggi scritti su {of}."),
    progress: "Messaggi scritti",
    goes_on: "L’invio continua da solo: potete chiudere la pagina.",
    refresh: "Aggiorna",
    enti: "Ente per ente",
    enti_caption: "Enti di questo invio",
    show: "Quali enti mostrare",
    all: "tutti",
    waiting: "in attesa",
    leaving: "in partenza",
    sent_on: |day| format!("spedito il {day}"),
    nobody_here: "Nessun ente.",
    found: |total, shown| match total {
        1 => "Un ente.".into(),
        _ => format!("{shown} enti."),
    },
    ente: "Ente",
    address: "Indirizzo",
    became: "Esito",
};

const EN: Words = Words {
    mailings: "Invitations to bodies",
    lead: "The invitations to take part sent to many bodies at once: by whom, when, to how many.",
    how_to_begin: "For new invitations choose the bodies in their table, with its filters, then “Invite the bodies of this list”.",
    choose: "Choose the bodies",
    none: "No invitations so far.",
    caption: "Invitations, the latest first",
    when: "When",
    who: "By whom",
    edition: "Edition",
    which: "Bodies chosen",
    everybody: "all bodies",
    invited: "Invited",
    sent: "Messages sent",
    failed: "Not delivered",
    left_out: "Left out",
    running: "under way",
    new: "Invite the bodies",
    whom: "To whom",
    change: "Change the choice",
    go: |go, shown| match go {
        0 => "None of these bodies can get the invitation.".into(),
        1 => "One body gets the invitation.".into(),
        _ => format!("{shown} bodies get the invitation."),
    },
    stay: "The others do not:",
    pec: "The invitation goes to the certified address (PEC) of the body as an ordinary message. Some such mailboxes refuse them: they are among those not delivered.",
    pec_instead: "Write to those bodies with the printed letter and the table for certified mail.",
    message: "The message",
    text: "Your text",
    text_hint: "It stands between the invitation and how to take part. An empty line parts paragraphs.",
    // The message is in Italian whatever language the desk reads.
    paragraph: IT.paragraph,
    look: "Refresh the preview",
    as_it_will_be: "As the first body will read it",
    subject: "Subject",
    send: |go, shown| match go {
        1 => "Send the invitation".into(),
        _ => format!("Send {shown} invitations"),
    },
    give_up: "Cancel",
    read_again: "You have changed the text: read the message again, then confirm.",
    differs: "Meanwhile the bodies to invite have changed: look at their number, then confirm.",
    title: |day| format!("Invitations of {day}"),
    begun: "The invitations are on their way.",
    written: |written, of| format!("{written} messages of {of} are written."),
    progress: "Messages written",
    goes_on: "It goes on by itself: you may close the page.",
    refresh: "Refresh",
    enti: "Body by body",
    enti_caption: "Bodies of these invitations",
    show: "Which bodies to show",
    all: "all",
    waiting: "waiting",
    leaving: "about to leave",
    sent_on: |day| format!("sent on {day}"),
    nobody_here: "No body.",
    found: |total, shown| match total {
        1 => "One body.".into(),
        _ => format!("{shown} bodies."),
    },
    ente: "Body",
    address: "Address",
    became: "What became of it",
};

/// The invitation, which is in Italian.
pub struct LetterWords {
    pub subject: fn(edition: &str, ente: &str) -> String,
    pub invited: fn(ente: &str, edition: &str) -> String,
    pub how: &'static str,
    pub how_text: &'static str,
    pub register: fn(ente: &str) -> String,
    pub code: &'static str,
    pub enter_code: &'static str,
    pub what: &'static str,
    pub read: &'static str,
    pub ask: &'static str,
    pub office: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
    pub pec: &'static str,
    pub hours: &'static str,
}

pub fn letter_words() -> &'static LetterWords {
    &LETTER
}

const LETTER: LetterWords = LetterWords {
    subject: |edition, ente| format!("{edition}: invito a partecipare – {ente}"),
    invited: |ente, edition| format!("Con questo messaggio invitiamo {ente} a partecipare a {edition}."),
    how: "Come si aderisce",
    how_text: "Chi seguirà il Piano per l’ente si registra con il proprio indirizzo e-mail di lavoro: servono pochi minuti. Più persone dello stesso ente possono partecipare, ciascuna con il proprio accesso.",
    register: |ente| format!("Registratevi per {ente}"),
    code: "Se avete ricevuto la lettera con il codice di attivazione, chi lo inserisce diventa subito referente dell’ente.",
    enter_code: "Inserite il codice di attivazione",
    what: "Che cosa chiede l’autodiagnosi, e che cosa se ne ricava, si legge senza registrarsi.",
    read: "Leggete che cos’è l’autodiagnosi",
    ask: "A chi rivolgersi",
    office: "Ufficio",
    phone: "Telefono",
    email: "E-mail",
    pec: "PEC",
    hours: "Orari",
};
