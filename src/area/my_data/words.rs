//! The phrases of my data, of the erasure and of the register of processing.

use crate::platform::holdings::{After, Holding, Purpose, Stays};
use crate::ui::words::Lang;

/// What one table holds, as its owner understands it.
pub struct Said {
    pub key: &'static str,
    pub title: &'static str,
    pub what: &'static str,
    /// Whose data they are.
    pub whose: &'static str,
    /// Who sees them.
    pub seen_by: &'static str,
}

/// Why data are held, and by which law.
pub struct Ground {
    pub title: &'static str,
    pub basis: &'static str,
    /// Whether the basis is the same whatever the installation says of its own.
    pub own_basis: bool,
}

pub struct Words {
    pub area: &'static str,
    pub my_data: &'static str,
    pub my_data_lead: &'static str,
    pub my_data_caption: &'static str,
    pub column_what: &'static str,
    pub column_rows: &'static str,
    pub column_why: &'static str,
    pub column_until: &'static str,
    pub copy: &'static str,
    pub copy_text: &'static str,
    pub copy_csv: &'static str,
    pub copy_json: &'static str,
    /// Heads of the file: which data, row, field, what it says.
    pub csv_heads: [&'static str; 4],
    pub correct: &'static str,
    pub correct_text: &'static str,
    pub correct_link: &'static str,
    pub erase: &'static str,
    pub erase_text: &'static str,
    pub erase_link: &'static str,
    pub rights: &'static str,
    pub rights_text: &'static str,
    pub notice: &'static str,
    pub dpo: fn(&str) -> String,
    // Erasure.
    pub erasure: &'static str,
    pub erasure_lead: &'static str,
    pub goes: &'static str,
    pub stays: &'static str,
    pub stays_text: &'static str,
    pub sure: &'static str,
    pub need_sure: &'static str,
    pub password: &'static str,
    pub password_hint: &'static str,
    pub not_your_password: &'static str,
    pub last_administrator: &'static str,
    pub erase_button: &'static str,
    pub leave_it: &'static str,
    /// The name that stands where an erased person's stood.
    pub nobody: &'static str,
    pub stay_act: &'static str,
    pub stay_trail: &'static str,
    pub stay_funded: &'static str,
    // The register.
    pub processing: &'static str,
    pub processing_lead: &'static str,
    pub processing_caption: &'static str,
    pub processing_csv: &'static str,
    pub processing_heads: [&'static str; 8],
    pub controller: &'static str,
    pub dpo_name: &'static str,
    pub processors: &'static str,
    pub no_processors: &'static str,
    pub not_said: &'static str,
    pub transfers: &'static str,
    pub transfers_none: &'static str,
    pub measures: &'static str,
    pub measures_text: &'static str,
    pub goes_short: &'static str,
    // Until when.
    pub with_the_account: &'static str,
    pub kept: fn(i64, After) -> String,
    grounds: [Ground; 6],
    said: &'static [Said],
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

impl Words {
    /// Nothing said of a key is a defect that a test finds; the page then shows an empty line.
    pub fn of(&self, key: &str) -> &Said {
        self.said.iter().find(|said| said.key == key).unwrap_or(&UNSAID)
    }

    pub fn purpose(&self, purpose: Purpose) -> &Ground {
        &self.grounds[Purpose::ALL.iter().position(|&one| one == purpose).unwrap_or_default()]
    }

    pub fn stay(&self, why: Stays) -> &'static str {
        match why {
            Stays::ActOfTheEnte => self.stay_act,
            Stays::Trail => self.stay_trail,
            Stays::Funded => self.stay_funded,
        }
    }

    pub fn until(&self, holding: &Holding) -> String {
        match holding.expiry {
            Some(expiry) => (self.kept)(expiry.days, expiry.after),
            None => self.with_the_account.to_owned(),
        }
    }
}

const UNSAID: Said = Said { key: "", title: "", what: "", whose: "", seen_by: "" };

/// Months where they are meant, days where they are few.
fn length(days: i64) -> (i64, bool) {
    if days >= 60 { (days / 30, true) } else { (days, false) }
}

const IT: Words = Words {
    area: "Area personale",
    my_data: "I miei dati",
    my_data_lead: "Tutto ciò che questo servizio tiene su di voi: che cosa, perché e fino a quando.",
    my_data_caption: "Dati che vi riguardano",
    column_what: "Che cosa",
    column_rows: "Righe",
    column_why: "Perché",
    column_until: "Fino a quando",
    copy: "Una copia per voi",
    copy_text: "La copia contiene ogni dato della tabella, riga per riga. Mancano solo la password, che non conosciamo, e ciò che appartiene al vostro ente o parla di altri.",
    copy_csv: "Scarica per il foglio di calcolo (CSV)",
    copy_json: "Scarica per un programma (JSON)",
    csv_heads: ["Dati", "Riga", "Campo", "Valore"],
    correct: "Correggere",
    correct_text: "Nome, indirizzo e preferenze si correggono nel",
    correct_link: "vostro profilo",
    erase: "Cancellare",
    erase_text: "Potete chiudere l’accesso e far cancellare i vostri dati: prima vi diciamo che cosa sparisce e che cosa deve restare.",
    erase_link: "Vedete che cosa succede",
    rights: "I vostri diritti",
    rights_text: "Accesso, rettifica, cancellazione, limitazione e opposizione: articoli da 15 a 21 del Regolamento (UE) 2016/679. Come vengono trattati i dati sta nella",
    notice: "informativa",
    dpo: |dpo| format!("Responsabile della protezione dei dati: {dpo}."),
    erasure: "Cancellare i miei dati",
    erasure_lead: "L’accesso si chiude subito e non si può riaprire. Quello che avete fatto per il vostro ente resta dell’ente, senza il vostro nome.",
    goes: "Sparisce",
    stays: "Resta, senza il vostro nome",
    stays_text: "Resta ciò che l’ente o l’amministrazione devono poter mostrare (Regolamento (UE) 2016/679, articolo 17, paragrafo 3). Al posto del nome si leggerà «persona cancellata».",
    sure: "Ho capito: il mio accesso si chiude e non si può riaprire",
    need_sure: "Mettete il segno di spunta se volete davvero cancellare i dati.",
    password: "La vostra password",
    password_hint: "Per essere certi che siate voi. Se entrate solo con SPID o CIE, lasciate vuoto.",
    not_your_password: "La password non è quella del vostro accesso. Riprovate.",
    last_administrator: "Siete l’unica persona che gestisce il sistema: prima date l’incarico a qualcun altro.",
    erase_button: "Cancella i miei dati",
    leave_it: "Non cancellare nulla",
    nobody: "persona cancellata",
    stay_act: "atti dell’ente, che restano suoi",
    stay_trail: "registro di chi ha fatto che cosa, che deve restare integro",
    stay_funded: "dati della rendicontazione, fino al termine per i controlli di chi finanzia",
    processing: "Registro dei trattamenti",
    processing_lead: "Articolo 30 del Regolamento (UE) 2016/679. È ricavato da ciò che il programma dichiara delle proprie tabelle: se una tabella cambia, cambia anche questa pagina.",
    processing_caption: "Trattamenti, tabella per tabella",
    processing_csv: "Scarica il registro (CSV)",
    processing_heads: [
        "Finalità",
        "Trattamento",
        "Dati",
        "Interessati",
        "Base giuridica",
        "Chi li vede",
        "Conservazione",
        "Dopo una cancellazione",
    ],
    controller: "Titolare",
    dpo_name: "Responsabile della protezione dei dati",
    processors: "Responsabili del trattamento",
    no_processors: "nessuno indicato nelle impostazioni",
    not_said: "non indicato nelle impostazioni",
    transfers: "Trasferimenti fuori dall’Unione europea",
    transfers_none: "nessuno da parte del programma; posta e salvataggi dipendono dai fornitori scelti",
    measures: "Misure di sicurezza",
    measures_text: "ruoli per singolo incarico; dati di un ente invisibili agli altri; password come impronte argon2id; registro degli interventi in sola aggiunta; connessioni cifrate dal proxy; salvataggi a cura di chi gestisce",
    goes_short: "spariscono",
    with_the_account: "finché avete un accesso",
    kept: |days, after| {
        let (n, months) = length(days);
        let unit = match (n, months) {
            (1, false) => "giorno",
            (_, false) => "giorni",
            (_, true) => "mesi",
        };
        let after = match after {
            After::Sent => "dall’invio",
            After::Happened => "dal fatto",
            After::LastUse => "dall’ultimo uso",
            After::Ended => "dalla conclusione",
        };
        format!("{n} {unit} {after}")
    },
    grounds: [
        Ground {
            title: "Far entrare le persone e sapere per chi agiscono",
            basis: "art. 6, par. 1, lett. e) del Regolamento (UE) 2016/679: compito di interesse pubblico",
            own_basis: false,
        },
        Ground {
            title: "Svolgere il programma",
            basis: "art. 6, par. 1, lett. e) del Regolamento (UE) 2016/679: compito di interesse pubblico",
            own_basis: false,
        },
        Ground {
            title: "Rilevazione dell’ente",
            basis: "art. 6, par. 1, lett. e) del Regolamento (UE) 2016/679: compito di interesse pubblico",
            own_basis: false,
        },
        Ground {
            title: "Rendicontazione a chi finanzia",
            basis: "art. 6, par. 1, lett. c) del Regolamento (UE) 2016/679: obbligo legale",
            own_basis: true,
        },
        Ground { title: "Sicurezza", basis: "art. 32 del Regolamento (UE) 2016/679: sicurezza del trattamento", own_basis: true },
        Ground {
            title: "Poter dire chi ha fatto che cosa",
            basis: "art. 5, par. 2 del Regolamento (UE) 2016/679; provvedimento del Garante 27 novembre 2008 sugli amministratori di sistema",
            own_basis: true,
        },
    ],
    said: &[
        Said {
            key: "account",
            title: "Accesso",
            what: "nome, nome utente, indirizzo, preferenze, quando avete letto l’informativa",
            whose: "chi ha un accesso",
            seen_by: "voi, i colleghi dell’ente (il nome), segreteria organizzativa, gestore",
        },
        Said {
            key: "appointments",
            title: "Incarichi",
            what: "per quale ente o ruolo agite, con quale qualifica, da quando a quando",
            whose: "chi ha un accesso",
            seen_by: "voi, i colleghi dell’ente, segreteria organizzativa, gestore",
        },
        Said {
            key: "sessions",
            title: "Dispositivi collegati",
            what: "da dove e quando siete collegati adesso",
            whose: "chi ha un accesso",
            seen_by: "voi",
        },
        Said {
            key: "factor",
            title: "Codici di accesso",
            what: "da quando avete un’app di autenticazione; la chiave non si può consegnare",
            whose: "chi ha un accesso",
            seen_by: "voi",
        },
        Said {
            key: "recovery-codes",
            title: "Codici di recupero",
            what: "quando li avete fatti e usati; i codici sono conservati solo come impronte",
            whose: "chi ha un accesso",
            seen_by: "voi",
        },
        Said {
            key: "pending-sign-ins",
            title: "Accessi a metà",
            what: "quando avete dato la password e non ancora il codice",
            whose: "chi ha un accesso",
            seen_by: "nessuno",
        },
        Said {
            key: "fiscal-number",
            title: "Codice fiscale",
            what: "il vostro codice fiscale, se un ufficio l’ha annotato per l’accesso con SPID o CIE",
            whose: "chi ha un accesso",
            seen_by: "gestore",
        },
        Said {
            key: "identities",
            title: "Identità digitali collegate",
            what: "con quali identità esterne potete entrare e quando le avete usate",
            whose: "chi ha un accesso",
            seen_by: "voi",
        },
        Said {
            key: "openings",
            title: "Rilevazioni aperte da voi",
            what: "quali rilevazioni avete aperto e quando",
            whose: "persone degli enti",
            seen_by: "il vostro ente",
        },
        Said {
            key: "answers",
            title: "Risposte cambiate da voi per ultimi",
            what: "a quali domande e quando; il contenuto è dell’ente",
            whose: "persone degli enti",
            seen_by: "il vostro ente",
        },
        Said {
            key: "closings",
            title: "Chiusure e riaperture",
            what: "quali rilevazioni avete chiuso o riaperto, con la firma scritta allora",
            whose: "persone degli enti",
            seen_by: "il vostro ente",
        },
        Said {
            key: "visits",
            title: "Sezioni visitate",
            what: "in quale sezione eravate poco fa, per avvisare i colleghi",
            whose: "persone degli enti",
            seen_by: "i colleghi dell’ente",
        },
        Said {
            key: "letters",
            title: "Lettere",
            what: "i messaggi che vi abbiamo scritto",
            whose: "chi ha un accesso, chi lo ha chiesto",
            seen_by: "segreteria organizzativa (non il testo di quelli riservati)",
        },
        Said {
            key: "deeds",
            title: "Interventi",
            what: "gli interventi fatti da voi o che vi riguardano, con data e indirizzo di rete",
            whose: "chi interviene e chi ne è interessato",
            seen_by: "gestore",
        },
        Said {
            key: "system-accesses",
            title: "Accessi dei gestori",
            what: "entrate, uscite e tentativi di chi gestisce il sistema",
            whose: "gestori del sistema",
            seen_by: "gestore",
        },
        Said {
            key: "editions",
            title: "Edizioni",
            what: "quali edizioni avete preparato o cambiato, e quando",
            whose: "segreteria organizzativa",
            seen_by: "segreteria organizzativa, gestore",
        },
        Said {
            key: "registrations",
            title: "Richieste di accesso e inviti",
            what: "per quale ente, che cosa avete scritto, chi doveva rispondere e con quale esito",
            whose: "persone degli enti",
            seen_by: "voi, il referente dell’ente, segreteria organizzativa",
        },
        Said {
            key: "registrations-decided",
            title: "Richieste e inviti di altri trattati da voi",
            what: "quali avete mandato, approvato o rifiutato, e quando",
            whose: "referenti e segreteria organizzativa",
            seen_by: "voi, segreteria organizzativa, gestore",
        },
        Said {
            key: "participant-facts",
            title: "Dati chiesti dal finanziatore",
            what: "ciò che avete risposto, edizione per edizione",
            whose: "partecipanti",
            seen_by: "voi, segreteria organizzativa; il finanziatore nei totali",
        },
        Said {
            key: "adhesions",
            title: "Adesioni degli enti",
            what: "quali adesioni, eccezioni e atti avete annotato",
            whose: "segreteria organizzativa",
            seen_by: "segreteria organizzativa",
        },
        Said {
            key: "papers",
            title: "Atti di adesione e nomina",
            what: "quali atti avete annotato",
            whose: "segreteria organizzativa",
            seen_by: "segreteria organizzativa",
        },
        Said {
            key: "activations",
            title: "Codici di attivazione",
            what: "quali codici avete preparato o usato; i codici non sono conservati",
            whose: "segreteria organizzativa, referenti",
            seen_by: "segreteria organizzativa",
        },
        Said {
            key: "imports",
            title: "Importazioni",
            what: "quali file avete caricato, e quando",
            whose: "segreteria organizzativa",
            seen_by: "segreteria organizzativa",
        },
        Said {
            key: "successions",
            title: "Successioni di enti",
            what: "quali fusioni e cambiamenti avete annotato",
            whose: "segreteria organizzativa",
            seen_by: "segreteria organizzativa",
        },
        Said {
            key: "links",
            title: "Collegamenti mandati per lettera",
            what: "quando avete chiesto o ricevuto un collegamento per la password; il collegamento non è conservato",
            whose: "chi ha un accesso",
            seen_by: "nessuno",
        },
        Said {
            key: "reset-requests",
            title: "Richieste di password dimenticata",
            what: "il nome utente o l’indirizzo scritto nella richiesta",
            whose: "chi ha un accesso",
            seen_by: "nessuno",
        },
        Said {
            key: "address-changes",
            title: "Cambi di indirizzo",
            what: "l’indirizzo di prima e quello nuovo, quando è stato confermato",
            whose: "chi ha un accesso",
            seen_by: "gestore",
        },
        Said {
            key: "contacts",
            title: "Contatti",
            what: "telefonate e messaggi con voi, come li ha annotati la segreteria",
            whose: "persone degli enti",
            seen_by: "segreteria organizzativa",
        },
        Said {
            key: "contacts-noted",
            title: "Contatti annotati da voi",
            what: "quali contatti avete annotato, e quando",
            whose: "segreteria organizzativa",
            seen_by: "segreteria organizzativa",
        },
        Said {
            key: "reading-consents",
            title: "Consensi alla lettura",
            what: "quali rilevazioni avete permesso alla segreteria di leggere, e quando",
            whose: "referenti",
            seen_by: "il vostro ente, segreteria organizzativa",
        },
        Said {
            key: "namesakes",
            title: "Omonimi",
            what: "che due accessi simili sono di persone diverse",
            whose: "chi ha un accesso",
            seen_by: "segreteria organizzativa",
        },
        Said {
            key: "mailings",
            title: "Inviti a molti enti",
            what: "quali invii avete preparato, e quando",
            whose: "segreteria organizzativa",
            seen_by: "segreteria organizzativa",
        },
    ],
};

const EN: Words = Words {
    area: "Personal area",
    my_data: "My data",
    my_data_lead: "All that this service holds about you: what, why and until when.",
    my_data_caption: "Data about you",
    column_what: "What",
    column_rows: "Rows",
    column_why: "Why",
    column_until: "Until when",
    copy: "A copy for you",
    copy_text: "The copy has every item of the table, row by row. Left out are only the password, which we do not know, and what belongs to your body or tells of others.",
    copy_csv: "Download for a spreadsheet (CSV)",
    copy_json: "Download for a program (JSON)",
    csv_heads: ["Data", "Row", "Field", "Value"],
    correct: "Correct",
    correct_text: "Name, address and preferences are corrected in",
    correct_link: "your profile",
    erase: "Erase",
    erase_text: "You can close your account and have your data erased: first we tell you what goes and what has to stay.",
    erase_link: "See what happens",
    rights: "Your rights",
    rights_text: "Access, rectification, erasure, restriction and objection: articles 15 to 21 of Regulation (EU) 2016/679. How data are handled is in the",
    notice: "privacy notice",
    dpo: |dpo| format!("Data protection officer: {dpo}."),
    erasure: "Erase my data",
    erasure_lead: "The account is closed at once and cannot be opened again. What you did for your body stays the body’s, without your name.",
    goes: "Goes",
    stays: "Stays, without your name",
    stays_text: "What the body or the administration must be able to show stays (Regulation (EU) 2016/679, article 17(3)). In place of the name it will read “erased person”.",
    sure: "I understand: my account is closed and cannot be opened again",
    need_sure: "Tick the box if you really want to erase your data.",
    password: "Your password",
    password_hint: "To be sure that it is you. If you only sign in with SPID or CIE, leave it empty.",
    not_your_password: "That is not the password of your account. Try again.",
    last_administrator: "You are the only person who manages the system: give the role to somebody else first.",
    erase_button: "Erase my data",
    leave_it: "Erase nothing",
    nobody: "erased person",
    stay_act: "acts of the body, which stay its own",
    stay_trail: "the record of who did what, which must stay whole",
    stay_funded: "data of the report to the funder, until the term of their audits",
    processing: "Record of processing",
    processing_lead: "Article 30 of Regulation (EU) 2016/679. Made from what the program declares of its own tables: when a table changes, so does this page.",
    processing_caption: "Processing, table by table",
    processing_csv: "Download the record (CSV)",
    processing_heads: ["Purpose", "Processing", "Data", "Data subjects", "Legal basis", "Who sees them", "Kept for", "After an erasure"],
    controller: "Controller",
    dpo_name: "Data protection officer",
    processors: "Processors",
    no_processors: "none named in the settings",
    not_said: "not named in the settings",
    transfers: "Transfers outside the European Union",
    transfers_none: "none by the program; mail and backups depend on the providers chosen",
    measures: "Security measures",
    measures_text: "roles by single appointment; a body’s data invisible to the others; passwords as argon2id fingerprints; an append-only record of deeds; connections encrypted by the proxy; backups by whoever runs the installation",
    goes_short: "they go",
    with_the_account: "as long as you have an account",
    kept: |days, after| {
        let (n, months) = length(days);
        let unit = match (n, months) {
            (1, false) => "day",
            (_, false) => "days",
            (_, true) => "months",
        };
        let after = match after {
            After::Sent => "from sending",
            After::Happened => "from the event",
            After::LastUse => "from the last use",
            After::Ended => "from the end",
        };
        format!("{n} {unit} {after}")
    },
    grounds: [
        Ground {
            title: "Letting people in and knowing for whom they act",
            basis: "art. 6(1)(e) of Regulation (EU) 2016/679: task in the public interest",
            own_basis: false,
        },
        Ground {
            title: "Running the programme",
            basis: "art. 6(1)(e) of Regulation (EU) 2016/679: task in the public interest",
            own_basis: false,
        },
        Ground {
            title: "The body’s assessment",
            basis: "art. 6(1)(e) of Regulation (EU) 2016/679: task in the public interest",
            own_basis: false,
        },
        Ground { title: "Report to the funder", basis: "art. 6(1)(c) of Regulation (EU) 2016/679: legal obligation", own_basis: true },
        Ground { title: "Security", basis: "art. 32 of Regulation (EU) 2016/679: security of processing", own_basis: true },
        Ground {
            title: "Being able to say who did what",
            basis: "art. 5(2) of Regulation (EU) 2016/679; decision of the Italian authority of 27 November 2008 on system administrators",
            own_basis: true,
        },
    ],
    said: &[
        Said {
            key: "account",
            title: "Account",
            what: "name, username, address, preferences, when you read the privacy notice",
            whose: "who has an account",
            seen_by: "you, colleagues of your body (the name), organising secretariat, system manager",
        },
        Said {
            key: "appointments",
            title: "Appointments",
            what: "for which body or role you act, in which position, from when to when",
            whose: "who has an account",
            seen_by: "you, colleagues of your body, organising secretariat, system manager",
        },
        Said {
            key: "sessions",
            title: "Devices signed in",
            what: "from where and since when you are signed in",
            whose: "who has an account",
            seen_by: "you",
        },
        Said {
            key: "factor",
            title: "Sign-in codes",
            what: "since when you use an authenticator app; its key cannot be handed over",
            whose: "who has an account",
            seen_by: "you",
        },
        Said {
            key: "recovery-codes",
            title: "Recovery codes",
            what: "when you made and used them; the codes are kept as fingerprints only",
            whose: "who has an account",
            seen_by: "you",
        },
        Said {
            key: "pending-sign-ins",
            title: "Sign-ins half done",
            what: "when you gave the password and not yet the code",
            whose: "who has an account",
            seen_by: "nobody",
        },
        Said {
            key: "fiscal-number",
            title: "Fiscal number",
            what: "your fiscal number, if an office noted it for signing in with SPID or CIE",
            whose: "who has an account",
            seen_by: "system manager",
        },
        Said {
            key: "identities",
            title: "Linked digital identities",
            what: "which external identities let you in and when you used them",
            whose: "who has an account",
            seen_by: "you",
        },
        Said {
            key: "openings",
            title: "Assessments you opened",
            what: "which assessments you opened and when",
            whose: "people of the bodies",
            seen_by: "your body",
        },
        Said {
            key: "answers",
            title: "Answers you changed last",
            what: "of which questions and when; what they say is the body’s",
            whose: "people of the bodies",
            seen_by: "your body",
        },
        Said {
            key: "closings",
            title: "Closings and reopenings",
            what: "which assessments you closed or reopened, as signed then",
            whose: "people of the bodies",
            seen_by: "your body",
        },
        Said {
            key: "visits",
            title: "Sections visited",
            what: "in which section you were a moment ago, to tell your colleagues",
            whose: "people of the bodies",
            seen_by: "colleagues of your body",
        },
        Said {
            key: "letters",
            title: "Letters",
            what: "the messages we wrote to you",
            whose: "who has an account or asked for one",
            seen_by: "organising secretariat (not the text of confidential ones)",
        },
        Said {
            key: "deeds",
            title: "Deeds",
            what: "what you did or what was done about you, with date and network address",
            whose: "who acts and whom it concerns",
            seen_by: "system manager",
        },
        Said {
            key: "system-accesses",
            title: "Accesses of system managers",
            what: "sign-ins, sign-outs and attempts of those who manage the system",
            whose: "system managers",
            seen_by: "system manager",
        },
        Said {
            key: "editions",
            title: "Editions",
            what: "which editions you prepared or changed, and when",
            whose: "organising secretariat",
            seen_by: "organising secretariat, system manager",
        },
        Said {
            key: "registrations",
            title: "Requests for access and invitations",
            what: "for which body, what you wrote, who had to answer and with what outcome",
            whose: "people of the bodies",
            seen_by: "you, the contact person of the body, the organising secretariat",
        },
        Said {
            key: "registrations-decided",
            title: "Requests and invitations of others dealt with by you",
            what: "which ones you sent, approved or refused, and when",
            whose: "contact persons and the organising secretariat",
            seen_by: "you, the organising secretariat, the administrator",
        },
        Said {
            key: "participant-facts",
            title: "What the funder asks",
            what: "what you answered, edition by edition",
            whose: "participants",
            seen_by: "you, the organising secretariat; the funder in totals",
        },
        Said {
            key: "adhesions",
            title: "Adhesions of bodies",
            what: "which adhesions, exceptions and acts you noted",
            whose: "organising secretariat",
            seen_by: "organising secretariat",
        },
        Said {
            key: "papers",
            title: "Acts of adhesion and appointment",
            what: "which acts you noted",
            whose: "organising secretariat",
            seen_by: "organising secretariat",
        },
        Said {
            key: "activations",
            title: "Activation codes",
            what: "which codes you made or used; the codes themselves are not kept",
            whose: "organising secretariat, contact persons",
            seen_by: "organising secretariat",
        },
        Said {
            key: "imports",
            title: "Imports",
            what: "which files you uploaded, and when",
            whose: "organising secretariat",
            seen_by: "organising secretariat",
        },
        Said {
            key: "successions",
            title: "Successions of bodies",
            what: "which mergers and changes you noted",
            whose: "organising secretariat",
            seen_by: "organising secretariat",
        },
        Said {
            key: "links",
            title: "Links sent by letter",
            what: "when you asked for or got a link for your password; the link itself is not kept",
            whose: "who has an account",
            seen_by: "nobody",
        },
        Said {
            key: "reset-requests",
            title: "Requests for a forgotten password",
            what: "the username or address typed in the request",
            whose: "who has an account",
            seen_by: "nobody",
        },
        Said {
            key: "address-changes",
            title: "Changes of address",
            what: "the former and the new address, and when it was confirmed",
            whose: "who has an account",
            seen_by: "system manager",
        },
        Said {
            key: "contacts",
            title: "Contacts",
            what: "calls and messages with you, as the secretariat noted them",
            whose: "people of the bodies",
            seen_by: "organising secretariat",
        },
        Said {
            key: "contacts-noted",
            title: "Contacts you noted",
            what: "which contacts you noted, and when",
            whose: "organising secretariat",
            seen_by: "organising secretariat",
        },
        Said {
            key: "reading-consents",
            title: "Consents to read",
            what: "which assessments you let the secretariat read, and when",
            whose: "contact persons",
            seen_by: "your body, organising secretariat",
        },
        Said {
            key: "namesakes",
            title: "Namesakes",
            what: "that two similar accounts belong to different people",
            whose: "who has an account",
            seen_by: "organising secretariat",
        },
        Said {
            key: "mailings",
            title: "Invitations to many bodies",
            what: "which mailings you prepared, and when",
            whose: "organising secretariat",
            seen_by: "organising secretariat",
        },
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_told_in_days_or_in_months() {
        assert_eq!((IT.kept)(1, After::LastUse), "1 giorno dall’ultimo uso");
        assert_eq!((IT.kept)(365, After::Sent), "12 mesi dall’invio");
        assert_eq!((EN.kept)(7, After::LastUse), "7 days from the last use");
    }
}
