//! The phrases of links to pages of others.

use super::Shelf;
use crate::domain::web_link::{Finding, Heard, Standing};
use crate::ui::dates;
use crate::ui::words::Lang;

pub struct Words {
    pub title: &'static str,
    pub documents: &'static str,
    pub lead: &'static str,
    pub lead_all: &'static str,
    pub switched_off: &'static str,
    pub none_yet: &'static str,
    pub none_found: &'static str,
    pub all_well: &'static str,
    pub looked_at: fn(n: usize, when: &str) -> String,
    pub see_all: &'static str,
    pub count: fn(n: usize) -> String,
    pub rule: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub state: &'static str,
    pub to_do: &'static str,
    /// In the order of the filter.
    pub states: [&'static str; 5],
    pub place: &'static str,
    pub caption: &'static str,
    pub column_address: &'static str,
    pub column_place: &'static str,
    pub column_told: &'static str,
    pub column_asked: &'static str,
    pub column_do: &'static str,
    pub since: fn(day: &str, failures: i64) -> String,
    pub last_good: fn(day: &str) -> String,
    pub seen: &'static str,
    pub ask_again: &'static str,
    pub it_works: &'static str,
    pub answers: &'static str,
    pub answers_not: &'static str,
    pub moved_now: &'static str,
    pub seen_now: &'static str,
}

const IT: Words = Words {
    title: "Collegamenti da sistemare",
    documents: "Gestione dei documenti",
    lead: "Gli indirizzi di altri siti a cui portano i vostri documenti, le domande frequenti e le testimonianze che curate. Li apriamo da soli ogni settimana: qui ci sono quelli che non rispondono più, o che hanno cambiato posto.",
    lead_all: "Gli indirizzi di altri siti a cui portano documenti, domande frequenti e testimonianze. Li apriamo da soli ogni settimana: qui ci sono quelli che non rispondono più, o che hanno cambiato posto.",
    switched_off: "Su questa installazione i collegamenti non si controllano da soli: potete verificarli uno per uno.",
    none_yet: "Non c’è ancora nessun collegamento controllato. Il primo controllo avviene da sé, qualche minuto dopo la pubblicazione.",
    none_found: "Nessun collegamento con questi filtri.",
    all_well: "Niente da sistemare.",
    looked_at: |n, when| {
        if n == 1 {
            format!("Un collegamento controllato, il {when}.")
        } else {
            format!("{n} collegamenti controllati, l’ultimo il {when}.")
        }
    },
    see_all: "Vedi tutti i collegamenti",
    count: |n| if n == 1 { "Un collegamento".into() } else { format!("{n} collegamenti") },
    rule: "Un collegamento è qui quando non ha risposto in due giorni diversi. Chi legge un documento che non si apre più trova una riga che lo dice.",
    search: "Cerca",
    search_hint: "Nell’indirizzo e nei titoli",
    state: "Stato",
    to_do: "Da sistemare",
    states: ["Non rispondono", "Hanno cambiato indirizzo", "Non hanno risposto l’ultima volta", "Aperti da voi: funzionano", "Tutti"],
    place: "Dove si trova",
    caption: "Collegamenti ad altri siti",
    column_address: "Porta a",
    column_place: "Si trova in",
    column_told: "Che cosa succede",
    column_asked: "Ultima verifica",
    column_do: "Che cosa fare",
    since: |day, failures| {
        if failures == 1 { format!("Dal {day}, una volta.") } else { format!("Dal {day}, {failures} volte di seguito in giorni diversi.") }
    },
    last_good: |day| format!("L’ultima volta che ha risposto: {day}."),
    seen: "Qualcuno l’ha aperto e funziona.",
    ask_again: "Verifica adesso",
    it_works: "L’ho aperto: funziona",
    answers: "Il collegamento risponde.",
    answers_not: "Il collegamento non risponde nemmeno adesso. Apritelo voi: se la pagina c’è, segnate che funziona; se non c’è, cambiate l’indirizzo.",
    moved_now: "Il collegamento risponde, ma il sito dice che la pagina ha cambiato indirizzo: scrivete quello nuovo.",
    seen_now: "Segnato: finché la risposta è la stessa, il collegamento non torna qui.",
};

const EN: Words = Words {
    title: "Links to mend",
    documents: "Keeping of documents",
    lead: "The addresses of other sites that your documents, frequent questions and testimonials lead to. We open them by ourselves every week: here are those that no longer answer, or have moved.",
    lead_all: "The addresses of other sites that documents, frequent questions and testimonials lead to. We open them by ourselves every week: here are those that no longer answer, or have moved.",
    switched_off: "On this installation links are not checked by themselves: you can check them one by one.",
    none_yet: "No link has been checked yet. The first check happens by itself, some minutes after publication.",
    none_found: "No link with these filters.",
    all_well: "Nothing to mend.",
    looked_at: |n, when| {
        if n == 1 { format!("One link checked, on {when}.") } else { format!("{n} links checked, the last one on {when}.") }
    },
    see_all: "See all links",
    count: |n| if n == 1 { "One link".into() } else { format!("{n} links") },
    rule: "A link is here when it did not answer on two different days. Whoever reads a document that no longer opens finds a line that says so.",
    search: "Search",
    search_hint: "In the address and in the titles",
    state: "State",
    to_do: "To mend",
    states: ["Do not answer", "Have moved", "Did not answer the last time", "Opened by you: they work", "All"],
    place: "Where it stands",
    caption: "Links to other sites",
    column_address: "Leads to",
    column_place: "Stands in",
    column_told: "What happens",
    column_asked: "Last check",
    column_do: "What to do",
    since: |day, failures| {
        if failures == 1 { format!("Since {day}, once.") } else { format!("Since {day}, {failures} times in a row on different days.") }
    },
    last_good: |day| format!("It last answered on {day}."),
    seen: "Somebody opened it, and it works.",
    ask_again: "Check now",
    it_works: "I opened it: it works",
    answers: "The link answers.",
    answers_not: "The link does not answer now either. Open it yourselves: if the page is there, mark it as working; if not, change the address.",
    moved_now: "The link answers, but the site says that the page has moved: enter the new address.",
    seen_now: "Marked: while the answer stays the same, the link does not come back here.",
};

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// One of a shelf, and all of it.
pub fn shelf(lang: Lang, shelf: Shelf) -> (&'static str, &'static str) {
    match (lang, shelf) {
        (Lang::It, Shelf::Document) => ("documento", "Documenti"),
        (Lang::It, Shelf::Faq) => ("domanda frequente", "Domande frequenti"),
        (Lang::It, Shelf::Testimonial) => ("testimonianza", "Testimonianze"),
        (Lang::En, Shelf::Document) => ("document", "Documents"),
        (Lang::En, Shelf::Faq) => ("frequent question", "Frequent questions"),
        (Lang::En, Shelf::Testimonial) => ("testimonial", "Testimonials"),
    }
}

/// What came back, in a sentence.
pub fn told(lang: Lang, heard: &Heard) -> String {
    let (it, en) = match heard.finding {
        Finding::Good if heard.moved_to.is_some() => {
            ("La pagina ha cambiato indirizzo. Quello nuovo:", "The page has moved. Its new address:")
        }
        Finding::Good => ("Risponde.", "It answers."),
        Finding::Gone => ("Il sito c’è, ma la pagina no.", "The site is there, but the page is not."),
        Finding::Refused => (
            "Il sito non mostra la pagina a un programma come il nostro: apritela voi per vedere se c’è.",
            "The site does not show the page to a program like ours: open it yourselves to see whether it is there.",
        ),
        Finding::Failing => ("Il sito ha un guasto.", "The site has a fault."),
        Finding::Unreachable => ("Il sito non si trova, o è spento.", "The site cannot be found, or is switched off."),
        Finding::Untrusted => (
            "Il certificato del sito non è valido: i browser avvisano prima di aprirlo.",
            "The certificate of the site is not valid: browsers warn before they open it.",
        ),
        Finding::Slow => ("Il sito non risponde in tempo.", "The site does not answer in time."),
        Finding::Loop => (
            "Il sito rimanda da un indirizzo all’altro, senza arrivare a una pagina.",
            "The site sends on from one address to another, and never to a page.",
        ),
        Finding::Private => (
            "Porta a una macchina che non è su internet: chi legge da fuori non la raggiunge.",
            "It leads to a machine that is not on the net: readers outside do not reach it.",
        ),
    };
    let said = if lang == Lang::It { it } else { en };
    match (heard.finding, heard.status) {
        (Finding::Gone | Finding::Refused | Finding::Failing, Some(status)) => format!("{} ({status})", said),
        _ => said.to_owned(),
    }
}

/// For those who look after it: what is wrong with the address, or where it has moved; none while it is well.
pub fn told_keepers(lang: Lang, standing: &Standing) -> Option<String> {
    let said = told(lang, &standing.heard);
    match (standing.heard.moved_to.as_ref().filter(|_| standing.has_moved()), standing.failing_since.filter(|_| standing.is_broken())) {
        (Some(to), _) => Some(format!("{said} {to}")),
        (None, Some(since)) => {
            let since = (words(lang).since)(&dates::day(lang, since.day()), standing.failures);
            Some(match lang {
                Lang::It => format!("L’indirizzo di questo documento non risponde. {said} {since}"),
                Lang::En => format!("The address of this document does not answer. {said} {since}"),
            })
        }
        (None, None) => None,
    }
}

/// For readers of something that lies elsewhere and no longer opens; none while it does, or while nobody can say.
pub fn told_readers(lang: Lang, standing: &Standing) -> Option<String> {
    let since = standing.failing_since.filter(|_| standing.is_broken() && standing.heard.finding.stops_readers())?;
    let day = dates::day(lang, since.day());
    Some(match lang {
        Lang::It => {
            format!("Dal {day} questo indirizzo non ci risponde: può darsi che il documento sia stato spostato. È segnalato a chi lo cura.")
        }
        Lang::En => format!(
            "Since {day} this address does not answer us: the document may have been moved. It is pointed out to those who look after it."
        ),
    })
}
