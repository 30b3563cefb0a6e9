//! The phrases of copies and erasures made by the segreteria.

use super::Fault;
use crate::ui::words::Lang;

pub struct Words {
    pub desk: &'static str,
    pub people: &'static str,
    pub day: &'static str,
    pub how: &'static str,
    pub how_hint: &'static str,
    pub of_programme: &'static str,
    pub back: &'static str,
    pub copy: fn(name: &str) -> String,
    pub copy_lead: &'static str,
    pub format: &'static str,
    pub csv: &'static str,
    pub json: &'static str,
    pub copy_letter: fn(address: &str) -> String,
    pub copy_button: &'static str,
    pub erasure: fn(name: &str) -> String,
    pub erasure_lead: &'static str,
    pub stays: &'static str,
    pub sure: fn(name: &str) -> String,
    pub erasure_letter: fn(address: &str) -> String,
    pub erasure_button: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// The field at fault, and one sentence on what to correct.
pub fn fault(lang: Lang, fault: Fault) -> (&'static str, &'static str) {
    let (field, it, en) = match fault {
        Fault::NoDay => ("giorno", "Scrivete il giorno della richiesta.", "Enter the day of the request."),
        Fault::DayToCome => {
            ("giorno", "Il giorno della richiesta deve ancora venire: controllatelo.", "The day of the request is still to come: check it.")
        }
        Fault::NoHow => ("come", "Scrivete come è arrivata la richiesta.", "Enter how the request came."),
        Fault::HowTooLong => ("come", "Bastano 500 caratteri: accorciate il testo.", "500 characters are enough: shorten the text."),
        Fault::NotSure => (
            "conferma",
            "Spuntate la casella per confermare: dopo non si torna indietro.",
            "Tick the box to confirm: there is no way back.",
        ),
    };
    (field, if lang == Lang::It { it } else { en })
}

const IT: Words = Words {
    desk: "Segreteria",
    people: "Persone",
    day: "Giorno della richiesta",
    how: "Come è arrivata, e come avete riconosciuto la persona",
    how_hint: "Resta nel registro degli atti: indicate il protocollo, non il nome. Ad esempio «PEC dell’ente, prot. 123; richiamata al numero dell’ufficio».",
    of_programme: "Questa persona ha un ruolo del Piano: decide il gestore del sistema, che prima le revoca il ruolo.",
    back: "Torna alla persona",
    copy: |name| format!("Copia dei dati di {name}"),
    copy_lead: "Per chi la chiede per lettera o al telefono e non può scaricarla da sé (Regolamento UE 2016/679, art. 15). Si risponde entro un mese.",
    format: "Formato",
    csv: "Tabella per il foglio di calcolo (CSV)",
    json: "Per un programma (JSON)",
    copy_letter: |address| format!("Il file si scarica qui, e lo mandate voi per la via concordata. Un messaggio avvisa {address}."),
    copy_button: "Prepara la copia",
    erasure: |name| format!("Cancellare i dati di {name}?"),
    erasure_lead: "Per chi lo chiede per lettera o al telefono (Regolamento UE 2016/679, art. 17). L’account si chiude, gli incarichi terminano, e nulla porta più il nome della persona. Non si può annullare.",
    stays: "Che cosa resta, senza il nome",
    sure: |name| format!("Ho verificato che la richiesta viene da {name}, e cancello i suoi dati"),
    erasure_letter: |address| format!("Un ultimo messaggio lo conferma a {address}."),
    erasure_button: "Cancella i dati",
};

const EN: Words = Words {
    desk: "Secretariat",
    people: "People",
    day: "Day of the request",
    how: "How it came, and how you recognised the person",
    how_hint: "It stays on the audit trail: give the protocol number, not the name. For example “certified mail of the body, prot. 123; called back at the office”.",
    of_programme: "This person has a role of the Plan: the system manager decides, and takes the role away first.",
    back: "Back to the person",
    copy: |name| format!("Copy of the data of {name}"),
    copy_lead: "For who asks for it by letter or on the telephone and cannot download it (Regulation (EU) 2016/679, art. 15). The answer is due within a month.",
    format: "Format",
    csv: "Table for a spreadsheet (CSV)",
    json: "For a program (JSON)",
    copy_letter: |address| format!("The file is downloaded here, and you send it by the way agreed on. A message tells {address}."),
    copy_button: "Make the copy",
    erasure: |name| format!("Erase the data of {name}?"),
    erasure_lead: "For who asks for it by letter or on the telephone (Regulation (EU) 2016/679, art. 17). The account is closed, the appointments end, and nothing bears the name of the person any more. It cannot be undone.",
    stays: "What remains, without the name",
    sure: |name| format!("I have verified that the request comes from {name}, and erase their data"),
    erasure_letter: |address| format!("A last message confirms it to {address}."),
    erasure_button: "Erase the data",
};
