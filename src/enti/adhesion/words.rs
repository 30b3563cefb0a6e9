//! The phrases of adhesions: the desk's pages, and the letter to the ente.

use super::{Fault, State};
use crate::domain::mail_domain::Unfit;
use crate::ui::words::Lang;

pub struct Words {
    pub enti: &'static str,
    pub editions: &'static str,
    pub adhesion: &'static str,
    pub back_to_ente: &'static str,
    // State.
    pub part_state: &'static str,
    pub never_asked: &'static str,
    pub since: fn(since: &str, by: Option<&str>) -> String,
    pub invite: &'static str,
    pub invite_again: &'static str,
    pub adheres: &'static str,
    pub withdraws: &'static str,
    pub withdrawing: &'static str,
    pub state_changed: &'static str,
    pub changed_meanwhile: &'static str,
    // Exception.
    pub part_exception: &'static str,
    pub granted: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub grant: &'static str,
    pub no_longer: &'static str,
    pub exception_changed: &'static str,
    // Papers.
    pub part_papers: &'static str,
    pub papers_hint: &'static str,
    pub paper_adhesion: &'static str,
    pub paper_adhesion_hint: &'static str,
    pub paper_nomination: &'static str,
    pub paper_nomination_hint: &'static str,
    pub reference: &'static str,
    pub sent_number: &'static str,
    pub sent_on: &'static str,
    pub received_number: &'static str,
    pub received_on: &'static str,
    pub save_papers: &'static str,
    pub papers_kept: &'static str,
    // Code of one ente.
    pub part_code: &'static str,
    pub code_none: &'static str,
    pub code_waiting: fn(made: &str, expires: &str) -> String,
    pub code_expired: fn(at: &str) -> String,
    pub code_used: fn(at: &str) -> String,
    pub code_waits: &'static str,
    pub until: &'static str,
    pub replace_one: &'static str,
    pub make_one: &'static str,
    pub once: &'static str,
    // Codes of many.
    pub codes: &'static str,
    pub codes_lead: &'static str,
    pub region: &'static str,
    pub all_regions: &'static str,
    pub filter: &'static str,
    pub to_make: fn(fresh: usize, waiting: usize) -> String,
    pub without_pec: fn(usize) -> String,
    pub replace_many: fn(usize) -> String,
    pub make_many: &'static str,
    pub once_many: &'static str,
    pub nobody: &'static str,
    pub nobody_what: &'static str,
    pub codes_caption: &'static str,
    pub column_ente: &'static str,
    pub column_code: &'static str,
    pub waits: &'static str,
    pub no_code: &'static str,
    pub missing: &'static str,
    pub and_more: fn(&str) -> String,
    // Addresses.
    pub addresses: &'static str,
    pub pec: &'static str,
    pub pec_hint: &'static str,
    pub ipa: &'static str,
    pub ipa_hint: &'static str,
    pub domain: &'static str,
    pub domain_hint: &'static str,
    pub save_addresses: &'static str,
    pub give_up: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

pub fn state(lang: Lang, state: State) -> &'static str {
    let (it, en) = match state {
        State::Invited => ("Invitato", "Invited"),
        State::Adhering => ("Aderente", "Adhering"),
        State::Withdrawn => ("Ritirato", "Withdrawn"),
    };
    if lang == Lang::It { it } else { en }
}

/// One sentence beside the field.
pub fn fault(lang: Lang, fault: Fault) -> &'static str {
    let (it, en) = match fault {
        Fault::NoNote => ("Scrivete perché l’ente è ammesso lo stesso.", "Say why the body is admitted all the same."),
        Fault::TooLong(_) => ("Il testo è troppo lungo: accorciatelo.", "The text is too long: shorten it."),
        Fault::NotADay(_) => ("La data non è completa.", "The date is not complete."),
        Fault::Expiry => ("Indicate un giorno da oggi in poi, entro due anni.", "Enter a day from today on, within two years."),
        Fault::Pec => ("L’indirizzo PEC non è completo.", "The PEC address is not complete."),
        Fault::Ipa => (
            "Il codice IPA ha solo lettere, cifre, trattini e sottolineature, come c_a074.",
            "An IPA code has only letters, digits, hyphens and underscores, as in c_a074.",
        ),
        Fault::Domain(Unfit::Shape) => {
            ("Scrivete solo il dominio, come comune.aglie.to.it.", "Enter the domain alone, as in comune.aglie.to.it.")
        }
        Fault::Domain(Unfit::Public) => (
            "Con questo dominio chiunque può avere una casella: serve quello dell’ente, altrimenti lasciate vuoto.",
            "Anybody can have a mailbox of this domain: enter the body’s own, or leave it empty.",
        ),
        Fault::Domain(Unfit::Certified) => (
            "Questo è un dominio di posta certificata: serve quello delle caselle di posta ordinaria.",
            "This is a domain of certified mail: enter that of the ordinary mailboxes.",
        ),
        Fault::NobodyChosen => (
            "Nessun ente riceverebbe un codice: cambiate regione, o spuntate «sostituisci».",
            "No body would get a code: change the region, or tick “replace”.",
        ),
    };
    if lang == Lang::It { it } else { en }
}

const IT: Words = Words {
    enti: "Enti",
    editions: "Edizioni",
    adhesion: "Adesione",
    back_to_ente: "Torna alla scheda dell’ente",
    part_state: "A che punto è",
    never_asked: "L’ente non è stato ancora invitato a questa edizione.",
    since: |since, by| match by {
        Some(by) => format!("da {since}, per mano di {by}."),
        None => format!("da {since}."),
    },
    invite: "Invita all’edizione",
    invite_again: "Invita di nuovo",
    adheres: "Segna che aderisce",
    withdraws: "Segna che si ritira",
    withdrawing: "Se l’ente si ritira, il codice che non ha ancora usato non vale più. Le persone e le rilevazioni restano.",
    state_changed: "Lo stato dell’adesione è stato cambiato.",
    changed_meanwhile: "Nel frattempo qualcun altro ha cambiato lo stato: qui sotto c’è quello di adesso.",
    part_exception: "Ammissione in deroga",
    granted: "Ammesso in deroga:",
    note: "Perché è ammesso lo stesso",
    note_hint: "Resta agli atti, con il vostro nome e la data.",
    grant: "Ammetti in deroga",
    no_longer: "Togli la deroga",
    exception_changed: "La deroga è stata registrata.",
    part_papers: "Atti e protocollo",
    papers_hint: "Gli estremi degli atti, con il protocollo dell’ente e il vostro. Si possono scrivere poco per volta.",
    paper_adhesion: "Adesione all’edizione",
    paper_adhesion_hint: "Ad esempio «deliberazione di Giunta n. 12 del 4 marzo 2026».",
    paper_nomination: "Nomina del referente",
    paper_nomination_hint: "L’atto e la persona nominata.",
    reference: "Atto",
    sent_number: "Protocollo dell’ente",
    sent_on: "Data del protocollo dell’ente",
    received_number: "Nostro protocollo",
    received_on: "Data del nostro protocollo",
    save_papers: "Salva gli estremi",
    papers_kept: "Gli estremi degli atti sono stati salvati.",
    part_code: "Codice di attivazione",
    code_none: "L’ente non ha ancora un codice. Chi lo riceve entra da solo come referente, senza approvazione.",
    code_waiting: |made, expires| format!("Un codice fatto {made} aspetta di essere usato; scade {expires}."),
    code_expired: |at| format!("L’ultimo codice è scaduto {at}."),
    code_used: |at| format!("Il codice è stato usato {at}: il referente è entrato."),
    code_waits: "C’è già un codice che aspetta di essere usato: per farne un altro spuntate «sostituisci».",
    until: "Ultimo giorno in cui il codice vale",
    replace_one: "Sostituisci il codice che aspetta: quello vecchio non varrà più",
    make_one: "Genera il codice e scarica la lettera",
    once: "Il codice compare solo nella lettera, e la lettera si scarica solo adesso: se va perduta, se ne genera un altro.",
    codes: "Codici e lettere di attivazione",
    codes_lead: "Per ogni ente invitato o aderente che non ha ancora un referente si genera un codice. Scaricate un archivio con una lettera in PDF per ente e una tabella CSV per l’invio con la PEC.",
    region: "Regione",
    all_regions: "Tutte le regioni",
    filter: "Mostra",
    to_make: |fresh, waiting| {
        let fresh = match fresh {
            0 => "Nessun ente è senza codice.".to_owned(),
            1 => "Un ente è senza codice.".to_owned(),
            n => format!("{n} enti sono senza codice."),
        };
        match waiting {
            0 => fresh,
            1 => format!("{fresh} Uno ha un codice che aspetta di essere usato."),
            n => format!("{fresh} {n} hanno un codice che aspetta di essere usato."),
        }
    },
    without_pec: |n| match n {
        1 => "Di uno manca la PEC: la lettera c’è lo stesso.".into(),
        n => format!("Di {n} manca la PEC: le lettere ci sono lo stesso."),
    },
    replace_many: |n| match n {
        1 => "Sostituisci anche il codice che aspetta: quello già spedito non varrà più".into(),
        n => format!("Sostituisci anche i {n} codici che aspettano: quelli già spediti non varranno più"),
    },
    make_many: "Genera i codici e scarica le lettere",
    once_many: "I codici sono solo nell’archivio, che si scarica solo adesso. Con mille enti serve circa un minuto: non chiudete la pagina prima della fine. Se lo scaricamento si interrompe, generate di nuovo spuntando «sostituisci».",
    nobody: "Nessun ente aspetta un codice.",
    nobody_what: "Si invitano gli enti dalle loro schede o dal registro degli enti; qui compaiono quelli invitati o aderenti che non hanno ancora un referente.",
    codes_caption: "Enti che aspettano di essere attivati",
    column_ente: "Ente",
    column_code: "Codice",
    waits: "aspetta di essere usato",
    no_code: "nessuno",
    missing: "manca",
    and_more: |n| format!("E altri {n}."),
    addresses: "Recapiti dell’ente",
    pec: "PEC",
    pec_hint: "A questo indirizzo si manda la lettera con il codice.",
    ipa: "Codice IPA",
    ipa_hint: "Dall’indice delle pubbliche amministrazioni, come c_a074.",
    domain: "Dominio della posta dell’ente",
    domain_hint: "Chi si registra con un indirizzo di questo dominio entra senza approvazione: scrivetelo solo se è dell’ente, come comune.aglie.to.it.",
    save_addresses: "Salva i recapiti",
    give_up: "Annulla",
};

const EN: Words = Words {
    enti: "Bodies",
    editions: "Editions",
    adhesion: "Adhesion",
    back_to_ente: "Back to the body’s page",
    part_state: "Where it stands",
    never_asked: "The body has not been invited to this edition yet.",
    since: |since, by| match by {
        Some(by) => format!("since {since}, by {by}."),
        None => format!("since {since}."),
    },
    invite: "Invite to the edition",
    invite_again: "Invite again",
    adheres: "Note that it adheres",
    withdraws: "Note that it withdraws",
    withdrawing: "If the body withdraws, a code that it has not used is worth nothing any more. People and assessments stay.",
    state_changed: "The state of the adhesion has been changed.",
    changed_meanwhile: "Meanwhile somebody else has changed the state: below is how it stands now.",
    part_exception: "Admission by exception",
    granted: "Admitted by exception:",
    note: "Why it is admitted all the same",
    note_hint: "It stays on record, with your name and the date.",
    grant: "Admit by exception",
    no_longer: "Take the exception back",
    exception_changed: "The exception has been recorded.",
    part_papers: "Acts and protocollo",
    papers_hint: "The references of the acts, with the body’s protocollo and yours. They can be filled in little by little.",
    paper_adhesion: "Adhesion to the edition",
    paper_adhesion_hint: "For example “deliberazione di Giunta n. 12 del 4 marzo 2026”.",
    paper_nomination: "Nomination of the referente",
    paper_nomination_hint: "The act and the person named.",
    reference: "Act",
    sent_number: "The body’s protocollo",
    sent_on: "Date of the body’s protocollo",
    received_number: "Our protocollo",
    received_on: "Date of our protocollo",
    save_papers: "Save the references",
    papers_kept: "The references of the acts have been saved.",
    part_code: "Activation code",
    code_none: "The body has no code yet. Whoever gets it enters as referente, without approval.",
    code_waiting: |made, expires| format!("A code made {made} waits to be used; it expires {expires}."),
    code_expired: |at| format!("The last code expired {at}."),
    code_used: |at| format!("The code was used {at}: the referente is in."),
    code_waits: "There is a code already that waits to be used: to make another, tick “replace”.",
    until: "Last day on which the code is taken",
    replace_one: "Replace the code that waits: the old one will be worth nothing",
    make_one: "Make the code and download the letter",
    once: "The code is in the letter alone, and the letter is downloaded now or never: if it is lost, another is made.",
    codes: "Activation codes and letters",
    codes_lead: "A code is made for every invited or adhering body that has no referente yet. You download an archive with a letter in PDF for each and a CSV table for sending by PEC.",
    region: "Region",
    all_regions: "All regions",
    filter: "Show",
    to_make: |fresh, waiting| {
        let fresh = match fresh {
            0 => "No body is without a code.".to_owned(),
            1 => "One body is without a code.".to_owned(),
            n => format!("{n} bodies are without a code."),
        };
        match waiting {
            0 => fresh,
            1 => format!("{fresh} One has a code that waits to be used."),
            n => format!("{fresh} {n} have a code that waits to be used."),
        }
    },
    without_pec: |n| match n {
        1 => "One has no PEC on record: its letter is there all the same.".into(),
        n => format!("{n} have no PEC on record: their letters are there all the same."),
    },
    replace_many: |n| match n {
        1 => "Replace the code that waits too: the one already sent will be worth nothing".into(),
        n => format!("Replace the {n} codes that wait too: those already sent will be worth nothing"),
    },
    make_many: "Make the codes and download the letters",
    once_many: "The codes are in the archive alone, which is downloaded now or never. A thousand bodies take about a minute: do not close the page before the end. If the download breaks off, make them again and tick “replace”.",
    nobody: "No body waits for a code.",
    nobody_what: "Bodies are invited from their pages or from the register; here are those invited or adhering that have no referente yet.",
    codes_caption: "Bodies that wait to be activated",
    column_ente: "Body",
    column_code: "Code",
    waits: "waits to be used",
    no_code: "none",
    missing: "missing",
    and_more: |n| format!("And {n} more."),
    addresses: "How the body is reached",
    pec: "PEC",
    pec_hint: "The letter with the code is sent to this address.",
    ipa: "IPA code",
    ipa_hint: "From the index of public administrations, as in c_a074.",
    domain: "Domain of the body’s mail",
    domain_hint: "Whoever registers with an address of this domain enters without approval: fill it in only if it is the body’s own, as in comune.aglie.to.it.",
    save_addresses: "Save",
    give_up: "Cancel",
};

/// The letter on paper.
pub struct LetterWords {
    pub subject_of: &'static str,
    pub subject: fn(edition: &str) -> String,
    pub protocol: &'static str,
    pub protocol_of: &'static str,
    pub to: fn(kind: &str, ente: &str) -> String,
    pub attention: &'static str,
    pub pec: &'static str,
    pub greeting: &'static str,
    pub why: fn(ente: &str, edition: &str) -> String,
    pub who: &'static str,
    pub code_of: fn(ente: &str) -> String,
    pub until: fn(day: &str) -> String,
    pub enter_at: &'static str,
    pub qr: fn(address: &str) -> String,
    pub steps: &'static str,
    pub step_list: &'static [&'static str],
    pub care: &'static str,
    pub ask: &'static str,
    pub telephone: &'static str,
    pub mail: &'static str,
    pub cup: &'static str,
    pub project: &'static str,
    pub signature: fn(owner: &str) -> String,
}

pub fn letter_words(lang: Lang) -> &'static LetterWords {
    match lang {
        Lang::It => &LETTER_IT,
        Lang::En => &LETTER_EN,
    }
}

const LETTER_IT: LetterWords = LetterWords {
    subject_of: "Oggetto: ",
    subject: |edition| format!("codice di attivazione per «{edition}»"),
    protocol: "Prot. n.",
    protocol_of: "del",
    to: |kind, ente| if kind == "comune" { format!("Al {ente}") } else { format!("A: {ente}") },
    attention: "alla cortese attenzione del legale rappresentante e del segretario",
    pec: "PEC ",
    greeting: "Buongiorno,",
    why: |ente, edition| {
        format!(
            "il vostro ente ({ente}) è invitato a «{edition}»: autodiagnosi dei servizi per i cittadini stranieri, giornate d’aula e forum telematico con gli esperti. La partecipazione è gratuita."
        )
    },
    who: "Con il codice qui sotto una persona dell’ente, scelta da voi, entra come referente per il Piano: apre e chiude l’autodiagnosi, invita i colleghi, segue le iscrizioni. Non serve nessun’altra autorizzazione.",
    code_of: |ente| format!("Codice di attivazione · {ente}"),
    until: |day| format!("Vale una sola volta, fino al {day}."),
    enter_at: "Si inserisce alla pagina",
    qr: |address| format!("Codice QR che porta alla pagina {address}"),
    steps: "Come si fa",
    step_list: &[
        "Aprite la pagina indicata, anche inquadrando il codice QR, e scrivete il codice: maiuscole, spazi e trattini non contano.",
        "Controllate che compaia il nome del vostro ente; scrivete nome, qualifica e indirizzo di posta della persona referente.",
        "Scegliete la password: da quel momento l’ente risulta aderente e si può cominciare.",
    ],
    care: "Il codice è come una firma: consegnatelo solo alla persona scelta. Se va perduto o finisce in mani sbagliate, avvisateci: ne faremo un altro e questo non varrà più.",
    ask: "Per ogni domanda: ",
    telephone: "telefono ",
    mail: "e-mail ",
    cup: "CUP ",
    project: "Codice progetto ",
    signature: |owner| owner.to_owned(),
};

const LETTER_EN: LetterWords = LetterWords {
    subject_of: "Subject: ",
    subject: |edition| format!("activation code for “{edition}”"),
    protocol: "Prot. no.",
    protocol_of: "of",
    to: |_, ente| format!("To: {ente}"),
    attention: "for the attention of its legal representative and its secretary",
    pec: "PEC ",
    greeting: "Good morning,",
    why: |ente, edition| {
        format!(
            "your body ({ente}) is invited to “{edition}”: a self-assessment of services for foreign citizens, training days and a telematic forum with experts. Taking part is free of charge."
        )
    },
    who: "With the code below a person of yours, chosen by you, enters as referente: they open and close the self-assessment, invite colleagues and look after enrolments. No other authorisation is needed.",
    code_of: |ente| format!("Activation code · {ente}"),
    until: |day| format!("It is taken once, until {day}."),
    enter_at: "It is entered at",
    qr: |address| format!("QR code that leads to {address}"),
    steps: "What to do",
    step_list: &[
        "Open that page, or point a camera at the QR code, and enter the code: capitals, spaces and hyphens do not matter.",
        "Check that the name of your body appears; enter name, position and e-mail address of the referente.",
        "Choose the password: from then on the body adheres, and work can begin.",
    ],
    care: "The code is like a signature: hand it only to the person chosen. If it is lost or gets into the wrong hands, tell us: we shall make another, and this one will be worth nothing.",
    ask: "For any question: ",
    telephone: "telephone ",
    mail: "e-mail ",
    cup: "CUP ",
    project: "Project code ",
    signature: |owner| owner.to_owned(),
};
