//! Pages of the enti at the desk.

mod register;
mod reminders;
mod sheet;

pub use register::{Register, names, register};
pub use reminders::reminders;
pub use sheet::{Sheet, sheet};

use super::Line;
use super::words::Words;
use crate::ui::dates;
use crate::ui::words::Lang;

/// "2558 (2023)", or that it is not known.
fn residents(known: (Option<i64>, Option<i64>), words: &Words, lang: Lang) -> String {
    match known {
        (Some(residents), Some(year)) => (words.residents_in)(&dates::count(lang, residents), year),
        (Some(residents), None) => dates::count(lang, residents),
        (None, _) => words.not_known.to_owned(),
    }
}

fn referente(line: &Line, words: &Words) -> String {
    match (&line.referente, line.referenti) {
        (None, _) => words.none.to_owned(),
        (Some(name), 1) => name.clone(),
        (Some(name), n) => (words.and_others)(name, n - 1),
    }
}
