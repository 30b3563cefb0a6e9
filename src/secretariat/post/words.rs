//! The phrases of the post: the table of messages, one message, and what can be done about those that did not leave.

use super::{NotAgain, State, Way};
use crate::platform::mail::FaultKind;
use crate::ui::words::Lang;

pub struct Words {
    pub post: &'static str,
    pub lead: &'static str,
    pub caption: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub searched: fn(&str) -> String,
    pub from: &'static str,
    pub until: &'static str,
    pub from_day: fn(&str) -> String,
    pub until_day: fn(&str) -> String,
    pub found: fn(total: i64, shown: &str) -> String,
    pub nothing: &'static str,
    pub subject: &'static str,
    pub to: &'static str,
    pub address: &'static str,
    pub posted: &'static str,
    pub state: &'static str,
    pub sent_on: &'static str,
    pub attempts: &'static str,
    pub why: &'static str,
    pub said: &'static str,
    pub action: &'static str,
    pub sent: fn(&str) -> String,
    pub in_digest: &'static str,
    pub failed: &'static str,
    pub tried: fn(attempts: i64, next: &str) -> String,
    pub leaves: fn(&str) -> String,
    pub leaving: &'static str,
    // One message.
    pub message_id: &'static str,
    pub text: &'static str,
    pub secret: &'static str,
    pub forgotten: &'static str,
    pub goes_to_new: &'static str,
    pub not_done: &'static str,
    // Several at once.
    pub several: &'static str,
    pub several_go: fn(go: i64, shown: &str) -> String,
    pub several_stay: &'static str,
    pub several_count: fn(i64) -> String,
    pub several_button: fn(i64) -> String,
    pub several_done: fn(gone: i64, shown: &str) -> String,
    pub back: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

pub fn state(lang: Lang, state: State) -> &'static str {
    let (it, en) = match state {
        State::Waiting => ("in attesa", "waiting"),
        State::Sent => ("spedito", "sent"),
        State::Failed => ("non consegnato", "not delivered"),
    };
    if lang == Lang::It { it } else { en }
}

/// The carrier's fault, for whoever reads no protocols.
pub fn what_went_wrong(lang: Lang, fault: FaultKind) -> &'static str {
    let (it, en) = match fault {
        FaultKind::Carrier => (
            "il nostro server di posta non risponde o non ci riconosce: va avvisato il gestore del sistema",
            "our mail server does not answer or does not know us: tell the system manager",
        ),
        FaultKind::Deferred => {
            ("il server di chi riceve ha chiesto di riprovare più tardi", "the server of the reader asked to try again later")
        }
        FaultKind::Refused => (
            "il server di chi riceve ha rifiutato il messaggio: spesso la casella non esiste più, o è piena",
            "the server of the reader refused the message: often the mailbox is gone, or full",
        ),
        FaultKind::Address => ("l’indirizzo è scritto male", "the address is mistyped"),
    };
    if lang == Lang::It { it } else { en }
}

pub fn again_button(lang: Lang, way: Way) -> &'static str {
    let (it, en) = match way {
        Way::Retry => ("Invia di nuovo", "Send again"),
        Way::Hasten => ("Riprova subito", "Try at once"),
        Way::Copy => ("Invia una copia", "Send a copy"),
    };
    if lang == Lang::It { it } else { en }
}

/// What came of it.
pub fn again(lang: Lang, way: Way) -> &'static str {
    let (it, en) = match way {
        Way::Retry | Way::Hasten => ("Il messaggio è di nuovo in partenza.", "The message is on its way again."),
        Way::Copy => ("Una copia del messaggio è in partenza.", "A copy of the message is on its way."),
    };
    if lang == Lang::It { it } else { en }
}

/// Why a message does not leave once more, and what to do instead.
pub fn not_again(lang: Lang, why: NotAgain) -> &'static str {
    let (it, en) = match why {
        NotAgain::Secret => (
            "È partito, e il suo collegamento personale non è conservato: non se ne può inviare una copia. Chi non l’ha ricevuto ne chiede un altro: per la password da «Password dimenticata», o la segreteria dalla pagina della persona; per un invito, chi ha invitato.",
            "It left, and its personal link is kept nowhere: no copy can be sent. Whoever did not get it asks for another: for the password at “Forgotten password”, or the secretariat on the person’s page; for an invitation, whoever invited.",
        ),
        NotAgain::Moved => (
            "Contiene un collegamento personale fatto per un indirizzo che la persona non ha più: dalla sua pagina si può inviarne uno nuovo.",
            "It holds a personal link made for an address that the person no longer has: a new one can be sent from their page.",
        ),
        NotAgain::Old => (
            "Contiene un collegamento personale ormai scaduto o quasi: ne va chiesto uno nuovo, dalla pagina della persona o da «Password dimenticata».",
            "It holds a personal link that has expired, or nearly: a new one is to be asked for, on the person’s page or at “Forgotten password”.",
        ),
        NotAgain::OnItsWay => ("Parte da solo: non serve fare nulla.", "It leaves by itself: there is nothing to do."),
        NotAgain::InDigest => {
            ("Parte insieme al messaggio che raccoglie quelli del giorno.", "It leaves with the message that gathers those of the day.")
        }
        NotAgain::Forgotten => ("Il testo non è più conservato.", "Its text is kept no more."),
    };
    if lang == Lang::It { it } else { en }
}

const IT: Words = Words {
    post: "Posta",
    lead: "I messaggi e-mail scritti a persone ed enti: che cosa è partito, che cosa aspetta, che cosa non è arrivato e perché.",
    caption: "Messaggi, dal più recente",
    search: "Destinatario o oggetto",
    search_hint: "Parte del nome, dell’indirizzo o dell’oggetto, in qualunque ordine. Gli accenti non contano.",
    searched: |text| format!("«{text}»"),
    from: "Scritti dal giorno",
    until: "Al giorno",
    from_day: |day| format!("dal {day}"),
    until_day: |day| format!("fino al {day}"),
    found: |total, shown| match total {
        1 => "Un messaggio.".into(),
        _ => format!("{shown} messaggi."),
    },
    nothing: "Nessun messaggio corrisponde.",
    subject: "Oggetto",
    to: "A chi",
    address: "Indirizzo",
    posted: "Scritto il",
    state: "Stato",
    sent_on: "Spedito il",
    attempts: "Tentativi",
    why: "Perché",
    said: "Risposta del server",
    action: "Che cosa fare",
    sent: |day| format!("spedito il {day}"),
    in_digest: "in un messaggio riassuntivo",
    failed: "non consegnato",
    tried: |attempts, next| match attempts {
        1 => format!("in attesa dopo un tentativo; si riprova {next}"),
        n => format!("in attesa dopo {n} tentativi; si riprova {next}"),
    },
    leaves: |when| format!("in attesa, parte {when}"),
    leaving: "in partenza",
    message_id: "Message-ID",
    text: "Testo",
    secret: "Contiene un collegamento personale: lo legge soltanto chi lo riceve.",
    forgotten: "Il testo non è più conservato.",
    goes_to_new: "Nel frattempo la persona ha cambiato indirizzo: il messaggio andrà a quello nuovo.",
    not_done: "Il messaggio è già in partenza, o non si può inviare di nuovo: la sua pagina dice perché.",
    several: "Invia di nuovo quelli non consegnati",
    several_go: |go, shown| match go {
        0 => "Nessuno dei messaggi non consegnati si può inviare di nuovo.".into(),
        1 => "Un messaggio non consegnato riparte, all’indirizzo che la persona ha oggi.".into(),
        _ => format!("{shown} messaggi non consegnati ripartono, ciascuno all’indirizzo che la persona ha oggi."),
    },
    several_stay: "Questi invece restano dove sono:",
    several_count: |n| match n {
        1 => "Uno.".into(),
        n => format!("{n}."),
    },
    several_button: |go| if go == 1 { "Invia di nuovo".into() } else { "Inviali di nuovo tutti".into() },
    several_done: |gone, shown| match gone {
        0 => "Nessun messaggio era da inviare di nuovo.".into(),
        1 => "Un messaggio è di nuovo in partenza.".into(),
        _ => format!("{shown} messaggi sono di nuovo in partenza."),
    },
    back: "Torna alla posta",
};

const EN: Words = Words {
    post: "Post",
    lead: "The e-mail messages written to people and bodies: what has left, what waits, what did not arrive and why.",
    caption: "Messages, the latest first",
    search: "Reader or subject",
    search_hint: "A part of the name, the address or the subject, in any order. Accents do not matter.",
    searched: |text| format!("“{text}”"),
    from: "Written from",
    until: "To",
    from_day: |day| format!("from {day}"),
    until_day: |day| format!("until {day}"),
    found: |total, shown| match total {
        1 => "One message.".into(),
        _ => format!("{shown} messages."),
    },
    nothing: "No message matches.",
    subject: "Subject",
    to: "To whom",
    address: "Address",
    posted: "Written on",
    state: "State",
    sent_on: "Sent on",
    attempts: "Attempts",
    why: "Why",
    said: "Answer of the server",
    action: "What to do",
    sent: |day| format!("sent on {day}"),
    in_digest: "in a message that gathers several",
    failed: "not delivered",
    tried: |attempts, next| match attempts {
        1 => format!("waiting after one attempt; the next is on {next}"),
        n => format!("waiting after {n} attempts; the next is on {next}"),
    },
    leaves: |when| format!("waiting, leaves on {when}"),
    leaving: "about to leave",
    message_id: "Message-ID",
    text: "Text",
    secret: "It holds a personal link: only its reader reads it.",
    forgotten: "Its text is kept no more.",
    goes_to_new: "Meanwhile the person has another address: the message will go to the new one.",
    not_done: "The message is on its way already, or cannot be sent again: its page says why.",
    several: "Send those not delivered again",
    several_go: |go, shown| match go {
        0 => "None of the messages that were not delivered can be sent again.".into(),
        1 => "One message that was not delivered leaves again, to the address that the person has today.".into(),
        _ => format!("{shown} messages that were not delivered leave again, each to the address that the person has today."),
    },
    several_stay: "These stay where they are:",
    several_count: |n| match n {
        1 => "One.".into(),
        n => format!("{n}."),
    },
    several_button: |go| if go == 1 { "Send it again".into() } else { "Send them all again".into() },
    several_done: |gone, shown| match gone {
        0 => "No message was to be sent again.".into(),
        1 => "One message is on its way again.".into(),
        _ => format!("{shown} messages are on their way again."),
    },
    back: "Back to the post",
};
