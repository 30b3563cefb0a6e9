//! Addresses of records and attestati: for the person, for their ente, for whoever checks one, for the desk.

use crate::domain::ids::CertificateId;

/// What one attended, with one's attestati.
pub const RECORD: &str = "/area/percorso";
/// What the people of the ente attended; the same rows as files at `.csv` and `.xlsx`.
pub const RECORDS_OF_ENTE: &str = "/area/percorsi";

/// What the people of an edition attended, for the desk; the same rows as files at `.csv` and `.xlsx`.
pub const RECORDS: &str = "/segreteria/percorsi";

/// One's own attestato, as PDF.
pub fn own_certificate(id: &CertificateId) -> String {
    format!("{RECORD}/attestati/{id}")
}

/// Where anybody checks one; `?codice=…` leads to it.
pub const CHECK_CERTIFICATE: &str = "/attestati";

/// One attestato by its code, in groups; POST: compares a file with the one that was issued.
pub fn certificate(code: &str) -> String {
    format!("{CHECK_CERTIFICATE}/{code}")
}

/// Attestati at the desk; POST: issues those that are due. The same rows as files at `.csv` and `.xlsx`.
pub const CERTIFICATES: &str = "/segreteria/attestati";

/// `revoca` or `nuova-emissione`, a form; POST `motivo`.
pub fn certificate_end(id: &CertificateId, how: &str) -> String {
    format!("{CERTIFICATES}/{id}/{how}")
}
