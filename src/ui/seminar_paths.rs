//! Addresses of the seminars: their calendar and days for everybody, their planning at the desk.

use crate::domain::ids::{ClassDayId, EditionId, MaterialId, SeminarId};
use crate::domain::moment::Day;
use crate::ui::paths::{TEACHING, encoded};

/// The giornate to come, and those that were.
pub const SEMINARS: &str = "/seminari";
/// The table of giornate at the desk; the same rows as files at `.csv` and `.xlsx`.
pub const PLANNING: &str = "/segreteria/seminari";
/// A form: a new seminar.
pub const NEW_SEMINAR: &str = "/segreteria/seminari/nuovo";

/// A giornata as everybody sees it.
pub fn class_day(id: &ClassDayId) -> String {
    format!("{SEMINARS}/{id}")
}

/// The materials of a giornata, on its page.
pub fn day_materials(id: &ClassDayId) -> String {
    format!("{SEMINARS}/{id}/materiali")
}

/// A file, for who is enrolled or teaches.
pub fn material(day: &ClassDayId, id: &MaterialId) -> String {
    format!("{SEMINARS}/{day}/materiali/{id}")
}

/// The materials of a giornata for who attaches them; POST `titolo`, `visibile`, `per` and a file.
pub fn materials(day: &ClassDayId) -> String {
    format!("{TEACHING}/{day}/materiali")
}

/// A form; POST `avvisa` and a file: it takes the place of the other.
pub fn material_version(day: &ClassDayId, id: &MaterialId) -> String {
    format!("{TEACHING}/{day}/materiali/{id}/versione")
}

/// POST: the same file for everybody, in the library.
pub fn material_offer(day: &ClassDayId, id: &MaterialId) -> String {
    format!("{TEACHING}/{day}/materiali/{id}/biblioteca")
}

/// POST: those enrolled see it no more.
pub fn material_withdrawal(day: &ClassDayId, id: &MaterialId) -> String {
    format!("{TEACHING}/{day}/materiali/{id}/ritiro")
}

/// The giornate that these filters leave; empty ones say nothing. `past` is for those that were; pages count from 1.
pub fn seminars((region, theme): (&str, &str), free: bool, past: bool, page: usize) -> String {
    let page = if page > 1 { page.to_string() } else { String::new() };
    let pairs = [
        ("regione", encoded(region)),
        ("tema", encoded(theme)),
        ("posti", if free { "liberi".to_owned() } else { String::new() }),
        ("passate", if past { "si".to_owned() } else { String::new() }),
        ("pagina", page),
    ];
    asked(&pairs)
}

/// A month as a grid, of the month of a day.
pub fn seminars_month((region, theme): (&str, &str), month: Day) -> String {
    let date = month.date();
    let month = format!("{:04}-{:02}", date.year(), date.month());
    asked(&[("vista", "mese".to_owned()), ("mese", month), ("regione", encoded(region)), ("tema", encoded(theme))])
}

fn asked(pairs: &[(&str, String)]) -> String {
    let query: Vec<String> = pairs.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}={value}")).collect();
    if query.is_empty() { SEMINARS.to_owned() } else { format!("{SEMINARS}?{}", query.join("&")) }
}

/// A form: a new seminar of an edition.
pub fn new_seminar_of(edition: &EditionId) -> String {
    format!("{NEW_SEMINAR}?edizione={edition}")
}

/// A seminar at the desk, with its giornate.
pub fn seminar(id: &SeminarId) -> String {
    format!("{PLANNING}/{id}")
}

pub fn seminar_change(id: &SeminarId) -> String {
    format!("{PLANNING}/{id}/modifica")
}

/// A form: a new giornata of a seminar; POST: keeps it as a draft.
pub fn new_class_day(seminar: &SeminarId) -> String {
    format!("{PLANNING}/{seminar}/giornate/nuova")
}

/// A giornata at the desk.
pub fn desk_day(id: &ClassDayId) -> String {
    format!("/segreteria/giornate/{id}")
}

pub fn desk_day_change(id: &ClassDayId) -> String {
    format!("/segreteria/giornate/{id}/modifica")
}

/// The form of a new giornata like this one, on another day.
pub fn desk_day_copy(id: &ClassDayId) -> String {
    format!("/segreteria/giornate/{id}/copia")
}

/// POST `visto`: shows a draft to everybody.
pub fn desk_day_publishing(id: &ClassDayId) -> String {
    format!("/segreteria/giornate/{id}/pubblicazione")
}

/// A page that asks for the reason; POST `motivo`, `confermo`.
pub fn desk_day_cancelling(id: &ClassDayId) -> String {
    format!("/segreteria/giornate/{id}/annullamento")
}

/// POST: forgets a draft.
pub fn desk_day_discarding(id: &ClassDayId) -> String {
    format!("/segreteria/giornate/{id}/eliminazione")
}

/// A map of the place, at OpenStreetMap: followed by whoever wants it, never loaded.
pub fn map_of(address: &str, city: &str) -> String {
    format!("https://www.openstreetmap.org/search?query={}", encoded(&format!("{address}, {city}")))
}
