//! Tables for spreadsheets: what a cell must not begin with, and CSV as Italian ones read it.

/// Whether a spreadsheet would take a text for a formula (OWASP: CSV injection).
pub fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// What would be a formula is marked as text by an apostrophe.
pub fn harmless(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// A file written line by line: UTF-8 with its mark, semicolons, line ends of RFC 4180: what a double click on it opens rightly.
/// Cells are made [`harmless`].
pub struct Csv(csv::Writer<Vec<u8>>);

impl Csv {
    pub fn new(headings: &[&str]) -> Result<Csv, csv::Error> {
        let bytes = Vec::from("\u{feff}".as_bytes());
        let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(bytes);
        writer.write_record(headings)?;
        Ok(Csv(writer))
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) -> Result<(), csv::Error> {
        self.as_they_are(cells.into_iter().map(|cell| harmless(cell.as_ref())))
    }

    /// A row whose cells need no making harmless: texts that are already, and numbers of ours, which a minus must not turn into text.
    pub fn as_they_are(&mut self, cells: impl IntoIterator<Item = String>) -> Result<(), csv::Error> {
        self.0.write_record(cells)
    }

    pub fn bytes(self) -> Result<Vec<u8>, csv::Error> {
        self.0.into_inner().map_err(|e| e.into_error().into())
    }
}

/// The same, of rows that are all there.
pub fn csv(headings: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, csv::Error> {
    let mut csv = Csv::new(headings)?;
    for row in rows {
        csv.row(row)?;
    }
    csv.bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_a_formula_is_text() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+39 011", "'+39 011"),
            ("-2", "'-2"),
            ("@SOMMA(A1)", "'@SOMMA(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("＝1", "'＝1"),
            ("delibera n. 12 = approvata", "delibera n. 12 = approvata"),
            ("'già tra apici", "'già tra apici"),
            ("", ""),
        ] {
            assert_eq!(harmless(text), cell, "{text:?}");
        }
    }

    #[test]
    fn a_file_has_its_mark_semicolons_and_quotes_where_they_are_needed() {
        let rows = [vec!["Agliè".to_owned(), "a;b".to_owned()], vec!["=1".to_owned(), "due \"virgolette\"".to_owned()]];
        let file = csv(&["Ente", "Nota"], rows.into_iter()).expect("nothing to fail on");
        assert_eq!(String::from_utf8_lossy(&file), "\u{feff}Ente;Nota\r\nAgliè;\"a;b\"\r\n'=1;\"due \"\"virgolette\"\"\"\r\n");
    }
}
