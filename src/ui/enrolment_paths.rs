//! Addresses of enrolling: one's own seminars, the list of a giornata, the link of a reminder.

use crate::domain::ids::{ClassDayId, EnrolmentId};

/// One's own giornate, to come and past.
pub const OWN_SEMINARS: &str = "/area/seminari";
/// What is wrong with seats and lists, if anything.
pub const SEATS_CHECK: &str = "/segreteria/seminari/controllo";

/// POST: a seat for oneself.
pub fn enrolment(day: &ClassDayId) -> String {
    format!("{OWN_SEMINARS}/giornate/{day}/iscrizione")
}

/// A form; POST `persona`…: seats for colleagues of the ente, by its referente.
pub fn colleagues_enrolment(day: &ClassDayId) -> String {
    format!("{OWN_SEMINARS}/giornate/{day}/colleghi")
}

/// A page that asks; POST: one does not come.
pub fn enrolment_withdrawal(id: &EnrolmentId) -> String {
    format!("{OWN_SEMINARS}/{id}/rinuncia")
}

/// POST: takes a seat that was offered.
pub fn enrolment_acceptance(id: &EnrolmentId) -> String {
    format!("{OWN_SEMINARS}/{id}/conferma")
}

/// A page with the colleagues; POST `persona`: one of them goes instead.
pub fn enrolment_substitution(id: &EnrolmentId) -> String {
    format!("{OWN_SEMINARS}/{id}/collega")
}

/// The link of a reminder: a page with one button; POST: one does not come.
pub fn cannot_come(token: &str) -> String {
    format!("/iscrizioni/{token}")
}

/// The list of a giornata at the desk; the same rows as files at `.csv` and `.xlsx`.
pub fn desk_roll(day: &ClassDayId) -> String {
    format!("/segreteria/giornate/{day}/iscritti")
}

/// A form that looks for somebody; POST `persona`, `ente`: enrols them.
pub fn desk_enrolment(day: &ClassDayId) -> String {
    format!("/segreteria/giornate/{day}/iscritti/nuovo")
}

/// What happened to one of the list; POST `motivo`: takes them off.
pub fn desk_entry(day: &ClassDayId, id: &EnrolmentId) -> String {
    format!("/segreteria/giornate/{day}/iscritti/{id}")
}

/// A form; POST: a letter to those on the list.
pub fn desk_letter(day: &ClassDayId) -> String {
    format!("/segreteria/giornate/{day}/messaggio")
}
