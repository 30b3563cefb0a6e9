//! What handlers of the desk share: a table on its way out as a file.

use rocket::http::ContentType;

use crate::domain::moment::Day;
use crate::platform::Result;
use crate::platform::spreadsheet::Spreadsheet;
use crate::ui::reply::Reply;

/// The formats in which a table can be kept.
#[derive(Debug, Clone, Copy)]
pub enum Format {
    Csv,
    Xlsx,
}

/// `enti-2026-03-02.csv`.
pub fn keep(table: &Spreadsheet, name: &str, day: Day, format: Format) -> Result<Reply> {
    let (ending, media, body) = match format {
        Format::Csv => ("csv", ContentType::CSV, table.csv()?),
        Format::Xlsx => {
            let media = ContentType::new("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            ("xlsx", media, table.xlsx()?)
        }
    };
    Ok(Reply::File { name: format!("{name}-{day}.{ending}"), media, body })
}
