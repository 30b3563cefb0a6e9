//! The table for a PEC mail merge: a line for each letter, with its code and the name of its file.

use super::Addressee;
use crate::domain::activation_code::ActivationCode;
use crate::domain::moment::Day;
use crate::domain::spreadsheet::Csv;
use crate::platform::{Error, Result};

/// The names of the columns, which programs for mail merges refer to: the same in every language.
const COLUMNS: [&str; 8] = ["ente", "provincia", "pec", "codice", "scadenza", "indirizzo", "allegato", "nota"];
/// In the last column, where there is no PEC to send to.
const NO_PEC: &str = "manca-pec";

/// Written line by line.
pub struct MailMerge {
    rows: Csv,
    address: String,
    until: Day,
}

fn defect(error: impl std::fmt::Display) -> Error {
    Error::Bug(format!("mail merge: {error}"))
}

impl MailMerge {
    pub fn new(address: String, until: Day) -> Result<MailMerge> {
        Ok(MailMerge { rows: Csv::new(&COLUMNS).map_err(defect)?, address, until })
    }

    pub fn row(&mut self, to: &Addressee, code: &ActivationCode, file: &str) -> Result<()> {
        let until = self.until.date().strftime("%d/%m/%Y").to_string();
        let note = if to.pec.is_empty() { NO_PEC } else { "" };
        self.rows.row([&to.ente.name, &to.ente.province, &to.pec, &code.grouped(), &until, &self.address, file, note]).map_err(defect)
    }

    pub fn bytes(self) -> Result<Vec<u8>> {
        self.rows.bytes().map_err(defect)
    }
}
