//! Pages of the register of enti.

mod form;
mod register;
mod sheet;

pub use form::{AssociationForm, Matches, form};
pub use register::{Register, register};
pub use sheet::sheet;

use super::Ente;
use super::words::Words;
use crate::ui::dates;
use crate::ui::words::Lang;

/// "2.558 (2023)", or that it is not known.
fn residents(ente: &Ente, words: &Words, lang: Lang) -> String {
    match (ente.residents, ente.residents_year) {
        (Some(residents), Some(year)) => (words.residents_in)(&dates::count(lang, residents), year),
        (Some(residents), None) => dates::count(lang, residents),
        (None, _) => words.not_known.to_owned(),
    }
}
