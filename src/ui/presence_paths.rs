//! Addresses of the register of presence: for docenti, for who takes part, for the desk.

use crate::domain::ids::{ClassDayId, ClassSessionId, PersonId, PresenceLogId, RegisterScanId, SurveyId};

/// The giornate one teaches; for the segreteria, all of them.
pub const TEACHING: &str = "/area/docenza";

/// The list of presence of a giornata.
pub fn teaching_day(day: &ClassDayId) -> String {
    format!("{TEACHING}/{day}")
}

/// The same, at a person.
pub fn teaching_person(day: &ClassDayId, person: &PersonId) -> String {
    format!("{TEACHING}/{day}#p-{person}")
}

/// POST `persona`, `sessione`, `esito`, `ritardo`, `anticipo`: one person in one session.
pub fn presence(day: &ClassDayId) -> String {
    format!("{TEACHING}/{day}/presenze")
}

/// Somebody who came without being on the list; POST `persona`, `ente`.
pub fn walk_ins(day: &ClassDayId) -> String {
    format!("{TEACHING}/{day}/arrivi")
}

/// The page for the projector.
pub fn presence_code(day: &ClassDayId) -> String {
    format!("{TEACHING}/{day}/codice")
}

/// Where who takes part enters the code; POST `codice`.
pub const CHECK_IN: &str = "/presenza";

/// The same with the code in it, as the drawing for telephones has it.
pub fn check_in(code: &str) -> String {
    format!("{CHECK_IN}?codice={code}")
}

/// The register to print.
pub fn register_pdf(day: &ClassDayId) -> String {
    format!("{TEACHING}/{day}/registro.pdf")
}

/// The signed register; POST: attaches a file.
pub fn scans(day: &ClassDayId) -> String {
    format!("{TEACHING}/{day}/registro")
}

/// A file of the signed register.
pub fn scan(day: &ClassDayId, scan: &RegisterScanId) -> String {
    format!("{TEACHING}/{day}/registro/{scan}")
}

/// A form; POST `motivo` and a file: it takes the place of the other.
pub fn scan_replacement(day: &ClassDayId, scan: &RegisterScanId) -> String {
    format!("{TEACHING}/{day}/registro/{scan}/sostituzione")
}

/// What stands on the paper, person by person; POST: notes it.
pub fn signatures(day: &ClassDayId) -> String {
    format!("{TEACHING}/{day}/firme")
}

/// POST: closes the day.
pub fn closing_of_day(day: &ClassDayId) -> String {
    format!("{TEACHING}/{day}/chiusura")
}

/// Logs of online sessions; POST: takes one in.
pub fn logs(day: &ClassDayId) -> String {
    format!("{TEACHING}/{day}/collegamenti")
}

/// One log: what it would say; POST: says by hand whom a name stands for.
pub fn log(day: &ClassDayId, log: &PresenceLogId) -> String {
    format!("{TEACHING}/{day}/collegamenti/{log}")
}

/// POST: notes what the log says.
pub fn log_confirmation(day: &ClassDayId, log: &PresenceLogId) -> String {
    format!("{TEACHING}/{day}/collegamenti/{log}/conferma")
}

/// The surveys that wait for an answer of one's own.
pub const SURVEYS: &str = "/area/questionari";

/// One of them; POST: answers it.
pub fn survey(id: &SurveyId) -> String {
    format!("{SURVEYS}/{id}")
}

/// What was answered of a giornata; the same as files at `.csv` and `.xlsx`.
pub fn survey_figures(day: &ClassDayId) -> String {
    format!("{TEACHING}/{day}/gradimento")
}

/// The same of an edition.
pub const SURVEY_FIGURES: &str = "/segreteria/gradimento";

/// Hours taught; POST: confirms them.
pub const OWN_HOURS: &str = "/area/docenza/ore";
/// The same to sign.
pub const OWN_HOURS_PDF: &str = "/area/docenza/ore.pdf";

/// What was noted of a person in a session; POST: corrects it once the day is closed.
pub fn correction(day: &ClassDayId, session: &ClassSessionId, person: &PersonId) -> String {
    format!("{PRESENCES}/{day}/{session}/{person}")
}

/// Presences of the edition; the same rows as files at `.csv` and `.xlsx`.
pub const PRESENCES: &str = "/segreteria/presenze";
/// People and hours as a funder counts them; as files at `.csv` and `.xlsx`.
pub const SUMMARY: &str = "/segreteria/presenze/riepilogo";
/// Hours of all docenti; the same rows as files at `.csv` and `.xlsx`.
pub const HOURS: &str = "/segreteria/ore-docenza";

/// The hours of one docente, to sign.
pub fn hours_pdf(person: &PersonId) -> String {
    format!("{HOURS}/{person}/foglio.pdf")
}
