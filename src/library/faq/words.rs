//! The phrases of the domande frequenti.

use super::{Fault, State};
use crate::domain::personal_data::Kind;
use crate::domain::prose::LONGEST;
use crate::ui::words::Lang;

pub struct Words {
    pub faq: &'static str,
    pub lead: &'static str,
    pub description: &'static str,
    pub themes: &'static str,
    pub any_theme: &'static str,
    pub none: &'static str,
    pub none_what: &'static str,
    pub follow: &'static str,
    pub search_label: &'static str,
    pub search: &'static str,
    pub to_read_again: &'static str,
    pub write: &'static str,
    // One.
    pub answered_by: &'static str,
    pub answered_on: &'static str,
    pub stands_until: &'static str,
    pub theme: &'static str,
    pub law: &'static str,
    pub expired: fn(&str) -> String,
    pub others: &'static str,
    pub change: &'static str,
    // The desk.
    pub desk: &'static str,
    pub desk_lead: &'static str,
    pub caption: &'static str,
    pub column_question: &'static str,
    pub column_theme: &'static str,
    pub column_state: &'static str,
    pub column_owner: &'static str,
    pub column_until: &'static str,
    pub nobody: &'static str,
    pub none_at_all: &'static str,
    pub new: &'static str,
    pub saved: &'static str,
    pub published: &'static str,
    pub withdrawn: &'static str,
    // The form.
    pub new_title: &'static str,
    pub change_title: &'static str,
    pub form_lead: &'static str,
    pub question: &'static str,
    pub question_hint: &'static str,
    pub answer: &'static str,
    pub answer_hint: &'static str,
    pub law_hint: &'static str,
    pub theme_hint: &'static str,
    pub author: &'static str,
    pub author_role: &'static str,
    pub author_role_hint: &'static str,
    pub review: &'static str,
    pub review_hint: &'static str,
    pub owner: &'static str,
    pub owner_hint: &'static str,
    pub confirm: &'static str,
    pub publish: &'static str,
    pub save: &'static str,
    pub give_up: &'static str,
    pub changed_meanwhile: &'static str,
    pub is_withdrawn: fn(&str, &str) -> String,
    pub versions: &'static str,
    pub version: fn(i64) -> String,
    pub is_public: &'static str,
    pub withdrawal: &'static str,
    pub withdrawal_lead: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub withdraw: &'static str,
    pub read: &'static str,
    // The letter.
    pub expired_subject: fn(&str) -> String,
    pub expired_letter: fn(&str, &str) -> String,
    pub expired_what: &'static str,
    pub expired_action: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    faq: "Domande frequenti",
    lead: "Risposte firmate da esperti, con le norme su cui si fondano e la data fino a cui valgono senza essere rilette.",
    description: "Risposte degli esperti alle domande dei piccoli Comuni su accoglienza e integrazione dei cittadini stranieri.",
    themes: "Temi",
    any_theme: "Tutti",
    none: "Non c’è ancora nessuna domanda frequente.",
    none_what: "Le risposte che interessano molti Comuni vengono raccolte qui.",
    follow: "Segui le nuove risposte (Atom)",
    search_label: "Cerca nelle risposte",
    search: "Cerca",
    to_read_again: "da verificare",
    write: "Scrivi o correggi le domande frequenti",
    answered_by: "Risponde",
    answered_on: "Data della risposta",
    stands_until: "Valida fino al",
    theme: "Tema",
    law: "Riferimenti normativi",
    expired: |day| {
        format!(
            "Questa risposta andava riletta entro il {day}: verificate le norme in vigore prima di usarla. Chi la cura è stato avvisato."
        )
    },
    others: "Altre domande sullo stesso tema",
    change: "Correggi",
    desk: "Cura delle domande frequenti",
    desk_lead: "Tutte le domande frequenti, anche in bozza: prima quelle da rileggere prima.",
    caption: "Domande frequenti, pubblicate e in bozza",
    column_question: "Domanda",
    column_theme: "Tema",
    column_state: "Stato",
    column_owner: "In cura a",
    column_until: "Da rileggere entro",
    nobody: "nessuno",
    none_at_all: "Non ce n’è ancora nessuna: scrivete la prima.",
    new: "Nuova domanda frequente",
    saved: "Bozza salvata. I lettori vedono ancora l’ultimo testo pubblicato, se c’è.",
    published: "Domanda frequente pubblicata.",
    withdrawn: "Domanda frequente ritirata: i lettori non la trovano più.",
    new_title: "Nuova domanda frequente",
    change_title: "Correggi la domanda frequente",
    form_lead: "La risposta resta firmata come la scrivete qui. Ogni testo salvato resta nella storia.",
    question: "Domanda",
    question_hint: "Come la porrebbe chi lavora all’anagrafe, in una riga.",
    answer: "Risposta",
    answer_hint: "Si conservano paragrafi, elenchi, **grassetto**, *corsivo* e collegamenti. Niente nomi, documenti o indirizzi di persone.",
    law_hint: "Uno per riga: «art. 7, comma 3, D.P.R. 223/1989».",
    theme_hint: "Uno di quelli in uso, o uno nuovo.",
    author: "Chi risponde",
    author_role: "Qualifica",
    author_role_hint: "Come compare sotto la risposta: «esperta di servizi demografici».",
    review: "Da rileggere entro",
    review_hint: "Passato quel giorno i lettori sono avvertiti e chi la cura riceve una lettera.",
    owner: "In cura a",
    owner_hint: "Chi riceve la lettera quando la risposta va riletta.",
    confirm: "Ho controllato: non sono dati di persone, si può pubblicare",
    publish: "Salva e pubblica",
    save: "Salva come bozza",
    give_up: "Lascia stare",
    changed_meanwhile: "Qualcun altro ha cambiato questa domanda mentre scrivevate. Il vostro testo è qui sotto: controllate le versioni in fondo e salvate di nuovo.",
    is_withdrawn: |day, why| format!("Ritirata il {day}: {why}"),
    versions: "Versioni",
    version: |number| format!("Versione {number}"),
    is_public: "pubblicata",
    withdrawal: "Ritiro",
    withdrawal_lead: "I lettori non la vedono più e la ricerca non la trova. I testi restano qui, e si può pubblicare di nuovo.",
    reason: "Motivo",
    reason_hint: "Resta qui, per chi la riprenderà: «superata dalla nuova circolare».",
    withdraw: "Ritira",
    read: "Leggi la pagina pubblica",
    expired_subject: |question| format!("Da rileggere: {question}"),
    expired_letter: |question, day| {
        format!(
            "La risposta alla domanda frequente «{question}», che curate, andava riletta entro il {day}. È ancora pubblica, e i lettori vedono un avviso."
        )
    },
    expired_what: "Se vale ancora, spostate la data; se no, correggetela o ritiratela.",
    expired_action: "Rileggi la risposta",
};

const EN: Words = Words {
    faq: "Frequent questions",
    lead: "Answers signed by experts, with the law they rest on and the day until which they stand without being read again.",
    description: "Answers of experts to what small municipalities ask on the reception and integration of foreign citizens.",
    themes: "Themes",
    any_theme: "All",
    none: "There is no frequent question yet.",
    none_what: "Answers that matter to many municipalities are gathered here.",
    follow: "Follow new answers (Atom)",
    search_label: "Search the answers",
    search: "Search",
    to_read_again: "to be checked",
    write: "Write or correct frequent questions",
    answered_by: "Answered by",
    answered_on: "Day of the answer",
    stands_until: "Stands until",
    theme: "Theme",
    law: "Law",
    expired: |day| {
        format!(
            "This answer was to be read again by {day}: check the law in force before you use it. Whoever looks after it has been told."
        )
    },
    others: "More questions on this theme",
    change: "Correct",
    desk: "Care of the frequent questions",
    desk_lead: "All frequent questions, drafts too: first those to be read again first.",
    caption: "Frequent questions, published and drafts",
    column_question: "Question",
    column_theme: "Theme",
    column_state: "State",
    column_owner: "Looked after by",
    column_until: "To be read again by",
    nobody: "nobody",
    none_at_all: "There is none yet: write the first.",
    new: "New frequent question",
    saved: "Draft saved. Readers still see the last published text, if there is one.",
    published: "Frequent question published.",
    withdrawn: "Frequent question withdrawn: readers do not find it any more.",
    new_title: "New frequent question",
    change_title: "Correct the frequent question",
    form_lead: "The answer stays signed as you write it here. Every text saved stays in its history.",
    question: "Question",
    question_hint: "As somebody at the registry office would ask it, in one line.",
    answer: "Answer",
    answer_hint: "Paragraphs, lists, **bold**, *italic* and links are kept. No names, documents or addresses of people.",
    law_hint: "One a line: “art. 7, comma 3, D.P.R. 223/1989”.",
    theme_hint: "One of those in use, or a new one.",
    author: "Who answers",
    author_role: "As what",
    author_role_hint: "As it stands under the answer: “expert on population registers”.",
    review: "To be read again by",
    review_hint: "After that day readers are warned, and whoever looks after it receives a letter.",
    owner: "Looked after by",
    owner_hint: "Who receives the letter when the answer is to be read again.",
    confirm: "I have checked: these are no data of people, it can be published",
    publish: "Save and publish",
    save: "Save as a draft",
    give_up: "Leave it",
    changed_meanwhile: "Somebody else changed this question while you were writing. Your text is below: look at the versions at the end and save again.",
    is_withdrawn: |day, why| format!("Withdrawn on {day}: {why}"),
    versions: "Versions",
    version: |number| format!("Version {number}"),
    is_public: "public",
    withdrawal: "Withdrawal",
    withdrawal_lead: "Readers do not see it any more and the search does not find it. Its texts stay here, and it can be published again.",
    reason: "Reason",
    reason_hint: "It stays here, for whoever takes it up again: “replaced by the new circular”.",
    withdraw: "Withdraw",
    read: "Read the public page",
    expired_subject: |question| format!("To be read again: {question}"),
    expired_letter: |question, day| {
        format!(
            "The answer to the frequent question “{question}”, which you look after, was to be read again by {day}. It is still public, and readers see a warning."
        )
    },
    expired_what: "If it still stands, move the day; if not, correct or withdraw it.",
    expired_action: "Read the answer again",
};

pub fn state(lang: Lang, state: State) -> &'static str {
    let (it, en) = match state {
        State::Draft => ("in bozza", "draft"),
        State::Public => ("pubblicata", "public"),
        State::Ahead => ("pubblicata, con una bozza più recente", "public, with a later draft"),
        State::Withdrawn => ("ritirata", "withdrawn"),
    };
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}

fn personal(lang: Lang, kind: Kind) -> &'static str {
    let (it, en) = match kind {
        Kind::FiscalNumber => ("un codice fiscale", "a fiscal number"),
        Kind::Permit => ("il numero di un permesso", "the number of a permit"),
        Kind::Passport => ("il numero di un passaporto", "the number of a passport"),
        Kind::IdentityCard => ("il numero di una carta d’identità", "the number of an identity card"),
        Kind::Iban => ("un conto (IBAN)", "an account (IBAN)"),
        Kind::Mail => ("un indirizzo e-mail", "an e-mail address"),
        Kind::Phone => ("un numero di telefono", "a telephone number"),
        Kind::Street => ("una via con il numero", "a street with its number"),
    };
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}

pub fn fault(lang: Lang, fault: &Fault) -> String {
    let (it, en) = match fault {
        Fault::NoTheme => ("Scrivete il tema.", "Write the theme."),
        Fault::NoQuestion => ("Scrivete la domanda.", "Write the question."),
        Fault::NoAnswer => ("Scrivete la risposta.", "Write the answer."),
        Fault::NoAuthor => ("Scrivete chi risponde.", "Write who answers."),
        Fault::NoDay => ("Scrivete la data della risposta, per esempio 2026-03-02.", "Write the day of the answer, as in 2026-03-02."),
        Fault::NoReview => {
            ("Scrivete entro quando va riletta, per esempio 2027-03-02.", "Write by when it is to be read again, as in 2027-03-02.")
        }
        Fault::ReviewBeforeAnswer => {
            ("La data per rileggerla viene prima della risposta.", "It would be read again before it is answered.")
        }
        Fault::UnknownOwner => ("Scegliete una persona dell’elenco.", "Choose somebody on the list."),
        Fault::NoReason => {
            ("Scrivete il motivo in una riga, al massimo 200 caratteri.", "Write the reason in one line, at most 200 characters.")
        }
        Fault::AnswerTooLong(bytes) => {
            return match lang {
                Lang::It => format!("La risposta è troppo lunga: {} mila caratteri, al massimo {}.", bytes.div_ceil(1000), LONGEST / 1000),
                Lang::En => format!("The answer is too long: {} thousand characters, at most {}.", bytes.div_ceil(1000), LONGEST / 1000),
            };
        }
        Fault::TooLong(_, longest) => {
            return match lang {
                Lang::It => format!("Al massimo {longest} caratteri."),
                Lang::En => format!("At most {longest} characters."),
            };
        }
        Fault::PersonalData(kinds) => {
            let named: Vec<&str> = kinds.iter().map(|kind| personal(lang, *kind)).collect();
            return match lang {
                Lang::It => format!(
                    "Nel testo sembra esserci {}. Toglietelo, oppure confermate qui sotto che non riguarda una persona.",
                    named.join(", ")
                ),
                Lang::En => {
                    format!("There seems to be {} in the text. Take it out, or confirm below that it is of no person.", named.join(", "))
                }
            };
        }
    };
    let text = match lang {
        Lang::It => it,
        Lang::En => en,
    };
    text.to_owned()
}
