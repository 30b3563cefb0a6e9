//! The phrases of the way in: registration, activation, invitations, approval, the people of an ente.

mod english;
mod italian;

use super::{Entered, Fault, Refusal};
use crate::access::password::Weakness;
use crate::domain::activation_code::Misread;
use crate::domain::edition::ParticipantField;
use crate::domain::registration::{NoEnd, Outcome};
use crate::ui::words::Lang;

use english::EN;
use italian::IT;

pub struct Words {
    // Finding the ente.
    pub register: &'static str,
    pub register_lead: &'static str,
    pub new_appointment: &'static str,
    pub new_appointment_lead: &'static str,
    pub step: fn(n: usize, what: &str) -> String,
    pub step_ente: &'static str,
    pub step_you: &'static str,
    pub step_mail: &'static str,
    pub step_account: &'static str,
    pub ente_name: &'static str,
    pub ente_hint: &'static str,
    pub find: &'static str,
    pub found: fn(n: usize) -> String,
    pub found_more: fn(n: usize) -> String,
    pub found_none: fn(typed: &str) -> String,
    pub try_otherwise: &'static str,
    pub results: &'static str,
    pub have_code: &'static str,
    pub have_code_text: &'static str,
    pub have_code_link: &'static str,
    pub have_account: &'static str,
    pub have_account_text: &'static str,
    pub sign_in: &'static str,
    pub not_there: &'static str,
    pub not_there_text: &'static str,
    pub another_ente: &'static str,
    // Outside the edition.
    pub outside_title: fn(ente: &str) -> String,
    pub outside_ask: &'static str,
    pub outside_ask_nobody: &'static str,
    pub outside_free: &'static str,
    pub assessment: &'static str,
    // The form.
    pub form_title: fn(ente: &str) -> String,
    pub form_lead: &'static str,
    pub form_known_lead: &'static str,
    pub name: &'static str,
    pub email: &'static str,
    pub email_hint: &'static str,
    pub email_hint_domain: fn(domain: &str) -> String,
    pub qualifica: &'static str,
    pub qualifica_hint: &'static str,
    pub funder: &'static str,
    pub funder_text: &'static str,
    pub why: fn(reason: &str) -> String,
    pub notice_read: &'static str,
    pub notice_link: &'static str,
    pub notice_new_tab: &'static str,
    pub send: &'static str,
    pub send_known: &'static str,
    // Sent.
    pub sent_title: &'static str,
    pub sent_text: &'static str,
    pub sent_then: &'static str,
    pub sent_nothing: &'static str,
    pub sent_again: &'static str,
    // The link.
    pub account_title: &'static str,
    pub account_lead: fn(ente: &str) -> String,
    pub account_at_once: fn(ente: &str) -> String,
    pub account_waits: fn(ente: &str) -> String,
    pub username: &'static str,
    pub username_hint: &'static str,
    pub username_hint_empty: &'static str,
    pub free: fn(list: &str) -> String,
    pub password: &'static str,
    pub password_hint: &'static str,
    pub open_account: &'static str,
    pub link_over: &'static str,
    pub link_expired: fn(when: &str) -> String,
    pub link_used: &'static str,
    pub link_remedy: &'static str,
    pub invitation_remedy: &'static str,
    pub register_again: &'static str,
    pub signed_in_as: fn(name: &str) -> String,
    pub take_with_account: fn(name: &str) -> String,
    pub not_you: &'static str,
    pub sign_out: &'static str,
    // Invitations.
    pub invitation_title: fn(ente: &str) -> String,
    pub invitation_member: fn(inviter: &str, ente: &str) -> String,
    pub invitation_referente: fn(inviter: &str, ente: &str) -> String,
    pub with_account: &'static str,
    pub with_account_text: &'static str,
    pub without_account: &'static str,
    pub without_account_text: fn(email: &str) -> String,
    pub accept: &'static str,
    // Activation.
    pub activation: &'static str,
    pub activation_lead: &'static str,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub go_on: &'static str,
    pub no_code: &'static str,
    pub no_code_text: &'static str,
    pub activation_for: fn(ente: &str) -> String,
    pub activation_text: &'static str,
    pub activation_known: fn(name: &str) -> String,
    pub activate: &'static str,
    pub code_used: &'static str,
    pub code_replaced: &'static str,
    pub code_expired: fn(when: &str) -> String,
    pub code_ended: &'static str,
    pub code_unknown: &'static str,
    // Address.
    pub address_title: &'static str,
    pub address_text: fn(email: &str) -> String,
    pub address_confirm: &'static str,
    pub address_done: &'static str,
    // Own requests.
    pub area: &'static str,
    pub own_requests: &'static str,
    pub own_requests_lead: &'static str,
    pub ask_more: &'static str,
    pub no_requests: &'static str,
    pub waits_title: fn(ente: &str) -> String,
    pub waits_own: &'static str,
    pub waits_segreteria: &'static str,
    pub waits_since: fn(when: &str) -> String,
    pub waits_told: fn(when: &str) -> String,
    pub waits_reminded: fn(when: &str) -> String,
    pub waits_next: fn(when: &str) -> String,
    pub waits_until: fn(when: &str) -> String,
    pub withdraw: &'static str,
    pub past_requests: &'static str,
    pub past_caption: &'static str,
    pub column_ente: &'static str,
    pub column_outcome: &'static str,
    pub column_when: &'static str,
    pub column_reason: &'static str,
    pub withdrawn_done: &'static str,
    pub now_waits: &'static str,
    pub now_appointed: &'static str,
    pub already: &'static str,
    // The people of the ente.
    pub people: &'static str,
    pub people_lead: fn(ente: &str) -> String,
    pub waiting: &'static str,
    pub waiting_text: &'static str,
    pub nobody_waits: &'static str,
    pub approve: &'static str,
    pub approve_referente: &'static str,
    pub approve_member: &'static str,
    pub refuse: &'static str,
    pub refuse_this: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub asked_on: fn(when: &str) -> String,
    pub who_acts: &'static str,
    pub who_acts_caption: fn(ente: &str) -> String,
    pub column_name: &'static str,
    pub column_email: &'static str,
    pub column_role: &'static str,
    pub column_qualifica: &'static str,
    pub column_from: &'static str,
    pub column_to: &'static str,
    pub column_do: &'static str,
    pub you: &'static str,
    pub disabled: &'static str,
    pub change: &'static str,
    pub last_day: &'static str,
    pub last_day_hint: &'static str,
    pub end: &'static str,
    pub make_referente: &'static str,
    pub make_referente_text: &'static str,
    pub former: &'static str,
    pub former_caption: fn(ente: &str) -> String,
    pub no_end: &'static str,
    pub invite: &'static str,
    pub invite_text: &'static str,
    pub addresses: &'static str,
    pub addresses_hint: fn(most: usize) -> String,
    pub invite_as: &'static str,
    pub as_member: &'static str,
    pub as_referente: &'static str,
    pub send_invitations: &'static str,
    pub no_addresses: &'static str,
    pub wrong_addresses: fn(list: &str) -> String,
    pub too_many_addresses: fn(most: usize) -> String,
    pub invited: &'static str,
    pub invited_caption: &'static str,
    pub column_until: &'static str,
    pub lapsed: fn(when: &str) -> String,
    pub take_back: &'static str,
    pub invitations_sent: fn(n: &str) -> &'static str,
    pub taken_back: &'static str,
    pub approved_done: &'static str,
    pub refused_done: &'static str,
    pub ended_done: &'static str,
    pub referente_done: &'static str,
    // The segreteria's queue.
    pub requests: &'static str,
    pub requests_lead: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub which: &'static str,
    pub which_all: &'static str,
    pub which_without: &'static str,
    pub filter: &'static str,
    pub none_waits: &'static str,
    pub none_found: &'static str,
    pub how_many: fn(n: i64) -> String,
    pub has_referente: &'static str,
    pub has_none: &'static str,
    pub reminded_on: fn(when: &str) -> String,
    // What the funder asks.
    pub desk: &'static str,
    pub reporting: &'static str,
    pub facts_of: fn(name: &str) -> String,
    pub facts_of_lead: &'static str,
    pub facts_of_save: &'static str,
    pub facts_of_back: &'static str,
    pub facts_title: &'static str,
    pub facts_lead: fn(edition: &str) -> String,
    pub facts_none: &'static str,
    pub facts_save: &'static str,
    pub facts_saved: &'static str,
    pub to_area: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// The sentence beside a field.
pub fn fault(lang: Lang, fault: Fault) -> &'static str {
    match lang {
        Lang::It => match fault {
            Fault::NoName => "Scrivete nome e cognome.",
            Fault::NameTooLong => "Il nome è troppo lungo: bastano 120 caratteri.",
            Fault::NoEmail => "Scrivete l’indirizzo e-mail.",
            Fault::EmailShape => "L’indirizzo non è completo: controllatelo, per esempio nome@comune.it.",
            Fault::NoQualifica => "Scrivete la qualifica: serve per la rendicontazione.",
            Fault::QualificaTooLong => "La qualifica è troppo lunga: bastano 120 caratteri.",
            Fault::NoFact(ParticipantField::Gender | ParticipantField::AgeClass) => "Scegliete una risposta.",
            Fault::NoFact(_) => "Manca una risposta: scegliete o scrivete in poche parole.",
            Fault::NoticeUnread => "Leggete l’informativa e dichiarate di averne preso visione.",
            Fault::UsernameShape => "Il nome utente ha da 3 a 60 caratteri: lettere minuscole senza accenti, cifre, punto, trattino.",
            Fault::UsernameTaken => "Questo nome utente è già di un’altra persona: sceglietene un altro.",
            Fault::NoPassword => "Scegliete una password.",
            Fault::Weak(Weakness::TooShort) => "La password è troppo corta: servono almeno 12 caratteri.",
            Fault::Weak(Weakness::TooLong) => "La password è troppo lunga: al massimo 128 caratteri.",
            Fault::Weak(Weakness::Common) => "Questa password è tra le prime che si provano: sceglietene un’altra.",
            Fault::Weak(Weakness::AboutTheOwner) => "La password è quasi uguale al nome utente: sceglietene un’altra.",
        },
        Lang::En => match fault {
            Fault::NoName => "Enter your name and surname.",
            Fault::NameTooLong => "The name is too long: 120 characters are enough.",
            Fault::NoEmail => "Enter your e-mail address.",
            Fault::EmailShape => "The address is not complete: check it, as in name@comune.it.",
            Fault::NoQualifica => "Enter your position: the report to the funder needs it.",
            Fault::QualificaTooLong => "The position is too long: 120 characters are enough.",
            Fault::NoFact(ParticipantField::Gender | ParticipantField::AgeClass) => "Choose an answer.",
            Fault::NoFact(_) => "An answer is missing: choose, or write a few words.",
            Fault::NoticeUnread => "Read the notice and declare that you have.",
            Fault::UsernameShape => "A username has 3 to 60 characters: small letters without accents, digits, full stop, hyphen.",
            Fault::UsernameTaken => "Somebody else has this username: choose another.",
            Fault::NoPassword => "Choose a password.",
            Fault::Weak(Weakness::TooShort) => "The password is too short: at least 12 characters.",
            Fault::Weak(Weakness::TooLong) => "The password is too long: at most 128 characters.",
            Fault::Weak(Weakness::Common) => "This password is among the first that are tried: choose another.",
            Fault::Weak(Weakness::AboutTheOwner) => "The password is nearly the same as the username: choose another.",
        },
    }
}

/// What a funder's field is called.
pub fn fact(lang: Lang, field: ParticipantField) -> &'static str {
    match (lang, field) {
        (Lang::It, ParticipantField::Gender) => "Genere",
        (Lang::It, ParticipantField::AgeClass) => "Classe di età",
        (Lang::It, ParticipantField::Qualifica) => "Qualifica",
        (Lang::It, ParticipantField::Settore) => "Settore o ufficio",
        (Lang::It, ParticipantField::EnteKind) => "Tipo di ente",
        (Lang::En, ParticipantField::Gender) => "Gender",
        (Lang::En, ParticipantField::AgeClass) => "Age class",
        (Lang::En, ParticipantField::Qualifica) => "Position",
        (Lang::En, ParticipantField::Settore) => "Department or office",
        (Lang::En, ParticipantField::EnteKind) => "Kind of body",
    }
}

/// Why something was not done.
pub fn refusal(lang: Lang, refusal: Refusal) -> &'static str {
    match lang {
        Lang::It => match refusal {
            Refusal::UsernameTaken => fault(lang, Fault::UsernameTaken),
            Refusal::LinkOver => "Il collegamento non vale più.",
            Refusal::EnteGone => "L’ente non c’è più o si è ritirato: non si possono aggiungere persone.",
            Refusal::Disabled => "L’accesso di questa persona è stato chiuso da chi gestisce il servizio.",
            Refusal::Decided(Outcome::Approved) => "La richiesta era già stata approvata.",
            Refusal::Decided(Outcome::Refused) => "La richiesta era già stata rifiutata.",
            Refusal::Decided(Outcome::Withdrawn) => "La persona ha ritirato la richiesta.",
            Refusal::Decided(Outcome::Expired) => "La richiesta è scaduta.",
            Refusal::ReasonMissing => "Scrivete il motivo: la persona lo leggerà nella lettera.",
            Refusal::ReasonTooLong => "Il motivo è troppo lungo: al massimo 500 caratteri.",
        },
        Lang::En => match refusal {
            Refusal::UsernameTaken => fault(lang, Fault::UsernameTaken),
            Refusal::LinkOver => "The link is no longer good.",
            Refusal::EnteGone => "The body is no more or has withdrawn: nobody can be added.",
            Refusal::Disabled => "Whoever runs the service has closed this person’s account.",
            Refusal::Decided(Outcome::Approved) => "The request had been approved already.",
            Refusal::Decided(Outcome::Refused) => "The request had been refused already.",
            Refusal::Decided(Outcome::Withdrawn) => "They have taken the request back.",
            Refusal::Decided(Outcome::Expired) => "The request has expired.",
            Refusal::ReasonMissing => "Enter the reason: they will read it in the letter.",
            Refusal::ReasonTooLong => "The reason is too long: at most 500 characters.",
        },
    }
}

/// Why an appointment does not end on that day.
pub fn no_end(lang: Lang, no: NoEnd) -> &'static str {
    match (lang, no) {
        (Lang::It, NoEnd::BeforeItBegan) => "L’ultimo giorno viene prima del primo.",
        (Lang::It, NoEnd::InThePast) => "Scegliete oggi o un giorno futuro: i giorni passati restano come sono stati.",
        (Lang::It, NoEnd::EndsEarlier) => "L’incarico si conclude già quel giorno o prima.",
        (Lang::It, NoEnd::LastReferente) => "È l’unico referente dell’ente: prima indicatene un altro, poi concludete questo incarico.",
        (Lang::En, NoEnd::BeforeItBegan) => "The last day comes before the first.",
        (Lang::En, NoEnd::InThePast) => "Choose today or a day to come: days gone by stay as they were.",
        (Lang::En, NoEnd::EndsEarlier) => "The appointment ends on that day already, or before.",
        (Lang::En, NoEnd::LastReferente) => "This is the body’s only contact person: name another first, then end this appointment.",
    }
}

/// What is wrong with a code as typed.
pub fn misread(lang: Lang, misread: Misread) -> String {
    match (lang, misread) {
        (Lang::It, Misread::Nothing) => "Scrivete il codice della lettera.".into(),
        (Lang::It, Misread::Length(n)) => format!("Il codice ha 16 lettere e cifre: qui sono {n}."),
        (Lang::It, Misread::Sign(sign)) => {
            format!("Nel codice non c’è mai «{sign}»: confrontate con la lettera. Mancano apposta 0, O, 1 e I, che si confondono.")
        }
        (Lang::It, Misread::Check) => {
            "Una lettera o una cifra non è giusta, oppure due sono scambiate: ricontrollate sulla lettera.".into()
        }
        (Lang::En, Misread::Nothing) => "Enter the code of the letter.".into(),
        (Lang::En, Misread::Length(n)) => format!("The code has 16 letters and digits: here are {n}."),
        (Lang::En, Misread::Sign(sign)) => {
            format!("“{sign}” is in no code: compare with the letter. 0, O, 1 and I are left out on purpose.")
        }
        (Lang::En, Misread::Check) => "A letter or digit is not right, or two have changed places: compare with the letter.".into(),
    }
}

/// What became of a request.
pub fn outcome(lang: Lang, outcome: Outcome) -> &'static str {
    match (lang, outcome) {
        (Lang::It, Outcome::Approved) => "approvata",
        (Lang::It, Outcome::Refused) => "non approvata",
        (Lang::It, Outcome::Withdrawn) => "ritirata",
        (Lang::It, Outcome::Expired) => "scaduta senza risposta",
        (Lang::En, Outcome::Approved) => "approved",
        (Lang::En, Outcome::Refused) => "not approved",
        (Lang::En, Outcome::Withdrawn) => "taken back",
        (Lang::En, Outcome::Expired) => "expired without an answer",
    }
}

/// What came of a step, as a notice.
pub fn entered(lang: Lang, entered: Entered) -> &'static str {
    let words = words(lang);
    match entered {
        Entered::Appointed => words.now_appointed,
        Entered::Waits => words.now_waits,
        Entered::Already => words.already,
    }
}
