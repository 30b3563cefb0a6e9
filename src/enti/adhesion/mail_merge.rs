//! The table for a PEC mail merge: a line for each letter, with its code and the name of its file.

use super::Addressee;
use crate::domain::activation_code::ActivationCode;
use crate::domain::moment::Day;
use crate::platform::{Error, Result};

/// The names of the columns, which programs for mail merges refer to: the same in every language.
const COLUMNS: [&str; 8] = ["ente", "provincia", "pec", "codice", "scadenza", "indirizzo", "allegato", "nota"];
/// In the last column, where there is no PEC to send to.
const NO_PEC: &str = "manca-pec";

/// Written line by line: semicolons, UTF-8 with its mark, as spreadsheets in Italy want it.
pub struct MailMerge {
    rows: csv::Writer<Vec<u8>>,
    address: String,
    until: Day,
}

fn defect(error: impl std::fmt::Display) -> Error {
    Error::Bug(format!("mail merge: {error}"))
}

impl MailMerge {
    pub fn new(address: String, until: Day) -> Result<MailMerge> {
        let mark = Vec::from("\u{feff}".as_bytes());
        let mut rows = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(mark);
        rows.write_record(COLUMNS).map_err(defect)?;
        Ok(MailMerge { rows, address, until })
    }

    pub fn row(&mut self, to: &Addressee, code: &ActivationCode, file: &str) -> Result<()> {
        let until = self.until.date().strftime("%d/%m/%Y").to_string();
        let note = if to.pec.is_empty() { NO_PEC } else { "" };
        let name = harmless(&to.ente.name);
        self.rows.write_record([&name, &to.ente.province, &to.pec, &code.grouped(), &until, &self.address, file, note]).map_err(defect)
    }

    pub fn bytes(self) -> Result<Vec<u8>> {
        self.rows.into_inner().map_err(defect)
    }
}

/// A name that a spreadsheet would take for a formula is marked as text (OWASP: CSV injection).
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() }
}
