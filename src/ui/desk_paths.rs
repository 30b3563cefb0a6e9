//! Addresses of the desk of the segreteria and of the management of the installation.

use crate::domain::ids::{AppointmentId, AssessmentId, EditionId, EnteId, ImportId, LetterId, MailingId, PersonId};
use crate::ui::paths::{OWN_ASSESSMENT, encoded};

/// The desk of the segreteria organizzativa: what wants doing today.
pub const DESK: &str = "/segreteria";
/// The table of enti; the same rows as files at `.csv` and `.xlsx`.
pub const ENTI: &str = "/segreteria/enti";
/// A new association.
pub const NEW_ENTE: &str = "/segreteria/enti/nuova";

/// The sheet of one ente.
pub fn ente(id: &EnteId) -> String {
    format!("{ENTI}/{id}")
}

/// The form that changes an association.
pub fn ente_change(id: &EnteId) -> String {
    format!("{ENTI}/{id}/modifica")
}

/// Noting a contact with an ente.
pub fn ente_contacts(id: &EnteId) -> String {
    format!("{ENTI}/{id}/contatti")
}

/// POST: nobody answered, call again on the next working day.
pub fn ente_unanswered(id: &EnteId) -> String {
    format!("{ENTI}/{id}/contatti/senza-risposta")
}

/// Enti worth a call.
pub const REMINDERS: &str = "/segreteria/solleciti";

/// Who lacks what the funder asks; the same rows as files at `.csv` and `.xlsx`.
pub const REPORTING: &str = "/segreteria/rendicontazione";
/// A page that asks; POST: a letter to all whom the filters leave.
pub const REPORTING_LETTERS: &str = "/segreteria/rendicontazione/lettere";

/// POST: a letter to one of them.
pub fn reporting_letter(id: &PersonId) -> String {
    format!("{REPORTING}/persone/{id}")
}

/// A form; POST: what the funder asks of a person, as told on the telephone.
pub fn person_facts(id: &PersonId) -> String {
    format!("{PEOPLE}/{id}/dati-richiesti")
}

/// The table of people; the same rows as files at `.csv` and `.xlsx`.
pub const PEOPLE: &str = "/segreteria/persone";

/// A form: somebody registered while on the telephone.
pub const NEW_PERSON: &str = "/segreteria/persone/nuova";

/// The same for somebody of this ente.
pub fn new_person_of(ente: &EnteId) -> String {
    format!("{NEW_PERSON}?ente={ente}")
}

/// POST: another letter to choose a password.
pub fn person_password(id: &PersonId) -> String {
    format!("{PEOPLE}/{id}/password")
}

/// A form: another address, for somebody who cannot read the former mailbox.
pub fn person_address(id: &PersonId) -> String {
    format!("{PEOPLE}/{id}/indirizzo")
}

/// A page that sets two accounts side by side; POST: one takes the place of the other.
pub fn person_merging(id: &PersonId, other: &PersonId) -> String {
    format!("{PEOPLE}/{id}/unione/{other}")
}

/// POST: two accounts that look like one person and are not.
pub fn namesakes(id: &PersonId, other: &PersonId) -> String {
    format!("{PEOPLE}/{id}/omonimia/{other}")
}

/// Accounts that look like one person.
pub const DUPLICATES: &str = "/segreteria/doppioni";

/// Whether the segreteria may read the report of a rilevazione: the referente's page. POST gives the consent.
pub fn reading_consent(id: &AssessmentId) -> String {
    format!("{OWN_ASSESSMENT}/{id}/consenso")
}

/// POST: takes the consent back.
pub fn reading_revocation(id: &AssessmentId) -> String {
    format!("{OWN_ASSESSMENT}/{id}/consenso/revoca")
}

/// A report that the segreteria may read because the ente consented.
pub fn ente_report(ente: &EnteId, id: &AssessmentId, closing: i64) -> String {
    format!("{ENTI}/{ente}/rilevazioni/{id}/rapporto/{closing}")
}

/// The page of one person at the desk.
pub fn person(id: &PersonId) -> String {
    format!("{PEOPLE}/{id}")
}

/// A form; POST: a copy of somebody's data, who asked for it by letter or on the telephone.
pub fn person_copy(id: &PersonId) -> String {
    format!("{PEOPLE}/{id}/copia")
}

/// A form; POST: erases somebody who asked for it by letter or on the telephone.
pub fn person_erasure(id: &PersonId) -> String {
    format!("{PEOPLE}/{id}/cancellazione")
}

/// Noting a contact with a person.
pub fn person_contacts(id: &PersonId) -> String {
    format!("{PEOPLE}/{id}/contatti")
}

/// A form; POST: another appointment of a person for an ente.
pub fn person_appointments(id: &PersonId) -> String {
    format!("{PEOPLE}/{id}/incarichi")
}

/// A page that asks; POST: an appointment ends.
pub fn appointment_end(id: &PersonId, appointment: &AppointmentId) -> String {
    format!("{PEOPLE}/{id}/incarichi/{appointment}/fine")
}

/// The outbox; the same rows as files at `.csv` and `.xlsx`.
pub const POST: &str = "/segreteria/posta";
/// A page that asks; POST: all messages of the filters that were given up are tried again.
pub const FAILED_MESSAGES: &str = "/segreteria/posta/non-consegnati";

/// The same for filters, as `?cerca=…`.
pub fn failed_messages(query: &str) -> String {
    format!("{FAILED_MESSAGES}{query}")
}

/// Invitations to many enti, the past ones.
pub const MAILINGS: &str = "/segreteria/inviti";
/// The form of another, for the enti of a query; POST shows it again, or lets it begin.
pub const NEW_MAILING: &str = "/segreteria/inviti/nuovo";

/// The same for the enti that filters leave, as `?cerca=…`.
pub fn new_mailing(query: &str) -> String {
    format!("{NEW_MAILING}{query}")
}

/// One of them.
pub fn mailing(id: &MailingId) -> String {
    format!("{MAILINGS}/{id}")
}

/// Its enti of one outcome (all: empty), on a page counted from 1.
pub fn mailing_lines(id: &MailingId, shown: &str, page: usize) -> String {
    searched(&mailing(id), &[("quali", shown)], page)
}

/// One message.
pub fn message(id: &LetterId) -> String {
    format!("{POST}/{id}")
}

/// POST: it leaves once more.
pub fn message_again(id: &LetterId) -> String {
    format!("{POST}/{id}/invio")
}

/// The editions of the programme.
pub const EDITIONS: &str = "/segreteria/edizioni";
pub const NEW_EDITION: &str = "/segreteria/edizioni/nuova";

/// The form that changes an edition.
pub fn edition_change(id: &EditionId) -> String {
    format!("{EDITIONS}/{id}/modifica")
}

/// Activation codes for the enti of an edition; POST makes them and gives the letters.
pub fn edition_codes(id: &EditionId) -> String {
    format!("{EDITIONS}/{id}/codici")
}

/// How an ente stands with the edition of today, its papers, its code.
pub fn adhesion(id: &EnteId) -> String {
    format!("{ENTI}/{id}/adesione")
}

/// POST: what adheres, withdraws or is invited again.
pub fn adhesion_state(id: &EnteId) -> String {
    format!("{ENTI}/{id}/adesione/stato")
}

/// POST: admits by exception, or no longer.
pub fn adhesion_exception(id: &EnteId) -> String {
    format!("{ENTI}/{id}/adesione/deroga")
}

/// POST: reference and protocollo of the acts.
pub fn adhesion_papers(id: &EnteId) -> String {
    format!("{ENTI}/{id}/adesione/atti")
}

/// POST: a new code, and its letter as a PDF.
pub fn adhesion_code(id: &EnteId) -> String {
    format!("{ENTI}/{id}/adesione/codice")
}

/// PEC, IPA code and mail domain of an ente.
pub fn ente_addresses(id: &EnteId) -> String {
    format!("{ENTI}/{id}/recapiti")
}

/// Where the referente of an ente enters the code of the letter.
pub const ACTIVATION: &str = "/attivazione";

/// Declares the succession of an ente; POST: records it.
pub fn ente_succession(id: &EnteId) -> String {
    format!("{ENTI}/{id}/successione")
}

/// What was recorded of the succession of an ente; POST: undoes it.
pub fn ente_succession_undoing(id: &EnteId) -> String {
    format!("{ENTI}/{id}/successione/annullamento")
}

/// Files of enti, people and successions; POST: takes one in.
pub const IMPORTS: &str = "/segreteria/importazioni";
/// What such files look like.
pub const IMPORT_FORMAT: &str = "/segreteria/importazioni/formato";

/// A page of past imports, counted from 1.
pub fn imports(page: usize) -> String {
    if page > 1 { format!("{IMPORTS}?pagina={page}") } else { IMPORTS.to_owned() }
}

/// An example file, as in `enti.csv`.
pub fn import_template(name: &str) -> String {
    format!("{IMPORT_FORMAT}/modelli/{name}")
}

/// One file: what it would do, or what it did.
pub fn import(id: &ImportId) -> String {
    format!("{IMPORTS}/{id}")
}

/// The rows to correct, as a file.
pub fn import_bad_rows(id: &ImportId) -> String {
    format!("{IMPORTS}/{id}/righe-da-correggere.csv")
}

/// POST `impronta`, `invito`: carries the file out.
pub fn import_confirmation(id: &ImportId) -> String {
    format!("{IMPORTS}/{id}/conferma")
}

/// POST: gives the file up.
pub fn import_giving_up(id: &ImportId) -> String {
    format!("{IMPORTS}/{id}/rinuncia")
}

/// People and their roles.
pub const ACCOUNTS: &str = "/gestione/persone";
/// Who did what to whom.
pub const TRAIL: &str = "/gestione/registro";
/// Sign-ins of system administrators.
pub const ACCESSES: &str = "/gestione/accessi";

/// An address with those parts of a query that say something; the first page says nothing.
fn searched(base: &str, pairs: &[(&str, &str)], page: usize) -> String {
    let page = if page > 1 { page.to_string() } else { String::new() };
    let all = pairs.iter().copied().chain([("pagina", page.as_str())]).filter(|(_, value)| !value.is_empty());
    let query: Vec<String> = all.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    if query.is_empty() { base.to_owned() } else { format!("{base}?{}", query.join("&")) }
}

/// A page of the people, counted from 1.
pub fn accounts(text: &str, role: &str, state: &str, page: usize) -> String {
    searched(ACCOUNTS, &[("cerca", text), ("ruolo", role), ("stato", state)], page)
}

/// The sheet of one account.
pub fn account(id: &PersonId) -> String {
    format!("{ACCOUNTS}/{id}")
}

/// POST: grants a role.
pub fn grant(id: &PersonId) -> String {
    format!("{ACCOUNTS}/{id}/incarichi")
}

/// POST `incarico`, `motivo-revoca`: withdraws a role.
pub fn withdrawal(id: &PersonId) -> String {
    format!("{ACCOUNTS}/{id}/revoca")
}

/// POST `motivo`.
pub fn disabling(id: &PersonId) -> String {
    format!("{ACCOUNTS}/{id}/disabilitazione")
}

/// POST `motivo`.
pub fn enabling(id: &PersonId) -> String {
    format!("{ACCOUNTS}/{id}/riabilitazione")
}

/// A page of the audit trail, counted from 1.
pub fn trail(text: &str, kind: &str, from: &str, to: &str, page: usize) -> String {
    searched(TRAIL, &[("cerca", text), ("tipo", kind), ("dal", from), ("al", to)], page)
}

pub fn trail_csv(text: &str, kind: &str, from: &str, to: &str) -> String {
    searched(&format!("{TRAIL}.csv"), &[("cerca", text), ("tipo", kind), ("dal", from), ("al", to)], 1)
}

/// A page of the access log of system administrators, counted from 1.
pub fn accesses(text: &str, kind: &str, from: &str, to: &str, page: usize) -> String {
    searched(ACCESSES, &[("cerca", text), ("tipo", kind), ("dal", from), ("al", to)], page)
}

pub fn accesses_csv(text: &str, kind: &str, from: &str, to: &str) -> String {
    searched(&format!("{ACCESSES}.csv"), &[("cerca", text), ("tipo", kind), ("dal", from), ("al", to)], 1)
}
