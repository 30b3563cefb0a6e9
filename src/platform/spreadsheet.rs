//! Tables as files to keep: CSV for whatever reads it, XLSX for an office. No cell is ever a formula.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{Error, Result};
use crate::domain::moment::Day;
use crate::domain::spreadsheet;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(i64),
    /// A number with two decimals, counted in hundredths: 650 is 6,50.
    Hundredths(i64),
    Day(Day),
}

impl Cell {
    /// Nothing at all where there is no text.
    pub fn text(text: impl Into<String>) -> Cell {
        match text.into() {
            text if text.is_empty() => Cell::Empty,
            text => Cell::Text(text),
        }
    }

    pub fn number(number: Option<i64>) -> Cell {
        number.map_or(Cell::Empty, Cell::Number)
    }

    pub fn day(day: Option<Day>) -> Cell {
        day.map_or(Cell::Empty, Cell::Day)
    }
}

/// A heading and how wide its column is, in characters.
#[derive(Debug, Clone)]
pub struct Heading {
    pub name: &'static str,
    pub width: u16,
}

/// One table with its headings; every row has a cell for each.
#[derive(Debug, Clone)]
pub struct Spreadsheet {
    /// At most 31 characters, as spreadsheets ask of a sheet's name.
    pub title: &'static str,
    pub headings: Vec<Heading>,
    pub rows: Vec<Vec<Cell>>,
}

impl Spreadsheet {
    /// UTF-8 with its mark, semicolons as Italian spreadsheets expect, lines ended by CR and LF, days as `2026-03-02`.
    pub fn csv(&self) -> Result<Vec<u8>> {
        let headings: Vec<&str> = self.headings.iter().map(|heading| heading.name).collect();
        let file = || {
            let mut csv = spreadsheet::Csv::new(&headings)?;
            for row in &self.rows {
                csv.as_they_are(row.iter().map(written))?;
            }
            csv.bytes()
        };
        file().map_err(|e| Error::Bug(format!("csv: {e}")))
    }

    /// With a head that stays in sight, a filter on every column, and days that sort as days.
    pub fn xlsx(&self) -> Result<Vec<u8>> {
        self.workbook().map_err(|e| Error::Bug(format!("xlsx: {e}")))
    }

    fn workbook(&self) -> std::result::Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name(self.title)?;
        let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
        for (column, heading) in (0u16..).zip(&self.headings) {
            sheet.set_column_width(column, f64::from(heading.width))?;
            sheet.write_string_with_format(0, column, heading.name, &head)?;
        }
        let formats = Formats::default();
        for (row, cells) in (1u32..).zip(&self.rows) {
            for (column, cell) in (0u16..).zip(cells) {
                formats.write(sheet, row, column, cell)?;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        if let (Some(last), Ok(rows)) = (self.headings.len().checked_sub(1), u32::try_from(self.rows.len())) {
            sheet.autofilter(0, 0, rows, u16::try_from(last).unwrap_or(u16::MAX))?;
        }
        book.save_to_buffer()
    }
}

/// How cells look.
struct Formats {
    /// Stays text even when somebody edits the cell.
    text: Format,
    number: Format,
    decimals: Format,
    day: Format,
}

impl Default for Formats {
    fn default() -> Formats {
        Formats {
            text: Format::new().set_quote_prefix(),
            number: Format::new().set_num_format("#,##0"),
            decimals: Format::new().set_num_format("#,##0.00"),
            day: Format::new().set_num_format("dd/mm/yyyy"),
        }
    }
}

impl Formats {
    fn write(&self, sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> std::result::Result<(), XlsxError> {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) if spreadsheet::is_formula(text) => drop(sheet.write_string_with_format(row, column, text, &self.text)?),
            Cell::Text(text) => drop(sheet.write_string(row, column, text)?),
            #[expect(clippy::cast_precision_loss, reason = "a spreadsheet knows no other numbers")]
            Cell::Number(number) => drop(sheet.write_number_with_format(row, column, *number as f64, &self.number)?),
            #[expect(clippy::cast_precision_loss, reason = "a spreadsheet knows no other numbers")]
            Cell::Hundredths(number) => drop(sheet.write_number_with_format(row, column, *number as f64 / 100.0, &self.decimals)?),
            Cell::Day(day) => {
                let date = day.date();
                let (month, of_month) = (date.month().unsigned_abs(), date.day().unsigned_abs());
                let stands = ExcelDateTime::from_ymd(date.year().unsigned_abs(), month, of_month)?;
                sheet.write_datetime_with_format(row, column, &stands, &self.day)?;
            }
        }
        Ok(())
    }
}

/// A cell of a CSV file: a text is no formula, a number of ours stays one.
fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        // The comma of Italian offices: they read a point between figures as the one of a date.
        Cell::Hundredths(number) => {
            let sign = if *number < 0 { "-" } else { "" };
            format!("{sign}{},{:02}", number.unsigned_abs() / 100, number.unsigned_abs() % 100)
        }
        Cell::Day(day) => day.to_string(),
        Cell::Text(text) => spreadsheet::harmless(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: Vec<Vec<Cell>>) -> Spreadsheet {
        let heading = |name| Heading { name, width: 20 };
        Spreadsheet { title: "Enti", headings: vec![heading("Nome"), heading("Residenti")], rows }
    }

    #[test]
    fn a_csv_opens_as_it_is_in_an_italian_office() {
        let rows = vec![vec![Cell::text("Agliè; \"TO\""), Cell::Number(2558)], vec![Cell::text(""), Cell::day(Day::new(2026, 3, 2))]];
        let text = String::from_utf8(of(rows).csv().unwrap()).unwrap();
        assert_eq!(text, "\u{feff}Nome;Residenti\r\n\"Agliè; \"\"TO\"\"\";2558\r\n;2026-03-02\r\n");
    }

    #[test]
    fn decimals_have_the_comma_of_italian_offices() {
        let rows = [650, 5, -105, 0].map(|hundredths| vec![Cell::Hundredths(hundredths), Cell::Empty]).to_vec();
        let text = String::from_utf8(of(rows).csv().unwrap()).unwrap();
        assert_eq!(text, "\u{feff}Nome;Residenti\r\n6,50;\r\n0,05;\r\n-1,05;\r\n0,00;\r\n");
    }

    #[test]
    fn no_text_becomes_a_formula() {
        for typed in ["=1+1", "+39 0124 1", "-2", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://evil.example\")"] {
            let sheet = of(vec![vec![Cell::text(typed), Cell::Number(-3)]]);
            let csv = String::from_utf8(sheet.csv().unwrap()).unwrap();
            assert!(csv.contains(&format!("'{}", typed.split('"').next().unwrap())), "{csv}");
            // A number of ours stays one.
            assert!(csv.contains(";-3"), "{csv}");
        }
    }
}
