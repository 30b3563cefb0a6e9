//! What the demonstration says of itself.

use super::demo::cast::{CAST, INVITED, INVITED_LOT, PASSWORD};
use crate::domain::activation_code::ActivationCode;
use crate::platform::config::Config;
use crate::ui::words::Lang;

pub(super) const OWNER: &str = "Ente dimostrativo";
pub(super) const CONTACT: &str = "assistenza@example.org";
pub(super) const PHONE: &str = "000 000000";
pub(super) const FUNDING: &str = "Installazione dimostrativa: nessun dato è vero.";

pub(super) const DESK: &str = "Segreteria organizzativa dimostrativa";
pub(super) const HOURS: &str = "dal lunedì al venerdì, 9.00–13.00";
pub(super) const THEMES: [&str; 2] = ["Modelli organizzativi per piccoli Comuni e aggregazioni", "Servizi demografici"];
pub(super) const ASKED_FOR: &str = "Serve alla rendicontazione al finanziatore.";
pub(super) const GENDERS: [&str; 3] = ["Donna", "Uomo", "Preferisco non dirlo"];
pub(super) const AGE_CLASSES: [&str; 4] = ["Fino a 29 anni", "Da 30 a 44 anni", "Da 45 a 59 anni", "60 anni e più"];
pub(super) const EXCEPTED_BECAUSE: &str = "Comune capofila dell’ambito sociale, con gli stessi servizi dei Comuni vicini.";

pub(super) fn edition_name(year: i16) -> String {
    format!("Edizione dimostrativa {year}")
}

/// Address and accounts, as they are printed when the demonstration starts.
pub(super) fn welcome(config: &Config, lang: Lang) -> String {
    let (open, accounts) = match lang {
        Lang::It => ("La dimostrazione è pronta. Apri", "Account dimostrativi (la password è la stessa per tutti)"),
        Lang::En => ("The demonstration is ready. Open", "Demonstration accounts (the password is the same for all)"),
    };
    let mut text = format!("{open}  {}\n\n{accounts}\n\n  password: {PASSWORD}\n\n", config.server.public_url);
    for player in CAST {
        text.push_str(&format!("  {:<22} {}\n", player.username, player.about));
    }
    text.push('\n');
    text.push_str(match lang {
        Lang::It => {
            "Qui la password basta per tutti; in un'installazione vera segreteria organizzativa e gestore entrano anche con un codice.\n"
        }
        Lang::En => "Here the password is enough for all; in a real installation secretariat and administrator need a code too.\n",
    });
    let code = ActivationCode::from_lot(INVITED_LOT).grouped();
    let (name, province) = INVITED;
    text.push_str(&match lang {
        Lang::It => format!("\nCodice di attivazione di {name} ({province}), da provare una volta: {code}\n"),
        Lang::En => format!("\nActivation code of {name} ({province}), to be tried once: {code}\n"),
    });
    text
}

/// Title, description, audience of the seminar on each theme.
pub const SEMINARS: [(&str, &str, &str); 2] = [
    (
        "Organizzarsi in piccolo: i modelli dell’accoglienza",
        "Quali uffici servono davvero, che cosa si può fare insieme ad altri Comuni, come si lavora con la prefettura e con il terzo settore.\n\n\
         Nel pomeriggio si lavora sui casi portati dai partecipanti.",
        "Segretari comunali, responsabili dei servizi, amministratori dei piccoli Comuni.",
    ),
    (
        "L’anagrafe e i cittadini stranieri",
        "Iscrizioni, cambi di residenza, dimora abituale, irreperibilità, cittadinanza: le regole e i casi che si incontrano allo sportello.\n\n\
         Portate un caso risolto male: lo rifacciamo insieme.",
        "Chi lavora ai servizi demografici, anche da poco.",
    ),
];
/// Morning and afternoon of each.
pub const SEMINAR_TOPICS: [[&str; 2]; 2] = [
    ["I sei modelli organizzativi, con esempi", "Laboratorio: il piano di miglioramento del proprio Comune"],
    ["Le regole, dall’iscrizione alla cittadinanza", "Laboratorio: casi di sportello"],
];
/// The seminar of which one giornata was held and another is full.
pub const HELD_SEMINAR: (&str, &str, &str) = (
    "Lo sportello che capisce e si fa capire",
    "Parlare semplice, moduli in più lingue, quando serve un mediatore: come si prepara un ufficio che riceve tutti.\n\n\
     Si lavora sui moduli che usate ogni giorno: portatene uno.",
    "Chi riceve il pubblico, in qualunque ufficio.",
);
pub const HELD_TOPICS: [&str; 2] = ["Parlare semplice, tradurre, chiamare un mediatore", "Laboratorio: riscriviamo un modulo"];
/// Title and text of the slides, and of the scanned register.
pub const HELD_SLIDES: (&str, &str) = ("Parlare semplice", "Una frase, un’idea. Prima che cosa fare, poi perché.");
pub const HELD_SCAN: (&str, &str) = ("Registro presenze firmato", "Pagina dimostrativa: qui c’è la scansione delle firme.");
pub const HELD_TEXTS: [&str; 4] = [
    "Più tempo per i casi portati da noi.",
    "I materiali qualche giorno prima, se possibile.",
    "Niente: è andata bene così.",
    "Un incontro più breve, ma ripetuto dopo qualche mese.",
];
pub const HELD_PLANS: [&str; 3] = [
    "Riscrivo il modulo per la residenza.",
    "Un foglio in tre lingue allo sportello.",
    "Un elenco di mediatori, insieme ai Comuni vicini.",
];
pub const SEMINAR_ROOM: &str = "Sala consiliare";
pub const SEMINAR_DIRECTIONS: &str = "A dieci minuti a piedi dalla stazione; parcheggio pubblico davanti all’ingresso.";
pub const SEMINAR_ACCESSIBILITY: &str =
    "Ingresso in piano e ascensore; servizi igienici accessibili al piano. Un posto auto riservato davanti all’ingresso.";
pub const SEMINAR_CANCELLED: &str = "La sala non è disponibile per lavori. Stiamo cercando un’altra data.";

// The forum: title and presentation of each day, past, open, announced.
pub const FORUM_DAYS: [(&str, &str); 3] = [
    ("Residenza e dimora abituale", "Le domande più frequenti degli uffici anagrafe, con le risposte degli esperti."),
    ("Servizi demografici: casi di ogni giorno", "Rinnovi, ospitalità, cancellazioni: portate i casi veri, senza nomi."),
    ("Organizzarsi insieme", "Convenzioni, Unioni e sportelli condivisi: come si comincia e che cosa serve."),
];
pub const FORUM_PAST: [(&str, &str, &str); 2] = [
    (
        "Rinnovo della dimora abituale in ritardo",
        "Una persona ha rinnovato il permesso otto mesi fa e non ha mai rinnovato la dichiarazione di dimora abituale. Che cosa facciamo prima di avviare la cancellazione?",
        "art. 7 DPR 223/1989",
    ),
    (
        "Ospitalità e obbligo di comunicazione",
        "Chi ospita un cittadino straniero deve comunicarlo anche se l’ospite è già residente in Italia?",
        "",
    ),
];
pub const FORUM_ANSWERS: [(&str, &str); 2] = [
    (
        "La dichiarazione va rinnovata entro sessanta giorni dal rinnovo del permesso.\n\nPrima della cancellazione serve l’avviso all’interessato, con l’invito a provvedere entro trenta giorni: la cancellazione interrompe la residenza continuativa, e con essa i termini per la cittadinanza.",
        "art. 7, comma 3, e art. 11, comma 1, lettera c, DPR 223/1989",
    ),
    (
        "Sì. La comunicazione è dovuta entro quarantotto ore da chi dà alloggio o ospita, anche se l’ospite è residente in un altro Comune.",
        "art. 7 D.Lgs. 286/1998",
    ),
];
pub const FORUM_QUESTIONS: [(&str, &str, &str); 3] = [
    (
        "Iscrizione con il permesso in corso di rinnovo",
        "Possiamo iscrivere in anagrafe chi presenta il permesso scaduto e la ricevuta della richiesta di rinnovo?",
        "",
    ),
    (
        "Uno sportello per due Comuni",
        "Con il Comune vicino vorremmo aprire uno sportello un pomeriggio alla settimana, con la stessa persona. Basta uno scambio di lettere?",
        "art. 30 D.Lgs. 267/2000",
    ),
    (
        "Una famiglia arrivata a marzo",
        "La famiglia con tre figli arrivata a marzo chiede la residenza nella casa dove è ospite: che documenti chiediamo al proprietario?",
        "",
    ),
];
pub const FORUM_ANSWER_TODAY: (&str, &str) = (
    "Sì: con la ricevuta della richiesta presentata nei termini la persona conserva i diritti del permesso che rinnova, iscrizione anagrafica compresa.",
    "direttiva del Ministro dell’interno 5 agosto 2006",
);
pub const FORUM_ROLE: &str = "avvocata, esperta di diritto dell’immigrazione";
pub const FORUM_COMMENT: &str = "Da noi la ricevuta postale è bastata: la conserviamo in copia nella pratica.";
pub const FORUM_COMMENT_ROLE: &str = "Segretaria comunale";

/// A document of the library, as the demonstration has it.
pub struct DemoDocument {
    pub title: &'static str,
    pub description: &'static str,
    /// Place in [`THEMES`].
    pub theme: usize,
    pub language: &'static str,
    pub licence: &'static str,
    pub publisher: &'static str,
    pub by_expert: bool,
    /// Days for which it stands.
    pub days: Option<i32>,
    /// Elsewhere; none: a page is made of the description.
    pub address: Option<&'static str>,
    /// What changed in its second version.
    pub again: Option<&'static str>,
}

const PLAIN: DemoDocument = DemoDocument {
    title: "",
    description: "",
    theme: 0,
    language: "it",
    licence: "reading",
    publisher: "Paolo Riva",
    by_expert: false,
    days: None,
    address: None,
    again: None,
};

/// Addresses that cannot be anybody's (RFC 2606), and what is told of them.
pub const BROKEN_LINK: &str = "https://sportello.provincia.example/orari";
pub const MOVED_LINK: &str = "https://www.regione.example/vademecum";
pub const MOVED_TO: &str = "https://www.regione.example/migrazioni/vademecum";

pub const DOCUMENTS: [DemoDocument; 6] = [
    DemoDocument {
        title: "Orari dello sportello provinciale (dimostrazione)",
        description: "Un esempio di documento che si trova su un altro sito e non si apre più: il suo collegamento è rotto.",
        theme: 1,
        publisher: "Paolo Riva",
        address: Some(BROKEN_LINK),
        ..PLAIN
    },
    DemoDocument {
        title: "Vademecum regionale (dimostrazione)",
        description: "Un esempio di documento il cui sito dice di averlo spostato a un altro indirizzo.",
        publisher: "Paolo Riva",
        address: Some(MOVED_LINK),
        ..PLAIN
    },
    DemoDocument {
        title: "Calendario degli sportelli di autunno",
        description: "Giorni e orari degli sportelli condivisi tra i Comuni, per chi deve indirizzare le persone.",
        days: Some(10),
        ..PLAIN
    },
    DemoDocument {
        title: "Testo unico sull’immigrazione",
        description: "D.Lgs. 25 luglio 1998, n. 286, nel testo vigente su Normattiva.",
        theme: 1,
        publisher: "Presidenza del Consiglio dei ministri",
        by_expert: true,
        address: Some("https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:1998-07-25;286"),
        ..PLAIN
    },
    DemoDocument {
        title: "Registering your residence: what to bring",
        description: "A page to hand over at the counter, for newcomers who read English.",
        theme: 1,
        language: "en",
        licence: "cc-by",
        publisher: "Sara Greco",
        by_expert: true,
        ..PLAIN
    },
    DemoDocument {
        title: "Schema di convenzione tra piccoli Comuni",
        description: "Un modello da adattare: fini, durata, consultazione, rapporti finanziari, obblighi e garanzie (art. 30 D.Lgs. 267/2000).",
        licence: "cc-by-sa",
        days: Some(365),
        again: Some("Aggiunto l’articolo sul recesso."),
        ..PLAIN
    },
];
