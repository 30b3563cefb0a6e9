//! The phrases of the code on the projector.

use super::Refusal;
use crate::ui::words::Lang;

pub struct Words {
    pub title: &'static str,
    pub how: fn(address: &str) -> String,
    pub scan: &'static str,
    pub qr: fn(code: &str) -> String,
    pub renewed: fn(seconds: i64) -> String,
    pub begin: &'static str,
    pub begin_lead: &'static str,
    pub between: fn(opens: &str) -> String,
    pub ended: &'static str,
    pub over: &'static str,
    // For who takes part.
    pub check_in: &'static str,
    pub check_in_lead: &'static str,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub enter: &'static str,
    pub today: &'static str,
    pub nothing_today: &'static str,
    pub entered_at: fn(hour: &str) -> String,
    pub not_entered: &'static str,
    pub done: &'static str,
    pub already: &'static str,
    pub sign_too: &'static str,
    pub too_many: fn(hour: &str) -> String,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

pub fn refusal(lang: Lang, refusal: &Refusal) -> String {
    let it = lang == Lang::It;
    match refusal {
        Refusal::Malformed if it => "Il codice ha sei cifre: scrivetele come le vedete.".into(),
        Refusal::Malformed => "The code has six digits: type them as you see them.".into(),
        Refusal::Wrong if it => "Il codice non è questo: guardate quello sullo schermo e scrivetelo di nuovo.".into(),
        Refusal::Wrong => "This is not the code: look at the one on the screen and type it again.".into(),
        Refusal::Expired if it => "Questo codice è scaduto: scrivete quello che è sullo schermo ora.".into(),
        Refusal::Expired => "This code has expired: type the one that is on the screen now.".into(),
        Refusal::NotEnrolled(title) if it => {
            format!("Il codice è giusto, ma non siete in elenco per «{title}»: ditelo al docente, che può iscrivervi subito.")
        }
        Refusal::NotEnrolled(title) => {
            format!("The code is right, but you are not on the list of “{title}”: tell the trainer, who can enrol you at once.")
        }
        Refusal::NotToday if it => "Oggi non siete iscritti a nessuna giornata d’aula: se siete in aula, ditelo al docente.".into(),
        Refusal::NotToday => "You are not enrolled in any classroom day today: if you are in the room, tell the trainer.".into(),
        Refusal::NotRunning if it => {
            "In questo momento non c’è una sessione in corso: il codice vale da un quarto d’ora prima dell’inizio fino alla fine.".into()
        }
        Refusal::NotRunning => {
            "No session is running now: the code is good from a quarter of an hour before the beginning until the end.".into()
        }
        Refusal::Closed if it => "La giornata è già chiusa: rivolgetevi al docente.".into(),
        Refusal::Closed => "The day is closed already: ask the trainer.".into(),
    }
}

const IT: Words = Words {
    title: "Codice di presenza",
    how: |address| format!("Andate a {address} e scrivete"),
    scan: "Oppure inquadrate il disegno con il telefono e premete il pulsante.",
    qr: |code| format!("Codice QR che porta alla pagina con il codice {code}"),
    renewed: |seconds| if seconds == 1 { "Cambia tra 1 secondo.".into() } else { format!("Cambia tra {seconds} secondi.") },
    begin: "Mostra il codice",
    begin_lead: "Il codice cambia ogni minuto. Chi è in elenco lo scrive sul proprio telefono e risulta presente da quel minuto. Non sostituisce le firme sul registro.",
    between: |opens| format!("Il codice compare alle {opens}, un quarto d’ora prima della sessione."),
    ended: "Le sessioni di questa giornata sono finite.",
    over: "La giornata è chiusa o annullata: non c’è più un codice.",
    check_in: "Presenza in aula",
    check_in_lead: "Scrivete il codice che vedete sullo schermo dell’aula.",
    code: "Codice",
    code_hint: "Sei cifre. Cambia ogni minuto.",
    enter: "Sono presente",
    today: "Le vostre sessioni di oggi",
    nothing_today: "Oggi non siete iscritti a nessuna giornata d’aula.",
    entered_at: |hour| format!("codice inserito alle {hour}"),
    not_entered: "codice non ancora inserito",
    done: "Fatto: risultate presenti.",
    already: "Avevate già inserito il codice per questa sessione: non serve altro.",
    sign_too: "Firmate comunque il registro: è la firma che vale.",
    too_many: |hour| format!("Troppi tentativi: riprovate alle {hour}, o ditelo al docente."),
};

const EN: Words = Words {
    title: "Presence code",
    how: |address| format!("Go to {address} and type"),
    scan: "Or point your phone at the drawing and press the button.",
    qr: |code| format!("QR code that leads to the page with the code {code}"),
    renewed: |seconds| if seconds == 1 { "Changes in 1 second.".into() } else { format!("Changes in {seconds} seconds.") },
    begin: "Show the code",
    begin_lead: "The code changes every minute. Whoever is on the list types it on their own phone and is present from that minute on. It does not replace the signatures on the register.",
    between: |opens| format!("The code appears at {opens}, a quarter of an hour before the session."),
    ended: "The sessions of this day are over.",
    over: "The day is closed or cancelled: there is no code any more.",
    check_in: "Presence in the classroom",
    check_in_lead: "Type the code that you see on the screen of the room.",
    code: "Code",
    code_hint: "Six digits. It changes every minute.",
    enter: "I am here",
    today: "Your sessions today",
    nothing_today: "You are not enrolled in any classroom day today.",
    entered_at: |hour| format!("code entered at {hour}"),
    not_entered: "code not entered yet",
    done: "Done: you are noted as present.",
    already: "You had entered the code for this session already: nothing else is needed.",
    sign_too: "Sign the register all the same: it is the signature that counts.",
    too_many: |hour| format!("Too many attempts: try again at {hour}, or tell the trainer."),
};
